from dataclasses import replace
from datetime import date

from rekenmodel.signals import Action, Event, EventKind, Goal, Situation, find_signals
from rekenmodel.signals.tests.scene import CALM, HOME, ON, ago, check_cured, codes, line, with_lines
from rekenmodel.values import Purpose

CRISIS = Event(key="night", title="Een nacht", kind=EventKind.CRISIS, on=date(2026, 5, 22))


def reached(days: int, *, really: bool = True) -> Situation:
    return replace(
        CALM, goals=(HOME, Goal(key="g", title="Judo", domain=None, closed_on=ago(days), reached=really))
    )


def test_a_reached_goal_is_told_for_sixty_days() -> None:
    check_cured("goal_reached", reached(59), reached(60))
    check_cured("goal_reached", reached(0), reached(0, really=False))
    (signal,) = find_signals(reached(13))
    assert signal.positive
    assert signal.title.nl == "Het doel “Judo” is gehaald."


def test_a_goal_closed_tomorrow_is_not_reached_yet() -> None:
    assert "goal_reached" not in codes(reached(-1))


def done(number: int, *, due: int = 2, late: int = 0) -> tuple[Action, ...]:
    return tuple(
        Action(key=f"{n}", title="Bel", owner="wim", due=ago(due + n), done_on=ago(due + n - (n < late)))
        for n in range(number)
    )


def test_five_actions_on_time_in_a_row_are_told() -> None:
    check_cured("on_time", replace(CALM, actions=done(5)), replace(CALM, actions=done(4)))
    check_cured("on_time", replace(CALM, actions=done(5)), replace(CALM, actions=done(5, late=1)))
    assert codes(replace(CALM, actions=done(4)), on_time_streak=4) == ["on_time"]


def test_a_streak_of_long_ago_is_not_news() -> None:
    check_cured("on_time", replace(CALM, actions=done(5, due=85)), replace(CALM, actions=done(5, due=86)))


def test_an_action_due_today_counts_only_when_done() -> None:
    today = done(5, due=0)
    assert codes(replace(CALM, actions=today)) == ["on_time"]
    assert codes(replace(CALM, actions=(replace(today[0], done_on=None), *today[1:]))) == []


def test_six_months_without_a_crisis_are_told() -> None:
    calm, recent = replace(CALM, events=(CRISIS,)), replace(CRISIS, on=date(2026, 5, 23))
    check_cured("no_crisis", calm, replace(CALM, events=(CRISIS, replace(recent, key="again"))))
    assert codes(calm, calm_months=7) == []
    assert find_signals(calm)[0].title.nl == "Al zes maanden of langer was er geen crisis."


def test_danger_to_a_life_is_a_crisis_of_any_kind_and_a_move_is_none() -> None:
    other = replace(CRISIS, kind=EventKind.OTHER)
    assert codes(replace(CALM, events=(other,))) == []
    assert codes(replace(CALM, events=(replace(other, life_threatening=True),))) == ["no_crisis"]


def ended(number: int) -> Situation:
    gone = [line(f"{n}", since=ago(600), until=ago(100), goals=frozenset()) for n in range(number)]
    return with_lines(line(since=ago(600)), *gone)


def test_three_lines_fewer_than_a_year_ago_are_told() -> None:
    check_cured("fewer_helps", ended(3), ended(2))
    assert codes(ended(2), fewer_lines=2) == ["fewer_helps"]
    assert codes(ended(3), fewer_months=3) == []
    expected = "Er loopt nu één vorm van hulp. Op 22 november 2025 waren dat er vier."
    assert find_signals(ended(3))[0].title.nl == expected


def test_what_runs_is_plural_and_may_be_nothing() -> None:
    more = replace(ended(4), helps=(*ended(4).helps, line("new", since=ON, purpose=Purpose.GUIDANCE)))
    assert find_signals(more)[-1].title.nl.startswith("Er lopen nu twee vormen van hulp.")
    none = replace(ended(4), helps=ended(4).helps[1:])
    assert find_signals(none)[-1].title.nl.startswith("Er lopen nu geen vormen van hulp.")
