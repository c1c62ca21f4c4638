"""Expected against realised: whether earlier calculations deserve trust."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np

from rekenmodel.values import RefusedError, Text, count_word
from rekenmodel.values.draws import Draws, as_draws

INSIDE = 0.9
"""The share of cases that should end up inside their band, from 5 to 95 of 100 draws."""
_RARE = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """What was expected in one case, as draws (n,), and what really happened, in the same unit."""

    case: str
    expected: Draws
    realised: float

    @property
    def rank(self) -> float:
        """The share of the draws below what happened, those equal to it half; 0..1."""
        below, equal = (self.expected < self.realised).mean(), (self.expected == self.realised).mean()
        return float(below + equal / 2)

    @property
    def inside(self) -> bool:
        """Whether it ended inside the band of nine out of ten."""
        low, high = np.quantile(self.expected, ((1 - INSIDE) / 2, (1 + INSIDE) / 2))
        return bool(low <= self.realised <= high)


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How earlier calculations came out.

    `inside` of `cases` ended inside their band. `too_low`: share that ended above the middle, 0..1; one half
    when the model is off neither way. `chance`: how likely so few or fewer inside are if the bands are right.
    """

    cases: int
    inside: int
    too_low: float
    chance: float

    @property
    def texts(self) -> tuple[Text, ...]:
        """What the record says: are the bands wide enough, and is the middle off one way."""
        inside = Text(count_word(self.inside, "nl"), count_word(self.inside, "en"))
        cases = Text(count_word(self.cases, "nl"), count_word(self.cases, "en"))
        texts = [
            Text(
                f"In {inside.nl} van de {cases.nl} eerdere gevallen kwam het uit binnen de bandbreedte.",
                f"In {inside.en} of {cases.en} earlier cases it came out inside the band.",
            )
        ]
        if self.chance < _RARE:
            texts.append(
                Text(
                    "De bandbreedte is te smal: wij zijn zekerder dan wij mogen zijn.",
                    "The bands are too narrow: we are surer than we may be.",
                )
            )
        if self._one_sided:
            side = Text("hoger", "higher") if self.too_low > 0.5 else Text("lager", "lower")
            texts.append(
                Text(
                    f"Het komt meestal {side.nl} uit dan wij verwachten.",
                    f"It mostly comes out {side.en} than we expect.",
                )
            )
        return tuple(texts)

    @property
    def _one_sided(self) -> bool:
        """Whether so many on one side of the middle would be rare by chance (sign test, two-sided)."""
        above = round(self.too_low * self.cases)
        return 2 * at_most(min(above, self.cases - above), self.cases, 0.5) < _RARE


def track_record(forecasts: Sequence[Forecast]) -> TrackRecord:
    """Return how earlier calculations came out. Raises RefusedError when there are none."""
    if not forecasts:
        raise RefusedError(Text("Er zijn nog geen eerdere gevallen.", "There are no earlier cases yet."))
    for forecast in forecasts:
        as_draws(forecast.expected, Text(forecast.case, forecast.case))
        as_draws(forecast.realised, Text(forecast.case, forecast.case))
    inside = sum(forecast.inside for forecast in forecasts)
    above = sum(forecast.rank > 0.5 for forecast in forecasts)
    many = len(forecasts)
    return TrackRecord(many, inside, above / many, at_most(inside, many, INSIDE))


def at_most(count: int, cases: int, share: float) -> float:
    """Return the chance of `count` or fewer out of `cases` (binomial)."""
    return sum(
        comb(cases, times) * share**times * (1 - share) ** (cases - times) for times in range(count + 1)
    )
