"""The eight signals of the process: what is counted, the value from 0 to 3, and the words for it.

Readings where the source leaves room: a window of ninety days has today as its last day; a vote needs two
voters before it has a spread; a median between two bands takes the stormier one; help without any plan has
a horizon of "none"; what cannot be measured is None.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import ge, gt, le, lt
from statistics import median, pvariance

from rekenmodel.signals.days import (
    active_helps,
    add_months,
    crises,
    domains_in_use,
    domains_with_one_lead,
    due_actions,
    has_case_lead,
    in_last_days,
    on_time,
    organisations_at_work,
    plan_items,
)
from rekenmodel.signals.situation import Help, LeadScope, Situation
from rekenmodel.signals.state_rule import StateCode

CRISIS_DAYS = CHURN_DAYS = 90
LIFE_THREATENING_DAYS = 14
ON_TIME_DAYS = 60
HORIZON_MONTHS = 6

BOUNDS: dict[StateCode, tuple[Fraction, Fraction, Fraction]] = {
    StateCode.CRISIS: (Fraction(0), Fraction(1), Fraction(3)),
    StateCode.CHURN: (Fraction(1, 10), Fraction(1, 4), Fraction(1, 2)),
    StateCode.OVERVIEW: (Fraction(9, 10), Fraction(7, 10), Fraction(4, 10)),
    StateCode.LEAD: (Fraction(1), Fraction(4, 5), Fraction(1, 2)),
    StateCode.GOAL_AGREEMENT: (Fraction(1), Fraction(2), Fraction(3)),
    StateCode.CAUSE_KNOWN: (Fraction(8), Fraction(6), Fraction(3)),
    StateCode.ON_TIME: (Fraction(85, 100), Fraction(65, 100), Fraction(40, 100)),
    StateCode.HORIZON: (Fraction(2, 5), Fraction(1, 5), Fraction(0)),
}
"""Per signal the bounds of the values 0, 1 and 2: a count, a share, a standard deviation or a median mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What is counted for the eight signals. `spread_squared` and `cause` are None without votes; `marks`
    are those for wanting the same, lowest first."""

    crises: int
    life_threatening: bool
    changes: int
    active: int
    complete: int
    domains: int
    one_lead: int
    case_lead: bool
    spread_squared: Fraction | None
    marks: tuple[Fraction, ...]
    cause: Fraction | None
    due: int
    on_time: int
    plan: int
    long_term: int
    agencies: int


def count_all(situation: Situation) -> Counts:
    """Count everything the eight signals need, once."""
    on, lines = situation.on, active_helps(situation)
    recent = [e for e in crises(situation) if in_last_days(e.on, on, CRISIS_DAYS)]
    due = [a for a in due_actions(situation) if in_last_days(a.due, on, ON_TIME_DAYS)]
    edge, plan = add_months(on, HORIZON_MONTHS), plan_items(situation)
    return Counts(
        crises=len(recent),
        life_threatening=any(
            e.life_threatening and in_last_days(e.on, on, LIFE_THREATENING_DAYS) for e in recent
        ),
        changes=_changes(situation),
        active=len(lines),
        complete=sum(map(is_complete, lines)),
        domains=len(domains_in_use(situation)),
        one_lead=len(domains_with_one_lead(situation)),
        case_lead=has_case_lead(situation),
        spread_squared=_spread_squared([vote.goal_agreement for vote in situation.votes]),
        marks=tuple(sorted(Fraction(vote.goal_agreement) for vote in situation.votes)),
        cause=_middle([vote.cause_known for vote in situation.votes]),
        due=len(due),
        on_time=sum(map(on_time, due)),
        plan=len(plan),
        long_term=sum(when is not None and when > edge for when in plan),
        agencies=len(organisations_at_work(situation)),
    )


def is_complete(line: Help) -> bool:
    """Whether help has an owner, a goal and an end: a planned day, or it stays on purpose."""
    return bool(line.helper and line.goals and (line.planned_end or line.stays))


def _changes(situation: Situation) -> int:
    """Starts and stops, in ninety days, of help and of the people who lead on the case or the process."""
    key_people = [x for x in situation.leads if x.scope in {LeadScope.CASE, LeadScope.PROCESS}]
    days = [day for x in situation.helps for day in (x.since, x.until)]
    days += [day for x in key_people for day in (x.since, x.until)]
    return sum(in_last_days(day, situation.on, CHURN_DAYS) for day in days)


def _spread_squared(marks: Sequence[Decimal]) -> Fraction | None:
    return pvariance([Fraction(mark) for mark in marks]) if len(marks) > 1 else None


def _middle(marks: Sequence[Decimal]) -> Fraction | None:
    return median([Fraction(mark) for mark in marks]) if marks else None


def shares_of(counts: Counts) -> dict[StateCode, Fraction | None]:
    """What each value rests on, None when unknown: a count, a share 0 to 1, a variance or a median mark."""
    work = counts.active or counts.domains
    return {
        StateCode.CRISIS: Fraction(counts.crises),
        StateCode.CHURN: _share(counts.changes, counts.active or counts.changes) or Fraction(0),
        StateCode.OVERVIEW: _share(counts.complete, counts.active),
        StateCode.LEAD: _share(counts.one_lead, counts.domains)
        if counts.domains or not work
        else Fraction(1),
        StateCode.GOAL_AGREEMENT: counts.spread_squared,
        StateCode.CAUSE_KNOWN: counts.cause,
        StateCode.ON_TIME: _share(counts.on_time, counts.due),
        StateCode.HORIZON: _share(counts.long_term, counts.plan or counts.active),
    }


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


FITS: dict[StateCode, Callable[[Fraction, Fraction], bool]] = {
    StateCode.CRISIS: le,
    StateCode.CHURN: lt,
    StateCode.OVERVIEW: gt,
    StateCode.LEAD: ge,
    StateCode.GOAL_AGREEMENT: lambda squared, bound: squared < bound * bound,
    StateCode.CAUSE_KNOWN: ge,
    StateCode.ON_TIME: ge,
    StateCode.HORIZON: lambda share, bound: share >= bound and share > 0,
}
"""Whether a measure fits a bound: this says on which side the bound itself falls."""


def values_of(counts: Counts) -> dict[StateCode, int | None]:
    """The value 0 to 3 of each signal, None when it cannot be known, exact at every bound."""
    values = {code: _value(code, share) for code, share in shares_of(counts).items()}
    if counts.life_threatening:
        values[StateCode.CRISIS] = 3
    if not counts.case_lead and values[StateCode.LEAD] is not None:
        values[StateCode.LEAD] = 3
    return values


def _value(code: StateCode, share: Fraction | None) -> int | None:
    if share is None:
        return None
    return next((value for value, bound in enumerate(BOUNDS[code]) if FITS[code](share, bound)), 3)
