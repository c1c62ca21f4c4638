from dataclasses import replace
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from rekenmodel.signals import (
    RULE_VERSION,
    Action,
    Event,
    EventKind,
    ProcessState,
    Situation,
    StateCode,
    Vote,
    process_state,
)
from rekenmodel.signals.state_measure import count_all
from rekenmodel.signals.state_rule import AGENCIES, Reduction
from rekenmodel.signals.state_words import explain, step_text
from rekenmodel.signals.tests.scene import CALM, HOUSING_LEAD, ON, ago, line, with_lines

COUNTS = count_all(CALM)
ACTION = Action(key="a", title="Bel", owner="wim", due=ago(3), done_on=ago(3))


def votes(*marks: str, cause: str = "8") -> tuple[Vote, ...]:
    return tuple(
        Vote(voter=f"{n}", goal_agreement=Decimal(mark), cause_known=Decimal(cause))
        for n, mark in enumerate(marks)
    )


def test_the_calm_household_is_simple_and_says_what_is_unknown() -> None:
    result = process_state(CALM)
    assert (result.state, result.total, result.one_down, result.heaviest) == (
        ProcessState.SIMPLE,
        0,
        None,
        (),
    )
    assert result.title.nl == "De hulp rond dit huishouden is eenvoudig."
    assert result.caution is not None
    assert result.caution.nl == (
        "Drie van de acht dingen weten we niet en tellen niet mee: "
        "hetzelfde willen, weten waardoor het komt en afspraken op tijd."
    )
    assert (result.on, result.rule_version) == (ON, RULE_VERSION)


def test_nothing_at_all_has_a_sane_answer() -> None:
    result = process_state(Situation(on=ON))
    assert result.state is ProcessState.SIMPLE
    assert len(result.unknown) == 6
    assert {signal.explanation.nl for signal in result.signals} >= {
        "Er loopt nu geen hulp.",
        "Er is nog geen plan.",
    }


def test_one_unknown_is_singular_and_none_is_silent() -> None:
    voted = replace(CALM, votes=votes("8", "8"))
    caution = process_state(voted).caution
    assert caution is not None
    assert caution.nl == "Eén van de acht dingen weten we niet en telt niet mee: afspraken op tijd."
    assert process_state(all_known()).caution is None


def all_known() -> Situation:
    from_done = [replace(ACTION, key=f"{n}") for n in range(3)]
    return replace(CALM, votes=votes("4", "6", "9", cause="4.5"), actions=tuple(from_done))


def test_votes_far_apart_make_it_complex_and_coming_together_calms_it() -> None:
    result = process_state(all_known())
    assert result.state is ProcessState.COMPLEX
    assert [signal.code for signal in result.heaviest] == [StateCode.GOAL_AGREEMENT, StateCode.CAUSE_KNOWN]
    assert result.one_down is not None
    assert [(step.code, step.now, step.to) for step in result.one_down.steps] == [
        ("goal_agreement", 2, 1),
        ("cause_known", 2, 1),
    ]
    assert result.one_down.reaches is ProcessState.SIMPLE
    assert result.one_down.text.nl == (
        "De hulp wordt eenvoudig als dit lukt: praat samen over wat u wilt, tot de cijfers minder dan twee "
        "uit elkaar liggen; zoek samen uit waardoor het komt, tot het middelste cijfer zes of hoger is."
    )


def test_no_part_is_none_in_english() -> None:
    share = explain(StateCode.ON_TIME, replace(COUNTS, due=4, on_time=0), 3)
    assert share.en == "In sixty days people did none of four actions on time."


def test_danger_to_a_life_makes_it_turbulent() -> None:
    event = Event(key="night", title="Nacht", kind=EventKind.CRISIS, on=ago(3), life_threatening=True)
    result = process_state(replace(CALM, events=(event,)))
    assert result.state is ProcessState.TURBULENT
    assert result.style.nl.startswith("Zorg eerst dat iedereen veilig is.")
    assert (
        result.signals[0].explanation.nl == "Er was één crisis in negentig dagen, met gevaar voor een leven."
    )
    assert result.one_down is not None
    assert "veertien dagen zonder levensgevaar" in result.one_down.steps[0].text.nl


def test_many_organisations_are_complicated_until_two_are_left() -> None:
    lines = [line(key, organisation=key) for key in "abc"]
    result = process_state(with_lines(*lines))
    assert (result.state, result.agencies) == (ProcessState.COMPLICATED, 3)
    assert result.one_down is not None
    assert result.one_down.steps[0].text.nl == "Werk met hoogstens twee organisaties."
    assert process_state(with_lines(*lines[:2])).state is ProcessState.SIMPLE


def test_the_measure_of_a_spread_is_a_standard_deviation() -> None:
    result = process_state(replace(CALM, votes=votes("2", "8")))
    assert {signal.code: signal.measured for signal in result.signals}[StateCode.GOAL_AGREEMENT] == 3.0


@pytest.mark.parametrize(
    ("code", "counts", "words"),
    [
        (StateCode.CRISIS, {"crises": 3}, "Er waren drie crises in negentig dagen."),
        (StateCode.CHURN, {"changes": 1}, "Hulp of regie begon of stopte één keer in negentig dagen."),
        (
            StateCode.OVERVIEW,
            {"active": 9},
            "Bij één van negen vormen van hulp staat wie het doet, het doel en het einde.",
        ),
        (StateCode.LEAD, {"case_lead": False}, "Niemand heeft de regie op het overzicht."),
        (
            StateCode.GOAL_AGREEMENT,
            {"marks": (5, 6, 8)},
            "De meningen lopen uiteen: van 5 tot 8.",
        ),
        (
            StateCode.GOAL_AGREEMENT,
            {"marks": (7, 7)},
            "Iedereen geeft hetzelfde cijfer: 7.",
        ),
        (StateCode.CAUSE_KNOWN, {"cause": 6}, "Het middelste cijfer voor weten waardoor het komt is 6."),
        (
            StateCode.ON_TIME,
            {"due": 4, "on_time": 3},
            "Mensen deden in zestig dagen drie van vier acties op tijd.",
        ),
        (StateCode.HORIZON, {"plan": 0}, "Er loopt hulp, en er is nog geen plan."),
        (
            StateCode.HORIZON,
            {"plan": 20},
            "Eén van 20 doelen en afspraken in het plan kijkt verder dan een half jaar vooruit.",
        ),
    ],
)
def test_every_signal_says_what_was_counted(code: StateCode, counts: dict[str, Any], words: str) -> None:
    assert words in explain(code, replace(COUNTS, **counts), 1).nl


@pytest.mark.parametrize(
    ("code", "to", "counts", "words"),
    [
        ("crisis", 0, {}, "Houd het negentig dagen bij geen crises."),
        ("crisis", 2, {}, "Houd het negentig dagen bij hoogstens drie crises."),
        ("churn", 0, {"active": 0}, "Laat negentig dagen niets en niemand beginnen of stoppen."),
        ("churn", 1, {"active": 20}, "Laat in negentig dagen hoogstens vier keer iets beginnen of stoppen."),
        ("overview", 1, {"active": 10, "complete": 3}, "Schrijf bij nog vijf vormen van hulp op wie"),
        ("lead", 1, {"domains": 8, "one_lead": 5}, "Kies op nog twee gebieden één mens voor de regie."),
        ("lead", 2, {"domains": 8, "one_lead": 5, "case_lead": False}, "Kies een casusregisseur."),
        (
            "lead",
            0,
            {"domains": 8, "one_lead": 7, "case_lead": False},
            "Kies een casusregisseur en kies op nog één gebied",
        ),
        ("on_time", 0, {}, "Doe 17 van de 20 acties op tijd."),
        ("horizon", 2, {"plan": 9, "long_term": 0}, "Spreek nog één doel af voor over een jaar."),
        ("horizon", 0, {"plan": 9, "long_term": 0}, "Spreek nog zes doelen af voor over een jaar."),
        (AGENCIES, 2, {}, "Werk met hoogstens twee organisaties."),
    ],
)
def test_every_step_is_concrete(code: str, to: int, counts: dict[str, Any], words: str) -> None:
    assert step_text(Reduction(code, 3, to), replace(COUNTS, **counts)).nl.startswith(words)


def test_doing_what_it_says_brings_the_state_down() -> None:
    night = Event(key="night", title="Nacht", kind=EventKind.CRISIS, on=ago(30))
    events = night, replace(night, key="again")
    unled = with_lines(line(goals=frozenset()), events=events, leads=(HOUSING_LEAD,))
    result = process_state(unled)
    assert result.state is ProcessState.TURBULENT
    assert result.one_down is not None
    assert [step.code for step in result.one_down.steps] == ["crisis"]
    once = replace(unled, events=events[:1])
    assert process_state(once).state is result.one_down.reaches


def test_states_differ_over_the_whole_range_of_inputs() -> None:
    found = set()
    for number, far, crises in product((1, 5), ("8", "1"), (0, 4)):
        night = [Event(key=f"{n}", title="Nacht", kind=EventKind.CRISIS, on=ON) for n in range(crises)]
        lines = [line(f"{n}", organisation=f"{n}") for n in range(number)]
        found.add(process_state(with_lines(*lines, events=tuple(night), votes=votes("8", far))).state)
    assert found == set(ProcessState)
