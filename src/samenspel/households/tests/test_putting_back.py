"""Putting changes back: whole or by row, when somebody worked on it since, and step by step."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from samenspel.access.actions import DeniedError
from samenspel.accounts.models import User
from samenspel.households.actions import (
    Choices,
    ClashError,
    FaultyError,
    add_row,
    agree,
    put_back,
    remove_row,
    set_fields,
    vote,
)
from samenspel.households.models import Change
from samenspel.households.queries import (
    NoHouseholdError,
    Wanted,
    changes_of,
    my_steps,
    read_file,
    recent_changes,
)
from samenspel.households.rules.faults import questions_of_row
from samenspel.households.rules.history import Act, Back, Step, Steps, back, newest_first, steps_of
from samenspel.households.rules.record import Help, StateVote
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import NOW, Cast, cast
from samenspel.households.writing import StillUsedError
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


def held(people: Cast, table: str, key: str) -> Any:
    rows = getattr(read_file(people.household_id, TABLES)[0], table)
    return next((row for row in rows if row.key == key), None)


def edit(people: Cast, minutes: int, by: User | None = None, **values: Any) -> UUID:
    return set_fields(
        by=by or people.case_lead,
        at=NOW + timedelta(minutes=minutes),
        household_id=people.household_id,
        table="help",
        key="therapie",
        values=values,
    )


def again(
    people: Cast, change: UUID, minutes: int = 30, by: User | None = None, **choices: Any
) -> UUID | None:
    return put_back(
        by=by or people.case_lead,
        at=NOW + timedelta(minutes=minutes),
        household_id=people.household_id,
        change_id=change,
        choices=Choices(**choices),
    )


THERAPY = frozenset({("help", "therapie")})


def test_later_work_on_other_fields_stays(people: Cast) -> None:
    first = edit(people, 1, title="Praten")
    edit(people, 2, people.helper, note="Gaat goed")
    assert again(people, first) is not None
    row = held(people, "help", "therapie")
    assert (row.title, row.note) == ("Therapie", "Gaat goed")


def test_putting_back_is_a_change_that_can_be_put_back(people: Cast) -> None:
    undone = again(people, edit(people, 1, title="Praten"))
    assert undone is not None
    assert again(people, undone, 31) is not None
    assert held(people, "help", "therapie").title == "Praten"


def test_a_later_change_of_the_same_field_asks_for_a_choice(people: Cast) -> None:
    first = edit(people, 1, title="Praten", note="Eerst")
    edit(people, 2, people.helper, title="Spel")
    with pytest.raises(ClashError) as clash:
        again(people, first)
    (one,) = clash.value.clashes
    assert one.back.clashes == ("title",)
    assert one.now is not None
    assert (one.now["title"], one.back.target and one.back.target["title"]) == ("Spel", "Therapie")
    assert held(people, "help", "therapie").note == "Eerst", "nothing is written before somebody chose"
    assert again(people, first, 31, leave=THERAPY) is None
    assert again(people, first, 32, over=THERAPY) is not None
    assert (held(people, "help", "therapie").title, held(people, "help", "therapie").note) == ("Therapie", "")


def test_what_stands_there_already_makes_no_change(people: Cast) -> None:
    change = edit(people, 1, title="Praten")
    again(people, change)
    many = Change.objects.count()
    assert again(people, change, 31) is None
    assert Change.objects.count() == many


def test_an_added_row_goes_and_a_removed_row_comes_back(people: Cast) -> None:
    of: dict[str, Any] = {"by": people.case_lead, "at": NOW, "household_id": people.household_id}
    added, key = add_row(table="actions", values={"title": "Bellen"}, **of)
    again(people, added)
    assert held(people, "actions", key) is None
    gone = remove_row(table="agreements", key="a1", **of)
    again(people, gone)
    assert held(people, "agreements", "a1").title == "Eén bericht per week"


def test_one_row_of_a_change_goes_back_alone(people: Cast) -> None:
    first = Change.objects.get(household_id=people.household_id)
    again(people, first.pk, rows=frozenset({("agreements", "a1")}))
    assert held(people, "agreements", "a1") is None
    assert held(people, "actions", "t1") is not None
    assert not Change.objects.filter(undoes=first).exists()


def test_a_row_that_others_name_stays(people: Cast) -> None:
    first = Change.objects.get(household_id=people.household_id)
    with pytest.raises(StillUsedError):
        again(people, first.pk, rows=frozenset({("goals", "school")}))


def test_a_row_that_names_what_is_gone_says_what_to_do(people: Cast) -> None:
    of: dict[str, Any] = {"by": people.case_lead, "at": NOW, "household_id": people.household_id}
    gone = remove_row(table="effects", key="e1", **of)
    edit(people, 1, goals=(), conflicts_with=())
    for key in ("d1", "d2"):
        remove_row(table="declarations", key=key, **of)
    remove_row(table="help", key="therapie", **of)
    with pytest.raises(FaultyError) as refused:
        again(people, gone)
    assert "Zet eerst ‘Therapie’ terug" in refused.value.faults[0].text.nl
    assert held(people, "effects", "e1") is None


def test_who_may_not_write_a_list_puts_nothing_back_in_it(people: Cast) -> None:
    of: dict[str, Any] = {"by": people.case_lead, "at": NOW, "household_id": people.household_id}
    change = set_fields(table="persons", key="ada", values={"role": "mama"}, **of)
    with pytest.raises(DeniedError):
        again(people, change, by=people.helper)
    with pytest.raises(DeniedError):
        again(people, change, by=people.stranger)
    with pytest.raises(NoHouseholdError):
        again(people, uuid4())
    assert held(people, "persons", "ada").role == "mama"


def test_only_the_voter_takes_a_vote_back_and_only_the_case_lead_an_agreement(people: Cast) -> None:
    of: dict[str, Any] = {"at": NOW, "on": NOW.date(), "household_id": people.household_id}
    mine = StateVote.model_validate({"voter": "Jo", "voter_key": "user:1", "state": "complex"})
    voted = vote(by=people.helper, vote=mine, **of)
    with pytest.raises(FaultyError):
        again(people, voted, by=people.case_lead)
    agreed = agree(by=people.case_lead, values={"on": NOW.date(), "agreed": "eenvoudig", "reason": "x"}, **of)
    with pytest.raises(DeniedError):
        again(people, agreed, by=people.helper)


def test_two_people_with_one_name_do_not_share_a_vote(people: Cast) -> None:
    for key, state in (("user:1", "complex"), ("user:2", "turbulent"), ("user:1", "eenvoudig")):
        one = StateVote.model_validate({"voter": "Jo", "voter_key": key, "state": state})
        vote(by=people.helper, at=NOW, on=NOW.date(), household_id=people.household_id, vote=one)
    votes = max(read_file(people.household_id, TABLES)[0].states, key=lambda row: row.on).votes
    found = {each.voter_key: each.state for each in votes if each.state}
    assert found == {"user:1": "eenvoudig", "user:2": "turbulent"}


def test_a_deputy_may_be_of_the_family(people: Cast) -> None:
    set_fields(
        by=people.case_lead, at=NOW, household_id=people.household_id, table="leads", key="casus",
        values={"deputy": None, "deputy_supporter": "opa"},
    )  # fmt: skip
    assert held(people, "leads", "casus").deputy_supporter == "opa"


def test_my_steps_are_mine_and_of_this_visit(people: Cast) -> None:
    edit(people, 1, title="Eerder")
    begun = NOW + timedelta(minutes=2)
    first, other = edit(people, 3, title="Praten"), edit(people, 4, people.helper, note="x")
    assert my_steps(people.case_lead, recent_changes(people.household_id), since=begun) == Steps(undo=first)
    again(people, first, 5)
    steps = my_steps(people.case_lead, recent_changes(people.household_id), since=begun)
    assert steps.undo is None
    assert steps.redo is not None
    assert Change.objects.get(pk=steps.redo).undoes_id == first
    assert my_steps(people.helper, recent_changes(people.household_id), since=begun).undo == other


def test_changes_show_only_lists_that_the_reader_may_see(people: Cast) -> None:
    edit(people, 1, title="Praten")
    mine = changes_of(people.supporter, people.household_id, Wanted(), at=NOW)
    assert [step.table for one in mine.changes for step in one.steps if step.table == "help"] == []
    found = changes_of(people.helper, people.household_id, Wanted(table="help"), at=NOW)
    assert {step.table for one in found.changes for step in one.steps} == {"help"}
    assert [one.change.what for one in found.changes] == ["help.edit", "test"]
    with pytest.raises(DeniedError):
        changes_of(people.stranger, people.household_id, Wanted(), at=NOW)
    seen = Line.objects.filter(subject="wat er veranderde", allowed=True).values_list("user_id", flat=True)
    assert set(seen) == {people.supporter.pk, people.helper.pk}


CHANGED = Step("help", "a", {"key": "a", "title": "x", "note": ""}, {"key": "a", "title": "y", "note": ""})


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"key": "a", "title": "y", "note": "n"}, Back({"key": "a", "title": "x", "note": "n"})),
        ({"key": "a", "title": "z", "note": ""}, Back({"key": "a", "title": "x", "note": ""}, ("title",))),
        ({"key": "a", "title": "x", "note": "n"}, Back({"key": "a", "title": "x", "note": "n"}, there=True)),
        (None, Back({"key": "a", "title": "x", "note": ""}, ("key",))),
    ],
)
def test_a_field_goes_back_on_the_row_of_today(now: dict[str, Any] | None, found: Back) -> None:
    assert back(CHANGED, now) == found


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (None, Back(None, there=True)),
        ({"key": "a", "title": "x"}, Back(None)),
        ({"key": "a", "title": "y"}, Back(None, ("title",))),
    ],
)
def test_what_was_added_goes_again(now: dict[str, Any] | None, found: Back) -> None:
    assert back(Step("help", "a", None, {"key": "a", "title": "x"}), now) == found


def test_rows_of_a_change_go_back_last_first_and_once() -> None:
    one, two = Step("help", "a", None, {"n": 1}), Step("help", "a", {"n": 1}, {"n": 2})
    other = Step("goals", "b", None, {"n": 1})
    assert newest_first([one, other, two]) == [Step("help", "a", None, {"n": 2}), other]


ONE, TWO, THREE, FOUR, FIVE = (uuid4() for _ in range(5))


@pytest.mark.parametrize(
    ("log", "steps"),
    [
        ([], Steps()),
        ([(ONE, 1, None), (TWO, 1, None)], Steps(undo=TWO)),
        ([(ONE, 1, None), (TWO, 1, None), (THREE, 1, TWO)], Steps(undo=ONE, redo=THREE)),
        ([(ONE, 1, None), (TWO, 1, None), (THREE, 1, TWO), (FOUR, 1, ONE)], Steps(redo=FOUR)),
        ([(ONE, 1, None), (TWO, 1, ONE), (THREE, 1, TWO)], Steps(undo=THREE)),
        ([(ONE, 1, None), (TWO, 1, ONE), (THREE, 1, None)], Steps(undo=THREE)),
        ([(ONE, 1, None), (TWO, 2, ONE)], Steps()),
        ([(ONE, 2, None), (TWO, 1, None)], Steps(undo=TWO)),
    ],
)
def test_steps_back_and_on(log: list[tuple[UUID, int, UUID | None]], steps: Steps) -> None:
    assert steps_of([Act(*one) for one in log], 1) == steps


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({"evaluation_on": date(2026, 11, 21)}, 1),
        ({"evaluation_on": date(2026, 11, 22)}, 0),
        ({"evaluation_on": date(2026, 11, 21), "since": date(2026, 1, 1), "until": date(2026, 11, 1)}, 0),
        ({}, 0),
    ],
)
def test_a_day_to_look_again_that_has_been_is_asked_about(values: dict[str, Any], asked: int) -> None:
    row = Help(key="a", title="x", supporter="opa", **values)
    assert len(questions_of_row("help", row, NOW.date())) == asked
