"""The perspective plan: what the household wants, what blocks it, which ways out there are, and the decision.

Plain checked rows, as in the household file. The household's own words are not copied: a plan names the rows
that hold them (`PerspectivePlan.words`). An option is a scenario: its edits say what it changes. Nothing here
needs a figure.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rekenmodel.costs import Period, Unit
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose
from samenspel.kit.rows import Hours, Key, Long, Name, Price, Row, Short
from samenspel.scenarios.rules.codes import (
    EditKind,
    Kept,
    KnotKind,
    OptionKind,
    PlanStatus,
    Side,
    Spread,
)

MOST_MONTHS = 120
MOST_OPTIONS = 5
"""Carrying on as now counts as one of them."""

Confidence = Annotated[int, Field(ge=1, le=10)]
Code = Annotated[str, Field(max_length=120)]
Level = Annotated[float, Field(allow_inf_nan=False)]


class PerspectivePlan(Row):
    """What a household wants in a year and what stands in its way (perspectiefplan)."""

    status: PlanStatus = PlanStatus.EXPLORING
    started_on: date
    months: Annotated[int, Field(ge=1, le=MOST_MONTHS)] = 36
    words: tuple[Key, ...] = ()
    knot: Long = ""
    knot_kind: KnotKind | None = None
    first_step: Long = ""
    support: Long = ""


class Option(Row):
    """A way to go on; its edits make it a scenario (mogelijkheid)."""

    plan: Key
    title: Name
    kind: OptionKind = OptionKind.BREAKTHROUGH
    note: Long = ""
    carried_by: Short = ""
    fund: Short = ""
    fund_cents: Price | None = None


class PlannedEdit(Row):
    """What an option changes: help that stops, starts or changes, a payment, the odds of an event (ingreep).

    `help` is the key of a line of help of the household, or empty for help that is new. `on` is the first day
    on which it holds, `until` the last. With PAY the price is the amount. `odds` is a factor: 0 it cannot
    happen, 1 nothing changes, 2 twice the odds.
    """

    option: Key
    kind: EditKind
    on: date
    until: date | None = None
    help: Annotated[str, Field(max_length=40, pattern=r"^([a-z0-9][a-z0-9-]*)?$")] = ""
    title: Short = ""
    organisation: Short = ""
    domains: tuple[LifeDomain, ...] = ()
    purpose: Purpose | None = None
    quantity: Hours | None = None
    unit: Unit | None = None
    per: Period | None = None
    law: Law | None = None
    payer: Payer | None = None
    price_key: Code = ""
    price_cents: Price | None = None
    price_low_cents: Price | None = None
    price_high_cents: Price | None = None
    price_year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    price_concept: PriceConcept | None = None
    price_source: Short = ""
    event: Code = ""
    odds: Annotated[float, Field(allow_inf_nan=False)] | None = None
    confidence: Confidence | None = None
    note: Long = ""


class Belief(Row):
    """What the people of a plan think of one uncertain number: low, middle and high (inschatting).

    `about` is the key of an assumption of the calculation, such as `event.eviction.chance` or `start.money`.
    """

    plan: Key
    about: Annotated[str, Field(min_length=1, max_length=120)]
    shape: Spread = Spread.PERT
    low: Level
    mid: Level
    high: Level
    source: Name
    confidence: Confidence
    entered_by: Name


class LegalGround(Row):
    """An article that allows an option, and how to argue it (juridische ruimte).

    `basis` is a key of the list of legal bases. Somebody who knows the law confirms it, or nobody did yet.
    """

    option: Key
    basis: Code
    decision_form: Short = ""
    argument: Long = ""
    counter_argument: Long = ""
    confirmed_by: Short = ""
    confirmed_on: date | None = None


class Judgement(Row):
    """What one person finds of one side of the triangle, and on what ground (oordeel).

    A second author on the same side is the second reader. `dissent` stays as it is written.
    `author_id` is the user who wrote it; nobody else but a case lead changes it.
    """

    option: Key
    side: Side
    author: Name
    author_id: int | None = None
    on: date
    answer: Long = ""
    evidence: Long = ""
    score: Annotated[int, Field(ge=0, le=4)] | None = None
    dissent: Long = ""


class PlanDecision(Row):
    """What was decided on a plan: by whom, on what mandate, under which conditions (besluit over plan).

    `decision` is the key of the decision on the household page that came from it.
    """

    plan: Key
    option: Key
    on: date
    decided_by: Name
    mandate: Name
    ceiling_cents: Price | None = None
    conditions: Long = ""
    reason: Annotated[str, Field(min_length=1, max_length=4000)]
    dissent: Long = ""
    decision: Annotated[str, Field(max_length=40)] = ""


class FollowUp(Row):
    """A moment to look back: does the step still stand, and what did it bring (terugkijken)."""

    plan: Key
    months: Annotated[int, Field(ge=1, le=60)]
    due: date
    done_on: date | None = None
    kept: Kept | None = None
    found: Long = ""
    realised_cents: Annotated[int, Field(ge=-99_999_999_99, le=99_999_999_99)] | None = None
    by: Short = ""


class PlanFile(BaseModel):
    """Everything about the plans of one household, in one shape for file and database."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["samenspel.plan/1"] = "samenspel.plan/1"
    plans: tuple[PerspectivePlan, ...] = ()
    options: tuple[Option, ...] = ()
    edits: tuple[PlannedEdit, ...] = ()
    beliefs: tuple[Belief, ...] = ()
    grounds: tuple[LegalGround, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    plan_decisions: tuple[PlanDecision, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    def options_of(self, plan: str) -> tuple[Option, ...]:
        """The options of one plan: carrying on as now first, then in their own order."""
        mine = [row for row in self.options if row.plan == plan]
        return tuple(sorted(mine, key=lambda row: row.kind is not OptionKind.AS_NOW))

    def edits_of(self, option: str) -> tuple[PlannedEdit, ...]:
        """The edits of one option."""
        return tuple(row for row in self.edits if row.option == option)
