"""Discount rates by day and standard, and the factors that they lead to."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import RefusedError
from rekenmodel.values.draws import (
    DiscountRate,
    RateStandard,
    Step,
    Timing,
    annuity,
    discount_factors,
    discount_rate,
    load_discount_rates,
)


def test_every_rate_has_a_source() -> None:
    rates = load_discount_rates()
    assert {entry.standard for entry in rates} == set(RateStandard)
    assert all(entry.source for entry in rates)


def test_a_rate_says_where_it_comes_from() -> None:
    text = discount_rate(date(2026, 11, 22)).text
    assert text.nl.startswith("Discontovoet 2,25\u00a0% per jaar, sinds 1 januari 2021. Bron: ")
    assert "Nog niet nagelezen" not in text.nl


def test_a_rate_that_nobody_checked_says_so() -> None:
    assert discount_rate(date(2026, 1, 1), RateStandard.NL_SUNK_COSTS).text.en.endswith("Not yet checked.")


@pytest.mark.parametrize("on", [date(2015, 11, 12), date(1999, 1, 1)])
def test_a_day_without_a_rate_is_refused(on: date) -> None:
    with pytest.raises(RefusedError, match="we know none for"):
        discount_rate(on)


def test_own_rates_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(
        "standard,rate,valid_from,valid_until,confirmed,source\nnl_standard,0.02,2027-01-01,,yes,own\n"
    )
    rates = load_discount_rates(path)
    assert rates == (
        DiscountRate(RateStandard.NL_STANDARD, 0.02, date(2027, 1, 1), None, confirmed=True, source="own"),
    )
    assert discount_rate(date(2027, 5, 1), rates=rates).rate == 0.02


@pytest.mark.parametrize("rate", [-1.0, float("nan")])
def test_an_impossible_rate_is_refused(rate: float) -> None:
    with pytest.raises(RefusedError, match="Discount rate"):
        discount_factors(rate, 3)


def test_factors_for_uncertain_rates() -> None:
    factors = discount_factors(np.array([0.0, 1.0]), 2, Timing.END)
    assert factors.tolist() == [[1.0, 0.5], [1.0, 0.25]]


@given(st.floats(0, 0.2), st.integers(1, 40))
def test_sooner_is_worth_more(rate: float, years: int) -> None:
    end, middle, start = (annuity(rate, years, timing)[0] for timing in Timing)
    by_month = annuity(rate, years, Timing.MIDDLE, Step.MONTH)[0]
    assert end <= middle <= start <= years
    assert end <= by_month <= start
