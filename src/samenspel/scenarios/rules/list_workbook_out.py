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
from samenspel.scenarios.rules.list_workbook import COLUMNS, SHAPES, letter
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
    """Return a workbook with one sheet: the headings, and a row for every entry; `made` is written in it."""
    book = Workbook()
    page = book.active
    if not isinstance(page, Worksheet):
        raise TypeError(type(page))
    page.title = LIST_TEXTS[kind].nl
    for place, column in enumerate(COLUMNS[kind], start=1):
        head = page.cell(1, place, column.heading.nl)
        head.font = Font(bold=True)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[letter(place)].width = WIDE if column.field in LONG else NARROW
    for row, entry in enumerate(entries, start=2):
        for place, column in enumerate(COLUMNS[kind], start=1):
            cell = page.cell(row, place)
            cell.value = shown(column.field, getattr(entry, column.field))
            if isinstance(cell.value, str):
                cell.data_type = "s"  # never a formula, whatever somebody typed
    page.freeze_panes = "A2"
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def shown(field: str, value: Any) -> str | float | Decimal | int | None:
    """A value as it stands in a cell."""
    words = WORDS.get(field)
    if words is not None and isinstance(value, StrEnum):
        return words.names[value].nl
    if value is None or isinstance(value, int | float | Decimal):
        return value
    return str(value)
