"""The cost of each line of help in each month: bills where there are bills, else price times quantity.

What is unknown stays unknown: an entry without an amount, never a zero. Months after today are a forecast of
"if nothing changes": open-ended help runs on, planned help starts and stops as planned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from rekenmodel.costs.bills import BillPart, Bills, settled, spread, total
from rekenmodel.costs.helps import HelpCost
from rekenmodel.costs.rates import OWN_BILLS, Basis, Rate, rate_of
from rekenmodel.costs.units import Period, lengths_in, periods, periods_in
from rekenmodel.values import Band, Conversions, Month, Payer, PriceIndex

_FAR = date.max.toordinal()


class CostEntry(NamedTuple):
    """What one line of help costs in one month, in euros of the table's price year.

    `amount` is None when it is unknown. `days` are the days that price and quantity are about.
    A month that is partly billed has two entries: one for the bills and one for the other days.
    """

    help: HelpCost
    month: Month
    amount: Band | None
    basis: Basis
    days: int
    forecast: bool
    rate: Rate | None
    bills: Sequence[BillPart] = ()

    @property
    def payer(self) -> Payer | None:
        """Who pays; None when that is unclear or disputed."""
        return self.help.payer

    @property
    def tariff_amount(self) -> Band | None:
        """What price times quantity would give for the days that bills settle: both stay visible."""
        if not self.bills or self.rate is None or not self.days:
            return None
        return self.rate.cost(periods_in(self.rate.period, self.days, self.month))


class _Slot(NamedTuple):
    """A month made ready: its first and last day (ordinals), the days of each period, whether it is ahead."""

    month: Month
    first: int
    last: int
    lengths: dict[Period, int]
    forecast: bool


class _Costs(dict[tuple[int, int], Band]):
    """What some days cost, by the days and those of one period, calculated once: most months are alike."""

    def __init__(self, rate: Rate) -> None:
        super().__init__()
        self.rate = rate

    def __missing__(self, alike: tuple[int, int]) -> Band:
        self[alike] = found = self.rate.cost(periods(*alike))
        return found


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of help made ready: its rate, its bills per month and the days (ordinals) it runs.

    `end` is None when it has not stopped and no planned end lies ahead: then it runs on.
    """

    help: HelpCost
    rate: Rate | None
    bills: Bills
    start: int
    end: int

    def runs_on(self, day: date) -> bool:
        """Return whether the help runs on `day`."""
        return self.start <= day.toordinal() <= self.end


@dataclass(frozen=True)
class CostTable:
    """All entries of the asked months, and the lines they came from, in the order of the input."""

    entries: tuple[CostEntry, ...]
    lines: tuple[CostLine, ...]
    months: tuple[Month, ...]
    price_year: int
    today: date

    @cached_property
    def by_month(self) -> dict[Month, list[CostEntry]]:
        """The entries of each asked month."""
        found: dict[Month, list[CostEntry]] = {month: [] for month in self.months}
        for entry in self.entries:
            found[entry.month].append(entry)
        return found


def monthly_costs(
    helps: Sequence[HelpCost], first: Month, last: Month, price_year: int, index: PriceIndex, today: date
) -> CostTable:
    """Return what each line of help costs in each month of first..last, in euros of `price_year`.

    Days count from `since` up to and including `until`. Help that was not stopped runs to its planned end;
    when that day has passed it still runs. Raises RefusedError when the index has no `price_year`.
    """
    months = Month.span(first, last)
    now = Month.of(today)
    slots = [_Slot(month, *month.ordinals, lengths_in(month), month > now) for month in months]
    conversions = Conversions(index, price_year)
    lines = tuple(_line(one, conversions, today) for one in helps)
    entries: list[CostEntry] = []
    for line in lines:
        entries.extend(_once(line, slots) if line.help.period is Period.ONCE else _running(line, slots))
    return CostTable(tuple(entries), lines, months, price_year, today)


def _line(one: HelpCost, conversions: Conversions, today: date) -> CostLine:
    end = _expected_end(one, today)
    bills = spread(one.declared, conversions)
    rate = rate_of(one, bills, conversions, end)
    if one.since is None:
        return CostLine(one, rate, bills, _FAR, 0)
    return CostLine(one, rate, bills, one.since.toordinal(), _FAR if end is None else end.toordinal())


def _expected_end(one: HelpCost, today: date) -> date | None:
    """Return the last day the help ran or will run; None when it runs on."""
    if one.until is not None:
        return one.until
    if one.planned_end is not None and one.planned_end >= today:
        return one.planned_end
    return None


def _running(line: CostLine, slots: Sequence[_Slot]) -> Iterator[CostEntry]:
    """Yield the entries of help that comes back every period."""
    help_, rate, bills = line.help, line.rate, line.bills
    costs = _Costs(rate) if rate else None
    for month, first, last, lengths, forecast in slots:
        start = first if first > line.start else line.start
        stop = last if last < line.end else line.end
        days = stop - start + 1 if stop >= start else 0
        if month in bills:
            by_bill = settled(bills[month], start, stop)
            yield _billed(line, month, by_bill)
            days -= by_bill
        if days and rate and costs is not None:
            amount = costs[days, lengths[rate.period]]
            yield CostEntry(help_, month, amount, rate.basis, days, forecast, rate)
        elif days:
            yield CostEntry(help_, month, None, Basis.UNKNOWN, days, forecast, None)


def _once(line: CostLine, slots: Sequence[_Slot]) -> Iterator[CostEntry]:
    """Yield the entries of help that is paid once: by its bills, else at the start.

    The tariff amount stands beside the first bill, wherever the start of the help lies.
    """
    first = min(line.bills, default=None)
    for slot in slots:
        if slot.month in line.bills:
            yield _billed(line, slot.month, int(slot.month == first))
        elif first is None and slot.first <= line.start <= slot.last:
            amount = line.rate.cost(Decimal(1)) if line.rate else None
            basis = line.rate.basis if line.rate else Basis.UNKNOWN
            yield CostEntry(line.help, slot.month, amount, basis, 1, slot.forecast, line.rate)


def _billed(line: CostLine, month: Month, days: int) -> CostEntry:
    """Return the entry of the bills of one month, which settle so many days."""
    rate = line.rate if line.rate and line.rate.source is not OWN_BILLS else None
    parts = line.bills[month]
    amount = Band.exact(total(parts), parts[0].conversion.to_year)
    return CostEntry(line.help, month, amount, Basis.INVOICE, days, False, rate, parts)
