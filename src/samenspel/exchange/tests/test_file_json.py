"""The household file as JSON: without loss, with every problem at once, and its schema as published."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from samenspel.exchange.rules import file_json
from samenspel.exchange.rules.file_findings import Outcome
from samenspel.exchange.rules.file_json import read_file, schema, schema_text, write_file
from samenspel.exchange.tests.strategies import households
from samenspel.households.rules.faults import faults_of_file
from samenspel.households.rules.record import HouseholdFile

PUBLISHED = Path(__file__).parents[4] / "docs" / "reference" / "household.schema.json"
PROPERTIES = schema()["properties"].keys()
SMALL: dict[str, Any] = {
    "format": "samenspel.household/1",
    "key": "h",
    "name": "De Boer",
    "organisations": [{"key": "o", "name": "De Schakel"}],
    "help": [{"key": "a", "title": "Begeleiding", "organisation": "o"}],
}


def read(value: object) -> Outcome:
    return read_file(json.dumps(value).encode(), "x.json")


def with_help(**fields: object) -> Outcome:
    return read(SMALL | {"help": [SMALL["help"][0] | fields]})


@settings(max_examples=25)
@given(households(odd=True))
def test_written_and_read_back_is_the_same(file: HouseholdFile) -> None:
    assert faults_of_file(file) == []
    data = write_file(file)
    assert read_file(data, "x.json").file == file
    assert json.loads(data).keys() <= PROPERTIES


def test_writing_is_stable_and_short() -> None:
    data = write_file(HouseholdFile.model_validate(SMALL))
    assert json.loads(data) == SMALL
    assert list(json.loads(data)) == ["format", "key", "name", "organisations", "help"]


def test_the_published_schema_is_current() -> None:
    assert PUBLISHED.read_text(encoding="utf-8") == schema_text()


def test_a_byte_order_mark_is_fine() -> None:
    assert read_file(b"\xef\xbb\xbf" + json.dumps(SMALL).encode(), "x.json").file is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"[]", "geen huishouden"),
        (b'{"key": "h",', "regel 1, teken"),
        ('{"name": "é"}'.encode("latin-1"), "UTF-8 (vanaf regel 1)"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b'{"key": "a", "key": "b"}', "'key' staat twee keer"),
        (b'{"key": NaN}', "'NaN' is geen getal"),
        (b'{"key": -Infinity}', "geen getal"),
        (b'{"key": 1e999}', "veel te lang"),
        (b'{"key": ' + b"9" * 5000 + b"}", "veel te lang"),
        (b"[" * 100_000, "te diep"),
        (b'{"key": ' + b"[" * 300 + b"]" * 300 + b"}", "te diep"),
        (b'{"key": "\\ud800"}', "een teken dat niet bestaat"),
    ],
)
def test_what_is_no_good_json_is_refused_in_words(data: bytes, words: str) -> None:
    outcome = read_file(data, "x.json")
    assert outcome.file is None
    assert words in outcome.findings[0].text.nl


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_json, "MAX_FILE_BYTES", 10)
    assert "MB" in read(SMALL).findings[0].text.nl


@pytest.mark.parametrize(
    ("fields", "path", "words"),
    [
        ({"since": "31-2-2026"}, "help[0].since", "geen datum"),
        ({"since": 20_000}, "help[0].since", "geen datum"),
        ({"payer": "niemand"}, "help[0].payer", "kennen we niet"),
        ({"kleur": "rood"}, "help[0].kleur", "kennen we niet"),
        ({"title": ""}, "help[0].title", "leeg"),
        ({"organisation": "weg"}, "help[0].organisation", "'weg' staat niet in de lijst"),
        ({"until": "2026-01-01", "since": "2026-02-01"}, "help[0].until", "ligt voor"),
    ],
)
def test_a_problem_is_said_with_its_path(fields: dict[str, object], path: str, words: str) -> None:
    (finding,) = with_help(**fields).findings
    assert (finding.path, words in finding.text.nl) == (path, True)
    assert finding.where.nl.startswith("hulp, nummer 1, veld ")


def test_every_problem_is_said_at_once() -> None:
    outcome = with_help(since="x", until="y", quantity="z")
    assert len(outcome.findings) == 3
    assert (outcome.rows_good, outcome.rows_wrong) == (1, 1)


def test_a_key_that_comes_twice_points_at_the_second() -> None:
    outcome = read(SMALL | {"help": SMALL["help"] * 2})
    assert outcome.findings[0].path == "help[1].key"
