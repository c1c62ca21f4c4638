"""Asking the decision in earnest: an answer leaves its line in the journal, a refusal stops the work."""

from datetime import datetime

from samenspel.access.queries import Standing, general_role, standing
from samenspel.access.rules import (
    Act,
    CaseState,
    Decision,
    Kind,
    Reason,
    Relation,
    Role,
    decide_without_household,
)
from samenspel.accounts.models import User
from samenspel.journal.actions import Entry, note


class DeniedError(Exception):
    """The decision was no. Shown as a page that does not tell whether the household exists."""

    def __init__(self, decision: Decision, kind: Kind, act: Act) -> None:
        super().__init__(f"{act} {kind}: {decision.reason}")
        self.decision = decision
        self.kind = kind
        self.act = act


def entry(
    held: Standing,
    kind: Kind,
    act: Act,
    decision: Decision,
    *,
    subject: str = "",
    purpose: str = "",
    data_subjects: tuple[str, ...] = (),
) -> Entry:
    """Say in journal terms what was asked and answered."""
    return Entry(
        act=act,
        kind=kind,
        allowed=decision.allowed,
        reason=decision.reason,
        role=held.role,
        organisation=held.organisation,
        household_id=held.household_id,
        subject=subject,
        purpose=purpose,
        emergency=held.relation is Relation.EMERGENCY,
        data_subjects=data_subjects,
    )


def require(
    user: User,
    household_id: str,
    kind: Kind,
    act: Act,
    *,
    at: datetime,
    subject: str = "",
    case: CaseState = CaseState.OPEN,
) -> Standing:
    """Return the standing when the act is allowed; else note the refusal and raise `DeniedError`.

    Call it before a transaction opens, so that the line of a refusal stays. It writes no line for a yes:
    that line belongs in the transaction of the read or write itself.
    """
    held = standing(user, household_id, at=at).of_case(case)
    decision = held.may(kind, act)
    if not decision.allowed:
        refuse(held, kind, act, decision, at=at, subject=subject)
    return held


def refuse(
    held: Standing, kind: Kind, act: Act, decision: Decision, *, at: datetime, subject: str = ""
) -> None:
    """Note a refusal and raise it."""
    line = entry(held, kind, act, decision, subject=subject)
    note(line, by_id=held.user_id, by_name=held.user_name, at=at)
    raise DeniedError(decision, kind, act)


def note_allowed(
    held: Standing,
    kind: Kind,
    act: Act,
    *,
    at: datetime,
    subject: str = "",
    purpose: str = "",
    data_subjects: tuple[str, ...] = (),
) -> None:
    """Write the line of an allowed act, and one for each person whose data it is about (their row ids)."""
    decision = held.may(kind, act)
    line = entry(held, kind, act, decision, subject=subject, purpose=purpose, data_subjects=data_subjects)
    note(line, by_id=held.user_id, by_name=held.user_name, at=at)


def note_own(held: Standing, *, at: datetime, subject: str) -> None:
    """Write the line of what somebody may always do about himself: answer a question, stop."""
    line = Entry(
        act=Act.GRANT,
        kind=Kind.EXISTENCE,
        allowed=True,
        reason=Reason.OWN_DATA,
        role=held.role,
        household_id=held.household_id,
        subject=subject,
    )
    note(line, by_id=held.user_id, by_name=held.user_name, at=at)


def require_generally(user: User, kind: Kind, act: Act, *, at: datetime, subject: str = "") -> Role:
    """The same for what belongs to no household; a yes is noted at once."""
    role = general_role(user)
    decision = decide_without_household(role, kind, act)
    line = Entry(
        act=act, kind=kind, allowed=decision.allowed, reason=decision.reason, role=role, subject=subject
    )
    note(line, by_id=user.pk, by_name=user.display_name, at=at)
    if not decision.allowed:
        raise DeniedError(decision, kind, act)
    return role
