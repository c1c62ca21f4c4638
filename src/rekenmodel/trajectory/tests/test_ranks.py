"""Low, middle and high without sorting: at most one percent of the width off."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.trajectory.ranks import NARROW, bands, places
from rekenmodel.values import RefusedError

SHAPES = ("normal", "lognormal", "uniform", "exponential", "standard_cauchy")


@pytest.mark.parametrize("fast", [True, False])
@given(seed=st.integers(0, 2**32), shape=st.sampled_from(SHAPES), count=st.integers(2, 3000))
def test_off_by_less_than_one_percent_of_the_width(seed: int, shape: str, count: int, fast: bool) -> None:
    rows = getattr(np.random.default_rng(seed), shape)(size=(2, count)).astype(np.float32)
    exact = np.sort(rows, axis=1)[:, places(count)]
    found = bands(rows, fast)
    width = exact[:, 2] - exact[:, 0]
    assert (np.abs(found - exact) <= 1.1 * NARROW * width[:, None] + 1e-6 * np.abs(exact)).all()
    assert (np.diff(found, axis=1) >= 0).all()


@pytest.mark.parametrize("fast", [True, False])
def test_values_that_occur_often_come_out_exactly(fast: bool) -> None:
    rows = np.zeros((3, 1000), dtype=np.float32)
    rows[0, :30], rows[1, :100], rows[2] = 40_000, 40_000, 7
    assert bands(rows, fast).tolist() == [[0, 0, 0], pytest.approx([0, 0, 40_000], abs=400), [7, 7, 7]]


def test_a_result_that_explodes_is_refused() -> None:
    rows = np.array([[0.0, np.inf]], dtype=np.float32)
    with pytest.raises(RefusedError, match="explodes"):
        bands(rows, fast=False)
