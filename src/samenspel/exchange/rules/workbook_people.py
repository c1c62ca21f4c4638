"""Who is meant in a cell: persons, people close by, professionals, organisations. Makes the new ones."""

import re
from dataclasses import dataclass, field
from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules.workbook_lines import Line, Notes
from samenspel.exchange.rules.workbook_names import MARKED, Keys, Named, Names
from samenspel.exchange.rules.workbook_words import plain_words

WITH_ORGANISATION = re.compile(r"(.+?)\s*\(([^()]+)\)")
EVERYBODY = {
    "gezin",
    "hele gezin",
    "het hele gezin",
    "iedereen",
    "allemaal",
    "family",
    "whole family",
    "everybody",
    "everyone",
}


@dataclass
class People:
    """Everybody who is named in one workbook. `made` holds the organisations and professionals."""

    notes: Notes
    persons: Names = field(default_factory=Names)
    everyone: Names = field(default_factory=Names)
    organisations: Names = field(default_factory=lambda: Names(of_people=False))
    made: dict[str, dict[str, dict[str, Any]]] = field(
        default_factory=lambda: {"organisations": {}, "professionals": {}}
    )
    lines: dict[tuple[str, str], Line] = field(default_factory=dict)
    keys: dict[str, Keys] = field(default_factory=lambda: {"organisations": Keys(), "professionals": Keys()})

    def add_person(self, table: str, key: str, name: str) -> None:
        """Add somebody of the sheet of people."""
        if table == "persons":
            self.persons.add(table, key, name)
        self.everyone.add(table, key, name)

    def organisation(self, line: Line, name: str = "organisation") -> str | None:
        """Return the key of the organisation in a cell; a new name makes a new organisation."""
        written = line.said(name)
        if not written:
            return None
        found = self.organisations.find(written)
        if len(found) == 1:
            return found[0].key
        if found:
            self.notes.error(_ambiguous(written), line, name)
            return None
        if (near := self.organisations.near(written)) is not None:
            self.ask_same(line, name, written, near)
        return self.make_organisation(line, written)

    def make_organisation(self, line: Line, name: str, key: str = "", **values: Any) -> str:
        """Make an organisation and return its key."""
        key = key or self.keys["organisations"].make(name)
        self.made["organisations"][key] = {"key": key, "name": name, **values}
        self.lines["organisations", key] = line
        self.organisations.add("organisations", key, name)
        return key

    def make_professional(
        self, line: Line, name: str, organisation: str, key: str = "", **values: Any
    ) -> Named:
        """Make a professional of an organisation."""
        key = key or self.keys["professionals"].make(name)
        self.made["professionals"][key] = {"key": key, "name": name, "organisation": organisation, **values}
        self.lines["professionals", key] = line
        home = self.made["organisations"][organisation]["name"]
        return self.everyone.add("professionals", key, name, f"{name} ({home})")

    def person(self, line: Line, name: str, written: str) -> str | None:
        """Return the key of a person of the family."""
        found = self.persons.find(written)
        if not found and (near := self.persons.near(written)) is not None:
            self.notes.question(_read_as(written, near), line, name)
            return near.key
        return self._one(found, line, name, written)

    def family(self, line: Line, name: str) -> tuple[str, ...]:
        """Return the keys of the persons in a list; "gezin" means all of them."""
        written = line.said(name)
        if plain_words(written) in EVERYBODY and not self.persons.find(written):
            return tuple(self.persons.by_key)
        keys = (self.person(line, name, item) for item in self.persons.split(written))
        return tuple(dict.fromkeys(key for key in keys if key is not None))

    def who(self, line: Line, name: str, organisation: str | None = None) -> Named | None:
        """Return the person, supporter or professional in a cell."""
        return self.one(line, name, line.said(name), organisation) if line.said(name) else None

    def one(self, line: Line, name: str, written: str, organisation: str | None) -> Named | None:
        """Return who is meant by `written`; a new name with an organisation makes a new professional."""
        if organisation is not None:
            return self._of(organisation, line, name, written)
        found = self.everyone.find(written)
        split = None if found else WITH_ORGANISATION.fullmatch(written)
        if split:
            outside = Line(line.sheet, line.title, line.row, line.places, {name: split[2]})
            home = self.organisation(outside, name)
            return self._of(home, line, name, split[1]) if home else None
        if not found and (near := self.everyone.near(written)) is not None:
            self.notes.question(_read_as(written, near), line, name)
            return near
        if len(found) == 1:
            return found[0]
        self.notes.error(_ambiguous(written) if found else _unknown_who(written), line, name)
        return None

    def _of(self, organisation: str, line: Line, name: str, written: str) -> Named:
        found = self.everyone.find(written)
        inside = [one for one in found if self._home(one) == organisation]
        exact = [one for one in found if plain_words(one.name) == plain_words(written)]
        close = [one for one in exact if one.table != "professionals"]
        marked = found if MARKED.fullmatch(written) else []
        for group in (marked, inside, close):
            if len(group) == 1:
                return group[0]
        like = next(iter(exact), None) or self.everyone.near(written)
        if like is not None and like.table == "professionals":
            self.ask_same(line, name, written, like)
        return self.make_professional(line, written, organisation)

    def _home(self, named: Named) -> str | None:
        home = self.made["professionals"].get(named.key, {}).get("organisation")
        return str(home) if home and named.table == "professionals" else None

    def _one(self, found: list[Named], line: Line, name: str, written: str) -> str | None:
        if len(found) == 1:
            return found[0].key
        self.notes.error(_ambiguous(written) if found else _unknown_person(written), line, name)
        return None

    def ask_same(self, line: Line, name: str, written: str, near: Named) -> None:
        """Ask whether a new name is an old one, written otherwise."""
        self.notes.question(
            Text(
                f"Is '{written}' dezelfde als '{near.name}'? Zo ja: schrijf de naam overal hetzelfde.",
                f"Is '{written}' the same as '{near.name}'? If so: write the name the same everywhere.",
            ),
            line,
            name,
        )


def _read_as(written: str, near: Named) -> Text:
    return Text(
        f"Is '{written}' dezelfde als '{near.name}'? We lezen het zo. Klopt dat niet? Pas de naam aan.",
        f"Is '{written}' the same as '{near.name}'? We read it so. If not: change the name.",
    )


def _ambiguous(written: str) -> Text:
    return Text(
        f"'{written}' kan meer dan één zijn. Schrijf de hele naam, zo nodig met de organisatie: Naam "
        "(Organisatie).",
        f"'{written}' can be more than one. Write the whole name, with the organisation if needed: Name "
        "(Organisation).",
    )


def _unknown_person(written: str) -> Text:
    return Text(
        f"'{written}' staat niet bij het gezin. Voeg deze persoon toe op het blad mensen, of verbeter de "
        "naam. "
        "Zet een puntkomma tussen twee namen.",
        f"'{written}' is not in the family. Add this person on the sheet people, or correct the name. "
        "Put a semicolon between two names.",
    )


def _unknown_who(written: str) -> Text:
    return Text(
        f"We weten niet wie '{written}' is. Is dit een professional? Schrijf de organisatie erbij: Naam "
        "(Organisatie). "
        "Is dit iemand uit het gezin of een naaste? Voeg deze persoon toe op het blad mensen.",
        f"We do not know who '{written}' is. A professional? Add the organisation: Name (Organisation). "
        "Somebody of the family or close by? Add this person on the sheet people.",
    )
