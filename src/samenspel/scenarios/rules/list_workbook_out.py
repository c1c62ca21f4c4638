"""The network's own list as a workbook to fill in: it reads back as the same entries."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from samenspel.exchange.rules.workbook_words import LAWS, PAYERS, PRICE_CONCEPTS, UNITS, Words
from samenspel.scenarios.rules.codes import LIST_TEXTS, ListKind
from samenspel.scenarios.rules.list_library import library_rows
from samenspel.scenarios.rules.list_workbook import COLUMNS, SHAPES, Column, letter
from samenspel.scenarios.rules.lists import Entry

WORDS: dict[str, Words[Any]] = {
    "unit": UNITS,
    "concept": PRICE_CONCEPTS,
    "payer": PAYERS,
    "law": LAWS,
    "shape": SHAPES,
}
WIDE, NARROW = 32, 14
LONG = {"item", "name", "source", "entered_by", "key"}


def list_workbook(kind: ListKind, entries: Iterable[Entry], made: datetime) -> bytes:
    """Return a workbook with a row for every entry, and a sheet with the words that fit in its columns.

    Without entries it holds the rows of the program, to begin with. `made` is written in it.
    """
    book = Workbook()
    page = book.active
    if not isinstance(page, Worksheet):
        raise TypeError(type(page))
    page.title = LIST_TEXTS[kind].nl
    for place, column in enumerate(COLUMNS[kind], start=1):
        _head(page, place, column)
    own = [{column.field: getattr(entry, column.field) for column in COLUMNS[kind]} for entry in entries]
    for row, values in enumerate(own or library_rows(kind).values(), start=2):
        for place, column in enumerate(COLUMNS[kind], start=1):
            _put(page, row, place, shown(column.field, values.get(column.field)))
    page.freeze_panes = "A2"
    _words(book.create_sheet("Woorden"), kind)
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _words(page: Worksheet, kind: ListKind) -> None:
    """Under the heading of every column that takes certain words: those words."""
    columns = [column for column in COLUMNS[kind] if column.field in WORDS]
    for place, column in enumerate(columns, start=1):
        _head(page, place, column)
        for row, name in enumerate(WORDS[column.field].names.values(), start=2):
            _put(page, row, place, name.nl)


def _head(page: Worksheet, place: int, column: Column) -> None:
    head = page.cell(1, place, column.heading.nl)
    head.font = Font(bold=True)
    head.alignment = Alignment(wrap_text=True, vertical="top")
    page.column_dimensions[letter(place)].width = WIDE if column.field in LONG else NARROW


def _put(page: Worksheet, row: int, place: int, value: str | float | Decimal | None) -> None:
    cell = page.cell(row, place)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula, whatever somebody typed


def shown(field: str, value: Any) -> str | float | Decimal | int | None:
    """A value as it stands in a cell."""
    words = WORDS.get(field)
    if words is not None and isinstance(value, StrEnum):
        return words.names[value].nl
    if value is None or isinstance(value, int | float | Decimal):
        return value
    return str(value)
