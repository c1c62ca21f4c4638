"""Eleven linked variables, thirty links, sixty months: the same work as the peers do."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np

from rekenmodel.trajectory import vectorised
from rekenmodel.trajectory.engine_input import Rows, Schedule, Wiring, stacked
from rekenmodel.trajectory.jit import compiled
from rekenmodel.trajectory.lanes import WIDTH, Desk, State, aim, desk, one_of, place, tile
from rekenmodel.trajectory.walks import LanesWalk
from rekenmodel.values.draws import Draws

MONTHS, LINKS = 60, 30
GOLDEN = Path(__file__).parents[2] / "src/rekenmodel/trajectory/tests/golden/linked11_draw0.json"
# Per month: a link 2; a domain 2 for z, 39 for exp (13 terms of 2, 13 around them), 2 to divide, 3 to move.
OPERATIONS = MONTHS * (LINKS * 2 + 11 * (2 + 39 + 2 + 3))


def work(draws: int) -> tuple[Wiring, Rows, Schedule]:
    """The golden network, every number of it with a spread around its golden value."""
    golden, rng = json.loads(GOLDEN.read_text()), np.random.default_rng(1)
    none, nothing = np.empty(0, dtype=np.intp), np.empty((0, draws))
    links = sorted(golden["links"], key=lambda link: int(link["to"]))
    here, there = (np.array([link[end] for link in links], dtype=np.intp) for end in ("from", "to"))
    weights = [link["weight"] for link in links]
    spread = {"x0": 0.05, "base": 0.1, "rate": 0.02, "weights": 0.15}
    x0, base, rate, weight = (
        np.array(values)[:, None] + spread[name] * rng.normal(size=(len(values), draws))
        for name, values in (*((name, golden[name]) for name in ("x0", "base", "rate")), ("weights", weights))
    )
    parts = (none, none, none, np.empty(0), none)
    wiring = Wiring(here, there, *parts, none, none, none, none, none, none, none, none, 0)
    absent = (nothing, nothing, nothing, nothing, nothing)
    engage, burden = np.zeros((12, draws)), np.zeros((2, draws))
    rows = Rows(x0, base, rate, weight, engage, burden, nothing, nothing, nothing, nothing, *absent)
    empty = np.empty((0, MONTHS))
    return wiring, rows, Schedule(empty, empty, np.zeros(MONTHS), empty)


def numpy_sums(wiring: Wiring, rows: Rows) -> Draws:
    """Vectorised NumPy, one operation per link on all draws: levels summed over the months, (J, n)."""
    level, sums = rows.start.copy(), np.zeros_like(rows.start)
    zs, term = np.empty_like(level), np.empty(rows.draws)
    links = list(zip(wiring.link_from.tolist(), wiring.link_to.tolist(), rows.weight, strict=True))
    for _ in range(MONTHS):
        np.copyto(zs, rows.base)
        for here, there, weight in links:
            np.add(zs[there], np.multiply(weight, level[here], out=term), out=zs[there])
        zs *= 2.0
        vectorised.logistic(zs)
        zs -= level
        zs *= rows.rate
        level += zs
        sums += level
    return sums


class LanesSums:
    """The compiled engine's own steps for linked levels, without help and events."""

    def __init__(
        self, wiring: Wiring, rows: Rows, schedule: Schedule, pool: ThreadPoolExecutor, workers: int
    ) -> None:
        self.pool, self.wiring = pool, wiring
        self.walk = LanesWalk(wiring, rows, (schedule,), np.ones(MONTHS), pool, workers)
        self.plans, self.sums = stacked((schedule,)), np.zeros(self.walk.states.level.shape)
        self.start = self.walk.states.level.copy()

    def run(self) -> Draws:
        """Live sixty months from the start; return the sums of levels, (B, 1, J, W)."""
        np.copyto(self.walk.states.level, self.start)
        self.sums.fill(0.0)
        list(self.pool.map(self._part, self.walk.parts))
        return self.sums

    def _part(self, ends: tuple[int, int]) -> None:
        summed(self.wiring, self.walk.rows, self.plans, self.walk.states, *ends, desk(11, 0, 0), self.sums)


@compiled
def summed(
    wiring: Wiring, rows: Rows, plans: Schedule, states: State, begin: int, end: int, room: Desk, sums: Draws
) -> None:
    """Live all months with the blocks from `begin` up to `end`, adding up the levels."""
    for block in range(begin, end):
        here, state, plan = tile(rows, block), place(states, block, 0), one_of(plans, 0)
        for _ in range(plan.helpers.shape[0]):
            aim(wiring, here, state.built, state.level, room)
            for domain in range(state.level.shape[0]):
                for lane in range(WIDTH):
                    level = state.level[domain, lane]
                    level += here.rate[domain, lane] * (room.zs[domain, lane] - level)
                    state.level[domain, lane] = level
                    sums[block, 0, domain, lane] += level
