"""One call from a household and its scenarios to everything that a decision needs."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np

from rekenmodel.comparison.result import Alternative, Compared, Perspective, Spread
from rekenmodel.comparison.worth import (
    LADDERS_VERSION,
    DomainLadder,
    gained,
    load_ladders,
    parties,
    worth_lines,
    years_more,
)
from rekenmodel.sensitivity import RankedInput, evpi, findings_of, ranked
from rekenmodel.trajectory import (
    Case,
    Comparison,
    Outlook,
    Progress,
    Result,
    Scenario,
    drawn_input,
    prepare,
    simulate,
)
from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Assumption, Draws

WORTH = "worth."
NL_RATE = 0.0225
"""The Dutch standard since 2021, see `values.draws.discount_rate`."""


def compare(
    case: Case,
    scenarios: tuple[Scenario, ...],
    seed: int,
    draws: int = 10_000,
    rate: float = NL_RATE,
    *,
    perspective: Perspective = Perspective.PAYERS,
    ladders: tuple[DomainLadder, ...] | None = None,
    fast: bool | None = None,
    progress: Progress | None = None,
) -> Compared:
    """Return how two to five scenarios compare; the first is carrying on (`BASELINE`).

    `rate`: discount rate per year. `perspective`: what decides. `ladders`: what steps are worth (None: those
    that come with the library). `fast`, `progress` and what is refused: as in `simulate`. The same input,
    seed and engine give the same answer to the bit. Raises RefusedError, naming the field, on anything that
    cannot be right.
    """
    _check(seed, scenarios)
    known = load_ladders() if ladders is None else ladders
    result = simulate(case, scenarios, seed, draws, rate, fast, progress)
    uncertain = prepare(case, scenarios).uncertain()
    inputs = {
        key: drawn_input(entry, seed, draws) for key, entry in uncertain.items() if key.startswith(WORTH)
    }
    first, *others = result.outlooks
    alternatives = tuple(
        _alternative(money, outlook, first, known, inputs, perspective, result)
        for money, outlook in zip(result.comparisons, others, strict=True)
    )
    nets = np.stack([np.zeros(draws), *(one.net.draws for one in alternatives)])
    playing = _playing(tuple(uncertain), perspective)
    findings = findings_of([_ranked(uncertain[key], seed, draws) for key in playing], nets)
    return Compared(
        *(result.recipe, perspective, LADDERS_VERSION if ladders is None else "own"),
        *(result.outlooks, alternatives),
        best=scenarios[int(nets.mean(axis=1).argmax())].key,
        evpi=evpi(nets),
        findings=findings,
        weak=tuple(entry for entry in result.weak if entry.key in set(playing)),
        unpriced=tuple(domain for domain in LifeDomain if domain not in _priced(known, first)),
    )


def _check(seed: int, scenarios: tuple[Scenario, ...]) -> None:
    if seed < 0:
        raise RefusedError(
            Text(
                f"Startgetal: {seed} kan niet. Kies een heel getal vanaf 0.",
                f"Seed: {seed} is not possible. Choose a whole number from 0.",
            )
        )
    if len(scenarios) < 2:
        raise RefusedError(
            Text(
                "Vergelijk minstens twee scenario’s: zo doorgaan, en iets anders.",
                "Compare at least two scenarios: carrying on, and something else.",
            )
        )


@lru_cache(maxsize=512)
def _ranked(assumption: Assumption, seed: int, draws: int) -> RankedInput:
    """Return an input in order, kept so that an edit elsewhere orders nothing anew."""
    return ranked(assumption, drawn_input(assumption, seed, draws))


def _alternative(
    money: Comparison,
    outlook: Outlook,
    first: Outlook,
    ladders: tuple[DomainLadder, ...],
    inputs: Mapping[str, Draws],
    perspective: Perspective,
    result: Result,
) -> Alternative:
    draws = result.recipe.draws
    lines = worth_lines(ladders, inputs, years_more(outlook, first), result.recipe.price_year)
    saved, more = -money.total_worth, gained(lines, draws)
    return Alternative(
        *(money.key, money.name, money),
        saved=Spread(saved),
        gained=Spread(more),
        net=Spread(saved if perspective is Perspective.PAYERS else saved + more),
        parties=parties(money, lines, draws),
        lines=lines,
        break_even=_break_even(money),
    )


def _break_even(money: Comparison) -> int | None:
    """Return the first month from which the middle of the extra cost stays at or below zero."""
    dearer = np.flatnonzero(money.extra.mid > 0)
    month = int(dearer[-1]) + 1 if dearer.size else 0
    return month if month < money.extra.mid.size else None


def _playing(keys: Sequence[str], perspective: Perspective) -> list[str]:
    """Return the inputs that can matter: what lives are worth does not, to payers."""
    return [key for key in keys if perspective is Perspective.SOCIETY or not key.startswith(WORTH)]


def _priced(ladders: Sequence[DomainLadder], first: Outlook) -> set[LifeDomain]:
    return {ladder.domain for ladder in ladders} & set(first.years)
