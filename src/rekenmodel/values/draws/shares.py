"""Shares of a whole, 0 to 1."""

from rekenmodel.values.draws.arrays import Draws, Number, as_draws
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text


def as_share(value: Number, field: Text) -> Draws:
    """Return `value` as draws of a share, shape (1,) or (n,).

    Raises RefusedError, naming `field`, when one of them is below 0 or above 1.
    """
    draws = as_draws(value, field)
    if draws.min() < 0 or draws.max() > 1:
        wrong = f"{draws.min() if draws.min() < 0 else draws.max():g}"
        raise RefusedError(
            Text(
                nl=f"{field.nl}: een aandeel ligt tussen 0 en 1 (0 % en 100 %), niet op {wrong}.",
                en=f"{field.en}: a share lies between 0 and 1 (0 % and 100 %), not at {wrong}.",
            )
        )
    return draws


def lost_share(kept: Number, field: Text) -> Draws:
    """Return the share that is lost where a source gives the share that is kept: 1 - kept.

    Some Dutch standards give the attribution that is kept (0.75); this library counts what is lost (0.25).
    """
    return 1 - as_share(kept, field)
