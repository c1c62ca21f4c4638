"""Bringing earlier cases together: closed forms of a hierarchical model, with shrinkage.

Every case has its own true value around a common one. What an assumption says of the next case is therefore
uncertain twice: the common value is not known, and cases differ. Of the variance of an assumption one half is
taken to be the first and one half the second; without cases both together are the assumption as it was.

How much cases differ is estimated from the cases and drawn towards that half, which counts as much as
`PRIOR_CASES` cases: with few cases an estimate of its own would be worth little. Sources: DerSimonian and
Laird (1986), Controlled Clinical Trials 7; Smyth (2004), Stat. Appl. Genet. Mol. Biol. 3, on drawing
variances together; Gelman et al., Bayesian Data Analysis, 3rd ed. (2013), ch. 2 and 5.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rekenmodel.values import RefusedError, Text

PRIOR_CASES = 4
_COMMON = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """One earlier case in which the number was measured, with the standard error of that measurement.

    Raises RefusedError, naming the case, when the error is not above zero.
    """

    case: str
    value: float
    error: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.value) and 0 < self.error < math.inf):
            raise RefusedError(
                Text(
                    f"{self.case}: geef een meting en een meetfout boven nul.",
                    f"{self.case}: give a measurement and an error above zero.",
                )
            )


@dataclass(frozen=True, slots=True)
class Counted:
    """One earlier case, or group, in which something happened `times` out of `of` chances.

    Raises RefusedError, naming the case, when the two do not fit.
    """

    case: str
    times: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.times <= self.of or self.of < 1:
            raise RefusedError(
                Text(
                    f"{self.case}: {self.times} van de {self.of} keer kan niet.",
                    f"{self.case}: {self.times} out of {self.of} is not possible.",
                )
            )


@dataclass(frozen=True, slots=True)
class Pooled:
    """What the cases and the assumption say together.

    `mean` and `sd` of the common value; `between`: standard deviation between cases; `next_sd`: spread of the
    next case, both together. `old_share`: how much of what is known of the common value is still the old
    assumption, 0..1. `surprise`: how many standard errors the cases lie from what was assumed. `shrunk`: by
    case the best guess of its own true value, drawn towards the common one.
    """

    mean: float
    sd: float
    between: float
    old_share: float
    surprise: float
    shrunk: dict[str, float]

    @property
    def next_sd(self) -> float:
        """The standard deviation of the next case."""
        return math.hypot(self.sd, self.between)


def pooled_measures(mean: float, sd: float, cases: Sequence[Measured]) -> Pooled:
    """Return a normal assumption, mean and sd, together with measured cases (normal-normal)."""
    common, prior = _COMMON * sd**2, (1 - _COMMON) * sd**2
    between = _drawn_together(prior, _between_measures(cases), len(cases))
    weights = [1 / (case.error**2 + between) for case in cases]
    total = 1 / common + sum(weights)
    weighted = sum(weight * case.value for weight, case in zip(weights, cases, strict=True))
    found = (mean / common + weighted) / total
    surprise = 0.0
    if cases:
        surprise = abs(weighted / sum(weights) - mean) / math.sqrt(common + 1 / sum(weights))
    shrunk = {}
    for case in cases:
        kept = between / (between + case.error**2)
        shrunk[case.case] = found + kept * (case.value - found)
    return Pooled(found, math.sqrt(1 / total), math.sqrt(between), 1 / common / total, surprise, shrunk)


def pooled_counts(mean: float, sd: float, cases: Sequence[Counted]) -> Pooled:
    """Return a share, mean and sd, together with counted cases (beta-binomial).

    Counts of one case hang together: with a correlation rho among them, n of them are worth n / (1 + (n - 1)
    rho) that do not. So the common share is Beta(a + sum w k, b + sum w (n - k)) with w = 1 / (1 + (n - 1)
    rho). Raises RefusedError when mean and sd fit no share.
    """
    a, b = beta_parameters(mean, math.sqrt(_COMMON) * sd)
    whole, half = mean * (1 - mean), (1 - _COMMON) * sd**2
    prior = half / (whole - (sd**2 - half))
    rho = _drawn_together(prior, _between_counts(cases), len(cases))
    weights = [1 / (1 + (case.of - 1) * rho) for case in cases]
    did = a + sum(weight * case.times for weight, case in zip(weights, cases, strict=True))
    did_not = b + sum(weight * (case.of - case.times) for weight, case in zip(weights, cases, strict=True))
    found, size = did / (did + did_not), did + did_not
    spread = found * (1 - found) / (size + 1)
    between = rho * (found * (1 - found) - spread)
    return Pooled(
        *(found, math.sqrt(spread), math.sqrt(between), (a + b) / size),
        surprise=_surprise(mean, a + b, cases, weights),
        shrunk=_shrunk_counts(found, rho, cases),
    )


def beta_parameters(mean: float, sd: float) -> tuple[float, float]:
    """Return a and b of the beta distribution. Raises RefusedError when there is none with this spread."""
    size = mean * (1 - mean) / sd**2 - 1 if 0 < mean < 1 and sd > 0 else 0.0
    if size <= 0:
        raise RefusedError(
            Text(
                f"Een aandeel van {mean:g} met spreiding {sd:g} bestaat niet.",
                f"There is no share of {mean:g} with a spread of {sd:g}.",
            )
        )
    return mean * size, (1 - mean) * size


def _between_measures(cases: Sequence[Measured]) -> float | None:
    """Return the variance between cases beyond their errors, 0 or more (DerSimonian-Laird); None: unknown."""
    if len(cases) < 2:
        return None
    weights = [case.error**-2 for case in cases]
    total = sum(weights)
    centre = sum(weight * case.value for weight, case in zip(weights, cases, strict=True)) / total
    q = sum(weight * (case.value - centre) ** 2 for weight, case in zip(weights, cases, strict=True))
    return max(0.0, (q - len(cases) + 1) / (total - sum(weight**2 for weight in weights) / total))


def _between_counts(cases: Sequence[Counted]) -> float | None:
    """Return the correlation among counts of one case, 0..1, by the analysis of variance; None: unknown."""
    size = sum(case.of for case in cases)
    if len(cases) < 2 or size == len(cases):
        return None
    share = sum(case.times for case in cases) / size
    among = sum(case.of * (case.times / case.of - share) ** 2 for case in cases) / (len(cases) - 1)
    inside = sum(case.times * (case.of - case.times) / case.of for case in cases) / (size - len(cases))
    typical = (size - sum(case.of**2 for case in cases) / size) / (len(cases) - 1)
    whole = among + (typical - 1) * inside
    return min(1.0, max(0.0, (among - inside) / whole)) if whole > 0 else 0.0


def _drawn_together(prior: float, found: float | None, cases: int) -> float:
    """Return how much cases differ: what was found, drawn towards what was assumed."""
    if found is None:
        return prior
    free = cases - 1
    return (PRIOR_CASES * prior + free * found) / (PRIOR_CASES + free)


def _surprise(mean: float, size: float, cases: Sequence[Counted], weights: Sequence[float]) -> float:
    """Return how many standard errors the counted share lies from what was assumed."""
    counted = sum(weight * case.of for weight, case in zip(weights, cases, strict=True))
    if not counted:
        return 0.0
    share = sum(weight * case.times for weight, case in zip(weights, cases, strict=True)) / counted
    return abs(share - mean) / math.sqrt(mean * (1 - mean) * (1 / (size + 1) + 1 / counted))


def _shrunk_counts(share: float, rho: float, cases: Sequence[Counted]) -> dict[str, float]:
    """Return by case its own share under a beta with correlation rho: (share s + k) / (s + n)."""
    size = 1 / rho - 1
    return {case.case: (share * size + case.times) / (size + case.of) for case in cases}
