"""Converting a price from one year to another with the Dutch consumer price index (CBS, 2015 = 100).

The figures stand in data/cpi_nl.csv, each with its source and status:
published (level of CBS), linked (from an older base year or from yearly changes of CBS),
provisional (level worked out from the published change), extrapolated (a forecast of the change).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

_DATA = Path(__file__).with_name("data") / "cpi_nl.csv"


class Certainty(StrEnum):
    """How sure the index figure of a year is."""

    PUBLISHED = "published"
    LINKED = "linked"
    PROVISIONAL = "provisional"
    EXTRAPOLATED = "extrapolated"


_SURE_FIRST = tuple(Certainty)


class Outcome(StrEnum):
    """What became of a price that had to be converted."""

    CONVERTED = "converted"
    SAME_YEAR = "same_year"
    UNDATED = "undated"
    OUTSIDE_INDEX = "outside_index"


@dataclass(frozen=True, slots=True)
class IndexYear:
    """The index figure of one year, 2015 = 100."""

    year: int
    cpi: Decimal
    status: Certainty
    source: str


@dataclass(frozen=True, slots=True)
class Conversion:
    """The factor that turns euros of `from_year` into euros of `to_year`, and what it rests on.

    The factor is 1 when nothing was converted; `outcome` then says why. `weakest` is the least sure of the
    two index figures used.
    """

    factor: Decimal
    from_year: int | None
    to_year: int
    outcome: Outcome
    weakest: Certainty | None

    @property
    def text(self) -> Text:
        """One sentence that says how the price was converted, or why it was not."""
        return _SENTENCES[self.outcome](self)


@dataclass(frozen=True, slots=True)
class PriceIndex:
    """Index figures by year. Raises RefusedError when there are none or when one is not above zero."""

    years: Mapping[int, IndexYear]

    def __post_init__(self) -> None:
        if not self.years or any(entry.cpi <= 0 for entry in self.years.values()):
            raise RefusedError(
                Text(
                    nl="Een prijsindex heeft minstens één jaar en alleen getallen boven nul.",
                    en="A price index has at least one year and only numbers above zero.",
                )
            )

    @property
    def newest(self) -> int:
        """The last year that prices can be converted to."""
        return max(self.years)

    def conversion(self, from_year: int | None, to_year: int) -> Conversion:
        """Return how to turn euros of `from_year` (None: undated) into euros of `to_year`.

        Undated prices and prices of a year outside the index are left as they are, and the result says so.
        Raises RefusedError when the index has no `to_year`.
        """
        target = self.years.get(to_year)
        if target is None:
            oldest, newest = min(self.years), self.newest
            raise RefusedError(
                Text(
                    nl=f"De prijsindex heeft geen jaar {to_year}. Kies {oldest} tot en met {newest}.",
                    en=f"The price index has no year {to_year}. Choose {oldest} to {newest}.",
                )
            )
        if from_year == to_year:
            return Conversion(Decimal(1), from_year, to_year, Outcome.SAME_YEAR, None)
        source = self.years.get(from_year) if from_year is not None else None
        if source is None:
            outcome = Outcome.UNDATED if from_year is None else Outcome.OUTSIDE_INDEX
            return Conversion(Decimal(1), from_year, to_year, outcome, None)
        weakest = max(source.status, target.status, key=_SURE_FIRST.index)
        return Conversion(target.cpi / source.cpi, from_year, to_year, Outcome.CONVERTED, weakest)


class Conversions(dict[int | None, Conversion]):
    """How euros of a year become euros of `year`: `conversions[2019]`, worked out once for each year.

    Raises RefusedError when the index has no such `year`.
    """

    def __init__(self, index: PriceIndex, year: int) -> None:
        super().__init__()
        self.index, self.year = index, year

    def __missing__(self, from_year: int | None) -> Conversion:
        self[from_year] = found = self.index.conversion(from_year, self.year)
        return found


@cache
def load_price_index(path: Path = _DATA) -> PriceIndex:
    """Read index figures from a CSV file with the columns year, cpi, status and source."""
    with path.open(encoding="utf-8", newline="") as file:
        entries = [
            IndexYear(int(row["year"]), Decimal(row["cpi"]), Certainty(row["status"]), row["source"])
            for row in csv.DictReader(file)
        ]
    return PriceIndex(MappingProxyType({entry.year: entry for entry in entries}))


def _converted(conversion: Conversion) -> Text:
    factor = f"{conversion.factor:.3f}"
    nl = f"prijs van {conversion.from_year}, maal {factor.replace('.', ',')} naar {conversion.to_year}"
    en = f"price of {conversion.from_year}, times {factor} to {conversion.to_year}"
    if conversion.weakest is Certainty.EXTRAPOLATED:
        return Text(f"{nl} (index deels geraamd)", f"{en} (index partly forecast)")
    return Text(nl, en)


def _same_year(conversion: Conversion) -> Text:
    return Text(f"prijs van {conversion.to_year}", f"price of {conversion.to_year}")


def _undated(_: Conversion) -> Text:
    return Text("prijs zonder jaar, niet omgerekend", "price without a year, not converted")


def _outside(conversion: Conversion) -> Text:
    return Text(
        f"prijs van {conversion.from_year}, niet omgerekend: dat jaar staat niet in de index",
        f"price of {conversion.from_year}, not converted: that year is not in the index",
    )


_SENTENCES = {
    Outcome.CONVERTED: _converted,
    Outcome.SAME_YEAR: _same_year,
    Outcome.UNDATED: _undated,
    Outcome.OUTSIDE_INDEX: _outside,
}
