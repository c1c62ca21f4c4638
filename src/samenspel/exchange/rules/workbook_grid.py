"""From the parts of a workbook to plain cells, never with the result of a formula."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from io import BytesIO
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import ParseError, fromstring, iterparse
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.workbook_safety import BROKEN, WORKBOOK_PART
from samenspel.exchange.rules.workbook_values import Value

MAX_SHEETS = 30
MAX_ROWS = 2_000
MAX_CELLS = 100_000
MAX_TEXT = 5_000
MAX_COLUMN = 200

REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  (spreadsheet days have no zone)
LAST_SERIAL = 2_958_465
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with something in it. `problem` says why its value may not be used."""

    value: Value
    problem: Text | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its title, its cells by row and column (from 1), and the ranges of merged cells."""

    title: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Book:
    strings: tuple[str, ...]
    dates: frozenset[int]
    from_1904: bool


def read_grids(parts: Mapping[str, bytes]) -> list[Grid]:
    """Return the sheets of a workbook in their order. Raises RefusedError when a part cannot be read."""
    try:
        return list(_grids(parts))
    except (ParseError, KeyError, ValueError, InvalidOperation, OverflowError) as wrong:
        raise wrong if isinstance(wrong, RefusedError) else RefusedError(BROKEN) from wrong


def _grids(parts: Mapping[str, bytes]) -> Iterator[Grid]:
    book = fromstring(parts[WORKBOOK_PART], forbid_dtd=True)
    targets = _targets(parts, WORKBOOK_PART)
    sheets = [node for node in book.iter() if _name(node) == "sheet"]
    if len(sheets) > MAX_SHEETS:
        raise RefusedError(TOO_MANY)
    marks = next((node for node in book.iter() if _name(node) == "workbookPr"), None)
    shared = _Book(
        tuple(_strings(parts.get(targets.get("sharedStrings", ""), b""))),
        frozenset(_date_styles(parts.get(targets.get("styles", ""), b""))),
        marks is not None and marks.get("date1904") in {"1", "true"},
    )
    left = MAX_CELLS
    for sheet in sheets:
        part = parts.get(targets.get(sheet.attrib[RELATION], ""))
        if part is not None:
            grid = _grid(sheet.attrib["name"], part, shared, left)
            left -= sum(map(len, grid.rows.values()))
            yield grid


def _targets(parts: Mapping[str, bytes], source: str) -> dict[str, str]:
    """The parts that `source` refers to, by relation id and by the last word of their kind."""
    folder = dirname(source)
    found = {}
    for node in fromstring(
        parts[join(folder, "_rels", source.rpartition("/")[2] + ".rels")], forbid_dtd=True
    ):
        target = node.attrib["Target"]
        path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[node.attrib["Id"]] = path
        found[node.attrib["Type"].rpartition("/")[2]] = path
    return found


def _strings(part: bytes) -> Iterator[str]:
    if part:
        for _, node in iterparse(BytesIO(part), forbid_dtd=True):
            if _name(node) == "si":
                yield _text(node)
                node.clear()


def _date_styles(part: bytes) -> Iterator[int]:
    """The numbers of the cell styles that show a number as a date."""
    if not part:
        return
    root = fromstring(part, forbid_dtd=True)
    formats = {
        int(node.attrib["numFmtId"]): node.attrib["formatCode"]
        for node in root.iter()
        if _name(node) == "numFmt"
    }
    styles = next((node for node in root if _name(node) == "cellXfs"), None)
    for number, style in enumerate(styles if styles is not None else ()):
        kind = int(style.get("numFmtId", "0"))
        if is_date_format(formats.get(kind, BUILTIN_FORMATS.get(kind, "General"))):
            yield number


def _grid(title: str, part: bytes, book: _Book, most: int) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    merged: list[str] = []
    last = count = 0
    for _, node in iterparse(BytesIO(part), forbid_dtd=True):
        name = _name(node)
        if name == "mergeCell":
            merged.append(node.get("ref", ""))
        if name != "row":
            continue
        last = int(node.get("r", last + 1))
        cells = _cells(node, book)
        if cells:
            rows[last] = cells
            count += len(cells)
        if count > most or len(rows) > MAX_ROWS:
            raise RefusedError(TOO_MANY)
        node.clear()
    return Grid(title, rows, tuple(merged))


def _cells(row: Element, book: _Book) -> dict[int, Cell]:
    found, column = {}, 0
    for node in row:
        column = _column(node.get("r", "")) or column + 1
        cell = _cell(node, book)
        if cell is not None and column <= MAX_COLUMN:
            found[column] = cell
    return found


def _column(reference: str) -> int:
    """The number of the column in a reference such as C7; 0 when there is none."""
    match = REFERENCE.fullmatch(reference)
    number = 0
    for letter in match[1] if match else "":
        number = number * 26 + ord(letter) - 64
    return number


def _cell(node: Element, book: _Book) -> Cell | None:
    if not len(node):
        return None
    children = {_name(child): child for child in node}
    if "f" in children:
        return Cell("", FORMULA)
    kind = node.get("t", "n")
    if kind == "inlineStr":
        return _written(_text(children["is"])) if "is" in children else None
    shown = children["v"].text if "v" in children else None
    if shown is None:
        return None
    if kind == "s":
        return _written(book.strings[int(shown)] if int(shown) < len(book.strings) else "")
    if kind == "b":
        return Cell(shown == "1")
    if kind == "e":
        return Cell(
            shown,
            Text(
                f"Hier staat een fout ({shown}). Vul de waarde in.",
                f"There is an error here ({shown}). Fill in the value.",
            ),
        )
    if kind == "d":
        return Cell(datetime.fromisoformat(shown).replace(tzinfo=None))
    return (
        _number(shown, int(node.get("s", "0")) in book.dates, book.from_1904)
        if kind == "n"
        else _written(shown)
    )


def _written(text: str) -> Cell | None:
    text = text.replace("\r\n", "\n").strip()
    if not text:
        return None
    return Cell(text[:80], TOO_LONG) if len(text) > MAX_TEXT else Cell(text)


def _number(shown: str, as_date: bool, from_1904: bool) -> Cell:
    number = float(shown)
    if as_date and 0 < number <= LAST_SERIAL:
        seconds = timedelta(seconds=round(number % 1 * 86_400))
        return Cell(FIRST_DAY[from_1904] + timedelta(days=int(number)) + seconds)
    found = Decimal(repr(number))
    if not found.is_finite():
        raise ValueError(shown)
    return Cell(found.quantize(Decimal(1)) if found == found.to_integral() else found)


def _text(node: Element) -> str:
    """The text of a string, without the reading aids that some languages put beside it."""
    pieces = []
    for child in node:
        if _name(child) == "t":
            pieces.append(child.text or "")
        elif _name(child) == "r":
            pieces += [piece.text or "" for piece in child if _name(piece) == "t"]
    return "".join(pieces)


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]


FORMULA = Text("Hier staat een formule. Plak de waarde.", "There is a formula here. Paste the value.")
TOO_LONG = Text(
    f"Deze tekst is langer dan {MAX_TEXT} tekens. Maak haar korter.",
    f"This text is longer than {MAX_TEXT} characters. Make it shorter.",
)
TOO_MANY = Text(
    f"Deze werkmap is te groot: er passen hoogstens {MAX_SHEETS} bladen in, en {MAX_ROWS} rijen per blad. "
    "Haal weg wat niet bij dit huishouden hoort.",
    f"This workbook is too large: it may hold {MAX_SHEETS} sheets at most, and {MAX_ROWS} rows per sheet. "
    "Remove what does not belong to this household.",
)
