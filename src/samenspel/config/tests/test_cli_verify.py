"""`samenspel verify` finds what was changed, and with a kept state also what was cut off."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from samenspel.config.cli import main
from samenspel.journal.actions import Entry, note

pytestmark = pytest.mark.django_db
Output = pytest.CaptureFixture[str]
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _lines() -> None:
    for subject in ("een", "twee"):
        entry = Entry(act="read", kind="help", allowed=True, reason="ok", household_id="h", subject=subject)
        note(entry, by_id=1, by_name="Lia", at=NOW)


def behind_the_back(sql: str) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER journal_line_no_UPDATE")
            cursor.execute("DROP TRIGGER journal_line_no_DELETE")
        cursor.execute(sql)


def test_all_is_well(capsys: Output) -> None:
    assert main(["verify"]) == 0
    assert "2 regels in 1 ketens: alles klopt" in capsys.readouterr().out


def test_a_changed_line_is_named(capsys: Output) -> None:
    behind_the_back("UPDATE journal_line SET subject = 'drie' WHERE subject = 'een'")
    assert main(["verify", "--language", "en"]) == 2
    assert "Chain h: line 1 was changed." in capsys.readouterr().out


def test_a_cut_tail_only_shows_against_a_kept_state(tmp_path: Path, capsys: Output) -> None:
    kept = tmp_path / "stand.jsonl"
    assert main(["verify", "--keep", str(kept)]) == 0
    assert main(["verify", "--against", str(kept)]) == 0
    behind_the_back("DELETE FROM journal_line WHERE subject = 'twee'")
    assert main(["verify"]) == 0
    assert main(["verify", "--against", str(kept)]) == 2
    assert "Keten h: regel 2 is weg." in capsys.readouterr().out


@pytest.mark.parametrize("content", ["not json", "[1]", '["a", "b", "c"]'])
def test_a_file_that_is_no_kept_state_is_refused(tmp_path: Path, capsys: Output, content: str) -> None:
    wrong = tmp_path / "stand.jsonl"
    wrong.write_text(content)
    assert main(["verify", "--against", str(wrong)]) == 2
    assert "--keep" in capsys.readouterr().err
