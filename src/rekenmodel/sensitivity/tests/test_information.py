"""What it is worth to know more before deciding."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rekenmodel.sensitivity import evpi, evpi_two_options, evppi, evppi_linear, worth_of_research
from rekenmodel.values import RefusedError
from rekenmodel.values.draws import Beta, Draws, Normal, latin_hypercube

EUROS = st.floats(-1e6, 1e6)
ROWS = arrays.arrays(np.float64, (3, 40), elements=EUROS)


def test_perfect_information_is_worth_the_mistakes_it_prevents() -> None:
    options = np.array([[0.0, 0, 0, 0], [100, -60, 100, -60]])
    assert evpi(options) == 50 - 20


def test_one_option_leaves_nothing_to_find_out() -> None:
    assert evpi(np.array([1.0, 2.0])) == 0


def test_closed_form_agrees_with_draws() -> None:
    gain = Normal(5_000, 20_000).draw((np.arange(200_000) + 0.5) / 200_000)
    assert evpi(np.vstack([np.zeros_like(gain), gain])) == pytest.approx(5_726.89, rel=1e-4)


def test_a_difference_without_spread_needs_no_research() -> None:
    assert evpi_two_options(-300, 0) == 0
    assert evppi_linear(-300, 0, 20) == 0


@pytest.mark.parametrize(("mean", "sd"), [(0, -1), (math.nan, 1), (0, math.inf)])
def test_an_impossible_spread_is_refused(mean: float, sd: float) -> None:
    with pytest.raises(RefusedError, match="Spread"):
        evpi_two_options(mean, sd)


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(RefusedError, match="Net benefit per option"):
        evpi(np.array([[1.0, np.nan]]))


def test_other_numbers_of_draws_are_refused() -> None:
    with pytest.raises(RefusedError, match="different numbers of draws"):
        evppi(np.ones(3), np.ones((2, 4)))


def test_an_input_that_says_nothing_is_worth_next_to_nothing() -> None:
    gain = Normal(0, 1_000).draw(latin_hypercube(1, "gain", 10_000))
    options = np.vstack([np.zeros_like(gain), gain])
    assert evppi(latin_hypercube(1, "noise", 10_000), options) < 0.03 * evpi(options)


def test_an_event_that_turns_the_choice_is_worth_what_it_prevents() -> None:
    happens = (latin_hypercube(1, "event", 10_000) < 0.3).astype(float)
    noise = Normal(0, 500).draw(latin_hypercube(1, "noise", 10_000))
    gain = 1_000 - 2_000 * happens + noise
    found = evppi(happens, np.vstack([np.zeros_like(gain), gain]))
    assert found == pytest.approx(0.7 * 1_000 - 400, rel=0.03)


def test_a_choice_that_turns_in_the_middle_is_seen() -> None:
    """Neither rising nor falling: a rank correlation sees nothing here, EVPPI does."""
    share = Beta(2, 2).draw(latin_hypercube(1, "share", 10_000))
    gain = np.abs(share - 0.5) * 1_000 - 150
    options = np.vstack([np.zeros_like(gain), gain])
    assert evppi(share, options) == pytest.approx(evpi(options), rel=0.05)


def test_few_draws_are_one_bin() -> None:
    options = np.array([[0.0] * 9, [1.0, -1.0] * 4 + [1.0]])
    assert evppi(np.arange(9.0), options) == 0


def test_an_input_that_never_changes_is_worth_nothing() -> None:
    gain = Normal(0, 1_000).draw(latin_hypercube(1, "gain", 1_000))
    assert evppi(np.ones(1_000), np.vstack([np.zeros_like(gain), gain])) == 0


def test_equal_options_are_worth_no_research() -> None:
    gain = Normal(0, 1_000).draw(latin_hypercube(1, "gain", 1_000))
    assert evpi(np.vstack([gain, gain])) == 0
    assert evppi(gain, np.vstack([gain, gain])) == 0


def test_research_serves_every_decision_to_come() -> None:
    assert worth_of_research(100, 40, 5, 0.0) == 20_000
    assert worth_of_research(100, 40, 5, 0.0225) == pytest.approx(4_000 * 4.679452529, rel=1e-9)


@given(ROWS, st.floats(1, 10))
def test_more_uncertainty_never_lowers_evpi(
    rows: "np.ndarray[tuple[int, int], np.dtype[np.float64]]", factor: float
) -> None:
    means = rows.mean(axis=1, keepdims=True)
    wider = means + factor * (rows - means)
    assert evpi(wider) >= evpi(rows) - 1e-6


@given(EUROS, st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_uncertainty_never_lowers_evpi_in_closed_form(mean: float, sd: float, more: float) -> None:
    assert evpi_two_options(mean, sd + more) >= evpi_two_options(mean, sd) - 1e-6


@given(ROWS)
def test_knowing_one_thing_is_never_worth_more_than_knowing_all(rows: Draws) -> None:
    assert 0 <= evppi(rows[1], rows, bins=4) <= evpi(rows)
