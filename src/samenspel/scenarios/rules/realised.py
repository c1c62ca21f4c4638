"""What a kept run expected beside what really happened: costs month by month, as far as they are known."""

from dataclasses import dataclass
from datetime import date

from rekenmodel.costs import monthly_by_payer, monthly_costs
from rekenmodel.values import Month
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.situation import cost_lines
from samenspel.scenarios.rules.lists import Basis
from samenspel.scenarios.rules.outcome import WayRow


@dataclass(frozen=True, slots=True)
class RealisedMonth:
    """After so many months: what was expected so far (low, middle, high) and what it was, in euros."""

    month: int
    low: float
    mid: float
    high: float
    was: float

    @property
    def inside(self) -> bool:
        """Whether what happened lies in the band: so do nine of ten, when the model is right."""
        return self.low <= self.was <= self.high


def realised(
    expected: WayRow, run_on: date, file: HouseholdFile, lists: Basis, today: date
) -> tuple[RealisedMonth, ...]:
    """Compare whole calendar months after the run, up to the last one that is over.

    Real costs come from bills where there are bills, else from price times quantity of the help that really
    ran, in euros of the year of the run. The bills of events stand in them as far as they became help.
    """
    first, last = Month.of(run_on).plus(1), Month.of(today).plus(-1)
    if last < first:
        return ()
    table = monthly_costs(cost_lines(file, lists.prices), first, last, lists.year, lists.index, today)
    found, so_far = [], 0.0
    for place, amounts in enumerate(monthly_by_payer(table).values(), start=1):
        so_far += float(sum(band.mid for band in amounts.values()))
        if place < len(expected.total.mid):
            low, mid, high = (
                row[place] for row in (expected.total.low, expected.total.mid, expected.total.high)
            )
            found.append(RealisedMonth(place, low, mid, high, so_far))
    return tuple(found)
