"""Keeping somebody away from a household, and shielding a person in it."""

from datetime import datetime, timedelta

from django.db import transaction

from samenspel.access.actions.asking import note_allowed, require
from samenspel.access.models import Blockade, Shielding, ShieldingLifted
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User

SIGHT = timedelta(days=90)


class NoBlockadeError(LookupError):
    """There is no such blockade, or it was lifted."""


class OwnBlockadeError(ValueError):
    """Nobody keeps himself out: that would leave a household without an overview."""


def block(
    *,
    by: User,
    at: datetime,
    household_id: str,
    reason: str,
    user: User | None = None,
    organisation: str = "",
    note: str = "",
) -> Blockade:
    """Keep somebody, or everybody of an organisation, away from now on; open pages included."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="blokkade")
    if user == by or (organisation and organisation == by.organisation):
        raise OwnBlockadeError(household_id)
    with transaction.atomic():
        row, _new = Blockade.objects.get_or_create(
            household_id=household_id,
            user=user,
            organisation=organisation,
            lifted_at=None,
            defaults={"reason": reason, "note": note[:200], "since": at, "by": by},
        )
        whom = user.display_name if user else organisation
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=f"blokkade: {whom}", purpose=note)
    return row


def lift(*, by: User, at: datetime, household_id: str, blockade_id: int) -> None:
    """Let somebody in again who was kept out; what he took part in before holds as far as its term runs."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="blokkade opheffen")
    with transaction.atomic():
        found = Blockade.objects.filter(pk=blockade_id, household_id=household_id, lifted_at=None)
        if not found.update(lifted_at=at, lifted_by=by):
            raise NoBlockadeError(str(blockade_id))
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject="blokkade opgeheven")


def shield(*, by: User, at: datetime, household_id: str, person_key: str, until: datetime) -> Shielding:
    """Shield a person of a household for a time."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="afscherming")
    with transaction.atomic():
        Shielding.objects.filter(household_id=household_id, person_key=person_key, ended_at=None).update(
            ended_at=at
        )
        row = Shielding.objects.create(
            household_id=household_id, person_key=person_key, since=at, until=until, by=by
        )
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=f"afscherming: {person_key}")
    return row


def lift_shield_for(
    *, by: User, at: datetime, shielding: Shielding, user: User, term: timedelta = SIGHT
) -> ShieldingLifted:
    """Let one user see what is shielded of one person, for a time."""
    held = require(by, shielding.household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="inzage afscherming")
    with transaction.atomic():
        row = ShieldingLifted.objects.create(shielding=shielding, user=user, since=at, until=at + term, by=by)
        subject = f"inzage in afscherming: {user.display_name}"
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=subject)
    return row
