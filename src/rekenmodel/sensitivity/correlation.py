"""Rank correlation: whether the result rises or falls with an input, from draws that are already there."""

from collections.abc import Mapping

import numpy as np

from rekenmodel.values.draws import Draws, draw_count


def ranks(values: Draws) -> Draws:
    """Return the place of each value in order, 1..n; equal values share the mean of their places."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    places: Draws = np.cumsum(counts) - (counts - 1) / 2
    return places[inverse]


def rank_correlation(one: Draws, other: Draws) -> float:
    """Return Spearman's rank correlation of two rows of draws, -1..1; 0 when one of them never changes.

    Raises RefusedError when they have different numbers of draws.
    """
    draw_count(one, other)
    rows = [ranks(row) - (row.size + 1) / 2 for row in (one, other)]
    spread = float(np.sqrt((rows[0] ** 2).sum() * (rows[1] ** 2).sum()))
    return float((rows[0] * rows[1]).sum()) / spread if spread else 0.0


def rank_correlations(inputs: Mapping[str, Draws], result: Draws) -> Mapping[str, float]:
    """Return by input its rank correlation with the result, the strongest first."""
    found = {key: rank_correlation(inputs[key], result) for key in sorted(inputs)}
    return dict(sorted(found.items(), key=lambda entry: -abs(entry[1])))
