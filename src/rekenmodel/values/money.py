"""Money with its price year and price concept, and a band around an amount. Units never mix.

Amounts are exact decimals in euros. Nothing is rounded here: only the page rounds, see `wording.euros`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Self

from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text


class PriceConcept(StrEnum):
    """What kind of price it is. A reference price and a tariff of the same thing differ: never mix them."""

    REFERENCE = "reference"
    TARIFF = "tariff"
    PGB = "pgb"
    TRANSFER = "transfer"
    CLAIM = "claim"
    INVOICE = "invoice"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in euros of one price year (None: undated) and one price concept.

    Raises RefusedError when the amount is not a finite number or when other units are added.
    """

    amount: Decimal
    price_year: int | None
    concept: PriceConcept

    def __post_init__(self) -> None:
        if not self.amount.is_finite():
            raise _no_amount(self.amount)

    def __add__(self, other: Self) -> Self:
        same_year(self.price_year, other.price_year)
        if self.concept is not other.concept:
            raise RefusedError(
                Text(
                    nl=f"Dit zijn twee soorten prijzen ({self.concept} en {other.concept}). Tel ze niet op.",
                    en=f"These are two kinds of price ({self.concept} and {other.concept}). Do not add them.",
                )
            )
        return type(self)(self.amount + other.amount, self.price_year, self.concept)

    def __neg__(self) -> Self:
        return type(self)(-self.amount, self.price_year, self.concept)

    def __sub__(self, other: Self) -> Self:
        return self + -other

    def times(self, factor: Decimal) -> Self:
        """Return this money `factor` times, in the same price year and concept."""
        return type(self)(self.amount * factor, self.price_year, self.concept)


@dataclass(frozen=True, slots=True)
class Band:
    """An amount in euros of one price year with its lowest and highest likely value: low <= mid <= high.

    Bands add up end by end: lows to lows and highs to highs. That holds when all amounts are off in the
    same direction. It is the widest band, and the one to show while it is unknown how errors hang together.
    Raises RefusedError when the three are out of order or not finite, or when price years differ.
    """

    low: Decimal
    mid: Decimal
    high: Decimal
    price_year: int | None

    def __post_init__(self) -> None:
        low, mid, high = self.low, self.mid, self.high
        if not (low.is_finite() and mid.is_finite() and high.is_finite()):
            raise _no_amount(next(value for value in (low, mid, high) if not value.is_finite()))
        if not low <= mid <= high:
            raise RefusedError(
                Text(
                    nl=f"Zet laag, midden en hoog op volgorde: nu {low}, {mid}, {high}.",
                    en=f"Put low, middle and high in order: now {low}, {mid}, {high}.",
                )
            )

    @classmethod
    def exact(cls, amount: Decimal, price_year: int | None) -> Self:
        """Return a band without width."""
        return cls(amount, amount, amount, price_year)

    @classmethod
    def total(cls, bands: Iterable[Self], price_year: int | None) -> Self:
        """Return the sum of `bands`, which must all be of `price_year`; zero when there are none."""
        low = mid = high = Decimal(0)
        for band in bands:
            same_year(price_year, band.price_year)
            low += band.low
            mid += band.mid
            high += band.high
        return cls(low, mid, high, price_year)

    def __add__(self, other: Self) -> Self:
        return self.total((self, other), self.price_year)

    def times(self, factor: Decimal) -> Self:
        """Return this band `factor` times; a negative factor turns low and high around."""
        ends = sorted((self.low * factor, self.high * factor))
        return type(self)(ends[0], self.mid * factor, ends[1], self.price_year)


def _no_amount(amount: Decimal) -> RefusedError:
    return RefusedError(
        Text(f"{amount} is geen bedrag. Vul een getal in.", f"{amount} is no amount. Give a number.")
    )


def same_year(one: int | None, other: int | None) -> None:
    """Raise RefusedError when two amounts are not of the same price year."""
    if one != other:
        raise RefusedError(
            Text(
                nl=f"Prijzen van {one or 'een onbekend jaar'} en {other or 'een onbekend jaar'} "
                "kunt u niet optellen. Reken ze eerst om naar hetzelfde jaar.",
                en=f"Prices of {one or 'an unknown year'} and {other or 'an unknown year'} "
                "cannot be added. Convert them to the same year first.",
            )
        )
