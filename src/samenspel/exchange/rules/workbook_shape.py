"""What a sheet and a column of the workbook are."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules.workbook_words import Words

NOTHING = Text("", "")


class Kind(StrEnum):
    """What belongs in a cell, and so how it is read, drawn and checked by the spreadsheet program."""

    TEXT = "text"
    NAME = "name"
    NAMES = "names"
    DATE = "date"
    BIRTH = "birth"
    MOMENT = "moment"
    YES = "yes"
    NUMBER = "number"
    EUROS = "euros"
    YEAR = "year"
    MUNICIPALITY = "municipality"
    CHOICE = "choice"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column (on the first sheet: one question). `more` columns are folded away until somebody asks."""

    field: str
    heading: Text
    kind: Kind = Kind.TEXT
    width: int = 18
    example: Text = NOTHING
    words: Words[Any] | None = None
    also: tuple[str, ...] = ()
    more: bool = False
    list_of: str = ""
    """The sheet whose first column holds the names to choose from."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet: its title, one line of explanation, its columns. `needed` columns may not be empty."""

    key: str
    title: Text
    says: Text
    columns: tuple[Column, ...]
    needed: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def column(self, field: str) -> Column | None:
        """Return the column of a field."""
        return next((column for column in self.columns if column.field == field), None)


def yes_column(
    field: str, heading: Text, *, more: bool = False, example: Text = NOTHING, width: int = 11
) -> Column:
    """A column for yes or no."""
    return Column(field, heading, Kind.YES, width, example, more=more)


def day_column(
    field: str, heading: Text, *, more: bool = False, example: str = "", also: tuple[str, ...] = ()
) -> Column:
    """A column for a day."""
    return Column(field, heading, Kind.DATE, 13, Text(example, example), also=also, more=more)


KEY = Column(
    "key",
    Text("Kenmerk (niet wijzigen)", "Key (do not change)"),
    width=24,
    also=("kenmerk", "key"),
    more=True,
)
"""Stands in a workbook that was filled from a household, so that a line comes back as the same line."""
