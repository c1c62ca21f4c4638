"""The pages of access, as people use them."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from samenspel.access.actions import admit, appoint
from samenspel.access.actions.keeping_out import block
from samenspel.access.models import Blockade, EmergencyAccess, Ground, LegalBasis, Membership, Referral
from samenspel.access.queries import standing
from samenspel.access.rules import Act, Kind, Relation, Role
from samenspel.accounts.models import User
from samenspel.accounts.queries import user_called

HOME = "a" * 32
PEOPLE = f"/gezin/{HOME}/deelnemers/"
HALF = timedelta(days=180)
WHY = "De buren horen nu hulpgeroep"
pytestmark = pytest.mark.django_db


def somebody(first: str, last: str, works: str = "") -> User:
    return User.objects.create(
        username=first.lower(), first_name=first, last_name=last, organisation=works, password="!"
    )


@pytest.fixture
def lia() -> User:
    found = somebody("Lia", "Tol", "noord.wijkteam")
    now = timezone.now()
    admit(user=found, household_id=HOME, role=Role.CASE_LEAD, since=now, until=now + HALF)
    return found


@pytest.fixture
def jo(lia: User) -> User:
    found = somebody("Jo", "Berg", "noord.de-haven")
    now = timezone.now()
    admit(user=found, household_id=HOME, role=Role.HELPER, since=now, until=now + timedelta(days=9))
    return found


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def said(user: User, url: str, **data: str) -> str:
    """What the page says after a form was sent."""
    return browser(user).post(url, data, follow=True).content.decode()


def page(user: User, url: str, status: int = 200) -> str:
    response = browser(user).get(url)
    assert response.status_code == status
    return response.content.decode()


def row_of(user: User) -> Membership:
    return Membership.objects.get(user=user, ended_at=None)


def test_whoever_takes_part_sees_who_else_does_and_who_leads_changes_it(lia: User, jo: User) -> None:
    mine, leads = page(jo, PEOPLE), page(lia, PEOPLE)
    for seen in (mine, leads):
        assert "Lia Tol" in seen
        assert "nog tot" in seen
    assert "Half jaar langer" in leads
    assert "Vraag iemand om mee te doen" in leads
    assert "Half jaar langer" not in mine
    assert "Ik stop" in mine


def test_somebody_is_asked_on_the_page_and_answers_on_his_own(lia: User) -> None:
    kim = somebody("Kim", "de Boer")
    asked = {"who": "kim de boer", "role": "helper", "why": "Bas heeft  hulp nodig"}
    assert "Kim de Boer krijgt de vraag" in said(lia, f"{PEOPLE}vraag/", **asked)
    assert "gevraagd, nog geen antwoord" in page(lia, PEOPLE)
    assert "Lia Tol vraagt u om mee te doen" in page(kim, "/gevraagd/")
    row = Referral.objects.get()
    assert row.why == "Bas heeft hulp nodig"
    browser(kim).post(f"/gevraagd/{row.pk}/", {"answer": "ja"})
    assert row_of(kim).role == Role.HELPER
    assert "Deze vraag is er niet meer" in said(kim, f"/gevraagd/{row.pk}/", answer="ja")


def test_a_no_is_taken_calmly(lia: User) -> None:
    kim = somebody("Kim", "de Boer")
    said(lia, f"{PEOPLE}vraag/", who="kim", role="supporter", why="Kookt mee")
    answered = said(kim, f"/gevraagd/{Referral.objects.get().pk}/", answer="nee", note="Geen tijd")
    assert "U zei nee" in answered
    assert "Niemand heeft u iets gevraagd" in answered
    assert Referral.objects.get().note == "Geen tijd"


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ({"who": "niemand", "role": "helper", "why": "x"}, "We vonden niemand"),
        ({"who": "lia", "role": "helper", "why": "x"}, "We vonden niemand"),
        ({"who": "", "role": "helper", "why": "x"}, "We vonden niemand"),
        ({"who": "jo", "role": "administrator", "why": "x"}, "We vonden niemand"),
        ({"who": "jo", "role": "helper", "why": "  "}, "Schrijf erbij waarvoor"),
    ],
)
def test_a_question_that_does_not_fit_is_said(
    lia: User, jo: User, asked: dict[str, str], answered: str
) -> None:
    assert answered in said(lia, f"{PEOPLE}vraag/", **asked)
    assert not Referral.objects.exists()


def test_two_people_of_one_name_are_not_guessed() -> None:
    first = somebody("Kim", "de Boer")
    assert user_called("Kim de Boer") == first
    User.objects.create(username="kim2", first_name="Kim", last_name="de Boer")
    assert user_called("Kim de Boer") is None
    assert user_called("KIM2") == User.objects.get(username="kim2")


def test_a_term_is_made_longer_and_a_part_is_stopped(lia: User, jo: User) -> None:
    old = row_of(jo).pk
    assert "Jo Berg doet mee tot" in said(lia, f"{PEOPLE}{old}/verleng/")
    assert "al gestopt" in said(lia, f"{PEOPLE}{old}/verleng/")
    new = row_of(jo)
    assert new.until - new.since > timedelta(days=181)
    assert "Deze deelname is gestopt" in said(lia, f"{PEOPLE}{new.pk}/stop/")
    assert "al gestopt" in said(lia, f"{PEOPLE}{new.pk}/stop/")
    assert page(jo, PEOPLE, status=404)
    assert "Wie eerder meedeed" in page(lia, PEOPLE)


def test_somebody_stops_himself_and_the_last_lead_cannot(lia: User, jo: User) -> None:
    assert "U doet niet meer mee" in said(jo, f"{PEOPLE}{row_of(jo).pk}/stop/", own="1")
    assert "Iemand moet het overzicht houden" in said(lia, f"{PEOPLE}{row_of(lia).pk}/stop/", own="1")


def test_a_basis_is_withdrawn_at_once(lia: User, jo: User) -> None:
    law = LegalBasis.objects.create(network_id="noord", law="Jeugdwet", article="7.4.0", subject="x")
    ground = Ground.objects.get(recipient="noord.de-haven", category="financial")
    Ground.objects.filter(pk=ground.pk).update(law=law)
    assert "nog te bevestigen" in page(lia, PEOPLE)
    url = f"/gezin/{HOME}/grondslag/{ground.pk}/trek-in/"
    assert "De grondslag is ingetrokken" in said(lia, url)
    assert "was al ingetrokken" in said(lia, url)
    held = standing(jo, HOME, at=timezone.now())
    assert not held.may(Kind.COSTS, Act.READ).allowed


def test_somebody_is_kept_out_and_let_in_again(lia: User, jo: User) -> None:
    url = f"/gezin/{HOME}/blokkade/"
    assert "kan dit gezin niet meer zien" in said(lia, url, who="Jo Berg", reason="neighbour")
    assert page(jo, PEOPLE, status=404)
    assert "Het zijn de buren of bekenden" in page(lia, PEOPLE)
    lift = f"{url}{Blockade.objects.get().pk}/hef-op/"
    assert "De blokkade is opgeheven" in said(lia, lift)
    assert "was al opgeheven" in said(lia, lift)
    assert page(jo, PEOPLE)
    assert "U kunt uzelf niet buitensluiten" in said(lia, url, who="lia", reason="conflict")
    assert "We vonden niemand" in said(lia, url, who="jo", reason="zomaar")
    now = timezone.now()
    block(by=lia, at=now, household_id=HOME, organisation="noord.kade", reason="conflict")
    assert "noord.kade" in page(lia, PEOPLE)


def test_a_household_is_opened_in_an_emergency_and_that_is_judged(lia: User, jo: User) -> None:
    kim = somebody("Kim", "de Boer")
    appoint(user=kim, role=Role.HELPER)
    sent = {"household": f" {HOME} ", "reason": "child", "explanation": WHY}
    response = browser(kim).post("/noodtoegang/", sent)
    assert response.headers["Location"] == f"/gezin/{HOME}/"
    assert standing(kim, HOME, at=timezone.now()).relation is Relation.EMERGENCY
    assert "Dit gezin is voor u open" in page(kim, "/noodtoegang/")
    assert "Kijk dit na" in page(lia, PEOPLE)
    assert "wordt nagekeken" in page(jo, PEOPLE)
    assert WHY in page(lia, "/noodtoegang/")
    url = f"/noodtoegang/{EmergencyAccess.objects.get().pk}/oordeel/"
    assert "kunt u niet beoordelen" in said(lia, url, verdict="misschien")
    assert "kunt u niet beoordelen" in said(kim, url, verdict="right")
    assert "Uw oordeel is bewaard" in said(lia, url, verdict="right", note="Goed gedaan")
    assert "nagekeken" in page(jo, PEOPLE)


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        ({"household": HOME, "reason": "", "explanation": WHY}, "Kies waarom u niet kunt wachten"),
        ({"household": HOME, "reason": "child", "explanation": "nu"}, "minstens 20 tekens"),
        ({"household": "b" * 32, "reason": "child", "explanation": WHY}, "kunt u zo niet openen"),
    ],
)
def test_an_emergency_without_reason_or_household_is_refused_with_what_was_typed(
    lia: User, sent: dict[str, str], answered: str
) -> None:
    kim = somebody("Kim", "de Boer")
    appoint(user=kim, role=Role.HELPER)
    response = browser(kim).post("/noodtoegang/", sent)
    assert response.status_code == 422
    assert answered in response.content.decode()
    assert sent["explanation"] in response.content.decode()
    assert not EmergencyAccess.objects.exists()


def test_the_page_of_rights_is_there_in_both_languages(jo: User) -> None:
    assert "wie het overzicht houdt" in page(jo, "/wie-mag-wat/")
    client = browser(jo)
    client.post("/taal/setlang/", {"language": "en"})
    assert "who keeps the overview" in client.get("/wie-mag-wat/").content.decode()
