"""Each of the eight signals at each of its bounds."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from rekenmodel.signals import Action, Event, EventKind, Goal, LeadScope, Situation, StateCode, Vote
from rekenmodel.signals.state_measure import Counts, count_all, values_of
from rekenmodel.signals.tests.scene import CALM, HOME, ON, ago, lead, line, with_lines
from rekenmodel.values import LifeDomain

CALM_COUNTS = count_all(CALM)


def value(code: StateCode, **counts: Any) -> int | None:
    return values_of(replace(CALM_COUNTS, **counts))[code]


@pytest.mark.parametrize(("crises", "expected"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (9, 3)])
def test_crises(crises: int, expected: int) -> None:
    assert value(StateCode.CRISIS, crises=crises) == expected
    assert value(StateCode.CRISIS, crises=crises, life_threatening=True) == 3


@pytest.mark.parametrize(
    ("changes", "expected"), [(0, 0), (9, 0), (10, 1), (24, 1), (25, 2), (49, 2), (50, 3)]
)
def test_churn_of_a_hundred_lines(changes: int, expected: int) -> None:
    assert value(StateCode.CHURN, changes=changes, active=100) == expected


def test_churn_without_help() -> None:
    assert value(StateCode.CHURN, changes=0, active=0) == 0
    assert value(StateCode.CHURN, changes=1, active=0) == 3


@pytest.mark.parametrize(
    ("complete", "expected"), [(100, 0), (91, 0), (90, 1), (71, 1), (70, 2), (41, 2), (40, 3), (0, 3)]
)
def test_overview_of_a_hundred_lines(complete: int, expected: int) -> None:
    assert value(StateCode.OVERVIEW, complete=complete, active=100) == expected


@pytest.mark.parametrize(("led", "expected"), [(10, 0), (9, 1), (8, 1), (7, 2), (5, 2), (4, 3), (0, 3)])
def test_lead_on_ten_domains(led: int, expected: int) -> None:
    assert value(StateCode.LEAD, one_lead=led, domains=10) == expected
    assert value(StateCode.LEAD, one_lead=led, domains=10, case_lead=False) == 3


def test_lead_without_domains() -> None:
    none: dict[str, Any] = {"one_lead": 0, "domains": 0}
    assert value(StateCode.LEAD, **none, active=1) == 0
    assert value(StateCode.LEAD, **none, active=1, case_lead=False) == 3
    assert value(StateCode.LEAD, **none, active=0, case_lead=False) is None


def voted(goal: list[str], cause: list[str]) -> Counts:
    votes = tuple(
        Vote(voter=str(n), goal_agreement=Decimal(g), cause_known=Decimal(c))
        for n, (g, c) in enumerate(zip(goal, cause, strict=True))
    )
    return count_all(replace(CALM, votes=votes))


@pytest.mark.parametrize(
    ("low", "expected"), [("5", 0), ("3.01", 0), ("3", 1), ("1.01", 1), ("1", 2), ("-0.99", 2), ("-1", 3)]
)
def test_spread_of_two_votes(low: str, expected: int) -> None:
    counts = voted([low, "5"], ["5", "5"])
    assert values_of(counts)[StateCode.GOAL_AGREEMENT] == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["10"], 0),
        (["8"], 0),
        (["7", "8"], 1),
        (["6"], 1),
        (["5", "6"], 2),
        (["3"], 2),
        (["2", "3"], 3),
        (["0"], 3),
    ],
)
def test_middle_mark(marks: list[str], expected: int) -> None:
    assert values_of(voted(marks, marks))[StateCode.CAUSE_KNOWN] == expected


def test_one_vote_has_no_spread_and_no_vote_no_middle() -> None:
    assert values_of(voted(["5"], ["5"]))[StateCode.GOAL_AGREEMENT] is None
    assert values_of(CALM_COUNTS)[StateCode.CAUSE_KNOWN] is None


@pytest.mark.parametrize(
    ("done", "expected"), [(100, 0), (85, 0), (84, 1), (65, 1), (64, 2), (40, 2), (39, 3), (0, 3)]
)
def test_actions_on_time_of_a_hundred(done: int, expected: int) -> None:
    assert value(StateCode.ON_TIME, on_time=done, due=100) == expected
    assert value(StateCode.ON_TIME, on_time=0, due=0) is None


@pytest.mark.parametrize(("far", "expected"), [(100, 0), (40, 0), (39, 1), (20, 1), (19, 2), (1, 2), (0, 3)])
def test_horizon_of_a_hundred_plan_items(far: int, expected: int) -> None:
    assert value(StateCode.HORIZON, long_term=far, plan=100) == expected


def test_horizon_without_a_plan() -> None:
    assert value(StateCode.HORIZON, long_term=0, plan=0) == 3
    assert value(StateCode.HORIZON, long_term=0, plan=0, active=0) is None


def crisis(days: int, **changes: Any) -> Event:
    return replace(Event(key=f"{days}", title="Nacht", kind=EventKind.CRISIS, on=ago(days)), **changes)


def test_crises_count_for_ninety_days_and_danger_for_fourteen() -> None:
    counts = count_all(replace(CALM, events=(crisis(0), crisis(89), crisis(90), crisis(-1))))
    assert (counts.crises, counts.life_threatening) == (2, False)
    assert count_all(replace(CALM, events=(crisis(13, life_threatening=True),))).life_threatening
    assert not count_all(replace(CALM, events=(crisis(14, life_threatening=True),))).life_threatening


def test_changes_are_starts_and_stops_of_help_and_of_case_and_process_leads() -> None:
    helps = line("a", since=ago(89)), line("b", until=ON), line("c", since=ago(90), until=ago(-1))
    leads = (
        lead(since=ago(1)),
        lead("wim", LeadScope.PROCESS, until=ago(2)),
        lead("wim", LeadScope.MONEY, since=ON),
    )
    assert count_all(with_lines(*helps, leads=leads)).changes == 4


def test_complete_help_has_an_owner_a_goal_and_an_end() -> None:
    lacking: list[dict[str, Any]] = [{"helper": ""}, {"goals": frozenset()}, {"planned_end": None}]
    lines = [line(f"{n}", **changes) for n, changes in enumerate(lacking)]
    counts = count_all(with_lines(*lines, line("stays", planned_end=None, stays=True), line()))
    assert (counts.active, counts.complete) == (5, 2)


def test_domains_count_with_exactly_one_leader() -> None:
    money = Goal(key="debts", title="Schuldenvrij", domain=LifeDomain.MONEY)
    two = lead("wim", LeadScope.DOMAIN, "money"), lead("anouk", LeadScope.DOMAIN, "money")
    counts = count_all(replace(CALM, goals=(HOME, money), leads=(*CALM.leads, *two)))
    assert (counts.domains, counts.one_lead) == (2, 1)


def test_actions_due_in_sixty_days_count_once_their_day_has_come() -> None:
    action = Action(key="a", title="Bel", owner="wim", due=ON)
    due = [replace(action, key="b", due=ago(1)), replace(action, key="c", due=ago(59), done_on=ago(59))]
    due += [replace(action, key="d", due=ago(60)), replace(action, key="e", due=None), action]
    counts = count_all(replace(CALM, actions=tuple(due)))
    assert (counts.due, counts.on_time) == (2, 1)


def test_the_plan_is_open_goals_and_actions_with_or_without_a_day() -> None:
    action = Action(key="a", title="Bel", owner="wim", due=ago(-1))
    closed = replace(HOME, key="closed", closed_on=ON)
    undated = replace(HOME, key="undated", horizon=None)
    counts = count_all(
        replace(CALM, goals=(HOME, closed, undated), actions=(action, replace(action, key="b", done_on=ON)))
    )
    assert (counts.plan, counts.long_term) == (3, 1)


def test_organisations_count_once_and_only_of_active_help() -> None:
    lines = line("a"), line("b"), line("c", organisation="oud", until=ON), line("d", organisation="")
    assert count_all(with_lines(*lines)).agencies == 1
    assert count_all(Situation(on=ON)).agencies == 0
