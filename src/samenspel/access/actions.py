"""Asking the decision in earnest: an answer leaves its line in the journal, a refusal stops the work."""

from datetime import datetime

from samenspel.access.models import GeneralRole, Membership
from samenspel.access.queries import Standing, general_role, standing
from samenspel.access.rules import Act, Decision, Kind, Role, decide_without_household
from samenspel.accounts.models import User
from samenspel.journal.actions import Entry, note


class DeniedError(Exception):
    """The decision was no. Shown as a page that does not tell whether the household exists."""

    def __init__(self, decision: Decision, kind: Kind, act: Act) -> None:
        super().__init__(f"{act} {kind}: {decision.reason}")
        self.decision = decision
        self.kind = kind
        self.act = act


def entry(held: Standing, kind: Kind, act: Act, decision: Decision, *, subject: str = "") -> Entry:
    """Say in journal terms what was asked and answered."""
    return Entry(
        act=act,
        kind=kind,
        allowed=decision.allowed,
        reason=decision.reason,
        role=held.role,
        household_id=held.household_id,
        subject=subject,
    )


def require(
    user: User, household_id: str, kind: Kind, act: Act, *, at: datetime, subject: str = ""
) -> Standing:
    """Return the standing when the act is allowed; else note the refusal and raise `DeniedError`.

    Call it before a transaction opens, so that the line of a refusal stays. It writes no line for a yes:
    that line belongs in the transaction of the read or write itself.
    """
    held = standing(user, household_id, at=at)
    decision = held.may(kind, act)
    if not decision.allowed:
        note(
            entry(held, kind, act, decision, subject=subject), by_id=user.pk, by_name=user.display_name, at=at
        )
        raise DeniedError(decision, kind, act)
    return held


def note_allowed(held: Standing, kind: Kind, act: Act, *, at: datetime, subject: str = "") -> None:
    """Write the line of an allowed act."""
    line = entry(held, kind, act, held.may(kind, act), subject=subject)
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


def admit(
    *, user: User, household_id: str, role: Role, since: datetime, until: datetime, person_key: str = ""
) -> Membership:
    """Let somebody take part around a household for a time."""
    return Membership.objects.update_or_create(
        user=user,
        household_id=household_id,
        defaults={"role": role, "since": since, "until": until, "person_key": person_key},
    )[0]


def appoint(*, user: User, role: Role) -> GeneralRole:
    """Give somebody a role that does not depend on a household."""
    return GeneralRole.objects.update_or_create(user=user, defaults={"role": role})[0]
