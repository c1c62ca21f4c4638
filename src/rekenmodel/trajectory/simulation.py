"""Running a household under one to five scenarios, on the same draws."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from math import ceil

import numpy as np

from rekenmodel.trajectory.case import Case
from rekenmodel.trajectory.jit import FAST
from rekenmodel.trajectory.prepare import DOMAINS, Prepared, drawn, prepare
from rekenmodel.trajectory.result import Comparison, Outlook, Recipe, Result
from rekenmodel.trajectory.scenario import Scenario
from rekenmodel.trajectory.tally import Tally, made_of
from rekenmodel.trajectory.walks import STRIP, LanesWalk, NumpyWalk, Walk, start_series
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, Step, check_count, discount_factors

CHUNK = 10_000
"""Draws that are in memory at the same time."""

WORKERS = 2
"""Threads of the compiled engine."""

Progress = Callable[[float], None]
"""Is told the share of the work that is done; to stop the run, it raises an error of its own."""


def simulate(
    case: Case,
    scenarios: tuple[Scenario, ...],
    seed: int,
    draws: int = 10_000,
    rate: float = 0.0,
    fast: bool | None = None,
    progress: Progress | None = None,
) -> Result:
    """Return what every scenario leads to, and how each differs from the first.

    `rate` is the discount rate per year, paid at the end of the month. `fast` asks for the compiled engine
    (None: when there is one). The same input, seed and engine give the same result to the bit.
    Raises RefusedError, naming the field, on input that cannot be right or on more draws than can be asked
    for.
    """
    check_count(draws)
    compiled = FAST if fast is None else fast
    if compiled and not FAST:
        raise RefusedError(
            Text(
                "Het snelle rekenhart is niet geïnstalleerd. Installeer samenspel[snel].",
                "The fast engine is not installed. Install samenspel[snel].",
            )
        )
    prepared = prepare(case, scenarios)
    factors = discount_factors(rate, case.months, step=Step.MONTH)[:, 0]
    tally, worth = _walked(prepared, seed, draws, factors, compiled, progress or (lambda _: None))
    recipe = Recipe(
        *(seed, draws, case.months, rate, case.assumptions.price_year, case.assumptions.version),
        *("lanes" if compiled else "numpy", np.__version__),
    )
    weak = tuple(entry for _, entry in sorted(prepared.uncertain().items()) if entry.weak)
    outlooks = tuple(_outlook(prepared, tally, worth, place) for place in range(len(scenarios)))
    comparisons = tuple(_comparison(prepared, tally, worth, place) for place in range(1, len(scenarios)))
    return Result(recipe, outlooks, comparisons, weak)


def drawn_inputs(case: Case, scenarios: tuple[Scenario, ...], seed: int, draws: int) -> dict[str, Draws]:
    """Return the draws of every uncertain input by key, (n,), as `simulate` uses them; for EVPPI."""
    check_count(draws)
    entries = prepare(case, scenarios).uncertain().values()
    parts = chunks(draws)
    return {
        entry.key: np.concatenate([drawn(entry.value, seed, entry.key, *part) for part in parts])
        for entry in entries
    }


def chunks(draws: int) -> list[tuple[int, int]]:
    """Return (number, draws) of every chunk: as few as possible, as equal as possible."""
    many = ceil(draws / CHUNK)
    return [(place, draws // many + (place < draws % many)) for place in range(many)]


def _walked(
    prepared: Prepared, seed: int, draws: int, factors: Draws, fast: bool, progress: Progress
) -> tuple[Tally, Draws]:
    """Return the summaries, and what every payer pays, discounted, (S, P, n)."""
    months, worths = prepared.case.months, []
    workers = WORKERS if fast else 1
    events = len(prepared.case.assumptions.events)
    tally = Tally(len(prepared.scenarios), months, len(DOMAINS), len(prepared.payers), events)
    with ThreadPoolExecutor(workers) as pool:
        for chunk, count in chunks(draws):
            rows, weight = prepared.rows(seed, count, chunk), count / draws
            setting = (prepared.wiring, rows, prepared.schedules, factors)
            walk: Walk = LanesWalk(*setting, pool, workers) if fast else NumpyWalk(*setting)
            start = start_series(prepared.wiring, rows, len(prepared.scenarios))
            tally.add(0, start, weight, fast, pool, workers)
            for first in range(0, months, STRIP):
                last = min(first + STRIP, months)
                tally.add(first + 1, walk.go(first, last), weight, fast, pool, workers)
                progress((chunk + last / months) / len(chunks(draws)))
            worths.append(walk.worth())
    return tally, np.concatenate(worths, axis=-1)


def _outlook(prepared: Prepared, tally: Tally, worth: Draws, place: int) -> Outlook:
    scenario, many = prepared.scenarios[place], len(DOMAINS)
    return Outlook(
        scenario.key,
        scenario.name,
        {domain: tally.of(place, row) for row, domain in enumerate(DOMAINS)},
        {payer: tally.of(place, many + row) for row, payer in enumerate(prepared.payers)},
        tally.of(place, many + len(prepared.payers)),
        {
            event.key: tally.chances[place, :, row]
            for row, event in enumerate(prepared.case.assumptions.events)
        },
        dict(zip(prepared.payers, worth[place], strict=True)),
    )


def _comparison(prepared: Prepared, tally: Tally, worth: Draws, place: int) -> Comparison:
    scenario, row = prepared.scenarios[place], place - 1
    return Comparison(
        scenario.key,
        scenario.name,
        made_of(tally.extra[row], tally.extra_mean[row]),
        tally.cheaper[row],
        {domain: tally.better[row, :, column] for column, domain in enumerate(DOMAINS)},
        dict(zip(prepared.payers, worth[place] - worth[0], strict=True)),
    )
