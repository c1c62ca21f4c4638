"""The network's own prices and assumptions as plain rows, and what they make of the lists of the program."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from rekenmodel.costs import Price, PriceItem, PriceList, Unit, load_price_list
from rekenmodel.trajectory import AssumptionSet, load_assumptions
from rekenmodel.values import (
    Law,
    Payer,
    PriceConcept,
    PriceIndex,
    RefusedError,
    Text,
    load_price_index,
)
from rekenmodel.values.draws import Assumption, Shape, from_range
from samenspel.kit.rows import Name
from samenspel.scenarios.rules.codes import ListKind, Spread

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,119}$")]
Amount = Annotated[Decimal, Field(ge=0, le=99_999_999, decimal_places=2)]
Figure = Annotated[float, Field(allow_inf_nan=False)]
Sure = Annotated[int, Field(ge=1, le=10)]


class _Entry(BaseModel):
    """What every own entry has: where it comes from, how sure it is, and who entered it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: Code
    source: Annotated[str, Field(min_length=1, max_length=200)]
    confidence: Sure
    entered_by: Name


class OwnPrice(_Entry):
    """A price of the network itself (eigen prijs)."""

    item: Name
    amount: Amount
    low: Amount | None = None
    high: Amount | None = None
    unit: Unit
    price_year: Annotated[int, Field(ge=1990, le=2100)]
    concept: PriceConcept
    payer: Payer | None = None
    law: Law | None = None

    def priced(self) -> PriceItem:
        """The entry as an item of the price list. Raises RefusedError when the range does not hold it."""
        price = Price(self.amount, self.price_year, self.concept, self.source, self.low, self.high)
        return PriceItem(
            key=self.key,
            item=self.item,
            code="",
            price=price,
            unit=self.unit,
            unit_text=str(self.unit),
            payer=self.payer,
            payer_text=str(self.payer or ""),
            payer_basis="stated",
            law=self.law,
            law_text=str(self.law or ""),
            category="",
            source_url="",
            note=Text("", ""),
        )


class OwnAssumption(_Entry):
    """An assumption of the network itself (eigen aanname)."""

    name: Name
    shape: Spread
    low: Figure
    mid: Figure
    high: Figure
    unit: Annotated[str, Field(min_length=1, max_length=60)]

    def assumption(self, known: AssumptionSet) -> Assumption:
        """The entry as an assumption. Raises RefusedError, naming it, when it cannot be right."""
        return assumed(
            known, self.key, self.shape, (self.low, self.mid, self.high), self.source, self.confidence,
            self.entered_by,
        )  # fmt: skip


Entry = OwnPrice | OwnAssumption


def assumed(
    known: AssumptionSet,
    key: str,
    shape: Spread,
    span: tuple[float, float, float],
    source: str,
    confidence: int,
    entered_by: str,
) -> Assumption:
    """Return what somebody thinks of a number of the set, under the name and unit that the set gives it.

    Raises RefusedError, naming the number, when it is not in the set or cannot be right: a chance outside
    0..1, low above middle.
    """
    old = known.get(key)
    check_span(key, span, old.name)
    return Assumption(
        key=key,
        name=old.name,
        value=from_range(Shape(shape), *span, old.name),
        unit=old.unit,
        source=source,
        confidence=confidence,
        entered_by=entered_by,
    )


SHARES = ("start.", "burden.per_helper")


STRONGEST = 10.0
"""No influence of one domain on another is stronger: at 2 a change passes on whole."""


def check_span(key: str, span: tuple[float, float, float], name: Text) -> None:
    """Raise RefusedError when a chance or level is not from 0 to 1, or an influence is far too strong."""
    if key.startswith("link.") and max(map(abs, span)) > STRONGEST:
        raise RefusedError(
            Text(
                f"{name.nl}: een invloed ligt van −{STRONGEST:g} tot {STRONGEST:g}. Kies een kleiner getal.",
                f"{name.en}: an influence lies from −{STRONGEST:g} to {STRONGEST:g}. Choose a smaller one.",
            )
        )
    share = key.startswith(SHARES) or (key.startswith("event.") and key.endswith(".chance"))
    if share and not (min(span) >= 0 and max(span) <= 1):
        raise RefusedError(
            Text(
                f"{name.nl}: een kans of een niveau ligt van 0 tot en met 1, niet van {min(span):g} "
                f"tot {max(span):g}.",
                f"{name.en}: a chance or a level lies from 0 to 1, not from {min(span):g} to {max(span):g}.",
            )
        )


@dataclass(frozen=True, slots=True)
class Basis:
    """What a run calculates with: prices, index, assumptions, the year of euros, and the versions of all."""

    prices: PriceList
    index: PriceIndex
    assumptions: AssumptionSet
    versions: Mapping[str, str]
    own_prices: Mapping[str, OwnPrice]

    @property
    def year(self) -> int:
        """The year in whose euros everything is said."""
        return self.assumptions.price_year


def basis(
    prices: Iterable[OwnPrice] = (),
    assumptions: Iterable[OwnAssumption] = (),
    versions: Mapping[ListKind, int] = MappingProxyType({}),
) -> Basis:
    """Return the lists of the program, with the network's own entries where these have the same key."""
    listed, known = load_price_list(), load_assumptions()
    own = {one.key: one for one in prices}
    items = {**listed.items, **{key: one.priced() for key, one in own.items()}}
    replaced = known.replaced([one.assumption(known) for one in assumptions])
    numbers = {str(kind): f"{kind} {versions.get(kind, 0)}" for kind in ListKind}
    return Basis(
        prices=PriceList.of(items.values()),
        index=load_price_index(),
        assumptions=replaced,
        versions=MappingProxyType({**numbers, "assumption_set": known.version}),
        own_prices=MappingProxyType(own),
    )


def kept(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """Entries as plain JSON values, to keep them between a preview and the yes."""
    return [entry.model_dump(mode="json") for entry in entries]


def unkept(kind: ListKind, values: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """The entries that were kept."""
    shape = OwnPrice if kind is ListKind.PRICES else OwnAssumption
    return tuple(shape.model_validate(value) for value in values)
