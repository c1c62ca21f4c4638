"""Draws, shares and durations are checked when they are made."""

import numpy as np
import pytest

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import (
    MAX_DRAWS,
    Duration,
    as_draws,
    as_share,
    draw_count,
    latin_hypercube,
    lost_share,
)

CHANCE = Text("Kans op terugval", "Chance of relapse")


def test_a_certain_number_is_one_draw() -> None:
    assert as_draws(3, CHANCE).tolist() == [3.0]


def test_draws_cannot_be_changed_afterwards() -> None:
    given = np.array([1.0, 2.0])
    draws = as_draws(given, CHANCE)
    given[0] = 9
    assert draws.tolist() == [1.0, 2.0]
    with pytest.raises(ValueError, match="read-only"):
        draws[0] = 9


@pytest.mark.parametrize("wrong", [float("nan"), np.array([]), np.ones((2, 2)), np.array([1.0, np.inf])])
def test_what_is_no_number_is_refused_by_name(wrong: float) -> None:
    with pytest.raises(RefusedError) as refused:
        as_draws(wrong, CHANCE)
    assert refused.value.text.nl == "Kans op terugval: vul een getal in."


@pytest.mark.parametrize(("wrong", "said"), [(1.2, "1.2"), (-0.1, "-0.1")])
def test_a_share_beyond_its_bounds_is_refused_by_name(wrong: float, said: str) -> None:
    with pytest.raises(RefusedError) as refused:
        as_share(np.array([0.5, wrong]), CHANCE)
    assert refused.value.text.en.startswith("Chance of relapse: a share lies between 0 and 1")
    assert said in refused.value.text.nl


def test_a_kept_share_becomes_a_lost_one() -> None:
    assert lost_share(0.75, CHANCE).tolist() == [0.25]


def test_draws_of_one_and_of_many_go_together() -> None:
    assert draw_count(np.ones(1), np.ones(5)) == 5
    assert draw_count() == 1
    with pytest.raises(RefusedError, match=r"\[4, 5\]"):
        draw_count(np.ones(4), np.ones(5))


def test_years_and_months() -> None:
    assert Duration.of_years(1.5).months == np.array([18.0])
    assert Duration(18).years.tolist() == [1.5]
    assert Duration.of_years(np.array([1.0, 2.0])).years.tolist() == [1.0, 2.0]


def test_a_negative_duration_is_refused() -> None:
    with pytest.raises(RefusedError, match="shorter than zero"):
        Duration(-1)


def test_latin_hypercube_puts_one_draw_in_each_strip() -> None:
    uniforms = latin_hypercube(7, "hours", 100)
    assert sorted((uniforms * 100).astype(int).tolist()) == list(range(100))


def test_the_same_seed_and_key_give_the_same_draws() -> None:
    assert (latin_hypercube(7, "hours", 50) == latin_hypercube(7, "hours", 50)).all()
    assert (latin_hypercube(7, "hours", 50) != latin_hypercube(7, "days", 50)).any()
    assert (latin_hypercube(7, "hours", 50) != latin_hypercube(8, "hours", 50)).any()


@pytest.mark.parametrize("count", [0, MAX_DRAWS + 1, 10_000_000])
def test_too_many_draws_are_refused(count: int) -> None:
    with pytest.raises(RefusedError, match=f"Number of draws: {count}"):
        latin_hypercube(7, "hours", count)
