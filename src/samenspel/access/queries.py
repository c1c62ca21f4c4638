"""How somebody stands to a household, and which households somebody may see."""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from samenspel.access.models import Blockade, EmergencyAccess, GeneralRole, Ground, Membership, Referral
from samenspel.access.rules import (
    Act,
    AgeBand,
    Asked,
    Assurance,
    Basis,
    CaseState,
    Category,
    Decision,
    GivenBy,
    GroundKind,
    Kind,
    Level,
    Part,
    Relation,
    Role,
    Use,
    decide,
    decide_list,
    decide_without_household,
)
from samenspel.access.rules.derive import Ground as HeldGround
from samenspel.access.rules.derive import Ties, Wanted, band_of, basis_of, part_of, relation_of
from samenspel.access.rules.lists import CATEGORIES, LEVELS
from samenspel.accounts.models import User
from samenspel.kit.json_rows import JsonRows, as_text
from samenspel.kit.kept import Kept

MOST = 50
"""How many of the past are shown."""
GROUND_FIELDS = (
    "person_key",
    "recipient",
    "category",
    "level_max",
    "use",
    "kind",
    "since",
    "until",
    "withdrawn_at",
    "consent__band",
    "consent__given_by",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A user's role in and relation to one household, at one moment."""

    user_id: int
    user_name: str
    household_id: str
    role: Role
    relation: Relation
    person_key: str = ""
    organisation: str = ""
    at: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    grounds: tuple[HeldGround, ...] = ()
    assurance: Assurance = Assurance.LOW
    blocked: bool = False
    case: CaseState = CaseState.OPEN

    def may(self, kind: Kind, act: Act) -> Decision:
        """Answer about a list of the household."""
        return decide_list(self.asked(LEVELS[kind], CATEGORIES[kind], act), kind)

    def asked(
        self, level: Level, category: Category, act: Act, *, person: str = "", use: Use = Use.HELPING
    ) -> Asked:
        """The cell of the decision for data of this level and category, about one person or everybody."""
        wanted = Wanted(person, self.organisation, category, level, use)
        basis = Basis.NONE if level < Level.PERSONAL else basis_of(self.grounds, wanted, self.at)
        return Asked(self.role, self.relation, level, act, basis, self.assurance, self.blocked, self.case)

    def in_role(self, role: Role) -> "Standing":
        """The same standing in a role that does not come from a membership."""
        return replace(self, role=role)

    def of_case(self, case: CaseState) -> "Standing":
        """The same standing, around a case that is in this state."""
        return replace(self, case=case)


def standing(user: User, household_id: str, *, at: datetime) -> Standing:
    """Read the relation, the grounds and what keeps somebody out: one query for who ever took part."""
    values = {"user": user.pk, "household": household_id, "organisation": user.organisation, "at": at}
    found = Membership.objects.raw(_one_household.sql, _one_household.values(**values))
    return _standing(user, replace(_base(user, at), household_id=household_id), next(iter(found), None))


def standings(user: User, household_ids: Collection[str], *, at: datetime) -> dict[str, Standing]:
    """The same for several households, by id: one query for all in which he ever took part."""
    newest: dict[str, Any] = {}
    held = Membership.objects.filter(household_id__in=list(household_ids))
    for row in _ordered(held, user.pk, user.organisation, at):
        newest.setdefault(row.household_id, row)
    base = _base(user, at)
    return {one: _standing(user, replace(base, household_id=one), newest.get(one)) for one in household_ids}


def _base(user: User, at: datetime) -> Standing:
    """How somebody stands to a household before anything is known of it."""
    return Standing(
        user.pk,
        user.display_name,
        "",
        Role.NOBODY,
        Relation.NONE,
        at=at,
        organisation=user.organisation,
        assurance=assurance_of(user),
    )


def _standing(user: User, base: Standing, row: Any) -> Standing:
    if row is None:
        return _without_membership(user, base)
    part = part_of(row.since, row.until, row.ended_at, base.at, asked=False)
    emergency = row.in_emergency and part is not Part.NOW
    role = general_role(user) if emergency else Role(row.role)
    named = bool(row.person_key)
    band = band_of(row.person_born, base.at.date())
    ties = Ties(part, role, own=named, stands_for=named, band=band, emergency=emergency)
    return replace(
        base,
        role=role,
        relation=relation_of(ties),
        person_key=row.person_key,
        organisation=row.organisation,
        grounds=_grounds(row.held_grounds),
        blocked=row.kept_out,
    )


def _ordered(
    held: QuerySet[Membership], user: int, organisation: str, at: datetime
) -> QuerySet[Membership, Any]:
    """Those of a user, with what else decides: of each household the one that runs first, then the newest."""
    here = OuterRef("household_id")
    grounds = Ground.objects.filter(household_id=here, recipient=OuterRef("organisation")).order_by("pk")
    return (
        held.filter(user=user)
        .annotate(
            kept_out=Exists(_blockades(here, user, organisation)),
            in_emergency=Exists(_emergencies(user, here, at=at)),
            held_grounds=as_text(JsonRows(grounds, [F(name) for name in GROUND_FIELDS])),
        )
        .order_by(F("ended_at").desc(nulls_first=True), "-since", "-pk")
    )


_one_household = Kept(
    lambda *, user, household, organisation, at: _ordered(
        Membership.objects.filter(household_id=household), user, organisation, at
    )[:1],
    user=-987_654_321,
    household="one household",
    organisation="one organisation",
    at=datetime(1970, 1, 2, tzinfo=UTC),
)


def _blockades(household_id: str | OuterRef, user: int, organisation: str) -> QuerySet[Blockade]:
    """What keeps this user or his organisation out; nobody has an organisation without a name."""
    whom = Q(user=user) | (~Q(organisation="") & Q(organisation=organisation))
    return Blockade.objects.filter(whom, household_id=household_id, lifted_at=None)


def _emergencies(user: int, household_id: str | OuterRef, *, at: datetime) -> QuerySet[EmergencyAccess]:
    return EmergencyAccess.objects.filter(user=user, household_id=household_id, since__lte=at, until__gt=at)


def _without_membership(user: User, base: Standing) -> Standing:
    """Whoever never took part: nothing, unless he opened the household in an emergency."""
    emergency = _emergencies(user.pk, base.household_id, at=base.at).exists()
    role = general_role(user) if emergency else Role.NOBODY
    blocked = _blockades(base.household_id, user.pk, user.organisation).exists()
    relation = relation_of(Ties(Part.NONE, role, emergency=emergency))
    return replace(base, role=role, relation=relation, blocked=blocked)


def _grounds(text: str | None) -> tuple[HeldGround, ...]:
    return tuple(_ground(row) for row in json.loads(text)) if text else ()


def _ground(row: list[Any]) -> HeldGround:
    person, recipient, category, level, use, kind, since, until, withdrawn, band, given_by = row
    return HeldGround(
        person,
        recipient,
        Category(category),
        Level(level),
        Use(use),
        GroundKind(kind),
        _moment(since),
        _moment(until),
        _moment(withdrawn) if withdrawn else None,
        AgeBand(band) if band else AgeBand.UNKNOWN,
        GivenBy(given_by) if given_by else GivenBy.NOBODY,
    )


def _moment(text: str) -> datetime:
    """A moment out of JSON: SQLite keeps UTC without saying so."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def assurance_of(user: User) -> Assurance:
    """How sure the sign-in of this user is."""
    return Assurance[str(getattr(user, "assurance", settings.SIGN_IN_ASSURANCE)).upper()]


def my_memberships(user: User, *, at: datetime) -> QuerySet[Membership]:
    """The memberships that hold now, for use as a subquery: how many there are costs nothing here."""
    whom = Q(user=user)
    if user.organisation:
        whom |= Q(organisation=user.organisation)
    kept_out = Blockade.objects.filter(whom, lifted_at=None).values("household_id")
    running = Membership.objects.filter(user=user, since__lte=at, until__gt=at, ended_at=None)
    return running.exclude(household_id__in=kept_out).order_by()


class SignedIn(ModelBackend):
    """Reads who is signed in together with the role that he has anyway, so that a page asks once for both."""

    def get_user(self, user_id: int) -> User | None:
        """The user of this session, if he may still sign in."""
        held = GeneralRole.objects.filter(user=OuterRef("pk")).values("role")
        user = User.objects.filter(pk=user_id).annotate(general_role=Subquery(held)).first()
        return user if user is not None and self.user_can_authenticate(user) else None


def general_role(user: User) -> Role:
    """Return the role that does not depend on a household."""
    held: Any = getattr(user, "general_role", False)  # None: `SignedIn` asked, and there is none
    if held is False:
        held = GeneralRole.objects.filter(user=user).values_list("role", flat=True).first()
    return Role(held) if held else Role.NOBODY


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
    found = running_of(household_id, at=at).select_related("user").order_by("pk")
    return [Member(row.user.display_name, Role(row.role)) for row in found]


def running_of(household_id: str, *, at: datetime) -> QuerySet[Membership]:
    """The memberships around a household that hold now and are not blocked."""
    blocked = Blockade.objects.filter(
        Q(user=OuterRef("user")) | (~Q(organisation="") & Q(organisation=OuterRef("organisation"))),
        household_id=household_id,
        lifted_at=None,
    )
    found = Membership.objects.filter(household_id=household_id, since__lte=at, until__gt=at, ended_at=None)
    return found.filter(~Exists(blocked))


def may_in_emergency(user: User, held: Standing) -> Decision:
    """Whether this user may open this household in an emergency."""
    role = general_role(user)
    asked = Asked(
        role,
        held.relation,
        Level.SPECIAL,
        Act.EMERGENCY,
        assurance=held.assurance,
        blocked=held.blocked,
        case=held.case,
    )
    return decide(asked)


def organisations_in(household_id: str, user_id: int) -> set[str]:
    """The organisations for which a user took part around a household, now or before: one query."""
    found = Membership.objects.filter(household_id=household_id, user_id=user_id).order_by("pk")
    return set(found.values_list("organisation", flat=True)) - {""}


@dataclass(frozen=True, slots=True)
class Around:
    """Who takes part, who was asked, on what basis, who is kept out, who looked in an emergency."""

    held: Standing
    running: list[Membership]
    earlier: list[Membership]
    asked: list[Referral]
    grounds: list[Ground]
    blockades: list[Blockade]
    emergencies: list[EmergencyAccess]


def around(held: Standing) -> Around:
    """All of it around one household; whoever asks has decided that it may be seen."""
    home, at = held.household_id, held.at
    members = Membership.objects.filter(household_id=home).select_related("user")
    running = members.filter(pk__in=running_of(home, at=at).values("pk"))
    asked = Referral.objects.filter(household_id=home, answer=None, until__gt=at)
    grounds = Ground.objects.filter(household_id=home, until__gt=at).select_related("law")
    return Around(
        held,
        list(running.order_by("role", "pk")),
        list(members.exclude(ending__in=("extended", "replaced")).filter(ended_at__lte=at)[:MOST]),
        list(asked.select_related("user")),
        list(grounds.order_by("recipient", "category", "pk")),
        list(Blockade.objects.filter(household_id=home, lifted_at=None).select_related("user")),
        list(EmergencyAccess.objects.filter(household_id=home).select_related("user", "reviewed_by")[:MOST]),
    )


def questions_to(user: User, *, at: datetime) -> list[Referral]:
    """The questions to take part that this user has not answered."""
    found = Referral.objects.filter(user=user, answer=None, until__gt=at)
    return list(found.select_related("by"))


def emergencies_of(user: User, *, at: datetime) -> list[EmergencyAccess]:
    """The households that this user has open in an emergency now."""
    return list(EmergencyAccess.objects.filter(user=user, since__lte=at, until__gt=at))


def emergencies_to_judge(user: User, *, at: datetime) -> list[EmergencyAccess]:
    """Those of others that nobody judged: around the households that he leads, or all for oversight."""
    found = EmergencyAccess.objects.filter(reviewed_at=None).exclude(user=user).select_related("user")
    if general_role(user) is not Role.OVERSIGHT:
        mine = my_memberships(user, at=at).filter(role=Role.CASE_LEAD)
        found = found.filter(household_id__in=mine.values("household_id"))
    return list(found)
