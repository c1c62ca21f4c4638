"""The amounts of a run as a workbook that goes on calculating: the formulas show the numbers of the page.

A workbook keeps beside every formula the number that it last gave. We write that number as well, so that a
reader who only looks sees what the page says, and one who opens it in a spreadsheet can change a price.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from rekenmodel.values import payer_name
from samenspel.scenarios.rules.bill_rows import BillRow
from samenspel.scenarios.rules.list_workbook import letter
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page_payers import party_said
from samenspel.scenarios.rules.said import Tongue

EUROS = "#,##0"
CENTS = "#,##0.00"
HALF_A_CENT = 0.005
CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>(.*?)</f><v\s*/?>(?:</v>)?</c>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the number that it gives."""

    text: str
    value: float


Value = str | float | int | Formula | None
Row = Sequence[Value]


@dataclass(slots=True)
class _Sheet:
    title: str
    heads: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    style: str = EUROS

    def add(self, *cells: Value) -> int:
        """Add a row; return its number, the heads being row 1."""
        self.rows.append(cells)
        return len(self.rows) + 1


def decision_workbook(outcome: Outcome, bills: Sequence[BillRow], tongue: Tongue, made: datetime) -> bytes:
    """Return the workbook: the comparison, a hundred futures, payers, what help costs, and every number."""
    futures = _futures(outcome, tongue)
    sheets = [
        _summary(outcome, tongue, futures),
        futures,
        *_payers(outcome, tongue),
        _bills(bills, tongue),
        _numbers(outcome, tongue),
    ]
    return _written(sheets, made)


def _futures(outcome: Outcome, tongue: Tongue) -> _Sheet:
    """Each column an option, each row one of a hundred futures: how much cheaper than carrying on."""
    titles = {way.key: way.title for way in outcome.ways}
    heads = (tongue.of("toekomst", "future"), *(titles[one.key] for one in outcome.differences))
    sheet = _Sheet(tongue.of("honderd toekomsten", "hundred futures"), heads)
    for place in range(100):
        sheet.add(place + 1, *(one.dots[place] for one in outcome.differences))
    return sheet


def _summary(outcome: Outcome, tongue: Tongue, futures: _Sheet) -> _Sheet:
    """Every option with what it costs and how much cheaper it is; of a hundred is counted in the futures."""
    heads = (
        tongue.of("mogelijkheid", "option"),
        tongue.of("kost samen: laag", "costs: low"),
        tongue.of("midden", "middle"),
        tongue.of("hoog", "high"),
        tongue.of("goedkoper: laag", "cheaper: low"),
        tongue.of("midden", "middle"),
        tongue.of("hoog", "high"),
        tongue.of("goedkoper, van de 100", "cheaper, of 100"),
        tongue.of("duurder, van de 100", "dearer, of 100"),
    )
    sheet = _Sheet(tongue.of("vergelijking", "comparison"), heads)
    places = {one.key: place for place, one in enumerate(outcome.differences)}
    for way in outcome.ways:
        total = (way.total.low[-1], way.total.mid[-1], way.total.high[-1])
        one = outcome.difference(way.key)
        if one is None:
            sheet.add(way.title, *total)
            continue
        column = letter(places[way.key] + 2)
        span = f"'{futures.title}'!{column}2:{column}101"
        cheaper, dearer = (sum(dot > 0 for dot in one.dots), sum(dot < 0 for dot in one.dots))
        sheet.add(
            way.title,
            *total,
            *(one.low, one.mid, one.high),
            Formula(f'COUNTIF({span},">0")', cheaper),
            Formula(f'COUNTIF({span},"<0")', dearer),
        )
    return sheet


def _payers(outcome: Outcome, tongue: Tongue) -> Iterator[_Sheet]:
    """For every option who gains and who pays, with the sum, and which part of the gain makes it whole."""
    titles = {way.key: way.title for way in outcome.ways}
    for place, one in enumerate(outcome.differences, start=1):
        name = re.sub(r"[\[\]:*?/\\']", " ", titles[one.key])[:20]
        heads = (
            tongue.of("wie", "who"),
            tongue.of("laag", "low"),
            tongue.of("gemiddeld", "mean"),
            tongue.of("hoog", "high"),
            tongue.of("nodig om niet te verliezen", "needed so as not to lose"),
        )
        sheet = _Sheet(f"{place} {name}", heads)
        last = len(one.parties) + 1
        for row, party in enumerate(one.parties, start=2):
            low, mean, high = (_euros(amount) for amount in (party.low, party.mean, party.high))
            needed = Formula(f"MAX(0,-C{row})", max(0.0, -mean))
            sheet.add(party_said(party.party, tongue), low, mean, high, needed)
        total = sum(party.mean for party in one.parties)
        sheet.add(tongue.of("samen", "together"), None, Formula(f"SUM(C2:C{last})", total))
        if one.pocket is not None:
            sheet.add(
                tongue.of("deel van de winst dat nodig is", "part of the gain that is needed"),
                None,
                Formula(f'-SUMIF(C2:C{last},"<0")/SUMIF(C2:C{last},">0")', one.pocket),
            )
        yield sheet


def _euros(amount: float) -> float:
    """An amount, and zero for what is less than half a cent: that is only rounding."""
    return amount if abs(amount) >= HALF_A_CENT else 0.0


def _bills(bills: Sequence[BillRow], tongue: Tongue) -> _Sheet:
    """What help costs as planned: change a price or a number of months and the total follows."""
    heads = (
        tongue.of("mogelijkheid", "option"),
        tongue.of("hulp", "help"),
        tongue.of("betaler", "payer"),
        tongue.of("per maand", "a month"),
        tongue.of("eenheid", "unit"),
        tongue.of("prijs", "price"),
        tongue.of("maanden", "months"),
        tongue.of("samen", "together"),
    )
    sheet = _Sheet(tongue.of("wat hulp kost", "what help costs"), heads, style=CENTS)
    for number, row in enumerate(bills, start=2):
        payer = tongue.text(payer_name(row.payer))
        total = Formula(f"D{number}*F{number}*G{number}", row.total)
        sheet.add(row.option, row.help, payer, row.dose, row.unit, row.price, row.months, total)
    last = len(bills) + 1
    for option in dict.fromkeys(row.option for row in bills):
        whole = sum(row.total for row in bills if row.option == option)
        here = len(sheet.rows) + 2
        sum_of = Formula(f"SUMIF(A2:A{last},A{here},H2:H{last})", whole)
        sheet.add(option, *(None,) * 6, sum_of)
    return sheet


def _numbers(outcome: Outcome, tongue: Tongue) -> _Sheet:
    """Every number that the run rests on, with its source, and how it was made."""
    heads = (
        tongue.of("getal", "number"),
        tongue.of("laag", "low"),
        tongue.of("midden", "middle"),
        tongue.of("hoog", "high"),
        tongue.of("eenheid", "unit"),
        tongue.of("bron", "source"),
        tongue.of("hoe zeker (1-10)", "how sure (1-10)"),
        tongue.of("ingevuld door", "entered by"),
    )
    sheet = _Sheet(tongue.of("getallen", "numbers"), heads, style="General")
    for row in outcome.numbers:
        unit = tongue.of(row.unit_nl, row.unit_en)
        sheet.add(
            tongue.text(row.name()),
            row.low,
            row.mid,
            row.high,
            unit,
            row.source,
            row.confidence,
            row.entered_by,
        )
    recipe = outcome.recipe
    sheet.add()
    for name, value in (
        (tongue.of("startgetal", "seed"), recipe.seed),
        (tongue.of("doorrekeningen", "runs"), recipe.draws),
        (tongue.of("maanden", "months"), recipe.months),
        (tongue.of("prijspeil", "price year"), recipe.price_year),
        (tongue.of("rente per jaar", "rate a year"), recipe.rate),
    ):
        sheet.add(name, value)
    for version in sorted(recipe.versions.items()):
        sheet.add(*version)
    return sheet


def _written(sheets: Sequence[_Sheet], made: datetime) -> bytes:
    book = Workbook()
    for place, sheet in enumerate(sheets):
        page = book.active if place == 0 else book.create_sheet()
        if not isinstance(page, Worksheet):
            raise TypeError(type(page))
        _fill(page, sheet)
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    book.calculation.fullCalcOnLoad = True
    out = BytesIO()
    book.save(out)
    return _with_values(out.getvalue(), sheets)


def _fill(page: Worksheet, sheet: _Sheet) -> None:
    page.title = sheet.title[:31]
    page.freeze_panes = "B2"
    for column, head in enumerate(sheet.heads, start=1):
        cell = page.cell(1, column, head)
        cell.data_type = "s"
        cell.font = Font(bold=True)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[letter(column)].width = 34 if column == 1 else 18
    for number, row in enumerate(sheet.rows, start=2):
        for column, value in enumerate(row, start=1):
            place = page.cell(number, column)
            place.value = f"={value.text}" if isinstance(value, Formula) else value
            if isinstance(value, str):
                place.data_type = "s"  # never a formula, whatever somebody typed
            else:
                place.number_format = sheet.style


def _with_values(data: bytes, sheets: Sequence[_Sheet]) -> bytes:
    """The same workbook, with beside every formula the number that it gives."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part = old.read(entry)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
            if number:
                part = _valued(part, sheets[int(number[1]) - 1])
            new.writestr(zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0)), part)
    return out.getvalue()


def _valued(part: bytes, sheet: _Sheet) -> bytes:
    values = {
        f"{letter(column)}{number}": cell.value
        for number, row in enumerate(sheet.rows, start=2)
        for column, cell in enumerate(row, start=1)
        if isinstance(cell, Formula)
    }

    def valued(found: re.Match[bytes]) -> bytes:
        value = repr(float(values[found[1].decode()])).encode()
        return b'<c r="%s"%s><f>%s</f><v>%s</v></c>' % (found[1], found[2], found[3], value)

    return CELL.sub(valued, part)
