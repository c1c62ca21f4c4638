"""Many households at once: the same answers and lines as one by one."""

from datetime import UTC, datetime, timedelta

import pytest

from samenspel.access.actions import (
    DeniedError,
    Done,
    admit,
    admit_to_new,
    appoint,
    note_all_allowed,
    require_each,
    require_generally_each,
)
from samenspel.access.models import Ground, Membership
from samenspel.access.queries import standing, standings
from samenspel.access.rules import Act, Kind, Role
from samenspel.accounts.models import User
from samenspel.journal.models import Line

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=10)
HOMES = ["a" * 32, "b" * 32, "c" * 32]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lia() -> User:
    return User.objects.create(username="lia", first_name="Lia", last_name="Tol")


def test_each_household_has_its_own_answer(lia: User) -> None:
    admit(user=lia, household_id=HOMES[0], role=Role.CASE_LEAD, since=NOW, until=LATER)
    admit(user=lia, household_id=HOMES[1], role=Role.HELPER, since=NOW, until=LATER)
    found = standings(lia, HOMES, at=NOW)
    assert found == {one: standing(lia, one, at=NOW) for one in HOMES}
    assert [found[one].role for one in HOMES] == [Role.CASE_LEAD, Role.HELPER, Role.NOBODY]


def test_the_first_refusal_is_noted_and_raised(lia: User) -> None:
    admit(user=lia, household_id=HOMES[0], role=Role.CASE_LEAD, since=NOW, until=LATER)
    kinds = {HOMES[0]: [Kind.STRUCTURE], HOMES[1]: [Kind.STRUCTURE, Kind.HELP]}
    with pytest.raises(DeniedError):
        require_each(lia, kinds, Act.WRITE, at=NOW, subject="inlezen")
    line = Line.objects.get()
    assert (line.household_id, line.allowed, line.subject) == (HOMES[1], False, "inlezen")


def test_every_yes_gives_its_line(lia: User) -> None:
    admit_to_new(user=lia, household_ids=HOMES, role=Role.CASE_LEAD, since=NOW, until=LATER)
    held = require_each(lia, {one: [Kind.STRUCTURE] for one in HOMES}, Act.WRITE, at=NOW)
    note_all_allowed([], at=NOW)
    assert not Line.objects.exists()
    note_all_allowed([Done(held[one], Kind.STRUCTURE, Act.WRITE, "hulp") for one in HOMES], at=NOW)
    lines = Line.objects.order_by("household_id").values_list("household_id", "allowed", "subject")
    assert list(lines) == [(one, True, "hulp") for one in HOMES]


def test_letting_in_together_is_letting_in_one_by_one(lia: User) -> None:
    admit(user=lia, household_id=HOMES[0], role=Role.CASE_LEAD, since=NOW, until=LATER)
    admit_to_new(user=lia, household_ids=HOMES[1:2], role=Role.CASE_LEAD, since=NOW, until=LATER)
    admit_to_new(user=lia, household_ids=HOMES[2:], role=Role.FAMILY, since=NOW, until=LATER)
    assert Membership.objects.count() == len(HOMES)
    grounds = [
        set(
            Ground.objects.filter(household_id=one)
            .order_by("pk")
            .values_list("category", "kind", "level_max")
        )
        for one in HOMES
    ]
    assert grounds[0] == grounds[1] != set()
    assert grounds[2] == set()


def test_a_general_act_is_noted_for_every_subject(lia: User) -> None:
    with pytest.raises(DeniedError):
        require_generally_each(lia, Kind.EXISTENCE, Act.CREATE, at=NOW, subjects=["een", "twee"])
    appoint(user=lia, role=Role.CASE_LEAD)
    require_generally_each(lia, Kind.EXISTENCE, Act.CREATE, at=NOW, subjects=["een", "twee"])
    lines = Line.objects.order_by("pk").values_list("subject", "allowed")
    assert list(lines) == [("een", False), ("twee", False), ("een", True), ("twee", True)]
