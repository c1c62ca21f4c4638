"""What was changed, putting it back, stepping through one's own changes, and what was known on a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenspel.accounts.models import User
from samenspel.desk.tests.test_edit_views import SCRIPT, browser, held, said, send, therapy
from samenspel.households.models import Change, Revision
from samenspel.households.tests.cast import Cast, cast

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


def page(people: Cast, user: User, tail: str = "veranderd/", status: int = 200) -> str:
    answer = browser(user).get(f"/gezin/{people.household_id}/{tail}")
    assert answer.status_code == status
    return said(answer)


def visitor(user: User) -> Client:
    """Somebody whose visit began before the changes of the test."""
    client = browser(user)
    User.objects.filter(pk=user.pk).update(last_login=timezone.now() - timedelta(minutes=5))
    return client


def put_back(people: Cast, user: User, change: Change, **sent: Any) -> Any:
    url = f"/gezin/{people.household_id}/terug/{change.pk}/?naar=veranderd"
    return browser(user).post(url, sent, follow=True)


def newest() -> Change:
    return Change.objects.latest("at")


def test_a_change_stands_there_in_plain_words(people: Cast) -> None:
    send(people, people.helper, "planned_end", planned_end="3 mei 2027")
    text = page(people, people.case_lead)
    assert "Jo veranderde" in text
    assert "Hulp Therapie" in text
    assert "1 februari 2027 → nu: 3 mei 2027" in text


def test_the_page_is_sifted_by_list_and_by_person(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    send(people, people.case_lead, "title", place="goals/school", title="Naar de klas")
    assert "Praten" not in page(people, people.case_lead, "veranderd/?lijst=goals")
    mine = page(people, people.case_lead, f"veranderd/?wie={people.helper.pk}")
    assert "Praten" in mine
    assert "Naar de klas" not in mine
    assert "Hier is niets veranderd" in page(people, people.case_lead, "veranderd/?lijst=help&rij=niets")


@pytest.mark.parametrize("tail", ["?bladzij=x", "?wie=abc", "?lijst=maan", "?wijziging=1", "?bladzij=99"])
def test_an_odd_address_is_a_calm_page(people: Cast, tail: str) -> None:
    assert "Wat is er veranderd?" in page(people, people.case_lead, f"veranderd/{tail}")


def test_earlier_versions_of_one_row(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    send(people, people.helper, "title", title="Spel")
    text = page(people, people.helper, "veranderd/?lijst=help&rij=therapie")
    assert "Eerdere versies" in text
    assert "eerst: Praten → nu: Spel" in text
    assert "Brief schrijven" not in text
    editor = browser(people.helper).get(f"/gezin/{people.household_id}/wijzig/help/therapie/")
    assert "?lijst=help&amp;rij=therapie" in editor.content.decode()


def test_nobody_reads_changes_of_lists_that_are_not_his(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    assert "Praten" not in page(people, people.supporter)
    page(people, people.stranger, status=404)


def test_a_change_is_put_back_and_that_again(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    answer = put_back(people, people.helper, newest())
    assert "Teruggezet" in said(answer)
    assert "Jo zette terug" in said(answer)
    assert therapy(people).title == "Therapie"
    put_back(people, people.case_lead, newest())
    assert therapy(people).title == "Praten"


def test_one_row_of_a_change_is_put_back(people: Cast) -> None:
    first = Change.objects.get()
    put_back(people, people.case_lead, first, rij=["agreements/a1"])
    assert held(people).agreements == ()
    assert held(people).actions != ()


def test_who_may_not_write_sees_no_button(people: Cast) -> None:
    send(people, people.case_lead, "role", place="persons/ada", role="mama")
    assert "Zet terug" not in page(people, people.helper, "veranderd/?lijst=persons&rij=ada")
    assert "Zet terug" in page(people, people.case_lead, "veranderd/?lijst=persons&rij=ada")


def test_only_who_may_write_reads_that_things_can_be_put_back(people: Cast) -> None:
    assert "U kunt alles terugzetten" in page(people, people.case_lead)
    assert "terugzetten" not in page(people, people.manager)
    send(people, people.case_lead, "role", place="persons/ada", role="mama")
    assert "U kunt elke versie terugzetten" in page(
        people, people.case_lead, "veranderd/?lijst=persons&rij=ada"
    )
    assert "terugzetten" not in page(people, people.helper, "veranderd/?lijst=persons&rij=ada")


def test_a_later_change_is_shown_beside_and_somebody_chooses(people: Cast) -> None:
    send(people, people.case_lead, "title", title="Praten")
    first = newest()
    send(people, people.helper, "title", title="Spel")
    answer = put_back(people, people.case_lead, first)
    assert "Kies wat er blijft staan" in said(answer)
    assert "Spel Therapie" in said(answer)
    assert "Jo veranderde dit op" in said(answer)
    assert therapy(people).title == "Spel"
    kept = put_back(people, people.case_lead, first, **{"kies-help/therapie": "nu"})
    assert "Er staat nog wat er stond" in said(kept)
    put_back(people, people.case_lead, first, **{"kies-help/therapie": "toen"})
    assert therapy(people).title == "Therapie"


def test_the_script_is_told_where_to_choose(people: Cast) -> None:
    send(people, people.case_lead, "title", title="Praten")
    first = newest()
    send(people, people.helper, "title", title="Spel")
    url = f"/gezin/{people.household_id}/terug/{first.pk}/"
    answer = browser(people.case_lead).post(url, headers=SCRIPT)
    assert "Kijk en kies" in said(answer)
    assert f"?wijziging={first.pk}" in answer.content.decode()


def test_a_refusal_says_what_to_do_first(people: Cast) -> None:
    answer = put_back(people, people.case_lead, Change.objects.get(), rij=["goals/school"])
    assert "Dit staat ook bij ‘Therapie’. Haal het daar eerst weg" in said(answer)


def test_votes_of_others_are_counted_and_not_told(people: Cast) -> None:
    vote = {"what": "vote", "state": "turbulent", "goal_agreement": "2"}
    browser(people.helper).post(f"/gezin/{people.household_id}/stand/", vote, headers=SCRIPT)
    text = page(people, people.mother, "veranderd/?lijst=states")
    assert "Jo stemde" in text
    assert "turbulent" not in text.split("22 november")[1].split("las in")[0].split("Jo stemde")[1][:80]


def test_steps_back_and_on(people: Cast) -> None:
    client = visitor(people.helper)
    for title in ("Praten", "Spel"):
        send(people, people.helper, "title", title=title)
    back, on = (f"/gezin/{people.household_id}/stap-{way}/" for way in ("terug", "vooruit"))
    User.objects.filter(pk=people.helper.pk).update(last_login=timezone.now() - timedelta(minutes=5))
    assert "Ongedaan gemaakt: hulp ‘Spel’" in said(client.post(back, headers=SCRIPT))
    assert therapy(people).title == "Praten"
    client.post(back, headers=SCRIPT)
    assert therapy(people).title == "Therapie"
    assert "Er is niets van u om ongedaan te maken" in said(client.post(back, headers=SCRIPT))
    assert "Opnieuw gedaan" in said(client.post(on, headers=SCRIPT))
    client.post(on)
    assert therapy(people).title == "Spel"
    assert "niets om opnieuw te doen" in said(client.post(on, headers=SCRIPT))


def test_the_page_offers_the_steps_that_there_are(people: Cast) -> None:
    client = visitor(people.helper)
    address = f"/gezin/{people.household_id}/"
    assert 'data-step="back"' not in client.get(address).content.decode()
    send(people, people.helper, "title", title="Praten")
    User.objects.filter(pk=people.helper.pk).update(last_login=timezone.now() - timedelta(minutes=5))
    assert 'data-step="back"' in client.get(address).content.decode()
    assert "data-steps" not in browser(people.supporter).get(address).content.decode()


def test_what_was_known_on_a_day(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    yesterday = timezone.now() - timedelta(days=1)
    Change.objects.exclude(pk=newest().pk).update(at=yesterday)
    day = timezone.localdate(yesterday).isoformat()
    known = page(people, people.helper, f"?op={day}&weten=toen")
    assert "U kijkt terug" in known
    assert "Therapie" in known
    assert "Praten" not in known
    assert "Praten" in page(people, people.helper, f"?op={day}")
    assert "Wijzig" not in known


def test_before_anything_was_written_down(people: Cast) -> None:
    known = page(people, people.case_lead, "?op=2026-01-01&weten=toen")
    assert "Toen was er nog niets opgeschreven" in known
    assert Revision.objects.exists()


def test_the_sheet_for_the_meeting(people: Cast) -> None:
    text = page(people, people.helper, "gesprek/")
    assert "Dat het rustig is." in text
    assert "Brief schrijven" in text
    assert "te laat: 1 nov" in text
    assert "Wat spreken we af?" in text
    assert "Brief schrijven" not in page(people, people.supporter, "gesprek/")
    page(people, people.stranger, "gesprek/", status=404)


def test_a_day_to_look_again_before_the_start_is_refused_and_a_past_one_asked(people: Cast) -> None:
    answer = send(people, people.helper, "evaluation_on", evaluation_on="1-1-2026")
    assert "De dag waarop u samen weer kijkt ligt voor 1-2-2026" in said(answer)
    answer = send(people, people.helper, "evaluation_on", evaluation_on="1-3-2026")
    assert "1-3-2026 is al geweest" in said(answer)
    assert "Bewaard" in said(answer)


def test_lists_to_choose_from_hold_what_makes_sense(people: Cast) -> None:
    address = f"/gezin/{people.household_id}/wijzig"
    help_page = browser(people.case_lead).get(f"{address}/help/therapie/").content.decode()
    assert "QALY" not in help_page
    assert '<optgroup label="Jeugdwet">' in help_page
    lead = browser(people.case_lead).get(f"{address}/leads/casus/").content.decode()
    assert ">het geld<" not in lead
    assert 'value="supporter:opa"' in lead.split('name="substitute"')[1]
    new = browser(people.case_lead).get(f"/gezin/{people.household_id}/nieuw/help/").content.decode()
    assert "Wacht sinds" in new
