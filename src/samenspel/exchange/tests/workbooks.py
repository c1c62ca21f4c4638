"""Small workbooks for tests, made the way somebody would who typed them in."""

import zipfile
from io import BytesIO
from typing import Any

import openpyxl

from samenspel.exchange.rules.file_findings import Outcome, Severity
from samenspel.exchange.rules.workbook_reader import read_workbook

HOME = [["Hoe heet het huishouden?", "Familie De Boer"]]
FAMILY = [
    ["Naam", "Gezin of naaste?"],
    ["Anna de Boer", "gezin"],
    ["Noor de Boer", "gezin"],
    ["Riet Bos", "naaste"],
]
HELP = [
    ["Wat is de hulp?", "Door wie?", "Van welke organisatie?"],
    ["Begeleiding", "Karim Haddad", "De Schakel"],
]


def workbook(**sheets: list[list[Any]]) -> bytes:
    """A workbook with a good household, of which the given sheets replace the usual ones."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in ({"huishouden": HOME, "mensen": FAMILY, "hulp": HELP} | sheets).items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(**sheets: list[list[Any]]) -> Outcome:
    """What reading such a workbook gives."""
    return read_workbook(workbook(**sheets), "x.xlsx")


def help_with(heading: str, value: Any, **sheets: list[list[Any]]) -> Outcome:
    """What reading one line of help with one more cell gives."""
    return read(hulp=[[*HELP[0], heading], [*HELP[1], value]], **sheets)


def said(outcome: Outcome, severity: Severity = Severity.ERROR) -> list[str]:
    """The Dutch sentences of the findings, each with its place."""
    return [f"{one.where.nl}: {one.text.nl}" for one in outcome.findings if one.severity is severity]


def questions(outcome: Outcome) -> list[str]:
    """The Dutch questions."""
    return said(outcome, Severity.QUESTION)


def repacked(data: bytes, **changes: bytes) -> bytes:
    """A workbook with parts changed or added; a dot in a name is written as __ and a slash as ___."""
    stream = BytesIO()
    parts = {name.replace("___", "/").replace("__", "."): part for name, part in changes.items()}
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry.filename, old.read(entry))
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()
