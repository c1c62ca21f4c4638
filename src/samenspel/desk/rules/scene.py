"""What every view of a household starts from: the picture, the parts of the ring, and who reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from rekenmodel.signals import Signal
from rekenmodel.signals.days import active_helps, active_leads, waiting_helps
from rekenmodel.values import Language, LifeDomain, Text, count_word, day, listed
from samenspel.households.rules.codes import LIFE_DOMAIN_TEXTS
from samenspel.households.rules.picture import Picture
from samenspel.households.rules.record import Help, HouseholdFile, Lead
from samenspel.households.rules.situation import holder, organisation_of, works_for
from samenspel.kit.rows import Row
from samenspel.network.rules import Organisation, Professional

Keyed = TypeVar("Keyed", bound=Row)

COUNTED = frozenset({"help", "goals", "actions", "events", "leads"})
"""The lists that signals and state rest on: who may not see them all is told neither."""


class Part(Protocol):
    """A part of the ring: one or more life domains under one name."""

    @property
    def key(self) -> str:
        """Its key."""

    @property
    def name(self) -> Text:
        """Its name."""

    @property
    def domains(self) -> tuple[LifeDomain, ...]:
        """Its life domains."""


@dataclass(frozen=True)
class Scene:
    """The picture of a household as one reader sees it; `tables` are the lists he may see."""

    picture: Picture
    parts: tuple[Part, ...]
    tables: frozenset[str]
    language: Language

    @property
    def file(self) -> HouseholdFile:
        """The household on the day of the picture."""
        return self.picture.file

    @property
    def judged(self) -> bool:
        """Whether this reader sees all that signals and state rest on."""
        return self.tables >= COUNTED

    @property
    def sees_help(self) -> bool:
        """Whether this reader may see the help; else nothing may be said of where there is none."""
        return "help" in self.tables

    @property
    def nothing_known(self) -> bool:
        """Whether no people, help, lead or state is written down: then nothing can be said of the help."""
        file = self.file
        return not (file.persons or file.supporters or file.help or file.leads or file.states)

    @property
    def on(self) -> date:
        """The day of the picture."""
        return self.picture.on

    def said(self, nl: str, en: str) -> str:
        """One of two sentences, in the reader's language."""
        return nl if self.language == "nl" else en

    def say(self, text: Text) -> str:
        """A text in the reader's language."""
        return text.say(self.language)

    def day(self, when: date | None) -> str:
        """A day in full, or nothing."""
        return day(when, self.language) if when else ""

    @property
    def now(self) -> str:
        """What the day of the picture is called on an axis: now, or its date."""
        return self.short_day(self.on) if self.picture.other_day else self.said("nu", "now")

    def short_day(self, when: date) -> str:
        """A day with the first letters of its month: 14 mrt 2025."""
        number, month, year = day(when, self.language).split()
        return f"{number} {short_month(month)} {year}"

    def brief_day(self, when: date) -> str:
        """A short day, without its year when that is the year of the picture."""
        said = self.short_day(when)
        return said.rsplit(" ", 1)[0] if when.year == self.on.year else said

    def count(self, number: int, one: str, many: str) -> str:
        """A count with its noun: zes mensen."""
        return f"{count_word(number, self.language)} {one if number == 1 else many}"

    def people(self, number: int) -> str:
        """People with their number."""
        return self.count(number, self.said("mens", "person"), self.said("mensen", "people"))

    def domain(self, domain: LifeDomain) -> str:
        """The name of a life domain."""
        return self.say(LIFE_DOMAIN_TEXTS[domain])

    def listed(self, items: Iterable[str]) -> str:
        """A list as people say it: A, B en C."""
        return listed(items, self.language)

    @cached_property
    def professionals(self) -> dict[str, Professional]:
        """The professionals by key."""
        return by_key(self.file.professionals)

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations by key."""
        return by_key(self.file.organisations)

    def name(self, who: str) -> str:
        """The name of a holder: a professional, a person of the household or somebody close."""
        return self.picture.situation.names.get(who, "")

    def works_at(self, who: str) -> str:
        """The organisation of a professional, or nothing."""
        kind, _, key = who.partition(":")
        if kind != "professional" or key not in self.professionals:
            return ""
        organisation = self.organisations.get(self.professionals[key].organisation)
        return organisation.name if organisation else ""

    def helper(self, row: Help) -> str:
        """Who gives this help, as a holder: a person where one is named, else the organisation."""
        return holder(row) or organisation_of(row, self._works_for)

    def organisation(self, row: Help) -> str:
        """The name of the organisation that gives this help."""
        return self.name(organisation_of(row, self._works_for))

    @cached_property
    def _works_for(self) -> dict[str, str]:
        return works_for(self.file)

    @cached_property
    def persons(self) -> dict[str, str]:
        """The first names of the persons of the household by key."""
        return {row.key: first_name(row.name) for row in self.file.persons}

    def for_whom(self, row: Help) -> str:
        """For whom this help is; of everybody in the household: the whole household."""
        names = [self.persons[key] for key in row.for_whom if key in self.persons]
        if len(names) > 2 and len(names) == len(self.persons):
            return self.said("het hele gezin", "the whole family")
        return self.listed(names)

    @cached_property
    def active_keys(self) -> frozenset[str]:
        """The keys of the help that runs on the day."""
        return frozenset(row.key for row in active_helps(self.picture.situation))

    @cached_property
    def waiting_keys(self) -> frozenset[str]:
        """The keys of the help that somebody waits for."""
        return frozenset(row.key for row in waiting_helps(self.picture.situation))

    @cached_property
    def active(self) -> tuple[Help, ...]:
        """The help that runs on the day, in the order of the file."""
        return tuple(row for row in self.file.help if row.key in self.active_keys)

    @cached_property
    def waiting(self) -> tuple[Help, ...]:
        """The help that somebody waits for, in the order of the file."""
        return tuple(row for row in self.file.help if row.key in self.waiting_keys)

    @cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Who leads on something on the day, in the order of the file."""
        keys = {row.key for row in active_leads(self.picture.situation)}
        return tuple(row for row in self.file.leads if row.key in keys)

    @cached_property
    def numbered(self) -> tuple[tuple[str, Signal], ...]:
        """The signals with the mark that stands in picture and list: a number, or "ok" for what goes well.

        None for who sees only a part of what they rest on.
        """
        if not self.judged:
            return ()
        wrong = [signal for signal in self.picture.signals if not signal.positive]
        well = [signal for signal in self.picture.signals if signal.positive]
        return tuple(
            [(str(place), signal) for place, signal in enumerate(wrong, 1)] + [("ok", one) for one in well]
        )

    def part_of(self, domain: LifeDomain) -> Part | None:
        """The part of the ring that a life domain belongs to."""
        return next((part for part in self.parts if domain in part.domains), None)


def by_key(rows: Iterable[Keyed]) -> dict[str, Keyed]:
    """Rows by their key."""
    return {row.key: row for row in rows}


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else ""


def short_month(name: str) -> str:
    """The first letters of a month: maart becomes mrt."""
    return "mrt" if name == "maart" else name[:3].lower() if name[0].islower() else name[:3]


def sentence_case(words: str) -> str:
    """The same words with a capital in front."""
    return f"E{words[1:]}" if words.startswith("één") else words[:1].upper() + words[1:]


def in_sentence(title: str) -> str:
    """A title as it stands within a sentence: without its capital, unless it is an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def months_between(since: date, until: date) -> int:
    """How many whole months lie between two days."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months - (1 if until.day < since.day else 0)
