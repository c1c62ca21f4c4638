"""The slow engine: plain Python, one draw at a time, so that anybody can check it by eye.

One month of one draw, from the levels x at its begin to those at its end:
1. help builds up: a += build (reached - a), where reached = 1 - 0.5^(dose / half), or 1 for a direct line;
2. engagement g = logistic(constant + sum slope_j x_j); coordination m = 1 / (1 + burden max(0, helpers -
free)); 3. push on domain j: direct effects, plus g m times the other effects, each effect x a;
4. z_j = base_j + sum_i weight_ij x_i + push_j; x_j += rate_j (logistic(2 z_j) - x_j);
5. an event has chance p = f / (f + exp(-(chance + sum slope x))) with f the factor on its odds; it happens
   when the chance that it did not happen yet falls to the luck of the draw; then it hits its domains;
6. payers pay what is charged, and the bills of events that happened less than `months` months ago.

Source of the update and of step 2: reference/value-model.md 4.1 in the material of the project; golden table
linked11. `vectorised` and `lanes` calculate the same faster and are tested against this file.
"""

import math

import numpy as np

from rekenmodel.trajectory.engine_input import Paths, Rows, Schedule, Wiring, part

STEEPEST = 700.0
"""Beyond this `exp` has no double to give; a logistic is 0 or 1 to all digits long before."""


def logistic(value: float) -> float:
    """Return 1 / (1 + exp(-value)), 0..1."""
    return 1.0 / (1.0 + math.exp(-min(max(value, -STEEPEST), STEEPEST)))


def trace(wiring: Wiring, rows: Rows, schedule: Schedule) -> Paths:
    """Return the paths of every draw under one scenario. Takes about a second per thousand draws a year."""
    paths = [_Draw(wiring, part(rows, one, one + 1), schedule).paths() for one in range(rows.draws)]
    return Paths(*(np.stack(kind, axis=-1) for kind in zip(*paths, strict=True)))


class _Draw:
    """The course of one draw. Lists of plain numbers, in the order of the rows."""

    def __init__(self, wiring: Wiring, rows: Rows, schedule: Schedule) -> None:
        self.wiring, self.plan = wiring, schedule
        self.row = Rows(*([float(value) for value in kind[:, 0]] for kind in rows))  # type: ignore[arg-type]
        self.level = list(self.row.start)
        self.built = [self.reached(line, dose) for line, dose in enumerate(wiring.dose_before)]
        self.not_yet = [1.0] * len(self.row.chance)
        self.moment: list[int | None] = [None] * len(self.row.luck)
        self.spent = [0.0] * wiring.payers

    def paths(self) -> tuple[list[list[float]], list[list[float]], list[list[int]]]:
        months = [self.now()]
        for month in range(self.plan.dose.shape[1]):
            self.live(month)
            months.append(self.now())
        levels, spent, happened = zip(*months, strict=True)
        return list(levels), list(spent), list(happened)

    def now(self) -> tuple[list[float], list[float], list[int]]:
        happened = [0] * len(self.row.chance)
        for slot, event in enumerate(self.wiring.slot_event):
            happened[event] += self.moment[slot] is not None
        return list(self.level), list(self.spent), happened

    def live(self, month: int) -> None:
        for line, dose in enumerate(self.plan.dose[:, month]):
            self.built[line] += self.row.build[line] * (self.reached(line, dose) - self.built[line])
        moved = self.moved(self.pushes(month))
        before = list(self.not_yet)
        for event in range(len(before)):
            self.not_yet[event] *= 1.0 - self.chance_of(event, month)
        self.level = moved
        for slot, event in enumerate(self.wiring.slot_event):
            if self.not_yet[event] <= self.row.luck[slot] < before[event]:
                self.moment[slot] = month
                self.hit(event)
        self.pay(month)

    def reached(self, line: int, dose: float) -> float:
        if self.wiring.direct[line]:
            return 1.0 if dose > 0 else 0.0
        return 1.0 - math.exp(-math.log(2.0) * dose / self.row.half[line])

    def pushes(self, month: int) -> list[float]:
        slopes = zip(self.row.engage[1:], self.level, strict=True)
        engaged = logistic(self.row.engage[0] + sum(slope * level for slope, level in slopes))
        lost, free = self.row.burden
        engaged /= 1.0 + lost * max(0.0, self.plan.helpers[month] - free)
        pushes = [0.0] * len(self.level)
        for effect, (line, domain) in enumerate(
            zip(self.wiring.effect_line, self.wiring.effect_to, strict=True)
        ):
            share = 1.0 if self.wiring.direct[line] else engaged
            pushes[domain] += share * self.row.effect[effect] * self.built[line]
        return pushes

    def moved(self, pushes: list[float]) -> list[float]:
        goals = [base + push for base, push in zip(self.row.base, pushes, strict=True)]
        for link, (here, there) in enumerate(zip(self.wiring.link_from, self.wiring.link_to, strict=True)):
            goals[there] += self.row.weight[link] * self.level[here]
        return [
            level + rate * (logistic(2.0 * goal) - level)
            for level, rate, goal in zip(self.level, self.row.rate, goals, strict=True)
        ]

    def chance_of(self, event: int, month: int) -> float:
        odds = self.row.chance[event]
        for slope, (which, domain) in enumerate(
            zip(self.wiring.slope_event, self.wiring.slope_on, strict=True)
        ):
            if which == event:
                odds += self.row.slope[slope] * self.level[domain]
        factor = self.plan.odds[event, month]
        return float(factor / (factor + math.exp(-min(max(odds, -STEEPEST), STEEPEST))))

    def hit(self, event: int) -> None:
        for hit, (which, domain) in enumerate(zip(self.wiring.hit_event, self.wiring.hit_on, strict=True)):
            if which == event:
                size, level = self.row.hit[hit], self.level[domain]
                self.level[domain] = level + size * (level if size < 0 else 1.0 - level)

    def pay(self, month: int) -> None:
        for line, units in enumerate(self.plan.charged[:, month]):
            self.spent[self.wiring.line_payer[line]] += units * self.row.price[line]
        for slot, event in enumerate(self.wiring.slot_event):
            since = self.moment[slot]
            for bill, owner in enumerate(self.wiring.bill_event):
                if owner == event and since is not None and month - since < self.wiring.bill_months[bill]:
                    self.spent[self.wiring.bill_payer[bill]] += self.row.bill[bill]
