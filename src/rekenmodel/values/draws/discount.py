"""Discounting: the dated rates that a standard prescribes, and the factors that they lead to.

The rates stand in data/discount_rates.csv, each with its source; a rate that nobody checked yet says so.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

import numpy as np

from rekenmodel.values.draws.arrays import Draws, Number, as_draws
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text
from rekenmodel.values.wording import day, percent

_DATA = Path(__file__).with_name("data") / "discount_rates.csv"
_FIELD = Text("Discontovoet", "Discount rate")


class Timing(StrEnum):
    """When in a period its money counts (moment van betalen).

    END is the timing of the SROI Guide, START of the Dutch Meetstandaard over more years.
    """

    END = "end"
    MIDDLE = "middle"
    START = "start"


class Step(StrEnum):
    """The length of one period (stap)."""

    YEAR = "year"
    MONTH = "month"

    @property
    def per_year(self) -> int:
        """How many of these periods make a year."""
        return 1 if self is Step.YEAR else 12


class RateStandard(StrEnum):
    """The rule that prescribes a discount rate (voorschrift)."""

    NL_STANDARD = "nl_standard"
    NL_SUNK_COSTS = "nl_sunk_costs"
    NL_NONLINEAR_BENEFITS = "nl_nonlinear_benefits"
    UK_GREEN_BOOK = "uk_green_book"


@dataclass(frozen=True, slots=True)
class DiscountRate:
    """A real discount rate per year, the days on which it holds and its source.

    `confirmed` is False while nobody has read the figure in its source.
    """

    standard: RateStandard
    rate: float
    valid_from: date
    valid_until: date | None
    confirmed: bool
    source: str

    def __post_init__(self) -> None:
        check_rate(self.rate)

    @property
    def text(self) -> Text:
        """One sentence that says how high the rate is, since when and where it comes from."""
        doubt = Text("", "") if self.confirmed else Text(" Nog niet nagelezen.", " Not yet checked.")
        return Text(
            f"Discontovoet {percent(self.rate, 'nl', 2)} per jaar, sinds {day(self.valid_from, 'nl')}. "
            f"Bron: {self.source}.{doubt.nl}",
            f"Discount rate {percent(self.rate, 'en', 2)} a year, since {day(self.valid_from, 'en')}. "
            f"Source: {self.source}.{doubt.en}",
        )


@cache
def load_discount_rates(path: Path = _DATA) -> tuple[DiscountRate, ...]:
    """Read dated rates from a CSV file with the columns of `DiscountRate`; `confirmed` is yes or no."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            DiscountRate(
                RateStandard(row["standard"]),
                float(row["rate"]),
                date.fromisoformat(row["valid_from"]),
                date.fromisoformat(row["valid_until"]) if row["valid_until"] else None,
                row["confirmed"] == "yes",
                row["source"],
            )
            for row in csv.DictReader(file)
        )


def discount_rate(
    on: date, standard: RateStandard = RateStandard.NL_STANDARD, rates: Sequence[DiscountRate] | None = None
) -> DiscountRate:
    """Return the rate that `standard` prescribes on a day. Raises RefusedError when it has none then."""
    for entry in load_discount_rates() if rates is None else rates:
        ended = entry.valid_until is not None and entry.valid_until < on
        if entry.standard is standard and entry.valid_from <= on and not ended:
            return entry
    raise RefusedError(
        Text(
            nl=f"Discontovoet: wij kennen er geen voor {day(on, 'nl')}. Kies een latere dag of vul zelf in.",
            en=f"Discount rate: we know none for {day(on, 'en')}. Choose a later day or give your own.",
        )
    )


def check_rate(rate: Number) -> Draws:
    """Return a rate per year as draws. Raises RefusedError when it is no number or not above -100 %."""
    draws = as_draws(rate, _FIELD)
    if draws.min() <= -1:
        raise RefusedError(
            Text(
                nl="Discontovoet: kies een percentage boven −100 %.",
                en="Discount rate: choose a percentage above −100 %.",
            )
        )
    return draws


def discount_factors(
    rate: Number, periods: int, timing: Timing = Timing.END, step: Step = Step.YEAR
) -> Draws:
    """Return what one euro in each period is worth now, shape (periods, 1) or (periods, n).

    Period t of a year counts (1 + rate)^-t at its end, -(t - 1) at its start and -(t - 0.5) in the middle. In
    months the rate is (1 + rate)^(1/12) - 1, so that twelve months make one year exactly.
    """
    earlier = {Timing.END: 0.0, Timing.MIDDLE: 0.5, Timing.START: 1.0}[timing]
    moments = (np.arange(1, periods + 1) - earlier) / step.per_year
    factors: Draws = (1 + check_rate(rate)) ** -moments[:, None]
    return factors


def annuity(rate: Number, years: int, timing: Timing = Timing.END, step: Step = Step.YEAR) -> Draws:
    """Return what one euro a year during so many years is worth now, shape (1,) or (n,)."""
    factors = discount_factors(rate, years * step.per_year, timing, step)
    total: Draws = factors.sum(axis=0) / step.per_year
    return total
