"""Who takes part in the tests of this room, around one household."""

from datetime import UTC, datetime, timedelta

from samenspel.access.actions import admit
from samenspel.access.models import Membership
from samenspel.access.queries import standing
from samenspel.access.rules import Act, Kind, Reason, Role
from samenspel.accounts.models import User

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOME = "a" * 32
WHY = "De buren horen nu hulpgeroep"


def somebody(name: str, works: str = "") -> User:
    return User.objects.create(username=name, first_name=name.title(), organisation=works)


def taking_part(user: User, role: Role, **more: object) -> Membership:
    term = {"since": NOW - DAY, "until": NOW + 10 * DAY}
    return admit(user=user, household_id=HOME, role=role, **term | more)  # type: ignore[arg-type]


def reads(user: User, kind: Kind = Kind.HELP, at: datetime = NOW) -> Reason:
    return standing(user, HOME, at=at).may(kind, Act.READ).reason


def running(user: User) -> Membership:
    return Membership.objects.get(user=user, ended_at=None)
