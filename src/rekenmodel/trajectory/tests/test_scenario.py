"""Edits: what they come to per month, and which are refused."""

from dataclasses import replace

import pytest

from rekenmodel.trajectory import BASELINE, Change, Guard, Pay, Start, Stop, prepare
from rekenmodel.trajectory.scenario import Edit, planned
from rekenmodel.trajectory.tests.examples import assumption, case, debt, line, scenario
from rekenmodel.values import RefusedError
from rekenmodel.values.draws import Normal


def dose(*edits: Edit, key: str = "a") -> list[float]:
    return [float(one) for one in planned(case(6), scenario(*edits)).lines[key].dose]


def test_nothing_edited_is_carrying_on() -> None:
    assert planned(case(6), BASELINE).lines["a"].dose.tolist() == [8] * 6


def test_change_then_stop() -> None:
    assert dose(Stop("a", 4), Change("a", 2, 3.0)) == [8, 8, 3, 3, 0, 0]


def test_help_with_a_begin_and_an_end() -> None:
    assert dose(Start(replace(line("n"), begin=1, end=3)), key="n") == [0, 8, 8, 0, 0, 0]
    assert dose(Start(replace(line("n"), begin=1, end=4)), Change("n", 2, 5.0), key="n") == [0, 8, 5, 5, 0, 0]


def test_odds_change_in_their_months_only() -> None:
    odds = planned(case(6), scenario(Guard("eviction", 0.5, 2, 4), Guard("eviction", 2, 4))).odds
    assert odds[0].tolist() == [1, 1, 0.5, 0.5, 2, 2]
    assert (odds[1:] == 1).all()


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ([Stop("a", 2), Stop("a", 2)], "Help a: the edits in month 2 contradict"),
        ([Stop("a", 2), Change("a", 4, 3)], "Help a: the edits in month 4 contradict"),
        ([Start(replace(line("n"), begin=3)), Stop("n", 2)], "Help n: the edits in month 2"),
        ([Start(line("a"))], "Help a is there twice"),
        ([Pay(debt()), Pay(debt(2))], "Take over the debt is there twice"),
        ([Stop("x", 2)], "no line of help “x”"),
        ([Stop("a", 6)], "Help a: month 6 is outside the horizon of 6"),
        ([Pay(debt(6))], "Take over the debt: month 6 is outside"),
        ([Start(replace(line("n"), begin=9))], "Help n: month 9 is outside"),
        ([Change("a", 1, 0.0)], "Help a: choose a quantity above zero"),
        ([Guard("flood", 0.5)], "no event “flood”"),
        ([Guard("eviction", -1.0)], "Eviction: choose one factor"),
        ([Guard("eviction", 0.5), Guard("eviction", 0.2, 3)], "Eviction: choose one factor"),
        ([Guard("eviction", 0.5, 3, 3)], "Eviction: a period from month 3 to month 3"),
    ],
)
def test_refused_edits_name_what_is_wrong(edits: list[Edit], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        planned(case(6), scenario(*edits))


def test_one_to_five_scenarios_with_keys_of_their_own() -> None:
    for scenarios in ((), (BASELINE, BASELINE), tuple(scenario(key=str(one)) for one in range(6))):
        with pytest.raises(RefusedError, match="one to 5 scenarios"):
            prepare(case(), scenarios)


def test_the_same_key_is_the_same_help_in_every_scenario() -> None:
    other = replace(line("n"), dose=2.0)
    with pytest.raises(RefusedError, match="“n” is not the same in all scenarios"):
        prepare(case(), (scenario(Start(line("n"))), scenario(Start(other), key="two")))


def test_a_payment_counts_from_its_month_and_is_paid_once() -> None:
    prepared = prepare(case(4), (BASELINE, scenario(Pay(debt(1)))))
    place = [source.key for source in prepared.sources].index("debt")
    assert prepared.schedules[1].dose[place].tolist() == [0, 1, 1, 1]
    assert prepared.schedules[1].charged[place].tolist() == [0, 1, 0, 0]
    assert not prepared.schedules[0].dose[place].any()
    assert (prepared.schedules[1].helpers == 8).all()


def test_two_assumptions_cannot_share_a_key() -> None:
    other = replace(line("n").price, amount=assumption("price.a", Normal(1.0, 0.1)))
    with pytest.raises(RefusedError, match=r"two different assumptions are called “price\.a”"):
        prepare(case(), (scenario(Start(replace(line("n"), price=other))),))
