"""Whether people who score the same things agree: Krippendorff's alpha.

alpha = 1 - observed disagreement / disagreement by chance. Source: Hayes and Krippendorff (2007),
Communication Methods and Measures 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws

FIRM, TENTATIVE = 0.8, 0.667


class Level(StrEnum):
    """What the difference between two scores means (meetniveau)."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Krippendorff's alpha: 1 when all agree, 0 when they agree no more than by chance, below 0: less."""

    alpha: float

    @property
    def text(self) -> Text:
        """What to do with the scores."""
        if self.alpha >= FIRM:
            return Text("De scores komen goed overeen.", "The scores agree well.")
        if self.alpha >= TENTATIVE:
            return Text(
                "De scores komen redelijk overeen. Wees voorzichtig met conclusies.",
                "The scores agree fairly. Be careful with conclusions.",
            )
        return Text(
            "De scores lopen uiteen. Praat erover en neem geen gemiddelde.",
            "The scores differ. Talk about them and take no mean.",
        )


def krippendorff_alpha(scores: Sequence[Sequence[float | None]], level: Level) -> Agreement:
    """Return how well raters agree. `scores`: a row per rater, a column per thing; None: not scored.

    Raises RefusedError when the rows differ in length, or when nothing was scored by two, or all scores are
    the same (then there is nothing to agree about).
    """
    if len({len(row) for row in scores}) != 1:
        raise RefusedError(
            Text("Geef van elke beoordelaar evenveel scores.", "Give as many scores of every rater.")
        )
    columns = [[score for score in column if score is not None] for column in zip(*scores, strict=True)]
    paired = [column for column in columns if len(column) > 1]
    values = np.unique(np.array([score for column in paired for score in column], dtype=np.float64))
    if len(values) < 2:
        raise RefusedError(
            Text(
                "Er is te weinig om te vergelijken: minstens twee scores van twee beoordelaars.",
                "There is too little to compare: at least two different scores by two raters.",
            )
        )
    together = np.zeros((len(values), len(values)))
    for column in paired:
        places = np.searchsorted(values, column)
        counts = np.bincount(places, minlength=len(values)).astype(float)
        together += (np.outer(counts, counts) - np.diag(counts)) / (len(column) - 1)
    totals = together.sum(axis=0)
    by_chance = np.outer(totals, totals) - np.diag(totals)
    apart = _apart(values, totals, level)
    observed, expected = float((together * apart).sum()), float((by_chance * apart).sum())
    return Agreement(1 - (totals.sum() - 1) * observed / expected)


def _apart(values: Draws, totals: Draws, level: Level) -> Draws:
    """Return the squared distance of every pair of values."""
    if level is Level.NOMINAL:
        return 1 - np.eye(len(values))
    if level is Level.ORDINAL:
        middles = totals.cumsum() - totals / 2
        ordinal: Draws = (middles[:, None] - middles) ** 2
        return ordinal
    distance: Draws = (values[:, None] - values) ** 2
    if level is Level.INTERVAL:
        return distance
    sums = values[:, None] + values
    ratio: Draws = np.divide(distance, sums**2, out=np.zeros_like(distance), where=sums != 0)
    return ratio
