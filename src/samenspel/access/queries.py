"""How somebody stands to a household, and which households somebody may see."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from samenspel.access.models import GeneralRole, Membership
from samenspel.access.rules import Act, Decision, Kind, Relation, Role, decide, decide_without_household
from samenspel.accounts.models import User


@dataclass(frozen=True, slots=True)
class Standing:
    """A user's role in and relation to one household, at one moment."""

    user_id: int
    user_name: str
    household_id: str
    role: Role
    relation: Relation
    person_key: str = ""

    def may(self, kind: Kind, act: Act) -> Decision:
        """Answer from the table."""
        return decide(self.role, self.relation, kind, act)


def standing(user: User, household_id: str, *, at: datetime) -> Standing:
    """Read the relation from the memberships: one query."""
    row = Membership.objects.filter(user=user, household_id=household_id).first()
    if row is None:
        role, relation = Role.NOBODY, Relation.NONE
    else:
        role = Role(row.role)
        relation = Relation.MEMBER if row.since <= at < row.until else Relation.EXPIRED
    return Standing(user.pk, user.display_name, household_id, role, relation, row.person_key if row else "")


def my_memberships(user: User, *, at: datetime) -> QuerySet[Membership]:
    """The memberships that hold now, for use as a subquery: how many there are costs nothing here."""
    return Membership.objects.filter(user=user, since__lte=at, until__gt=at).order_by()


def general_role(user: User) -> Role:
    """Return the role that does not depend on a household."""
    row = GeneralRole.objects.filter(user=user).first()
    return Role(row.role) if row else Role.NOBODY


def may_generally(user: User, kind: Kind, act: Act) -> Decision:
    """Answer for what belongs to no household."""
    return decide_without_household(general_role(user), kind, act)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who takes part around a household."""

    name: str
    role: Role


def members_of(household_id: str, *, at: datetime) -> list[Member]:
    """Who takes part around a household now: one query. Whoever asks has decided that they may be named."""
    found = Membership.objects.filter(household_id=household_id, since__lte=at, until__gt=at)
    rows = found.select_related("user").order_by("pk")
    return [Member(row.user.display_name, Role(row.role)) for row in rows]
