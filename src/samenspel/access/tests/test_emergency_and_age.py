"""In an emergency, by age, by sign-in; what is shielded; the articles of the law; the page of rights."""

from datetime import date, timedelta

import pytest

from samenspel.access.actions import (
    DeniedError,
    appoint,
    forget_household,
    note_allowed,
    require,
)
from samenspel.access.actions.basis import (
    change_law,
    put_laws,
)
from samenspel.access.actions.emergency import NotToReviewError, TooShortError, open_in_emergency, review
from samenspel.access.actions.keeping_out import (
    lift_shield_for,
    shield,
)
from samenspel.access.actions.taking_part import refer
from samenspel.access.models import (
    EmergencyAccess,
    Ground,
    LegalBasis,
    Membership,
    Referral,
    Shielding,
    ShieldingLifted,
)
from samenspel.access.queries import (
    emergencies_of,
    emergencies_to_judge,
    organisations_in,
    standing,
)
from samenspel.access.rules import (
    Act,
    Asked,
    Assurance,
    CaseState,
    Kind,
    Level,
    Reason,
    Relation,
    Role,
)
from samenspel.access.rules.emergency import EmergencyReason, Verdict, review_day
from samenspel.access.rules.page import rights
from samenspel.access.tests.people import DAY, HOME, NOW, WHY, reads, somebody, taking_part
from samenspel.accounts.models import User
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


def test_an_emergency_is_an_hour_of_reading_with_a_reason_that_another_judges(lia: User, jo: User) -> None:
    kim = somebody("kim")
    appoint(user=kim, role=Role.HELPER)
    asked = {"user": kim, "household_id": HOME, "reason": EmergencyReason.CHILD}
    with pytest.raises(TooShortError):
        open_in_emergency(at=NOW, explanation="nu       meteen      ", **asked)  # type: ignore[arg-type]
    row = open_in_emergency(at=NOW, explanation=WHY, **asked)  # type: ignore[arg-type]
    assert emergencies_of(kim, at=NOW) == [row]
    held = standing(kim, HOME, at=NOW + timedelta(minutes=59))
    assert (held.relation, held.role) == (Relation.EMERGENCY, Role.HELPER)
    assert held.may(Kind.HELP, Act.READ).allowed
    assert held.may(Kind.HELP, Act.WRITE).reason is Reason.EMERGENCY_READS
    assert standing(kim, HOME, at=NOW + timedelta(minutes=60)).relation is Relation.NONE
    assert emergencies_to_judge(lia, at=NOW) == [row]
    assert emergencies_to_judge(jo, at=NOW) == emergencies_to_judge(kim, at=NOW) == []
    for other in (kim, jo):
        with pytest.raises(NotToReviewError):
            review(by=other, at=NOW, access_id=row.pk, verdict=Verdict.RIGHT, note_="")
    review(by=lia, at=NOW, access_id=row.pk, verdict=Verdict.TALK, note_="Bel me")
    row.refresh_from_db()
    assert (row.verdict, row.reviewed_by, row.review_note) == ("talk", lia, "Bel me")
    line = Line.objects.get(user_id=kim.pk, act="emergency", allowed=True)
    assert line.purpose == f"child: {WHY}"


def test_somebody_whose_part_is_over_may_open_in_an_emergency_in_his_general_role(lia: User) -> None:
    kim = somebody("kim")
    appoint(user=kim, role=Role.HELPER)
    taking_part(kim, Role.SUPPORTER, until=NOW)
    open_in_emergency(user=kim, at=NOW, household_id=HOME, reason=EmergencyReason.LIFE, explanation=WHY)
    held = standing(kim, HOME, at=NOW)
    assert (held.relation, held.role) == (Relation.EMERGENCY, Role.HELPER)


def test_oversight_judges_without_seeing_the_household(lia: User) -> None:
    kim, fg = somebody("kim"), somebody("fg")
    appoint(user=kim, role=Role.HELPER)
    appoint(user=fg, role=Role.OVERSIGHT)
    row = open_in_emergency(user=kim, at=NOW, household_id=HOME, reason=EmergencyReason.LIFE, explanation=WHY)
    assert emergencies_to_judge(fg, at=NOW) == [row]
    review(by=fg, at=NOW, access_id=row.pk, verdict=Verdict.RIGHT, note_="")
    assert Line.objects.get(user_id=fg.pk).reason == "oversight_log"
    assert reads(fg, Kind.STRUCTURE) is Reason.NO_RELATION


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MANAGER, None])
def test_only_who_helps_can_open_in_an_emergency(lia: User, role: Role | None) -> None:
    kim = somebody("kim")
    if role:
        appoint(user=kim, role=role)
    with pytest.raises(DeniedError) as refused:
        open_in_emergency(user=kim, at=NOW, household_id=HOME, reason=EmergencyReason.LIFE, explanation=WHY)
    assert refused.value.decision.reason is Reason.NO_EMERGENCY
    assert not EmergencyAccess.objects.exists()


def test_a_household_that_is_not_there_cannot_be_opened_in_an_emergency() -> None:
    kim = somebody("kim")
    appoint(user=kim, role=Role.HELPER)
    with pytest.raises(DeniedError):
        open_in_emergency(
            user=kim, at=NOW, household_id="b" * 32, reason=EmergencyReason.LIFE, explanation=WHY
        )


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        (date(2026, 11, 23), date(2026, 11, 26)),
        (date(2026, 11, 20), date(2026, 11, 25)),
        (date(2026, 11, 21), date(2026, 11, 25)),
    ],
)
def test_it_is_judged_within_three_working_days(opened: date, expected: date) -> None:
    assert review_day(opened) == expected


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (date(2014, 11, 22), Reason.OWN_DATA),
        (date(2014, 11, 23), Reason.NO_RELATION),
        (None, Reason.OWN_DATA),
    ],
)
def test_a_child_looks_alone_from_twelve(lia: User, born: date | None, reason: Reason) -> None:
    naomi = somebody("naomi")
    taking_part(naomi, Role.FAMILY, person_key="naomi", person_born=born)
    assert reads(naomi) is reason


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (date(2018, 1, 1), Reason.OWN_DATA),
        (date(2010, 11, 23), Reason.OWN_DATA),
        (date(2010, 11, 22), Reason.RELATION_OVER),
    ],
)
def test_a_father_looks_for_his_child_until_it_is_sixteen(lia: User, born: date, reason: Reason) -> None:
    father = somebody("cor")
    taking_part(father, Role.REPRESENTATIVE, person_key="naomi", person_born=born)
    assert reads(father) is reason


def test_a_weak_sign_in_and_a_closed_case_stop_what_they_should(lia: User, jo: User) -> None:
    jo.assurance = "low"  # type: ignore[attr-defined]
    assert reads(jo, Kind.STRUCTURE) is Reason.SIGN_IN_STRONGER
    assert standing(jo, HOME, at=NOW).assurance is Assurance.LOW
    with pytest.raises(DeniedError) as refused:
        require(lia, HOME, Kind.HELP, Act.WRITE, at=NOW, case=CaseState.CLOSED)
    assert refused.value.decision.reason is Reason.CASE_CLOSED
    held = require(lia, HOME, Kind.HELP, Act.READ, at=NOW, case=CaseState.CLOSED)
    note_allowed(held, Kind.HELP, Act.READ, at=NOW)


def test_who_is_shielded_is_lifted_for_one_for_a_time(lia: User, jo: User) -> None:
    first = shield(by=lia, at=NOW, household_id=HOME, person_key="ada", until=NOW + 9 * DAY)
    row = shield(by=lia, at=NOW, household_id=HOME, person_key="ada", until=NOW + 99 * DAY)
    assert Shielding.objects.get(ended_at=None) == row != first
    lifted = lift_shield_for(by=lia, at=NOW, shielding=row, user=jo)
    assert ShieldingLifted.objects.get() == lifted
    assert lifted.until == NOW + 90 * DAY


def test_the_articles_of_the_law_come_with_their_source_and_are_the_networks_own(lia: User) -> None:
    assert put_laws("noord") == 78
    assert put_laws("noord") == 0
    found = LegalBasis.objects.filter(network_id="noord")
    assert found.filter(confirmed=False, text_date=None).count() == found.filter(confirmed=False).count() > 20
    bill = found.get(state="bill")
    assert (bill.law, bill.confirmed) == ("Wams (voorstel 36 295)", False)
    appoint(user=lia, role=Role.CASE_LEAD)
    change_law(by=lia, at=NOW, law=bill, state="in_force", since=date(2027, 1, 1))
    bill.refresh_from_db()
    assert (bill.state, bill.since) == ("in_force", date(2027, 1, 1))
    assert put_laws("zuid") == 78


def test_a_household_that_goes_takes_its_grants_along(lia: User, jo: User) -> None:
    refer(by=lia, at=NOW, household_id=HOME, user=somebody("kim"), role=Role.HELPER, why="Bas")
    assert organisations_in(HOME, jo.pk) == {"noord.de-haven"}
    forget_household(HOME)
    for model in (Membership, Ground, Referral):
        assert not model.objects.exists()


def test_the_page_says_what_the_table_says() -> None:
    dutch, english = rights("nl"), rights("en")
    lead = dutch.rows[0]
    assert (lead.role, lead.cells[4].letters) == ("wie het overzicht houdt", "RS")
    supporter = next(row for row in dutch.rows if row.role == "een naaste")
    assert supporter.sentences == ("Lezen: wie er is en wie de regie heeft en eigen woorden.",)
    assert supporter.cells[2].words == "niets"
    policy = next(row for row in english.rows if row.role == "policy and payers")
    assert (policy.sentences, policy.cells[2].letters) == ((), "A")
    assert len(dutch.levels) == 5
    assert Asked(Role.NOBODY, Relation.NONE, Level.PUBLIC, Act.READ).blocked is False
