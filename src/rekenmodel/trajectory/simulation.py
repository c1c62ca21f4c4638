"""Running a household under one to five scenarios, on the same draws."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from typing import NamedTuple

import numpy as np

from rekenmodel.trajectory.assumptions import load_assumptions
from rekenmodel.trajectory.case import Case
from rekenmodel.trajectory.jit import FAST
from rekenmodel.trajectory.prepare import DOMAINS, Prepared, drawn, prepare
from rekenmodel.trajectory.result import Comparison, Outlook, Recipe, Result
from rekenmodel.trajectory.scenario import BASELINE, Scenario
from rekenmodel.trajectory.tally import Tally, made_of
from rekenmodel.trajectory.walks import STRIP, LanesWalk, NumpyWalk, Walk, start_series
from rekenmodel.values import Payer, RefusedError, Text
from rekenmodel.values.draws import Assumption, Draws, Step, check_count, discount_factors

CHUNK = 10_000
"""Draws that are in memory at the same time."""

WORKERS = 2
"""Threads of the compiled engine."""

Progress = Callable[[float], None]
"""Is told the share of the work that is done; to stop the run, it raises an error of its own."""


_MONTHS_A_YEAR = 12


class _Walked(NamedTuple):
    """Summaries; what every payer pays, discounted, (S, P, n); years above every rung, (S, V, 4, n)."""

    tally: Tally
    worth: Draws
    years: Draws


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
    compiled = _engine(fast)
    prepared = prepare(case, scenarios)
    factors = discount_factors(rate, case.months, step=Step.MONTH)[:, 0]
    done = _walked(prepared, seed, draws, factors, compiled, progress or (lambda _: None))
    recipe = Recipe(
        *(seed, draws, case.months, rate, case.assumptions.price_year, case.assumptions.version),
        *("lanes" if compiled else "numpy", np.__version__),
    )
    weak = tuple(entry for _, entry in sorted(prepared.uncertain().items()) if entry.weak)
    outlooks = tuple(_outlook(prepared, done, place) for place in range(len(scenarios)))
    comparisons = tuple(_comparison(prepared, done, place) for place in range(1, len(scenarios)))
    return Result(recipe, outlooks, comparisons, weak)


def paid(
    case: Case,
    scenarios: tuple[Scenario, ...],
    seed: int,
    draws: int,
    rate: float = 0.0,
    fast: bool | None = None,
    luck: int = 0,
) -> Mapping[str, Mapping[Payer | None, Draws]]:
    """Return by scenario and payer what is paid over the whole horizon, discounted, per draw, (n,).

    The same as `worth` of the outlooks of `simulate`, without the summaries per month and in one thread.
    Another `luck` gives other moments of events. Raises RefusedError as `simulate` does.
    """
    check_count(draws)
    compiled = _engine(fast)
    prepared = prepare(case, scenarios)
    factors = discount_factors(rate, case.months, step=Step.MONTH)[:, 0]
    worths = []
    with ThreadPoolExecutor(1) as pool:
        for chunk, count in chunks(draws):
            setting = (prepared.wiring, prepared.rows(seed, count, chunk, luck), prepared.schedules, factors)
            walk: Walk = LanesWalk(*setting, pool, 1) if compiled else NumpyWalk(*setting)
            for first in range(0, case.months, STRIP):
                walk.go(first, min(first + STRIP, case.months))
            worths.append(walk.worth())
    worth = np.concatenate(worths, axis=-1)
    return {
        scenario.key: dict(zip(prepared.payers, worth[place], strict=True))
        for place, scenario in enumerate(scenarios)
    }


def _engine(fast: bool | None) -> bool:
    """Whether to take the compiled engine. Raises RefusedError when it is asked for and not there."""
    if fast and not FAST:
        raise RefusedError(
            Text(
                "Het snelle rekenhart is niet geïnstalleerd. Installeer samenspel[snel].",
                "The fast engine is not installed. Install samenspel[snel].",
            )
        )
    return FAST if fast is None else fast


def drawn_inputs(case: Case, scenarios: tuple[Scenario, ...], seed: int, draws: int) -> dict[str, Draws]:
    """Return the draws of every uncertain input by key, (n,), as `simulate` uses them; for EVPPI."""
    entries = prepare(case, scenarios).uncertain().values()
    return {entry.key: drawn_input(entry, seed, draws) for entry in entries}


def drawn_input(entry: Assumption, seed: int, draws: int) -> Draws:
    """Return the draws of one uncertain input, (n,), as `simulate` uses them."""
    check_count(draws)
    parts = [drawn(entry.value, seed, entry.key, *part) for part in chunks(draws)]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def chunks(draws: int) -> list[tuple[int, int]]:
    """Return (number, draws) of every chunk: as few as possible, as equal as possible."""
    many = ceil(draws / CHUNK)
    return [(place, draws // many + (place < draws % many)) for place in range(many)]


def _walked(
    prepared: Prepared, seed: int, draws: int, factors: Draws, fast: bool, progress: Progress
) -> _Walked:
    """Go through all months with all draws, chunk by chunk."""
    months, worths, climbed = prepared.case.months, [], []
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
            climbed.append(walk.climbed())
    return _Walked(tally, np.concatenate(worths, axis=-1), np.concatenate(climbed, axis=-1) / _MONTHS_A_YEAR)


def _outlook(prepared: Prepared, done: _Walked, place: int) -> Outlook:
    scenario, tally, many = prepared.scenarios[place], done.tally, len(DOMAINS)
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
        dict(zip(prepared.payers, done.worth[place], strict=True)),
        {DOMAINS[row]: done.years[place, v] for v, row in enumerate(prepared.wiring.valued)},
    )


def _comparison(prepared: Prepared, done: _Walked, place: int) -> Comparison:
    scenario, tally, row = prepared.scenarios[place], done.tally, place - 1
    return Comparison(
        scenario.key,
        scenario.name,
        made_of(tally.extra[row], tally.extra_mean[row]),
        tally.cheaper[row],
        {domain: tally.better[row, :, column] for column, domain in enumerate(DOMAINS)},
        dict(zip(prepared.payers, done.worth[place] - done.worth[0], strict=True)),
    )


def warm_up() -> None:
    """Load and compile what takes long, by one small run, so that the first real one does not wait."""
    simulate(Case(load_assumptions(), (), 2), (BASELINE,), seed=0, draws=10)
