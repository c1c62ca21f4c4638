"""From rows with terms to the axes of the decision: relation, basis, and what the law allows at an age."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from samenspel.access.rules.words import (
    AgeBand,
    Basis,
    Category,
    GivenBy,
    GroundKind,
    Level,
    Part,
    Relation,
    Role,
    Term,
    Use,
)

TWELVE, SIXTEEN = 12, 16

# Whose yes it takes, by age (Jeugdwet 7.3; methods section 11): the parents, both, or the person alone.
ENOUGH: dict[AgeBand, frozenset[GivenBy]] = {
    AgeBand.UNDER_12: frozenset({GivenBy.PARENTS, GivenBy.BOTH}),
    AgeBand.FROM_12: frozenset({GivenBy.BOTH}),
    AgeBand.FROM_16: frozenset({GivenBy.PERSON, GivenBy.BOTH}),
    AgeBand.UNKNOWN: frozenset({GivenBy.PERSON, GivenBy.BOTH}),
}


def age(born: date, on: date) -> int:
    """Whole years on a day; somebody born on 29 February has his birthday on 1 March in other years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def band_of(born: date | None, on: date) -> AgeBand:
    """The age band on a day. Without a date of birth nobody else decides for somebody."""
    if born is None:
        return AgeBand.UNKNOWN
    years = age(born, on)
    if years < TWELVE:
        return AgeBand.UNDER_12
    return AgeBand.FROM_12 if years < SIXTEEN else AgeBand.FROM_16


def consented(band: AgeBand, given_by: GivenBy) -> bool:
    """Whether this yes is enough at this age."""
    return given_by in ENOUGH[band]


def term_of(since: datetime, until: datetime, at: datetime) -> Term:
    """Where a moment lies: the first moment counts, the last does not."""
    if at < since:
        return Term.BEFORE
    return Term.WITHIN if at < until else Term.AFTER


def part_of(
    since: datetime | None, until: datetime | None, ended_at: datetime | None, at: datetime, *, asked: bool
) -> Part:
    """How somebody takes part: by his membership, or by a question that he has not answered."""
    if since is None or until is None:
        return Part.ASKED if asked else Part.NONE
    if ended_at is not None and ended_at <= at:
        return Part.ENDED
    return {Term.BEFORE: Part.LATER, Term.WITHIN: Part.NOW, Term.AFTER: Part.OVER}[term_of(since, until, at)]


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties somebody to one household, or to one row of it."""

    part: Part
    role: Role
    own: bool = False
    """The row is about himself; about the whole household counts as well."""
    stands_for: bool = False
    """He has parental authority over whom the row is about."""
    band: AgeBand = AgeBand.UNKNOWN
    """The age of whom the row is about."""
    source: bool = False
    """The row comes from his own organisation."""
    emergency: bool = False
    """He opened the household in an emergency, and the hour is not over."""


def relation_of(ties: Ties) -> Relation:
    """The relation of the decision.

    A child under twelve looks together with a parent, not alone; from sixteen nobody stands for it any more.
    """
    if ties.part is Part.NOW:
        return _taking_part(ties)
    if ties.emergency:
        return Relation.EMERGENCY
    return Relation.EXPIRED if ties.part in {Part.OVER, Part.ENDED} else Relation.NONE


def _taking_part(ties: Ties) -> Relation:
    if ties.role is Role.FAMILY and ties.own:
        return Relation.NONE if ties.band is AgeBand.UNDER_12 else Relation.SUBJECT
    if ties.role is Role.REPRESENTATIVE and ties.stands_for:
        child = ties.band in {AgeBand.UNDER_12, AgeBand.FROM_12}
        return Relation.REPRESENTATIVE if child else Relation.EXPIRED
    return Relation.SOURCE if ties.source else Relation.MEMBER


@dataclass(frozen=True, slots=True)
class Wanted:
    """For what a legal basis is asked: whose data, for whom, of what kind, how close, to what end."""

    person: str
    recipient: str
    category: Category
    level: Level
    use: Use


@dataclass(frozen=True, slots=True)
class Ground:
    """A legal basis as it was written down; an empty person is the whole household."""

    person: str
    recipient: str
    category: Category
    level_max: Level
    use: Use
    kind: GroundKind
    since: datetime
    until: datetime
    withdrawn_at: datetime | None = None
    band: AgeBand = AgeBand.UNKNOWN
    given_by: GivenBy = GivenBy.NOBODY


def covers(ground: Ground, wanted: Wanted) -> bool:
    """Whether a basis is about what is asked. What is shielded is never covered by a basis."""
    whose = ground.person in {"", wanted.person}
    same = (ground.recipient, ground.category, ground.use) == (
        wanted.recipient,
        wanted.category,
        wanted.use,
    )
    return whose and same and wanted.level <= ground.level_max and wanted.level < Level.SHIELDED


def state_of(ground: Ground, at: datetime) -> Basis:
    """Whether a basis holds at a moment. A consent that was not enough never held."""
    if ground.kind is GroundKind.CONSENT and not consented(ground.band, ground.given_by):
        return Basis.NONE
    term = term_of(ground.since, ground.until, at)
    if term is Term.BEFORE:
        return Basis.NONE
    if ground.withdrawn_at is not None and ground.withdrawn_at <= at:
        return Basis.WITHDRAWN
    return Basis.VALID if term is Term.WITHIN else Basis.EXPIRED


def basis_of(grounds: Iterable[Ground], wanted: Wanted, at: datetime) -> Basis:
    """The best of all bases that cover what is asked: valid, else withdrawn, else expired, else none."""
    found = {state_of(ground, at) for ground in grounds if covers(ground, wanted)}
    order = (Basis.VALID, Basis.WITHDRAWN, Basis.EXPIRED)
    return next((state for state in order if state in found), Basis.NONE)
