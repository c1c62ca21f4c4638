"""A low, a middle and a high value become a distribution; assumptions carry where they come from."""

from dataclasses import replace

import pytest

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import (
    Assumption,
    Beta,
    Fixed,
    Gamma,
    Lognormal,
    Normal,
    Pert,
    Shape,
    draw_assumptions,
    from_range,
)

RELAPSE = Text("Kans op terugval", "Chance of relapse")


def test_an_expert_gives_the_ends_and_the_most_likely_value() -> None:
    assert from_range(Shape.PERT, 0, 2, 5, RELAPSE) == Pert(0, 2, 5)


def test_the_middle_is_the_mean_and_nine_tenths_lie_between() -> None:
    normal = from_range(Shape.NORMAL, 10, 20, 30, RELAPSE)
    assert isinstance(normal, Normal)
    assert (normal.quantile(0.05), normal.quantile(0.95)) == pytest.approx((10, 30))


@pytest.mark.parametrize(("shape", "kind"), [(Shape.BETA, Beta), (Shape.GAMMA, Gamma)])
def test_beta_and_gamma_have_the_same_mean_and_spread(shape: Shape, kind: type) -> None:
    made = from_range(shape, 0.1, 0.25, 0.4, RELAPSE)
    assert isinstance(made, kind)
    assert made.mean == pytest.approx(0.25)
    assert made.sd == pytest.approx(0.3 / 3.2897072539)


def test_money_lies_around_its_median_on_a_scale_of_ratios() -> None:
    money = from_range(Shape.LOGNORMAL, 500, 1_000, 2_000, RELAPSE)
    assert isinstance(money, Lognormal)
    assert (money.quantile(0.05), money.quantile(0.95)) == pytest.approx((500, 2_000))


def test_without_width_it_is_certain() -> None:
    assert from_range(Shape.BETA, 0.2, 0.2, 0.2, RELAPSE) == Fixed(0.2)


@pytest.mark.parametrize(
    ("shape", "low", "mid", "high", "said"),
    [
        (Shape.PERT, 7, 5, 12, "laag (7) is hoger dan midden (5)"),
        (Shape.BETA, -0.1, 0.2, 0.4, "van 0 tot en met 1"),
        (Shape.BETA, 0.1, 0.2, 1.4, "van 0 tot en met 1"),
        (Shape.BETA, 0, 0, 0.4, "te breed"),
        (Shape.BETA, 0, 0.01, 1, "te breed"),
        (Shape.GAMMA, 0, 1, 2, "boven nul"),
        (Shape.LOGNORMAL, -3, 1, 2, "boven nul"),
    ],
)
def test_what_does_not_fit_is_refused_with_the_name(
    shape: Shape, low: float, mid: float, high: float, said: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        from_range(shape, low, mid, high, RELAPSE)
    assert refused.value.text.nl.startswith("Kans op terugval: ")
    assert said in refused.value.text.nl


ASSUMPTION = Assumption(
    "relapse", RELAPSE, Beta(2, 8), Text("", ""), "casusoverleg 3 november", confidence=4, entered_by="Noor"
)


def test_an_assumption_says_when_it_is_weak() -> None:
    assert ASSUMPTION.weak
    assert not replace(ASSUMPTION, confidence=5).weak


@pytest.mark.parametrize(
    ("confidence", "source", "said"),
    [
        (0, "telling", "Chance of relapse: choose a confidence from 1 to 10"),
        (11, "telling", "Chance of relapse: choose a confidence"),
        (5, " ", "Chance of relapse: say where this number comes from"),
    ],
)
def test_an_assumption_needs_a_source_and_a_confidence(confidence: int, source: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        replace(ASSUMPTION, confidence=confidence, source=source)


def test_another_assumption_changes_nothing_for_the_first() -> None:
    other = replace(ASSUMPTION, key="hours", value=Normal(5, 1))
    alone = draw_assumptions([ASSUMPTION], seed=3, count=20)
    together = draw_assumptions([other, ASSUMPTION], seed=3, count=20)
    assert (alone["relapse"] == together["relapse"]).all()


def test_two_assumptions_with_one_key_are_refused() -> None:
    with pytest.raises(RefusedError, match="occurs twice"):
        draw_assumptions([ASSUMPTION, ASSUMPTION], seed=3, count=20)
