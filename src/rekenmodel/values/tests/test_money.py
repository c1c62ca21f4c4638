"""Money and bands are exact and never mix units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import Band, Money, PriceConcept, RefusedError

AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def money(amount: str, year: int | None = 2026, concept: PriceConcept = PriceConcept.TARIFF) -> Money:
    return Money(Decimal(amount), year, concept)


def band(low: str, mid: str, high: str, year: int | None = 2026) -> Band:
    return Band(Decimal(low), Decimal(mid), Decimal(high), year)


def test_money_adds_exactly() -> None:
    assert money("0.10") + money("0.20") == money("0.30")
    assert money("5") - money("7") == money("-2")
    assert money("2.50").times(Decimal(3)) == money("7.50")


@pytest.mark.parametrize("other", [2025, None])
def test_money_of_another_year_is_not_added(other: int | None) -> None:
    with pytest.raises(RefusedError, match="same year"):
        money("1") + money("1", other)


def test_the_refusal_is_also_in_dutch() -> None:
    with pytest.raises(RefusedError) as refused:
        money("1", None) + money("1", 2024)
    assert "een onbekend jaar en 2024" in refused.value.text.nl


def test_money_of_another_concept_is_not_added() -> None:
    with pytest.raises(RefusedError, match="tariff and reference"):
        money("13") + money("30.87", 2026, PriceConcept.REFERENCE)


@pytest.mark.parametrize("amount", ["NaN", "Infinity"])
def test_money_is_a_finite_number(amount: str) -> None:
    with pytest.raises(RefusedError, match="no amount"):
        money(amount)


@pytest.mark.parametrize(("low", "mid", "high"), [("2", "1", "3"), ("1", "4", "3")])
def test_a_band_is_in_order(low: str, mid: str, high: str) -> None:
    with pytest.raises(RefusedError, match="in order"):
        band(low, mid, high)


def test_a_band_is_finite() -> None:
    with pytest.raises(RefusedError, match="no amount"):
        band("1", "2", "Infinity")


def test_bands_add_end_by_end() -> None:
    assert band("1", "2", "3") + band("10", "20", "30") == band("11", "22", "33")
    assert Band.total([], 2026) == Band.exact(Decimal(0), 2026)


def test_bands_of_other_years_are_not_added() -> None:
    with pytest.raises(RefusedError, match="same year"):
        band("1", "2", "3") + band("1", "2", "3", 2025)


def test_a_negative_factor_turns_a_band_around() -> None:
    assert band("1", "2", "4").times(Decimal(-1)) == band("-4", "-2", "-1")
    assert band("1", "2", "4").times(Decimal(2)) == band("2", "4", "8")


@given(AMOUNTS, AMOUNTS)
def test_adding_and_taking_away_gives_the_same_money(one: Decimal, other: Decimal) -> None:
    first, second = Money(one, 2026, PriceConcept.CLAIM), Money(other, 2026, PriceConcept.CLAIM)
    assert first + second - second == first
    assert first + second == second + first
