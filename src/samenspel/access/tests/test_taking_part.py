"""Taking part: asked, answered, extended on purpose, ended; blocked, on a basis, in an emergency, by age."""

from dataclasses import replace
from datetime import datetime

import pytest

from samenspel.access.actions import (
    DeniedError,
    appoint,
)
from samenspel.access.actions.basis import (
    NoGroundError,
    NotEnoughError,
    Yes,
    record_consent,
    withdraw,
)
from samenspel.access.actions.emergency import open_in_emergency
from samenspel.access.actions.keeping_out import (
    NoBlockadeError,
    OwnBlockadeError,
    block,
    lift,
)
from samenspel.access.actions.taking_part import LastLeadError, NoSuchError, Who, answer, end, extend, refer
from samenspel.access.models import (
    Consent,
    Ground,
    Membership,
    Referral,
)
from samenspel.access.queries import (
    around,
    members_of,
    my_memberships,
    questions_to,
    standing,
)
from samenspel.access.rules import (
    Act,
    AgeBand,
    Category,
    GivenBy,
    Kind,
    Level,
    Reason,
    Role,
    Use,
    decide,
)
from samenspel.access.rules.emergency import EmergencyReason
from samenspel.access.tests.people import DAY, HOME, NOW, WHY, reads, running, somebody, taking_part
from samenspel.accounts.models import User
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


def test_somebody_is_asked_and_says_yes_himself(lia: User) -> None:
    jo = somebody("jo", "noord.de-haven")
    who = Who(person_key="ada")
    asked = refer(by=lia, at=NOW, household_id=HOME, user=jo, role=Role.HELPER, why="Bas", who=who)
    assert questions_to(jo, at=NOW) == [asked]
    assert reads(jo, Kind.STRUCTURE) is Reason.NO_RELATION
    answer(by=jo, at=NOW + DAY, referral_id=asked.pk, accepts=True)
    row = running(jo)
    assert (row.role, row.granted_by, row.person_key, row.since) == ("helper", lia, "ada", NOW + DAY)
    assert reads(jo, at=NOW + DAY) is Reason.ROLE_MAY
    assert questions_to(jo, at=NOW + DAY) == []
    with pytest.raises(NoSuchError):
        answer(by=jo, at=NOW + DAY, referral_id=asked.pk, accepts=False)


def test_a_no_gives_nothing_and_is_kept_with_its_reason(lia: User) -> None:
    jo = somebody("jo")
    asked = refer(by=lia, at=NOW, household_id=HOME, user=jo, role=Role.HELPER, why="Bas")
    answer(by=jo, at=NOW, referral_id=asked.pk, accepts=False, note="Geen tijd")
    row = Referral.objects.get()
    assert (row.answer, row.note) == ("declined", "Geen tijd")
    assert reads(jo, Kind.STRUCTURE) is Reason.NO_RELATION
    assert Line.objects.filter(user_id=jo.pk, allowed=True, subject__contains="nee").exists()


@pytest.mark.parametrize("days", [14, 400])
def test_a_question_waits_two_weeks(lia: User, days: int) -> None:
    jo = somebody("jo")
    asked = refer(by=lia, at=NOW, household_id=HOME, user=jo, role=Role.HELPER, why="Bas")
    with pytest.raises(NoSuchError):
        answer(by=jo, at=NOW + days * DAY, referral_id=asked.pk, accepts=True)


def test_only_who_was_asked_answers_and_only_while_the_asker_still_may_ask(lia: User, jo: User) -> None:
    kim = somebody("kim")
    refer(by=lia, at=NOW, household_id=HOME, user=kim, role=Role.HELPER, why="Bas")
    asked = refer(by=lia, at=NOW, household_id=HOME, user=kim, role=Role.SUPPORTER, why="Toch anders")
    assert Referral.objects.exclude(pk=asked.pk).get().answer == "withdrawn"
    with pytest.raises(NoSuchError):
        answer(by=jo, at=NOW, referral_id=asked.pk, accepts=True)
    taking_part(jo, Role.CASE_LEAD)
    end(by=jo, at=NOW, household_id=HOME, membership_id=running(lia).pk)
    with pytest.raises(NoSuchError):
        answer(by=kim, at=NOW, referral_id=asked.pk, accepts=True)


def test_a_helper_lets_nobody_in(jo: User) -> None:
    with pytest.raises(DeniedError):
        refer(by=jo, at=NOW, household_id=HOME, user=somebody("kim"), role=Role.HELPER, why="Bas")
    assert Line.objects.filter(user_id=jo.pk, allowed=False, act="grant").exists()


def test_a_term_is_extended_on_purpose_and_at_most_half_a_year(lia: User, jo: User) -> None:
    before = running(jo)
    longer = extend(by=lia, at=NOW, household_id=HOME, membership_id=before.pk, until=NOW + 400 * DAY)
    assert (longer.since, longer.until) == (NOW, NOW + 184 * DAY)
    before.refresh_from_db()
    assert (before.ending, before.ended_by) == ("extended", lia)
    assert reads(jo, at=NOW + 183 * DAY) is Reason.ROLE_MAY
    assert reads(jo, at=NOW + 184 * DAY) is Reason.RELATION_OVER
    assert len(members_of(HOME, at=NOW)) == 2
    with pytest.raises(NoSuchError):
        extend(by=lia, at=NOW, household_id=HOME, membership_id=before.pk, until=NOW + 9 * DAY)


def test_extending_a_supporter_gives_no_basis(lia: User) -> None:
    taking_part(somebody("opa"), Role.SUPPORTER)
    grounds = Ground.objects.count()
    row = Membership.objects.get(role="supporter")
    extend(by=lia, at=NOW, household_id=HOME, membership_id=row.pk, until=NOW + 90 * DAY)
    assert Ground.objects.count() == grounds


def test_stopping_works_at_once(lia: User, jo: User) -> None:
    end(by=lia, at=NOW, household_id=HOME, membership_id=running(jo).pk)
    assert reads(jo) is Reason.RELATION_OVER
    assert not my_memberships(jo, at=NOW).exists()
    assert [row.name for row in members_of(HOME, at=NOW)] == ["Lia"]
    assert around(standing(lia, HOME, at=NOW)).earlier[0].ending == "stopped"


def test_everybody_stops_himself_but_the_last_who_keeps_the_overview(lia: User, jo: User) -> None:
    end(by=jo, at=NOW, household_id=HOME, membership_id=running(jo).pk)
    assert Membership.objects.get(user=jo).ending == "left"
    assert Line.objects.filter(user_id=jo.pk, subject__startswith="deelname gestopt", allowed=True).exists()
    with pytest.raises(LastLeadError):
        end(by=lia, at=NOW, household_id=HOME, membership_id=running(lia).pk)
    with pytest.raises(DeniedError):
        end(by=jo, at=NOW, household_id=HOME, membership_id=running(lia).pk)


def test_a_helper_comes_with_the_basis_of_his_organisation_and_without_it_sees_no_help(
    lia: User, jo: User
) -> None:
    found = Ground.objects.filter(recipient="noord.de-haven")
    assert set(found.values_list("category", "level_max", "kind")) == {
        ("ordinary", 2, "task"),
        ("financial", 2, "task"),
    }
    taking_part(somebody("mo", "noord.de-haven"), Role.HELPER)
    assert found.count() == 2
    withdraw(by=lia, at=NOW, household_id=HOME, ground_id=found.get(category="financial").pk)
    assert reads(jo, Kind.COSTS) is Reason.BASIS_WITHDRAWN
    assert reads(jo) is Reason.ROLE_MAY
    assert reads(lia, Kind.COSTS) is Reason.ROLE_MAY
    with pytest.raises(NoGroundError):
        withdraw(by=lia, at=NOW, household_id=HOME, ground_id=found.get(category="financial").pk)
    kim = somebody("kim", "noord.kade")
    taking_part(kim, Role.HELPER, grounded=False)
    assert reads(kim) is Reason.NO_BASIS
    assert reads(kim, Kind.STRUCTURE) is Reason.ROLE_MAY


def test_consent_by_the_rule_of_age_gives_a_basis_until_it_is_withdrawn(lia: User, jo: User) -> None:
    yes = Yes(
        person_key="bas",
        band=AgeBand.FROM_12,
        given_by=GivenBy.BOTH,
        recipient="noord.de-haven",
        use=Use.HELPING,
        level_max=Level.SPECIAL,
        until=NOW + 9 * DAY,
        evidence="gesprek",
    )
    asked = {"by": lia, "at": NOW, "household_id": HOME, "categories": [Category.HEALTH]}
    with pytest.raises(NotEnoughError):
        record_consent(yes=replace(yes, given_by=GivenBy.PARENTS), **asked)  # type: ignore[arg-type]
    given = record_consent(yes=yes, **asked)  # type: ignore[arg-type]

    def health(at: datetime, person: str = "bas") -> Reason:
        asked = standing(jo, HOME, at=at).asked(Level.SPECIAL, Category.HEALTH, Act.READ, person=person)
        return decide(asked).reason

    assert health(NOW) is Reason.ROLE_MAY
    assert health(NOW, "ada") is Reason.NO_BASIS
    assert health(NOW + 9 * DAY) is Reason.BASIS_OVER
    withdraw(by=lia, at=NOW + DAY, household_id=HOME, ground_id=given[0].pk)
    assert health(NOW + DAY) is Reason.BASIS_WITHDRAWN
    assert Consent.objects.get().withdrawn_at == NOW + DAY


def test_a_blockade_closes_everything_at_once_for_one_or_for_an_organisation(lia: User, jo: User) -> None:
    row = block(by=lia, at=NOW, household_id=HOME, user=jo, reason="neighbour")
    assert block(by=lia, at=NOW, household_id=HOME, user=jo, reason="conflict") == row
    assert reads(jo, Kind.STRUCTURE) is Reason.BLOCKED
    assert not my_memberships(jo, at=NOW).exists()
    assert [one.name for one in members_of(HOME, at=NOW)] == ["Lia"]
    appoint(user=jo, role=Role.HELPER)
    with pytest.raises(DeniedError):
        open_in_emergency(user=jo, at=NOW, household_id=HOME, reason=EmergencyReason.LIFE, explanation=WHY)
    lift(by=lia, at=NOW, household_id=HOME, blockade_id=row.pk)
    assert reads(jo) is Reason.ROLE_MAY
    with pytest.raises(NoBlockadeError):
        lift(by=lia, at=NOW, household_id=HOME, blockade_id=row.pk)
    block(by=lia, at=NOW, household_id=HOME, organisation="noord.de-haven", reason="conflict")
    assert reads(jo) is Reason.BLOCKED
    assert reads(somebody("mo", "noord.de-haven")) is Reason.BLOCKED
    assert [one.name for one in members_of(HOME, at=NOW)] == ["Lia"]


def test_nobody_keeps_himself_out(lia: User) -> None:
    with pytest.raises(OwnBlockadeError):
        block(by=lia, at=NOW, household_id=HOME, user=lia, reason="conflict")
    with pytest.raises(OwnBlockadeError):
        block(by=lia, at=NOW, household_id=HOME, organisation="noord.wijkteam", reason="conflict")
