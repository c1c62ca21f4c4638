"""Asking, letting in and noting for many households at once, with as few statements as for one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samenspel.access.actions.asking import DeniedError, entry, refuse
from samenspel.access.actions.taking_part import WITH_GROUND, grounds_of
from samenspel.access.models import Ground, Membership
from samenspel.access.queries import Standing, general_role, standings
from samenspel.access.rules import Act, Kind, Role, decide_without_household
from samenspel.accounts.models import User
from samenspel.journal.actions import Entry, note_all


@dataclass(frozen=True, slots=True)
class Done:
    """An allowed act, for the journal."""

    held: Standing
    kind: Kind
    act: Act
    subject: str = ""


def require_each(
    user: User, kinds: Mapping[str, Iterable[Kind]], act: Act, *, at: datetime, subject: str = ""
) -> dict[str, Standing]:
    """Like `require`, for households (by id) and kinds of data in each; the first refusal is raised."""
    found = standings(user, kinds, at=at)
    for household_id, wanted in kinds.items():
        held = found[household_id]
        for kind in wanted:
            decision = held.may(kind, act)
            if not decision.allowed:
                refuse(held, kind, act, decision, at=at, subject=subject)
    return found


def note_all_allowed(acts: Sequence[Done], *, at: datetime) -> None:
    """Write the lines of several allowed acts of one user together."""
    if not acts:
        return
    lines = [
        entry(one.held, one.kind, one.act, one.held.may(one.kind, one.act), subject=one.subject)
        for one in acts
    ]
    note_all(lines, by_id=acts[0].held.user_id, by_name=acts[0].held.user_name, at=at)


def require_generally_each(
    user: User, kind: Kind, act: Act, *, at: datetime, subjects: Iterable[str]
) -> Role:
    """Like `require_generally`, for several subjects, each with its line."""
    role = general_role(user)
    decision = decide_without_household(role, kind, act)
    lines = [
        Entry(act=act, kind=kind, allowed=decision.allowed, reason=decision.reason, role=role, subject=one)
        for one in subjects
    ]
    note_all(lines, by_id=user.pk, by_name=user.display_name, at=at)
    if not decision.allowed:
        raise DeniedError(decision, kind, act)
    return role


def admit_to_new(
    *, user: User, household_ids: Iterable[str], role: Role, since: datetime, until: datetime
) -> None:
    """Let somebody take part around households that were opened just now, where nobody is yet."""
    rows = [
        Membership(
            user=user,
            household_id=one,
            role=role,
            organisation=user.organisation,
            since=since,
            until=until,
        )
        for one in household_ids
    ]
    Membership.objects.bulk_create(rows)
    if role in WITH_GROUND:
        Ground.objects.bulk_create(ground for row in rows for ground in grounds_of(row))
