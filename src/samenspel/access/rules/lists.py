"""In which list data stands: its level and category, and who needs that list at all for his work.

The matrix says what a role may do on a level; here stands what a role needs of the lists of a household. Both
must say yes. So a level can be open to a helper while he does not write in the costs.
"""

from dataclasses import replace

from samenspel.access.rules.decision import Asked, Decision, decide
from samenspel.access.rules.words import Act, Category, Kind, Level, Reason, Relation, Role

LEVELS: dict[Kind, Level] = {
    Kind.EXISTENCE: Level.STRUCTURE,
    Kind.STRUCTURE: Level.STRUCTURE,
    Kind.WORDS: Level.STRUCTURE,
    Kind.PROCESS: Level.STRUCTURE,
    Kind.JOURNAL: Level.STRUCTURE,
    Kind.PLAN: Level.PERSONAL,
    Kind.HELP: Level.PERSONAL,
    Kind.COSTS: Level.PERSONAL,
    Kind.COURSE: Level.PERSONAL,
    Kind.DIRECTORY: Level.PUBLIC,
    Kind.SCENARIO: Level.PERSONAL,
    Kind.JUDGEMENT: Level.STRUCTURE,
}
"""Own words are said to everybody around the table, so they are of the level of structure."""

CATEGORIES: dict[Kind, Category] = dict.fromkeys(Kind, Category.ORDINARY) | {Kind.COSTS: Category.FINANCIAL}

READING = frozenset({Act.READ, Act.SEARCH})
READ_WRITE = READING | {Act.WRITE}
TAKING_ALONG = READING | {Act.EXPORT}
WORKING = READ_WRITE | {Act.EXPORT}
ALL = frozenset({Act.READ, Act.SEARCH, Act.WRITE, Act.EXPORT, Act.IMPORT})
HELD = (
    *(Kind.STRUCTURE, Kind.WORDS, Kind.PLAN, Kind.HELP, Kind.COSTS, Kind.COURSE, Kind.PROCESS),
    *(Kind.SCENARIO, Kind.JUDGEMENT),
)
OWN_VIEW: dict[Kind, frozenset[Act]] = {
    Kind.EXISTENCE: READING,
    Kind.STRUCTURE: TAKING_ALONG,
    Kind.WORDS: WORKING,
    Kind.PLAN: TAKING_ALONG,
    Kind.HELP: TAKING_ALONG,
    Kind.COSTS: TAKING_ALONG,
    Kind.COURSE: TAKING_ALONG,
    Kind.PROCESS: WORKING,
    Kind.JOURNAL: READING,
    Kind.SCENARIO: TAKING_ALONG,
    Kind.JUDGEMENT: TAKING_ALONG,
}

NEEDS: dict[Role, dict[Kind, frozenset[Act]]] = {
    Role.CASE_LEAD: {
        Kind.EXISTENCE: READING | {Act.GRANT},
        Kind.JOURNAL: READING,
        **dict.fromkeys(HELD, ALL),
    },
    Role.HELPER: {
        Kind.EXISTENCE: READING,
        Kind.STRUCTURE: TAKING_ALONG,
        Kind.WORDS: TAKING_ALONG,
        Kind.PLAN: WORKING,
        Kind.HELP: WORKING,
        Kind.COSTS: TAKING_ALONG,
        Kind.COURSE: WORKING,
        Kind.PROCESS: WORKING,
        Kind.SCENARIO: TAKING_ALONG,
        Kind.JUDGEMENT: WORKING,
    },
    Role.FAMILY: OWN_VIEW,
    Role.REPRESENTATIVE: OWN_VIEW,
    Role.SUPPORTER: {Kind.EXISTENCE: READING, Kind.STRUCTURE: READING, Kind.WORDS: READING},
    Role.MANAGER: {
        **dict.fromkeys((Kind.EXISTENCE, Kind.STRUCTURE, Kind.PROCESS), READING),
        Kind.JUDGEMENT: READING,
    },
    Role.FACILITATOR: {Kind.EXISTENCE: READING, Kind.STRUCTURE: READING},
}
"""Around a household. Whoever looks in an emergency reads what is held, and nothing else."""

WITHOUT_HOUSEHOLD: dict[Role, dict[Kind, frozenset[Act]]] = {
    Role.CASE_LEAD: {Kind.EXISTENCE: frozenset({Act.CREATE}), Kind.DIRECTORY: READ_WRITE},
    Role.HELPER: {Kind.DIRECTORY: READING},
    Role.MANAGER: {Kind.DIRECTORY: READING},
    Role.ADMINISTRATOR: {Kind.DIRECTORY: READ_WRITE},
}
"""What belongs to no household: the directory, and opening a new household."""

STANDS_FOR: dict[Act, Act] = {
    Act.SEARCH: Act.SEE,
    Act.WRITE: Act.CREATE,
    Act.IMPORT: Act.CREATE,
}
"""What a page asks, as an act of the matrix: who may add may open it, and the row decides about that row."""


def decide_list(asked: Asked, kind: Kind) -> Decision:
    """Decide on a list of one household; `asked` holds the act of the page and the level of the list."""
    act = Act.LOG if kind is Kind.JOURNAL else STANDS_FOR.get(asked.act, asked.act)
    answer = decide(replace(asked, act=act))
    if not answer.allowed:
        return answer
    needs = {**dict.fromkeys(HELD, READING), Kind.EXISTENCE: READING}
    if asked.relation is not Relation.EMERGENCY:
        needs = NEEDS.get(asked.role, {})
    if asked.act in needs.get(kind, frozenset()):
        return answer
    return Decision(False, Reason.LIST_NOT_NEEDED)


def decide_without_household(role: Role, kind: Kind, act: Act) -> Decision:
    """Decide on what belongs to no household yet: the directory, and making a new household."""
    if role is Role.NOBODY:
        return Decision(False, Reason.NOT_SIGNED_IN)
    if act in WITHOUT_HOUSEHOLD.get(role, {}).get(kind, frozenset()):
        return Decision(True, Reason.ROLE_MAY)
    return Decision(False, Reason.ROLE_MAY_NOT)
