"""What it is worth to know more before deciding: EVPI and EVPPI, in euros per decision.

Net benefits stand in an array of shape (options, n): the worth of each option in each draw.
Sources: Claxton (1999), Journal of Health Economics 18; Strong and Oakley (2013), Medical Decision Making 33.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws, Timing, annuity, as_draws, draw_count

DEFAULT_BINS = 50
_FEWEST = 10
Indices = NDArray[np.intp]


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


class Order(NamedTuple):
    """The draws of one input put in order, so that many results can be held against it at little cost.

    `bins`: (n,) the number of the bin that each draw is in. `sizes`: how many draws each bin has.
    """

    bins: Indices
    sizes: Draws


def ordered(known: Draws, bins: int = DEFAULT_BINS) -> Order:
    """Return the draws of an input, (n,), in `bins` equal bins of ten or more; equal values together."""
    order = np.argsort(known)
    places = np.arange(known.size)
    rises = np.diff(known[order], prepend=-np.inf) > 0
    firsts = np.maximum.accumulate(np.where(rises, places, 0))
    numbers = firsts * max(1, min(bins, known.size // _FEWEST)) // known.size
    found = np.empty_like(places)
    found[order] = np.cumsum(np.diff(numbers, prepend=numbers[0]) > 0)
    return Order(found, np.bincount(found).astype(np.float64))


def evppi(known: Draws, net_benefits: Draws, bins: int = DEFAULT_BINS) -> float:
    """Return the expected value of knowing one input before deciding, 0 or more, in euros.

    `known`: draws of the input, shape (n,). `net_benefits`: euros, shape (options, n). The draws are put in
    `bins` equal bins in order of the input, of ten draws or more; equal values stay together. The mean net
    benefit within a bin is what one expects when the input is known. Chance alone makes such means differ:
    their spread is brought back to the part that is not chance (variance components of a one-way analysis of
    variance). So an input that says nothing is worth next to nothing, and none more than knowing everything.
    """
    return evppis([ordered(known, bins)], net_benefits)[0]


def evppis(orders: Iterable[Order], net_benefits: Draws) -> list[float]:
    """Return `evppi` of every input, given in order."""
    rows = _options(net_benefits)
    most, differences = evpi(rows), rows - rows[0]
    means = differences.mean(axis=1)
    centred = differences - means[:, None]
    squares = [float(row @ row) for row in centred]
    worths = []
    for order in orders:
        draw_count(rows, np.empty(order.bins.size))
        fitted = [
            _fitted(row, square, order) if square else np.zeros(len(order.sizes))
            for row, square in zip(centred, squares, strict=True)
        ]
        expected = (means[:, None] + np.vstack(fitted)).max(axis=0)
        worth = float(expected @ order.sizes) / rows.shape[1] - float(means.max())
        worths.append(min(max(0.0, worth), most))
    return worths


def _fitted(row: Draws, squares: float, order: Order) -> Draws:
    """Return the mean of `row` in each bin, with the spread of chance taken out; its overall mean is 0."""
    many = len(order.sizes)
    if many == 1:
        return np.zeros(1)
    means = np.bincount(order.bins, weights=row, minlength=many) / order.sizes
    explained = float(order.sizes @ means**2)
    within = (squares - explained) / (row.size - many)
    between = explained / (many - 1)
    kept = max(0.0, 1 - within / between) if between > 0 else 0.0
    fitted: Draws = math.sqrt(kept) * means
    return fitted


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
