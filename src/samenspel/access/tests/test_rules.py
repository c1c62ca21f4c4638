"""The decision table: every cell, against a second way of writing it down."""

from itertools import product

import pytest

from samenspel.access.rules import (
    Act,
    Kind,
    Reason,
    Relation,
    Role,
    decide,
    decide_without_household,
)

# A letter per act: R read, S search, W write, X export, I import, C create. One column per kind of data.
KINDS = (
    Kind.EXISTENCE,
    Kind.STRUCTURE,
    Kind.WORDS,
    Kind.PLAN,
    Kind.HELP,
    Kind.COSTS,
    Kind.COURSE,
    Kind.PROCESS,
    Kind.JOURNAL,
    Kind.DIRECTORY,
)
LETTERS = {"R": Act.READ, "S": Act.SEARCH, "W": Act.WRITE, "X": Act.EXPORT, "I": Act.IMPORT, "C": Act.CREATE}
IN_RELATION = {
    Role.CASE_LEAD: "RS RSWXI RSWXI RSWXI RSWXI RSWXI RSWXI RSWXI RS -",
    Role.HELPER: "RS RSX RSX RSWX RSWX RSX RSWX RSWX - -",
    Role.FAMILY: "RS RSX RSWX RSX RSX RSX RSX RSWX RS -",
    Role.SUPPORTER: "RS RS RS - - - - - - -",
    Role.MANAGER: "RS RS - - - - - RS - -",
    Role.ADMINISTRATOR: "- - - - - - - - - -",
    Role.NOBODY: "- - - - - - - - - -",
}
IN_GENERAL = {
    Role.CASE_LEAD: "C - - - - - - - - RSW",
    Role.HELPER: "- - - - - - - - - RS",
    Role.FAMILY: "- - - - - - - - - -",
    Role.SUPPORTER: "- - - - - - - - - -",
    Role.MANAGER: "- - - - - - - - - RS",
    Role.ADMINISTRATOR: "- - - - - - - - - RSW",
}


def written(table: dict[Role, str], role: Role, kind: Kind, act: Act) -> bool:
    cell = table[role].split()[KINDS.index(kind)]
    return act in {LETTERS[letter] for letter in cell if letter != "-"}


@pytest.mark.parametrize(("role", "kind", "act"), list(product(Role, Kind, Act)))
def test_a_member_may_what_the_table_says(role: Role, kind: Kind, act: Act) -> None:
    decision = decide(role, Relation.MEMBER, kind, act)
    assert decision.allowed is written(IN_RELATION, role, kind, act)
    assert decision.reason is (Reason.ROLE_MAY if decision.allowed else Reason.ROLE_MAY_NOT)


@pytest.mark.parametrize(("role", "kind", "act"), list(product(Role, Kind, Act)))
def test_without_a_relation_nobody_may_anything(role: Role, kind: Kind, act: Act) -> None:
    assert decide(role, Relation.NONE, kind, act).reason is Reason.NO_RELATION
    assert decide(role, Relation.EXPIRED, kind, act).reason is Reason.RELATION_OVER
    assert not decide(role, Relation.NONE, kind, act).allowed
    assert not decide(role, Relation.EXPIRED, kind, act).allowed


@pytest.mark.parametrize(("role", "kind", "act"), list(product(IN_GENERAL, Kind, Act)))
def test_outside_households_the_general_role_decides(role: Role, kind: Kind, act: Act) -> None:
    decision = decide_without_household(role, kind, act)
    assert decision.allowed is written(IN_GENERAL, role, kind, act)


def test_somebody_without_a_role_is_told_to_sign_in() -> None:
    decision = decide_without_household(Role.NOBODY, Kind.DIRECTORY, Act.READ)
    assert (decision.allowed, decision.reason) == (False, Reason.NOT_SIGNED_IN)
