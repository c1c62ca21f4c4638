"""The decision: every cell against SQL written by hand, and what must hold whatever the table says."""

from dataclasses import replace
from itertools import product

import pytest

from samenspel.access.rules import (
    Act,
    Asked,
    Assurance,
    Basis,
    CaseState,
    Level,
    Mask,
    Obligation,
    Reason,
    Relation,
    Role,
    decide,
)
from samenspel.access.rules import decision as decision_module
from samenspel.access.rules import derive as derive_module
from samenspel.access.rules.decision import CHANGING, YES, Decision
from samenspel.access.rules.matrix import MATRIX, TABLE_ACTS
from samenspel.access.tests import cells

Cell = tuple[Asked, Decision]


@pytest.fixture(scope="module")
def all_cells() -> list[Cell]:
    axes = (Role, Relation, Level, TABLE_ACTS, Basis, Assurance, (False, True), CaseState)
    return [(asked, decide(asked)) for asked in (Asked(*axis) for axis in product(*axes))]


def test_every_cell_is_as_sql_has_it() -> None:
    expected = cells.cells(cells.answers("decision"))
    assert len(expected) == 11 * 7 * 5 * 10 * 4 * 3 * 2 * 3
    assert cells.decision_differs(decision_module, expected) is None


@pytest.mark.parametrize(
    ("name", "differs", "size"),
    [
        ("relation", cells.relation_differs, 6 * 11 * 2 * 2 * 4 * 2 * 2),
        ("basis", cells.basis_differs, 5 * 3 * 3 * 4 * 4 * 2),
        ("covers", cells.covering_differs, 5 * 3 * 6 * 6 * 5 * 5 * 5 * 5),
    ],
)
def test_what_it_is_derived_from_is_as_sql_has_it(name: str, differs: cells.Differs, size: int) -> None:
    rows = cells.answers(name)
    assert len(rows) == size
    assert differs(derive_module, rows) is None


def test_the_best_basis_counts_and_terms_and_birthdays_are_exact() -> None:
    assert cells.best_differs(derive_module) is None
    assert cells.age_differs(derive_module) is None
    assert cells.part_differs(derive_module) is None


def test_every_reason_is_given_somewhere(all_cells: list[Cell]) -> None:
    """But for those of lists and rows, which are not of this table."""
    elsewhere = {Reason.NOT_SIGNED_IN, Reason.LIST_NOT_NEEDED, Reason.NOT_OWN_ROW, Reason.NOT_OWN_WORDS}
    assert {answer.reason for _, answer in all_cells} == set(Reason) - elsewhere


def test_a_blockade_beats_everything(all_cells: list[Cell]) -> None:
    assert not [a for a, d in all_cells if a.blocked and d.allowed and a.level > Level.PUBLIC]


def test_what_was_destroyed_is_gone_for_everybody(all_cells: list[Cell]) -> None:
    assert not [a for a, d in all_cells if a.case is CaseState.DESTROYED and d.allowed]


def test_without_a_relation_there_is_no_content(all_cells: list[Cell]) -> None:
    outside = {Relation.NONE, Relation.EXPIRED}
    through = {d.reason for a, d in all_cells if a.relation in outside and d.allowed and a.level}
    assert through == {Reason.NUMBERS_ONLY, Reason.OVERSIGHT_LOG, Reason.EMERGENCY}
    opened = {a.act for a, d in all_cells if a.relation in outside and d.reason is Reason.EMERGENCY}
    assert opened == {Act.EMERGENCY}


def test_personal_data_of_others_needs_a_valid_basis(all_cells: list[Cell]) -> None:
    plain = [a for a, d in all_cells if d.reason is Reason.ROLE_MAY and a.level >= Level.PERSONAL]
    assert plain
    assert {a.basis for a in plain} == {Basis.VALID}


def test_the_administrator_never_reads_what_is_personal(all_cells: list[Cell]) -> None:
    mine = [a for a, d in all_cells if a.role is Role.ADMINISTRATOR and d.allowed]
    assert {a.level for a in mine} == {Level.PUBLIC, Level.STRUCTURE}
    assert {a.act for a in mine if a.level == Level.STRUCTURE} == {Act.SEE}


def test_a_closed_case_is_not_written(all_cells: list[Cell]) -> None:
    changed = [a for a, d in all_cells if a.case is CaseState.CLOSED and d.allowed and a.act in CHANGING]
    assert {a.level for a in changed} == {Level.PUBLIC}


def test_an_emergency_only_looks_and_never_at_what_is_shielded(all_cells: list[Cell]) -> None:
    looked = [(a, d) for a, d in all_cells if a.relation is Relation.EMERGENCY and d.allowed and a.level]
    own = [(a, d) for a, d in looked if d.reason is Reason.EMERGENCY]
    assert {a.act for a, _ in own} == {Act.READ, Act.SEE}
    assert max(a.level for a, _ in own) == Level.SPECIAL
    duties = {Obligation.REASON, Obligation.NOTIFY, Obligation.REVIEW}
    assert all(duties <= d.obligations for _, d in own)


def test_what_is_shielded_is_seen_by_few(all_cells: list[Cell]) -> None:
    """The person himself, whom it was lifted for, and oversight sees who looked."""
    seen = {(a.role, a.act) for a, d in all_cells if a.level == Level.SHIELDED and d.allowed}
    assert seen == {
        (Role.CASE_LEAD, Act.READ),
        (Role.CASE_LEAD, Act.SEE),
        (Role.FAMILY, Act.READ),
        (Role.FAMILY, Act.SEE),
        (Role.FAMILY, Act.EXPORT),
        (Role.OVERSIGHT, Act.LOG),
    }


def test_a_weak_sign_in_opens_only_what_is_public(all_cells: list[Cell]) -> None:
    through = {(a.assurance, a.level) for a, d in all_cells if d.allowed}
    assert {level for sure, level in through if sure == Assurance.LOW} == {Level.PUBLIC}
    assert max(level for sure, level in through if sure == Assurance.SUBSTANTIAL) == Level.PERSONAL


def test_more_is_never_less(all_cells: list[Cell]) -> None:
    """A stronger sign-in, a lifted blockade or a valid basis takes nothing away."""
    yes = {a: d.allowed for a, d in all_cells}
    better = {Assurance.LOW: Assurance.SUBSTANTIAL, Assurance.SUBSTANTIAL: Assurance.HIGH}
    for asked, allowed in yes.items():
        if not allowed:
            continue
        surer = better.get(asked.assurance, asked.assurance)
        assert yes[replace(asked, assurance=surer, blocked=False)]
        assert yes[replace(asked, basis=Basis.VALID)]


def test_every_answer_is_logged_and_every_yes_says_what_it_leaves_out(all_cells: list[Cell]) -> None:
    for asked, answer in all_cells:
        assert Obligation.LOG in answer.obligations
        assert answer.allowed is (answer.reason in YES)
        if answer.allowed:
            assert (Mask.SHIELDED_FIELDS in answer.masks) is (asked.level < Level.SHIELDED)
            assert (Obligation.WATERMARK in answer.obligations) is (asked.act is Act.EXPORT)
        else:
            assert not answer.masks


def test_the_matrix_has_every_role_and_level() -> None:
    assert set(MATRIX) == set(product(Role, Level))
