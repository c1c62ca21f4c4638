"""The two logs in a real database: joined, linked, and not to be changed by anybody."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samenspel.journal.actions import Entry, keyed, note, note_all
from samenspel.journal.models import Line, Processing
from samenspel.journal.queries import lines_of, verified
from samenspel.journal.rules import Break, End, Fault

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUSEHOLD = "a" * 32
pytestmark = pytest.mark.django_db


def entry(subject: str = "gezinspagina", household: str = HOUSEHOLD, people: tuple[str, ...] = ()) -> Entry:
    return Entry(
        act="read",
        kind="structure",
        allowed=True,
        reason="role_may",
        household_id=household,
        subject=subject,
        data_subjects=people,
    )


def write(*entries: Entry) -> None:
    for one in entries:
        note(one, by_id=7, by_name="Lia", at=NOW)


def breaks() -> list[Break]:
    return [one for one in verified() if isinstance(one, Break)]


def tamper(sql: str, *values: Any) -> None:
    """Change the database behind the application's back, as somebody with every right on it could."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            for table in ("line", "processing"):
                cursor.execute(f"DROP TRIGGER IF EXISTS journal_{table}_no_UPDATE")
                cursor.execute(f"DROP TRIGGER IF EXISTS journal_{table}_no_DELETE")
        cursor.execute(sql, values)


def test_a_line_holds_what_was_said() -> None:
    write(entry())
    line = Line.objects.get()
    assert (line.user_id, line.user_name, line.at, line.subject) == (7, "Lia", NOW, "gezinspagina")
    assert str(line) == "2026-11-22 12:00 Lia read structure"
    assert line.emergency is False
    assert len(line.event) == 32


def test_a_long_subject_is_cut() -> None:
    write(entry("x" * 500, people=("a.one",)))
    assert len(Line.objects.get().subject) == 200
    assert len(Processing.objects.get().name) == 200


def test_the_newest_lines_of_a_household_come_first() -> None:
    for hour in (9, 11, 10):
        note(entry(str(hour)), by_id=7, by_name="Lia", at=NOW.replace(hour=hour))
    assert [line.subject for line in lines_of(HOUSEHOLD, most=2)] == ["11", "10"]
    assert lines_of("b" * 32) == []


def test_one_processing_line_for_each_person_without_the_user() -> None:
    write(entry(people=("a.mother", "a.son", "a.son")))
    line = Line.objects.get()
    found = Processing.objects.order_by("pk")
    assert {one.event for one in found} == {line.event}
    assert [one.data_subject for one in found] == [keyed("a.mother"), keyed("a.son")]
    assert {one.activity for one in found} == {"urn:samenspel:processing:structure:read"}
    assert {one.status for one in found} == {1}
    assert str(found[0]) == "2026-11-22 12:00 urn:samenspel:processing:structure:read"
    assert not {"user_id", "user_name", "role"} & {field.name for field in Processing._meta.fields}


def test_a_refusal_is_a_processing_that_did_not_happen() -> None:
    refused = Entry(act="read", kind="help", allowed=False, reason="no_relation", data_subjects=("a.one",))
    note(refused, by_id=None, by_name="", at=NOW)
    assert Processing.objects.get().status == 2
    assert Processing.objects.get().name == "help"
    assert Line.objects.get().chain == "nobody"


def test_lines_follow_each_other_in_the_chain_of_their_household() -> None:
    write(entry(), entry(household="b" * 32), entry(household=""))
    note_all([entry("b2", "b" * 32), entry("a2"), entry("a3")], by_id=8, by_name="Bo", at=NOW)
    found = list(verified())
    assert {(end.chain, end.sequence) for end in found if isinstance(end, End)} == {
        (HOUSEHOLD, 3),
        ("b" * 32, 2),
        ("user:7", 1),
    }
    assert breaks() == []


def test_nothing_to_write_writes_nothing() -> None:
    note_all([], by_id=7, by_name="Lia", at=NOW)
    assert not Line.objects.exists()
    assert list(verified()) == []


@pytest.mark.parametrize("table", ["line", "processing"])
@pytest.mark.parametrize("act", ["UPDATE {} SET event = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_or_remove_a_line(table: str, act: str) -> None:
    write(entry(people=("a.one",)))
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        connection.cursor().execute(act.format(f"journal_{table}"))
    assert Line.objects.count() == Processing.objects.count() == 1
    assert breaks() == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("user_name", "Lib"),
        ("subject", "gezinspagin"),
        ("allowed", False),
        ("at", NOW.replace(microsecond=1)),
    ],
)
def test_one_changed_byte_is_found(column: str, value: object) -> None:
    write(entry("een"), entry("twee"), entry("drie"))
    tamper(f"UPDATE journal_line SET {column} = %s WHERE subject = 'twee'", value)  # noqa: S608 columns above
    assert breaks() == [Break(HOUSEHOLD, 2, Fault.CHANGED)]


def test_a_digest_that_was_made_to_fit_is_found() -> None:
    write(entry("een"), entry("twee"))
    tamper("UPDATE journal_line SET digest = %s WHERE subject = 'een'", "0" * 64)
    assert breaks() == [Break(HOUSEHOLD, 1, Fault.CHANGED)]


def test_a_dropped_line_is_found() -> None:
    write(entry("een"), entry("twee"), entry("drie"))
    tamper("DELETE FROM journal_line WHERE subject = 'twee'")
    assert breaks() == [Break(HOUSEHOLD, 2, Fault.MISSING)]


def test_a_changed_or_dropped_processing_line_is_found() -> None:
    write(entry("een", people=("a.one", "a.two")), entry("twee", people=("a.one",)))
    tamper("DELETE FROM journal_processing WHERE name = 'een' AND data_subject = %s", keyed("a.two"))
    tamper("UPDATE journal_processing SET status = 2 WHERE name = 'twee'")
    assert [(one.sequence, one.fault) for one in breaks()] == [(1, Fault.CHANGED), (2, Fault.CHANGED)]
