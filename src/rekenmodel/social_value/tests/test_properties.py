"""What holds for any plan."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.social_value import Contribution, Outcome, Transfer, Valuation, appraise
from rekenmodel.social_value.tests.plans import outcome, payment, terms, transfer
from rekenmodel.values import Payer
from rekenmodel.values.draws import Duration

Plan = tuple[list[Outcome], list[Contribution], list[Transfer]]
SHARES = st.floats(0, 1)
PARTIES = st.sampled_from(list(Payer))
TERMS = terms(rate=0.0225, years=10)


@st.composite
def durations(draw: st.DrawFn) -> Duration:
    return Duration(draw(st.integers(0, 120)))


@st.composite
def outcomes(draw: st.DrawFn, place: int) -> Outcome:
    draws = draw(st.lists(st.integers(-50, 50), min_size=3, max_size=3))
    return outcome(
        f"o{place}",
        party=draw(PARTIES),
        quantity=np.array(draws, dtype=float),
        duration=draw(durations()),
        start=draw(durations()),
        deadweight=draw(SHARES),
        displacement=draw(SHARES),
        attribution_lost=draw(SHARES),
        drop_off=draw(SHARES),
        overlap_group=draw(st.sampled_from([None, "care", "work"])),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    def some(most: int) -> range:
        return range(draw(st.integers(0, most)))

    def when() -> dict[str, Any]:
        return {"duration": draw(st.none() | durations()), "start": draw(durations())}

    amounts = st.integers(-5_000, 5_000)
    giver, receiver = draw(st.lists(PARTIES, min_size=2, max_size=2, unique=True))
    return (
        [draw(outcomes(place)) for place in some(4)],
        [payment(draw(amounts), f"c{place}", draw(PARTIES), **when()) for place in some(3)],
        [transfer(draw(amounts), f"t{place}", giver=giver, receiver=receiver, **when()) for place in some(2)],
    )


def worth(plan: Plan) -> Valuation:
    return appraise(plan[0], plan[1], TERMS, plan[2])


@given(plans())
def test_the_parties_add_up_to_society(plan: Plan) -> None:
    found = worth(plan)
    parties = sum((party.net for party in found.parties), start=np.zeros(1))
    moved = sum((party.transfers for party in found.parties), start=np.zeros(1))
    assert np.broadcast_to(moved, 3) == pytest.approx(np.zeros(3), abs=1e-6)
    assert np.broadcast_to(parties - moved, 3) == pytest.approx(np.broadcast_to(found.net, 3), abs=1e-6)


@given(plans())
def test_the_same_plan_twice_gives_exactly_no_difference(plan: Plan) -> None:
    assert (worth(plan).net - worth(plan).net == 0).all()


@given(plans(), st.data())
def test_the_order_of_the_lines_changes_nothing_at_all(plan: Plan, data: st.DataObject) -> None:
    gains, paid, moved = st.permutations(plan[0]), st.permutations(plan[1]), st.permutations(plan[2])
    one, other = worth(plan), worth((data.draw(gains), data.draw(paid), data.draw(moved)))
    assert (one.net == other.net).all()
    assert [party.net.tolist() for party in one.parties] == [party.net.tolist() for party in other.parties]
    assert one.payback.years.tolist() == pytest.approx(other.payback.years.tolist(), nan_ok=True)


@given(plans(), st.floats(0, 0.2))
def test_the_periods_add_up_to_the_net_value(plan: Plan, rate: float) -> None:
    found = appraise(plan[0], plan[1], terms(rate=rate, years=10), plan[2])
    assert found.net_flow.present.sum(axis=0) == pytest.approx(found.benefits - found.costs, abs=1e-6)
