"""Who needs which list of a household: against a second way of writing it down."""

from itertools import product
from types import ModuleType

from samenspel.access.rules import (
    Act,
    Asked,
    Assurance,
    Basis,
    CaseState,
    Kind,
    Reason,
    Relation,
    Role,
    decide_list,
    decide_without_household,
    lists,
)
from samenspel.access.rules.lists import CATEGORIES, LEVELS
from samenspel.access.rules.sentences import why_not

# A letter per act: R read, S search, W write, X export, I import, G grant, C open. One column per kind.
KINDS = tuple(Kind)
LETTERS = {
    "R": Act.READ,
    "S": Act.SEARCH,
    "W": Act.WRITE,
    "X": Act.EXPORT,
    "I": Act.IMPORT,
    "G": Act.GRANT,
    "C": Act.CREATE,
}
AROUND = {
    Role.CASE_LEAD: "RSG RSWXI RSWXI RSWXI RSWXI RSWXI RSWXI RSWXI RS - RSWXI RSWXI",
    Role.HELPER: "RS RSX RSX RSWX RSWX RSX RSWX RSWX - - RSX RSWX",
    Role.FAMILY: "RS RSX RSWX RSX RSX RSX RSX RSWX RS - RSX RSX",
    Role.REPRESENTATIVE: "RS RSX RSWX RSX RSX RSX RSX RSWX RS - RSX RSX",
    Role.SUPPORTER: "RS RS RS - - - - - - - - -",
    Role.MANAGER: "RS RS - - - - - RS - - - RS",
    Role.FACILITATOR: "RS RS - - - - - - - - - -",
    Role.POLICY: "- - - - - - - - - - - -",
    Role.ADMINISTRATOR: "- - - - - - - - - - - -",
    Role.OVERSIGHT: "- - - - - - - - - - - -",
    Role.NOBODY: "- - - - - - - - - - - -",
}
IN_GENERAL = dict.fromkeys(Role, "- - - - - - - - - - - -") | {
    Role.CASE_LEAD: "C - - - - - - - - RSW - -",
    Role.HELPER: "- - - - - - - - - RS - -",
    Role.MANAGER: "- - - - - - - - - RS - -",
    Role.ADMINISTRATOR: "- - - - - - - - - RSW - -",
}
OWN = {Role.FAMILY: Relation.SUBJECT, Role.REPRESENTATIVE: Relation.REPRESENTATIVE}
RELATIONS = (Relation.MEMBER, Relation.SUBJECT, Relation.REPRESENTATIVE, Relation.NONE, Relation.EMERGENCY)
EVERYTHING = list(product(Role, Kind, Act))


def written(table: dict[Role, str], role: Role, kind: Kind, act: Act) -> bool:
    cell = table[role].split()[KINDS.index(kind)]
    return act in {LETTERS[letter] for letter in cell if letter != "-"}


def asked(role: Role, relation: Relation, kind: Kind, act: Act) -> Asked:
    return Asked(role, relation, LEVELS[kind], act, Basis.VALID, Assurance.HIGH, False, CaseState.OPEN)


def expected_in(relation: Relation, role: Role, kind: Kind, act: Act) -> bool:
    """Whether the second way of writing says yes to somebody in this relation, whose basis holds."""
    if relation is Relation.EMERGENCY:
        held = set(Kind) - {Kind.JOURNAL, Kind.DIRECTORY}
        return role in {Role.CASE_LEAD, Role.HELPER} and kind in held and act in {Act.READ, Act.SEARCH}
    return relation is OWN.get(role, Relation.MEMBER) and written(AROUND, role, kind, act)


def lists_differ(module: ModuleType) -> tuple[object, ...] | None:
    """The first answer about a list that is otherwise than written down here; None when there is none."""
    for relation, (role, kind, act) in product(RELATIONS, EVERYTHING):
        answer = module.decide_list(asked(role, relation, kind, act), kind)
        if relation is Relation.MEMBER and role in OWN:
            continue
        if answer.allowed is not expected_in(relation, role, kind, act):
            return relation, role, kind, act
    for role, kind, act in EVERYTHING:
        answer = module.decide_without_household(role, kind, act)
        if answer.allowed is not written(IN_GENERAL, role, kind, act):
            return role, kind, act
        refused = Reason.NOT_SIGNED_IN if role is Role.NOBODY else Reason.ROLE_MAY_NOT
        if answer.reason is not (Reason.ROLE_MAY if answer.allowed else refused):
            return role, kind, act
    return None


def test_every_list_is_open_to_whom_the_table_says() -> None:
    assert lists_differ(lists) is None


def test_every_no_to_a_member_explains_itself() -> None:
    for role, kind, act in EVERYTHING:
        answer = decide_list(asked(role, OWN.get(role, Relation.MEMBER), kind, act), kind)
        assert answer.allowed or why_not(answer.reason) is not None or answer.reason is Reason.NO_EMERGENCY


def test_without_a_relation_the_answer_is_that_there_is_none() -> None:
    for role, kind, act in product(set(Role) - {Role.OVERSIGHT}, Kind, (Act.READ, Act.WRITE, Act.EXPORT)):
        if LEVELS[kind]:
            none = decide_list(asked(role, Relation.NONE, kind, act), kind)
            over = decide_list(asked(role, Relation.EXPIRED, kind, act), kind)
            assert (none.reason, over.reason) == (Reason.NO_RELATION, Reason.RELATION_OVER)


def test_a_list_that_is_not_needed_is_not_seen_though_its_level_is_open() -> None:
    answer = decide_list(asked(Role.HELPER, Relation.MEMBER, Kind.COSTS, Act.WRITE), Kind.COSTS)
    assert (answer.allowed, answer.reason) == (False, Reason.LIST_NOT_NEEDED)


def test_every_kind_has_a_level_and_a_category() -> None:
    assert set(LEVELS) == set(CATEGORIES) == set(Kind)


def test_somebody_without_a_role_is_told_to_sign_in() -> None:
    answer = decide_without_household(Role.NOBODY, Kind.DIRECTORY, Act.READ)
    assert (answer.allowed, answer.reason) == (False, Reason.NOT_SIGNED_IN)
