"""Distributions: their parameters are checked, and their draws have the mean and spread that they say."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import RefusedError
from rekenmodel.values.draws import (
    Beta,
    Distribution,
    Empirical,
    Fixed,
    Gamma,
    Lognormal,
    Normal,
    Pert,
)

EVEN = (np.arange(100_000) + 0.5) / 100_000
EVERY = [
    Fixed(3.0),
    Normal(0.2, 0.15),
    Lognormal(1_000, 0.5),
    Gamma(4, 250),
    Beta(3, 7),
    Beta(0.5, 0.5),
    Pert(2, 5, 12),
    Pert(0, 0, 1),
    Empirical((1, 2, 6), (1, 1, 2)),
    Empirical((4.0, 2.0)),
]


@pytest.mark.parametrize("spread", EVERY, ids=str)
def test_draws_have_the_mean_and_the_spread_that_they_say(spread: Distribution) -> None:
    draws = spread.draw(EVEN)
    assert draws.mean() == pytest.approx(spread.mean, rel=1e-4)
    assert draws.std() == pytest.approx(spread.sd, rel=2e-3)


@pytest.mark.parametrize("spread", EVERY, ids=str)
def test_draws_rise_with_the_chance_and_are_finite_at_the_ends(spread: Distribution) -> None:
    draws = spread.draw(np.array([0.0, 0.1, 0.5, 0.9, 1.0]))
    assert np.isfinite(draws).all()
    assert (np.diff(draws) >= 0).all()


def test_quantiles_that_are_known() -> None:
    assert Normal(0, 1).quantile(0.975) == pytest.approx(1.959963984540054, abs=1e-12)
    assert Lognormal(100, 1).quantile(0.5) == pytest.approx(100)
    assert Gamma(1, 10).quantile(0.5) == pytest.approx(10 * np.log(2))
    assert Beta(1, 1).quantile(0.3) == pytest.approx(0.3)
    assert Beta(2, 1).quantile(0.25) == pytest.approx(0.5)
    assert Pert(2, 5, 12).mean == pytest.approx(34 / 6)
    assert Pert(0, 5, 10).quantile(0.5) == pytest.approx(5)
    assert Empirical((3, 1), (1, 3)).quantile(0.75) == 1
    assert Empirical((3, 1), (1, 3)).quantile(0.76) == 3


@given(st.floats(0, 1), st.floats(0, 100), st.floats(0.01, 100), st.floats(0, 1))
def test_pert_stays_between_its_ends(where: float, low: float, width: float, chance: float) -> None:
    mid = min(low + where * width, low + width)
    assert low <= Pert(low, mid, low + width).quantile(chance) <= low + width + 1e-9


WRONG: list[tuple[Callable[[], Distribution], str]] = [
    (lambda: Fixed(float("nan")), "value"),
    (lambda: Normal(0, -1), "spread: -1 is not possible, choose zero or more"),
    (lambda: Normal(float("inf"), 1), "mean"),
    (lambda: Lognormal(0, 1), "median: 0 is not possible, choose more than zero"),
    (lambda: Gamma(1, -2), "scale"),
    (lambda: Gamma(0, 2), "shape"),
    (lambda: Beta(0, 2), "number that did:"),
    (lambda: Beta(2, 0), "number that did not"),
    (lambda: Pert(7, 5, 12), r"low \(7\) is higher than middle \(5\). Swap them"),
    (lambda: Pert(2, 13, 12), "middle .* is higher than high"),
    (lambda: Pert(5, 5, 5), "gap between high and low"),
    (lambda: Pert(1, 2, 3, weight=0), "weight of the middle"),
    (lambda: Empirical(()), "at least one value"),
    (lambda: Empirical((1.0, 2.0), (1.0,)), "a weight for each"),
    (lambda: Empirical((1.0,), (0.0,)), "a weight for each"),
    (lambda: Empirical((1.0,), (-1.0,)), "weight: -1"),
]


@pytest.mark.parametrize(("make", "said"), WRONG)
def test_what_cannot_be_is_refused_with_the_field(make: Callable[[], Distribution], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        make()


@pytest.mark.parametrize("chance", [-0.1, 1.1, float("nan")])
def test_a_chance_lies_from_zero_to_one(chance: float) -> None:
    with pytest.raises(RefusedError, match="Chances lie from 0 to 1"):
        Normal(0, 1).quantile(chance)


def test_no_chances_give_no_draws() -> None:
    assert Normal(0, 1).draw(np.array([])).size == 0
