"""Distributions from a low, a middle and a high value: what people at a table can name."""

import math
from enum import StrEnum

from rekenmodel.values.draws.distributions import (
    Beta,
    Distribution,
    Fixed,
    Gamma,
    Lognormal,
    Normal,
    Pert,
    check_order,
)
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

# The width of the middle nine tenths of a normal distribution, in standard deviations.
_NINE_TENTHS = 2 * 1.6448536269514722


class Shape(StrEnum):
    """How a number between low and high is spread (verdeling)."""

    PERT = "pert"
    BETA = "beta"
    LOGNORMAL = "lognormal"
    GAMMA = "gamma"
    NORMAL = "normal"


def from_range(shape: Shape, low: float, mid: float, high: float, field: Text) -> Distribution:
    """Return the distribution of a number from low to high with `mid` in the middle.

    PERT: low and high are the ends and mid is the most likely value. The others: the number lies between low
    and high in about nine out of ten cases, with a standard deviation of (high - low)/3.29 around mid, its
    mean; LOGNORMAL does the same with logarithms around mid, its median. Without width it is `Fixed`.
    Raises RefusedError, naming `field`, when the three are out of order or do not fit the shape.
    """
    try:
        check_order(low, mid, high)
        if low == high:
            return Fixed(mid)
        return _of_width(shape, low, mid, high)
    except RefusedError as refused:
        raise RefusedError(
            Text(f"{field.nl}: {refused.text.nl}", f"{field.en}: {refused.text.en}")
        ) from refused


def _of_width(shape: Shape, low: float, mid: float, high: float) -> Distribution:
    spread = (high - low) / _NINE_TENTHS
    if shape is Shape.PERT:
        return Pert(low, mid, high)
    if shape is Shape.NORMAL:
        return Normal(mid, spread)
    if shape is Shape.BETA:
        return _beta(low, mid, high, spread)
    if low <= 0:
        raise RefusedError(
            Text(
                f"laag ({low:g}) moet boven nul liggen bij deze verdeling.",
                f"low ({low:g}) must be above zero with this distribution.",
            )
        )
    if shape is Shape.GAMMA:
        return Gamma((mid / spread) ** 2, spread**2 / mid)
    return Lognormal(mid, math.log(high / low) / _NINE_TENTHS)


def _beta(low: float, mid: float, high: float, spread: float) -> Beta:
    if low < 0 or high > 1:
        raise RefusedError(
            Text(
                f"een aandeel ligt van 0 tot en met 1, niet van {low:g} tot {high:g}.",
                f"a share lies from 0 to 1, not from {low:g} to {high:g}.",
            )
        )
    counted = mid * (1 - mid) / spread**2 - 1
    if not 0 < mid < 1 or counted <= 0:
        raise RefusedError(
            Text(
                f"van {low:g} tot {high:g} is te breed rond {mid:g}. Kies PERT of maak het smaller.",
                f"from {low:g} to {high:g} is too wide around {mid:g}. Choose PERT or make it narrower.",
            )
        )
    return Beta(mid * counted, (1 - mid) * counted)
