"""Files that are no workbook, or a trap: a clear word, and nothing is opened."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.exchange.rules import workbook_grid, workbook_safety
from samenspel.exchange.rules.workbook_reader import read_workbook
from samenspel.exchange.tests.workbooks import read, repacked, said, workbook

GOOD = workbook()
SHEET = "xl/worksheets/sheet3.xml"


def why(data: bytes) -> str:
    outcome = read_workbook(data, "x.xlsx")
    assert outcome.file is None
    return said(outcome)[0]


def zipped(**parts: bytes) -> bytes:
    return repacked(repacked(b"PK\x05\x06" + bytes(18)), **parts)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "leeg"),
        (b"naam;hulp\nAnna;x", "geen werkmap"),
        (b"%PDF-1.7", "geen werkmap"),
        (workbook_safety.OLD_OFFICE_START + bytes(600), "Opslaan als .xlsx"),
        (workbook_safety.OLD_OFFICE_START + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (GOOD[: len(GOOD) // 2], "beschadigd"),
        (b"PK\x03\x04" + bytes(40), "beschadigd"),
        (zipped(word___document__xml=b"<w/>"), "geen werkmap"),
        (repacked(GOOD, xl___vbaProject__bin=b"x"), "macro"),
        (repacked(GOOD, xl___externalLinks___externalLink1__xml=b"<x/>"), "ander bestand"),
        (repacked(GOOD, xl___workbook__bin=b"x"), "Office"),
        (repacked(GOOD, **{"..___..___etc___passwd": b"x"}), "map erbuiten"),
        (
            repacked(
                GOOD,
                **{SHEET.replace("/", "___").replace(".", "__"): b'<?xml version="1.0"?><!DOCTYPE x []><x/>'},
            ),
            "verborgen code",
        ),
        (
            repacked(
                GOOD,
                **{
                    SHEET.replace("/", "___").replace(
                        ".", "__"
                    ): b'<?xml version="1.0" encoding="utf-7"?><x/>'
                },
            ),
            "beschadigd",
        ),
        (
            repacked(GOOD, **{SHEET.replace("/", "___").replace(".", "__"): "<x/>".encode("utf-16")}),
            "beschadigd",
        ),
        (repacked(GOOD, **{SHEET.replace("/", "___").replace(".", "__"): b"<x><y></x>"}), "beschadigd"),
    ],
)
def test_what_is_no_good_workbook_is_refused_in_words(data: bytes, words: str) -> None:
    assert words in why(data)


def test_a_huge_file_is_refused_unread() -> None:
    assert "301 MB" in why(b"PK\x03\x04" + bytes(301 * 1024 * 1024 - 4))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.xml", bytes(workbook_safety.MAX_PART_BYTES + 1))
    assert "veel te groot" in why(stream.getvalue())


def test_too_many_rows_are_refused() -> None:
    rows = [["Wat is de hulp?"], *([["Hulp"]] * (workbook_grid.MAX_ROWS + 1))]
    assert "te groot" in said(read(hulp=rows))[0]


def test_a_cached_result_of_a_formula_is_never_used() -> None:
    name = SHEET.replace("/", "___").replace(".", "__")
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        part = archive.read(SHEET)
    start = part.index(b'<c r="A2"')
    cell = part[start : part.index(b"</c>", start) + 4]
    cached = part.replace(cell, b'<c r="A2" t="str"><f>1+1</f><v>Begeleiding</v></c>')
    assert "formule" in why(repacked(GOOD, **{name: cached}))


@settings(max_examples=60)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=8))
def test_damage_never_raises(at: int, noise: bytes) -> None:
    outcome = read_workbook(GOOD[:at] + noise + GOOD[at + len(noise) :], "x.xlsx")
    assert outcome.file is not None or outcome.findings


@settings(max_examples=60)
@given(st.sampled_from(["xl/workbook.xml", "xl/styles.xml", SHEET, "xl/_rels/workbook.xml.rels"]), st.data())
def test_damage_inside_a_part_never_raises(name: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        part = archive.read(name)
    at = data.draw(st.integers(0, len(part) - 1))
    broken = part[:at] + data.draw(st.binary(max_size=4)) + part[at + data.draw(st.integers(0, 20)) :]
    outcome = read_workbook(repacked(GOOD, **{name.replace("/", "___").replace(".", "__"): broken}), "x.xlsx")
    assert outcome.file is not None or outcome.findings
