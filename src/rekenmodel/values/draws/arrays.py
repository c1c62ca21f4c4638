"""Draws: one number per simulated course of events, in a NumPy array of shape (n,).

A number that is certain is one draw. Arrays of n draws and of one draw combine; other lengths do not.
Draw i of one input belongs with draw i of every other input.
"""

import numpy as np
from numpy.typing import NDArray

from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

Draws = NDArray[np.float64]
Number = float | Draws

MAX_DRAWS = 1_000_000


def as_draws(value: Number, field: Text) -> Draws:
    """Return `value` as a read-only array of draws, shape (1,) or (n,).

    Raises RefusedError, naming `field`, when it is empty, not one-dimensional or not finite.
    """
    kept = isinstance(value, np.ndarray) and not value.flags.writeable
    array = np.array(value, dtype=np.float64, ndmin=1, copy=None if kept else True)
    if array.ndim != 1 or not array.size or not np.isfinite(array).all():
        raise RefusedError(
            Text(f"{field.nl}: vul een getal in.", f"{field.en}: give a number, or draws of one.")
        )
    array.setflags(write=False)
    return array


def draw_count(*rows: Draws) -> int:
    """Return how many draws these arrays have together.

    Raises RefusedError when one has neither one draw nor as many as the longest.
    """
    counts = {row.shape[-1] for row in rows}
    most = max(counts, default=1)
    if counts - {1, most}:
        raise RefusedError(
            Text(
                nl=f"Deze invoer heeft verschillende aantallen trekkingen: {sorted(counts)}.",
                en=f"These inputs have different numbers of draws: {sorted(counts)}.",
            )
        )
    return most


def check_count(count: int) -> None:
    """Raise RefusedError when `count` draws are none, or more than the library makes at once."""
    if not 1 <= count <= MAX_DRAWS:
        raise RefusedError(
            Text(
                nl=f"Aantal trekkingen: {count} kan niet. Kies 1 tot en met {MAX_DRAWS}. "
                "Met 10.000 ligt de uitkomst al vast genoeg.",
                en=f"Number of draws: {count} is not possible. Choose 1 to {MAX_DRAWS}. "
                "With 10,000 the result is steady enough.",
            )
        )
