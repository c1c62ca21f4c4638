"""What a network as a whole pays and saves: the sums over households, draw by draw.

Households share the draws of what they have in common (prices, influences), because those are off together;
so their totals are uncertain together as well, and more households do not make them surer than they are. Each
household keeps its own luck, since what happens to one does not happen to all.

A part of the households is a `Share`, and shares add up in any order: whoever has more machines calculates
shares apart and puts them `together`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from rekenmodel.trajectory import Case, Scenario, paid
from rekenmodel.values import Payer, RefusedError, Text
from rekenmodel.values.draws import Draws

Household = tuple[Case, tuple[Scenario, ...]]
"""A household and what is compared for it; every household of a portfolio compares the same scenarios."""


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A part of a portfolio. `worth`: by scenario and payer what is paid, discounted, per draw, (n,) euros.

    `households`: how many. `cheaper`: by scenario in how many of them, on average over the draws, it costs
    less than the first scenario.
    """

    households: int
    worth: dict[str, dict[Payer | None, Draws]]
    cheaper: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Portfolio:
    """All households. `saved`: by scenario but the first what all payers pay less, per draw, (n,) euros."""

    share: Share

    @property
    def saved(self) -> dict[str, Draws]:
        """What every scenario saves against the first, per draw."""
        totals = {key: np.sum(list(worth.values()), axis=0) for key, worth in self.share.worth.items()}
        first, *others = totals
        return {key: totals[first] - totals[key] for key in others}


def carried_out(
    households: Iterable[Household],
    seed: int,
    draws: int,
    rate: float,
    *,
    first: int = 0,
    fast: bool | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Share:
    """Return what these households come to; one at a time, so that memory stays the same.

    `first`: the place of the first of them in the whole portfolio, so that a share has the same luck wherever
    it is calculated. `progress` is told how many are done; to stop, it raises an error of its own. Raises
    RefusedError as `simulate` does, when there are no households, or when they compare other scenarios.
    """
    parts = (
        _one(household, seed, draws, rate, first + place, fast) for place, household in enumerate(households)
    )
    return together(_told(parts, progress))


def together(shares: Iterable[Share]) -> Share:
    """Return shares as one. Raises RefusedError when there are none, or when they compare other scenarios."""
    found = iter(shares)
    begin = next(found, None)
    if begin is None:
        raise RefusedError(Text("Kies minstens één huishouden.", "Choose at least one household."))
    return reduce(_added, found, begin)


def _told(shares: Iterable[Share], progress: Callable[[int], None]) -> Iterable[Share]:
    for done, share in enumerate(shares, 1):
        yield share
        progress(done)


def _one(household: Household, seed: int, draws: int, rate: float, place: int, fast: bool | None) -> Share:
    case, scenarios = household
    found = paid(case, scenarios, seed, draws, rate, fast, place)
    worth = {key: dict(payers) for key, payers in found.items()}
    first, *others = (np.sum(list(paid_by.values()), axis=0) for paid_by in worth.values())
    cheaper = {
        scenario.key: float((other < first).mean())
        for scenario, other in zip(scenarios[1:], others, strict=True)
    }
    return Share(1, worth, cheaper)


def _added(one: Share, other: Share) -> Share:
    if one.worth.keys() != other.worth.keys():
        raise RefusedError(
            Text(
                "Vergelijk voor elk huishouden dezelfde scenario’s.",
                "Compare the same scenarios for every household.",
            )
        )
    worth = {key: _sums(paid, other.worth[key]) for key, paid in one.worth.items()}
    cheaper = {key: share + other.cheaper[key] for key, share in one.cheaper.items()}
    return replace(one, households=one.households + other.households, worth=worth, cheaper=cheaper)


def _sums(one: dict[Payer | None, Draws], other: dict[Payer | None, Draws]) -> dict[Payer | None, Draws]:
    payers = [payer for payer in (*Payer, None) if payer in one or payer in other]
    nothing = np.zeros(1)
    return {payer: one.get(payer, nothing) + other.get(payer, nothing) for payer in payers}
