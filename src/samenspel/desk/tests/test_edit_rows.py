"""A new row, a row out, an action ticked off: with what a link knows, undo, and what stands in the way."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from samenspel.desk.tests.test_edit_views import SCRIPT, address, browser, held, said
from samenspel.households.models import Change
from samenspel.households.tests.cast import Cast, cast

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


@pytest.fixture(name="lia")
def _lia(people: Cast) -> Client:
    return browser(people.case_lead)


def test_a_link_brings_along_what_it_knows(people: Cast, lia: Client) -> None:
    page = lia.get(address(people, "nieuw", "leads") + "?scope=domain&domain=money").content.decode()
    assert '<option value="domain:money" selected>' in page


def test_a_link_shows_the_fields_that_it_fills(people: Cast, lia: Client) -> None:
    page = lia.get(
        address(people, "nieuw", "help") + "?domain=money&goals=school&payer=state"
    ).content.decode()
    assert 'value="school" checked' in page
    assert '<option value="state" selected>' in page


def test_the_person_who_speaks_is_filled_in(people: Cast) -> None:
    page = browser(people.mother).get(address(people, "nieuw", "words")).content.decode()
    assert '<option value="person:ada" selected>' in page


LEAD = {"part": ["scope", "holder"], "scope": "domain:money", "holder": "professional:lia-tol"}


def test_the_script_gets_the_editor_of_the_new_row(people: Cast, lia: Client) -> None:
    answer = lia.post(address(people, "nieuw", "leads"), LEAD, headers=SCRIPT)
    assert "Toegevoegd. Ongedaan maken" in said(answer)
    row = held(people).leads[-1]
    assert (row.scope, row.domain, row.professional) == ("domain", "money", "lia-tol")
    assert f"/wijzig/leads/{row.key}/" in answer.content.decode()


def test_the_browser_is_sent_to_the_editor_of_the_new_row(people: Cast, lia: Client) -> None:
    answer = lia.post(address(people, "nieuw", "leads"), LEAD, follow=True)
    key = held(people).leads[-1].key
    assert answer.redirect_chain[0][0].startswith(address(people, place=f"leads/{key}"))


def test_an_addition_can_be_taken_back(people: Cast, lia: Client) -> None:
    lia.post(address(people, "nieuw", "leads"), LEAD, headers=SCRIPT)
    change = Change.objects.latest("at")
    lia.post(f"/gezin/{people.household_id}/terug/{change.pk}/", headers=SCRIPT)
    assert len(held(people).leads) == 2


@pytest.mark.parametrize(
    ("table", "typed", "reason"),
    [
        ("help", {"part": ["title", "organisation"], "title": "Iets"}, "Vul in wie deze hulp geeft"),
        ("leads", {"part": ["scope", "holder"], "scope": "case"}, "Kies precies één persoon"),
        ("events", {"part": ["title", "on", "kind"], "title": "x", "on": "gisteren"}, "Dit is geen datum"),
        ("words", {"part": ["kind", "text"], "kind": "other", "text": "  "}, "Vul dit in"),
    ],
)
def test_a_new_row_that_does_not_fit_is_not_added(
    people: Cast, lia: Client, table: str, typed: dict[str, str | list[str]], reason: str
) -> None:
    before = held(people)
    answer = lia.post(address(people, "nieuw", table), typed, headers=SCRIPT)
    assert reason in said(answer)
    assert held(people) == before


def test_what_was_typed_stays_when_a_new_row_does_not_fit(people: Cast, lia: Client) -> None:
    typed = {"part": ["title", "on"], "title": "Ruzie", "on": "gisteren"}
    page = lia.post(address(people, "nieuw", "events"), typed).content.decode()
    assert 'value="Ruzie"' in page
    assert 'value="gisteren"' in page


def remove(client: Client, people: Cast, place: str, **headers: str) -> Any:
    return client.post(address(people, "weg", place), headers=headers)


def test_a_row_goes_out_and_comes_back(people: Cast, lia: Client) -> None:
    before = held(people)
    answer = remove(lia, people, "events/g1", **SCRIPT)
    assert answer["HX-Trigger"] == '{"household-changed": {"gone": true}}'
    assert held(people).events == ()
    lia.post(f"/gezin/{people.household_id}/terug/{Change.objects.latest('at').pk}/")
    assert held(people) == before


def test_without_script_a_removal_can_be_taken_back_too(people: Cast, lia: Client) -> None:
    page = remove(lia, people, "events/g1").content.decode()
    assert "Ruzie thuis" in page
    assert f"/terug/{Change.objects.latest('at').pk}/" in page


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("help/therapie", ["Slaapt door", "Therapie, €", "Hulp thuis"][:2]),
        ("persons/ada", ["Gezin Vos", "Ada Vos, ouder van Bas Vos"]),
        ("goals/school", ["Therapie"]),
        ("help/thuis", ["Therapie"]),
    ],
)
def test_what_is_still_used_stays_and_says_where(
    people: Cast, lia: Client, place: str, named: list[str]
) -> None:
    before = held(people)
    answer = remove(lia, people, place, **SCRIPT)
    assert "Dit kan nog niet weg" in said(answer)
    assert all(name in said(answer) for name in named)
    assert held(people) == before


def test_who_may_not_write_takes_nothing_out(people: Cast) -> None:
    assert remove(browser(people.helper), people, "persons/cor").status_code == 404
    assert len(held(people).persons) == 3


@pytest.mark.parametrize("what", ["weg/events/g1", "gedaan/t1"])
def test_a_link_alone_changes_nothing(people: Cast, lia: Client, what: str) -> None:
    before = held(people)
    assert lia.get(f"/gezin/{people.household_id}/{what}/").status_code == 405
    assert held(people) == before


def tick(client: Client, people: Cast, **typed: str) -> Any:
    return client.post(address(people, "gedaan", "t1"), typed, headers=SCRIPT)


def test_an_action_is_ticked_off_and_put_back(people: Cast) -> None:
    client = browser(people.helper)
    assert "Gedaan. Ongedaan maken" in said(tick(client, people, on="2-11-2026"))
    assert held(people).actions[0].done_on == date(2026, 11, 2)
    assert "Weer open gezet" in said(tick(client, people))
    assert held(people).actions[0].done_on is None


@pytest.mark.parametrize(("on", "reason"), [("1-9-2026", "ligt voor 1-10-2026"), ("ooit", "geen datum")])
def test_a_day_that_does_not_fit_is_said(people: Cast, lia: Client, on: str, reason: str) -> None:
    assert reason in said(tick(lia, people, on=on))
    assert held(people).actions[0].done_on is None


def test_a_tick_without_script_goes_back_to_the_household(people: Cast, lia: Client) -> None:
    answer = lia.post(address(people, "gedaan", "t1"))
    assert answer["Location"] == f"/gezin/{people.household_id}/"
    assert held(people).actions[0].done_on is not None
