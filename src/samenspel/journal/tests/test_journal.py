"""A line says who did what, and long words never break it."""

from datetime import UTC, datetime

import pytest

from samenspel.journal.actions import Entry, note
from samenspel.journal.models import Line
from samenspel.journal.queries import lines_of

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def entry(subject: str = "gezinspagina") -> Entry:
    return Entry(
        act="read", kind="structure", allowed=True, reason="role_may", household_id="a" * 32, subject=subject
    )


def test_a_line_holds_what_was_said() -> None:
    note(entry(), by_id=7, by_name="Lia", at=NOW)
    line = Line.objects.get()
    assert (line.user_id, line.user_name, line.at, line.subject) == (7, "Lia", NOW, "gezinspagina")


def test_a_long_subject_is_cut() -> None:
    note(entry("x" * 500), by_id=None, by_name="", at=NOW)
    assert len(Line.objects.get().subject) == 200


def test_the_newest_lines_of_a_household_come_first() -> None:
    for hour in (9, 11, 10):
        note(entry(str(hour)), by_id=7, by_name="Lia", at=NOW.replace(hour=hour))
    assert [line.subject for line in lines_of("a" * 32, most=2)] == ["11", "10"]
    assert lines_of("b" * 32) == []
