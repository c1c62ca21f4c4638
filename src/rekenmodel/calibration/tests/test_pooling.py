"""Pooling in closed form against the same posterior worked out by brute force, and how it shrinks."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from rekenmodel.calibration import Counted, Measured, Pooled, pooled_counts, pooled_measures
from rekenmodel.calibration.pooling import PRIOR_CASES, beta_parameters
from rekenmodel.values import RefusedError

CASES = (Measured("a", 0.35, 0.05), Measured("b", 0.2, 0.1), Measured("c", 0.5, 0.08))
COUNTS = (Counted("a", 3, 20), Counted("b", 9, 30), Counted("c", 1, 12))


def moments(density: np.ndarray[tuple[int], np.dtype[np.float64]], at: object) -> tuple[float, float]:
    grid = np.asarray(at)
    whole = integrate.simpson(density, x=grid)
    mean = integrate.simpson(density * grid, x=grid) / whole
    return float(mean), math.sqrt(integrate.simpson(density * (grid - mean) ** 2, x=grid) / whole)


def test_the_common_value_is_the_posterior_that_brute_force_finds() -> None:
    found = pooled_measures(0.2, 0.1, CASES)
    grid = np.linspace(-0.5, 1.0, 20_001)
    density = stats.norm.pdf(grid, 0.2, math.sqrt(0.5) * 0.1)
    for case in CASES:
        density *= stats.norm.pdf(case.value, grid, math.hypot(case.error, found.between))
    assert (found.mean, found.sd) == pytest.approx(moments(density, grid), rel=1e-9)


def test_the_own_value_of_a_case_is_the_posterior_that_brute_force_finds() -> None:
    found = pooled_measures(0.2, 0.1, CASES)
    grid = np.linspace(-0.5, 1.5, 20_001)
    density = stats.norm.pdf(grid, found.mean, found.between) * stats.norm.pdf(0.5, grid, 0.08)
    assert found.shrunk["c"] == pytest.approx(moments(density, grid)[0], rel=1e-9)


def test_a_common_share_is_the_posterior_that_brute_force_finds() -> None:
    found = pooled_counts(0.2, 0.08, COUNTS)
    a, b = beta_parameters(0.2, math.sqrt(0.5) * 0.08)
    rho = found.between**2 / (found.mean * (1 - found.mean) - found.sd**2)
    grid = np.linspace(1e-9, 1 - 1e-9, 200_001)
    density = stats.beta.pdf(grid, a, b)
    for case in COUNTS:
        density *= stats.binom.pmf(case.times, case.of, grid) ** (1 / (1 + (case.of - 1) * rho))
    assert (found.mean, found.sd) == pytest.approx(moments(density, grid), rel=1e-7)


def test_the_own_share_of_a_case_is_the_posterior_that_brute_force_finds() -> None:
    found = pooled_counts(0.2, 0.08, COUNTS)
    rho = found.between**2 / (found.mean * (1 - found.mean) - found.sd**2)
    size = 1 / rho - 1
    grid = np.linspace(1e-9, 1 - 1e-9, 200_001)
    density = stats.beta.pdf(grid, found.mean * size, (1 - found.mean) * size)
    density *= stats.binom.pmf(9, 30, grid)
    assert found.shrunk["b"] == pytest.approx(moments(density, grid)[0], rel=1e-7)


def test_without_cases_the_assumption_stays_as_it_was() -> None:
    for found in (pooled_measures(0.3, 0.1, ()), pooled_counts(0.3, 0.1, ())):
        assert found.mean == pytest.approx(0.3)
        assert found.next_sd == pytest.approx(0.1)
        assert (found.old_share, found.surprise, found.shrunk) == (1, 0, {})


def test_between_cases_by_dersimonian_and_laird() -> None:
    """Worked out by hand for values 0, 2, 4 with errors of 1: Q = 8, C = 2, tau^2 = 3."""
    cases = [Measured(name, value, 1.0) for name, value in (("a", 0.0), ("b", 2.0), ("c", 4.0))]
    found = pooled_measures(2.0, 1.0, cases)
    assert found.between**2 == pytest.approx((PRIOR_CASES * 0.5 + 2 * 3.0) / (PRIOR_CASES + 2))
    assert found.mean == pytest.approx(2.0)


def test_counts_that_never_differ_hang_together_little_and_those_that_always_do_wholly() -> None:
    prior = pooled_counts(0.5, 0.1, ()).between
    same = pooled_counts(0.5, 0.1, [Counted(name, 10, 20) for name in "abcdef"])
    apart = pooled_counts(0.5, 0.1, [Counted(name, 20 * (name in "abc"), 20) for name in "abcdef"])
    assert same.between < prior < apart.between
    none = pooled_counts(0.5, 0.1, [Counted("a", 0, 5), Counted("b", 0, 5)])
    assert none.mean < 0.5
    single = pooled_counts(0.5, 0.1, [Counted("a", 0, 1), Counted("b", 1, 1)])
    assert single.between == pytest.approx(prior, rel=0.01)


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(0.01, 3)), min_size=1, max_size=8))
def test_the_mean_lies_between_the_assumption_and_the_cases(values: list[tuple[float, float]]) -> None:
    cases = [Measured(str(place), value, error) for place, (value, error) in enumerate(values)]
    found = pooled_measures(0.0, 1.0, cases)
    ends = sorted([0.0, *(case.value for case in cases)])
    assert ends[0] - 1e-9 <= found.mean <= ends[-1] + 1e-9
    assert 0 < found.old_share < 1
    assert found.sd < math.sqrt(0.5)
    for case in cases:
        low, high = sorted((case.value, found.mean))
        assert low - 1e-9 <= found.shrunk[case.case] <= high + 1e-9


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 20)), min_size=1, max_size=8))
def test_a_share_stays_a_share(values: list[tuple[int, int]]) -> None:
    cases = [Counted(str(place), min(times, of), of) for place, (times, of) in enumerate(values)]
    found = pooled_counts(0.3, 0.1, cases)
    assert 0 < found.mean < 1
    assert 0 < found.old_share <= 1
    assert all(0 <= own <= 1 for own in found.shrunk.values())
    assert found.next_sd < math.sqrt(found.mean * (1 - found.mean))


def test_the_order_of_cases_changes_nothing() -> None:
    one, two = pooled_measures(0.2, 0.1, CASES), pooled_measures(0.2, 0.1, CASES[::-1])
    assert one.mean == pytest.approx(two.mean, rel=1e-12)
    assert pooled_counts(0.2, 0.1, COUNTS).sd == pytest.approx(pooled_counts(0.2, 0.1, COUNTS[::-1]).sd)


def test_more_cases_leave_less_of_the_old_assumption() -> None:
    def after(many: int) -> Pooled:
        return pooled_measures(0.2, 0.1, [Measured(str(one), 0.5, 0.05) for one in range(many)])

    shares = [after(many).old_share for many in (1, 2, 5, 20)]
    assert all(more > less for more, less in pairwise(shares))
    assert after(20).surprise > 2 > after(1).surprise - 10
    assert abs(after(20).mean - 0.5) < abs(after(2).mean - 0.5)


@pytest.mark.parametrize("wrong", [(0.5, 0.0), (0.5, -1.0), (math.nan, 1.0), (0.5, math.inf)])
def test_a_measurement_has_an_error(wrong: tuple[float, float]) -> None:
    with pytest.raises(RefusedError, match="case x: give a measurement"):
        Measured("case x", *wrong)


@pytest.mark.parametrize("wrong", [(3, 2), (-1, 2), (0, 0)])
def test_a_count_fits_its_chances(wrong: tuple[int, int]) -> None:
    with pytest.raises(RefusedError, match="case x"):
        Counted("case x", *wrong)


@pytest.mark.parametrize("wrong", [(0.5, 0.6), (1.0, 0.1), (0.5, 0.0)])
def test_a_share_has_a_spread_that_fits(wrong: tuple[float, float]) -> None:
    with pytest.raises(RefusedError, match="There is no share"):
        beta_parameters(*wrong)
