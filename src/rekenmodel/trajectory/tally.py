"""Summaries per month, made as the months go by.

More draws than fit in one chunk are taken chunk by chunk; a band is then the mean of the bands of the chunks.
That differs from the band of all draws at once by far less than chance does, and memory stays the same.
"""

from concurrent.futures import Executor

import numpy as np

from rekenmodel.trajectory.ranks import QUANTILES, Singles, bands
from rekenmodel.trajectory.result import Bands, Months
from rekenmodel.trajectory.walks import cuts
from rekenmodel.values.draws import Draws


class Tally:
    """The summaries of all scenarios, filled month by month with `add`.

    `bands` (S, M + 1, J + P + 1, 3), `means` (S, M + 1, J + P + 1), `chances` (S, M + 1, E); against the
    first scenario `extra` (S - 1, M + 1, 3), `extra_mean` and `cheaper` (S - 1, M + 1), `better` (S - 1, M +
    1, J).
    """

    def __init__(self, scenarios: int, months: int, domains: int, payers: int, events: int) -> None:
        self.domains, self.sums = domains, domains + payers + 1
        counts = (scenarios, months + 1)
        self.bands = np.zeros((*counts, self.sums, len(QUANTILES)))
        self.means = np.zeros((*counts, self.sums))
        self.chances = np.zeros((*counts, events))
        others = (scenarios - 1, months + 1)
        self.extra = np.zeros((*others, len(QUANTILES)))
        self.extra_mean, self.cheaper = np.zeros((2, *others))
        self.better = np.zeros((*others, domains))

    def add(
        self, first: int, series: Singles, weight: float, fast: bool, pool: Executor, workers: int
    ) -> None:
        """Add the series of the months from `first`; `weight` is the share of all draws that is in it."""
        months = cuts(series.shape[1], workers)
        list(pool.map(lambda ends: self._some(first, series, weight, fast, *ends), months))

    def _some(self, first: int, series: Singles, weight: float, fast: bool, begin: int, end: int) -> None:
        for month in range(begin, end):
            here, then = series[:, month], first + month
            for scenario, rows in enumerate(here):
                self.bands[scenario, then] += weight * bands(rows[: self.sums], fast)
                self.means[scenario, then] += weight * rows[: self.sums].mean(axis=1)
                self.chances[scenario, then] += weight * (rows[self.sums :] > 0).mean(axis=1)
            if len(here) == 1:
                continue
            extra = here[1:, self.sums - 1] - here[0, self.sums - 1]
            self.extra[:, then] += weight * bands(extra, fast)
            self.extra_mean[:, then] += weight * extra.mean(axis=1)
            self.cheaper[:, then] += weight * (extra < 0).mean(axis=1)
            higher = here[1:, : self.domains] > here[0, : self.domains]
            self.better[:, then] += weight * higher.mean(axis=2)

    def of(self, scenario: int, row: int) -> Bands:
        """Return the bands of one row of one scenario."""
        return made_of(self.bands[scenario, :, row], self.means[scenario, :, row])


def made_of(three: Draws, mean: Months) -> Bands:
    """Return bands from low, middle and high per month, (M + 1, 3), and the mean, (M + 1,)."""
    low, mid, high = three.T
    return Bands(low, mid, high, mean)
