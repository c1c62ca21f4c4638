"""When money flows: amounts per period, and what they are worth now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from rekenmodel.social_value.terms import Terms
from rekenmodel.values.draws import Draws, Duration, check_rate, discount_factors, draw_count


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Euros per period, and what they are worth now.

    Kept as `scale`, euros of shape (n,), times the course of one euro: `unit` and `unit_present`, of shape
    (periods + 1, 1) or (periods + 1, n). Row 0 is what is paid at the very start; row t is period t.
    """

    scale: Draws
    unit: Draws
    unit_present: Draws

    @property
    def amounts(self) -> Draws:
        """Euros per period, shape (periods + 1, n)."""
        return self.scale * self.unit

    @property
    def present(self) -> Draws:
        """What the euros of each period are worth now, shape (periods + 1, n)."""
        return self.scale * self.unit_present

    @property
    def present_value(self) -> Draws:
        """What all periods together are worth now, in euros, shape (n,)."""
        total: Draws = self.scale * self.unit_present.sum(axis=0)
        return total

    @property
    def draw_count(self) -> int:
        """How many draws this flow has. Raises RefusedError when its parts have different numbers."""
        return draw_count(self.scale, self.unit, self.unit_present)

    def times(self, weight: Draws | float) -> "Flow":
        """Return this flow times a weight per draw, shape (n,)."""
        return Flow(self.scale * weight, self.unit, self.unit_present)


def total_flow(flows: Iterable[Flow], terms: Terms) -> Flow:
    """Return the sum of flows that have the same number of draws, or one; zero when there are none."""
    given = list(flows)
    none = np.zeros((terms.periods + 1, 1))
    amounts = _sum_of_products([(flow.scale, flow.unit) for flow in given], none)
    present = _sum_of_products([(flow.scale, flow.unit_present) for flow in given], none)
    return Flow(np.ones(1), amounts, present)


def _sum_of_products(flows: Sequence[tuple[Draws, Draws]], none: Draws) -> Draws:
    """Return the sum of scale x unit; where every draw has the same course, as one matrix product."""
    total = none
    same = [(scale, unit) for scale, unit in flows if unit.shape[1] == 1]
    if same:
        scales = np.vstack(np.broadcast_arrays(*(scale for scale, _ in same)))
        total = np.hstack([unit for _, unit in same]) @ scales
    for scale, unit in flows:
        if unit.shape[1] > 1:
            total = total + scale * unit
    return total


def yearly_flow(
    per_year: Draws, start: Duration, duration: Duration, terms: Terms, drop_off: Draws | float = 0.0
) -> Flow:
    """Return the flow of `per_year` euros a year from `start`, for `duration`, until the horizon.

    In its k-th year it is per_year x (1 - drop_off)^(k - 1); parts of a year count in proportion.
    Raises RefusedError when the inputs have different numbers of draws.
    """
    edges = np.arange(terms.periods + 1) / terms.step.per_year
    factors = discount_factors(terms.rate, terms.periods, terms.timing, terms.step)
    draw_count(per_year, start.years, duration.years, np.atleast_1d(drop_off), factors)
    since = np.clip(edges[:, None] - start.years, 0, duration.years)
    unit = np.diff(_years_counted(since, np.atleast_1d(drop_off)), axis=0, prepend=0)
    return Flow(per_year, unit, unit * np.vstack([np.ones((1, factors.shape[1])), factors]))


def _years_counted(since: Draws, drop_off: Draws) -> Draws:
    """Return how many undiminished years the time since the start is worth, same shape as `since`."""
    whole = np.floor(since).astype(np.intp)
    powers = (1 - drop_off) ** np.arange(whole.max() + 1)[:, None]
    sums = np.vstack([np.zeros((1, drop_off.size)), powers.cumsum(axis=0)])
    columns = np.arange(drop_off.size)
    counted: Draws = sums[whole, columns] + (since - whole) * powers[whole, columns]
    return counted


def single_flow(amount: Draws, start: Duration, terms: Terms) -> Flow:
    """Return the flow of `amount` euros paid once, after `start`; nothing when that is past the horizon.

    It is discounted over exactly `start`, whatever the timing of the periods.
    """
    years, rate = start.years, check_rate(terms.rate)
    draw_count(amount, years, rate)
    period = np.ceil(np.round(years * terms.step.per_year, 9))
    unit = (np.arange(terms.periods + 1)[:, None] == period).astype(np.float64)
    return Flow(amount, unit, unit * (1 + rate) ** -years)
