"""Going through the months with all draws and scenarios at once, a few months at a time.

What a walk gives for a few months is a series, shape (S, months, J + P + 1 + E, n): levels, euros spent so
far by every payer and by all together, and how often events happened. It is summarised and then thrown away,
so that no path is stored. Both walks give the same; the compiled one is faster.
"""

from concurrent.futures import Executor
from itertools import pairwise
from typing import Protocol

import numpy as np

from rekenmodel.trajectory.engine_input import RUNGS, Rows, Schedule, Wiring, stacked
from rekenmodel.trajectory.lanes import WIDTH, State, desk, strip
from rekenmodel.trajectory.ranks import Singles
from rekenmodel.trajectory.vectorised import Course, reached
from rekenmodel.values.draws import Draws

STRIP = 6
"""Months of which all draws are in memory at the same time."""


class Walk(Protocol):
    """Goes through the months, in order."""

    def go(self, first: int, last: int) -> Singles:
        """Live the months from `first` up to but not including `last`, and return their series.

        It holds until the next call, which writes in the same memory. No call may ask for more than `STRIP`
        months.
        """

    def worth(self) -> Draws:
        """Return what every payer paid until now, discounted, in euros, (S, P, n)."""

    def climbed(self) -> Draws:
        """Return the discounted months until now above every rung, of domains with a worth, (S, V, 4, n).

        A month counts for as much of a rung as the level reaches.
        """


def start_series(wiring: Wiring, rows: Rows, scenarios: int) -> Singles:
    """Return the series of the start alone, (S, 1, J + P + 1 + E, n)."""
    nothing = np.zeros((wiring.payers + 1 + rows.chance.shape[0], rows.draws))
    start = np.vstack([rows.start, nothing]).astype(np.float32)
    return np.broadcast_to(start, (scenarios, 1, *start.shape))


def cuts(count: int, workers: int) -> list[tuple[int, int]]:
    """Return the begin and end of equal parts of `count` things, one for each worker; none is empty."""
    ends = np.linspace(0, count, min(workers, count) + 1).astype(int).tolist()
    return list(pairwise(ends))


def _room(wiring: Wiring, rows: Rows, scenarios: int) -> Singles:
    kinds = rows.start.shape[0] + wiring.payers + 1 + rows.chance.shape[0]
    return np.empty((scenarios, STRIP, kinds, rows.draws), dtype=np.float32)


class NumpyWalk:
    """The walk with NumPy, in one thread: its many short calls would keep two threads waiting for each
    other."""

    def __init__(self, wiring: Wiring, rows: Rows, schedules: tuple[Schedule, ...], factors: Draws) -> None:
        self.factors = factors
        self.courses = [Course(wiring, rows, schedule) for schedule in schedules]
        self.series = _room(wiring, rows, len(schedules))
        self._worth = np.zeros((len(schedules), wiring.payers, rows.draws))
        self._heights = np.zeros((len(schedules), RUNGS, len(wiring.valued), rows.draws))

    def go(self, first: int, last: int) -> Singles:
        """Live these months and return their series."""
        for scenario, course in enumerate(self.courses):
            for month in range(first, last):
                course.live(month)
                self._worth[scenario] += self.factors[month] * course.due
                _climb(course.level[course.wiring.valued], self.factors[month], self._heights[scenario])
                _write(course, self.series[scenario, month - first])
        return self.series[:, : last - first]

    def worth(self) -> Draws:
        """Return what every payer paid until now, discounted."""
        return self._worth

    def climbed(self) -> Draws:
        """Return the discounted months above every rung."""
        return np.diff(self._heights, axis=1, prepend=0.0).transpose(0, 2, 1, 3)


def _climb(level: Draws, factor: float, heights: Draws) -> None:
    """Add factor x min(4 level, r) to heights[r - 1], for every rung r; shapes (V, n) and (4, V, n)."""
    level *= RUNGS * factor
    for rung in range(RUNGS - 1):
        heights[rung] += np.minimum(level, (rung + 1) * factor)
    heights[-1] += level


def _write(course: Course, into: Singles) -> None:
    """Write where a course stands; `into` is (J + P + 1 + E, n). What is too large becomes infinite."""
    parts = (course.level, course.spent, course.spent.sum(axis=0, keepdims=True), course.happened)
    with np.errstate(over="ignore"):
        np.concatenate(parts, out=into, casting="same_kind")


class LanesWalk:
    """The compiled walk: every worker takes a part of the blocks. A last block that is not full is filled
    up."""

    def __init__(
        self,
        wiring: Wiring,
        rows: Rows,
        schedules: tuple[Schedule, ...],
        factors: Draws,
        pool: Executor,
        workers: int,
    ) -> None:
        self.wiring, self.factors, self.pool, self.count = wiring, factors, pool, rows.draws
        extra = -rows.draws % WIDTH
        filled = Rows(*(np.pad(row, ((0, 0), (0, extra)), mode="edge") if extra else row for row in rows))
        self.rows = Rows(*(tiled(row) for row in filled))
        self.plans = stacked(schedules)
        self.states = _at_start(wiring, filled, len(schedules))
        self.series = _room(wiring, filled, len(schedules))
        self.parts = cuts(filled.draws // WIDTH, workers)

    def go(self, first: int, last: int) -> Singles:
        """Live these months and return their series."""
        series = self.series[:, : last - first]
        domains, events = self.rows.start.shape[1], self.rows.chance.shape[1]

        def walk(ends: tuple[int, int]) -> None:
            room = desk(domains, events, self.wiring.payers)
            strip(
                self.wiring,
                self.rows,
                self.plans,
                self.states,
                self.factors,
                first,
                last,
                *ends,
                room,
                series,
            )

        list(self.pool.map(walk, self.parts))
        return series[..., : self.count]

    def worth(self) -> Draws:
        """Return what every payer paid until now, discounted."""
        return self._by_scenario(self.states.worth)

    def climbed(self) -> Draws:
        """Return the discounted months above every rung."""
        heights = self._by_scenario(self.states.height)
        apart = heights.reshape(len(heights), len(self.wiring.valued), RUNGS, self.count)
        return np.diff(apart, axis=2, prepend=0.0)

    def _by_scenario(self, kind: Draws) -> Draws:
        """Return blocks (B, S, k, W) as (S, k, n)."""
        blocks, scenarios, rows, width = kind.shape
        by_scenario = kind.transpose(1, 2, 0, 3).reshape(scenarios, rows, blocks * width)
        return by_scenario[..., : self.count]


def tiled(rows: Draws) -> Draws:
    """Return rows of draws, (k, n), in blocks: (B, k, W)."""
    return np.ascontiguousarray(rows.reshape(len(rows), rows.shape[1] // WIDTH, WIDTH).transpose(1, 0, 2))


def _at_start(wiring: Wiring, rows: Rows, scenarios: int) -> State:
    """Return the state of all blocks under all scenarios before the first month."""
    built = reached(wiring, rows.half, wiring.dose_before)
    nothing = np.zeros((wiring.payers, rows.draws))
    never, all_of_it = np.full(rows.luck.shape, np.inf), np.ones(rows.chance.shape)
    heights = np.zeros((RUNGS * len(wiring.valued), rows.draws))
    kinds = (rows.start, built, built, all_of_it, never, nothing, nothing, heights)
    return State(*(np.repeat(tiled(kind)[:, None], scenarios, axis=1) for kind in kinds))
