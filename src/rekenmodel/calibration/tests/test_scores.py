"""Scores of few people: reliable change, agreement and one household over time, on published tables."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rekenmodel.calibration import (
    Agreement,
    Level,
    Outcome,
    believed_change,
    cut_off,
    krippendorff_alpha,
    reliable_change,
    single_case,
)
from rekenmodel.values import RefusedError

# scores.json: closed forms of value-model.md section 5; alpha recomputed with krippendorff 0.9.0.
GOLDEN = Path(__file__).parent / "golden" / "scores.json"
CHECKS: dict[str, Any] = json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CHECKS["reliable_change"])
def test_reliable_change_as_published(case: dict[str, float]) -> None:
    change = reliable_change(case["pre"], case["post"], case["sd"], case["r"])
    assert change.index == pytest.approx(case["rci"], abs=1e-9)
    assert change.error == pytest.approx(case["sem"], abs=1e-9)
    assert change.reliable == case["reliable_95"]


@pytest.mark.parametrize("case", CHECKS["bayes_change"])
def test_believed_change_as_published(case: dict[str, float]) -> None:
    belief = believed_change(case["prior_mean"], case["prior_sd"], case["observed_change"], case["se"])
    assert belief.mean == pytest.approx(case["post_mean"], abs=1e-9)
    assert belief.sd == pytest.approx(case["post_sd"], abs=1e-9)
    assert belief.chance_up == pytest.approx(case["p_improved"], abs=1e-9)
    assert belief.chance_up + belief.chance_down == 1


def test_cut_off_as_published() -> None:
    case = CHECKS["cutoff_c"]
    clinical, usual = (case["m_clinical"], case["sd_clinical"]), (case["m_normal"], case["sd_normal"])
    assert cut_off(clinical, usual) == pytest.approx(case["c"], abs=1e-9)


@pytest.mark.parametrize(
    ("before", "after", "up", "outcome"),
    [
        (47.5, 32.5, False, Outcome.RECOVERED),
        (60.0, 45.0, False, Outcome.IMPROVED),
        (30.0, 15.0, False, Outcome.IMPROVED),
        (47.5, 45.0, False, Outcome.UNCHANGED),
        (32.5, 47.5, False, Outcome.WORSE),
        (32.5, 47.5, True, Outcome.RECOVERED),
        (47.5, 32.5, True, Outcome.WORSE),
    ],
)
def test_what_became_of_a_score(before: float, after: float, up: bool, outcome: Outcome) -> None:
    assert reliable_change(before, after, 10, 0.8).outcome(40, higher_is_better=up) is outcome


@pytest.mark.parametrize("wrong", [(0.0, 0.8), (10.0, 1.0), (10.0, -0.1)])
def test_an_instrument_has_a_spread_and_a_reliability(wrong: tuple[float, float]) -> None:
    with pytest.raises(RefusedError, match="spread above zero"):
        reliable_change(1, 2, *wrong)


@pytest.mark.parametrize("wrong", [(0.0, 1.0), (1.0, 0.0)])
def test_beliefs_have_a_spread(wrong: tuple[float, float]) -> None:
    with pytest.raises(RefusedError, match="spreads above zero"):
        believed_change(0, wrong[0], 1, wrong[1])


@pytest.mark.parametrize("level", Level)
def test_krippendorffs_alpha_as_published(level: Level) -> None:
    case = CHECKS["krippendorff"]
    assert krippendorff_alpha(case["data"], level).alpha == pytest.approx(case[level], abs=1e-9)


@given(st.lists(st.lists(st.integers(1, 5), min_size=6, max_size=6), min_size=2, max_size=4))
def test_alpha_is_one_only_when_all_agree(scores: list[list[int]]) -> None:
    assume(len({score for row in scores for score in row}) > 1)
    for level in Level:
        alpha = krippendorff_alpha(scores, level).alpha
        assert alpha <= 1 + 1e-12
        assert (alpha > 1 - 1e-9) == (len({tuple(row) for row in scores}) == 1)


def test_zero_counts_as_a_score_too() -> None:
    assert krippendorff_alpha([[0, 0, 1], [0, 0, 1]], Level.RATIO).alpha == 1


@pytest.mark.parametrize(("alpha", "words"), [(0.8, "agree well"), (0.7, "agree fairly"), (0.6, "differ")])
def test_how_alpha_is_read(alpha: float, words: str) -> None:
    assert words in Agreement(alpha).text.en


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([[1, 2], [1]], "as many scores"),
        ([], "as many scores"),
        ([[1, 1], [1, 1]], "too little"),
        ([[1, None], [None, 2]], "too little"),
    ],
)
def test_what_cannot_be_compared_is_refused(scores: list[list[float | None]], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        krippendorff_alpha(scores, Level.NOMINAL)


def test_pairs_that_improve() -> None:
    """Before 1, 2, 3 and after 3, 4: of six pairs five improve and one is the same."""
    case = single_case([1, 2, 3, 3, 4], 3)
    assert case.nap == pytest.approx(5.5 / 6)
    assert case.tau == pytest.approx(5 / 6)
    assert not case.enough
    assert case.chance is None
    assert single_case([1, 2, 3, 3, 4], 3, higher_is_better=False).nap == pytest.approx(0.5 / 6)


def test_a_start_by_lot_gives_an_exact_chance() -> None:
    scores = [*[1.0] * 6, *[5.0] * 6]
    case = single_case(scores, 6, range(5, 9))
    assert case.chance == 1 / 4
    assert case.enough
    assert single_case(scores, 8, range(5, 9)).chance == 1


@pytest.mark.parametrize(
    ("start", "moments", "words"),
    [(0, (), "before and after"), (5, (), "before and after"), (2, (3,), "none of the possible")],
)
def test_a_start_lies_within_the_scores(start: int, moments: tuple[int, ...], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        single_case(np.arange(5.0).tolist(), start, moments)
