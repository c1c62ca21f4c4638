"""When what was paid has come back."""

from dataclasses import dataclass

import numpy as np

from rekenmodel.social_value.flows import Flow
from rekenmodel.social_value.terms import Terms
from rekenmodel.values import Text, figure
from rekenmodel.values.draws import Draws


@dataclass(frozen=True, slots=True, eq=False)
class Payback:
    """The years until the discounted gains have paid the costs, shape (n,).

    It is NaN for a draw in which that does not happen within `horizon` years.
    """

    years: Draws
    horizon: int

    @property
    def chance(self) -> float:
        """The share of the draws that pay back within the horizon, 0..1."""
        return float(np.isfinite(self.years).mean())

    @property
    def median(self) -> float | None:
        """The years after which half of all draws have paid back; None when not within the horizon."""
        middle = float(np.sort(self.years)[(len(self.years) - 1) // 2])  # NaN sorts last
        return None if np.isnan(middle) else middle

    @property
    def text(self) -> Text:
        """One sentence: after how many years, or that it is not within the horizon."""
        median = self.median
        if median is None:
            return Text(
                f"Dit verdient zich niet terug binnen {self.horizon} jaar.",
                f"This does not pay back within {self.horizon} years.",
            )
        return Text(
            f"Dit verdient zich terug in {figure(median, 'nl')} jaar.",
            f"This pays back in {figure(median, 'en')} years.",
        )


def payback(net: Flow, terms: Terms) -> Payback:
    """Return when the cumulative present value of `net` first reaches zero, linear inside the period."""
    reached = net.present.cumsum(axis=0)
    paid = reached >= 0
    first = paid.argmax(axis=0)
    before = np.take_along_axis(reached, np.maximum(first - 1, 0)[None], axis=0)[0]
    after = np.take_along_axis(reached, first[None], axis=0)[0]
    gained = np.where(first > 0, after - before, 1.0)
    periods = np.where(first > 0, first - 1 - before / gained, 0.0)
    years = np.where(paid.any(axis=0), periods / terms.step.per_year, np.nan)
    return Payback(years, terms.years)
