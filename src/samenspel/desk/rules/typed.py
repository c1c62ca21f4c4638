"""What somebody types in a field becomes a value, and a value stands in a field as people write it.

Dates, amounts and numbers are read by the same readers as cells of a workbook, so that 3-12-2026, 85,20 and
1.250 mean the same on the page and in the workbook.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rekenmodel.values import Language, RefusedError, Text, number
from samenspel.exchange.rules.workbook_values import (
    HOME,
    as_cents,
    as_date,
    as_moment,
    as_municipality,
    as_number,
    as_year,
)

FIRST_YEAR, LAST_YEAR = 1900, 2100


class Input(StrEnum):
    """What kind of field it is."""

    LINE = "line"
    LONG = "long"
    DAY = "day"
    MOMENT = "moment"
    NUMBER = "number"
    EUROS = "euros"
    YEAR = "year"
    MUNICIPALITY = "municipality"
    YES = "yes"
    ONE = "one"
    MORE = "more"
    SHOWN = "shown"


WRITTEN_AS_TEXT = {Input.LINE, Input.LONG, Input.MUNICIPALITY}
"""Empty is an empty text here; in every other field empty means unknown."""

READERS = {
    Input.DAY: as_date,
    Input.MOMENT: as_moment,
    Input.NUMBER: as_number,
    Input.EUROS: as_cents,
    Input.YEAR: as_year,
    Input.MUNICIPALITY: as_municipality,
}


@dataclass(frozen=True, slots=True)
class Read:
    """A value that was read; `asked` says where the reader had to guess."""

    value: Any
    asked: tuple[Text, ...] = ()


def read(kind: Input, typed: str) -> Read:
    """Read what was typed in a field that is no choice. Raises RefusedError with what to do."""
    text = clean(typed)
    if kind in {Input.LINE, Input.LONG}:
        return Read(text)
    if not text:
        return Read("" if kind in WRITTEN_AS_TEXT else None)
    asked: list[Text] = []
    value = READERS[kind](text, asked.append)
    if isinstance(value, date) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise RefusedError(
            Text(
                f"Het jaar {value.year} klopt niet. Schrijf het jaar met vier cijfers.",
                f"The year {value.year} is not right. Write the year in four figures.",
            )
        )
    return Read(value, tuple(asked))


def clean(typed: str) -> str:
    """Return typed text with plain line ends, without invisible marks, and without spaces around it."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in "\n\t" or letter >= " ").strip()


def written(kind: Input, value: Any, language: Language) -> str:
    """Return a value as it stands in its field."""
    if value is None:
        return ""
    if kind is Input.DAY:
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if kind is Input.MOMENT:
        local = value.astimezone(HOME)
        mark = "." if language == "nl" else ":"
        return f"{written(Input.DAY, local, language)} {local.hour:02}{mark}{local.minute:02}"
    if kind is Input.EUROS:
        return number(Decimal(value) / 100, language, 2)
    if kind is Input.NUMBER:
        return f"{Decimal(str(value)):f}".replace(".", "," if language == "nl" else ".")
    return str(value)
