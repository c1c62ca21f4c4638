"""From a household file to the cells of a workbook, so that reading them gives the file back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from rekenmodel.values import Language, Text
from samenspel.exchange.rules import workbook_words as vocabulary
from samenspel.exchange.rules.workbook_layout import (
    CASE_FIELDS,
    LEAD,
    NETWORK,
    PEOPLE,
    PLAN_FIELDS,
    WORDS_FIELDS,
)
from samenspel.exchange.rules.workbook_layout_help import HELP
from samenspel.exchange.rules.workbook_names import Keys, Names
from samenspel.exchange.rules.workbook_shape import Kind, Sheet
from samenspel.exchange.rules.workbook_values import HOME
from samenspel.exchange.rules.workbook_words import Circle, Item
from samenspel.households.rules.codes import Authority
from samenspel.households.rules.record import Case, Help, HouseholdFile, Lead, Person, Supporter
from samenspel.kit.rows import Row

Written = str | int | Decimal | date
Cells = dict[str, Written]


@dataclass(frozen=True)
class Answer:
    """One line of the first sheet: which question, the answer, who said it and when, and its key."""

    field: str
    value: Written | None = None
    said_by: str = ""
    said_on: date | None = None
    key: str = ""


@dataclass
class Content:
    """What is written in a workbook: the answers of the first sheet, and lines by sheet."""

    answers: list[Answer] = field(default_factory=list)
    lines: dict[str, list[Cells]] = field(default_factory=dict)


@dataclass
class Known:
    """The names of one household, as the reader of a workbook knows them."""

    file: HouseholdFile
    persons: Names = field(default_factory=Names)
    everyone: Names = field(default_factory=Names)
    organisations: Names = field(default_factory=lambda: Names(of_people=False))
    goals: Names = field(default_factory=lambda: Names(of_people=False))
    helps: Names = field(default_factory=lambda: Names(of_people=False))
    relation_keys: Keys = field(default_factory=Keys)

    def __post_init__(self) -> None:
        homes = {row.key: row.name for row in self.file.organisations}
        for person in self.file.persons:
            self.persons.add("persons", person.key, person.name)
            self.everyone.add("persons", person.key, person.name)
        for supporter in self.file.supporters:
            self.everyone.add("supporters", supporter.key, supporter.name)
        for home in self.file.organisations:
            self.organisations.add("organisations", home.key, home.name)
        for worker in self.file.professionals:
            full = f"{worker.name} ({homes[worker.organisation]})"
            self.everyone.add("professionals", worker.key, worker.name, full)
        for goal in self.file.goals:
            self.goals.add("goals", goal.key, goal.title)
        for line in self.file.help:
            home_name = (
                self.organisations.label("organisations", line.organisation) if line.organisation else ""
            )
            self.helps.add("help", line.key, line.title, f"{line.title} ({home_name})")

    def who(self, row: Any) -> str:
        """Return how to write the person, supporter or professional that a row refers to."""
        for table in ("professionals", "supporters", "persons"):
            key = getattr(row, table[:-1], None)
            if key is not None:
                return self.everyone.label(table, key)
        return ""

    def organisation(self, key: str | None) -> str:
        """Return how to write an organisation."""
        return self.organisations.label("organisations", key) if key else ""


def content_of(file: HouseholdFile, language: Language) -> Content:
    """Return everything of a household that a workbook carries, in the words of `language`."""
    known = Known(file)
    lines = {
        PEOPLE.key: [
            *(_person(row, known, language) for row in file.persons),
            *(_supporter(row, language) for row in file.supporters),
        ],
        HELP.key: [_help(row, known, language) for row in file.help],
        LEAD.key: [_lead(row, known, language) for row in file.leads],
        "plan": list(_plan(file, known, language)),
        "events": [
            _plain(row, ("key", "title", "on"))
            | {"kind": vocabulary.EVENTS.names[row.kind].say(language)}
            | _named("person", known.persons.label("persons", row.person) if row.person else "")
            | _yes("life_threatening", row.life_threatening, language)
            for row in file.events
        ],
        NETWORK.key: list(_network(file, known, language)),
    }
    return Content(list(_answers(file, known)), lines)


def _answers(file: HouseholdFile, known: Known) -> Iterable[Answer]:
    yield Answer("name", file.name, key=file.key)
    yield Answer("municipality", file.municipality)
    holder = file.plan_holder
    yield Answer("plan_holder", known.persons.label("persons", holder) if holder else None)
    case = current_case(file.cases)
    for name in CASE_FIELDS:
        value = getattr(case, name, None)
        if name == "next_meeting_at" and value is not None:
            value = value.astimezone(HOME).strftime("%d-%m-%Y %H:%M")
        yield Answer(name, value, key=case.key if case and name == "opened_on" else "")
    for kind in WORDS_FIELDS:
        said = [row for row in file.words if row.kind == kind]
        for row in said:
            yield Answer(kind, row.text, known.who(row), row.on, row.key)
        if not said:
            yield Answer(kind)


def current_case(cases: Sequence[Case]) -> Case | None:
    """Return the case that a workbook carries: the open one; a closed case stays where it is."""
    return next((case for case in cases if case.closed_on is None), None)


def _person(row: Person, known: Known, language: Language) -> Cells:
    own = _plain(row, ("key", "name", "role", "birth_date", "lives_at", "since", "until"))
    relations = "; ".join(_relations(row, known, language))
    return (
        own
        | _circle(Circle.FAMILY, language)
        | _named("relations", relations)
        | _yes_no("in_house", row.in_house, language)
    )


def _supporter(row: Supporter, language: Language) -> Cells:
    own = _plain(row, ("key", "name", "gives", "since", "until")) | _named("role", row.relation)
    return own | _circle(Circle.CLOSE, language) | {"tie": vocabulary.TIES.names[row.tie].say(language)}


def _circle(circle: Circle, language: Language) -> Cells:
    return {"circle": vocabulary.CIRCLES.names[circle].say(language)}


def _relations(person: Person, known: Known, language: Language) -> Iterable[str]:
    for row in known.file.relations:
        if row.person != person.key:
            continue
        kind = vocabulary.RELATIONS.names[row.kind].say(language)
        label = known.persons.labels("persons", [row.other])
        if set(label) & set("(){},;\n"):
            label = f"[persons:{row.other}]"
        authority = vocabulary.AUTHORITIES.names[row.authority].say(language)
        marked = f" ({authority})" if row.authority is not Authority.NONE else ""
        same = known.relation_keys.make(person.key, row.other) == row.key
        yield f"{kind} {Text('van', 'of').say(language)} {label}{marked}{'' if same else f' {{{row.key}}}'}"


def _help(row: Help, known: Known, language: Language) -> Cells:
    cells = _columns(row, HELP, language) | _named("organisation", known.organisation(row.organisation))
    homes = {worker.key: worker.organisation for worker in known.file.professionals}
    away = row.organisation is not None and homes.get(row.professional or "") not in {row.organisation, None}
    helpers, bare = [], []
    for table, key in (("professionals", row.professional), ("supporters", row.supporter)):
        if key is not None:
            marked = away and table == "professionals"
            helpers.append(known.everyone.label(table, key, marked=marked, in_list=True))
            bare.append(f"[{table}:{key}]")
    return (
        cells
        | _named("helper", known.everyone.join(helpers, bare))
        | _named("for_whom", known.persons.labels("persons", row.for_whom))
        | _named("goals", known.goals.labels("goals", row.goals))
        | _named("conflicts_with", known.helps.labels("help", row.conflicts_with))
    )


def _lead(row: Lead, known: Known, language: Language) -> Cells:
    subject = ""
    if row.domain:
        subject = vocabulary.DOMAINS.names[row.domain].say(language)
    elif row.help:
        subject = known.helps.label("help", row.help)
    elif row.goal:
        subject = known.goals.label("goals", row.goal)
    deputy = known.everyone.label("professionals", row.deputy) if row.deputy else ""
    cells = _columns(row, LEAD, language) | _yes_no("accepted", row.accepted, language)
    return cells | _named("subject", subject) | _named("holder", known.who(row)) | _named("deputy", deputy)


def _plan(file: HouseholdFile, known: Known, language: Language) -> Iterable[Cells]:
    tables: dict[Item, Sequence[Row]] = {
        Item.GOAL: file.goals,
        Item.PROBLEM: file.problems,
        Item.AGREEMENT: file.agreements,
        Item.ACTION: file.actions,
        Item.DECISION: file.decisions,
    }
    for item, rows in tables.items():
        fields = {
            name: own for name, own in PLAN_FIELDS[item].items() if name not in {"who", "domain", "reached"}
        }
        for row in rows:
            cells: Cells = {"item": vocabulary.ITEMS.names[item].say(language), **_plain(row, ("key",))}
            for name, own in fields.items():
                cells |= _named(name, getattr(row, own))
            domain = getattr(row, "domain", None)
            cells |= _named("domain", vocabulary.DOMAINS.names[domain].say(language) if domain else "")
            text = getattr(row, PLAN_FIELDS[item].get("who", ""), "")
            cells |= _named("who", text if item in {Item.AGREEMENT, Item.DECISION} else known.who(row))
            yield cells | _yes("reached", getattr(row, "reached", False), language)


def _network(file: HouseholdFile, known: Known, language: Language) -> Iterable[Cells]:
    for home in file.organisations:
        kind = vocabulary.ORGANISATIONS.names[home.kind].say(language)
        yield _plain(home, ("key", "name", "agb")) | {"kind": kind}
    for worker in file.professionals:
        cells = _plain(worker, ("key", "name", "function"))
        cells |= _named("organisation", known.organisation(worker.organisation))
        yield cells | _named("expertise", "; ".join(worker.expertise))


def _columns(row: Row, sheet: Sheet, language: Language) -> Cells:
    """The cells of the columns that carry a field of the row just so."""
    cells: Cells = _plain(row, ("key",))
    for column in sheet.columns:
        value = getattr(row, column.field, None)
        if value is None or value == "" or column.kind in {Kind.NAME, Kind.NAMES}:
            continue
        if column.kind is Kind.YES:
            cells |= _yes(column.field, value, language)
        elif column.kind is Kind.EUROS:
            cells[column.field] = Decimal(value) / 100
        elif column.words is not None:
            codes = value if column.kind is Kind.CHOICES else (value,)
            cells |= _named(column.field, "; ".join(column.words.names[code].say(language) for code in codes))
        else:
            cells[column.field] = value
    return cells


def _plain(row: Row, fields: Iterable[str]) -> Cells:
    return {name: getattr(row, name) for name in fields if getattr(row, name) not in {None, ""}}


def _named(name: str, value: Written | None) -> Cells:
    return {} if value is None or value == "" else {name: value}


def _yes(name: str, value: bool, language: Language) -> Cells:
    return _yes_no(name, value, language) if value else {}


def _yes_no(name: str, value: bool, language: Language) -> Cells:
    return {name: (Text("ja", "yes") if value else Text("nee", "no")).say(language)}
