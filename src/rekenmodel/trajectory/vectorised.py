"""The NumPy engine: all draws at once, one row of draws per domain, link, line and so on.

Rows come first in memory, so every operation runs along consecutive draws; no step makes an array as large as
all links. Calculates what `reference` says.
"""

import numpy as np

from rekenmodel.trajectory.engine_input import Paths, Rows, Schedule, Wiring
from rekenmodel.trajectory.reference import STEEPEST
from rekenmodel.values.draws import Draws

_LN2 = float(np.log(2.0))


def logistic(values: Draws) -> Draws:
    """Replace values by 1 / (1 + exp(-value)), in place, and return them."""
    np.clip(values, -STEEPEST, STEEPEST, out=values)
    np.negative(values, out=values)
    np.exp(values, out=values)
    values += 1.0
    return np.reciprocal(values, out=values)


def reached(wiring: Wiring, half: Draws, dose: Draws) -> Draws:
    """Return the share of its full effect that every line has at its dose in the end, (H, n), 0..1."""
    share = 1.0 - np.exp(-_LN2 * dose[:, None] / half)
    return np.where(wiring.direct[:, None], (dose > 0).astype(float)[:, None], share)


class Course:
    """The course of all draws under one scenario, month after month.

    After construction it stands at the start; `live` goes to the next month. `level` is (J, n), `spent` (P, n)
    euros so far, `happened` (E, n) how often so far.
    """

    def __init__(self, wiring: Wiring, rows: Rows, schedule: Schedule) -> None:
        self.wiring, self.row, self.plan = wiring, rows, schedule
        self.level = rows.start.copy()
        self.dose = wiring.dose_before
        self.goal = reached(wiring, rows.half, self.dose)
        self.built = self.goal.copy()
        self.not_yet = np.ones_like(rows.chance)
        self.since = np.full(rows.luck.shape, np.inf)
        self.spent = np.zeros((wiring.payers, rows.count))
        self.happened = np.zeros_like(rows.chance)
        self._one, self._other = np.empty((2, rows.count))
        self._zs, self._coached, self._chances = (
            *np.empty((2, *rows.start.shape)),
            np.empty_like(rows.chance),
        )

    def live(self, month: int) -> None:
        """Go from the begin of `month` (0 is the first) to its end."""
        dose = self.plan.dose[:, month]
        if (dose != self.dose).any():
            self.goal, self.dose = reached(self.wiring, self.row.half, dose), dose
        self.built += self.row.build * (self.goal - self.built)
        goals = self._goals(month)
        goals -= self.level
        goals *= self.row.rate
        before = self.not_yet.copy()
        self.not_yet *= 1.0 - self._chance(month)
        self.level += goals
        for slot, event in enumerate(self.wiring.slot_event):
            luck = self.row.luck[slot]
            self._strike(slot, event, (self.not_yet[event] <= luck) & (luck < before[event]), month)
        self._pay(month)

    def _goals(self, month: int) -> Draws:
        """Return where every level is heading, (J, n)."""
        zs, coached, term = self._zs, self._coached, self._one
        np.copyto(zs, self.row.base)
        coached.fill(0.0)
        for link, (here, there) in enumerate(zip(self.wiring.link_from, self.wiring.link_to, strict=True)):
            zs[there] += np.multiply(self.row.weight[link], self.level[here], out=term)
        for effect, (line, domain) in enumerate(
            zip(self.wiring.effect_line, self.wiring.effect_to, strict=True)
        ):
            into = zs if self.wiring.direct[line] else coached
            into[domain] += np.multiply(self.row.effect[effect], self.built[line], out=term)
        coached *= self._engaged(month)
        zs += coached
        zs *= 2.0
        return logistic(zs)

    def _engaged(self, month: int) -> Draws:
        """Return which share of the effect of help arrives, (n,)."""
        engaged, lost = self._one, self._other
        np.einsum("jn,jn->n", self.row.engage[1:], self.level, out=engaged)
        engaged += self.row.engage[0]
        logistic(engaged)
        np.subtract(self.plan.helpers[month], self.row.burden[1], out=lost)
        np.maximum(lost, 0.0, out=lost)
        lost *= self.row.burden[0]
        lost += 1.0
        engaged /= lost
        return engaged

    def _chance(self, month: int) -> Draws:
        """Return the chance of every event in this month, (E, n), 0..1."""
        odds = self._chances
        np.copyto(odds, self.row.chance)
        for slope, (event, domain) in enumerate(
            zip(self.wiring.slope_event, self.wiring.slope_on, strict=True)
        ):
            odds[event] += np.multiply(self.row.slope[slope], self.level[domain], out=self._one)
        factor = self.plan.odds[:, month, None]
        np.clip(odds, -STEEPEST, STEEPEST, out=odds)
        np.negative(odds, out=odds)
        np.exp(odds, out=odds)
        odds += factor
        return np.divide(factor, odds, out=odds)

    def _strike(self, slot: int, event: int, now: "np.ndarray[tuple[int], np.dtype[np.bool_]]", month: int) -> None:
        """Let the event happen in the draws where `now` is true."""
        here = np.flatnonzero(now)
        self.since[slot, here] = month
        self.happened[event, here] += 1.0
        for hit in np.flatnonzero(self.wiring.hit_event == event):
            size, level = self.row.hit[hit, here], self.level[self.wiring.hit_on[hit]]
            level[here] += size * np.where(size < 0, level[here], 1.0 - level[here])

    def _pay(self, month: int) -> None:
        """Book what is paid in this month."""
        charged = self.plan.charged[:, month]
        for line in np.flatnonzero(charged):
            payer = self.wiring.line_payer[line]
            self.spent[payer] += np.multiply(self.row.price[line], charged[line], out=self._one)
        for slot, event in enumerate(self.wiring.slot_event):
            for bill in np.flatnonzero(self.wiring.bill_event == event):
                earliest = month - self.wiring.bill_months[bill]
                due = (self.since[slot] <= month) & (self.since[slot] > earliest)
                here = np.flatnonzero(due)
                self.spent[self.wiring.bill_payer[bill], here] += self.row.bill[bill, here]


def trace(wiring: Wiring, rows: Rows, schedule: Schedule) -> Paths:
    """Return the paths of every draw under one scenario."""
    course = Course(wiring, rows, schedule)
    months = [(course.level.copy(), course.spent.copy(), course.happened.copy())]
    for month in range(schedule.dose.shape[1]):
        course.live(month)
        months.append((course.level.copy(), course.spent.copy(), course.happened.copy()))
    return Paths(*(np.stack(kind) for kind in zip(*months, strict=True)))
