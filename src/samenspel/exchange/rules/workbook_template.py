"""The workbook itself: empty to fill in around the table, or filled from a household. Calm, and printable."""

import re
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import Outline, PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from rekenmodel.values import Language, Text
from samenspel.exchange.rules.workbook_filled import Answer, Cells, Content, Written, content_of
from samenspel.exchange.rules.workbook_guide import NOT_IN_THE_WORKBOOK, STEPS
from samenspel.exchange.rules.workbook_layout import (
    ANSWER,
    CHOICES,
    GUIDE,
    HOUSEHOLD,
    PEOPLE,
    QUESTION,
    ROW_SHEETS,
    SAID_BY,
    SAID_ON,
    WORDS_FIELDS,
)
from samenspel.exchange.rules.workbook_shape import KEY, Column, Kind, Sheet
from samenspel.exchange.rules.workbook_words import Words
from samenspel.households.rules.record import HouseholdFile

INK, SOFT, PALE = "FF24211C", "FF545048", "FF857C6B"
DESK, LEAD = "FFF4EFE4", "FF14525E"
HAIR = Border(bottom=Side("thin", "FFD9D1C0"))
RULE = Border(bottom=Side("medium", INK))
FONT = "Calibri"
BODY = Font(FONT, 12, color=INK)
HEAD = Font(FONT, 12, bold=True, color=INK)
TITLE = Font(FONT, 18, bold=True, color=INK)
NOTE = Font(FONT, 12, color=SOFT)
GREY = Font(FONT, 12, color=PALE)
WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
EMPTY_LINES = {False: 25, True: 5}
LAST_ROW = 1_000
HEADER = 2
A3, A4 = 8, 9
A3_WIDTH, A4_WIDTH = 200, 240
"""So many letters fit beside each other in a readable size; a little more still fits on A4."""
FORMATS = {
    Kind.DATE: "dd-mm-yyyy",
    Kind.BIRTH: "dd-mm-yyyy",
    Kind.EUROS: "#,##0.00",
    Kind.NUMBER: "0.##",
    Kind.YEAR: "0",
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
FIRST_SERIAL = date(1900, 3, 1)
"""Before this day spreadsheet programs count differently: such a day is written as text."""


def template(language: Language) -> bytes:
    """Return the empty workbook, with an example on every sheet."""
    answers = [Answer(column.field) for column in HOUSEHOLD.columns]
    return _save(_draw(Content(answers), language, filled=False))


def filled(file: HouseholdFile, language: Language) -> bytes:
    """Return the workbook of a household. Reading it gives back all that the sheets carry, with the "
    "same keys."""
    return _save(_draw(content_of(file, language), language, filled=True))


def _draw(content: Content, language: Language, *, filled: bool) -> Workbook:
    book = Workbook()
    _guide(book.worksheets[0], language, filled=filled)
    _form(book.create_sheet(HOUSEHOLD.title.say(language)), content.answers, language, filled=filled)
    choices = _Choices(language)
    for sheet in ROW_SHEETS:
        page = book.create_sheet(sheet.title.say(language))
        lines = content.lines.get(sheet.key, [])
        _lines(page, sheet, lines, language, filled=filled)
        _validations(page, sheet, choices, language)
    choices.draw(book.create_sheet(CHOICES.say(language)))
    return book


def _lines(page: Worksheet, sheet: Sheet, lines: list[Cells], language: Language, *, filled: bool) -> None:
    columns = (*sheet.columns, KEY) if filled else sheet.columns
    _put(page, 1, 1, sheet.says.say(language), NOTE)
    page.row_dimensions[1].height = 24
    for number, column in enumerate(columns, start=1):
        soft = column.more or column.field not in sheet.needed
        head = _put(page, HEADER, number, column.heading.say(language), HEAD, RULE, WRAPPED)
        head.fill = PatternFill("solid", DESK)
        head.font = Font(FONT, 12, bold=not column.more, color=SOFT if column.more else INK if soft else LEAD)
        page.column_dimensions[get_column_letter(number)].width = column.width
        if not filled:
            _put(page, HEADER + 1, number, column.example.say(language), GREY, HAIR, WRAPPED)
        shown = bool(lines) and any(column.field in line for line in lines)
        if column.more and not (shown and column is not KEY):
            page.column_dimensions.group(get_column_letter(number), outline_level=1, hidden=True)
    first = HEADER + 1 if filled else HEADER + 2
    for offset in range(len(lines) + EMPTY_LINES[filled]):
        line = lines[offset] if offset < len(lines) else {}
        for number, column in enumerate(columns, start=1):
            cell = _put(page, first + offset, number, line.get(column.field), BODY, HAIR, WRAPPED)
            cell.number_format = FORMATS.get(column.kind, "@")
        page.row_dimensions[first + offset].height = _height(columns, line)
    page.row_dimensions[HEADER].height = 48
    if not filled:
        page.row_dimensions[HEADER + 1].height = 36
    wide = sum(size.width for size in page.column_dimensions.values() if not size.hidden)
    _page(page, A3 if wide > A4_WIDTH else A4, freeze=f"B{HEADER + 1}", titles=f"1:{HEADER}")
    page.page_setup.fitToWidth = max(1, round(wide / A3_WIDTH))
    page.print_title_cols = "A:A"


def _height(columns: tuple[Column, ...], line: Cells) -> int:
    """The height of a line: room to write by hand, and enough for the longest text in it."""
    rows = (-(-len(str(line.get(column.field, ""))) // column.width) for column in columns)
    return max(28, 6 + 16 * max(rows))


def _form(page: Worksheet, answers: list[Answer], language: Language, *, filled: bool) -> None:
    _put(page, 1, 1, HOUSEHOLD.says.say(language), NOTE)
    page.row_dimensions[1].height = 24
    heads = (
        (QUESTION, ANSWER, SAID_BY, SAID_ON, KEY.heading) if filled else (QUESTION, ANSWER, SAID_BY, SAID_ON)
    )
    for number, (heading, width) in enumerate(zip(heads, (46, 64, 24, 14, 24), strict=False), start=1):
        _put(page, HEADER, number, heading.say(language), HEAD, RULE).fill = PatternFill("solid", DESK)
        page.column_dimensions[get_column_letter(number)].width = width
    for row, answer in enumerate(answers, start=HEADER + 1):
        column = HOUSEHOLD.column(answer.field)
        if column is None:
            continue
        spoken = answer.field in WORDS_FIELDS
        page.row_dimensions[row].height = max(
            64 if spoken else 24, 16 * (1 + len(str(answer.value or "")) // 60)
        )
        _put(
            page,
            row,
            1,
            column.heading.say(language),
            HEAD if column.field in HOUSEHOLD.needed else BODY,
            HAIR,
            WRAPPED,
        )
        _put(page, row, 2, answer.value, BODY, HAIR, WRAPPED).number_format = FORMATS.get(column.kind, "@")
        _put(
            page, row, 3, answer.said_by or None, BODY, HAIR if spoken else None, WRAPPED
        ).number_format = "@"
        _put(page, row, 4, answer.said_on, BODY, HAIR if spoken else None, WRAPPED).number_format = FORMATS[
            Kind.DATE
        ]
        if filled:
            _put(page, row, 5, answer.key or None, GREY, None, WRAPPED)
    if filled:
        page.column_dimensions["E"].hidden = True
    _page(page, A4, freeze=f"A{HEADER + 1}", titles=f"1:{HEADER}")


def _guide(page: Worksheet, language: Language, *, filled: bool) -> None:
    page.title = GUIDE.say(language)
    page.column_dimensions["A"].width = 4
    page.column_dimensions["B"].width = 96
    _put(page, 1, 1, Text("Zo werkt deze werkmap", "How this workbook works").say(language), TITLE)
    row = 3
    for number, step in enumerate(STEPS, start=1):
        _put(page, row, 1, f"{number}.", NOTE, None, WRAPPED)
        _put(page, row, 2, step.say(language), BODY, None, WRAPPED)
        page.row_dimensions[row].height = 20 * (1 + len(step.say(language)) // 105)
        row += 1
    if filled:
        _put(page, row + 1, 2, NOT_IN_THE_WORKBOOK.say(language), NOTE, None, WRAPPED)
        page.row_dimensions[row + 1].height = 60
    _page(page, A4, freeze=None, titles=None)


class _Choices:
    """The words to choose from, one list per column of the last sheet, and where each list stands."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self.lists: list[tuple[Column, tuple[str, ...]]] = []

    def place(self, column: Column, words: Words[Any]) -> str:
        """Return the range of a list of words; the same list stands there once."""
        said = tuple(name.say(self.language) for name in words.names.values())
        if said not in [written for _, written in self.lists]:
            self.lists.append((column, said))
        number = [written for _, written in self.lists].index(said) + 1
        letter = get_column_letter(number)
        return f"'{CHOICES.say(self.language)}'!${letter}$2:${letter}${1 + len(said)}"

    def draw(self, page: Worksheet) -> None:
        """Write the lists."""
        for number, (column, said) in enumerate(self.lists, start=1):
            head = _put(page, 1, number, column.heading.say(self.language), HEAD, RULE, WRAPPED)
            head.fill = PatternFill("solid", DESK)
            page.column_dimensions[get_column_letter(number)].width = max(
                14, *(len(word) + 2 for word in said)
            )
            for row, word in enumerate(said, start=2):
                _put(page, row, number, word, BODY)
        _page(page, A3, freeze="A2", titles="1:1")


def _validations(page: Worksheet, sheet: Sheet, choices: _Choices, language: Language) -> None:
    """Lists to choose from, and a friendly word when something else is typed. Lists of more items stay "
    "free."""
    for number, column in enumerate(sheet.columns, start=1):
        check = None
        if column.words is not None:
            check = DataValidation("list", formula1=choices.place(column, column.words))
            check.showErrorMessage = column.kind is Kind.CHOICE
            check.error = CHOOSE.say(language)
        elif column.kind is Kind.YES:
            check = DataValidation(
                "list", formula1=Text('"ja,nee"', '"yes,no"').say(language), showErrorMessage=False
            )
        elif column.list_of:
            names = f"'{PEOPLE.title.say(language)}'!$A${HEADER + 1}:$A${LAST_ROW}"
            check = DataValidation("list", formula1=names, showErrorMessage=False)
        elif column.kind in {Kind.DATE, Kind.BIRTH}:
            check = DataValidation(
                "date", "greaterThan", "1", showErrorMessage=True, error=A_DATE.say(language)
            )
        if check is not None:
            check.errorStyle = "warning"
            check.allow_blank = True
            letter = get_column_letter(number)
            check.add(f"{letter}{HEADER + 1}:{letter}{LAST_ROW}")
            page.add_data_validation(check)


def _put(
    page: Worksheet,
    row: int,
    column: int,
    value: Written | None,
    font: Font,
    border: Border | None = None,
    alignment: Alignment | None = None,
) -> Cell:
    """Write one cell. Text is never a formula, whatever it starts with, and reads back the same."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  (nothing is merged here)
    cell.font = font
    if border is not None:
        cell.border = border
    if alignment is not None:
        cell.alignment = alignment
    if isinstance(value, date) and value < FIRST_SERIAL:
        value = value.isoformat()
    if isinstance(value, str):
        if value:
            cell.value = NOT_IN_XML.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(FORMULA_STARTS)
    elif value is not None:
        cell.value = value
    return cell


def _page(page: Worksheet, paper: int, *, freeze: str | None, titles: str | None) -> None:
    page.freeze_panes = freeze
    page.sheet_view.showGridLines = False
    page.print_title_rows = titles
    page.page_setup.paperSize = paper
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.sheet_properties.outlinePr = Outline(summaryRight=False)
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    for part, text in zip((page.oddFooter.left, page.oddFooter.right), ("&A", "&P / &N"), strict=True):  # type: ignore[union-attr]
        part.text = text


def _save(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


CHOOSE = Text("Kies een woord uit de lijst.", "Choose a word from the list.")
A_DATE = Text("Schrijf dag, maand en jaar, bijvoorbeeld 3-12-2026.", "Write day, month, year: 3-12-2026.")
