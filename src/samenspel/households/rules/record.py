"""The household file: everything that is held about one household, as plain checked values.

The same shape is read from a file, a workbook or the database, and written back without loss.
Every row has a `key` that is unique within its list; rows refer to each other by key.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from rekenmodel.costs import Period, Unit
from rekenmodel.signals import EventKind, LeadScope, ProcessState
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose
from samenspel.households.rules.codes import (
    Authority,
    EffectLayer,
    Evidence,
    MandateItem,
    RelationKind,
    Tie,
    WordsKind,
)
from samenspel.kit.rows import Cents, Hours, Key, Long, Mark, Moment, Name, Price, Row, Short
from samenspel.network.rules import Organisation, Professional, Team


class Person(Row):
    """Somebody who belongs to the household (persoon)."""

    name: Name
    role: Short = ""
    birth_date: date | None = None
    in_house: bool = True
    lives_at: Short = ""
    since: date | None = None
    until: date | None = None


class Relation(Row):
    """How two persons relate; `authority` is parental authority of `person` over `other` (gezag)."""

    person: Key
    other: Key
    kind: RelationKind
    authority: Authority = Authority.NONE
    since: date | None = None
    until: date | None = None


class Supporter(Row):
    """Somebody close who helps without being paid for it (naaste)."""

    name: Name
    relation: Short = ""
    tie: Tie = Tie.SOME
    gives: Short = ""
    since: date | None = None
    until: date | None = None


class Help(Row):
    """One line of help (hulp): what, for whom, by whom, why, since when, how much, who pays."""

    title: Name
    organisation: Key | None = None
    professional: Key | None = None
    supporter: Key | None = None
    domains: tuple[LifeDomain, ...] = ()
    for_whom: tuple[Key, ...] = ()
    goals: tuple[Key, ...] = ()
    conflicts_with: tuple[Key, ...] = ()
    purpose: Purpose | None = None
    purpose_note: Short = ""
    expected_effect: Long = ""
    waiting_since: date | None = None
    since: date | None = None
    until: date | None = None
    planned_end: date | None = None
    stays: bool = False
    stopped_unfinished: bool = False
    stop_reason: Short = ""
    evaluation_on: date | None = None
    contacts_per_week: Hours | None = None
    quantity: Hours | None = None
    unit: Unit | None = None
    per: Period | None = None
    law: Law | None = None
    product_code: Annotated[str, Field(max_length=20)] = ""
    payer: Payer | None = None
    payer_name: Short = ""
    payer_disputed: bool = False
    price_key: Annotated[str, Field(max_length=120)] = ""
    price_cents: Price | None = None
    price_low_cents: Price | None = None
    price_high_cents: Price | None = None
    price_year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    price_concept: PriceConcept | None = None
    price_source: Short = ""
    budget_cents: Price | None = None
    note: Long = ""


class Declaration(Row):
    """An amount that was declared or invoiced for a line of help; a credit is negative (declaratie)."""

    help: Key
    begin: date
    end: date
    cents: Cents
    reference: Short = ""
    corrects: Short = ""


class Lead(Row):
    """Somebody leads on something and may decide on it (regie)."""

    scope: LeadScope
    professional: Key | None = None
    person: Key | None = None
    supporter: Key | None = None
    domain: LifeDomain | None = None
    help: Key | None = None
    goal: Key | None = None
    mandate: tuple[MandateItem, ...] = ()
    mandate_note: Short = ""
    deputy: Key | None = None
    deputy_person: Key | None = None
    deputy_supporter: Key | None = None
    since: date | None = None
    until: date | None = None
    accepted: bool = True
    review_on: date | None = None


class Goal(Row):
    """A goal in own words and in the words of professionals (doel)."""

    own_words: Long = ""
    title: Name
    domain: LifeDomain | None = None
    person: Key | None = None
    horizon: date | None = None
    since: date | None = None
    closed_on: date | None = None
    reached: bool = False


class Problem(Row):
    """Something that is wrong, in plain words (probleem)."""

    title: Name
    note: Long = ""
    domain: LifeDomain
    since: date | None = None
    solved_on: date | None = None


class Effect(Row):
    """What a line of help brings, for whom, and how sure that is (effect)."""

    help: Key
    layer: EffectLayer
    title: Name
    for_whom: Short = ""
    note: Long = ""
    evidence: Evidence = Evidence.ASSUMPTION
    by: date | None = None


class Agreement(Row):
    """What was agreed, with whom (afspraak)."""

    title: Name
    parties: Short = ""
    agreed_on: date | None = None
    until: date | None = None
    kept: Short = ""


class Action(Row):
    """Something somebody will do by a day (actie)."""

    title: Name
    professional: Key | None = None
    person: Key | None = None
    supporter: Key | None = None
    due: date | None = None
    agreed_on: date | None = None
    done_on: date | None = None


class Event(Row):
    """Something that happened (gebeurtenis)."""

    title: Name
    kind: EventKind
    on: date
    person: Key | None = None
    life_threatening: bool = False


class Decision(Row):
    """What was decided, why, by whom, and who saw it otherwise (besluit)."""

    title: Name
    on: date
    reason: Long
    decided_by: Short = ""
    dissent: Long = ""


class Words(Row):
    """The household's own words (eigen woorden)."""

    kind: WordsKind
    text: Long
    person: Key | None = None
    supporter: Key | None = None
    on: date


VOTER_KEY = 210


class StateVote(BaseModel):
    """One person's marks 0-10 on the process (stem).

    `voter_key` says who votes, so that two people with one name are two: `professional:key`, `person:key`,
    `supporter:key` or `user:number`, and `name:name` when the name is all that is known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    voter: Name
    voter_key: Annotated[str, Field(max_length=VOTER_KEY, validate_default=True)] = ""
    state: ProcessState | None = None
    goal_agreement: Mark | None = None
    cause_known: Mark | None = None

    @field_validator("voter_key")
    @classmethod
    def _by_name(cls, key: str, about: ValidationInfo) -> str:
        return key or f"name:{about.data.get('voter', '')}"


class State(Row):
    """The state of the process as it was agreed on a day (processtand)."""

    on: date
    agreed: ProcessState | None = None
    computed: ProcessState | None = None
    rule_version: Short = ""
    signal_values: dict[str, int] = {}
    reason: Long = ""
    next_review: date | None = None
    votes: tuple[StateVote, ...] = ()


class Case(Row):
    """A period in which the network works together around this household (casus)."""

    title: Short = ""
    opened_on: date
    closed_on: date | None = None
    next_meeting_at: Moment | None = None
    next_meeting_where: Short = ""
    next_meeting_note: Long = ""


class Facts(Row):
    """What the household itself is called and where it lives."""

    name: Name
    municipality: Annotated[str, Field(pattern=r"^(\d{4})?$")] = ""
    plan_holder: Key | None = None


class HouseholdFile(Facts):
    """The whole file."""

    format: Literal["samenspel.household/1"] = "samenspel.household/1"
    organisations: tuple[Organisation, ...] = ()
    teams: tuple[Team, ...] = ()
    professionals: tuple[Professional, ...] = ()
    cases: tuple[Case, ...] = ()
    persons: tuple[Person, ...] = ()
    relations: tuple[Relation, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    goals: tuple[Goal, ...] = ()
    problems: tuple[Problem, ...] = ()
    help: tuple[Help, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    leads: tuple[Lead, ...] = ()
    effects: tuple[Effect, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()
    words: tuple[Words, ...] = ()
    states: tuple[State, ...] = ()
