"""What the costs say: per payer over twelve months, per month, the dearest month, and what goes on.

Sums of bands add lows to lows and highs to highs. That supposes that all prices are off the same way. It is
the careful choice: prices share their sources, their index and the habit of registering hours, so they do
not err independently, and how far they do is not known. It also lets the payers' bands add up to the total.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenmodel.costs.helps import HelpCost
from rekenmodel.costs.monthly import CostEntry, CostTable
from rekenmodel.costs.rates import Basis
from rekenmodel.costs.units import Period, periods_in_average_month
from rekenmodel.values import Band, Month, Outcome, Payer


@dataclass(frozen=True, slots=True)
class PayerRow:
    """What one payer pays; `share` is its part of the total, 0 to 1. Payer None: unclear who pays."""

    payer: Payer | None
    amount: Band
    share: Decimal


@dataclass(frozen=True, slots=True)
class YearlyCosts:
    """Twelve months per payer, dearest first, with what the total rests on and what is missing in it.

    `shares` gives the part of the total by basis, 0 to 1. `unknown` is help that ran at an unknown price
    and is not in the total; `unconverted` is help whose price kept its own year, or had none.
    """

    months: tuple[Month, ...]
    rows: tuple[PayerRow, ...]
    total: Band
    shares: dict[Basis, Decimal]
    unknown: tuple[HelpCost, ...]
    unconverted: tuple[HelpCost, ...]


@dataclass(frozen=True, slots=True)
class RunRate:
    """What the help of today costs per average month if nothing changes, and help whose price is unknown."""

    amount: Band
    unknown: tuple[HelpCost, ...]


def yearly_by_payer(table: CostTable) -> YearlyCosts:
    """Return the costs of the month of today and the eleven before it, as far as the table has them.

    The current month counts whole: its last days are what is expected.
    """
    now = Month.of(table.today)
    months = tuple(month for month in table.months if now.plus(-11) <= month <= now)
    asked = frozenset(months)
    entries = [entry for entry in table.entries if entry.month in asked]
    total = _total(entries, table.price_year)
    payers = {entry.payer for entry in entries if entry.amount is not None}
    rows = [_row(payer, entries, total) for payer in payers]
    rows.sort(key=lambda row: (-row.amount.mid, row.payer or ""))
    shares = {
        basis: _share(_total((one for one in entries if one.basis is basis), table.price_year), total)
        for basis in (Basis.INVOICE, Basis.TARIFF, Basis.ESTIMATE)
    }
    unknown = _helps(entry for entry in entries if entry.amount is None)
    return YearlyCosts(months, tuple(rows), total, shares, unknown, _helps(filter(_unconverted, entries)))


def monthly_by_payer(table: CostTable) -> dict[Month, dict[Payer | None, Band]]:
    """Return the known costs per month and payer: every asked month is there, empty when nothing is known."""
    months: dict[Month, dict[Payer | None, list[Band]]] = {month: {} for month in table.months}
    for entry in table.entries:
        if entry.amount is not None:
            months[entry.month].setdefault(entry.payer, []).append(entry.amount)
    return {
        month: {payer: Band.total(amounts, table.price_year) for payer, amounts in payers.items()}
        for month, payers in months.items()
    }


def peak_month(table: CostTable) -> tuple[Month, Band] | None:
    """Return the dearest month up to and including today's, with its known cost; None without costs.

    Of two equally dear months the first counts.
    """
    now = Month.of(table.today)
    months: dict[Month, list[Band]] = {month: [] for month in table.months if month <= now}
    for entry in table.entries:
        if entry.amount is not None and entry.month in months:
            months[entry.month].append(entry.amount)
    totals = [(month, Band.total(amounts, table.price_year)) for month, amounts in months.items()]
    dearest = max(totals, key=lambda pair: pair[1].mid, default=None)
    return dearest if dearest and dearest[1].mid > 0 else None


def current_month_run_rate(table: CostTable) -> RunRate:
    """Return what all help that runs today costs in an average month, one-off costs left out."""
    running = [
        line for line in table.lines if line.runs_on(table.today) and line.help.period is not Period.ONCE
    ]
    costs = (line.rate.cost(periods_in_average_month(line.rate.period)) for line in running if line.rate)
    unknown = tuple(line.help for line in running if line.rate is None)
    return RunRate(Band.total(costs, table.price_year), unknown)


def _row(payer: Payer | None, entries: Iterable[CostEntry], total: Band) -> PayerRow:
    amount = _total((entry for entry in entries if entry.payer is payer), total.price_year)
    return PayerRow(payer, amount, _share(amount, total))


def _total(entries: Iterable[CostEntry], price_year: int | None) -> Band:
    return Band.total((entry.amount for entry in entries if entry.amount is not None), price_year)


def _share(part: Band, whole: Band) -> Decimal:
    """Return the part of the whole, by their middles; zero when the whole is nothing or a net credit."""
    return part.mid / whole.mid if whole.mid > 0 else Decimal(0)


def _helps(entries: Iterable[CostEntry]) -> tuple[HelpCost, ...]:
    return tuple({entry.help.key: entry.help for entry in entries}.values())


def _unconverted(entry: CostEntry) -> bool:
    conversions = [part.conversion for part in entry.bills]
    if entry.rate is not None and not entry.bills:
        conversions.append(entry.rate.conversion)
    return any(one.outcome in (Outcome.UNDATED, Outcome.OUTSIDE_INDEX) for one in conversions)
