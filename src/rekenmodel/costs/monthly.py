"""The cost of each line of help in each month: bills where there are bills, else price times quantity.

What is unknown stays unknown: an entry without an amount, never a zero. Months after today are a forecast of
"if nothing changes": open-ended help runs on, planned help starts and stops as planned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from rekenmodel.costs.bills import BillPart, MonthBills, spread
from rekenmodel.costs.helps import HelpCost
from rekenmodel.costs.rates import OWN_BILLS, Basis, Rate, rate_of
from rekenmodel.costs.units import Period, periods_in
from rekenmodel.values import Band, Month, Payer, PriceIndex

_FAR = date.max.toordinal()

Costs = dict[Decimal, Band]
"""What a line of help costs per number of periods: most months are alike."""


class CostEntry(NamedTuple):
    """What one line of help costs in one month, in euros of the table's price year.

    `amount` is None when it is unknown. `days` are the days that price and quantity are about.
    `tariff_amount` is what price times quantity would give for the days that bills settle: both stay
    visible. A month that is partly billed has two entries: one for the bills and one for the other days.
    """

    help: HelpCost
    month: Month
    amount: Band | None
    basis: Basis
    days: int
    forecast: bool
    rate: Rate | None
    bills: tuple[BillPart, ...] = ()
    tariff_amount: Band | None = None

    @property
    def payer(self) -> Payer | None:
        """Who pays; None when that is unclear or disputed."""
        return self.help.payer


@dataclass(frozen=True, slots=True)
class CostLine:
    """One line of help made ready: its rate, its bills per month and the days (ordinals) it runs.

    `end` is None when it has not stopped and no planned end lies ahead: then it runs on.
    """

    help: HelpCost
    rate: Rate | None
    bills: dict[Month, MonthBills]
    start: int
    end: int

    def runs_on(self, day: date) -> bool:
        """Return whether the help runs on `day`."""
        return self.start <= day.toordinal() <= self.end


@dataclass(frozen=True, slots=True)
class CostTable:
    """All entries of the asked months, and the lines they came from, in the order of the input."""

    entries: tuple[CostEntry, ...]
    lines: tuple[CostLine, ...]
    months: tuple[Month, ...]
    price_year: int
    today: date


def monthly_costs(
    helps: Sequence[HelpCost], first: Month, last: Month, price_year: int, index: PriceIndex, today: date
) -> CostTable:
    """Return what each line of help costs in each month of first..last, in euros of `price_year`.

    Days count from `since` up to and including `until`. Help that was not stopped runs to its planned end;
    when that day has passed it still runs. Raises RefusedError when the index has no `price_year`.
    """
    months = Month.span(first, last)
    bounds = [(month, month.first_day.toordinal(), month.last_day.toordinal()) for month in months]
    lines = tuple(_line(one, price_year, index, today) for one in helps)
    now = Month.of(today)
    entries: list[CostEntry] = []
    for line in lines:
        once = line.help.period is Period.ONCE
        entries.extend(_once(line, months, now) if once else _running(line, bounds, now))
    return CostTable(tuple(entries), lines, months, price_year, today)


def _line(one: HelpCost, price_year: int, index: PriceIndex, today: date) -> CostLine:
    end = _expected_end(one, today)
    bills = spread(one.declared, index, price_year)
    rate = rate_of(one, bills, index, price_year, end)
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


def _running(line: CostLine, bounds: Sequence[tuple[Month, int, int]], now: Month) -> Iterator[CostEntry]:
    """Yield the entries of help that comes back every period."""
    costs: Costs = {}
    for month, first, last in bounds:
        start = first if first > line.start else line.start
        stop = last if last < line.end else line.end
        days = stop - start + 1 if stop >= start else 0
        billed = line.bills.get(month)
        if billed is not None:
            settled = billed.settled(start, stop)
            yield _billed(line, month, billed, settled, costs)
            days -= settled
        if days:
            yield _expected(line, month, days, now, costs)


def _once(line: CostLine, months: Sequence[Month], now: Month) -> Iterator[CostEntry]:
    """Yield the entries of help that is paid once: by its bills, else at the start.

    The tariff amount stands beside the first bill, wherever the start of the help lies.
    """
    if line.bills:
        for month in months:
            if month in line.bills:
                yield _billed(line, month, line.bills[month], int(month == min(line.bills)), {})
    elif line.help.since is not None and (month := Month.of(line.help.since)) in months:
        yield _expected(line, month, 1, now, {})


def _expected(line: CostLine, month: Month, days: int, now: Month, costs: Costs) -> CostEntry:
    """Return the entry of days without a bill: by the rate of the line, else unknown."""
    if line.rate is None:
        return CostEntry(line.help, month, None, Basis.UNKNOWN, days, month > now, None)
    amount = _cost(line.rate, days, month, costs)
    return CostEntry(line.help, month, amount, line.rate.basis, days, month > now, line.rate)


def _billed(line: CostLine, month: Month, billed: MonthBills, settled: int, costs: Costs) -> CostEntry:
    """Return the entry of the bills of one month, with the tariff for the settled days beside it."""
    rate = line.rate if line.rate and line.rate.source is not OWN_BILLS else None
    tariff = _cost(rate, settled, month, costs) if rate and settled else None
    amount = billed.total(billed.parts[0].conversion.to_year)
    return CostEntry(line.help, month, amount, Basis.INVOICE, settled, False, rate, billed.parts, tariff)


def _cost(rate: Rate, days: int, month: Month, costs: Costs) -> Band:
    """Return the cost of some days; `costs` remembers it."""
    periods = periods_in(rate.period, days, month)
    found = costs.get(periods)
    if found is None:
        found = costs[periods] = rate.cost(periods)
    return found
