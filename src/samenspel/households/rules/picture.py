"""The one picture of a household on a day: the file with its signals, process state, load and costs."""

from dataclasses import dataclass
from datetime import date

from rekenmodel.costs import (
    CostTable,
    PriceList,
    RunRate,
    YearlyCosts,
    current_month_run_rate,
    monthly_costs,
    peak_month,
    yearly_by_payer,
)
from rekenmodel.signals import (
    FamilyLoad,
    Signal,
    Situation,
    SixFacts,
    StateResult,
    find_signals,
    load_on_family,
    process_state,
    six_facts,
)
from rekenmodel.values import Band, Month, PriceIndex
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.households.rules.situation import cost_lines, file_on, situation

MONTHS_AHEAD = 8
MOST_MONTHS_BACK = 60


@dataclass(frozen=True, slots=True)
class Prices:
    """What amounts are calculated with: the price list, the index, and the year in which amounts are said."""

    items: PriceList
    index: PriceIndex
    year: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the page, the report and the terminal show; nothing in it depends on the language."""

    file: HouseholdFile
    on: date
    today: date
    situation: Situation
    signals: tuple[Signal, ...]
    state: StateResult
    load: FamilyLoad
    facts: SixFacts
    costs: CostTable
    year: YearlyCosts
    peak: tuple[Month, Band] | None
    run_rate: RunRate

    @property
    def other_day(self) -> bool:
        """Whether the picture is of another day than today."""
        return self.on != self.today


def runs_on(row: Help, day: date) -> bool:
    """Whether help runs on `day`: it has started and has not stopped."""
    return row.since is not None and row.since <= day and (row.until is None or row.until > day)


def picture(file: HouseholdFile, on: date, prices: Prices, today: date | None = None) -> Picture:
    """Calculate the picture of a household on the day `on`; `today` None: that is today."""
    then = file_on(file, on, today)
    seen = situation(then, on)
    first, last = span(then, on)
    costs = monthly_costs(cost_lines(then, prices.items), first, last, prices.year, prices.index, on)
    return Picture(
        file=then,
        on=on,
        today=today or on,
        situation=seen,
        signals=find_signals(seen),
        state=process_state(seen),
        load=load_on_family(seen),
        facts=six_facts(seen),
        costs=costs,
        year=yearly_by_payer(costs),
        peak=peak_month(costs),
        run_rate=current_month_run_rate(costs),
    )


def span(file: HouseholdFile, on: date) -> tuple[Month, Month]:
    """The months that the timeline shows: from the first help (five years at most) to eight months ahead."""
    now = Month.of(on)
    days = [row.since or row.waiting_since for row in file.help]
    first = min((Month.of(day) for day in days if day is not None and day <= on), default=now.plus(-11))
    return max(min(first, now.plus(-11)), now.plus(-MOST_MONTHS_BACK)), now.plus(MONTHS_AHEAD)
