"""The frozen picture of a household's help on one day: all that the signals and the process state look at."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from rekenmodel.values import LifeDomain, Payer, Purpose


class LeadScope(StrEnum):
    """On what somebody has the lead (regie waarop)."""

    CASE = "case"
    PROCESS = "process"
    DOMAIN = "domain"
    HELP = "help"
    GOAL = "goal"
    SAFETY = "safety"
    MONEY = "money"


class EventKind(StrEnum):
    """What kind of thing happened."""

    CRISIS = "crisis"
    MOVE = "move"
    MEASURE = "measure"
    PLACEMENT = "placement"
    MILESTONE = "milestone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """One line of help. `until` is the day it stopped, the first without it; `planned_end` as agreed."""

    key: str
    title: str
    helper: str
    organisation: str
    domains: frozenset[LifeDomain]
    purpose: Purpose | None
    expected_effect: str = ""
    for_whom: frozenset[str] = frozenset()
    waiting_since: date | None = None
    since: date | None = None
    until: date | None = None
    planned_end: date | None = None
    stays: bool = False
    evaluation_on: date | None = None
    hours_per_week: Decimal | None = None
    contacts_per_week: Decimal | None = None
    payer: Payer | None = None
    payer_disputed: bool = False
    goals: frozenset[str] = frozenset()
    declared_conflicts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Somebody leads on something; `subject` is a domain code, a help key, a goal key or empty."""

    key: str
    holder: str
    scope: LeadScope
    subject: str = ""
    since: date | None = None
    until: date | None = None
    accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal with its domain and the day it should be reached. `reached` counts once `closed_on` has come."""

    key: str
    title: str
    domain: LifeDomain | None
    horizon: date | None = None
    since: date | None = None
    closed_on: date | None = None
    reached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is wrong in a domain, said by the household or a helper; needs help or a goal."""

    key: str
    title: str
    domain: LifeDomain
    since: date | None = None
    solved_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something somebody agreed to do by a day."""

    key: str
    title: str
    owner: str
    due: date | None
    done_on: date | None = None
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened around the household."""

    key: str
    title: str
    kind: EventKind
    on: date
    life_threatening: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One person's marks 0-10: do we want the same, and do we know what causes what."""

    voter: str
    goal_agreement: Decimal
    cause_known: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All of it, on one day `on`. `own_words` is true when the household's own words are recorded."""

    on: date
    helps: tuple[Help, ...] = ()
    leads: tuple[Lead, ...] = ()
    goals: tuple[Goal, ...] = ()
    problems: tuple[Problem, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[Event, ...] = ()
    votes: tuple[Vote, ...] = ()
    own_words: bool = False
    names: dict[str, str] = field(default_factory=dict)
    """Display name of each helper, organisation and person key."""
    known: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was worked out from all this already, by the name of the function that did (see `days.once`)."""
