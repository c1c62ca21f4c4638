"""What it is worth to know more before deciding: EVPI and EVPPI, in euros per decision.

Net benefits stand in an array of shape (options, n): the worth of each option in each draw.
Sources: Claxton (1999), Journal of Health Economics 18; Strong and Oakley (2013), Medical Decision Making 33.
"""

import math

import numpy as np

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, Timing, annuity, as_draws, draw_count

DEFAULT_BINS = 50
_FEWEST = 10


def evpi(net_benefits: Draws) -> float:
    """Return the expected value of perfect information: E[max NB] - max E[NB], 0 or more, in euros.

    `net_benefits`: euros, shape (options, n). Raises RefusedError when there are no options or no draws.
    """
    rows = _options(net_benefits)
    return max(0.0, float(rows.max(axis=0).mean() - rows.mean(axis=1).max()))


def evpi_two_options(mean: float, sd: float) -> float:
    """Return EVPI of two options whose difference is normal: sd phi(mean/sd) - |mean| Phi(-|mean|/sd).

    `mean` and `sd` of the difference in euros. Raises RefusedError when sd is below zero.
    """
    if not (math.isfinite(mean) and math.isfinite(sd) and sd >= 0):
        raise RefusedError(
            Text(
                f"Spreiding: {sd:g} rond {mean:g} kan niet, kies nul of meer.",
                f"Spread: {sd:g} around {mean:g} is not possible, choose zero or more.",
            )
        )
    if sd == 0:
        return 0.0
    z = abs(mean) / sd
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return max(0.0, sd * density - abs(mean) * math.erfc(z / math.sqrt(2)) / 2)


def evppi_linear(mean: float, coefficient: float, sd: float) -> float:
    """Return EVPPI of a normal input with spread `sd` in a difference that is linear in it."""
    return evpi_two_options(mean, abs(coefficient) * sd)


def evppi(known: Draws, net_benefits: Draws, bins: int = DEFAULT_BINS) -> float:
    """Return the expected value of knowing one input before deciding, 0 or more, in euros.

    `known`: draws of the input, shape (n,). `net_benefits`: euros, shape (options, n). The draws are put in
    `bins` equal bins in order of the input, of ten draws or more; equal values stay together. The mean net
    benefit within a bin is what one expects when the input is known. Chance alone makes such means differ:
    their spread is brought back to the part that is not chance (variance components of a one-way analysis of
    variance). So an input that says nothing is worth next to nothing, and none more than knowing everything.
    """
    rows = _options(net_benefits)
    draw_count(known, rows)
    differences = rows - rows[0]
    expected = np.vstack([_expected(known, row, bins) for row in differences])
    worth = float(expected.max(axis=0).mean() - differences.mean(axis=1).max())
    return min(max(0.0, worth), evpi(rows))


def _expected(known: Draws, row: Draws, bins: int) -> Draws:
    """Return for each draw the mean of `row` in its bin, with the spread of chance taken out."""
    places = _bins(known, bins)
    sizes = np.bincount(places)
    means = np.bincount(places, row) / sizes
    overall, groups = row.mean(), len(sizes)
    if groups == 1:
        return np.full(row.shape, overall)
    within = ((row - means[places]) ** 2).sum() / (row.size - groups)
    between = (sizes * (means - overall) ** 2).sum() / (groups - 1)
    kept = max(0.0, 1 - within / between) if between > 0 else 0.0
    fitted: Draws = overall + math.sqrt(kept) * (means[places] - overall)
    return fitted


def _bins(known: Draws, bins: int) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """Return the bin of each draw, 0, 1, 2 ...; equal values share one."""
    bins = max(1, min(bins, known.size // _FEWEST))
    order = np.argsort(known, kind="stable")
    sorted_values = known[order]
    starts = np.searchsorted(sorted_values, sorted_values)  # the first place of each value
    _, places = np.unique(starts * bins // known.size, return_inverse=True)
    found = np.empty(known.size, dtype=np.intp)
    found[order] = places
    return found


def worth_of_research(
    per_decision: float, decisions_a_year: float, years: int, rate: float, timing: Timing = Timing.END
) -> float:
    """Return what finding out is worth for all such decisions during `years`, in euros of now."""
    return per_decision * decisions_a_year * float(annuity(rate, years, timing)[0])


def _options(net_benefits: Draws) -> Draws:
    rows = np.atleast_2d(net_benefits)
    field = Text("Opbrengst per keuze", "Net benefit per option")
    as_draws(rows.ravel(), field)
    return rows
