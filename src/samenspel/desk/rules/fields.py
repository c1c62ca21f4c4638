"""What editors are made of: fields, what can be chosen in them, which fields are saved together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rekenmodel.costs import PriceItem, PriceList, Unit, unit_name
from rekenmodel.signals import LeadScope
from rekenmodel.values import Language, Law, LifeDomain, Text, euros
from samenspel.desk.rules.titles import title_of
from samenspel.desk.rules.typed import Input
from samenspel.households.rules.codes import LAW_TEXTS, LIFE_DOMAIN_TEXTS, SCOPE_TEXTS
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.row_faults import SUBJECTS
from samenspel.kit.rows import Row

NOTHING = Text("", "")
FAMILY = Text("Gezin", "Household")
CLOSE = Text("Naasten", "Close by")


@dataclass(frozen=True, slots=True)
class Around:
    """What a choice is made from: the household with the directory of its network, and the price list."""

    file: HouseholdFile
    prices: PriceList
    table: str = ""
    key: str = ""
    """The row itself, which is never chosen in its own fields."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its code, what it is called, under which heading, and what it sets."""

    value: str
    label: Text
    sets: Mapping[str, Any]
    group: Text = NOTHING


Options = Callable[[Around], Iterable[Option]]


def no_options(_: Around) -> Iterable[Option]:
    """Nothing to choose: a field to type in."""
    return ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called and how it is filled in. A choice can set more than one column."""

    name: str
    label: Text
    kind: Input
    columns: tuple[str, ...]
    hint: Text = NOTHING
    options: Options = no_options
    lists: frozenset[str] = frozenset()
    """The lists from which is chosen; `directory` is that of the network."""
    voice: bool = False
    """Whether these are somebody's own words."""
    search: bool = False
    """Whether there is so much to choose from that people search in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is saved at once: one field, or fields that only mean something together."""

    name: str
    fields: tuple[Field, ...]
    label: Text = NOTHING
    hint: Text = NOTHING

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the row that this part fills."""
        return tuple(column for each in self.fields for column in each.columns)

    @property
    def lists(self) -> frozenset[str]:
        """The lists from which is chosen in this part."""
        return frozenset().union(*(each.lists for each in self.fields))


@dataclass(frozen=True, slots=True)
class Fold:
    """Parts that are folded away under one word."""

    title: Text
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The editor of one list: what stands in sight, what is folded, and what is asked of a new row."""

    title: Text
    new: Text
    first: tuple[Part, ...]
    more: tuple[Fold, ...]
    asked: tuple[str, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        """All parts, in order."""
        return self.first + tuple(part for fold in self.more for part in fold.parts)

    def part(self, name: str) -> Part | None:
        """The part of this name."""
        return next((part for part in self.parts if part.name == name), None)

    @property
    def lists(self) -> frozenset[str]:
        """The lists from which is chosen in this editor."""
        return frozenset().union(*(part.lists for part in self.parts))


def form(
    title: Text, new: Text, *, first: Iterable[Field | Part], more: Iterable[Fold] = (), asked: str
) -> Form:
    """Make an editor; a field by itself is a part by itself; `asked` names the parts of a new row."""
    return Form(title, new, tuple(map(alone, first)), tuple(more), tuple(asked.split()))


def fold(*each: Field | Part, nl: str = "Meer", en: str = "More") -> Fold:
    """Fold parts away."""
    return Fold(Text(nl, en), tuple(map(alone, each)))


def alone(each: Field | Part) -> Part:
    """A part with one field."""
    return each if isinstance(each, Part) else Part(each.name, (each,))


def together(nl: str, en: str, *fields: Field, hint: Text = NOTHING) -> Part:
    """Fields that are saved together, because a rule goes over all of them."""
    return Part(fields[0].name, fields, Text(nl, en), hint)


def typed(kind: Input, name: str, nl: str, en: str, hint: Text = NOTHING, *, voice: bool = False) -> Field:
    """A field to type in, or to tick."""
    return Field(name, Text(nl, en), kind, (name,), hint, voice=voice)


def coded(name: str, nl: str, en: str, names: Mapping[Any, Text], hint: Text = NOTHING) -> Field:
    """A choice of one from a short list of codes."""
    options = tuple(Option(str(code), text, {name: code}) for code, text in names.items())
    return Field(name, Text(nl, en), Input.ONE, (name,), hint, lambda _: options)


def more_coded(name: str, nl: str, en: str, names: Mapping[Any, Text], hint: Text = NOTHING) -> Field:
    """A choice of more than one from a short list of codes."""
    options = tuple(Option(str(code), text, {name: code}) for code, text in names.items())
    return Field(name, Text(nl, en), Input.MORE, (name,), hint, lambda _: options)


def one_row(name: str, nl: str, en: str, of: str, hint: Text = NOTHING) -> Field:
    """A choice of one row of a list of the household."""
    return Field(name, Text(nl, en), Input.ONE, (name,), hint, rows_of(of, name), frozenset({of}))


def more_rows(name: str, nl: str, en: str, of: str, hint: Text = NOTHING) -> Field:
    """A choice of more than one row of a list of the household: what is over is only offered when chosen."""
    every = rows_of(of, name)

    def options(around: Around) -> Iterable[Option]:
        over = {row.key for row in getattr(around.file, of) if is_over(row)}
        own = next((row for row in getattr(around.file, around.table, ()) if row.key == around.key), None)
        kept = getattr(own, name, ())
        return [option for option in every(around) if option.value not in over or option.value in kept]

    return Field(name, Text(nl, en), Input.MORE, (name,), hint, options, frozenset({of}))


def is_over(row: Row) -> bool:
    """Whether a row has ended: help that stopped, a goal that was closed, somebody who left."""
    return bool(getattr(row, "until", None) or getattr(row, "closed_on", None))


def rows_of(of: str, name: str) -> Options:
    """The rows of a list by their titles."""

    def options(around: Around) -> Iterable[Option]:
        for row in getattr(around.file, of):
            if (of, row.key) != (around.table, around.key):
                yield Option(row.key, title_of(of, row, around.file), {name: row.key})

    return options


def organisation(name: str, nl: str, en: str, hint: Text = NOTHING) -> Field:
    """A choice of one organisation of the network."""

    def options(around: Around) -> Iterable[Option]:
        for row in sorted(around.file.organisations, key=lambda row: row.name):
            yield Option(row.key, Text(row.name, row.name), {name: row.key})

    return Field(name, Text(nl, en), Input.ONE, (name,), hint, options, frozenset({"directory"}))


COLUMNS = {"persons": "person", "supporters": "supporter", "directory": "professional"}


DEPUTIES = {"persons": "deputy_person", "supporters": "deputy_supporter", "directory": "deputy"}


def somebody(
    name: str, nl: str, en: str, of: str, hint: Text = NOTHING, into: Mapping[str, str] = COLUMNS
) -> Field:
    """A choice of one human being: of the household, close by, or a professional under her organisation.

    `of` names the lists; the choice sets the column of one list (`into`) and clears those of the others.
    """
    lists = tuple(of.split())
    columns = tuple(into[each] for each in lists) if len(lists) > 1 else (name,)
    empty: dict[str, Any] = dict.fromkeys(columns)

    def options(around: Around) -> Iterable[Option]:
        for each in lists:
            column = into[each] if len(lists) > 1 else name
            for key, said, group in _people(each, around.file):
                value = f"{COLUMNS[each]}:{key}" if len(lists) > 1 else key
                yield Option(value, Text(said, said), empty | {column: key}, group)

    return Field(name, Text(nl, en), Input.ONE, columns, hint, options, frozenset(lists))


def _people(of: str, file: HouseholdFile) -> Iterable[tuple[str, str, Text]]:
    if of == "persons":
        return [(row.key, row.name, FAMILY) for row in file.persons]
    if of == "supporters":
        return [(row.key, row.name, CLOSE) for row in file.supporters]
    works_for = {row.key: row.name for row in file.organisations}
    people = [
        (works_for.get(row.organisation, row.organisation), row.name, row.function, row.key)
        for row in file.professionals
    ]
    return [
        (key, f"{name}, {function}" if function else name, Text(place, place))
        for place, name, function, key in sorted(people)
    ]


def subject(nl: str, en: str, hint: Text = NOTHING) -> Field:
    """On what somebody leads: one choice that sets the scope and what belongs to it."""
    columns = ("scope", *SUBJECTS.values())
    empty: dict[str, Any] = dict.fromkeys(columns)

    def options(around: Around) -> Iterable[Option]:
        for scope, text in SCOPE_TEXTS.items():
            if scope not in SUBJECTS:
                yield Option(scope, text, empty | {"scope": scope})
        for scope, key, text in _subjects(around.file):
            column, group = SUBJECTS[scope], sentence_case(SCOPE_TEXTS[scope])
            yield Option(f"{scope}:{key}", text, empty | {"scope": scope, column: key}, group)

    return Field("scope", Text(nl, en), Input.ONE, columns, hint, options, frozenset({"help", "goals"}))


def _subjects(file: HouseholdFile) -> Iterable[tuple[LeadScope, str, Text]]:
    for domain in LifeDomain:
        yield LeadScope.DOMAIN, domain, LIFE_DOMAIN_TEXTS[domain]
    for help_line in file.help:
        yield LeadScope.HELP, help_line.key, Text(help_line.title, help_line.title)
    for goal in file.goals:
        yield LeadScope.GOAL, goal.key, Text(goal.title, goal.title)


NO_HELP_UNITS = frozenset({Unit.QALY, Unit.EURO})
"""What prices in the list are also counted in, and help never is: a year in good health, one euro."""
NO_HELP = frozenset({"waardering", "CBS 85277NED bruto inkomen"})
"""Categories of the price list that are about people's worth and income: nobody is billed for these."""
MORE_LAWS = Text("meer dan één wet", "more than one act")


def listed_price(name: str, nl: str, en: str, hint: Text = NOTHING) -> Field:
    """A choice of one item of the price list, under its law."""

    def options(around: Around) -> Iterable[Option]:
        laws = list(Law)
        items = [
            item
            for item in around.prices.items.values()
            if item.unit not in NO_HELP_UNITS and item.category not in NO_HELP
        ]
        items.sort(key=lambda item: (laws.index(item.law) if item.law else len(laws), item.item, item.key))
        for item in items:
            said = Text(_price(item, "nl"), _price(item, "en"))
            group = sentence_case(LAW_TEXTS[item.law] if item.law else MORE_LAWS)
            yield Option(item.key, said, {name: item.key}, group)

    return Field(name, Text(nl, en), Input.ONE, (name,), hint, options, frozenset({"prices"}), search=True)


def sentence_case(text: Text) -> Text:
    """A text that begins with a capital."""
    return Text(f"{text.nl[:1].upper()}{text.nl[1:]}", f"{text.en[:1].upper()}{text.en[1:]}")


YEAR_UNKNOWN = Text("jaar onbekend", "year unknown")


def _price(item: PriceItem, language: Language) -> str:
    amount = euros(item.price.amount, language, cents=True)
    year = item.price.price_year or YEAR_UNKNOWN.say(language)
    return f"{item.item}: {amount} per {unit_name(item.unit).say(language)} ({year})"


def called(codes: Iterable[StrEnum], name: Callable[[Any], Text]) -> dict[StrEnum, Text]:
    """The names of a list of codes, from the function that names them."""
    return {code: name(code) for code in codes}
