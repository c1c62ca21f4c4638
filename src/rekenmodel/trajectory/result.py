"""What a run answers. Every array over months has shape (M + 1,): month 0 is now."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rekenmodel.values import LifeDomain, Payer, Text
from rekenmodel.values.draws import Assumption, Draws

Months = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """Per month the middle, the mean, and low and high: nine out of ten draws lie between those.

    low <= mid <= high. Levels run from 0 to 1; money is in euros, counted up since the start.
    """

    low: Months
    mid: Months
    high: Months
    mean: Months


@dataclass(frozen=True, slots=True, eq=False)
class Outlook:
    """What one scenario leads to.

    `levels` per domain; `spent` per payer (None: not yet clear who pays) and `total` in euros so far;
    `chances` per event that it has happened at least once; `worth` per payer what it pays over the whole
    horizon, discounted, per draw, (n,). `years` per domain that has a worth (an assumption `worth.<domain>`):
    the discounted years spent above each of the four rungs of its ladder, per draw, (4, n): a rung runs from
    0 to 1/4 of the scale, from 1/4 to 1/2 and so on, and half a rung counts half.
    """

    key: str
    name: Text
    levels: Mapping[LifeDomain, Bands]
    spent: Mapping[Payer | None, Bands]
    total: Bands
    chances: Mapping[str, Months]
    worth: Mapping[Payer | None, Draws]
    years: Mapping[LifeDomain, Draws]

    @property
    def total_worth(self) -> Draws:
        """What all payers together pay over the whole horizon, discounted, in euros per draw, (n,)."""
        total: Draws = np.sum(list(self.worth.values()), axis=0)
        return total


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """A scenario against the first one, draw by draw with the same good and bad luck.

    `extra`: euros so far that it costs more (below zero: less). `cheaper`: the chance of that being less than
    nothing. `better`: per domain the chance that its level is higher. `worth`: per payer what it pays more
    over the whole horizon, discounted, per draw, (n,).
    """

    key: str
    name: Text
    extra: Bands
    cheaper: Months
    better: Mapping[LifeDomain, Months]
    worth: Mapping[Payer | None, Draws]

    @property
    def total_worth(self) -> Draws:
        """What it costs more over the whole horizon, discounted, in euros per draw, (n,); the
        distribution."""
        total: Draws = np.sum(list(self.worth.values()), axis=0)
        return total


@dataclass(frozen=True, slots=True)
class Recipe:
    """All that is needed to repeat a run to the bit, besides the household and the scenarios themselves."""

    seed: int
    draws: int
    months: int
    rate: float
    price_year: int
    assumptions: str
    engine: str
    numpy: str


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """The outlook of every scenario, the comparison of each with the first, how it was made, what is weak."""

    recipe: Recipe
    outlooks: tuple[Outlook, ...]
    comparisons: tuple[Comparison, ...]
    weak: tuple[Assumption, ...]
