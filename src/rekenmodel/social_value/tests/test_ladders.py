"""Effect ladders."""

from dataclasses import replace

import pytest

from rekenmodel.social_value import Ladder, StepPart, worth_of_steps
from rekenmodel.values import RefusedError

HEALTH = Ladder(
    "health",
    (1, 2, 3),
    (
        StepPart(1, "health_insurer", "care", -4_000, "care"),
        StepPart(1, "health_insurer", "medicine", -500, "care"),
        StepPart(1, "state", "benefit", -3_000, "income", transfer=True),
        StepPart(3, "employer", "hours", 2_000, "work"),
    ),
    2026,
    "example",
)
MOOD = replace(HEALTH, effect="mood")


def test_a_step_is_worth_its_parts() -> None:
    assert [HEALTH.worth(step) for step in HEALTH.steps] == [-7_500, 0, 2_000]
    assert HEALTH.worth(1, with_transfers=False) == -4_500
    assert HEALTH.worth_by_party(1) == {"health_insurer": -4_500, "state": -3_000}
    assert HEALTH.worth_of_change(1, 3) == 9_500


def test_two_effects_overlap() -> None:
    alphas = {"care": 0.5, "income": 0.0, "work": 1.0}
    assert worth_of_steps([HEALTH, MOOD], {"health": 1, "mood": 1}, alphas) == -4_000 - 2_500 - 3_000


@pytest.mark.parametrize(
    ("steps", "said"), [({"health": 1}, "mood: choose a step"), ({"health": 4, "mood": 1}, "no step 4")]
)
def test_a_step_that_is_not_there_is_refused(steps: dict[str, int], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        worth_of_steps([HEALTH, MOOD], steps, {})


def test_a_part_on_a_step_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedError, match="health: there is no step 9"):
        replace(HEALTH, parts=(StepPart(9, "state", "benefit", 1, "income"),))


def test_ladders_of_other_price_years_do_not_mix() -> None:
    with pytest.raises(RefusedError, match="cannot be added"):
        worth_of_steps([HEALTH, replace(MOOD, price_year=2020)], {"health": 2, "mood": 2}, {})
