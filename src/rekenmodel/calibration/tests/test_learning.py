"""Assumptions brought up to date, in numbers and in words."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.calibration import Counted, Learnt, Measured, learn, pooled_measures
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import (
    Assumption,
    Beta,
    Distribution,
    Empirical,
    Fixed,
    Gamma,
    Lognormal,
    Normal,
    Pert,
)


def assumption(value: Distribution, confidence: int = 2) -> Assumption:
    name, unit = Text("Effect", "Effect"), Text("niveau", "level")
    return Assumption("k", name, value, unit, "schatting", confidence, "wij")


def several(value: float, error: float, many: int) -> list[Measured]:
    return [Measured(f"gezin {one}", value, error) for one in range(many)]


def updated(value: Distribution, *cases: Measured) -> Distribution:
    return learn(assumption(value), cases).after.value


def test_a_normal_assumption_follows_the_pool() -> None:
    cases = several(0.3, 0.05, 4)
    pooled = pooled_measures(0.1, 0.08, cases)
    assert updated(Normal(0.1, 0.08), *cases) == Normal(pooled.mean, pooled.next_sd)


def test_money_is_learnt_on_its_logarithm() -> None:
    found = updated(Lognormal(100.0, 0.4), *several(200.0, 10.0, 50))
    assert isinstance(found, Lognormal)
    assert 180 < found.median < 200
    assert found.sigma < 0.4
    with pytest.raises(RefusedError, match="Effect: gezin 0: must be above zero"):
        updated(Lognormal(100.0, 0.4), *several(-1.0, 1.0, 1))


@pytest.mark.parametrize("value", [Beta(2.0, 8.0), Gamma(4.0, 0.05), Pert(0.0, 0.2, 0.6), Normal(0.2, 0.1)])
def test_the_kind_stays_and_goes_towards_the_cases(value: Distribution) -> None:
    found = updated(value, *several(0.35, 0.02, 20))
    assert type(found) is type(value)
    assert value.mean < found.mean < 0.36
    assert found.sd < value.sd


def test_a_pert_keeps_its_ends_and_the_mean_of_the_pool() -> None:
    value = Pert(-1.0, 0.0, 2.0)
    cases = several(0.4, 0.3, 3)
    found, pooled = updated(value, *cases), pooled_measures(value.mean, value.sd, cases)
    assert isinstance(found, Pert)
    assert (found.low, found.high) == (-1.0, 2.0)
    assert found.mean == pytest.approx(pooled.mean)
    assert found.sd == pytest.approx(pooled.next_sd)
    assert value.quantile(0.5) < found.quantile(0.5)


def test_a_pert_that_would_be_wider_than_flat_becomes_flat() -> None:
    found = updated(Pert(0.0, 0.5, 1.0, 0.1), *several(0.02, 0.01, 3), Measured("x", 0.98, 0.01))
    assert isinstance(found, Pert)
    assert 0 <= found.mid <= 1
    assert found.sd <= np.sqrt(1 / 12) + 1e-9


def test_a_share_is_learnt_from_counts() -> None:
    """Fourteen of 130 tenants were evicted: from 3 % in a wide band towards 11 %."""
    before = assumption(Beta(1.2, 38.8))
    learnt = learn(before, [Counted("straat A", 6, 60), Counted("straat B", 8, 70)])
    assert 0.05 < learnt.after.value.mean < 0.11
    assert learnt.cases == 2
    assert learnt.surprising


def test_who_learns_gains_confidence_but_not_certainty() -> None:
    def after(many: int, confidence: int = 2) -> Assumption:
        return learn(assumption(Normal(0.1, 0.1), confidence), several(0.1, 0.05, many)).after

    assert [after(many).confidence for many in (1, 3, 10, 30)] == [2, 3, 4, 5]
    assert [after(50, confidence).confidence for confidence in (8, 9, 10)] == [9, 9, 10]
    assert after(3).source == "bijgesteld met 3 eerdere gevallen; daarvoor: schatting"


def test_what_was_learnt_in_words() -> None:
    learnt = learn(assumption(Normal(0.1, 0.05)), several(0.3, 0.01, 6))
    nl, en = learnt.text.nl, learnt.text.en
    assert nl.startswith("Effect: we dachten 0,1 (0,018 tot 0,182) niveau. Na zes gevallen denken we 0,2")
    assert en.startswith("Effect: we thought 0.1 (0.018 to 0.182) level. After six cases we think 0.2")
    assert "nog de oude aanname" in learnt.text.nl
    assert "differs much from what we thought" in learnt.text.en
    assert "differ more from each other" in learnt.text.en


def test_one_case_that_fits_is_said_without_alarm() -> None:
    learnt = learn(assumption(Normal(0.1, 0.05)), several(0.1, 0.05, 1))
    assert isinstance(learnt, Learnt)
    assert "After one case we think" in learnt.text.en
    assert "Na één geval denken we" in learnt.text.nl
    assert "differ" not in learnt.text.en


@pytest.mark.parametrize(
    ("value", "cases", "words"),
    [
        (Normal(0.0, 1.0), [], "give every case once"),
        (Normal(0.0, 1.0), [Measured("a", 1.0, 1.0), Measured("a", 2.0, 1.0)], "give every case once"),
        (Normal(0.0, 1.0), [Counted("a", 1, 2)], "only a share can be counted"),
        (Fixed(1.0), [Measured("a", 1.0, 1.0)], "this number is certain"),
        (Normal(1.0, 0.0), [Measured("a", 1.0, 1.0)], "this number is certain"),
        (Lognormal(1.0, 0.0), [Measured("a", 1.0, 1.0)], "this number is certain"),
        (Gamma(4.0, 0.1), [Measured("a", -9.0, 0.01)], "from this distribution we cannot learn"),
        (Empirical((1.0, 2.0)), [Measured("a", 1.0, 1.0)], "from this distribution we cannot learn"),
        (Pert(0.0, 0.5, 1.0), [Measured("a", 9.0, 0.01)], "There is no share"),
    ],
)
def test_what_cannot_be_learnt_is_refused(
    value: Distribution, cases: list[Measured] | list[Counted], words: str
) -> None:
    with pytest.raises(RefusedError, match=f"Effect: {words}"):
        learn(replace(assumption(value)), cases)


def test_counts_and_measurements_do_not_mix() -> None:
    mixed = [Counted("a", 1, 2), Measured("b", 0.1, 0.1)]
    with pytest.raises(RefusedError, match="only a share can be counted"):
        learn(assumption(Beta(1.0, 3.0)), mixed)  # type: ignore[arg-type]  # the types forbid it as well
