"""From cells to lines: which sheet and column is which, what each cell says, every problem with its place."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules import workbook_values as values
from samenspel.exchange.rules.bsn import bsn_found, holds_bsn
from samenspel.exchange.rules.file_findings import Finding, Severity
from samenspel.exchange.rules.workbook_grid import Cell, Grid
from samenspel.exchange.rules.workbook_layout import CHOICES, GUIDE, HOUSEHOLD, SAID_BY, SAID_ON, SHEETS
from samenspel.exchange.rules.workbook_shape import KEY, Column, Kind, Sheet
from samenspel.exchange.rules.workbook_words import plain_words

HEADER_WITHIN = 10
"""The headings stand in one of the first so many rows."""
MAX_FINDINGS = 500
TEXTUAL = {Kind.TEXT, Kind.NAME, Kind.NAMES}

READERS: dict[Kind, Callable[[values.Value, values.Ask], Any]] = {
    Kind.TEXT: values.as_text,
    Kind.NAME: values.as_text,
    Kind.NAMES: values.as_text,
    Kind.DATE: values.as_date,
    Kind.BIRTH: values.as_birth_date,
    Kind.MOMENT: values.as_moment,
    Kind.YES: values.as_yes,
    Kind.NUMBER: values.as_number,
    Kind.EUROS: values.as_cents,
    Kind.YEAR: values.as_year,
    Kind.MUNICIPALITY: values.as_municipality,
}


@dataclass
class Line:
    """One line of a sheet: its values by field, where they stand, and which were wrong."""

    sheet: Sheet
    title: str
    row: int
    places: Mapping[str, tuple[str, str]]
    values: dict[str, Any] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)
    key: str = ""

    def get(self, name: str) -> Any:
        """Return the value of a field, none when its cell is empty or wrong."""
        return self.values.get(name)

    def said(self, name: str) -> str:
        """Return the text of a field, empty when there is none."""
        return str(self.values.get(name, ""))


@dataclass
class Notes:
    """Collects what is wrong or doubtful in one workbook."""

    source: str
    findings: list[Finding] = field(default_factory=list)

    @property
    def errors(self) -> list[Finding]:
        """What must be mended."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    def error(self, text: Text, line: Line | None = None, name: str = "") -> None:
        """Note something that must be mended."""
        self._add(Severity.ERROR, text, line, name)
        if line is not None:
            line.wrong.add(name)

    def question(self, text: Text, line: Line | None = None, name: str = "") -> None:
        """Note something that a person should look at."""
        self._add(Severity.QUESTION, text, line, name)

    def on_sheet(
        self, severity: Severity, text: Text, sheet: str, row: int | None = None, column: int = 0
    ) -> None:
        """Note something about a sheet or its headings."""
        letter = get_column_letter(column) if column else ""
        self._keep(
            Finding(source=self.source, severity=severity, text=text, sheet=sheet, row=row, column=letter)
        )

    def _add(self, severity: Severity, text: Text, line: Line | None, name: str) -> None:
        if line is None:
            self._keep(Finding(source=self.source, severity=severity, text=text))
            return
        letter, heading = line.places.get(name, ("", ""))
        self._keep(
            Finding(
                source=self.source,
                severity=severity,
                text=text,
                sheet=line.title,
                row=line.row,
                column=letter,
                heading=heading,
            )
        )

    def _keep(self, finding: Finding) -> None:
        if len(self.findings) < MAX_FINDINGS and finding not in self.findings:
            self.findings.append(finding)


def read_lines(grids: list[Grid], notes: Notes) -> dict[str, list[Line]]:
    """Return the lines of each known sheet by the key of the sheet, and note every problem."""
    found: dict[str, list[Line]] = {sheet.key: [] for sheet in SHEETS}
    seen: set[str] = set()
    for grid in grids:
        sheet = _sheet(grid.title)
        if sheet is None:
            if grid.rows and plain_words(grid.title) not in NOT_READ:
                notes.on_sheet(Severity.QUESTION, UNKNOWN_SHEET, grid.title)
        elif sheet.key in seen:
            notes.on_sheet(Severity.ERROR, TWICE_SHEET, grid.title)
        else:
            seen.add(sheet.key)
            read = _form_lines(grid, notes) if sheet is HOUSEHOLD else _row_lines(sheet, grid, notes)
            found[sheet.key] += list(read)
        _refuse_bsns(grid, notes)
    return found


def _refuse_bsns(grid: Grid, notes: Notes) -> None:
    """Note a BSN in any cell with text, also in one that is not read."""
    said = {(finding.sheet, finding.row, finding.column, finding.text) for finding in notes.errors}
    for row, cells in sorted(grid.rows.items()):
        for number, cell in sorted(cells.items()):
            written = cell.value if isinstance(cell.value, str) else ""
            if holds_bsn(written):
                text = bsn_found(written)
                if (grid.title, row, get_column_letter(number), text) not in said:
                    notes.on_sheet(Severity.ERROR, text, grid.title, row, number)


def _sheet(title: str) -> Sheet | None:
    name = plain_words(title)
    return next((sheet for sheet in SHEETS if name in _spellings(sheet.title, sheet.key, sheet.also)), None)


def _spellings(name: Text, code: str, also: tuple[str, ...]) -> set[str]:
    return {plain_words(word) for word in (name.nl, name.en, code, *also)}


NOT_READ = {plain_words(word) for title in (GUIDE, CHOICES) for word in (title.nl, title.en)}
BY_HEADING: dict[str, dict[str, Column]] = {
    sheet.key: {
        word: column
        for column in reversed((*sheet.columns, KEY))
        for word in sorted(_spellings(column.heading, column.field, column.also))
    }
    | {
        plain_words(word): column
        for column in sheet.columns
        for word in (column.heading.nl, column.heading.en)
    }
    for sheet in SHEETS
}
"""The column by what may stand in its heading; a real heading goes before another spelling."""


def _row_lines(sheet: Sheet, grid: Grid, notes: Notes) -> Iterator[Line]:
    header, columns = _header(sheet, grid)
    filled = [
        row
        for row in sorted(grid.rows)
        if row > header and any(not cell.problem or cell.value for cell in grid.rows[row].values())
    ]
    if header == 0:
        if filled:
            notes.on_sheet(Severity.ERROR, NO_HEADER, grid.title)
        return
    _check_merged(grid, header, notes)
    _check_headings(grid, header, columns, notes)
    places = {
        column.field: (get_column_letter(number), str(grid.rows[header][number].value))
        for number, column in columns.items()
    }
    examples = _examples(sheet)
    for row in sorted(grid.rows):
        cells = {
            column: grid.rows[row][number] for number, column in columns.items() if number in grid.rows[row]
        }
        if row <= header or not cells:
            continue
        line = Line(sheet, grid.title, row, places)
        first = cells.get(sheet.columns[0])
        if first is not None and str(first.value) in examples:
            if any(str(cell.value) not in examples for cell in cells.values()):
                notes.question(CHANGED_EXAMPLE, line, sheet.columns[0].field)
            continue
        for column, cell in cells.items():
            read_cell(line, column, cell, notes)
        for name in sheet.needed:
            if name not in line.values and name not in line.wrong:
                notes.error(needed(sheet, name), line, name)
        yield line


def _header(sheet: Sheet, grid: Grid) -> tuple[int, dict[int, Column]]:
    """The row of the headings (0: not found) and the columns by number; a second same heading is left out."""
    known = BY_HEADING[sheet.key]
    best: tuple[int, dict[int, Column]] = (0, {})
    for row in range(1, HEADER_WITHIN + 1):
        columns: dict[int, Column] = {}
        for number, cell in sorted(grid.rows.get(row, {}).items()):
            column = known.get(plain_words(str(cell.value)))
            if column is not None and column not in columns.values():
                columns[number] = column
        if len(columns) > max(1, len(best[1])):
            best = (row, columns)
    return best


def _check_merged(grid: Grid, header: int, notes: Notes) -> None:
    for area in grid.merged:
        _, top, _, bottom = range_boundaries(area)
        if top is not None and bottom is not None and bottom >= header:
            severity = Severity.ERROR if top <= header else Severity.QUESTION
            notes.on_sheet(severity, _merged(area), grid.title, top)


def _check_headings(grid: Grid, header: int, columns: Mapping[int, Column], notes: Notes) -> None:
    words = Counter(plain_words(str(cell.value)) for cell in grid.rows[header].values())
    used = {number for row, cells in grid.rows.items() if row > header for number in cells}
    for number, cell in sorted(grid.rows[header].items()):
        heading = str(cell.value)
        if words[plain_words(heading)] > 1:
            notes.on_sheet(Severity.ERROR, _twice(heading), grid.title, header, number)
        elif number not in columns and number in used:
            notes.on_sheet(Severity.QUESTION, _unknown_heading(heading), grid.title, header, number)
    for number in sorted(used - grid.rows[header].keys()):
        notes.on_sheet(Severity.QUESTION, NO_HEADING, grid.title, header, number)


def _examples(sheet: Sheet) -> set[str]:
    return {word for column in sheet.columns for word in (column.example.nl, column.example.en) if word}


def read_cell(line: Line, column: Column, cell: Cell, notes: Notes) -> None:
    """Read one cell into its line, or note why that cannot be done."""
    name = column.field
    if cell.problem is not None:
        notes.error(cell.problem, line, name)
        return
    try:
        line.values[name] = _read(column, cell.value, lambda text: notes.question(text, line, name))
    except RefusedError as refused:
        notes.error(refused.text, line, name)
    if column.kind in TEXTUAL and holds_bsn(line.said(name)):
        notes.error(bsn_found(line.said(name)), line, name)


def _read(column: Column, value: values.Value, ask: values.Ask) -> Any:
    if column.kind in READERS:
        return READERS[column.kind](value, ask)
    assert column.words is not None  # noqa: S101  (a choice without words cannot be in the layout)
    written = values.as_text(value, ask)
    return column.words.find_all(written) if column.kind is Kind.CHOICES else column.words.find(written)


def _form_lines(grid: Grid, notes: Notes) -> Iterator[Line]:
    """The first sheet: a question in column A, the answer in B, who said it in C and when in D."""
    known = BY_HEADING[HOUSEHOLD.key]
    _check_merged(grid, 1, notes)
    for row, cells in sorted(grid.rows.items()):
        heading = str(cells[1].value) if 1 in cells else ""
        column = known.get(plain_words(heading))
        if column is None:
            if 2 in cells and plain_words(heading) not in FORM_HEADS and row > 1:
                notes.on_sheet(Severity.QUESTION, _unknown_question(heading), grid.title, row, 1)
            continue
        places = {
            column.field: ("B", heading),
            SPOKEN[0].field: ("C", SAID_BY.nl),
            SPOKEN[1].field: ("D", SAID_ON.nl),
        }
        line = Line(HOUSEHOLD, grid.title, row, places)
        for number, part in ((2, column), (3, SPOKEN[0]), (4, SPOKEN[1]), (5, SPOKEN[2])):
            if number in cells and 2 in cells:
                read_cell(line, part, cells[number], notes)
        if 2 in cells:
            yield line


SPOKEN = (
    Column("said_by", SAID_BY, Kind.NAME),
    Column("said_on", SAID_ON, Kind.DATE),
    Column("line_key", KEY.heading),
)
FORM_HEADS = {plain_words(word) for word in ("Vraag", "Question", "")}


def needed(sheet: Sheet, name: str) -> Text:
    """Say that a cell that is needed is empty."""
    column = sheet.column(name)
    heading = column.heading if column else Text(name, name)
    return Text(f"Dit is nog leeg. Vul in: {heading.nl}", f"This is still empty. Fill in: {heading.en}")


def _merged(area: str) -> Text:
    return Text(
        f"De cellen {area} zijn samengevoegd. Maak dat ongedaan en vul elke cel apart in.",
        f"The cells {area} are merged. Unmerge them and fill in each cell.",
    )


def _twice(heading: str) -> Text:
    return Text(
        f"De kop '{heading}' staat er twee keer. Haal er een weg.",
        f"The heading '{heading}' is there twice. Remove one.",
    )


def _unknown_heading(heading: str) -> Text:
    return Text(
        f"De kolom '{heading}' kennen we niet. We lezen haar niet. Staat er iets belangrijks in? Zet het "
        "bij Opmerking.",
        f"We do not know the column '{heading}' and do not read it. Is it important? Put it under Note.",
    )


def _unknown_question(heading: str) -> Text:
    return Text(
        f"De vraag '{heading}' kennen we niet. We lezen het antwoord niet.",
        f"We do not know the question '{heading}'. We do not read the answer.",
    )


CHANGED_EXAMPLE = Text(
    "Dit is nog de voorbeeldregel, met iets erbij. We lezen haar niet. Is het een echte regel? Haal "
    "'Voorbeeld:' weg.",
    "This is still the example line, with something added. We do not read it. Is it real? Remove 'Example:'.",
)
NO_HEADER = Text(
    "We vinden de regel met de koppen niet. Neem de koppen over uit de lege werkmap.",
    "We cannot find the row with the headings. Copy the headings from the empty workbook.",
)
NO_HEADING = Text(
    "Boven deze kolom staat geen kop. We lezen haar niet.",
    "There is no heading above this column. We do not read it.",
)
TWICE_SHEET = Text(
    "Dit blad staat er twee keer in. Haal er een weg.", "This sheet is there twice. Remove one."
)
UNKNOWN_SHEET = Text(
    "Dit blad kennen we niet. We lezen het niet.", "We do not know this sheet and do not read it."
)
