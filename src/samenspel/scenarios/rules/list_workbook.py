"""A workbook with the network's own prices or assumptions becomes entries; what is wrong is said by cell.

The same guards as for the workbook of a household: nothing is opened that is too large, locked, linked or
holds code, and no result of a formula is believed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.workbook_grid import Cell, Grid, read_grids
from samenspel.exchange.rules.workbook_safety import safe_parts
from samenspel.exchange.rules.workbook_values import Value, as_number, as_text, as_year
from samenspel.exchange.rules.workbook_words import LAWS, PAYERS, PRICE_CONCEPTS, UNITS, Words, plain_words
from samenspel.scenarios.rules.codes import ListKind, Spread
from samenspel.scenarios.rules.list_library import library_rows
from samenspel.scenarios.rules.lists import Entry, OwnAssumption, OwnPrice

SHAPES: Words[Spread] = Words(
    {
        Spread.PERT: Text("pert", "pert"),
        Spread.BETA: Text("aandeel", "share"),
        Spread.LOGNORMAL: Text("scheef", "skewed"),
        Spread.GAMMA: Text("gamma", "gamma"),
        Spread.NORMAL: Text("normaal", "normal"),
    },
    {},
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field that it fills, its heading, and how a cell is read."""

    field: str
    heading: Text
    read: Callable[[Value], Any]
    needed: bool = True


def _silent(_: Text) -> None:
    """A guess in a list is shown in the preview, so nobody has to be asked."""


def _text(value: Value) -> str:
    return as_text(value, _silent).strip()


def _number(value: Value) -> Decimal:
    return as_number(value, _silent)


def _whole(value: Value) -> int:
    number = as_number(value, _silent)
    if number != int(number):
        raise RefusedError(Text("Vul een heel getal in.", "Fill in a whole number."))
    return int(number)


def _year(value: Value) -> int:
    return as_year(value, _silent)


def _word(words: Words[Any]) -> Callable[[Value], Any]:
    return lambda value: words.find(_text(value))


_KEY = Column("key", Text("sleutel", "key"), _text)
_ORIGIN = (
    Column("source", Text("bron", "source"), _text),
    Column("confidence", Text("hoe zeker (1-10)", "how sure (1-10)"), _whole),
    Column("entered_by", Text("ingevuld door", "entered by"), _text),
)
COLUMNS: dict[ListKind, tuple[Column, ...]] = {
    ListKind.PRICES: (
        _KEY,
        Column("item", Text("wat", "what"), _text),
        Column("amount", Text("prijs", "price"), _number),
        Column("low", Text("laag", "low"), _number, needed=False),
        Column("high", Text("hoog", "high"), _number, needed=False),
        Column("unit", Text("per", "per"), _word(UNITS)),
        Column("price_year", Text("prijspeil", "price year"), _year),
        Column("concept", Text("soort prijs", "kind of price"), _word(PRICE_CONCEPTS)),
        Column("payer", Text("betaler", "payer"), _word(PAYERS), needed=False),
        Column("law", Text("wet", "law"), _word(LAWS), needed=False),
        *_ORIGIN,
    ),
    ListKind.ASSUMPTIONS: (
        _KEY,
        Column("name", Text("wat", "what"), _text),
        Column("shape", Text("verdeling", "shape"), _word(SHAPES)),
        Column("low", Text("laag", "low"), _number),
        Column("mid", Text("midden", "middle"), _number),
        Column("high", Text("hoog", "high"), _number),
        Column("unit", Text("eenheid", "unit"), _text),
        *_ORIGIN,
    ),
}
ROWS: dict[ListKind, type[OwnPrice] | type[OwnAssumption]] = {
    ListKind.PRICES: OwnPrice,
    ListKind.ASSUMPTIONS: OwnAssumption,
}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell: its address, as C5, and what to do."""

    cell: str
    row: int
    text: Text


@dataclass(frozen=True, slots=True)
class ListRead:
    """What a workbook held: entries with the row that they stand in, and everything that is wrong."""

    kind: ListKind
    entries: tuple[tuple[int, Entry], ...]
    problems: tuple[CellProblem, ...]

    @property
    def whole(self) -> bool:
        """Whether the list can come in: there is something in it and nothing is wrong."""
        return bool(self.entries) and not self.problems


def read_list(data: bytes, kind: ListKind) -> ListRead:
    """Read one list from a workbook. Raises RefusedError when the file may not be opened or is another."""
    grids = read_grids(safe_parts(data))
    for grid in grids:
        places = _places(grid, kind)
        if places is not None:
            return _Reader(grid, kind, places).read()
    wanted = ", ".join(column.heading.nl for column in COLUMNS[kind] if column.needed)
    raise RefusedError(
        Text(
            f"In deze werkmap staat geen blad met deze kopjes: {wanted}. Download de lijst en vul die in.",
            f"No sheet in this workbook has these headings: {wanted}. Download the list and fill it in.",
        )
    )


def _places(grid: Grid, kind: ListKind) -> dict[str, int] | None:
    """In which column each field stands, from the first row; None when a needed one is not there."""
    heads = {
        plain_words(str(cell.value)): number for number, cell in grid.rows.get(1, {}).items() if cell.value
    }
    found = {}
    for column in COLUMNS[kind]:
        for heading in (column.heading.nl, column.heading.en):
            if plain_words(heading) in heads:
                found[column.field] = heads[plain_words(heading)]
    needed = {column.field for column in COLUMNS[kind] if column.needed}
    return found if needed <= found.keys() else None


class _Reader:
    """Reads the rows of one sheet, and keeps what is wrong."""

    def __init__(self, grid: Grid, kind: ListKind, places: Mapping[str, int]) -> None:
        self.grid, self.kind, self.places = grid, kind, places
        self.problems: list[CellProblem] = []
        self.seen: set[str] = set()

    def read(self) -> ListRead:
        found: list[tuple[int, Entry]] = []
        for row in sorted(number for number in self.grid.rows if number > 1):
            entry = self._entry(row, self.grid.rows[row])
            if entry is not None:
                found.append((row, entry))
        return ListRead(self.kind, tuple(found), tuple(self.problems))

    def _entry(self, row: int, cells: Mapping[int, Cell]) -> Entry | None:
        before = len(self.problems)
        values = {}
        for column in COLUMNS[self.kind]:
            value = self._value(row, column, cells.get(self.places.get(column.field, 0)))
            if value is not None:
                values[column.field] = value
        if values == library_rows(self.kind).get(str(values.get("key"))):
            del self.problems[before:]  # a row of the program as it was: nothing of the network's own
            return None
        if len(self.problems) > before:
            return None
        try:
            entry = ROWS[self.kind].model_validate(values)
            _check(entry)
        except ValidationError as error:
            for part in error.errors(include_url=False, include_context=False, include_input=False):
                self._wrong(row, str(part["loc"][0]), _said(str(part["type"])))
            return None
        except RefusedError as refused:
            self._wrong(row, self._refused_field(entry), refused.text)
            return None
        if entry.key in self.seen:
            self._wrong(row, "key", TWICE)
            return None
        self.seen.add(entry.key)
        return entry

    def _refused_field(self, entry: Entry) -> str:
        if self.kind is ListKind.PRICES:
            return "amount"
        return "mid" if entry.key in library_rows(self.kind) else "key"

    def _value(self, row: int, column: Column, cell: Cell | None) -> Any:
        if cell is None:
            if column.needed:
                self._wrong(row, column.field, EMPTY)
            return None
        if cell.problem is not None:
            self._wrong(row, column.field, cell.problem)
            return None
        try:
            return column.read(cell.value)
        except RefusedError as refused:
            self._wrong(row, column.field, refused.text)
            return None

    def _wrong(self, row: int, field: str, text: Text) -> None:
        place = self.places.get(field, 1)
        self.problems.append(CellProblem(f"{letter(place)}{row}", row, text))


def _check(entry: Entry) -> None:
    """Raise RefusedError when a price has a range that does not hold it, or a number is not in the set."""
    if isinstance(entry, OwnPrice):
        entry.priced()
    else:
        entry.assumption(load_assumptions())


def letter(column: int) -> str:
    """The letter of a column: 1 is A, 27 is AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _said(kind: str) -> Text:
    return SAID.get(kind, OTHER)


EMPTY = Text("Dit vakje is leeg. Vul het in.", "This cell is empty. Fill it in.")
TWICE = Text("Deze sleutel staat er al. Kies een andere.", "This key is there already. Choose another.")
OTHER = Text("Dit klopt niet.", "This is not right.")
SAID: dict[str, Text] = {
    "greater_than_equal": Text("Dit getal is te klein.", "This number is too small."),
    "less_than_equal": Text("Dit getal is te groot.", "This number is too large."),
    "string_too_long": Text("Deze tekst is te lang. Maak haar korter.", "This text is too long."),
    "string_too_short": EMPTY,
    "string_pattern_mismatch": Text(
        "Een sleutel heeft kleine letters, cijfers, punten en streepjes.",
        "A key has small letters, figures, dots and dashes.",
    ),
    "decimal_max_places": Text(
        "Gebruik hoogstens twee cijfers achter de komma.", "Use two decimals at most."
    ),
}
