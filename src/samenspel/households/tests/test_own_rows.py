"""Nobody changes what is another's: help of another organisation, a decision, a crisis, own words."""

from typing import Any

import pytest

from samenspel.access.actions import admit
from samenspel.access.rules import Role
from samenspel.accounts.actions import works_for
from samenspel.accounts.models import User
from samenspel.households.actions import FaultyError, add_row, put_back, remove_row, set_fields
from samenspel.households.models import Words
from samenspel.households.tests.cast import NOW, Cast, cast, user
from samenspel.households.writing import RowDeniedError
from samenspel.journal.models import Line

EVENT = {"title": "Naar de politie", "kind": "other", "on": "2026-11-01"}
DECISION = {"title": "Samen bellen", "on": "2026-11-01", "reason": "Rust"}


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def change(people: Cast, by: User, place: str, **values: Any) -> None:
    table, _, key = place.partition("/")
    set_fields(by=by, at=NOW, household_id=people.household_id, table=table, key=key, values=values)


def added(people: Cast, by: User, table: str, values: dict[str, Any]) -> str:
    return add_row(by=by, at=NOW, household_id=people.household_id, table=table, values=values)[1]


def joined(people: Cast, name: str, role: Role, *, works: str = "", person: str = "") -> User:
    """Somebody more around the household."""
    found = user(name)
    works_for(found, works)
    admit(
        user=found,
        household_id=people.household_id,
        role=role,
        person_key=person,
        since=NOW.replace(day=21),
        until=NOW.replace(month=12),
    )
    return found


@pytest.mark.parametrize(
    ("place", "values", "said"),
    [
        ("help/thuis", {"title": "Weg"}, "Deze hulp is van Gemeente. Vraag het aan Gemeente"),
        ("help/therapie", {"organisation": "gemeente"}, "Deze hulp is van Gemeente"),
        ("decisions/b1", {"reason": "Anders"}, "Dit is opgeschreven door Lia"),
        ("events/g1", {"title": "Viel mee"}, "Dit is opgeschreven door Lia"),
        ("goals/school", {"own_words": "Nooit meer"}, "Dit zijn de woorden van Bas Vos."),
    ],
)
def test_a_helper_leaves_what_is_anothers(
    people: Cast, place: str, values: dict[str, Any], said: str
) -> None:
    before = Line.objects.filter(allowed=True).count()
    with pytest.raises(FaultyError) as refused:
        change(people, people.helper, place, **values)
    assert refused.value.faults[0].text.nl.startswith(said)
    line = Line.objects.get(subject=place)
    assert (line.allowed, line.user_id) == (False, people.helper.pk)
    assert line.reason in {"not_own_row", "not_own_words"}
    assert Line.objects.filter(allowed=True).count() == before


def test_a_helper_changes_the_help_of_his_own_organisation(people: Cast) -> None:
    change(people, people.helper, "help/therapie", title="Samen praten")
    change(people, people.helper, "effects/e1", title="Slaapt beter")
    change(people, people.helper, "goals/school", title="Elke dag naar school")
    with pytest.raises(FaultyError, match="Gemeente"):
        added(people, people.helper, "help", {"title": "Meer hulp", "organisation": "gemeente"})
    added(people, people.helper, "help", {"title": "Meer praten", "organisation": "de-haven"})


@pytest.mark.parametrize(("table", "values"), [("events", EVENT), ("decisions", DECISION)])
def test_what_somebody_wrote_is_changed_by_him_and_his_colleagues(
    people: Cast, table: str, values: dict[str, Any]
) -> None:
    key = added(people, people.helper, table, values)
    change(people, people.helper, f"{table}/{key}", title="Anders gezegd")
    colleague = joined(people, "mo", Role.HELPER, works="noord.de-haven")
    change(people, colleague, f"{table}/{key}", title="Nog anders")
    other = joined(people, "kim", Role.HELPER, works="noord.gemeente")
    with pytest.raises(FaultyError, match="Jo"):
        change(people, other, f"{table}/{key}", title="Van mij")
    with pytest.raises(RowDeniedError):
        remove_row(by=other, at=NOW, household_id=people.household_id, table=table, key=key)
    remove_row(by=people.helper, at=NOW, household_id=people.household_id, table=table, key=key)


def test_a_helper_takes_out_only_what_he_added(people: Cast) -> None:
    with pytest.raises(RowDeniedError) as refused:
        remove_row(by=people.helper, at=NOW, household_id=people.household_id, table="agreements", key="a1")
    assert "Lia" in refused.value.ask.nl
    change_id, _ = add_row(
        by=people.helper,
        at=NOW,
        household_id=people.household_id,
        table="agreements",
        values={"title": "Bellen"},
    )
    put_back(by=people.helper, at=NOW, household_id=people.household_id, change_id=change_id)


def test_words_are_of_who_said_them(people: Cast) -> None:
    father = joined(people, "cor", Role.FAMILY, person="cor")
    with pytest.raises(FaultyError, match="Ada Vos"):
        change(people, father, "words/w1", text="Anders")
    with pytest.raises(FaultyError, match="Ada Vos"):
        change(people, father, "words/w1", person="cor")
    change(people, people.mother, "words/w1", text="Dat het rustig blijft.")
    added(people, father, "words", {"kind": "other", "text": "Van ons", "on": "2026-11-01"})
    of_grandfather = {"kind": "other", "text": "Van opa", "supporter": "opa", "on": "2026-11-01"}
    with pytest.raises(FaultyError, match="household writes its own words"):
        added(people, father, "words", of_grandfather)


@pytest.mark.parametrize(("born", "may"), [("2015-06-01", True), ("2014-11-22", False), (None, False)])
def test_a_parent_speaks_for_a_child_below_twelve(people: Cast, born: str | None, may: bool) -> None:
    change(people, people.case_lead, "persons/bas", birth_date=born)
    words = {"kind": "other", "text": "Ik wil voetballen", "person": "bas", "on": "2026-11-01"}
    father = joined(people, "cor", Role.FAMILY, person="cor")
    with pytest.raises(FaultyError):
        added(people, father, "words", words)
    if may:
        added(people, people.mother, "words", words)
    else:
        with pytest.raises(FaultyError, match="Bas Vos"):
            added(people, people.mother, "words", words)
    assert Words.objects.filter(text="Ik wil voetballen").exists() is may


def test_whoever_keeps_the_overview_writes_words_down_and_that_is_marked(people: Cast) -> None:
    change(people, people.case_lead, "words/w1", text="Rust.")
    change(people, people.case_lead, "goals/school", own_words="Gewoon naar school.")
    change(people, people.case_lead, "goals/school", title="Naar school")
    said = list(
        Line.objects.filter(subject__contains="edit").order_by("pk").values_list("subject", flat=True)
    )
    assert said == [
        "words.edit (opgeschreven voor ada): words/w1",
        "goals.edit (opgeschreven voor bas): goals/school",
        "goals.edit: goals/school",
    ]
