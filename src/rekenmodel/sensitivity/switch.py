"""The switching value: how far an input must move before the better choice becomes the other one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rekenmodel.sensitivity.model import Model, known, results
from rekenmodel.values import Text, figure
from rekenmodel.values.draws import Assumption
from rekenmodel.values.draws.distributions import check_order

_POINTS = 65
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class SwitchingValue:
    """Where the result crosses zero when only this input moves from low to high; None: nowhere."""

    key: str
    base: float
    low: float
    high: float
    value: float | None

    def text(self, assumption: Assumption) -> Text:
        """Return one sentence on it, with the name and the unit of the assumption."""
        name, unit = assumption.name, assumption.unit
        if self.value is None:
            return Text(
                f"{name.nl}: de keuze blijft hetzelfde van {figure(self.low, 'nl', 2)} tot "
                f"{figure(self.high, 'nl', 2)} {unit.nl}.",
                f"{name.en}: the choice stays the same from {figure(self.low, 'en', 2)} to "
                f"{figure(self.high, 'en', 2)} {unit.en}.",
            )
        return Text(
            f"{name.nl}: bij {figure(self.value, 'nl', 2)} {unit.nl} slaat de keuze om. "
            f"Nu rekenen we met {figure(self.base, 'nl', 2)}.",
            f"{name.en}: at {figure(self.value, 'en', 2)} {unit.en} the choice turns. "
            f"We now count with {figure(self.base, 'en', 2)}.",
        )


def switching_value(
    model: Model, base: Mapping[str, float], key: str, low: float, high: float
) -> SwitchingValue:
    """Return the root of the model's result nearest to the base value of one input, within low..high.

    The input's range is cut in 64 pieces and the piece nearest to the base in which the sign changes is cut
    again, ten times: more precise than a float can hold. A result that crosses zero twice within one piece is
    not seen. Raises RefusedError when the input is unknown or when low, base and high are out of order.
    """
    known(base, key)
    check_order(low, base[key], high)
    left, right = low, high
    for _ in range(_ROUNDS):
        points = np.linspace(left, right, _POINTS)
        inputs = {name: np.full(_POINTS, value) for name, value in base.items()} | {key: points}
        signs = np.sign(results(model, inputs))
        crossings = np.flatnonzero(signs[:-1] * signs[1:] <= 0)
        if not crossings.size:
            return SwitchingValue(key, base[key], low, high, None)
        middles = (points[crossings] + points[crossings + 1]) / 2
        nearest = crossings[np.abs(middles - base[key]).argmin()]
        left, right = points[nearest], points[nearest + 1]
    return SwitchingValue(key, base[key], low, high, float((left + right) / 2))
