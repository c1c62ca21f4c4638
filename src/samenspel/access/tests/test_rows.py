"""Who may change one row: every role, every owner, own or not."""

from itertools import product
from types import ModuleType

from samenspel.access.rules import Reason, Role, rows

FAMILY = {Role.FAMILY, Role.REPRESENTATIVE}


def expected(role: Role, owner: str, mine: bool) -> tuple[bool, Reason, bool]:
    """Allowed, why, and whether it is marked as written down for somebody: a second way of saying it."""
    if mine and role in FAMILY:
        return True, Reason.OWN_DATA, False
    if mine:
        return True, Reason.OWN_SOURCE, False
    match (role, owner):
        case (Role.CASE_LEAD, "words"):
            return True, Reason.ROLE_MAY, True
        case (Role.CASE_LEAD, _) | (_, "shared"):
            return True, Reason.ROLE_MAY, False
        case (_, "words"):
            return False, Reason.NOT_OWN_WORDS, False
    return False, Reason.NOT_OWN_ROW, False


def rows_differ(module: ModuleType) -> tuple[object, ...] | None:
    """The first answer about a row that is otherwise than said here; None when there is none."""
    for role, owner, mine in product(Role, module.Owner, (True, False)):
        answer = module.decide_row(role, owner, mine=mine)
        marked = "mark_written_for" in answer.obligations
        if (answer.allowed, answer.reason, marked) != expected(role, owner, mine):
            return role, owner, mine
        if "log" not in answer.obligations:
            return role, owner, mine
    return None


def test_a_row_is_changed_by_whose_it_is_and_by_who_keeps_the_overview() -> None:
    assert rows_differ(rows) is None
