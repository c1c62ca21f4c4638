"""What does not fit in a file, said so that somebody can mend it. The database refuses the same things."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from rekenmodel.values import Text
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.row_faults import CHECKS, past_looks
from samenspel.kit.rows import Row


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not fit: in which list, which row, which field, and what to do."""

    table: str
    key: str
    field: str
    text: Text


def faults_of_row(table: str, row: Row) -> list[Fault]:
    """What does not fit within one row."""
    check = CHECKS.get(type(row))
    return [Fault(table, row.key, field, text) for field, text in check(row)] if check else []


def questions_of_row(table: str, row: Row, today: date) -> list[Fault]:
    """What may be meant so, and what every door asks about: the row is written all the same."""
    return [Fault(table, row.key, field, text) for field, text in past_looks(row, today)]


REFERENCES: dict[str, dict[str, str]] = {
    "relations": {"person": "persons", "other": "persons"},
    "goals": {"person": "persons"},
    "help": {
        "organisation": "organisations",
        "professional": "professionals",
        "supporter": "supporters",
        "for_whom": "persons",
        "goals": "goals",
        "conflicts_with": "help",
    },
    "declarations": {"help": "help"},
    "leads": {
        "professional": "professionals",
        "deputy": "professionals",
        "deputy_person": "persons",
        "deputy_supporter": "supporters",
        "person": "persons",
        "supporter": "supporters",
        "help": "help",
        "goal": "goals",
    },
    "effects": {"help": "help"},
    "actions": {"professional": "professionals", "person": "persons", "supporter": "supporters"},
    "events": {"person": "persons"},
    "words": {"person": "persons", "supporter": "supporters"},
    "professionals": {"organisation": "organisations", "team": "teams"},
    "teams": {"organisation": "organisations"},
}

LISTS = tuple(
    name
    for name in HouseholdFile.model_fields
    if name not in {"key", "name", "municipality", "plan_holder", "format"}
)


def faults_of_file(file: HouseholdFile) -> list[Fault]:
    """What does not fit in a whole file: within rows, between rows, and keys that come twice."""
    found: list[Fault] = []
    keys = {name: [row.key for row in getattr(file, name)] for name in LISTS}
    for name in LISTS:
        for row in getattr(file, name):
            found += faults_of_row(name, row)
            found += list(_dangling(name, row, keys))
        found += [
            Fault(
                name,
                key,
                "key",
                Text(f"De sleutel '{key}' komt twee keer voor.", f"The key '{key}' comes twice."),
            )
            for key in sorted({key for key in keys[name] if keys[name].count(key) > 1})
        ]
    if file.plan_holder is not None and file.plan_holder not in keys["persons"]:
        found.append(_unknown("household", file.key, "plan_holder", file.plan_holder))
    found += [
        Fault(
            "help",
            row.key,
            "conflicts_with",
            Text("Hulp botst niet met zichzelf.", "Help cannot clash with itself."),
        )
        for row in file.help
        if row.key in row.conflicts_with
    ]
    found += [
        Fault(
            "declarations",
            row.key,
            "reference",
            Text("Deze rekening staat er al. Haal er één weg.", "This bill is there already. Remove one."),
        )
        for index, row in enumerate(file.declarations)
        if row.reference
        and any(
            (other.help, other.reference) == (row.help, row.reference) for other in file.declarations[:index]
        )
    ]
    open_cases = [row.key for row in file.cases if row.closed_on is None]
    if len(open_cases) > 1:
        text = Text("Er is al een open casus. Sluit die eerst.", "A case is open already. Close it first.")
        found.append(Fault("cases", open_cases[1], "closed_on", text))
    return found


def _dangling(table: str, row: Row, keys: dict[str, list[str]]) -> Iterator[Fault]:
    for field, target in REFERENCES.get(table, {}).items():
        value = getattr(row, field)
        named = value if isinstance(value, tuple) else (value,) if value is not None else ()
        for key in named:
            if key not in keys[target]:
                yield _unknown(table, row.key, field, key)


def _unknown(table: str, key: str, field: str, named: str) -> Fault:
    text = Text(
        f"'{named}' staat niet in de lijst. Voeg het toe of kies een ander.",
        f"'{named}' is not in the list. Add it or choose another.",
    )
    return Fault(table, key, field, text)


SHAPES: dict[str, Text] = {
    "missing": Text("Dit veld ontbreekt. Vul het in.", "This field is missing. Fill it in."),
    "extra_forbidden": Text(
        "Dit veld kennen we niet. Haal het weg.", "We do not know this field. Remove it."
    ),
    "enum": Text(
        "Deze waarde kennen we niet. Kies een waarde uit de lijst.", "Choose a value from the list."
    ),
    "literal_error": Text("Deze waarde kennen we niet.", "We do not know this value."),
    "string_too_long": Text(
        "Deze tekst is te lang. Maak haar korter.", "This text is too long. Make it shorter."
    ),
    "string_too_short": Text("Dit veld is leeg. Vul het in.", "This field is empty. Fill it in."),
    "string_pattern_mismatch": Text("Deze vorm klopt niet.", "This does not have the right form."),
    "string_type": Text("Hier hoort tekst.", "Text belongs here."),
    "greater_than_equal": Text("Dit getal is te klein.", "This number is too small."),
    "less_than_equal": Text("Dit getal is te groot.", "This number is too large."),
}
DATES = Text(
    "Dit is geen datum. Schrijf bijvoorbeeld 3-12-2026 (in een bestand 2026-12-03).",
    "This is not a date. Write for example 2026-12-03.",
)
NUMBERS = Text("Dit is geen getal. Schrijf bijvoorbeeld 2,5.", "This is not a number. Write for example 2.5.")
OTHER = Text("Dit klopt niet.", "This is not right.")


def faults_of_shape(error: ValidationError, *, table: str = "", key: str = "") -> list[Fault]:
    """Say a validation error of the file's shape in plain words, each with its place."""
    found = []
    for part in error.errors(include_url=False, include_context=False, include_input=False):
        kind = str(part["type"])
        text = SHAPES.get(kind) or (
            DATES
            if kind.startswith(("date", "timezone"))
            else NUMBERS
            if kind.startswith(("int", "decimal", "float"))
            else OTHER
        )
        where = [str(step) for step in part["loc"]]
        found.append(
            Fault(
                table or (where[0] if where else ""),
                key or ".".join(where[1:-1]),
                where[-1] if where else "",
                text,
            )
        )
    return found
