"""Many households with two scenarios: whether time grows with their number, and memory does not."""

import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np

from benchmarks.rekenmodel.household import case, scenarios
from rekenmodel.portfolio import Portfolio, Share, carried_out, together
from rekenmodel.portfolio.many import Household

MONTHS, DRAWS, SEED, RATE = 60, 1_000, 20261123, 0.0225
WORKERS = 2


def households(many: int) -> Iterator[Household]:
    """Give invented households, one at a time."""
    here, both = case(MONTHS), scenarios()
    for _ in range(many):
        yield here, both


def part(ends: tuple[int, int]) -> Share:
    """Calculate the households from the first to the second place."""
    first, last = ends
    return carried_out(households(last - first), SEED, DRAWS, RATE, first=first)


def measure(many: int) -> None:
    """Print time, growth and memory of `many` households, in one process and in two."""
    part((0, 2))
    times = {}
    for some in (many // 4, many):
        begin = time.process_time()
        whole = part((0, some))
        times[some] = time.process_time() - begin
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"  {some:6,} households: {times[some]:7.1f} s of processor, at most {most:,.0f} MB")
    growth = times[many] / times[many // 4] / (many / (many // 4))
    print(f"  growth beside linear: {100 * (growth - 1):+.0f} %, wanted within 5 %")
    halves = [(0, many // WORKERS), (many // WORKERS, many)]
    begin = time.perf_counter()
    with ProcessPoolExecutor(WORKERS, get_context("spawn")) as pool:
        found = together(pool.map(part, halves))
    one, two = (Portfolio(share).saved["break"] for share in (whole, found))
    apart = float(np.abs(one - two).max() / np.abs(one).max())
    print(
        f"  in {WORKERS} processes: {time.perf_counter() - begin:.1f} s by the clock, the same to {apart:.0e}"
    )
