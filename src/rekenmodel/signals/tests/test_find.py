"""The table as a whole, on made-up situations."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.signals import (
    DEFAULTS,
    RULES,
    Action,
    Code,
    Event,
    EventKind,
    Goal,
    Help,
    Lead,
    LeadScope,
    Problem,
    Situation,
    Vote,
    find_signals,
    process_state,
)
from rekenmodel.signals.signal import Subject, SubjectKind
from rekenmodel.signals.tests.scene import CALM, ON, ago, line
from rekenmodel.values import LifeDomain, Payer, Purpose

days = st.integers(-400, 400).map(lambda number: ON + timedelta(days=number))
some_day = st.none() | days
keys = st.text("abc", min_size=1, max_size=3)
people = st.sampled_from(["", "anouk", "wim", "samira"])
domains = st.sampled_from(LifeDomain)
amounts = st.none() | st.decimals(0, 40, places=1)
goal_keys = st.frozensets(keys, max_size=3)

helps = st.builds(
    Help,
    key=keys,
    title=keys,
    helper=people,
    organisation=people,
    domains=st.frozensets(domains, max_size=3),
    purpose=st.none() | st.sampled_from(Purpose),
    expected_effect=st.sampled_from(["", "Rust"]),
    for_whom=st.frozensets(people, max_size=2),
    waiting_since=some_day,
    since=some_day,
    until=some_day,
    planned_end=some_day,
    stays=st.booleans(),
    evaluation_on=some_day,
    hours_per_week=amounts,
    contacts_per_week=amounts,
    payer=st.none() | st.sampled_from(Payer),
    payer_disputed=st.booleans(),
    goals=goal_keys,
    declared_conflicts=goal_keys,
)
leads = st.builds(
    Lead,
    key=keys,
    holder=people,
    scope=st.sampled_from(LeadScope),
    subject=st.just("") | keys | domains,
    since=some_day,
    until=some_day,
    accepted=st.booleans(),
)
goals = st.builds(
    Goal,
    key=keys,
    title=keys,
    domain=st.none() | domains,
    horizon=some_day,
    since=some_day,
    closed_on=some_day,
)
problems = st.builds(Problem, key=keys, title=keys, domain=domains, since=some_day, solved_on=some_day)
actions = st.builds(
    Action, key=keys, title=keys, owner=people, due=some_day, done_on=some_day, agreed_on=some_day
)
events = st.builds(
    Event, key=keys, title=keys, kind=st.sampled_from(EventKind), on=days, life_threatening=st.booleans()
)
marks = st.decimals(0, 10, places=1)
votes = st.builds(Vote, voter=keys, goal_agreement=marks, cause_known=marks)


def some(items: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=6, unique_by=lambda item: getattr(item, "key", item)).map(tuple)


situations = st.builds(
    Situation,
    on=st.just(ON),
    helps=some(helps),
    leads=some(leads),
    goals=some(goals),
    problems=some(problems),
    actions=some(actions),
    events=some(events),
    votes=some(votes),
    own_words=st.booleans(),
)


def turned(situation: Situation, order: Sequence[int]) -> Situation:
    """The same situation with every list in another order."""
    lists = ("helps", "leads", "goals", "problems", "actions", "events", "votes")
    changed: dict[str, Any] = {
        name: tuple(
            item for _, item in sorted(enumerate(getattr(situation, name)), key=lambda x: order[x[0]])
        )
        for name in lists
    }
    return replace(situation, **changed)


@given(situations, st.permutations(range(6)))
def test_the_order_of_the_input_changes_nothing(situation: Situation, order: list[int]) -> None:
    assert find_signals(situation) == find_signals(turned(situation, order))
    assert process_state(situation) == process_state(turned(situation, order))


@given(situations)
def test_every_signal_says_what_why_and_what_to_do_in_both_languages(situation: Situation) -> None:
    found = find_signals(situation)
    assert found == tuple(sorted(found, key=lambda signal: signal.order))
    for text in [text for signal in found for text in (signal.title, signal.why, signal.action)]:
        for words in (text.nl, text.en):
            assert words.endswith(".")
            assert words[0].isupper() or words[0] in "“abc0123456789"
            assert "  " not in words


@given(situations, domains)
def test_unrelated_help_never_hides_a_gap_elsewhere(situation: Situation, domain: LifeDomain) -> None:
    more = replace(
        situation, helps=(*situation.helps, line("unrelated", domains=frozenset({domain}), goals=frozenset()))
    )
    assert gaps(situation, domain) <= gaps(more, domain)


def gaps(situation: Situation, but: LifeDomain) -> set[tuple[Code, str, tuple[str, ...]]]:
    """Every gap in another domain than `but`, with the domain and the goals it is about."""
    wanted = {Code.GAP_PROBLEM, Code.GAP_LEAD, Code.STOPPED_GOAL_OPEN}
    return {
        (signal.code, domain, signal.keys(SubjectKind.GOAL))
        for signal in find_signals(situation)
        if signal.code in wanted
        for domain in signal.keys(SubjectKind.DOMAIN) or ("",)
        if domain != but
    }


@given(situations)
def test_each_rule_yields_its_own_code(situation: Situation) -> None:
    for code, rule in RULES.items():
        for signal in rule(situation, DEFAULTS):
            assert signal.code is code


@given(situations)
def test_the_state_always_has_an_answer(situation: Situation) -> None:
    result = process_state(situation)
    assert len(result.signals) == 8
    assert (result.one_down is None) == (result.state.value == "eenvoudig")
    assert result.total == sum(signal.value or 0 for signal in result.signals)


def test_every_code_has_a_rule_with_a_sentence() -> None:
    assert set(RULES) == set(Code)
    assert all(rule.__doc__ for rule in RULES.values())


def test_signals_come_in_order_of_severity_then_code() -> None:
    poor = line(purpose=None, expected_effect="", planned_end=None, contacts_per_week=Decimal(9))
    late = Action(key="a", title="Bel", owner="wim", due=ago(3))
    found = find_signals(replace(CALM, helps=(poor,), actions=(late,), leads=()))
    assert [signal.code.value for signal in found] == [
        "no_case_lead",
        "gap_lead",
        "actions_late",
        "family_load",
        "no_end",
        "no_purpose",
        "no_expected_effect",
    ]
    assert not any(signal.positive for signal in found)
    assert found[1].subjects == (Subject(SubjectKind.DOMAIN, "housing"), Subject(SubjectKind.HELP, "rent"))
