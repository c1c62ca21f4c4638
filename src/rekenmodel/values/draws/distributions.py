"""How an uncertain number may turn out: distributions that draw by inverting their own chance.

`draw` turns uniform numbers into draws, so the same uniform numbers always give the same draws: that makes
two scenarios comparable draw by draw, and lets Latin hypercube numbers spread the draws evenly. Beta, gamma
and normal chances are inverted by `scipy.special`.
"""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any

import numpy as np

from rekenmodel.values.draws.arrays import Draws
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

_SMALLEST, _LARGEST = 2.0**-54, 1 - 2.0**-53
_LOW, _MID, _HIGH = Text("laag", "low"), Text("midden", "middle"), Text("hoog", "high")
_MEAN, _SPREAD, _MEDIAN = Text("gemiddelde", "mean"), Text("spreiding", "spread"), Text("mediaan", "median")


def _inverse_of(name: str, *given: Any) -> Draws:
    """Ask SciPy; loading it takes longer than showing a page, so that waits until something is drawn."""
    found: Draws = getattr(import_module("scipy.special"), name)(*given)
    return found


class Distribution(ABC):
    """An uncertain number. Frozen; its parameters are checked when it is made (RefusedError)."""

    __slots__ = ()

    @property
    @abstractmethod
    def mean(self) -> float:
        """The expected value, in the unit of the number."""

    @property
    @abstractmethod
    def sd(self) -> float:
        """The standard deviation, in the unit of the number."""

    @abstractmethod
    def _inverse(self, chances: Draws) -> Draws:
        """Return the values below which the number falls with these chances, strictly between 0 and 1."""

    def draw(self, uniforms: Draws) -> Draws:
        """Turn uniform numbers in 0..1, shape (n,), into draws of the same shape."""
        if uniforms.size and not (uniforms.min() >= 0 and uniforms.max() <= 1):
            raise RefusedError(
                Text(
                    nl="Kansen liggen van 0 tot en met 1.",
                    en="Chances lie from 0 to 1.",
                )
            )
        return self._inverse(np.clip(uniforms, _SMALLEST, _LARGEST))

    def quantile(self, chance: float) -> float:
        """Return the value below which the number falls with this chance, 0..1."""
        return float(self.draw(np.array([chance]))[0])


@dataclass(frozen=True, slots=True)
class Fixed(Distribution):
    """A number that is certain."""

    value: float

    def __post_init__(self) -> None:
        _finite(self.value, Text("waarde", "value"))

    @property
    def mean(self) -> float:
        """The number itself."""
        return self.value

    @property
    def sd(self) -> float:
        """Zero."""
        return 0.0

    def _inverse(self, chances: Draws) -> Draws:
        return np.full(chances.shape, self.value)


@dataclass(frozen=True, slots=True)
class Normal(Distribution):
    """A number that is off upward as often as downward: effect sizes with a published standard error."""

    mu: float
    sigma: float

    def __post_init__(self) -> None:
        _finite(self.mu, _MEAN)
        _not_negative(self.sigma, _SPREAD)

    @property
    def mean(self) -> float:
        """The middle."""
        return self.mu

    @property
    def sd(self) -> float:
        """The spread."""
        return self.sigma

    def _inverse(self, chances: Draws) -> Draws:
        return self.mu + self.sigma * _inverse_of("ndtri", chances)


@dataclass(frozen=True, slots=True)
class Lognormal(Distribution):
    """A number above zero that can turn out much higher: money and counts.

    `sigma` is the standard deviation of the natural logarithm.
    """

    median: float
    sigma: float

    def __post_init__(self) -> None:
        _positive(self.median, _MEDIAN)
        _not_negative(self.sigma, _SPREAD)

    @property
    def mean(self) -> float:
        """The expected value, above the median."""
        return self.median * math.exp(self.sigma**2 / 2)

    @property
    def sd(self) -> float:
        """The standard deviation of the number itself."""
        return self.mean * math.sqrt(math.expm1(self.sigma**2))

    def _inverse(self, chances: Draws) -> Draws:
        return self.median * np.exp(self.sigma * _inverse_of("ndtri", chances))


@dataclass(frozen=True, slots=True)
class Gamma(Distribution):
    """A number above zero: mean shape x scale, variance shape x scale^2."""

    shape: float
    scale: float

    def __post_init__(self) -> None:
        _positive(self.shape, Text("vorm", "shape"))
        _positive(self.scale, Text("schaal", "scale"))

    @property
    def mean(self) -> float:
        """shape x scale."""
        return self.shape * self.scale

    @property
    def sd(self) -> float:
        """sqrt(shape) x scale."""
        return math.sqrt(self.shape) * self.scale

    def _inverse(self, chances: Draws) -> Draws:
        return np.float64(self.scale) * _inverse_of("gammaincinv", self.shape, chances)


@dataclass(frozen=True, slots=True)
class Beta(Distribution):
    """A share: as if `a` cases were counted that did it and `b` that did not."""

    a: float
    b: float

    def __post_init__(self) -> None:
        _positive(self.a, Text("aantal wel", "number that did"))
        _positive(self.b, Text("aantal niet", "number that did not"))

    @property
    def mean(self) -> float:
        """a / (a + b)."""
        return self.a / (self.a + self.b)

    @property
    def sd(self) -> float:
        """The standard deviation of the share."""
        return math.sqrt(self.mean * (1 - self.mean) / (self.a + self.b + 1))

    def _inverse(self, chances: Draws) -> Draws:
        return _inverse_of("betaincinv", self.a, self.b, chances)


@dataclass(frozen=True, slots=True)
class Pert(Distribution):
    """What an expert thinks: never below `low`, most likely `mid`, never above `high`.

    `weight` says how much the middle counts, 4 by custom; the mean is (low + weight mid + high)/(weight + 2).
    """

    low: float
    mid: float
    high: float
    weight: float = 4.0

    def __post_init__(self) -> None:
        check_order(self.low, self.mid, self.high)
        _positive(self.high - self.low, Text("verschil tussen hoog en laag", "gap between high and low"))
        _positive(self.weight, Text("gewicht van het midden", "weight of the middle"))

    @property
    def _beta(self) -> Beta:
        width = self.high - self.low
        return Beta(
            1 + self.weight * (self.mid - self.low) / width, 1 + self.weight * (self.high - self.mid) / width
        )

    @property
    def mean(self) -> float:
        """The weighted mean of low, mid and high."""
        return (self.low + self.weight * self.mid + self.high) / (self.weight + 2)

    @property
    def sd(self) -> float:
        """The standard deviation."""
        return (self.high - self.low) * self._beta.sd

    def _inverse(self, chances: Draws) -> Draws:
        return self.low + (self.high - self.low) * self._beta.draw(chances)


@dataclass(frozen=True, slots=True)
class Empirical(Distribution):
    """What was seen before: every draw is one of `values`, as often as its weight says (equal when none)."""

    values: tuple[float, ...]
    weights: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        for value in self.values:
            _finite(value, Text("waarde", "value"))
        for weight in self.weights:
            _not_negative(weight, Text("gewicht", "weight"))
        if not self.values or (self.weights and not self._weighs_every_value):
            raise RefusedError(
                Text(
                    nl="Geef minstens één waarde, en voor elke waarde een gewicht of nergens een.",
                    en="Give at least one value, and a weight for each value or for none.",
                )
            )

    @property
    def _weighs_every_value(self) -> bool:
        return len(self.weights) == len(self.values) and sum(self.weights) > 0

    @property
    def _shares(self) -> Draws:
        weights = np.array(self.weights or (1.0,) * len(self.values))
        shares: Draws = weights / weights.sum()
        return shares

    @property
    def mean(self) -> float:
        """The weighted mean of what was seen."""
        return float(self._shares @ np.array(self.values))

    @property
    def sd(self) -> float:
        """The weighted standard deviation of what was seen, around its own mean."""
        return math.sqrt(self._shares @ (np.array(self.values) - self.mean) ** 2)

    def _inverse(self, chances: Draws) -> Draws:
        order = np.argsort(self.values, kind="stable")
        ends = np.cumsum(self._shares[order])
        places = np.searchsorted(ends[:-1], chances)
        return np.array(self.values, dtype=np.float64)[order][places]


def check_order(low: float, mid: float, high: float) -> None:
    """Raise RefusedError when the three are no numbers or out of order: low <= mid <= high."""
    values = ((low, _LOW), (mid, _MID), (high, _HIGH))
    for value, name in values:
        _finite(value, name)
    for (one, lower), (other, upper) in pairwise(values):
        if one > other:
            raise RefusedError(
                Text(
                    nl=f"{lower.nl} ({one:g}) is hoger dan {upper.nl} ({other:g}). Wissel ze om.",
                    en=f"{lower.en} ({one:g}) is higher than {upper.en} ({other:g}). Swap them.",
                )
            )


def _finite(value: float, name: Text) -> None:
    if not math.isfinite(value):
        raise RefusedError(Text(f"{name.nl}: vul een getal in.", f"{name.en}: give a number."))


def _not_negative(value: float, name: Text) -> None:
    _finite(value, name)
    if value < 0:
        raise RefusedError(
            Text(
                f"{name.nl}: {value:g} kan niet, kies nul of meer.",
                f"{name.en}: {value:g} is not possible, choose zero or more.",
            )
        )


def _positive(value: float, name: Text) -> None:
    _finite(value, name)
    if value <= 0:
        raise RefusedError(
            Text(
                f"{name.nl}: {value:g} kan niet, kies meer dan nul.",
                f"{name.en}: {value:g} is not possible, choose more than zero.",
            )
        )
