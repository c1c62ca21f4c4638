"""The low, middle and high value of many rows of draws, without sorting them.

NumPy finds them exactly. The compiled way counts each row in bins from its least to its largest value; the error
is then below half a percent of the width between low and high, and where bins would be wider than that, the row
is partitioned as well, so that heavy tails and values that occur often come out right.
"""

import numpy as np
from numpy.typing import NDArray

from rekenmodel.trajectory.jit import FAST, compiled

Singles = NDArray[np.float32]
QUANTILES = (0.05, 0.50, 0.95)
BINS = 1024
# So narrow must a bin be, as a share of the width between low and high.
_NARROW = 0.005


def places(count: int) -> NDArray[np.intp]:
    """Return which of `count` values in order stand at the quantiles, shape (3,)."""
    return np.array([round(share * (count - 1)) for share in QUANTILES], dtype=np.intp)


def exact_bands(rows: Singles) -> Singles:
    """Return low, middle and high of every row, (k, 3); `rows` (k, n)."""
    at = places(rows.shape[1])
    return np.partition(rows, at, axis=1)[:, at]


def counted_bands(rows: Singles) -> Singles:
    """Return the same within half a percent of the width from low to high; `rows` (k, n)."""
    bands = np.empty((rows.shape[0], len(QUANTILES)), dtype=np.float32)
    wide = np.empty(rows.shape[0], dtype=np.bool_)
    count_bands(rows, places(rows.shape[1]), np.zeros(BINS, np.int32), bands, wide)
    again = np.flatnonzero(wide)
    bands[again] = exact_bands(rows[again])
    return bands


def bands(rows: Singles, fast: bool = FAST) -> Singles:
    """Return low, middle and high of every row, (k, 3), in the fastest way there is; `rows` (k, n)."""
    return counted_bands(rows) if fast else exact_bands(rows)


@compiled
def count_bands(
    rows: Singles, at: NDArray[np.intp], counts: NDArray[np.int32], found: Singles, wide: NDArray[np.bool_]
) -> None:
    """Put low, middle and high of every row in `found` (k, 3), and in `wide` (k,) whether bins were too wide."""
    for row in range(rows.shape[0]):
        values = rows[row]
        least = most = values[0]
        for draw in range(values.shape[0]):
            least = min(least, values[draw])
            most = max(most, values[draw])
        found[row, :] = least
        wide[row] = False
        if most > least:
            counts[:] = 0
            scale = np.float32(BINS - 1) / (most - least)
            for draw in range(values.shape[0]):
                counts[np.int32((values[draw] - least) * scale)] += 1
            walk(counts, at, least, np.float32(1.0) / scale, found[row])
            wide[row] = _NARROW * (found[row, 2] - found[row, 0]) * scale < 1.0


@compiled
def walk(
    counts: NDArray[np.int32], at: NDArray[np.intp], least: np.float32, width: np.float32, found: Singles
) -> None:
    """Put in `found` the values that stand at these places, as if every bin were evenly filled."""
    before, place = 0, 0
    for one in range(counts.shape[0]):
        while place < at.shape[0] and at[place] < before + counts[one]:
            share = (np.float32(at[place] - before) + np.float32(0.5)) / np.float32(counts[one])
            found[place] = least + (np.float32(one) + share) * width
            place += 1
        before += counts[one]
