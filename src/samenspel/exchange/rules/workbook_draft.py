"""The rows of a household file while they are being read, and what does not fit in them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from rekenmodel.values import Text
from samenspel.exchange.rules.workbook_lines import Line, Notes
from samenspel.exchange.rules.workbook_names import Keys, Named, Names
from samenspel.exchange.rules.workbook_people import People
from samenspel.households.rules.faults import faults_of_row, faults_of_shape
from samenspel.kit.rows import Row

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
TOGETHER = (
    {"quantity", "unit", "per"},
    {"price_cents", "price_concept", "price_source", "price_low_cents", "price_high_cents"},
    {"since", "until", "planned_end", "stopped_unfinished", "stays", "waiting_since"},
    {"organisation", "helper"},
    {"since", "due", "done", "reached"},
)
"""Cells that are judged together: when one is wrong, the others are not judged yet."""


@dataclass
class Draft:
    """The rows of a household file as far as they are read."""

    notes: Notes
    people: People
    goals: Names = field(default_factory=lambda: Names(of_people=False))
    helps: Names = field(default_factory=lambda: Names(of_people=False))
    keys: dict[str, Keys] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    lines: dict[tuple[str, str], Line] = field(default_factory=dict)

    def claim(
        self,
        lines: list[Line],
        table: str | Callable[[Line], str],
        identity: Callable[[Line], tuple[str, ...]],
    ) -> None:
        """Give every line its key: the one in the workbook, else one made of its words."""
        named = [(line, table if isinstance(table, str) else table(line)) for line in lines]
        for line, name in named:
            written = line.said("key")
            keys = self.keys.setdefault(name, Keys())
            if not written:
                continue
            if not KEY.fullmatch(written) or written in keys.taken:
                self.notes.error(WRONG_KEY, line, "key")
            else:
                line.key = written
                keys.taken.add(written)
        for line, name in named:
            line.key = line.key or self.keys[name].make(*identity(line))

    def add(
        self, table: str, kind: type[Row], line: Line, values: Mapping[str, Any], cells: Mapping[str, str]
    ) -> None:
        """Add one row, or note what does not fit. `cells` says in which column a field of the row stands."""
        key = str(values["key"])
        self.lines[table, key] = line
        try:
            row = kind.model_validate({name: value for name, value in values.items() if value is not None})
        except ValidationError as error:
            faults = faults_of_shape(error, table=table, key=key)
        else:
            self.rows.setdefault(table, []).append(row)
            faults = faults_of_row(table, row)
        for fault in faults:
            cell = cells.get(fault.field, fault.field)
            if not any({cell, wrong} <= group for wrong in line.wrong for group in ({cell}, *TOGETHER)):
                self.notes.error(fault.text, line, _shown(line, cell))

    def named(self, line: Line, name: str, known: Names, items: Iterable[str]) -> list[str]:
        """Return the keys of goals or lines of help that are named in a cell."""
        keys = []
        for written in items:
            found = known.find(written)
            near = known.near(written) if not found else None
            if len(found) == 1:
                keys.append(found[0].key)
            else:
                text = _not_found(written, near.name if near else "") if not found else _ambiguous(written)
                self.notes.error(text, line, name)
        return list(dict.fromkeys(keys))

    def unused(self, line: Line, names: Iterable[str], text: Text) -> None:
        """Ask about cells that are filled in but do not count on this line."""
        for name in sorted(names):
            if name in line.values:
                self.notes.question(text, line, name)


def _shown(line: Line, cell: str) -> str:
    """The cell to point at: itself, or one that is judged with it when the sheet does not have it."""
    beside = (name for group in TOGETHER if cell in group for name in line.values if name in group)
    return cell if cell in line.places else next(beside, cell)


def as_field(named: Named | None) -> dict[str, str]:
    """Return a person, supporter or professional as the field that refers to it."""
    return {named.table[:-1]: named.key} if named else {}


def _not_found(written: str, near: str) -> Text:
    nl, en = (f"Bedoelt u '{near}'? ", f"Do you mean '{near}'? ") if near else ("", "")
    return Text(
        f"'{written}' staat niet in deze werkmap. {nl}Schrijf de naam net zo op als op het andere blad.",
        f"'{written}' is not in this workbook. {en}Write the name just as on the other sheet.",
    )


def _ambiguous(written: str) -> Text:
    return Text(
        f"'{written}' komt meer dan één keer voor. Maak de namen verschillend, of zet de organisatie "
        "erachter: "
        "hulp (Organisatie).",
        f"'{written}' comes more than once. Make the names different, or add the organisation: help "
        "(Organisation).",
    )


WRONG_KEY = Text(
    "Dit kenmerk klopt niet of komt twee keer voor. Maak de cel leeg: dan krijgt de regel een nieuw kenmerk.",
    "This key is wrong or comes twice. Clear the cell: the line then gets a new key.",
)
