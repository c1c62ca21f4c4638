"""What the machine can do at most, in the same run: multiply-adds in registers, and moving memory."""

import numpy as np

from benchmarks.rekenmodel.timing import took
from rekenmodel.trajectory.jit import compiled
from rekenmodel.values.draws import Draws

LANES, ROUNDS = 128, 1_000_000


@compiled
def multiply_adds(sums: Draws, rounds: int) -> None:
    """Nothing but independent multiply-adds, in registers as far as there are."""
    for _ in range(rounds):
        for lane in range(LANES):
            sums[lane] = sums[lane] * 0.9999 + 0.001


@compiled
def triad(total: Draws, one: Draws, other: Draws) -> None:
    """Three arrays that do not fit in any cache: read two, write one."""
    for place in range(total.shape[0]):
        total[place] = one[place] + 0.5 * other[place]


def flops() -> float:
    """Return floating-point operations per second on one core, in 10^9, by processor time."""
    sums = np.zeros(LANES)
    return 2 * LANES * ROUNDS / took(lambda: multiply_adds(sums, ROUNDS)).cpu / 1e6


def bandwidth() -> float:
    """Return gigabytes per second moved by one core."""
    total, one, other = np.ones((3, 8_000_000))
    return 3 * 8 * total.size / took(lambda: triad(total, one, other)).cpu / 1e6
