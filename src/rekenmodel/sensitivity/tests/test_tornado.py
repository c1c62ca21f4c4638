"""One input at a time, switching values, rank correlations and Sobol indices."""

from collections.abc import Mapping

import numpy as np
import pytest

from rekenmodel.sensitivity import (
    Range,
    one_way,
    ranges_of,
    rank_correlation,
    rank_correlations,
    ranks,
    sobol_indices,
    switching_value,
)
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Assumption, Draws, Fixed, Normal, Pert

HOURS = Assumption(
    "hours", Text("Uren hulp", "Hours of help"), Normal(10, 2), Text("uur", "hours"), "a", 6, "n"
)


def saving(inputs: Mapping[str, Draws]) -> Draws:
    """A hundred euros an hour, after two thousand."""
    return 100 * inputs["hours"] - 2_000 * inputs["start"]


def test_the_widest_swing_comes_first() -> None:
    swings = one_way(saving, {"hours": Range(5, 10, 12), "start": Range(0, 1, 2)})
    assert [(swing.key, swing.at_low, swing.at_high) for swing in swings] == [
        ("start", 1_000, -3_000),
        ("hours", -1_500, -800),
    ]
    assert [(swing.base, swing.width) for swing in swings] == [(-1_000, 4_000), (-1_000, 700)]


def test_a_range_out_of_order_is_refused() -> None:
    with pytest.raises(RefusedError, match="Swap them"):
        Range(5, 4, 12)


def test_ranges_come_from_the_assumptions() -> None:
    found = ranges_of([HOURS], share=0.9)["hours"]
    assert (found.low, found.mid, found.high) == pytest.approx((10 - 3.28970725, 10, 10 + 3.28970725))


def test_the_switching_value_is_found() -> None:
    switch = switching_value(saving, {"hours": 10, "start": 1}, "hours", 0, 50)
    assert switch.value == pytest.approx(20, abs=1e-12)
    assert switch.text(HOURS).nl == "Uren hulp: bij 20 uur slaat de keuze om. Nu rekenen we met 10."


def test_of_two_switching_values_the_nearest_is_given() -> None:
    def hill(inputs: Mapping[str, Draws]) -> Draws:
        return (inputs["hours"] - 3) * (7 - inputs["hours"])

    assert switching_value(hill, {"hours": 4}, "hours", 0, 10).value == pytest.approx(3, abs=1e-12)
    assert switching_value(hill, {"hours": 6}, "hours", 0, 10).value == pytest.approx(7, abs=1e-12)


def test_a_root_on_the_edge_is_found() -> None:
    assert switching_value(saving, {"hours": 0, "start": 0}, "hours", 0, 10).value == pytest.approx(
        0, abs=1e-12
    )


def test_no_switching_value_is_said() -> None:
    switch = switching_value(saving, {"hours": 10, "start": 1}, "hours", 0, 15.5)
    assert switch.value is None
    assert switch.text(HOURS).en == "Hours of help: the choice stays the same from 0 to 15.5 hours."


def test_an_unknown_input_is_refused() -> None:
    with pytest.raises(RefusedError, match="no input “days”"):
        switching_value(saving, {"hours": 10, "start": 1}, "days", 0, 1)


def test_a_model_that_answers_no_number_is_refused() -> None:
    with pytest.raises(RefusedError, match="Result of the model"):
        one_way(lambda inputs: inputs["hours"] * np.nan, {"hours": Range(1, 2, 3)})


def test_equal_values_share_their_rank() -> None:
    assert ranks(np.array([3.0, 1.0, 3.0, 2.0])).tolist() == [3.5, 1, 3.5, 2]


def test_rank_correlation_sees_any_rise() -> None:
    rising = np.arange(1.0, 11)
    assert rank_correlation(rising, np.exp(rising)) == pytest.approx(1)
    assert rank_correlation(rising, -(rising**3)) == pytest.approx(-1)
    assert rank_correlation(rising, np.ones(10)) == 0
    assert rank_correlation(np.array([1.0, 2, 3, 4]), np.array([2.0, 1, 4, 3])) == pytest.approx(0.6)


def test_the_strongest_correlation_comes_first() -> None:
    rising = np.arange(1.0, 5)
    inputs = {"even": np.ones(4), "strong": -rising, "weak": np.array([2.0, 1, 4, 3])}
    assert list(rank_correlations(inputs, rising)) == ["strong", "weak", "even"]


def test_sobol_indices_of_a_function_that_is_known() -> None:
    """Ishigami and Homma (1990): first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437."""

    def ishigami(x: Mapping[str, Draws]) -> Draws:
        turn = {key: np.pi * (2 * value - 1) for key, value in x.items()}
        result: Draws = np.sin(turn["a"]) * (1 + 0.1 * turn["c"] ** 4) + 7 * np.sin(turn["b"]) ** 2
        return result

    even = Pert(0, 0.5, 1, weight=1e-9)
    found = sobol_indices(ishigami, {"a": even, "b": even, "c": even}, seed=1, count=20_000)
    first = [found[key].first_order for key in "abc"]
    total = [found[key].total for key in "abc"]
    assert first == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)


def test_what_never_changes_explains_nothing() -> None:
    index = sobol_indices(lambda x: x["a"], {"a": Fixed(3)}, seed=1, count=10)["a"]
    assert (index.first_order, index.total) == (0, 0)
