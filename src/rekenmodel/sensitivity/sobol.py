"""Sobol indices: which share of the spread in the result an input explains, alone and with others."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rekenmodel.sensitivity.model import Model, results
from rekenmodel.values.draws import Distribution, latin_hypercube


@dataclass(frozen=True, slots=True)
class SobolIndex:
    """The shares of the variance of the result that an input explains: alone, and all it takes part in.

    Both lie in 0..1 but for the noise of drawing.
    """

    first_order: float
    total: float


def sobol_indices(
    model: Model, inputs: Mapping[str, Distribution], seed: int, count: int
) -> Mapping[str, SobolIndex]:
    """Return the Sobol indices by input, with `count` draws; the model is asked (inputs + 2) times.

    First order after Saltelli et al. (2010), total after Jansen (1999), Computer Physics Communications
    181 and 117. All are zero when the result never changes.
    """
    one = {key: inputs[key].draw(latin_hypercube(seed, f"{key}, one", count)) for key in inputs}
    other = {key: inputs[key].draw(latin_hypercube(seed, f"{key}, other", count)) for key in inputs}
    at_one, at_other = results(model, one), results(model, other)
    variance = float(np.concatenate([at_one, at_other]).var())
    indices = {}
    for key in inputs:
        swapped = results(model, one | {key: other[key]})
        first = float((at_other * (swapped - at_one)).mean())
        total = float(((at_one - swapped) ** 2).mean()) / 2
        indices[key] = SobolIndex(first / variance, total / variance) if variance else SobolIndex(0.0, 0.0)
    return indices
