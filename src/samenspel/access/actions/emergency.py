"""Looking in an emergency, and judging that afterwards."""

from datetime import datetime

from django.db import transaction

from samenspel.access.actions.asking import DeniedError, entry, refuse, require
from samenspel.access.models import EmergencyAccess, Membership
from samenspel.access.queries import Standing, general_role, may_in_emergency, standing
from samenspel.access.rules import Act, Category, Kind, Level, Reason, Role, decide
from samenspel.access.rules.decision import Decision
from samenspel.access.rules.emergency import (
    LONGEST,
    SHORTEST_REASON,
    EmergencyReason,
    Verdict,
    review_day,
)
from samenspel.accounts.models import User
from samenspel.journal.actions import note

SUBJECT = "noodtoegang"


class TooShortError(ValueError):
    """The reason is too short to be judged by somebody else."""


class NotToReviewError(LookupError):
    """There is no such emergency access to judge, or not by this user."""


def open_in_emergency(
    *, user: User, at: datetime, household_id: str, reason: EmergencyReason, explanation: str
) -> EmergencyAccess:
    """Open a household for an hour, with a reason that others will read; raise `DeniedError` when not."""
    explanation = " ".join(explanation.split())
    if len(explanation) < SHORTEST_REASON:
        raise TooShortError(explanation)
    held = standing(user, household_id, at=at)
    decision = may_in_emergency(user, held)
    known = Membership.objects.filter(household_id=household_id).exists()
    if not (decision.allowed and known):
        answer = decision if not decision.allowed else Decision(False, Reason.NO_RELATION)
        refuse(held, Kind.EXISTENCE, Act.EMERGENCY, answer, at=at, subject=SUBJECT)
    with transaction.atomic():
        row = EmergencyAccess.objects.create(
            user=user,
            household_id=household_id,
            reason=reason,
            explanation=explanation[:500],
            since=at,
            until=at + LONGEST,
            review_by=review_day(at.date()),
        )
        line = entry(
            held, Kind.EXISTENCE, Act.EMERGENCY, decision, subject=SUBJECT, purpose=f"{reason}: {explanation}"
        )
        note(line, by_id=user.pk, by_name=user.display_name, at=at)
    return row


def review(*, by: User, at: datetime, access_id: int, verdict: Verdict, note_: str) -> EmergencyAccess:
    """Judge an emergency access of somebody else: by whoever keeps the overview, or by oversight."""
    row = EmergencyAccess.objects.filter(pk=access_id, reviewed_at=None).exclude(user=by).first()
    if row is None:
        raise NotToReviewError(str(access_id))
    held = _reviewer(by, row.household_id, at=at)
    with transaction.atomic():
        row.reviewed_by, row.reviewed_at, row.verdict, row.review_note = by, at, verdict, note_[:200]
        row.save(update_fields=["reviewed_by", "reviewed_at", "verdict", "review_note"], force_update=True)
        decision = decide(held.asked(Level.STRUCTURE, Category.ORDINARY, Act.LOG))
        line = entry(held, Kind.JOURNAL, Act.LOG, decision, subject=f"{SUBJECT} beoordeeld")
        note(line, by_id=by.pk, by_name=by.display_name, at=at)
    return row


def _reviewer(by: User, household_id: str, *, at: datetime) -> Standing:
    """Whoever sees who looked around this household, but not the household itself; or oversight."""
    if general_role(by) is Role.OVERSIGHT:
        return standing(by, household_id, at=at).in_role(Role.OVERSIGHT)
    try:
        return require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject=f"{SUBJECT} beoordelen")
    except DeniedError as denied:
        raise NotToReviewError(household_id) from denied
