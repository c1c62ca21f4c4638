"""One household followed over time: whether the scores after a change are better than those before.

Sources: Parker and Vannest (2009), Behavior Therapy 40 (NAP); Edgington (1975) and Onghena (1992) on the
randomised moment of starting.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rekenmodel.values import RefusedError, Text

FEWEST = 5
"""Points in each phase below which a conclusion is hardly possible."""


@dataclass(frozen=True, slots=True)
class SingleCase:
    """`nap`: share of pairs (one before, one after) that improve, ties half, 0..1; one half: no difference.

    `enough`: whether each phase has five points or more. `chance`: how likely a difference in means so large
    is when the start could have been at any of the possible moments and does nothing; None when it was not
    drawn by lot.
    """

    nap: float
    enough: bool
    chance: float | None

    @property
    def tau(self) -> float:
        """The same between -1 and 1."""
        return 2 * self.nap - 1


def single_case(
    scores: Sequence[float],
    start: int,
    possible_starts: Sequence[int] = (),
    *,
    higher_is_better: bool = True,
) -> SingleCase:
    """Return how the scores from `start` on compare with those before.

    `possible_starts`: the moments among which the start was drawn by lot, itself included. Raises
    RefusedError when a phase has no scores or when the start is not among those moments.
    """
    if not all(0 < moment < len(scores) for moment in (start, *possible_starts)):
        raise RefusedError(
            Text("Geef scores van voor en van na de start.", "Give scores from before and after the start.")
        )
    if possible_starts and start not in possible_starts:
        raise RefusedError(
            Text("De start is geen van de mogelijke momenten.", "The start is none of the possible moments.")
        )
    values = np.asarray(scores, dtype=np.float64) * (1 if higher_is_better else -1)
    before, after = values[:start], values[start:]
    better, same = (after[:, None] > before).mean(), (after[:, None] == before).mean()
    chance = None
    if possible_starts:
        gains = {moment: values[moment:].mean() - values[:moment].mean() for moment in possible_starts}
        chance = sum(gain >= gains[start] for gain in gains.values()) / len(gains)
    return SingleCase(float(better + same / 2), min(len(before), len(after)) >= FEWEST, chance)
