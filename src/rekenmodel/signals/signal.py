"""A signal: one thing that stands out in a household's help, why it matters and one thing to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import NamedTuple

from rekenmodel.signals.situation import Situation
from rekenmodel.values import Text


class Code(StrEnum):
    """What stands out. Within one severity signals are shown in this order."""

    GAP_PROBLEM = "gap_problem"
    STOPPED_GOAL_OPEN = "stopped_goal_open"
    NO_CASE_LEAD = "no_case_lead"
    GAP_LEAD = "gap_lead"
    CONFLICT = "conflict"
    DOUBLE_LEAD = "double_lead"
    PAYER_UNCLEAR = "payer_unclear"
    WAITING_TOO_LONG = "waiting_too_long"
    ACTIONS_LATE = "actions_late"
    FAMILY_LOAD = "family_load"
    OVERLAP = "overlap"
    CHURN = "churn"
    NO_OWN_WORDS = "no_own_words"
    NO_END = "no_end"
    ONLY_SHORT_TERM = "only_short_term"
    NO_PURPOSE = "no_purpose"
    NO_EXPECTED_EFFECT = "no_expected_effect"
    NO_EVALUATION = "no_evaluation"
    LEAD_NOT_ACCEPTED = "lead_not_accepted"
    GOAL_REACHED = "goal_reached"
    NO_CRISIS = "no_crisis"
    ON_TIME = "on_time"
    FEWER_HELPS = "fewer_helps"


class Severity(IntEnum):
    """The order in which signals are shown, first one first. A rank of the process, never of people."""

    UNSAFE_GAP = 1
    """Nobody helps where safety at home is at stake."""
    NOBODY_HELPS = 2
    """Something is wrong or wanted, and nobody helps with it."""
    NOBODY_LEADS = 3
    """People help, and nobody decides."""
    AT_ODDS = 4
    """People decide or pay or work against each other."""
    STANDS_STILL = 5
    """Somebody waits: for help, or for what was agreed."""
    TOO_MUCH = 6
    """The help itself is a burden."""
    NOT_CLEAR = 7
    """Something is not written down yet."""
    GOES_WELL = 8
    """Something to tell the household."""


_CODE_ORDER = {code: place for place, code in enumerate(Code)}


class SubjectKind(StrEnum):
    """What a subject key points at."""

    HELP = "help"
    DOMAIN = "domain"
    GOAL = "goal"
    PROBLEM = "problem"
    ACTION = "action"
    HOLDER = "holder"
    EVENT = "event"
    SCOPE = "scope"
    LEAD = "lead"


class Subject(NamedTuple):
    """A place in the picture: kind and key (a domain code for a domain, a lead scope for a scope)."""

    kind: SubjectKind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One signal: what (`title`), why it matters, one thing to do, and the places it points at, sorted.

    `target` is where the action is done: what its sentence names, or of several the one named first.
    """

    code: Code
    severity: Severity
    title: Text
    why: Text
    action: Text
    subjects: tuple[Subject, ...]
    target: Subject | None = None

    @property
    def positive(self) -> bool:
        """Whether this is something that goes well."""
        return self.severity is Severity.GOES_WELL

    def keys(self, kind: SubjectKind) -> tuple[str, ...]:
        """The keys of one kind, sorted."""
        return tuple(subject.key for subject in self.subjects if subject.kind is kind)

    @property
    def order(self) -> tuple[int, int, tuple[Subject, ...], str, str]:
        """The sort key: severity, place of the code, subjects, and the words when all that is equal."""
        return (self.severity, _CODE_ORDER[self.code], self.subjects, self.title.nl, self.why.nl)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The limits of the rules. "Over" a limit means more than it; days and months count back from today."""

    overlap_lines: int = 2
    """Lines of help with the same domain and purpose that make an overlap."""
    helpers: int = 5
    """Most people who help at the same time."""
    organisations: int = 4
    """Most organisations at the same time."""
    contacts_per_week: Decimal = Decimal(5)
    """Most appointments per week, added over all help: one each working day."""
    hours_per_week: Decimal = Decimal(16)
    """Most hours per week, added over all help: two working days."""
    waiting_days: int = 56
    """Longest wait. Eight weeks: six to look into a request and two to decide (Wmo 2015, 2.3.2 and 2.3.5)."""
    late_grace_days: int = 0
    """Days after the due day before an action is late."""
    evaluation_age_months: int = 10
    """Oldest evaluation that still counts: plans are looked at every six to ten months."""
    short_term_months: int = 6
    """A plan that looks no further ahead than this is short-term."""
    churn_days: int = 90
    churn_people: int = 3
    """People who came or left in the last `churn_days`, at least one of each, that make a churn."""
    reached_days: int = 60
    """How long a reached goal is news."""
    on_time_streak: int = 5
    """Actions in a row done on time that are worth telling."""
    on_time_days: int = 90
    """How far back the streak may go."""
    calm_months: int = 6
    """Months without a crisis, after an earlier one, that are worth telling."""
    fewer_months: int = 12
    fewer_lines: int = 3
    """How many lines of help fewer than `fewer_months` ago are worth telling."""


def name_of(situation: Situation, key: str) -> str:
    """The display name of a person or organisation, or the key itself when no name is known."""
    return situation.names.get(key, key)


def names_of(situation: Situation, keys: frozenset[str]) -> list[str]:
    """Display names in alphabetical order, without empty keys."""
    return sorted(name_of(situation, key) for key in keys if key)


def subjects(**keys: Iterable[str]) -> tuple[Subject, ...]:
    """Sorted subjects from keys by kind: `subjects(help=["a"], domain=["money"])`."""
    return tuple(sorted({Subject(SubjectKind(kind), key) for kind, found in keys.items() for key in found}))
