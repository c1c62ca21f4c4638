"""Who may change one row of a list: whose row it is, and whose words stand in it."""

from enum import StrEnum

from samenspel.access.rules.decision import Decision
from samenspel.access.rules.words import Obligation, Reason, Role

FAMILY_ROLES = (Role.FAMILY, Role.REPRESENTATIVE)


class Owner(StrEnum):
    """To whom a row belongs."""

    SHARED = "shared"
    """Everybody who writes in the list: an agreement, an action, a goal."""
    ORGANISATION = "organisation"
    """The organisation that gives the help."""
    AUTHOR = "author"
    """Who wrote it down, or a colleague: a decision, an event; and any row that is taken out."""
    WORDS = "words"
    """Who said it."""


def decide_row(role: Role, owner: Owner, *, mine: bool) -> Decision:
    """Decide on a row of a list that this role may write; `mine` by the kind of owner.

    Whoever keeps the overview changes every row, and writes down words for somebody with his yes: that is
    marked. Everybody else changes what is his own, and what belongs to all.
    """
    if mine:
        reason = Reason.OWN_DATA if role in FAMILY_ROLES else Reason.OWN_SOURCE
        return Decision(True, reason)
    if role is Role.CASE_LEAD:
        duties = {Obligation.LOG} | ({Obligation.MARK_WRITTEN_FOR} if owner is Owner.WORDS else set())
        return Decision(True, Reason.ROLE_MAY, obligations=frozenset(duties))
    if owner is Owner.SHARED:
        return Decision(True, Reason.ROLE_MAY)
    return Decision(False, Reason.NOT_OWN_WORDS if owner is Owner.WORDS else Reason.NOT_OWN_ROW)
