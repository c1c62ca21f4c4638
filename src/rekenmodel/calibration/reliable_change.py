"""Whether a score of one household really changed, or only its measurement did.

Sources: Jacobson and Truax (1991), J. Consult. Clin. Psychol. 59; the normal posterior in closed form.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from rekenmodel.values import RefusedError, Text

RELIABLE = 1.96
"""A change of so many standard errors happens by chance in less than one of twenty."""


class Outcome(StrEnum):
    """What became of a score (uitkomst)."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Change:
    """A score before and after, in units of the instrument. `index`: the reliable change index."""

    before: float
    after: float
    error: float
    index: float

    @property
    def reliable(self) -> bool:
        """Whether the change is more than measurement alone explains."""
        return abs(self.index) > RELIABLE

    def outcome(self, cut: float, *, higher_is_better: bool) -> Outcome:
        """Return what became of it; recovered: changed for the better and past `cut`, the usual range."""
        up = 1.0 if higher_is_better else -1.0
        if not self.reliable:
            return Outcome.UNCHANGED
        if up * self.index < 0:
            return Outcome.WORSE
        past = up * self.before < up * cut <= up * self.after
        return Outcome.RECOVERED if past else Outcome.IMPROVED


@dataclass(frozen=True, slots=True)
class ChangeBelief:
    """What to believe about a change: its mean and spread, and the chance that it is above zero."""

    mean: float
    sd: float
    chance_up: float

    @property
    def chance_down(self) -> float:
        """The chance that it is below zero."""
        return 1 - self.chance_up


def reliable_change(before: float, after: float, sd: float, reliability: float) -> Change:
    """Return the change of a score: (after - before) / (sd sqrt(2 (1 - reliability))).

    `sd` of the score among people, `reliability` of the instrument, 0..1, both from its manual. Raises
    RefusedError when they are out of range.
    """
    if not (sd > 0 and 0 <= reliability < 1):
        raise RefusedError(
            Text(
                "Geef een spreiding boven nul en een betrouwbaarheid van 0 tot 1.",
                "Give a spread above zero and a reliability from 0 to 1.",
            )
        )
    error = sd * math.sqrt(1 - reliability)
    return Change(before, after, error, (after - before) / (error * math.sqrt(2)))


def cut_off(clinical: tuple[float, float], usual: tuple[float, float]) -> float:
    """Return the score halfway, by spread, between a clinical and a usual group, each (mean, sd)."""
    (mean, sd), (other_mean, other_sd) = clinical, usual
    return (sd * other_mean + other_sd * mean) / (sd + other_sd)


def believed_change(prior_mean: float, prior_sd: float, observed: float, error: float) -> ChangeBelief:
    """Return what to believe after an observed change: noisy jumps are drawn towards what is usual.

    Raises RefusedError when a spread is not above zero.
    """
    if not (prior_sd > 0 and error > 0):
        raise RefusedError(Text("Geef spreidingen boven nul.", "Give spreads above zero."))
    known, seen = prior_sd**-2, error**-2
    mean, sd = (prior_mean * known + observed * seen) / (known + seen), (known + seen) ** -0.5
    return ChangeBelief(mean, sd, math.erfc(-mean / (sd * math.sqrt(2))) / 2)
