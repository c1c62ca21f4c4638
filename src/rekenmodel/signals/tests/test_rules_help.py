from dataclasses import replace
from typing import Any

import pytest

from rekenmodel.signals import DEFAULTS, Goal, Problem, Severity, SubjectKind, find_signals
from rekenmodel.signals.situation import LeadScope
from rekenmodel.signals.tests.scene import CALM, HOME, ON, ago, check_cured, codes, lead, line, with_lines
from rekenmodel.values import LifeDomain, Purpose

MONEY, HOUSING, SAFETY = LifeDomain.MONEY, LifeDomain.HOUSING, LifeDomain.SAFETY
DEBTS = Problem(key="debts", title="Negen brieven", domain=MONEY)
LED_MONEY = (*CALM.leads, lead(scope=LeadScope.DOMAIN, subject="money"))


def test_the_calm_household_gives_no_signal() -> None:
    assert find_signals(CALM) == ()


def test_two_lines_with_one_domain_and_purpose_overlap_until_one_changes_purpose() -> None:
    provoked = with_lines(line("a"), line("b"))
    check_cured("overlap", provoked, with_lines(line("a"), line("b", purpose=Purpose.GUIDANCE)))
    (signal,) = find_signals(provoked)
    assert signal.title.nl == "Twee vormen van hulp bij wonen hebben hetzelfde doel: praktische hulp."
    assert (signal.keys(SubjectKind.HELP), signal.keys(SubjectKind.DOMAIN)) == (("a", "b"), ("housing",))


def test_overlap_counts_active_lines_against_its_limit() -> None:
    stopped = line("b", until=ON, goals=frozenset())
    assert codes(with_lines(line("a"), stopped)) == []
    assert codes(with_lines(line("a"), line("b")), overlap_lines=3) == []
    assert codes(with_lines(line("a"), line("b"), line("c")), overlap_lines=3) == ["overlap"]


def test_overlap_is_said_per_domain() -> None:
    both = frozenset({MONEY, HOUSING})
    found = find_signals(with_lines(line("a", domains=both), line("b", domains=both), leads=LED_MONEY))
    assert [signal.keys(SubjectKind.DOMAIN) for signal in found] == [("housing",), ("money",)]


def test_a_problem_without_help_in_its_domain_is_a_gap_until_help_comes() -> None:
    provoked = replace(CALM, problems=(DEBTS,), leads=LED_MONEY)
    check_cured(
        "gap_problem", provoked, replace(provoked, helps=(line(), line("b", domains=frozenset({MONEY}))))
    )
    (signal,) = find_signals(provoked)
    assert signal.title.nl == "Niemand helpt nu bij geld."
    assert signal.keys(SubjectKind.PROBLEM) == ("debts",)


def test_a_solved_problem_is_no_gap() -> None:
    assert codes(replace(CALM, problems=(replace(DEBTS, solved_on=ON),))) == []
    assert codes(replace(CALM, problems=(replace(DEBTS, solved_on=ago(-1)),))) == ["gap_problem"]
    assert codes(replace(CALM, problems=(replace(DEBTS, since=ago(-1)),))) == []


def test_a_gap_in_safety_comes_first_of_all() -> None:
    unsafe = Problem(key="fear", title="Bang thuis", domain=SAFETY)
    first, second = find_signals(replace(CALM, problems=(DEBTS, unsafe)))
    assert (first.severity, first.keys(SubjectKind.DOMAIN)) == (Severity.UNSAFE_GAP, ("safety",))
    assert second.severity is Severity.NOBODY_HELPS


@pytest.mark.parametrize("domain", [MONEY, None])
def test_a_goal_is_no_gap_once_active_help_serves_it(domain: LifeDomain | None) -> None:
    provoked = replace(CALM, goals=(HOME, Goal(key="g", title="Geen boetes", domain=domain)))
    check_cured("gap_problem", provoked, replace(provoked, helps=(line(goals=frozenset({"home", "g"})),)))
    assert find_signals(provoked)[0].keys(SubjectKind.GOAL) == ("g",)


def test_a_gap_with_help_awaited_says_whom_to_call() -> None:
    awaited = line("b", domains=frozenset({MONEY}), since=None, waiting_since=ago(10), helper="wim")
    (signal,) = find_signals(replace(CALM, helps=(line(), awaited), problems=(DEBTS,)))
    assert signal.action.nl == "Bel Wim Faber en vraag wie er nu al kan helpen."
    nameless = replace(awaited, helper="", organisation="")
    (signal,) = find_signals(replace(CALM, helps=(line(), nameless), problems=(DEBTS,)))
    assert signal.action.nl.startswith("Bel “Hulp b” ")


def test_help_that_stopped_leaves_its_goal_open_until_other_help_serves_it() -> None:
    other = line("b", goals=frozenset())
    provoked = with_lines(line("a", until=ago(13)), other)
    check_cured("stopped_goal_open", provoked, replace(provoked, helps=(provoked.helps[0], line("b"))))
    check_cured(
        "stopped_goal_open", provoked, replace(provoked, goals=(replace(HOME, closed_on=ago(61)), FAR))
    )
    (signal,) = find_signals(provoked)
    assert signal.title.nl == "“Hulp a” stopte, en het doel “Wij wonen hier nog” is nog open."
    assert signal.why.nl == "Sinds 9 november 2026 helpt niemand verder met dit doel."


FAR = Goal(key="far", title="Later", domain=HOUSING, horizon=ago(-400))


def test_stopped_help_counts_from_its_last_day() -> None:
    other = line("b", goals=frozenset())
    assert codes(with_lines(line("a", until=ON), other)) == ["stopped_goal_open"]
    assert codes(with_lines(line("a", until=ago(-1), purpose=Purpose.GUIDANCE), other)) == []


def awaited(days: int, **changes: Any) -> Any:
    return with_lines(line(), line("b", since=None, waiting_since=ago(days), **changes))


def test_waiting_is_too_long_after_eight_weeks() -> None:
    check_cured("waiting_too_long", awaited(57), awaited(56))
    assert codes(awaited(57), waiting_days=57) == []


def test_waiting_ends_when_help_begins_or_is_called_off() -> None:
    assert codes(awaited(57, until=ON)) == []
    begun = line("b", since=ON, waiting_since=ago(57), purpose=Purpose.GUIDANCE)
    assert codes(with_lines(line(), begun)) == []


@pytest.mark.parametrize(
    ("who", "title"),
    [
        ((), "Het huishouden wacht al meer dan acht weken op “Hulp b”."),
        (("samira",), "Samira wacht al meer dan acht weken op “Hulp b”."),
        (("yassin", "samira"), "Samira en Yassin wachten al meer dan acht weken op “Hulp b”."),
    ],
)
def test_waiting_names_who_waits(who: tuple[str, ...], title: str) -> None:
    (signal,) = find_signals(awaited(100, for_whom=frozenset(who)))
    assert signal.title.nl == title
    assert signal.why.nl == "De vraag is van 14 augustus 2026. Dat is 14 weken geleden."


@pytest.mark.parametrize("declares", ["a", "b"])
def test_declared_conflict_shows_whoever_declares_it(declares: str) -> None:
    other = {"a": "b", "b": "a"}[declares]
    plain = {"a": line("a"), "b": line("b", purpose=Purpose.GUIDANCE)}
    declared = plain | {declares: replace(plain[declares], declared_conflicts=frozenset({other}))}
    check_cured("conflict", with_lines(*declared.values()), with_lines(*plain.values()))
    (signal,) = find_signals(with_lines(*declared.values()))
    assert signal.why.nl == "De mensen om het huishouden gaven dit zelf aan."


def test_ending_and_keeping_one_home_conflict_whoever_it_is_for() -> None:
    end = line("a", purpose=Purpose.END_TENANCY, for_whom=frozenset({"samira"}))
    keep = line("b", purpose=Purpose.KEEP_HOME, for_whom=frozenset({"yassin"}))
    check_cured("conflict", with_lines(end, keep), with_lines(end, replace(keep, purpose=Purpose.GUIDANCE)))
    (signal,) = find_signals(with_lines(end, keep))
    assert "de huur beëindigen" in signal.why.nl


def test_home_and_elsewhere_conflict_only_for_the_same_child() -> None:
    home = line("a", purpose=Purpose.REUNIFY, for_whom=frozenset({"yassin"}))
    away = line("b", purpose=Purpose.PLACE_ELSEWHERE, for_whom=frozenset({"yassin"}))
    check_cured(
        "conflict", with_lines(home, away), with_lines(home, replace(away, for_whom=frozenset({"lina"})))
    )
    assert codes(with_lines(home, replace(away, for_whom=frozenset()))) == ["conflict"]
    assert codes(with_lines(replace(home, for_whom=frozenset()), away)) == ["conflict"]


def test_conflict_invites_the_helpers_by_name_or_in_general() -> None:
    end, keep = line("a", purpose=Purpose.END_TENANCY), line("b", purpose=Purpose.KEEP_HOME, helper="wim")
    (signal,) = find_signals(with_lines(replace(end, helper=""), keep), DEFAULTS)
    assert signal.action.nl == "Maak met Wim Faber en woonstee één keuze, samen met het huishouden."
    nobody: dict[str, Any] = {"helper": "", "organisation": ""}
    (signal,) = find_signals(with_lines(replace(end, **nobody), replace(keep, **nobody)))
    assert signal.action.nl.startswith("Maak met de helpers ")
