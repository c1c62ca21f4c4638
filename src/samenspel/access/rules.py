"""The decision: may this role, in this relation, do this act on this kind of data? A table."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """In what role somebody acts."""

    CASE_LEAD = "case_lead"
    HELPER = "helper"
    FAMILY = "family"
    SUPPORTER = "supporter"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    NOBODY = "nobody"


class Relation(StrEnum):
    """How somebody stands to the household at this moment."""

    MEMBER = "member"
    EXPIRED = "expired"
    NONE = "none"


class Kind(StrEnum):
    """What kind of data it is."""

    EXISTENCE = "existence"
    STRUCTURE = "structure"
    WORDS = "words"
    PLAN = "plan"
    HELP = "help"
    COSTS = "costs"
    COURSE = "course"
    PROCESS = "process"
    JOURNAL = "journal"
    DIRECTORY = "directory"


class Act(StrEnum):
    """What somebody wants to do."""

    READ = "read"
    SEARCH = "search"
    WRITE = "write"
    EXPORT = "export"
    IMPORT = "import"
    CREATE = "create"


class Reason(StrEnum):
    """Why the answer is what it is."""

    ROLE_MAY = "role_may"
    NO_RELATION = "no_relation"
    RELATION_OVER = "relation_over"
    ROLE_MAY_NOT = "role_may_not"
    NOT_SIGNED_IN = "not_signed_in"


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and why."""

    allowed: bool
    reason: Reason


ALL = frozenset(Act)
READING = frozenset({Act.READ, Act.SEARCH})
READ_WRITE = READING | {Act.WRITE}
TAKING_ALONG = READING | {Act.EXPORT}
HELD = (Kind.STRUCTURE, Kind.WORDS, Kind.PLAN, Kind.HELP, Kind.COSTS, Kind.COURSE, Kind.PROCESS)

IN_RELATION: dict[Role, dict[Kind, frozenset[Act]]] = {
    Role.CASE_LEAD: {Kind.EXISTENCE: READING, Kind.JOURNAL: READING}
    | dict.fromkeys(HELD, ALL - {Act.CREATE}),
    Role.HELPER: {
        Kind.EXISTENCE: READING,
        Kind.STRUCTURE: TAKING_ALONG,
        Kind.WORDS: TAKING_ALONG,
        Kind.PLAN: READ_WRITE | {Act.EXPORT},
        Kind.HELP: READ_WRITE | {Act.EXPORT},
        Kind.COSTS: TAKING_ALONG,
        Kind.COURSE: READ_WRITE | {Act.EXPORT},
        Kind.PROCESS: READ_WRITE | {Act.EXPORT},
    },
    Role.FAMILY: {
        Kind.EXISTENCE: READING,
        Kind.STRUCTURE: TAKING_ALONG,
        Kind.WORDS: READ_WRITE | {Act.EXPORT},
        Kind.PLAN: TAKING_ALONG,
        Kind.HELP: TAKING_ALONG,
        Kind.COSTS: TAKING_ALONG,
        Kind.COURSE: TAKING_ALONG,
        Kind.PROCESS: READ_WRITE | {Act.EXPORT},
        Kind.JOURNAL: READING,
    },
    Role.SUPPORTER: {
        Kind.EXISTENCE: READING,
        Kind.STRUCTURE: READING,
        Kind.WORDS: READING,
    },
    Role.MANAGER: {
        Kind.EXISTENCE: READING,
        Kind.STRUCTURE: READING,
        Kind.PROCESS: READING,
    },
}

WITHOUT_HOUSEHOLD: dict[Role, dict[Kind, frozenset[Act]]] = {
    Role.CASE_LEAD: {Kind.EXISTENCE: frozenset({Act.CREATE}), Kind.DIRECTORY: READ_WRITE},
    Role.HELPER: {Kind.DIRECTORY: READING},
    Role.MANAGER: {Kind.DIRECTORY: READING},
    Role.ADMINISTRATOR: {Kind.DIRECTORY: READ_WRITE},
}


def decide(role: Role, relation: Relation, kind: Kind, act: Act) -> Decision:
    """Decide on data of one household."""
    if relation is Relation.NONE:
        return Decision(False, Reason.NO_RELATION)
    if relation is Relation.EXPIRED:
        return Decision(False, Reason.RELATION_OVER)
    return _by_role(IN_RELATION, role, kind, act)


def decide_without_household(role: Role, kind: Kind, act: Act) -> Decision:
    """Decide on what belongs to no household yet: the directory, and making a new household."""
    if role is Role.NOBODY:
        return Decision(False, Reason.NOT_SIGNED_IN)
    return _by_role(WITHOUT_HOUSEHOLD, role, kind, act)


def _by_role(table: dict[Role, dict[Kind, frozenset[Act]]], role: Role, kind: Kind, act: Act) -> Decision:
    if act in table.get(role, {}).get(kind, frozenset()):
        return Decision(True, Reason.ROLE_MAY)
    return Decision(False, Reason.ROLE_MAY_NOT)
