"""What a plan is worth, for society and per party."""

import numpy as np
import pytest

from rekenmodel.social_value import LineKind, appraise, by_key
from rekenmodel.social_value.tests.plans import outcome, payment, terms, transfer
from rekenmodel.values import Payer, RefusedError
from rekenmodel.values.draws import Duration, Step

FIVE_YEARS = Duration.of_years(5)


def test_net_is_benefits_less_costs() -> None:
    plan = appraise([outcome(duration=FIVE_YEARS)], [payment(3_000)], terms())
    assert (plan.benefits[0], plan.costs[0], plan.net[0]) == (5_000, 3_000, 2_000)
    assert plan.ratio == pytest.approx(5 / 3)


def test_a_harm_stays_in_the_numerator() -> None:
    plan = appraise([outcome(), outcome("stress", quantity=-2)], [payment(400)], terms())
    assert (plan.benefits[0], plan.ratio) == (800, 2)


def test_without_costs_there_is_no_ratio() -> None:
    assert appraise([outcome()], [], terms()).ratio is None


def test_a_yearly_contribution_is_paid_every_year() -> None:
    plan = appraise([], [payment(500, duration=Duration.of_years(3))], terms())
    assert plan.costs.tolist() == [1_500]


def test_each_party_has_its_own_net_worth() -> None:
    plan = appraise([outcome()], [payment(600)], terms(), [transfer(250)])
    household, municipality = plan.parties
    assert (household.party, household.net[0]) == (Payer.HOUSEHOLD, 1_250)
    assert (municipality.costs[0], municipality.transfers[0]) == (600, -250)
    assert (household.chance_of_loss, municipality.chance_of_loss) == (0, 1)
    assert plan.wrong_pocket.compensation == {Payer.MUNICIPALITY: 850}


def test_outcomes_in_one_group_are_not_counted_twice() -> None:
    one = outcome("fewer visits", overlap_group="care")
    other = outcome("fewer calls", quantity=4, overlap_group="care")
    apart = outcome("work", party=Payer.SOCIETY)
    lines = by_key(appraise([one, other, apart], [], terms(alphas={"care": 0.25})))
    worth = [lines[key].present_value[0] for key in ("fewer visits", "fewer calls", "work")]
    assert worth == [1_000, 100, 1_000]


def test_the_largest_in_a_group_is_found_in_each_draw() -> None:
    one = outcome("visits", quantity=np.array([1.0, 9.0]), overlap_group="care")
    other = outcome("calls", quantity=4, overlap_group="care")
    plan = appraise([one, other], [], terms())
    assert plan.benefits.tolist() == [400 + 50, 900 + 200]


@pytest.mark.parametrize("year", [2025, None])
def test_other_price_years_are_refused(year: int | None) -> None:
    with pytest.raises(RefusedError, match="cannot be added"):
        appraise([outcome(price_year=year)], [], terms())
    with pytest.raises(RefusedError, match="cannot be added"):
        appraise([], [payment(1, price_year=year)], terms())
    with pytest.raises(RefusedError, match="cannot be added"):
        appraise([], [], terms(), [transfer(1, price_year=year)])


def test_a_key_that_occurs_twice_is_refused() -> None:
    with pytest.raises(RefusedError, match="“debt” occurs twice"):
        appraise([outcome("debt")], [payment(1)], terms())


def test_other_numbers_of_draws_are_refused() -> None:
    with pytest.raises(RefusedError, match="different numbers of draws"):
        appraise([outcome(quantity=np.ones(2))], [payment(np.ones(3))], terms())


def test_lines_are_found_by_kind() -> None:
    plan = appraise([outcome()], [payment(1)], terms(), [transfer(1)])
    assert [len(plan.of_kind(kind)) for kind in LineKind] == [1, 1, 1]


def test_payback_is_linear_inside_the_year() -> None:
    plan = appraise([outcome(duration=FIVE_YEARS)], [payment(2_500)], terms())
    assert plan.payback.years.tolist() == [2.5]
    assert (plan.payback.median, plan.payback.chance) == (2.5, 1)


def test_payback_by_month() -> None:
    plan = appraise([outcome(duration=FIVE_YEARS)], [payment(2_500)], terms(step=Step.MONTH))
    assert plan.payback.years.tolist() == pytest.approx([2.5])


def test_payback_beyond_the_horizon_is_said_and_not_infinite() -> None:
    plan = appraise([outcome()], [payment(np.array([500.0, 2_000.0, 3_000.0]))], terms())
    assert np.isnan(plan.payback.years).tolist() == [False, True, True]
    assert plan.payback.median is None
    assert plan.payback.chance == pytest.approx(1 / 3)
    assert plan.payback.text.nl == "Dit verdient zich niet terug binnen 5 jaar."


def test_what_costs_nothing_has_paid_back_at_once() -> None:
    payback = appraise([outcome()], [], terms()).payback
    assert payback.years.tolist() == [0]
    assert payback.text.en == "This pays back in 0 years."
