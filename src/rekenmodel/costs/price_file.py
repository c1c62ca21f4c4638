"""Reading a price list from a CSV file, checked. The default list is data/prices_nl.csv.

Every problem names its row (the heading is row 1) and column, and says what to do, in both languages.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from rekenmodel.costs.helps import Price
from rekenmodel.costs.prices import PriceItem, PriceList
from rekenmodel.costs.units import Unit
from rekenmodel.values import Law, Payer, PriceConcept, RefusedError, Text

DEFAULT_PRICES = Path(__file__).with_name("data") / "prices_nl.csv"

_COLUMNS = (
    *("key", "item", "code", "amount", "low", "high", "unit", "unit_text"),
    *("payer", "payer_text", "payer_basis", "law", "law_text", "price_year", "concept"),
    *("category", "source", "source_url", "note_nl", "note_en"),
)
_YEARS = range(1990, 2100)

Choice = TypeVar("Choice", bound=StrEnum)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PriceProblem:
    """What is wrong in one cell of a price list, and what to do."""

    row: int
    column: str
    text: Text


class PriceListError(RefusedError):
    """A price list with problems was refused as a whole; `problems` holds all of them."""

    def __init__(self, problems: Iterable[PriceProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(
            Text(
                nl="\n".join(f"Rij {one.row}, kolom {one.column}: {one.text.nl}" for one in self.problems),
                en="\n".join(f"Row {one.row}, column {one.column}: {one.text.en}" for one in self.problems),
            )
        )


@cache
def load_price_list(path: Path | None = None) -> PriceList:
    """Return the price list in a CSV file, or the default list. Raises PriceListError with all its problems.

    Kept in memory: a changed file is read again only by a new process.
    """
    with (path or DEFAULT_PRICES).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise PriceListError(PriceProblem(1, column, _MISSING) for column in missing)
        return read_price_rows(reader)


def read_price_rows(rows: Iterable[Mapping[str, str | None]]) -> PriceList:
    """Return the price list in rows with the columns of the default file, from whatever table they come.

    Raises PriceListError with all problems; the first row is counted as row 2, under the heading.
    """
    problems: list[PriceProblem] = []
    items: dict[str, PriceItem] = {}
    for number, cells in enumerate(rows, start=2):
        row = _Row(number, cells, problems)
        item = row.item()
        if item is not None and item.key in items:
            row.refuse("key", _TWICE)
        elif item is not None:
            items[item.key] = item
    if problems:
        raise PriceListError(problems)
    return PriceList.of(items.values())


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the file, being read; what is wrong is added to `problems`."""

    number: int
    cells: Mapping[str, str | None]
    problems: list[PriceProblem]

    def item(self) -> PriceItem | None:
        """Return the item, or None when this row has a problem."""
        before = len(self.problems)
        key, name, source = (self._needed(column) for column in ("key", "item", "source"))
        amount = self._amount("amount", needed=True)
        low, high = self._amount("low"), self._amount("high")
        year = self._year()
        unit, concept = self._choice("unit", Unit), self._choice("concept", PriceConcept)
        payer = self._choice("payer", Payer, needed=False)
        law = self._choice("law", Law, needed=False)
        note = self._note()
        if len(self.problems) > before or amount is None or unit is None or concept is None:
            return None
        price = self._checked(lambda: Price(amount, year, concept, source, low, high), "amount")
        if price is None:
            return None
        texts = (self._text("unit_text"), payer, self._text("payer_text"), self._text("payer_basis"), law)
        rest = (self._text("law_text"), self._text("category"), self._text("source_url"), note)
        return PriceItem(key, name, self._text("code"), price, unit, *texts, *rest)

    def refuse(self, column: str, text: Text) -> None:
        """Note a problem in one cell."""
        self.problems.append(PriceProblem(self.number, column, text))

    def _text(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()

    def _needed(self, column: str) -> str:
        text = self._text(column)
        if not text:
            self.refuse(column, _EMPTY)
        return text

    def _amount(self, column: str, *, needed: bool = False) -> Decimal | None:
        text = self._needed(column) if needed else self._text(column)
        if not text:
            return None
        try:
            amount = Decimal(text.replace(",", "."))
        except InvalidOperation:
            amount = Decimal("NaN")
        if not (amount.is_finite() and amount >= 0):
            self.refuse(column, _no_amount(text))
            return None
        return amount

    def _year(self) -> int | None:
        text = self._text("price_year")
        if not text:
            return None
        if not (text.isdecimal() and int(text) in _YEARS):
            self.refuse("price_year", _no_year(text))
            return None
        return int(text)

    def _choice(self, column: str, kind: type[Choice], *, needed: bool = True) -> Choice | None:
        text = self._needed(column) if needed else self._text(column)
        if text and text not in list(kind):
            self.refuse(column, _no_choice(text, kind))
        return kind(text) if text in list(kind) else None

    def _note(self) -> Text:
        note = self._checked(lambda: Text(self._text("note_nl"), self._text("note_en")), "note_nl")
        return note or Text("", "")

    def _checked(self, make: Callable[[], Made], column: str) -> Made | None:
        """Return what `make` makes, or None with a problem when it refuses."""
        try:
            return make()
        except RefusedError as error:
            self.refuse(column, error.text)
        except ValueError:
            self.refuse(column, _HALF_NOTE)
        return None


_MISSING = Text("Deze kolom ontbreekt. Voeg hem toe.", "This column is missing. Add it.")
_EMPTY = Text("Dit vakje is leeg. Vul het in.", "This cell is empty. Fill it in.")
_TWICE = Text("Deze sleutel staat er al. Kies een andere.", "This key is already there. Choose another.")
_HALF_NOTE = Text("Geef de noot in beide talen.", "Give the note in both languages.")


def _no_amount(text: str) -> Text:
    return Text(
        f"“{text}” is geen bedrag. Vul een getal in van nul of meer.",
        f"“{text}” is no amount. Fill in a number of zero or more.",
    )


def _no_year(text: str) -> Text:
    return Text(
        f"“{text}” is geen jaar. Vul vier cijfers in, of laat het leeg als u het jaar niet weet.",
        f"“{text}” is no year. Fill in four figures, or leave it empty when you do not know the year.",
    )


def _no_choice(text: str, kind: type[StrEnum]) -> Text:
    names = ", ".join(kind)
    return Text(f"“{text}” kennen we niet. Kies uit: {names}.", f"“{text}” is unknown. Choose from: {names}.")
