"""The low, middle and high value of many rows of draws, without sorting them.

Each row is counted in bins from its least to its largest value. Where a bin is wider than one percent of the
width from low to high, the row is put in order after all; so heavy tails and values that occur often come out
right, and the error is always below one percent of that width.
"""

import numpy as np
from numpy.typing import NDArray

from rekenmodel.trajectory.jit import compiled
from rekenmodel.values import RefusedError, Text

Singles = NDArray[np.float32]
Whole = NDArray[np.int64]
QUANTILES = (0.05, 0.50, 0.95)
BINS = 1024
NARROW = 0.01
"""So narrow is a bin at least, as a share of the width from low to high."""

# Below this width a row is one number.
_NOTHING = 1e-30


def places(count: int) -> Whole:
    """Return which of `count` values in order stand at the quantiles, shape (3,)."""
    return np.array([round(share * (count - 1)) for share in QUANTILES], dtype=np.int64)


def bands(rows: Singles, fast: bool) -> Singles:
    """Return low, middle and high of every row, (k, 3); `rows` (k, n). `fast`: with the compiled counting."""
    at, least = places(rows.shape[1]), rows.min(axis=1)
    with np.errstate(over="ignore", invalid="ignore"):
        gap = (rows.max(axis=1) - least).astype(np.float64)
    if not np.isfinite(gap).all():
        raise RefusedError(
            Text(
                "De uitkomst loopt uit de hand. Kijk of er een bedrag of een invloed veel te groot is.",
                "The result explodes. See whether an amount or an influence is far too large.",
            )
        )
    scale = np.where(gap > _NOTHING, (BINS - 1) / np.maximum(gap, _NOTHING), 0.0).astype(np.float32)
    until = _counted(rows, least, scale, fast).cumsum(axis=1)
    place = (until[:, None, :] <= at[:, None]).sum(axis=2)
    below = np.take_along_axis(until, np.maximum(place - 1, 0), axis=1) * (place > 0)
    inside = (at - below + 0.5) / (np.take_along_axis(until, place, axis=1) - below)
    width = gap / (BINS - 1)
    found: Singles = (least[:, None] + (place + inside) * width[:, None]).astype(np.float32)
    for row in np.flatnonzero(NARROW * (found[:, 2] - found[:, 0]) < width):
        found[row] = _in_order(rows[row], least[row], at)
    return found


def _counted(rows: Singles, least: Singles, scale: Singles, fast: bool) -> Whole:
    """Return how many values of every row are in every bin, (k, BINS)."""
    if not fast:
        bins = ((row - low) * steep for row, low, steep in zip(rows, least, scale, strict=True))
        return np.stack([np.bincount(row.astype(np.intp), minlength=BINS) for row in bins])
    counts = np.zeros((len(rows), BINS), dtype=np.int64)
    count_compiled(rows, least, scale, counts, np.empty(rows.shape[1], dtype=np.int32))
    return counts


def _in_order(row: Singles, least: np.float32, at: Whole) -> Singles:
    """Return the values of one row that stand at these places; often all of them are its least value."""
    if at[-1] < np.count_nonzero(row == least):
        return np.full(len(at), least, dtype=np.float32)
    ordered: Singles = np.partition(row, at)
    return ordered[at]


@compiled
def count_compiled(
    rows: Singles, least: Singles, scale: Singles, counts: Whole, bins: NDArray[np.int32]
) -> None:
    """Count the values of every row in bins: `counts` (k, BINS), zero before; `bins` is room for (n,)."""
    for row in range(rows.shape[0]):
        for draw in range(rows.shape[1]):
            bins[draw] = np.int32((rows[row, draw] - least[row]) * scale[row])
        for draw in range(rows.shape[1]):
            counts[row, bins[draw]] += 1
