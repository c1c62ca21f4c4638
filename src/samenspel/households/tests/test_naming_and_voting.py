"""The household's own facts, and votes on the process: both written like any other change."""

from decimal import Decimal
from typing import Any

import pytest

from rekenmodel.signals import ProcessState
from samenspel.access.actions import DeniedError
from samenspel.households.actions import FaultyError, add_row, agree, name_household, set_fields, undo, vote
from samenspel.households.models import Revision
from samenspel.households.queries import read_file
from samenspel.households.rules.record import HouseholdFile, StateVote
from samenspel.households.tests.cast import NOW, Cast, cast

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


def held(people: Cast) -> HouseholdFile:
    return read_file(people.household_id, ["persons", "states"])[0]


def test_a_new_name_can_be_taken_back(people: Cast) -> None:
    values = {"name": "Familie Vos", "plan_holder": None}
    change = name_household(by=people.case_lead, at=NOW, household_id=people.household_id, values=values)
    assert (held(people).name, held(people).plan_holder) == ("Familie Vos", None)
    undo(by=people.case_lead, at=NOW, household_id=people.household_id, change_id=change)
    assert (held(people).name, held(people).plan_holder) == ("Gezin Vos", "ada")


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("municipality", "Delft")])
def test_a_name_that_does_not_fit_is_refused(people: Cast, field: str, value: str) -> None:
    with pytest.raises(FaultyError) as refused:
        name_household(by=people.case_lead, at=NOW, household_id=people.household_id, values={field: value})
    assert [fault.field for fault in refused.value.faults] == [field]
    assert held(people).name == "Gezin Vos"


def test_a_helper_does_not_name_the_household(people: Cast) -> None:
    with pytest.raises(DeniedError):
        name_household(by=people.helper, at=NOW, household_id=people.household_id, values={"name": "x"})


def test_each_vote_is_a_change_of_its_own(people: Cast) -> None:
    for voter, state in (("Jo", ProcessState.COMPLEX), ("Ada", ProcessState.TURBULENT)):
        one = StateVote(voter=voter, state=state)
        vote(by=people.helper, at=NOW, on=NOW.date(), household_id=people.household_id, vote=one)
    votes = max(held(people).states, key=lambda row: row.on).votes
    assert {each.voter: each.state for each in votes if each.state} == {"Jo": "complex", "Ada": "turbulent"}
    assert Revision.objects.filter(change__what="states.vote").count() == 2


def test_a_vote_can_be_taken_back(people: Cast) -> None:
    one = StateVote(voter="Jo", state=ProcessState.COMPLEX)
    change = vote(by=people.helper, at=NOW, on=NOW.date(), household_id=people.household_id, vote=one)
    undo(by=people.helper, at=NOW, household_id=people.household_id, change_id=change)
    assert len(held(people).states) == 1


def test_a_vote_without_marks_keeps_the_earlier_ones(people: Cast) -> None:
    one = StateVote(voter="Ada", voter_key="person:ada", state=ProcessState.SIMPLE)
    vote(by=people.mother, at=NOW, on=NOW.date(), household_id=people.household_id, vote=one)
    (mine,) = max(held(people).states, key=lambda row: row.on).votes
    assert (mine.state, mine.goal_agreement, mine.cause_known) == ("eenvoudig", Decimal("7.5"), Decimal(6))


def test_only_the_case_lead_agrees_by_whatever_editor(people: Cast) -> None:
    values = {"on": NOW.date(), "agreed": "eenvoudig", "reason": "Rust"}
    of: dict[str, Any] = {"at": NOW, "household_id": people.household_id}
    with pytest.raises(DeniedError):
        agree(by=people.helper, on=NOW.date(), values=values, **of)
    with pytest.raises(DeniedError):
        add_row(by=people.helper, table="states", values=values, **of)
    with pytest.raises(DeniedError):
        set_fields(by=people.helper, table="states", key="s1", values={"agreed": "eenvoudig"}, **of)
    agree(by=people.case_lead, on=NOW.date(), values=values, **of)
    newest = max(held(people).states, key=lambda row: row.on)
    assert (newest.agreed, [one.goal_agreement for one in newest.votes]) == ("eenvoudig", [Decimal("7.5")])
