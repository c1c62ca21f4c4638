"""Rank correlation: whether the result rises or falls with an input, from draws that are already there."""

from collections.abc import Mapping

import numpy as np

from rekenmodel.values.draws import Draws, draw_count


def ranks(values: Draws) -> Draws:
    """Return the place of each value in order, 1..n; equal values share the mean of their places."""
    order = np.argsort(values)
    groups = np.cumsum(np.diff(values[order], prepend=-np.inf) > 0) - 1
    sizes = np.bincount(groups)
    found = np.empty(values.size)
    found[order] = (np.cumsum(sizes) - (sizes - 1) / 2)[groups]
    return found


def rank_correlation(one: Draws, other: Draws) -> float:
    """Return Spearman's rank correlation of two rows of draws, -1..1; 0 when one of them never changes.

    Raises RefusedError when they have different numbers of draws.
    """
    return rank_correlations({"one": one}, other)["one"]


def rank_correlations(inputs: Mapping[str, Draws], result: Draws) -> Mapping[str, float]:
    """Return by input its rank correlation with the result, the strongest first.

    Raises RefusedError when they have different numbers of draws.
    """
    draw_count(*inputs.values(), result)
    against = standard_ranks(result)
    correlations = {key: float(standard_ranks(inputs[key]) @ against) for key in sorted(inputs)}
    return dict(sorted(correlations.items(), key=lambda entry: -abs(entry[1])))


def standard_ranks(values: Draws) -> Draws:
    """Return the ranks around zero, with length one, so that a product of two is their correlation.

    All are zero when the values never change.
    """
    centred = ranks(values) - (values.size + 1) / 2
    length = float(np.sqrt((centred**2).sum()))
    return centred / length if length else centred
