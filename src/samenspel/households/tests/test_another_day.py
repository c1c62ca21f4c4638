"""A day that has been: what came later is not there."""

from datetime import date
from typing import Any

from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.situation import file_on

TODAY = date(2026, 11, 22)
THEN = date(2024, 4, 20)


def household(**lists: Any) -> HouseholdFile:
    return HouseholdFile.model_validate({"key": "vos", "name": "Gezin Vos", **lists})


FILE = household(
    persons=[{"key": "ada", "name": "Ada"}, {"key": "baby", "name": "Baby", "birth_date": "2025-01-01"}],
    relations=[{"key": "r", "person": "ada", "other": "baby", "kind": "parent"}],
    cases=[{"key": "c", "opened_on": "2024-01-01", "next_meeting_at": "2026-12-03T15:30:00+01:00"}],
    goals=[{"key": "rust", "title": "Rust", "since": "2025-01-01"}],
    help=[
        {"key": "toen", "title": "Toen", "since": "2024-01-01", "until": "2025-01-01",
         "stopped_unfinished": True, "for_whom": ["ada", "baby"], "goals": ["rust"],
         "conflicts_with": ["later"]},
        {"key": "wacht", "title": "Wacht", "waiting_since": "2024-02-01", "since": "2024-09-01"},
        {"key": "later", "title": "Later", "since": "2024-04-21"},
        {"key": "altijd", "title": "Altijd"},
    ],
    declarations=[{"key": "d", "help": "later", "begin": "2024-05-01", "end": "2024-05-31", "cents": 1}],
    effects=[{"key": "e", "help": "later", "layer": "result", "title": "Slaapt"}],
    leads=[
        {"key": "l1", "scope": "help", "help": "later", "person": "ada"},
        {"key": "l2", "scope": "goal", "goal": "rust", "person": "ada"},
        {"key": "l3", "scope": "case", "person": "ada", "since": "2024-05-01"},
        {"key": "l4", "scope": "case", "person": "ada", "since": "2024-04-20"},
    ],
)  # fmt: skip


def test_what_came_later_is_out_and_nothing_points_at_it() -> None:
    then = file_on(FILE, THEN, TODAY)
    assert [row.key for row in then.help] == ["toen", "wacht", "altijd"]
    assert (then.help[0].for_whom, then.help[0].goals, then.help[0].conflicts_with) == (("ada",), (), ())
    assert [row.key for row in then.persons] == ["ada"]
    assert [row.key for row in then.leads] == ["l4"]
    assert [*then.relations, *then.declarations, *then.effects, *then.goals] == []


def test_what_was_not_known_yet_is_open() -> None:
    toen, wacht, _ = file_on(FILE, THEN, TODAY).help
    assert (toen.until, toen.stopped_unfinished) == (None, False)
    assert (wacht.waiting_since, wacht.since) == (date(2024, 2, 1), None)
    assert file_on(FILE, THEN, TODAY).cases[0].next_meeting_at is None


def test_today_keeps_what_is_planned() -> None:
    file = household(
        help=[{"key": "straks", "title": "Straks", "since": "2026-12-01"}],
        persons=[{"key": "kind", "name": "Kind", "birth_date": "2027-01-01"}],
    )
    assert file_on(file, TODAY, TODAY) == file_on(file, TODAY) == file


def test_a_meeting_that_has_been_is_not_the_next_one() -> None:
    case = {"key": "c", "opened_on": "2024-01-01", "next_meeting_where": "Thuis"}
    over = household(cases=[{**case, "next_meeting_at": "2026-11-21T23:30:00+01:00"}])
    same = household(cases=[{**case, "next_meeting_at": "2026-11-22T09:00:00+01:00"}])
    assert file_on(over, TODAY, TODAY).cases[0].next_meeting_where == ""
    assert file_on(same, TODAY, TODAY) == same
