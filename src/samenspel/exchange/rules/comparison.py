"""What bringing a file into a household changes: row by row, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules.row_words import changed_fields, names_in, row_name
from samenspel.households.rules.faults import LISTS
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.kit.rows import Row

DIRECTORY = ("organisations", "teams", "professionals")
HELD = tuple(name for name in LISTS if name not in DIRECTORY)
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that will be added, changed or taken out."""

    table: str
    name: str
    kind: str
    fields: tuple[tuple[Text, Text, Text], ...] = ()
    """Of a changed row the heading, the old and the new value of each field that differs."""

    def to_json(self) -> list[Any]:
        """Return plain JSON values."""
        fields = [[[text.nl, text.en] for text in field] for field in self.fields]
        return [self.table, self.kind, self.name, fields]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many rows are added, changed, taken out or left as they are, and which."""

    added: int
    changed: int
    gone: int
    same: int
    differences: tuple[Difference, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether everything stands there already."""
        return not (self.added or self.changed or self.gone)


def compare(
    before: HouseholdFile | None, file: HouseholdFile, gone: Iterable[tuple[str, str]] = ()
) -> Comparison:
    """Say what writing `file` into `before` does; rows of `before` that the file does not name stay."""
    found: list[Difference] = []
    same = 0
    names = names_in(before, file)
    for table in HELD:
        there = _by_key(before, table)
        for row in getattr(file, table):
            earlier = there.get(row.key)
            if earlier == row:
                same += 1
            elif earlier is None:
                found.append(Difference(table, row_name(row, names), "added"))
            else:
                fields = changed_fields(table, earlier, row, names)
                found.append(Difference(table, row_name(row, names), "changed", fields))
    if before is not None and facts_of(before) != facts_of(file):
        fields = changed_fields("household", facts_of(before), facts_of(file), names)
        found.append(Difference("household", file.name, "changed", fields))
    for table, key in gone:
        row = _by_key(before, table).get(key)
        if row is not None:
            found.append(Difference(table, row_name(row, names), "gone"))
    kinds = [one.kind for one in found]
    return Comparison(
        kinds.count("added"), kinds.count("changed"), kinds.count("gone"), same, tuple(found[:MOST_SHOWN])
    )


def merged(
    before: HouseholdFile | None, file: HouseholdFile, gone: Iterable[tuple[str, str]] = ()
) -> HouseholdFile:
    """Return the household as it will be, so that it can be checked as a whole."""
    if before is None:
        return file
    out = set(gone)
    lists: dict[str, Any] = {}
    for table in LISTS:
        rows = _by_key(before, table) | _by_key(file, table)
        lists[table] = tuple(row for key, row in rows.items() if (table, key) not in out)
    return HouseholdFile.model_construct(**facts_of(file).model_dump(), **lists)


def facts_of(file: HouseholdFile) -> Facts:
    """What the household itself is called."""
    return Facts(key=file.key, name=file.name, municipality=file.municipality, plan_holder=file.plan_holder)


def rows_in(file: HouseholdFile) -> int:
    """How many rows a file holds, the directory left out."""
    return sum(len(getattr(file, table)) for table in HELD)


def _by_key(file: HouseholdFile | None, table: str) -> dict[str, Row]:
    rows: tuple[Row, ...] = getattr(file, table) if file is not None else ()
    return {row.key: row for row in rows}
