"""Which list of the file lives in which table, and how a row goes in and comes out. The only such list."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import F, Model, OuterRef
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from samenspel.access.rules import Kind
from samenspel.households import models
from samenspel.households.rules import record
from samenspel.kit.json_rows import JsonList, JsonRows, JsonValues, as_text
from samenspel.kit.rows import Row


@dataclass(frozen=True, slots=True)
class Link:
    """A list within a row that has a table of its own; `refers` when its column holds a row's id."""

    field: str
    model: type[Any]
    to: str
    column: str
    refers: bool = False


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
        other = {*self.refs, *self.lists, "key"}
        return tuple(name for name in self.row.model_fields if name not in other)

    @cached_property
    def refs(self) -> tuple[str, ...]:
        """The fields that refer to another row."""
        return (*self.own_refs, *self.network_refs)

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The fields that are lists with a table of their own."""
        votes = ("votes",) if self.name == "states" else ()
        return (*(link.field for link in self.links), *votes)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """All fields, in the order in which a row comes out of the database."""
        return ("key", *self.scalars, *self.refs, *self.lists)


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
            ("person", "supporter", "help", "goal"),
            ("professional", "deputy"),
            (Link("mandate", models.LeadMandate, "lead", "item"),),
        ),
        Table("effects", models.Effect, record.Effect, Kind.PLAN, ("help",)),
        Table("agreements", models.Agreement, record.Agreement, Kind.PLAN),
        Table("actions", models.Action, record.Action, Kind.PLAN, ("person", "supporter"), ("professional",)),
        Table("events", models.Event, record.Event, Kind.COURSE, ("person",)),
        Table("decisions", models.Decision, record.Decision, Kind.PLAN),
        Table("words", models.Words, record.Words, Kind.WORDS, ("person", "supporter")),
        Table("states", models.State, record.State, Kind.PROCESS),
    )
}

VOTE_FIELDS = ("voter", "state", "goal_agreement", "cause_known")


def expressions(table: Table) -> list[Combinable]:
    """What to select so that a row of `table` comes out as one JSON list, in the order of its fields."""
    values: list[Combinable] = [F(name) for name in ("key", *table.scalars)]
    values += [F(f"{name}_id") for name in table.refs]
    for link in table.links:
        rows = link.model.objects.filter(**{link.to: OuterRef("pk")}).order_by("pk")
        values.append(JsonList(rows, F(link.column)))
    if table.name == "states":
        votes = models.StateVote.objects.filter(row=OuterRef("pk")).order_by("pk")
        values.append(JsonRows(votes, [F(name) for name in VOTE_FIELDS]))
    return values


def all_rows(table: Table) -> Cast:
    """All rows of `table` of the household of the outer query, as one JSON text; null when there are none."""
    rows = table.model.objects.filter(household=OuterRef("pk")).order_by("position", "key")
    return as_text(JsonRows(rows, expressions(table)))


def decode_all(table: Table, text: str | None) -> tuple[Row, ...]:
    """Turn what `all_rows` gives into checked rows."""
    return tuple(decode(table, values) for values in json.loads(text)) if text else ()


def read_rows(table: Table, household_id: str, keys: Iterable[str]) -> dict[str, Row]:
    """Read some rows of one table by key."""
    ids = [row_id(household_id, key) for key in keys]
    found = table.model.objects.filter(pk__in=ids).order_by("pk")
    texts = found.annotate(_value=as_text(JsonValues(*expressions(table)))).values_list("_value", flat=True)
    rows = [decode(table, json.loads(text)) for text in texts]
    return {row.key: row for row in rows}


def row_id(owner: str, key: str) -> str:
    """The id of a row: its owner's id, a dot and its key."""
    return f"{owner}.{key}"


def key_of(row: str) -> str:
    """The key within the id of a row."""
    return row.partition(".")[2]


def decode(table: Table, values: list[Any]) -> Row:
    """Turn the values of one row, in the order of its fields, into a checked row."""
    data = dict(zip(table.fields, values, strict=True))
    for name in table.refs:
        if data[name] is not None:
            data[name] = key_of(data[name])
    for link in table.links:
        found = data[link.field] or []
        data[link.field] = [key_of(item) for item in found] if link.refers else found
    if table.name == "states":
        data["votes"] = [dict(zip(VOTE_FIELDS, vote, strict=True)) for vote in data["votes"] or []]
        if isinstance(data["signal_values"], str):
            data["signal_values"] = json.loads(data["signal_values"])
    if table.name == "cases" and data["next_meeting_at"] is not None:
        moment = datetime.fromisoformat(data["next_meeting_at"])
        data["next_meeting_at"] = moment.isoformat() if moment.tzinfo else f"{moment.isoformat()}+00:00"
    return table.row.model_validate(data)


def columns(table: Table, row: Row, household_id: str, network_id: str) -> dict[str, Any]:
    """What to write in the table's own columns for this row."""
    values: dict[str, Any] = {name: getattr(row, name) for name in table.scalars}
    for names, owner in ((table.own_refs, household_id), (table.network_refs, network_id)):
        for name in names:
            key = getattr(row, name)
            values[f"{name}_id"] = row_id(owner, key) if key is not None else None
    return values


def link_rows(table: Table, row: Row, household_id: str) -> Iterable[Model]:
    """The rows of the link tables that belong to this row."""
    own = row_id(household_id, row.key)
    for link in table.links:
        for item in dict.fromkeys(getattr(row, link.field)):
            value = row_id(household_id, item) if link.refers else item
            yield link.model(**{"household_id": household_id, f"{link.to}_id": own, link.column: value})
    if isinstance(row, record.State):
        for vote in row.votes:
            yield models.StateVote(household_id=household_id, row_id=own, **vote.model_dump())


def link_models(table: Table) -> dict[type[Any], str]:
    """The link tables of a table, with the column that points back."""
    found: dict[type[Any], str] = {link.model: link.to for link in table.links}
    return found | {models.StateVote: "row"} if table.name == "states" else found
