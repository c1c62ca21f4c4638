"""Billed amounts, spread over the months they are about.

A bill over several months is spread by days, in whole cents, so that the parts add up to the bill exactly.
A credit that names the bill it takes back is spread over the days of that bill: it cancels it month by month.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rekenmodel.costs.helps import Declared
from rekenmodel.values import Band, Conversion, Month, PriceIndex

_MILLIONTH = Decimal("0.000001")


class BillPart(NamedTuple):
    """The part of one bill that falls in one month: whole cents as billed, and euros of the table's year."""

    bill: Declared
    cents: int
    amount: Decimal
    conversion: Conversion


@dataclass(frozen=True, slots=True)
class MonthBills:
    """All parts of bills in one month, and the spans of days (first and last ordinal) that they settle."""

    parts: tuple[BillPart, ...]
    spans: tuple[tuple[int, int], ...]

    def total(self, price_year: int) -> Band:
        """Return the sum of the parts: an exact amount."""
        return Band.exact(sum((part.amount for part in self.parts), Decimal(0)), price_year)

    def settled(self, start: int, stop: int) -> int:
        """Return how many days of start..stop (ordinals, both included) the bills settle."""
        days, reached = 0, start - 1
        for first, last in sorted(self.spans):
            begin, end = max(first, reached + 1), min(last, stop)
            if begin <= end:
                days += end - begin + 1
                reached = end
        return days


def rounded(amount: Decimal) -> Decimal:
    """Return `amount` to a millionth of a euro, so that sums are exact and the same in any order."""
    return amount.quantize(_MILLIONTH)


def spread(declared: Sequence[Declared], index: PriceIndex, price_year: int) -> dict[Month, MonthBills]:
    """Return the bills per month, in euros of `price_year`; a bill's own year is the year of the month.

    A bill that lies within one month settles that whole month: it is the bill of that month. A bill that
    crosses the end of a month settles only its own days.
    """
    by_reference = {bill.reference: bill for bill in declared}
    conversions: dict[int, Conversion] = {}
    months: dict[Month, tuple[list[BillPart], list[tuple[int, int]]]] = {}
    for bill in declared:
        begin, end = _period(bill, by_reference)
        for month, cents, span in _cut(bill.cents, begin, end):
            if month.year not in conversions:
                conversions[month.year] = index.conversion(month.year, price_year)
            conversion = conversions[month.year]
            amount = rounded(Decimal(cents) / 100 * conversion.factor)
            parts, spans = months.setdefault(month, ([], []))
            parts.append(BillPart(bill, cents, amount, conversion))
            spans.append(span)
    return {month: MonthBills(tuple(parts), tuple(spans)) for month, (parts, spans) in months.items()}


def _cut(cents: int, begin: date, end: date) -> Iterator[tuple[Month, int, tuple[int, int]]]:
    """Yield each month of a bill with its cents and the days it settles."""
    first, last = Month.of(begin), Month.of(end)
    if first == last:
        yield first, cents, (first.first_day.toordinal(), first.last_day.toordinal())
        return
    start, stop = begin.toordinal(), end.toordinal()
    before = 0
    for month in Month.span(first, last):
        first_day = month.first_day.toordinal()
        span = (max(start, first_day), min(stop, first_day + month.days - 1))
        upto = _share(cents, span[1] - start + 1, stop - start + 1)
        yield month, upto - before, span
        before = upto


def _period(bill: Declared, by_reference: Mapping[str, Declared]) -> tuple[date, date]:
    """Return the days a bill is about: for a credit those of the bill that it takes back."""
    source = by_reference.get(bill.corrects, bill) if bill.corrects else bill
    return source.begin, source.end


def _share(cents: int, days: int, total_days: int) -> int:
    """Return the cents up to and including `days` of `total_days`, alike for bills and credits."""
    part = abs(cents) * days // total_days
    return part if cents >= 0 else -part
