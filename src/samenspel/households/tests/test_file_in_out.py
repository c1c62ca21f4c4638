"""A household goes into the database and comes out the same."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samenspel.access.actions import DeniedError
from samenspel.access.models import Membership
from samenspel.households.actions import (
    ChangedSinceError,
    FaultyError,
    add_row,
    forget_import,
    name_household,
    open_household,
    remove_row,
    set_fields,
    undo,
    write_file,
)
from samenspel.households.models import Help
from samenspel.households.queries import dossier, file_as_known, read_file
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL, NOW, Cast, cast
from samenspel.households.writing import StillUsedError
from samenspel.journal.models import Line

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def whole(household_id: str) -> HouseholdFile:
    return read_file(household_id, TABLES)[0]


def test_every_list_comes_back_as_it_went_in(people: Cast) -> None:
    assert whole(people.household_id).model_dump() == FULL.model_dump()


def test_the_full_household_has_a_row_in_every_list() -> None:
    assert [name for name in TABLES if not getattr(FULL, name)] == []


def test_reading_a_household_takes_few_queries(people: Cast) -> None:
    with CaptureQueriesContext(connection) as queries:
        dossier(people.case_lead, people.household_id, at=NOW)
    real = [query for query in queries.captured_queries if "SAVEPOINT" not in query["sql"]]
    linking = int(connection.vendor == "sqlite")  # there the journal asks for the line before it
    assert len(real) <= 6 + linking, [query["sql"][:80] for query in real]


def test_a_field_is_set_and_taken_back(people: Cast) -> None:
    change = set_fields(
        by=people.helper,
        at=NOW,
        household_id=people.household_id,
        table="help",
        key="therapie",
        values={"expected_effect": "Rust aan tafel"},
    )
    assert whole(people.household_id).help[0].expected_effect == "Rust aan tafel"
    undo(by=people.helper, at=LATER, household_id=people.household_id, change_id=change)
    assert whole(people.household_id).model_dump() == FULL.model_dump()


def test_undo_of_an_older_change_is_refused(people: Cast) -> None:
    values = {"by": people.helper, "household_id": people.household_id, "table": "help", "key": "therapie"}
    change = set_fields(at=NOW, values={"title": "Een"}, **values)  # type: ignore[arg-type]
    set_fields(at=LATER, values={"title": "Twee"}, **values)  # type: ignore[arg-type]
    with pytest.raises(ChangedSinceError):
        undo(by=people.helper, at=LATER, household_id=people.household_id, change_id=change)
    assert whole(people.household_id).help[0].title == "Twee"


def test_a_row_is_added_and_removed_again(people: Cast) -> None:
    change, key = add_row(
        by=people.case_lead,
        at=NOW,
        household_id=people.household_id,
        table="agreements",
        values={"title": "Bellen voor 9 uur"},
    )
    assert whole(people.household_id).agreements[-1].key == key
    undo(by=people.case_lead, at=LATER, household_id=people.household_id, change_id=change)
    assert whole(people.household_id).model_dump() == FULL.model_dump()


def test_a_removed_row_comes_back_with_its_links(people: Cast) -> None:
    for table, key in (("effects", "e1"), ("declarations", "d1"), ("declarations", "d2")):
        remove_row(by=people.case_lead, at=NOW, household_id=people.household_id, table=table, key=key)
    change = remove_row(
        by=people.case_lead, at=NOW, household_id=people.household_id, table="help", key="therapie"
    )
    assert [row.key for row in whole(people.household_id).help] == ["thuis"]
    undo(by=people.case_lead, at=LATER, household_id=people.household_id, change_id=change)
    again = {row.key: row for row in whole(people.household_id).help}
    assert again["therapie"] == FULL.help[0]


def test_a_row_that_others_need_stays(people: Cast) -> None:
    with pytest.raises(StillUsedError):
        remove_row(by=people.case_lead, at=NOW, household_id=people.household_id, table="persons", key="ada")
    assert len(whole(people.household_id).persons) == 3


def test_what_was_known_at_a_moment_can_be_asked(people: Cast) -> None:
    set_fields(
        by=people.case_lead,
        at=LATER,
        household_id=people.household_id,
        table="actions",
        key="t1",
        values={"done_on": "2026-11-22"},
    )
    known = file_as_known(people.household_id, NOW, TABLES)
    assert known.actions[0].done_on is None
    assert known.model_dump() == FULL.model_dump()


def test_a_wrong_date_is_refused_with_advice(people: Cast) -> None:
    with pytest.raises(FaultyError) as caught:
        set_fields(
            by=people.helper,
            at=NOW,
            household_id=people.household_id,
            table="help",
            key="thuis",
            values={"until": "2026-02-01"},
        )
    assert [fault.field for fault in caught.value.faults] == ["until"]
    assert "1-3-2026" in caught.value.faults[0].text.nl


def test_a_stranger_is_refused_and_that_is_noted(people: Cast) -> None:
    with pytest.raises(DeniedError):
        dossier(people.stranger, people.household_id, at=NOW)
    line = Line.objects.filter(user_id=people.stranger.pk).get()
    assert (line.allowed, line.reason, line.household_id) == (False, "no_relation", people.household_id)


def test_a_supporter_sees_the_structure_and_not_the_costs(people: Cast) -> None:
    seen = dossier(people.supporter, people.household_id, at=NOW)
    assert seen.file.persons
    assert seen.file.declarations == () == seen.file.help


def test_a_helper_may_not_rewrite_the_familys_words(people: Cast) -> None:
    with pytest.raises(DeniedError):
        set_fields(
            by=people.helper,
            at=NOW,
            household_id=people.household_id,
            table="words",
            key="w1",
            values={"text": "Anders"},
        )
    assert whole(people.household_id).words == FULL.words


def test_a_write_leaves_one_line_per_kind(people: Cast) -> None:
    before = Line.objects.count()
    set_fields(
        by=people.helper,
        at=NOW,
        household_id=people.household_id,
        table="help",
        key="therapie",
        values={"title": "Steun thuis"},
    )
    line = Line.objects.first()
    assert Line.objects.count() == before + 1
    assert line is not None
    assert (line.act, line.kind, line.subject) == ("write", "help", "help.edit: help/therapie")


def test_an_imported_household_is_forgotten_whole(people: Cast) -> None:
    batch = uuid4()
    facts = Facts(key="nieuw", name="Gezin Nieuw")
    new = open_household(by=people.case_lead, at=NOW, network_id="noord", facts=facts)
    file = FULL.model_copy(update={"key": "nieuw", "name": "Gezin Nieuw"})
    write_file(by=people.case_lead, at=NOW, household_id=new, file=file, what="import", batch=batch)
    forget_import(by=people.case_lead, at=LATER, household_id=new, batch=batch)
    assert not Help.objects.filter(household_id=new).exists()
    assert not Membership.objects.filter(household_id=new).exists()
    line = Line.objects.first()
    assert line is not None
    assert (line.act, line.household_id, line.subject) == ("import", new, "import.forget")
    assert whole(people.household_id).model_dump() == FULL.model_dump()


def test_what_was_changed_since_is_not_forgotten(people: Cast) -> None:
    with pytest.raises(ChangedSinceError):
        forget_import(by=people.case_lead, at=LATER, household_id=people.household_id, batch=uuid4())
    assert whole(people.household_id).model_dump() == FULL.model_dump()


@pytest.mark.parametrize(
    ("table", "key"), [("persons", "bas"), ("persons", "ada"), ("help", "thuis"), ("goals", "school")]
)
def test_nothing_else_goes_along_with_a_row(people: Cast, table: str, key: str) -> None:
    with pytest.raises(StillUsedError):
        remove_row(by=people.case_lead, at=NOW, household_id=people.household_id, table=table, key=key)
    assert whole(people.household_id).model_dump() == FULL.model_dump()


def test_a_name_that_was_changed_again_is_not_taken_back(people: Cast) -> None:
    values = {"by": people.case_lead, "household_id": people.household_id}
    change = name_household(at=NOW, values={"name": "Gezin Een"}, **values)  # type: ignore[arg-type]
    name_household(at=LATER, values={"name": "Gezin Twee"}, **values)  # type: ignore[arg-type]
    with pytest.raises(ChangedSinceError):
        undo(by=people.case_lead, at=LATER, household_id=people.household_id, change_id=change)
    assert whole(people.household_id).name == "Gezin Twee"
