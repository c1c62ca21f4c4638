"""What a row of a household is called, and what changes in it, in words: for a preview."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from rekenmodel.values import Text, day, euros
from samenspel.exchange.rules.workbook_layout import SHEETS
from samenspel.exchange.rules.workbook_values import HOME
from samenspel.households.rules import codes
from samenspel.households.rules.record import HouseholdFile
from samenspel.kit.rows import Row

Names = Mapping[str, str]
LONGEST = 200
REFERENCES = frozenset(
    {
        *("person", "other", "help", "professional", "organisation", "supporter", "goal"),
        *("plan_holder", "deputy", "deputy_person", "deputy_supporter"),
        *("for_whom", "goals", "conflicts_with"),
    }
)
SHEET_OF = {
    "household": "household",
    "cases": "household",
    "persons": "people",
    "supporters": "people",
    "help": "help",
    "leads": "lead",
    "events": "events",
}
"""The sheet whose headings fit a list best."""
OTHER_FIELDS = {
    "title": Text("Titel", "Title"),
    "name": Text("Naam", "Name"),
    "kind": Text("Soort", "Kind"),
    "on": Text("Datum", "Date"),
    "other": Text("De ander", "The other"),
    "since": Text("Sinds", "Since"),
    "until": Text("Tot", "Until"),
    "note": Text("Toelichting", "Explanation"),
    "closed_on": Text("Afgesloten op", "Closed on"),
    "authority": Text("Gezag", "Authority"),
    "relation": Text("Wie is dit?", "Who is this?"),
    "own_words": Text("In eigen woorden", "In own words"),
    "horizon": Text("Klaar voor", "Done before"),
    "solved_on": Text("Opgelost op", "Solved on"),
    "professional": Text("Professional", "Professional"),
    "supporter": Text("Naaste", "Supporter"),
    "person": Text("Wie?", "Who?"),
    "help": Text("Hulp", "Help"),
    "begin": Text("Begin", "Begin"),
    "end": Text("Eind", "End"),
    "cents": Text("Bedrag", "Amount"),
    "reference": Text("Kenmerk", "Reference"),
    "corrects": Text("Corrigeert", "Corrects"),
    "goal": Text("Doel", "Goal"),
    "layer": Text("Soort effect", "Kind of effect"),
    "evidence": Text("Hoe zeker", "How sure"),
    "by": Text("Verwacht op", "Expected by"),
    "parties": Text("Tussen wie", "Between whom"),
    "agreed_on": Text("Afgesproken op", "Agreed on"),
    "done_on": Text("Gedaan op", "Done on"),
    "reason": Text("Waarom", "Why"),
    "decided_by": Text("Besloten door", "Decided by"),
    "text": Text("Tekst", "Text"),
    "agreed": Text("Afgesproken stand", "Agreed state"),
    "computed": Text("Berekende stand", "Computed state"),
    "rule_version": Text("Versie van de regels", "Version of the rules"),
    "signal_values": Text("Wat meetelde", "What counted"),
    "next_review": Text("Opnieuw bekijken op", "Look again on"),
    "votes": Text("Stemmen", "Votes"),
    "deputy_person": Text("Vervanger uit het gezin", "Deputy from the household"),
    "deputy_supporter": Text("Vervanger van dichtbij", "Deputy from close by"),
}
CODES: tuple[Mapping[Any, Text], ...] = (
    codes.MANDATE_TEXTS,
    codes.LIFE_DOMAIN_TEXTS,
    codes.PURPOSE_TEXTS,
    codes.LAW_TEXTS,
    codes.STATE_TEXTS,
    codes.EVENT_TEXTS,
    codes.SCOPE_TEXTS,
    codes.EVIDENCE_TEXTS,
    codes.WORDS_TEXTS,
    codes.AUTHORITY_TEXTS,
    codes.RELATION_TEXTS,
    codes.TIE_TEXTS,
    codes.LAYER_TEXTS,
    *(column.words.names for sheet in SHEETS for column in sheet.columns if column.words),
)
CODE_WORDS = {type(code): names for names in reversed(CODES) for code in names}
HEADINGS = {column.field: column.heading for sheet in SHEETS for column in sheet.columns}
EMPTY = Text("leeg", "empty")
YES, NO = Text("ja", "yes"), Text("nee", "no")


def names_in(*files: HouseholdFile | None) -> dict[str, str]:
    """What the rows are called that other rows refer to, by key."""
    lists = ("organisations", "professionals", "persons", "supporters", "goals", "help")
    rows = (row for file in files if file is not None for name in lists for row in getattr(file, name))
    return {row.key: str(getattr(row, "title", "") or getattr(row, "name", "")) for row in rows}


def row_name(row: Row, names: Names) -> str:
    """What a row is called: by itself, by the rows that it is about, or by its day; never its key."""
    for field in ("title", "name", "text", "reference"):
        if value := getattr(row, field, ""):
            return str(value)[:120]
    about = [names[key] for key in _references(row) if key in names]
    days = [value for _, value in row if isinstance(value, date)]
    return " – ".join(about[:2])[:120] or (day(days[0], "nl") if days else "?")


def _references(row: Row) -> list[str]:
    return [value for field, value in row if field in REFERENCES and isinstance(value, str)]


def changed_fields(table: str, before: Row, after: Row, names: Names) -> tuple[tuple[Text, Text, Text], ...]:
    """Return the heading, the old and the new value of each field that differs."""
    return tuple(
        (heading(table, field), said(field, old, names), said(field, getattr(after, field), names))
        for field, old in before
        if field != "key" and old != getattr(after, field)
    )


def heading(table: str, field: str) -> Text:
    """What a field is called: as above its column in the workbook, or else here."""
    own = next((sheet.column(field) for sheet in SHEETS if sheet.key == SHEET_OF.get(table)), None)
    if own is not None:
        return own.heading
    return OTHER_FIELDS.get(field) or HEADINGS[field]


def said(field: str, value: Any, names: Names) -> Text:
    """Return a value as people write it, cut off when it is long."""
    found = _said(field, value, names)
    return Text(_short(found.nl), _short(found.en))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _said(field: str, value: Any, names: Names) -> Text:
    if value is None or value in ("", (), {}):
        return EMPTY
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        parts = [_said(field, one, names) for one in value]
        return Text(", ".join(part.nl for part in parts), ", ".join(part.en for part in parts))
    if isinstance(value, BaseModel):
        told = (inner for name, inner in value if inner is not None and name != "voter_key")
        return _said(field, tuple(told), names)
    if isinstance(value, date):
        return _moment(value)
    if isinstance(value, StrEnum):
        found: Text = CODE_WORDS.get(type(value), {}).get(value, Text(str(value), str(value)))
        return found
    return _plain(field, value, names)


def _moment(value: date) -> Text:
    if not isinstance(value, datetime):
        return Text(day(value, "nl"), day(value, "en"))
    here = value.astimezone(HOME)
    return Text(f"{day(here, 'nl')}, {here:%H.%M} uur", f"{day(here, 'en')}, {here:%H:%M}")


def _plain(field: str, value: Any, names: Names) -> Text:
    if field.endswith("cents"):
        amount = Decimal(value) / 100
        return Text(euros(amount, "nl", cents=True), euros(amount, "en", cents=True))
    if isinstance(value, Decimal):
        figures = format(value.normalize(), "f")
        return Text(figures.replace(".", ","), figures)
    if isinstance(value, dict):
        return _said(field, tuple(f"{name} {inner}" for name, inner in value.items()), names)
    written = names.get(value, value) if field in REFERENCES else str(value)
    return Text(written, written)
