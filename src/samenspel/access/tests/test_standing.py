"""Standing is read from memberships, at a moment; a refusal always leaves its line."""

from datetime import UTC, datetime, timedelta

import pytest

from samenspel.access.actions import DeniedError, admit, appoint, note_allowed, require, require_generally
from samenspel.access.models import GeneralRole, Membership
from samenspel.access.queries import Member, may_generally, members_of, my_memberships, standing
from samenspel.access.rules import Act, Kind, Reason, Relation, Role
from samenspel.accounts.models import User
from samenspel.journal.models import Line

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOME = "a" * 32
pytestmark = pytest.mark.django_db


@pytest.fixture
def lia() -> User:
    return User.objects.create(username="lia", first_name="Lia", last_name="Tol")


def admitted(user: User, role: Role = Role.HELPER) -> Membership:
    return admit(
        user=user, household_id=HOME, role=role, since=NOW, until=NOW + timedelta(days=10), person_key="lia"
    )


@pytest.mark.parametrize(
    ("moment", "relation"),
    [
        (NOW - timedelta(seconds=1), Relation.NONE),
        (NOW, Relation.MEMBER),
        (NOW + timedelta(days=10, seconds=-1), Relation.MEMBER),
        (NOW + timedelta(days=10), Relation.EXPIRED),
    ],
)
def test_a_membership_holds_from_its_first_moment_until_its_last(
    lia: User, moment: datetime, relation: Relation
) -> None:
    admitted(lia)
    held = standing(lia, HOME, at=moment)
    assert (held.relation, held.role, held.person_key) == (relation, Role.HELPER, "lia")
    assert my_memberships(lia, at=moment).count() == (relation is Relation.MEMBER)


def test_without_a_membership_somebody_is_nobody(lia: User) -> None:
    held = standing(lia, HOME, at=NOW)
    assert (held.relation, held.role, held.user_name) == (Relation.NONE, Role.NOBODY, "Lia Tol")


def test_admitting_again_changes_the_membership(lia: User) -> None:
    admitted(lia)
    admitted(lia, Role.CASE_LEAD)
    running = Membership.objects.get(ended_at=None)
    assert str(running) == f"{lia.pk} case_lead {HOME}"
    assert Membership.objects.exclude(pk=running.pk).get().ending == "replaced"
    assert standing(lia, HOME, at=NOW).role is Role.CASE_LEAD


def test_a_yes_gives_the_standing_and_writes_nothing_yet(lia: User) -> None:
    admitted(lia)
    held = require(lia, HOME, Kind.HELP, Act.WRITE, at=NOW)
    assert held.role is Role.HELPER
    assert not Line.objects.exists()
    note_allowed(held, Kind.HELP, Act.WRITE, at=NOW, subject="hulp")
    line = Line.objects.get()
    assert (line.allowed, line.reason, line.role, line.subject) == (True, "role_may", "helper", "hulp")
    assert str(line) == "2026-11-22 12:00 Lia Tol write help"


def test_a_no_is_written_down_and_raised(lia: User) -> None:
    admitted(lia)
    with pytest.raises(DeniedError) as caught:
        require(lia, HOME, Kind.WORDS, Act.WRITE, at=NOW, subject="woorden")
    assert (caught.value.decision.reason, caught.value.kind, caught.value.act) == (
        Reason.LIST_NOT_NEEDED,
        Kind.WORDS,
        Act.WRITE,
    )
    line = Line.objects.get()
    assert (line.allowed, line.household_id, line.user_name, line.at) == (False, HOME, "Lia Tol", NOW)


def test_a_general_role_opens_households(lia: User) -> None:
    with pytest.raises(DeniedError):
        require_generally(lia, Kind.EXISTENCE, Act.CREATE, at=NOW)
    appoint(user=lia, role=Role.CASE_LEAD)
    assert require_generally(lia, Kind.EXISTENCE, Act.CREATE, at=NOW) is Role.CASE_LEAD
    assert may_generally(lia, Kind.DIRECTORY, Act.WRITE).allowed
    assert [line.allowed for line in Line.objects.order_by("pk")] == [False, True]
    assert str(GeneralRole.objects.get()) == f"{lia.pk} case_lead"


def test_who_takes_part_now_can_be_named(lia: User) -> None:
    admitted(lia)
    assert members_of(HOME, at=NOW) == [Member("Lia Tol", Role.HELPER)]
    assert members_of(HOME, at=NOW + timedelta(days=10)) == []
    assert members_of("b" * 32, at=NOW) == []
