"""What goes in is checked when it is made, and the message names the line and the field."""

from collections.abc import Callable

import numpy as np
import pytest

from rekenmodel.social_value import Terms, party_name
from rekenmodel.social_value.tests.plans import YEAR, outcome, payment, terms, transfer
from rekenmodel.values import Payer, RefusedError, Text

WRONG: list[tuple[Callable[[], object], str]] = [
    (lambda: outcome(deadweight=1.2), "calm, deadweight: a share"),
    (lambda: outcome(displacement=-0.1), "calm, displacement: a share"),
    (lambda: outcome(attribution_lost=2), "calm, attribution lost: a share"),
    (lambda: outcome(drop_off=np.array([0.1, 1.1])), "calm, drop-off: a share"),
    (lambda: outcome(quantity=float("nan")), "calm, quantity: give a number"),
    (lambda: outcome(proxy=float("inf")), "calm, price: give a number"),
    (lambda: outcome(party=""), "a key, a name and a party"),
    (lambda: payment(float("nan")), "debt, amount: give a number"),
    (lambda: payment(1, key=""), "a key, a name and a party"),
    (lambda: transfer(float("nan")), "benefit, amount: give a number"),
    (lambda: transfer(1, giver=""), "a key, a name and a party"),
    (lambda: transfer(1, receiver=Payer.MUNICIPALITY), "giver and receiver are the same"),
    (lambda: terms(years=0), "Horizon: choose 1 to 100 years"),
    (lambda: terms(rate=-2.0), "Discount rate"),
    (lambda: terms(alphas={"care": 1.5}), "Overlap in care"),
]


@pytest.mark.parametrize(("make", "said"), WRONG)
def test_what_cannot_be_is_refused_with_the_field(make: Callable[[], object], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        make()


def test_only_what_the_plan_itself_brings_about_counts() -> None:
    helped = outcome(deadweight=0.5, displacement=0.2, attribution_lost=0.25)
    assert helped.counted_share.tolist() == pytest.approx([0.5 * 0.8 * 0.75])
    assert helped.first_year.tolist() == pytest.approx([300])


def test_a_harm_counts_against() -> None:
    assert outcome(quantity=-2, deadweight=0.5).first_year.tolist() == [-100]


def test_draws_stay_draws() -> None:
    assert outcome(quantity=np.array([1.0, 2.0]), proxy=50).first_year.tolist() == [50, 100]


def test_an_outcome_cannot_change_afterwards() -> None:
    given = np.array([1.0, 2.0])
    kept = outcome(quantity=given, proxy=50)
    given[0] = 99
    assert kept.first_year.tolist() == [50, 100]


def test_overlap_counts_for_half_unless_said_otherwise() -> None:
    agreed = Terms(2026, 0.0, 5, alphas={"care": 0.2})
    assert (agreed.alpha("care"), agreed.alpha("work")) == (0.2, 0.5)


def test_a_payer_has_a_name_and_others_keep_theirs() -> None:
    assert party_name(Payer.MUNICIPALITY) == Text("gemeente", "municipality")
    assert party_name("buren") == Text("buren", "buren")


def test_an_outcome_without_end_is_written_as_long() -> None:
    assert outcome(duration=YEAR).duration.years.tolist() == [1.0]
