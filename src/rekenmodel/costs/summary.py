"""What the costs say: per payer over twelve months, per month, the dearest month, and what goes on.

Sums of bands add lows to lows and highs to highs. That supposes that all prices are off the same way. It is
the careful choice: prices share their sources, their index and the habit of registering hours, so they do
not err independently, and how far they do is not known. It also lets the payers' bands add up to the total.
"""

from collections.abc import Iterable, Iterator
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
    entries = [entry for month in months for entry in table.by_month[month]]
    paid = _paid(entries, table.price_year)
    shares = dict.fromkeys((Basis.INVOICE, Basis.TARIFF, Basis.ESTIMATE), Decimal(0))
    for entry in entries:
        if entry.amount is not None:
            shares[entry.basis] += entry.amount.mid
    total = Band.total(paid.values(), table.price_year)
    rows = [PayerRow(payer, amount, _share(amount.mid, total)) for payer, amount in paid.items()]
    rows.sort(key=lambda row: (-row.amount.mid, row.payer or ""))
    return YearlyCosts(
        months,
        tuple(rows),
        total,
        {basis: _share(amount, total) for basis, amount in shares.items()},
        _helps(entry for entry in entries if entry.amount is None),
        _helps(filter(_unconverted, entries)),
    )


def monthly_by_payer(table: CostTable) -> dict[Month, dict[Payer | None, Band]]:
    """Return the known costs per month and payer: every asked month is there, empty when nothing is known."""
    return {month: _paid(entries, table.price_year) for month, entries in table.by_month.items()}


def peak_month(table: CostTable) -> tuple[Month, Band] | None:
    """Return the dearest month up to and including today's, with its known cost; None without costs.

    Of two equally dear months the first counts.
    """
    now = Month.of(table.today)
    mids = {
        month: sum((amount.mid for amount in _amounts(entries)), Decimal(0))
        for month, entries in table.by_month.items()
        if month <= now
    }
    dearest = max(mids, key=mids.__getitem__, default=None)
    if dearest is None or mids[dearest] <= 0:
        return None
    return dearest, Band.total(_amounts(table.by_month[dearest]), table.price_year)


def current_month_run_rate(table: CostTable) -> RunRate:
    """Return what all help that runs today costs in an average month, one-off costs left out."""
    running = [
        line for line in table.lines if line.runs_on(table.today) and line.help.period is not Period.ONCE
    ]
    costs = (line.rate.cost(periods_in_average_month(line.rate.period)) for line in running if line.rate)
    unknown = tuple(line.help for line in running if line.rate is None)
    return RunRate(Band.total(costs, table.price_year), unknown)


def _amounts(entries: Iterable[CostEntry]) -> Iterator[Band]:
    return (entry.amount for entry in entries if entry.amount is not None)


def _paid(entries: Iterable[CostEntry], price_year: int) -> dict[Payer | None, Band]:
    """Return what is known that each payer pays."""
    payers: dict[Payer | None, list[Band]] = {}
    for entry in entries:
        if entry.amount is not None:
            payers.setdefault(entry.payer, []).append(entry.amount)
    return {payer: Band.total(amounts, price_year) for payer, amounts in payers.items()}


def _share(part: Decimal, whole: Band) -> Decimal:
    """Return the part of the whole, by its middle; zero when the whole is nothing or a net credit."""
    return part / whole.mid if whole.mid > 0 else Decimal(0)


def _helps(entries: Iterable[CostEntry]) -> tuple[HelpCost, ...]:
    return tuple({entry.help.key: entry.help for entry in entries}.values())


def _unconverted(entry: CostEntry) -> bool:
    rests_on = [part.conversion for part in entry.bills] or ([entry.rate.conversion] if entry.rate else [])
    return any(one.outcome in (Outcome.UNDATED, Outcome.OUTSIDE_INDEX) for one in rests_on)
