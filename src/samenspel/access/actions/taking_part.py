"""Letting somebody take part, for longer on purpose, or no longer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from samenspel.access.actions.asking import note_allowed, note_own, require
from samenspel.access.models import (
    Blockade,
    Consent,
    GeneralRole,
    Ground,
    Membership,
    Referral,
    Shielding,
)
from samenspel.access.models.taking_part import LONGEST_QUESTION, LONGEST_TERM
from samenspel.access.queries import running_of, standing
from samenspel.access.rules import Act, Category, GroundKind, Kind, Level, Relation, Role, Use
from samenspel.accounts.models import User

TERM = timedelta(days=182)
WITH_GROUND = (Role.CASE_LEAD, Role.HELPER)
GROUNDED = (Category.ORDINARY, Category.FINANCIAL)
"""What somebody needs who helps: the plan with its help and events, and what that costs."""


class LastLeadError(Exception):
    """Somebody has to keep the overview: the last one cannot stop before another does."""


class NoSuchError(LookupError):
    """There is no such membership or question, or it is over."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whom of the household somebody is or stands for, and when that person was born."""

    person_key: str = ""
    born: date | None = None


def admit(
    *,
    user: User,
    household_id: str,
    role: Role,
    since: datetime,
    until: datetime,
    person_key: str = "",
    person_born: date | None = None,
    by: User | None = None,
    grounded: bool = True,
) -> Membership:
    """Let somebody take part around a household for a time; what ran until now ends.

    Whoever helps gets the basis of his organisation with it: the task that it has around this household.
    Not so without `grounded`: then that basis is written down otherwise.
    """
    with transaction.atomic():
        _end_running(user, household_id, at=since, by=by, ending="replaced")
        row = Membership.objects.create(
            user=user,
            household_id=household_id,
            role=role,
            person_key=person_key,
            person_born=person_born,
            organisation=user.organisation,
            since=since,
            until=until,
            granted_by=by,
        )
        if grounded and role in WITH_GROUND:
            _ground(row)
    return row


def _end_running(user: User, household_id: str, *, at: datetime, by: User | None, ending: str) -> None:
    for row in Membership.objects.filter(user=user, household_id=household_id, ended_at=None).order_by("pk"):
        _end(row, at=at, by=by, ending=ending)


def _end(row: Membership, *, at: datetime, by: User | None, ending: str) -> None:
    row.ended_at, row.ended_by, row.ending = max(at, row.since), by, ending
    row.save(update_fields=["ended_at", "ended_by", "ending"], force_update=True)


def _ground(row: Membership) -> None:
    """The task of the organisation, for what its helper needs; an article is put to it by the network."""
    there = Ground.objects.filter(
        household_id=row.household_id,
        recipient=row.organisation,
        person_key="",
        use=Use.HELPING,
        since__lte=row.since,
        until__gte=row.until,
        withdrawn_at=None,
    )
    known = set(there.order_by("pk").values_list("category", flat=True))
    Ground.objects.bulk_create(ground for ground in grounds_of(row) if ground.category not in known)


def grounds_of(row: Membership) -> list[Ground]:
    """The basis that comes with a membership of whoever helps, one for each kind of data."""
    return [
        Ground(
            household_id=row.household_id,
            recipient=row.organisation,
            category=category,
            level_max=Level.PERSONAL,
            use=Use.HELPING,
            kind=GroundKind.TASK,
            since=row.since,
            until=row.until,
            given_by=row.granted_by,
        )
        for category in GROUNDED
    ]


def forget_household(household_id: str) -> None:
    """Take out everything that was granted around a household that is not there any more."""
    for model in (Ground, Consent, Membership, Referral, Blockade, Shielding):
        model.objects.filter(household_id=household_id).delete()


def appoint(*, user: User, role: Role) -> GeneralRole:
    """Give somebody a role that does not depend on a household."""
    return GeneralRole.objects.update_or_create(user=user, defaults={"role": role})[0]


def extend(*, by: User, at: datetime, household_id: str, membership_id: int, until: datetime) -> Membership:
    """Let somebody take part for another term, at most six months from now."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="deelname verlengen")
    with transaction.atomic():
        row = _running(household_id, membership_id, at=at)
        _end(row, at=at, by=by, ending="extended")
        longer = Membership.objects.create(
            user=row.user,
            household_id=household_id,
            role=row.role,
            person_key=row.person_key,
            person_born=row.person_born,
            organisation=row.organisation,
            since=at,
            until=min(until, at + LONGEST_TERM),
            granted_by=by,
        )
        if Role(row.role) in WITH_GROUND:
            _ground(longer)
        subject = f"deelname verlengd: {row.user.display_name}"
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=subject)
    return longer


def end(*, by: User, at: datetime, household_id: str, membership_id: int) -> None:
    """End somebody's part at once: by whoever keeps the overview, or by himself."""
    held = standing(by, household_id, at=at)
    mine = held.relation not in {Relation.NONE, Relation.EXPIRED} and _mine(by, household_id, membership_id)
    if not mine:
        held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="deelname stoppen")
    with transaction.atomic():
        row = _running(household_id, membership_id, at=at)
        _keep_a_lead(row, at=at)
        _end(row, at=at, by=by, ending="left" if mine else "stopped")
        subject = f"deelname gestopt: {row.user.display_name}"
        if mine:
            note_own(held, at=at, subject=subject)
        else:
            note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=subject)


def _mine(by: User, household_id: str, membership_id: int) -> bool:
    return Membership.objects.filter(pk=membership_id, household_id=household_id, user=by).exists()


def _running(household_id: str, membership_id: int, *, at: datetime) -> Membership:
    found = Membership.objects.select_for_update(of=("self",)).select_related("user")
    row = found.filter(pk=membership_id, household_id=household_id, ended_at=None, until__gt=at).first()
    if row is None:
        raise NoSuchError(str(membership_id))
    return row


def _keep_a_lead(row: Membership, *, at: datetime) -> None:
    others = running_of(row.household_id, at=at).filter(role=Role.CASE_LEAD).exclude(pk=row.pk)
    if row.role == Role.CASE_LEAD and not others.exists():
        raise LastLeadError(row.household_id)


def refer(
    *,
    by: User,
    at: datetime,
    household_id: str,
    user: User,
    role: Role,
    why: str,
    who: Who | None = None,
) -> Referral:
    """Ask somebody to take part; he has two weeks to say yes or no."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="vragen om mee te doen")
    with transaction.atomic():
        running = Referral.objects.filter(user=user, household_id=household_id, answer=None)
        for old in running.order_by("pk"):
            _answer(old, "withdrawn", at=max(at, old.asked_at), note="")
        row = Referral.objects.create(
            household_id=household_id,
            user=user,
            role=role,
            person_key=who.person_key if who else "",
            by=by,
            why=why,
            asked_at=at,
            until=at + LONGEST_QUESTION,
        )
        subject = f"gevraagd om mee te doen: {user.display_name}"
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=subject, purpose=why)
    return row


def answer(*, by: User, at: datetime, referral_id: int, accepts: bool, note: str = "") -> Referral:
    """Say yes or no to a question to take part. Only who was asked can answer, within two weeks, once."""
    with transaction.atomic():
        found = Referral.objects.select_for_update(of=("self",)).select_related("by", "user")
        row = found.filter(pk=referral_id, user=by, answer=None, until__gt=at).first()
        if row is None:
            raise NoSuchError(str(referral_id))
        asker = standing(row.by, row.household_id, at=at)
        if not asker.may(Kind.EXISTENCE, Act.GRANT).allowed:
            raise NoSuchError(str(referral_id))
        _answer(row, "accepted" if accepts else "declined", at=at, note=note)
        if accepts:
            admit(
                user=by,
                household_id=row.household_id,
                role=Role(row.role),
                since=at,
                until=at + TERM,
                person_key=row.person_key,
                by=row.by,
            )
        said = "ja" if accepts else "nee"
        held = standing(by, row.household_id, at=at)
        note_own(held, at=at, subject=f"antwoord op de vraag om mee te doen: {said}")
    return row


def _answer(row: Referral, answer: str, *, at: datetime, note: str) -> None:
    row.answer, row.answered_at, row.note = answer, at, note[:200]
    row.save(update_fields=["answer", "answered_at", "note"], force_update=True)
