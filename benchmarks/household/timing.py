"""Timing one piece of work often enough to say something of its slowest twentieth."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import quantiles
from typing import Any

from django.db import connection

WARM_UP = 20
TIMES = 200


def timed(*works: Callable[[], object], times: int = TIMES, warm_up: int = WARM_UP) -> list[list[float]]:
    """How many milliseconds each of `times` goes of each piece of work took, after some that do not count.

    They take turns, so that a busy moment of the computer meets all of them and their ratio holds.
    """
    took: list[list[float]] = [[] for _ in works]
    for turn in range(warm_up + times):
        for work, list_ in zip(works, took, strict=True):
            begin = time.perf_counter()
            work()
            if turn >= warm_up:
                list_.append((time.perf_counter() - begin) * 1000)
    return took


def p95(took: list[float]) -> float:
    """What nineteen out of twenty stay under."""
    return quantiles(took, n=20)[-1]


def to_one_core() -> None:
    """Keep this process on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


@contextmanager
def queries() -> Iterator[list[tuple[float, str, Any]]]:
    """Gather the queries of a piece of work: how long each took, its words and its values."""
    found: list[tuple[float, str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            found.append((time.perf_counter() - begin, sql, params))

    with connection.execute_wrapper(note):
        yield found


def explain_slowest(title: str, work: Callable[[], object]) -> None:
    """Say beside the figures how PostgreSQL carries out the slowest query of a piece of work."""
    with queries() as found:
        work()
    reads = [one for one in found if one[1].lstrip().upper().startswith("SELECT")]
    _, sql, params = max(reads, key=lambda one: one[0])
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) {sql}", params)
        plan = "\n".join(str(row[0]) for row in cursor.fetchall())
    print(f"\n{title} is too slow. Its slowest query:\n{plan}\n", file=sys.stderr)
