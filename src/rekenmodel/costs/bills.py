"""Billed amounts, spread over the months they are about.

A bill over several months is spread by days, in whole cents, so that the parts add up to the bill exactly.
A credit that names the bill it takes back is spread over the days of that bill: it cancels it month by month.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from rekenmodel.costs.helps import Declared
from rekenmodel.values import Conversion, Conversions, Month

_MILLIONTH = Decimal("0.000001")


class BillPart(NamedTuple):
    """The part of one bill that falls in one month: whole cents as billed, and euros of the table's year.

    `first` and `last` (ordinals) are the days that it settles.
    """

    bill: Declared
    cents: int
    amount: Decimal
    conversion: Conversion
    first: int
    last: int


Bills = Mapping[Month, Sequence[BillPart]]
"""The parts of bills in each month; a month without bills is not there."""


def total(parts: Iterable[BillPart]) -> Decimal:
    """Return what the parts are together, in euros of the table's year."""
    return sum((part.amount for part in parts), Decimal(0))


def settled(parts: Iterable[BillPart], start: int, stop: int) -> int:
    """Return how many days of start..stop (ordinals, both included) the parts settle."""
    days, reached = 0, start - 1
    for first, last in sorted((part.first, part.last) for part in parts):
        begin, end = max(first, reached + 1), min(last, stop)
        if begin <= end:
            days += end - begin + 1
            reached = end
    return days


def rounded(amount: Decimal) -> Decimal:
    """Return `amount` to a millionth of a euro, so that sums are exact and the same in any order."""
    return amount.quantize(_MILLIONTH)


def spread(declared: Sequence[Declared], conversions: Conversions) -> Bills:
    """Return the bills per month, in euros of one year; a bill's own year is the year of the month.

    A bill that lies within one month settles that whole month: it is the bill of that month. A bill that
    crosses the end of a month settles only its own days.
    """
    by_reference = {bill.reference: bill for bill in declared}
    months: dict[Month, list[BillPart]] = {}
    for bill in declared:
        cuts, before = _cut(*_period(bill, by_reference)), 0
        for month, first, last, days in cuts:
            upto = _share(bill.cents, days, cuts[-1][-1])
            conversion = conversions[month.year]
            amount = rounded(Decimal(upto - before) / 100 * conversion.factor)
            part = BillPart(bill, upto - before, amount, conversion, first, last)
            months.setdefault(month, []).append(part)
            before = upto
    return months


@lru_cache(maxsize=10_000)
def _cut(begin: date, end: date) -> tuple[tuple[Month, int, int, int], ...]:
    """Return each month of a period with the days (ordinals) to settle in it, and the period's days so far.

    Kept, because most bills are about the same months.
    """
    start, stop = begin.toordinal(), end.toordinal()
    months = Month.span(Month.of(begin), Month.of(end))
    if len(months) == 1:
        return ((months[0], *months[0].ordinals, stop - start + 1),)
    cuts = [(month, max(start, month.ordinals[0]), min(stop, month.ordinals[1])) for month in months]
    return tuple((month, first, last, last - start + 1) for month, first, last in cuts)


def _period(bill: Declared, by_reference: Mapping[str, Declared]) -> tuple[date, date]:
    """Return the days a bill is about: for a credit those of the bill that it takes back."""
    source = by_reference.get(bill.corrects, bill) if bill.corrects else bill
    return source.begin, source.end


def _share(cents: int, days: int, total_days: int) -> int:
    """Return the cents up to and including `days` of `total_days`, alike for bills and credits."""
    part = abs(cents) * days // total_days
    return part if cents >= 0 else -part
