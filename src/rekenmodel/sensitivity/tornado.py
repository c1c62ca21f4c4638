"""One input at a time from low to high, all others at their middle: the bars of a tornado."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from rekenmodel.sensitivity.model import Model, results
from rekenmodel.values.draws import Assumption
from rekenmodel.values.draws.distributions import check_order


@dataclass(frozen=True, slots=True)
class Range:
    """The low, middle and high value of one input. Raises RefusedError when they are out of order."""

    low: float
    mid: float
    high: float

    def __post_init__(self) -> None:
        check_order(self.low, self.mid, self.high)


@dataclass(frozen=True, slots=True)
class Swing:
    """What one input does to the result, in the unit of the result."""

    key: str
    base: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """How far the result moves between low and high, 0 or more."""
        return abs(self.at_high - self.at_low)


def ranges_of(assumptions: Iterable[Assumption], share: float = 0.9) -> Mapping[str, Range]:
    """Return by key the range around the median in which the input lies with this chance, 0..1."""
    outside = (1 - share) / 2
    return {
        entry.key: Range(
            entry.value.quantile(outside), entry.value.quantile(0.5), entry.value.quantile(1 - outside)
        )
        for entry in assumptions
    }


def one_way(model: Model, ranges: Mapping[str, Range]) -> tuple[Swing, ...]:
    """Return the swing of every input, the widest first.

    The model is asked once, with one draw for the base and two for each input.
    """
    keys = sorted(ranges)
    inputs = {key: np.full(1 + 2 * len(keys), ranges[key].mid) for key in keys}
    for place, key in enumerate(keys):
        inputs[key][1 + 2 * place : 3 + 2 * place] = ranges[key].low, ranges[key].high
    base, *ends = (float(result) for result in results(model, inputs))
    swings = [Swing(key, base, low, high) for key, low, high in zip(keys, ends[::2], ends[1::2], strict=True)]
    return tuple(sorted(swings, key=lambda swing: (-swing.width, swing.key)))
