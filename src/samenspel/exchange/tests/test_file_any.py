"""Which reader a file needs, by its content."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from samenspel.exchange.rules.file_any import Messages, read_any
from samenspel.exchange.rules.file_findings import Outcome
from samenspel.exchange.rules.file_json import write_file
from samenspel.exchange.tests.workbooks import said, workbook
from samenspel.households.rules.record import HouseholdFile


def zipped(*names: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize("data", [workbook(), write_file(HouseholdFile(key="h", name="x"))])
def test_a_household_is_read_whatever_its_name(data: bytes) -> None:
    outcome = read_any("vakantiefoto.jpg", data)
    assert isinstance(outcome, Outcome)
    assert outcome.file is not None


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><a/>",
        "\ufeff<a/>".encode(),
        "\ufeff<a/>".encode("utf-16-le"),
        zipped("a/b.xml", "lees.txt"),
    ],
)
def test_messages_are_handed_on(data: bytes) -> None:
    assert read_any("x.json", data) == Messages("x.json", data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"naam;hulp", ".csv"),
        (b"<html><table/>", "lezen we niet"),
        (b"%PDF-1.7", "lezen we niet"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "Opslaan als .xlsx"),
        (zipped("[Content_Types].xml", "word/document.xml"), "Word"),
        (zipped("mimetype", "content.xml"), "OpenDocument"),
        (zipped("foto.png"), "lezen we niet"),
        (b"PK\x03\x04kapot", "beschadigd"),
        (b"[1, 2]", "geen huishouden"),
    ],
)
def test_anything_else_gets_a_clear_word(data: bytes, words: str) -> None:
    outcome = read_any("x.zip", data)
    assert isinstance(outcome, Outcome)
    assert words in said(outcome)[0]


@pytest.mark.parametrize("data", [b"naam;hulp", b"%PDF-1.7", b"PK\x03\x04kapot", zipped("foto.png")])
def test_what_is_called_a_workbook_and_is_none_says_so(data: bytes) -> None:
    outcome = read_any("gezin.xlsx", data)
    assert isinstance(outcome, Outcome)
    assert said(outcome)[0].endswith("Deze werkmap is beschadigd of geen echte .xlsx. Sla haar opnieuw op.")
