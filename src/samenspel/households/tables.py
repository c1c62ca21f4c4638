"""Which list of the file lives in which table, and how a row goes in and comes out. The only such list."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from django.db.models import Model, OuterRef
from pydantic import BaseModel, TypeAdapter

from samenspel.access.rules import Kind
from samenspel.households import models
from samenspel.households.models import Household
from samenspel.households.rules import record
from samenspel.kit.json_rows import JsonRows, as_text
from samenspel.kit.kept import Kept
from samenspel.kit.rows import Row


@dataclass(frozen=True, slots=True)
class Link:
    """A list within a row that has a table of its own.

    Its items are the values of `column` (`refers` when that holds a row's id), or with a `shape` rows of that
    shape.
    """

    field: str
    model: type[Any]
    to: str
    column: str = ""
    refers: bool = False
    shape: type[BaseModel] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """What its table holds besides the row that it belongs to."""
        return (self.column,) if self.shape is None else tuple(self.shape.model_fields)

    def item(self, values: list[Any]) -> Any:
        """One item, from what its columns hold."""
        if self.shape is not None:
            return dict(zip(self.columns, values, strict=True))
        return key_of(values[0]) if self.refers else values[0]

    def filled(self, item: Any, household_id: str) -> dict[str, Any]:
        """What to write in its columns for one item."""
        if self.shape is not None:
            return dict(item)
        return {self.column: row_id(household_id, item) if self.refers else item}


@dataclass(frozen=True)
class Table:
    """A list of the file and the table that holds it."""

    name: str
    model: type[Any]
    row: type[Row]
    kind: Kind
    own_refs: tuple[str, ...] = ()
    network_refs: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def scalars(self) -> tuple[str, ...]:
        """The fields that are neither references nor lists."""
        other = {*self.refs, *(link.field for link in self.links), "key"}
        return tuple(name for name in self.row.model_fields if name not in other)

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """The fields that refer to another row."""
        return (*self.own_refs, *self.network_refs)

    @cached_property
    def rows(self) -> TypeAdapter[tuple[Row, ...]]:
        """What checks the rows of the list, all at once."""
        return TypeAdapter(tuple[self.row, ...])  # type: ignore[name-defined]


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("cases", models.Case, record.Case, Kind.STRUCTURE),
        Table("persons", models.Person, record.Person, Kind.STRUCTURE),
        Table("relations", models.Relation, record.Relation, Kind.STRUCTURE, ("person", "other")),
        Table("supporters", models.Supporter, record.Supporter, Kind.STRUCTURE),
        Table("goals", models.Goal, record.Goal, Kind.PLAN, ("person",)),
        Table("problems", models.Problem, record.Problem, Kind.PLAN),
        Table(
            "help",
            models.Help,
            record.Help,
            Kind.HELP,
            ("supporter",),
            ("organisation", "professional"),
            (
                Link("domains", models.HelpDomain, "help", "domain"),
                Link("for_whom", models.HelpPerson, "help", "person_id", refers=True),
                Link("goals", models.HelpGoal, "help", "goal_id", refers=True),
                Link("conflicts_with", models.HelpConflict, "help", "other_id", refers=True),
            ),
        ),
        Table("declarations", models.Declaration, record.Declaration, Kind.COSTS, ("help",)),
        Table(
            "leads",
            models.Lead,
            record.Lead,
            Kind.STRUCTURE,
            ("person", "supporter", "help", "goal", "deputy_person", "deputy_supporter"),
            ("professional", "deputy"),
            (Link("mandate", models.LeadMandate, "lead", "item"),),
        ),
        Table("effects", models.Effect, record.Effect, Kind.PLAN, ("help",)),
        Table("agreements", models.Agreement, record.Agreement, Kind.PLAN),
        Table("actions", models.Action, record.Action, Kind.PLAN, ("person", "supporter"), ("professional",)),
        Table("events", models.Event, record.Event, Kind.COURSE, ("person",)),
        Table("decisions", models.Decision, record.Decision, Kind.PLAN),
        Table("words", models.Words, record.Words, Kind.WORDS, ("person", "supporter")),
        Table(
            "states",
            models.State,
            record.State,
            Kind.PROCESS,
            links=(Link("votes", models.StateVote, "row", shape=record.StateVote),),
        ),
    )
}

FACTS = ("network_id", "key", "name", "municipality", "plan_holder_id")


def read_lists(household_id: str, tables: Iterable[Table]) -> tuple[tuple[Any, ...], dict[str, Any]] | None:
    """Read the `FACTS` of a household and some of its lists in one query; None when it does not exist.

    Callers ask the decision first: this reads whatever it is told to.
    """
    wanted = tuple(tables)
    found = _reading(wanted).rows(household_id)
    if not found:
        return None
    facts, texts = found[0][: len(FACTS)], iter(found[0][len(FACTS) :])
    lists = {
        table.name: decode(table, *(json.loads(next(texts) or "[]") for _ in (table, *table.links)))
        for table in wanted
    }
    return facts, lists


@cache
def _reading(tables: tuple[Table, ...]) -> Kept:
    """The one query that reads these lists."""
    rows = [rows for table in tables for rows in all_rows(table)]
    lists = {f"_list_{number}": as_text(found) for number, found in enumerate(rows)}
    query = Household.objects.annotate(**lists).filter(pk="").order_by()
    return Kept(lambda: query.values_list(*FACTS, *lists))


def all_rows(table: Table) -> Iterator[JsonRows]:
    """The rows of `table` and of each of its links, of the household of the outer query."""
    own = table.model.objects.filter(household=OuterRef("pk")).order_by("position", "key")
    yield JsonRows(own, ["key", *table.scalars, *(f"{name}_id" for name in table.refs)])
    for link in table.links:
        linked = link.model.objects.filter(household=OuterRef("pk")).order_by("pk")
        yield JsonRows(linked, [f"{link.to}_id", *link.columns])


def decode(table: Table, rows: list[list[Any]], *links: list[list[Any]]) -> tuple[Row, ...]:
    """Turn what `all_rows` gives into checked rows."""
    fields = ("key", *table.scalars, *table.refs)
    data: dict[str, dict[str, Any]] = {row[0]: dict(zip(fields, row, strict=True)) for row in rows}
    for row in data.values():
        for name in table.refs:
            if row[name] is not None:
                row[name] = key_of(row[name])
    for link, items in zip(table.links, links, strict=True):
        for owner, *values in items:
            data[key_of(owner)].setdefault(link.field, []).append(link.item(values))
    return table.rows.validate_python(data.values())


def read_rows(table: Table, household_id: str, keys: Iterable[str]) -> dict[str, Row]:
    """Read some rows of one table by key."""
    found = read_lists(household_id, [table])
    wanted = frozenset(keys)
    return {row.key: row for row in found[1][table.name] if row.key in wanted} if found else {}


def row_id(owner: str, key: str) -> str:
    """The id of a row: its owner's id, a dot and its key."""
    return f"{owner}.{key}"


def key_of(row: str) -> str:
    """The key within the id of a row."""
    return row.partition(".")[2]


def columns(table: Table, row: Row, household_id: str, network_id: str) -> dict[str, Any]:
    """What to write in the table's own columns for this row."""
    values: dict[str, Any] = {name: getattr(row, name) for name in table.scalars}
    for names, owner in ((table.own_refs, household_id), (table.network_refs, network_id)):
        for name in names:
            key = getattr(row, name)
            values[f"{name}_id"] = row_id(owner, key) if key is not None else None
    return values


def link_rows(table: Table, row: Row, household_id: str) -> Iterator[Model]:
    """The rows of the link tables that belong to this row."""
    own = {"household_id": household_id}
    for link in table.links:
        to = {f"{link.to}_id": row_id(household_id, row.key)}
        for item in dict.fromkeys(getattr(row, link.field)):
            yield link.model(**own, **to, **link.filled(item, household_id))


def link_models(table: Table) -> dict[type[Any], str]:
    """The link tables of a table, with the column that points back."""
    return {link.model: link.to for link in table.links}
