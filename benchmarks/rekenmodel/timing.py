"""How long something takes: the median over some times, after one that does not count."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Took:
    """Milliseconds by the clock, and of the processor (all threads)."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.wall:8.1f} ms ({self.cpu:.1f} ms of processor)"


def took(work: Callable[[], object], times: int = 7) -> Took:
    """Return the medians over `times` times."""
    work()
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return Took(1000 * statistics.median(walls), 1000 * statistics.median(cpus))
