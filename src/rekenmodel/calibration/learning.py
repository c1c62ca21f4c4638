"""What earlier cases teach about an assumption, and what is said about that."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rekenmodel.calibration.pooling import (
    Counted,
    Measured,
    Pooled,
    beta_parameters,
    pooled_counts,
    pooled_measures,
)
from rekenmodel.values import Language, RefusedError, Text, count_word, figure, percent
from rekenmodel.values.draws import Assumption, Beta, Distribution, Fixed, Gamma, Lognormal, Normal, Pert

_ODD, _MOSTLY = 2.0, 0.5
# So many cases add a point of confidence, and then another; never above nine, for the next case is another.
_CASES_PER_POINT, _MOST_CONFIDENT = (3, 10, 30), 9
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Learnt:
    """An assumption before and after, and what the cases said. `after` is as uncertain as a next case is."""

    before: Assumption
    after: Assumption
    pooled: Pooled

    @property
    def cases(self) -> int:
        """From how many cases was learnt."""
        return len(self.pooled.shrunk)

    @property
    def surprising(self) -> bool:
        """Whether the cases lie far from what was assumed: then look first whether they are alike."""
        return self.pooled.surprise > _ODD

    @property
    def text(self) -> Text:
        """What was assumed, what was seen, what is assumed from now on, and how much of it is old."""
        return Text(self._said("nl"), self._said("en"))

    def _said(self, language: Language) -> str:
        name, cases = self.before.name.say(language), count_word(self.cases, language)
        was, now = (_range(entry, language) for entry in (self.before, self.after))
        old = percent(self.pooled.old_share, language)
        if language == "nl":
            said = [
                f"{name}: we dachten {was}. Na {cases} {'geval' if self.cases == 1 else 'gevallen'} "
                f"denken we {now}. Daarvan is {old} nog de oude aanname."
            ]
        else:
            said = [
                f"{name}: we thought {was}. After {cases} {'case' if self.cases == 1 else 'cases'} "
                f"we think {now}. Of that {old} is still the old assumption."
            ]
        if self.pooled.between > self.pooled.sd and self.cases > 1:
            said.append(_DIFFER.say(language))
        if self.surprising:
            said.append(_SURPRISING.say(language))
        return " ".join(said)


def learn(before: Assumption, cases: Sequence[Measured] | Sequence[Counted]) -> Learnt:
    """Return an assumption brought up to date with cases: measured, or for a share counted.

    The kind of distribution stays. Normal, lognormal (on the logarithm) and beta with counts follow the
    closed forms of `pooling`; for the others the same is done with their mean and spread (linear Bayes:
    Hartigan (1969), J. R. Stat. Soc. B 31). Raises RefusedError, naming the assumption, when there are no
    cases, when a case occurs twice, when the kinds do not fit, or when the number is certain.
    """
    names = [case.case for case in cases]
    if not names or len(set(names)) < len(names):
        raise _refused(before, Text("geef elk geval één keer.", "give every case once."))
    try:
        value, pooled = _updated(before.value, cases)
    except RefusedError as refused:
        raise _refused(before, refused.text) from refused
    points = sum(len(names) >= enough for enough in _CASES_PER_POINT)
    confidence = max(before.confidence, min(_MOST_CONFIDENT, before.confidence + points))
    source = f"bijgesteld met {len(names)} eerdere gevallen; daarvoor: {before.source}"
    return Learnt(before, replace(before, value=value, confidence=confidence, source=source), pooled)


def _updated(
    value: Distribution, cases: Sequence[Measured] | Sequence[Counted]
) -> tuple[Distribution, Pooled]:
    counted = [case for case in cases if isinstance(case, Counted)]
    measured = [case for case in cases if isinstance(case, Measured)]
    if counted:
        if not isinstance(value, Beta) or measured:
            raise RefusedError(Text("alleen een aandeel kunt u tellen.", "only a share can be counted."))
        pooled = pooled_counts(value.mean, value.sd, counted)
        return Beta(*beta_parameters(pooled.mean, pooled.next_sd)), pooled
    if isinstance(value, Lognormal) and value.sigma > 0:
        pooled = pooled_measures(math.log(value.median), value.sigma, [_logarithm(case) for case in measured])
        return Lognormal(math.exp(pooled.mean), pooled.next_sd), pooled
    if isinstance(value, Fixed) or value.sd == 0:
        raise RefusedError(
            Text(
                "dit getal staat vast. Geef het eerst een spreiding.",
                "this number is certain. Give it a spread.",
            )
        )
    pooled = pooled_measures(value.mean, value.sd, measured)
    return _fitted(value, pooled.mean, pooled.next_sd), pooled


def _logarithm(case: Measured) -> Measured:
    """Return a measurement of the logarithm; the error is that of the first order."""
    if case.value <= 0:
        raise RefusedError(
            Text(f"{case.case}: een meting moet boven nul liggen.", f"{case.case}: must be above zero.")
        )
    return Measured(case.case, math.log(case.value), case.error / case.value)


def _fitted(value: Distribution, mean: float, sd: float) -> Distribution:
    """Return the distribution of the same kind with this mean and spread."""
    if isinstance(value, Normal):
        return Normal(mean, sd)
    if isinstance(value, Beta):
        return Beta(*beta_parameters(mean, sd))
    if isinstance(value, Gamma) and mean > 0:
        return Gamma((mean / sd) ** 2, sd**2 / mean)
    if isinstance(value, Pert):
        return _pert(value, mean, sd)
    raise RefusedError(
        Text("van deze verdeling kunnen we niet leren.", "from this distribution we cannot learn.")
    )


def _pert(value: Pert, mean: float, sd: float) -> Pert:
    """Return a PERT between the same ends; one that cannot be that wide becomes as wide as it can."""
    width = value.high - value.low
    a, b = beta_parameters((mean - value.low) / width, sd / width)
    a, b = max(a, 1.0), max(b, 1.0)
    weight = max(a + b - 2, 1e-6)
    return Pert(value.low, value.low + width * min(1.0, (a - 1) / weight), value.high, weight)


def _range(entry: Assumption, language: Language) -> str:
    """Return "0,2 (0,1 tot 0,3) niveau": the middle and nine cases out of ten."""
    low, mid, high = (figure(entry.value.quantile(share), language, _DIGITS) for share in (0.05, 0.5, 0.95))
    to = "tot" if language == "nl" else "to"
    return f"{mid} ({low} {to} {high}) {entry.unit.say(language)}"


def _refused(entry: Assumption, why: Text) -> RefusedError:
    return RefusedError(Text(f"{entry.name.nl}: {why.nl}", f"{entry.name.en}: {why.en}"))


_DIFFER = Text(
    "De gevallen verschillen onderling meer dan dat we het gemiddelde niet weten.",
    "The cases differ more from each other than we are unsure of their mean.",
)
_SURPRISING = Text(
    "Dat wijkt sterk af van wat we dachten. Kijk eerst of die gevallen op dit gezin lijken.",
    "That differs much from what we thought. First see whether those cases are like this household.",
)
