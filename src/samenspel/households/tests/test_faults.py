"""What does not fit is said with its place; everything the database refuses has its sentence."""

from typing import Any

import pytest
from pydantic import ValidationError

from samenspel.households.rules.faults import Fault, faults_of_file, faults_of_row, faults_of_shape
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL

HELP = {"key": "x", "title": "x", "organisation": "o"}

# list, the row, the field that is named
WRONG_ROWS: list[tuple[str, dict[str, Any], str]] = [
    ("cases", {"opened_on": "2026-05-01", "closed_on": "2026-04-30"}, "closed_on"),
    ("persons", {"name": "x", "since": "2026-05-01", "until": "2026-04-30"}, "until"),
    ("persons", {"name": "x", "lives_at": "bij oma"}, "lives_at"),
    ("relations", {"person": "a", "other": "a", "kind": "other"}, "other"),
    ("relations", {"person": "a", "other": "b", "kind": "partner", "authority": "sole"}, "authority"),
    (
        "relations",
        {"person": "a", "other": "b", "kind": "other", "since": "2026-05-01", "until": "2026-04-01"},
        "until",
    ),
    ("supporters", {"name": "x", "since": "2026-05-01", "until": "2026-04-30"}, "until"),
    ("goals", {"title": "x", "since": "2026-05-01", "closed_on": "2026-04-30"}, "closed_on"),
    ("goals", {"title": "x", "since": "2026-05-01", "horizon": "2026-04-30"}, "horizon"),
    ("goals", {"title": "x", "reached": True}, "closed_on"),
    (
        "problems",
        {"title": "x", "domain": "money", "since": "2026-05-01", "solved_on": "2026-04-30"},
        "solved_on",
    ),
    ("help", {"title": "x"}, "organisation"),
    ("help", HELP | {"since": "2026-05-01", "until": "2026-04-30"}, "until"),
    ("help", HELP | {"since": "2026-05-01", "planned_end": "2026-04-30"}, "planned_end"),
    ("help", HELP | {"waiting_since": "2026-05-01", "since": "2026-04-30"}, "since"),
    ("help", HELP | {"until": "2026-04-30"}, "since"),
    ("help", HELP | {"stopped_unfinished": True}, "until"),
    ("help", HELP | {"stays": True, "planned_end": "2026-04-30"}, "planned_end"),
    ("help", HELP | {"quantity": "2"}, "quantity"),
    ("help", HELP | {"price_cents": 100, "price_source": "x"}, "price_concept"),
    ("help", HELP | {"price_cents": 100, "price_concept": "tariff"}, "price_source"),
    ("help", HELP | {"price_low_cents": 100}, "price_cents"),
    (
        "help",
        HELP | {"price_cents": 1, "price_concept": "tariff", "price_source": "x", "price_low_cents": 2},
        "price_cents",
    ),
    ("declarations", {"help": "x", "begin": "2026-05-01", "end": "2026-04-30", "cents": 1}, "end"),
    ("leads", {"scope": "case"}, "professional"),
    ("leads", {"scope": "case", "professional": "x", "person": "y"}, "professional"),
    ("leads", {"scope": "domain", "professional": "x"}, "domain"),
    ("leads", {"scope": "case", "professional": "x", "domain": "money"}, "domain"),
    ("leads", {"scope": "case", "professional": "x", "since": "2026-05-01", "until": "2026-04-30"}, "until"),
    ("agreements", {"title": "x", "agreed_on": "2026-05-01", "until": "2026-04-30"}, "until"),
    ("actions", {"title": "x", "agreed_on": "2026-05-01", "due": "2026-04-30"}, "due"),
    ("actions", {"title": "x", "agreed_on": "2026-05-01", "done_on": "2026-04-30"}, "done_on"),
    ("actions", {"title": "x", "person": "x", "supporter": "y"}, "professional"),
    ("events", {"title": "x", "kind": "move", "on": "2026-05-01", "life_threatening": True}, "kind"),
    ("words", {"kind": "other", "text": "", "on": "2026-05-01"}, "text"),
    ("words", {"kind": "other", "text": "x", "person": "a", "supporter": "b", "on": "2026-05-01"}, "person"),
    ("states", {"on": "2026-05-01", "agreed": "complex"}, "reason"),
    ("states", {"on": "2026-05-01", "computed": "complex"}, "rule_version"),
    ("states", {"on": "2026-05-01", "next_review": "2026-04-30"}, "next_review"),
]


@pytest.mark.parametrize(("table", "values", "field"), WRONG_ROWS)
def test_a_row_that_does_not_fit_names_its_field(table: str, values: dict[str, Any], field: str) -> None:
    row = TABLES[table].row.model_validate({"key": "x"} | values)
    assert [(fault.table, fault.key, fault.field) for fault in faults_of_row(table, row)] == [
        (table, "x", field)
    ]


def faults(**changes: Any) -> list[Fault]:
    data = FULL.model_dump(mode="json") | changes
    return faults_of_file(HouseholdFile.model_validate(data))


def test_the_full_household_has_no_faults() -> None:
    assert faults() == []


def test_a_row_that_nobody_knows_is_named() -> None:
    helps = [{"key": "x", "title": "x", "professional": "weg", "for_whom": ["wie"], "since": "2026-01-01"}]
    found = faults(help=helps, declarations=[], effects=[], leads=[])
    assert [(fault.field, "weg" in fault.text.nl or "wie" in fault.text.nl) for fault in found] == [
        ("professional", True),
        ("for_whom", True),
    ]


def test_a_key_that_comes_twice_is_named_once() -> None:
    words = FULL.model_dump(mode="json")["words"]
    assert [(fault.table, fault.key, fault.field) for fault in faults(words=words * 3)] == [
        ("words", "w1", "key")
    ]


def test_two_open_cases_are_one_too_many() -> None:
    cases = [{"key": key, "opened_on": "2025-01-01"} for key in ("een", "twee")]
    assert [(fault.table, fault.key) for fault in faults(cases=cases)] == [("cases", "twee")]


def test_the_same_bill_twice_is_named() -> None:
    bill = FULL.model_dump(mode="json")["declarations"][0]
    found = faults(declarations=[bill, bill | {"key": "d9"}])
    assert [(fault.key, fault.field) for fault in found] == [("d9", "reference")]


def test_help_that_clashes_with_itself_and_an_unknown_plan_holder() -> None:
    helps = FULL.model_dump(mode="json")["help"]
    helps[1]["conflicts_with"] = ["thuis"]
    assert [(fault.table, fault.field) for fault in faults(help=helps, plan_holder="niemand")] == [
        ("household", "plan_holder"),
        ("help", "conflicts_with"),
    ]


@pytest.mark.parametrize(
    ("changes", "where", "said"),
    [
        ({"name": ""}, ("name", "", ""), "leeg"),
        ({"kleur": "rood"}, ("kleur", "", ""), "kennen we niet"),
        ({"events": [{"key": "g", "title": "x", "kind": "crisis"}]}, ("events", "0", "on"), "ontbreekt"),
        (
            {"events": [{"key": "g", "title": "x", "kind": "feest", "on": "2026-01-01"}]},
            ("events", "0", "kind"),
            "lijst",
        ),
        (
            {"events": [{"key": "g", "title": "x", "kind": "move", "on": "31-31-2026"}]},
            ("events", "0", "on"),
            "datum",
        ),
        ({"help": [{"key": "h", "title": "x", "quantity": "veel"}]}, ("help", "0", "quantity"), "getal"),
        ({"persons": [{"key": "A B", "name": "x"}]}, ("persons", "0", "key"), "vorm"),
        (
            {"persons": [{"key": "a", "name": "x", "in_house": "soms"}]},
            ("persons", "0", "in_house"),
            "klopt niet",
        ),
    ],
)
def test_a_file_of_another_shape_is_said_in_plain_words(
    changes: dict[str, Any], where: tuple[str, str, str], said: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        HouseholdFile.model_validate(FULL.model_dump(mode="json") | changes)
    fault = faults_of_shape(caught.value)[0]
    assert said in fault.text.nl
    if where[1]:
        assert (fault.table, fault.key, fault.field) == where
    else:
        assert where[0] in (fault.table, fault.field)
