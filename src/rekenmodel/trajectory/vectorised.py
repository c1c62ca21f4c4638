"""The NumPy engine: all draws at once, one row of draws per domain, link, line and so on.

Rows come first in memory, so every operation runs along consecutive draws; no step makes an array as large as
all links. Calculates what `reference` says.
"""

import numpy as np

from rekenmodel.trajectory.engine_input import Paths, Places, Rows, Schedule, Wiring
from rekenmodel.trajectory.reference import STEEPEST
from rekenmodel.values.draws import Draws

_LN2 = float(np.log(2.0))

Product = tuple[Draws, Draws, Draws]
"""A total, and the two rows whose product is added to it."""


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

    After construction it stands at the start; `live` goes to the next month. `level` is (J, n), `spent` (P,
    n) euros so far, `due` (P, n) euros of the last month, `happened` (E, n) how often so far, `coached` (J,
    n) the push of help that depends on engagement, in the last call of `goals`.
    """

    def __init__(self, wiring: Wiring, rows: Rows, schedule: Schedule) -> None:
        self.wiring, self.row, self.plan = wiring, rows, schedule
        self.level = rows.start.copy()
        self.dose = wiring.dose_before
        self.goal = reached(wiring, rows.half, self.dose)
        self.built = self.goal.copy()
        self.not_yet = np.ones_like(rows.chance)
        self.luck = rows.luck.copy()  # below zero once the event happened: then it cannot happen again
        self.running: list[tuple[int, int, Places, Draws]] = []  # last month, payer, draws, euros a month
        self.charged = np.zeros(len(schedule.charged))
        self.fees, self.due, self.spent = np.zeros((3, wiring.payers, rows.draws))
        self.happened = np.zeros_like(rows.chance)
        self._zs, self.coached, self._odds = (*np.empty((2, *self.level.shape)), np.empty_like(rows.chance))
        self._growth, self._term = np.empty_like(self.built), np.empty(rows.draws)
        self._pushes, self._slopes = self._products()

    def _products(self) -> tuple[list[Product], list[Product]]:
        """Return what is multiplied and added every month, as views: for where levels head, and for
        chances."""
        level, built = list(self.level), list(self.built)
        zs, coached, odds = list(self._zs), list(self.coached), list(self._odds)
        wiring, row = self.wiring, self.row
        into = [zs if direct else coached for direct in wiring.direct]
        pushes = [
            (zs[there], weight, level[here])
            for here, there, weight in zip(wiring.link_from, wiring.link_to, row.weight, strict=True)
        ] + [
            (into[line][domain], effect, built[line])
            for line, domain, effect in zip(wiring.effect_line, wiring.effect_to, row.effect, strict=True)
        ]
        slopes = [
            (odds[event], slope, level[domain])
            for event, domain, slope in zip(wiring.slope_event, wiring.slope_on, row.slope, strict=True)
        ]
        return pushes, slopes

    def live(self, month: int) -> None:
        """Go from the begin of `month` (0 is the first) to its end."""
        dose = self.plan.dose[:, month]
        if (dose != self.dose).any():
            self.goal, self.dose = reached(self.wiring, self.row.half, dose), dose
        growth = np.subtract(self.goal, self.built, out=self._growth)
        growth *= self.row.build
        self.built += growth
        goals = self.goals(month)
        goals -= self.level
        goals *= self.row.rate
        self.not_yet *= np.subtract(1.0, self._chance(month), out=self._odds)
        self.level += goals
        for slot, event in enumerate(self.wiring.slot_event):
            here = np.flatnonzero(self.not_yet[event] <= self.luck[slot])
            if here.size:
                self._strike(slot, event, here, month)
        self._pay(month)

    def goals(self, month: int) -> Draws:
        """Return where every level is heading, (J, n)."""
        zs, coached = self._zs, self.coached
        np.copyto(zs, self.row.base)
        coached.fill(0.0)
        self._add(self._pushes)
        coached *= self._engaged(month)
        zs += coached
        zs *= 2.0
        return logistic(zs)

    def _add(self, products: list[Product]) -> None:
        for total, one, other in products:
            np.add(total, np.multiply(one, other, out=self._term), out=total)

    def _engaged(self, month: int) -> Draws:
        """Return which share of the effect of help arrives, (n,)."""
        engaged: Draws = np.einsum("jn,jn->n", self.row.engage[1:], self.level)
        engaged += self.row.engage[0]
        logistic(engaged)
        lost = np.subtract(self.plan.helpers[month], self.row.burden[1], out=self._term)
        np.maximum(lost, 0.0, out=lost)
        lost *= self.row.burden[0]
        lost += 1.0
        engaged /= lost
        return engaged

    def _chance(self, month: int) -> Draws:
        """Return the chance of every event in this month, (E, n), 0..1."""
        odds = self._odds
        np.copyto(odds, self.row.chance)
        self._add(self._slopes)
        factor = self.plan.odds[:, month, None]
        np.clip(odds, -STEEPEST, STEEPEST, out=odds)
        np.negative(odds, out=odds)
        np.exp(odds, out=odds)
        odds += factor
        return np.divide(factor, odds, out=odds)

    def _strike(self, slot: int, event: int, here: Places, month: int) -> None:
        """Let the event happen in the draws `here`."""
        self.luck[slot, here] = -1.0
        self.happened[event, here] += 1.0
        for hit in np.flatnonzero(self.wiring.hit_event == event):
            size, level = self.row.hit[hit, here], self.level[self.wiring.hit_on[hit]]
            level[here] += size * np.where(size < 0, level[here], 1.0 - level[here])
        for bill in np.flatnonzero(self.wiring.bill_event == event):
            last = month + int(self.wiring.bill_months[bill]) - 1
            payer, euros = int(self.wiring.bill_payer[bill]), self.row.bill[bill, here]
            self.running.append((last, payer, here, euros))

    def _pay(self, month: int) -> None:
        """Book what is paid in this month."""
        charged = self.plan.charged[:, month]
        if (charged != self.charged).any():
            self.fees.fill(0.0)
            for line in np.flatnonzero(charged):
                self.fees[self.wiring.line_payer[line]] += charged[line] * self.row.price[line]
            self.charged = charged
        np.copyto(self.due, self.fees)
        self.running = [bill for bill in self.running if bill[0] >= month]
        for _, payer, here, euros in self.running:
            self.due[payer, here] += euros
        self.spent += self.due


def trace(wiring: Wiring, rows: Rows, schedule: Schedule) -> Paths:
    """Return the paths of every draw under one scenario."""
    course = Course(wiring, rows, schedule)
    months = [(course.level.copy(), course.spent.copy(), course.happened.copy())]
    for month in range(schedule.dose.shape[1]):
        course.live(month)
        months.append((course.level.copy(), course.spent.copy(), course.happened.copy()))
    return Paths(*(np.stack(kind) for kind in zip(*months, strict=True)))
