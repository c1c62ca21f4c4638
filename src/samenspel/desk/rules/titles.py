"""What a row is called when others speak of it, and which rows speak of it."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from rekenmodel.values import Text, day, euros
from samenspel.households.rules.codes import LAYER_TEXTS, LIFE_DOMAIN_TEXTS, RELATION_TEXTS, SCOPE_TEXTS
from samenspel.households.rules.faults import REFERENCES
from samenspel.households.rules.record import (
    Case,
    Declaration,
    Effect,
    HouseholdFile,
    Lead,
    Relation,
    State,
    Words,
)
from samenspel.kit.rows import Row

LONGEST = 60
LIST_NAMES: dict[str, Text] = {
    "household": Text("Het gezin", "The household"),
    "cases": Text("Samenwerking", "Working together"),
    "persons": Text("Iemand van het gezin", "Somebody of the household"),
    "relations": Text("Familieband", "Family tie"),
    "supporters": Text("Naaste", "Somebody close"),
    "goals": Text("Doel", "Goal"),
    "problems": Text("Wat er speelt", "What is wrong"),
    "help": Text("Hulp", "Help"),
    "declarations": Text("Rekening", "Bill"),
    "leads": Text("Regie", "Lead"),
    "effects": Text("Wat hulp brengt", "What help brings"),
    "agreements": Text("Afspraak", "Agreement"),
    "actions": Text("Wat iemand doet", "What somebody does"),
    "events": Text("Gebeurtenis", "Event"),
    "decisions": Text("Besluit", "Decision"),
    "words": Text("Eigen woorden", "Own words"),
    "states": Text("Hoe het gaat", "How it goes"),
}


def title_of(table: str, row: Row, file: HouseholdFile) -> Text:
    """Say in a few words which row this is."""
    if table in TITLES:
        return TITLES[table](row, file)
    own = str(getattr(row, "title", "") or getattr(row, "name", row.key))
    return Text(own, own)


def _name(file: HouseholdFile, of: str, key: str | None) -> str:
    found = next((row for row in getattr(file, of) if row.key == key), None)
    return str(getattr(found, "name", None) or getattr(found, "title", None) or key or "?")


def _case(row: Case, _: HouseholdFile) -> Text:
    since = Text(f"sinds {day(row.opened_on, 'nl')}", f"since {day(row.opened_on, 'en')}")
    return Text(row.title, row.title) if row.title else since


def _relation(row: Relation, file: HouseholdFile) -> Text:
    one, other = _name(file, "persons", row.person), _name(file, "persons", row.other)
    kind = RELATION_TEXTS[row.kind]
    return Text(f"{one}, {kind.nl} van {other}", f"{one}, {kind.en} of {other}")


def _declaration(row: Declaration, file: HouseholdFile) -> Text:
    what, amount = _name(file, "help", row.help), Decimal(row.cents) / 100
    return Text(
        f"{what}, {euros(amount, 'nl', cents=True)}",
        f"{what}, {euros(amount, 'en', cents=True)}",
    )


def _lead(row: Lead, file: HouseholdFile) -> Text:
    who = (
        _name(file, "professionals", row.professional)
        if row.professional
        else _name(file, "persons", row.person)
        if row.person
        else _name(file, "supporters", row.supporter)
    )
    named = row.help or row.goal
    if row.domain:
        what = LIFE_DOMAIN_TEXTS[row.domain]
    elif named:
        said = _name(file, "help" if row.help else "goals", named)
        what = Text(said, said)
    else:
        what = SCOPE_TEXTS[row.scope]
    return Text(f"{who}: {what.nl}", f"{who}: {what.en}")


def _effect(row: Effect, _: HouseholdFile) -> Text:
    layer = LAYER_TEXTS[row.layer]
    return Text(f"{row.title} ({layer.nl})", f"{row.title} ({layer.en})")


def _words(row: Words, _: HouseholdFile) -> Text:
    said = row.text if len(row.text) <= LONGEST else f"{row.text[:LONGEST].rsplit(' ', 1)[0]}…"
    return Text(f"‘{said}’", f"‘{said}’")


def _state(row: State, _: HouseholdFile) -> Text:
    return Text(day(row.on, "nl"), day(row.on, "en"))


TITLES: dict[str, Callable[[Any, HouseholdFile], Text]] = {
    "cases": _case,
    "relations": _relation,
    "declarations": _declaration,
    "leads": _lead,
    "effects": _effect,
    "words": _words,
    "states": _state,
}


def referring(file: HouseholdFile, table: str, key: str) -> Iterable[tuple[str, Row]]:
    """The rows of a file that name the row `key` of `table`, with their lists."""
    if table == "persons" and file.plan_holder == key:
        yield "household", file
    for name, fields in REFERENCES.items():
        for row in getattr(file, name):
            named = [getattr(row, column) for column, of in fields.items() if of == table]
            if any(key in value if isinstance(value, tuple) else key == value for value in named):
                yield name, row
