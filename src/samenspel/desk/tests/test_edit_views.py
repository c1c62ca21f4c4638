"""The editor through the browser's eyes: with and without script, by those who may and those who may not."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samenspel.accounts.models import User
from samenspel.households.models import Change, Revision
from samenspel.households.queries import read_file
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL, Cast, cast
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(people: Cast, what: str = "wijzig", place: str = "help/therapie") -> str:
    return f"/gezin/{people.household_id}/{what}/{place}/"


def held(people: Cast) -> HouseholdFile:
    return read_file(people.household_id, TABLES)[0]


def therapy(people: Cast) -> Help:
    return next(row for row in held(people).help if row.key == "therapie")


def send(people: Cast, user: User, part: str, *, place: str = "help/therapie", **typed: Any) -> Any:
    """Save one part as the script does."""
    return browser(user).post(address(people, place=place), {"part": part, **typed}, headers=SCRIPT)


def said(answer: Any) -> str:
    """What a person reads of an answer."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())).strip()


@pytest.mark.parametrize("table", [*TABLES, "household"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_list_has_an_editor(people: Cast, table: str, language: str) -> None:
    key = "vos" if table == "household" else getattr(FULL, table)[0].key
    client = browser(people.case_lead)
    client.cookies["django_language"] = language
    answer = client.get(address(people, place=f"{table}/{key}"))
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.content.decode()


@pytest.mark.parametrize("table", TABLES)
def test_every_list_has_a_form_for_a_new_row(people: Cast, table: str) -> None:
    answer = browser(people.case_lead).get(address(people, "nieuw", table))
    assert answer.status_code == 200
    assert "Voeg toe" in answer.content.decode()


def test_the_script_gets_the_panel_and_the_browser_a_page(people: Cast) -> None:
    client = browser(people.helper)
    assert b"<html" in client.get(address(people)).content
    panel = client.get(address(people), headers=SCRIPT).content
    assert b"<html" not in panel
    assert b"data-close" in panel


def test_a_field_is_saved_by_itself(people: Cast) -> None:
    answer = send(people, people.helper, "planned_end", planned_end="3 mei 2027")
    assert therapy(people).planned_end == date(2027, 5, 3)
    assert re.search(r"Bewaard om \d\d\.\d\d uur", said(answer))
    assert "Ongedaan maken" in said(answer)
    assert 'data-written="planned_end">03-05-2027' in answer.content.decode()


def test_without_script_a_save_goes_back_to_the_editor_with_undo(people: Cast) -> None:
    client = browser(people.helper)
    answer = client.post(address(people), {"part": "title", "title": "Praten"}, follow=True)
    assert answer.redirect_chain[0][0].startswith(address(people))
    assert therapy(people).title == "Praten"
    assert "Ongedaan maken" in said(answer)


@pytest.mark.parametrize("headers", [SCRIPT, {}])
def test_what_does_not_fit_stays_with_its_reason(people: Cast, headers: dict[str, str]) -> None:
    typed = {"part": "planned_end", "planned_end": "1-1-2025"}
    answer = browser(people.helper).post(address(people), typed, headers=headers)
    assert "ligt voor 1-2-2026" in said(answer)
    assert "Wat u typte, blijft staan" in said(answer)
    assert therapy(people).planned_end == date(2027, 2, 1)
    if not headers:
        assert 'value="1-1-2025"' in answer.content.decode()


@pytest.mark.parametrize(
    ("part", "typed", "reason"),
    [
        ("title", {"title": " "}, "Vul dit in"),
        ("planned_end", {"planned_end": "ooit"}, "Dit is geen datum"),
        ("quantity", {"quantity": "2", "unit": "hour"}, "Vul alle drie in"),
        ("price_cents", {"price_cents": "85,20"}, "Vul bij een prijs ook de soort in"),
        ("helper", {"helper": "professional:niemand"}, "staat niet in de lijst"),
        ("domains", {"domains": ["money", "maan"]}, "staat niet in de lijst"),
        ("title", {"title": "x" * 201}, "te lang"),
    ],
)
def test_each_refusal_says_what_to_do(people: Cast, part: str, typed: dict[str, Any], reason: str) -> None:
    before = therapy(people)
    assert reason in said(send(people, people.helper, part, **typed))
    assert therapy(people) == before


def test_fields_that_belong_together_are_saved_together(people: Cast) -> None:
    price = {
        "price_cents": "85,20",
        "price_concept": "tariff",
        "price_source": "contract",
        "price_year": "2026",
    }
    send(people, people.helper, "price_cents", **price)
    row = therapy(people)
    assert (row.price_cents, row.price_source, row.price_year) == (8520, "contract", 2026)


def test_nothing_new_leaves_no_change(people: Cast) -> None:
    before = Change.objects.count()
    answer = send(people, people.helper, "title", title="Therapie")
    assert "Bewaard" in said(answer)
    assert "Ongedaan maken" not in said(answer)
    assert Change.objects.count() == before


def test_ticks_keep_the_order_they_had(people: Cast) -> None:
    send(people, people.helper, "domains", domains=["money", "child", "mental"])
    assert therapy(people).domains == ("mental", "child", "money")


def test_undo_brings_back_what_was_there(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    change = Change.objects.latest("at")
    url = f"/gezin/{people.household_id}/terug/{change.pk}/"
    answer = browser(people.helper).post(url, headers=SCRIPT)
    assert "Teruggezet" in said(answer)
    assert answer["HX-Trigger"] == '{"household-changed": {"gone": false}}'
    assert therapy(people).title == "Therapie"
    assert "Dit staat er al zo" in said(browser(people.helper).post(url, headers=SCRIPT))


def test_two_people_on_two_fields_lose_nothing(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    send(people, people.case_lead, "note", note="Gaat goed")
    assert (therapy(people).title, therapy(people).note) == ("Praten", "Gaat goed")


def test_of_two_on_the_same_field_the_last_wins_and_is_told(people: Cast) -> None:
    page = browser(people.case_lead).get(address(people)).content.decode()
    form = page[page.index('id="part-title"') :]
    seen = re.search(r'name="seen" value="([^"]*)"', form)
    assert seen is not None
    send(people, people.helper, "title", title="Praten")
    answer = send(people, people.case_lead, "title", title="Spel", seen=seen[1].replace("&quot;", '"'))
    assert re.search(r"Jo veranderde dit om \d\d\.\d\d uur in ‘Praten’", said(answer))
    assert therapy(people).title == "Spel"


def test_nobody_is_told_of_his_own_change(people: Cast) -> None:
    send(people, people.helper, "title", title="Praten")
    answer = send(people, people.helper, "title", title="Spel", seen='{"title": "Therapie"}')
    assert "veranderde" not in said(answer)


@pytest.mark.parametrize(
    ("place", "who"), [("persons/ada", "helper"), ("words/w1", "helper"), ("help/therapie", "mother")]
)
def test_who_may_not_write_sees_no_editor(people: Cast, place: str, who: str) -> None:
    user: User = getattr(people, who)
    assert browser(user).get(address(people, place=place)).status_code == 404
    assert browser(user).post(address(people, place=place), {"part": "name", "name": "x"}).status_code == 404
    assert Line.objects.filter(user_id=user.pk, allowed=False, act="write").exists()


@pytest.mark.parametrize("place", ["maan/ada", "help/niets"])
def test_what_does_not_exist_is_a_calm_page(people: Cast, place: str) -> None:
    client = browser(people.case_lead)
    for answer in (
        client.get(address(people, place=place)),
        client.post(address(people, place=place), {"part": "x"}),
    ):
        assert answer.status_code == 404
        assert "Dit kunt u niet zien" in said(answer)


def test_opening_an_editor_is_noted(people: Cast) -> None:
    browser(people.helper).get(address(people))
    assert (
        Line.objects.filter(subject="wijzigen: help/therapie", user_id=people.helper.pk, act="read").count()
        == 1
    )


def test_every_post_needs_its_token(people: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(people.helper)
    assert strict.post(address(people), {"part": "title", "title": "x"}).status_code == 403


def test_the_household_itself_can_be_named(people: Cast) -> None:
    send(people, people.case_lead, "name", place="household/vos", name="Familie Vos")
    send(people, people.case_lead, "plan_holder", place="household/vos", plan_holder="bas")
    assert (held(people).name, held(people).plan_holder) == ("Familie Vos", "bas")
    assert Revision.objects.filter(table="household", change__what="household.edit").count() == 2


def test_a_second_open_case_is_refused_in_words(people: Cast) -> None:
    answer = browser(people.case_lead).post(address(people, "nieuw", "cases"), {"opened_on": "1-11-2026"})
    assert "Er is al een open casus" in said(answer)
    assert len(held(people).cases) == 1


def test_the_editor_opens_at_the_field_that_a_link_names(people: Cast) -> None:
    page = browser(people.helper).get(address(people) + "?field=payer").content.decode()
    assert re.search(r'id="part-payer"[^>]*data-focus', page)
    assert page.count('<details class="editor-more" open>') == 1


def test_an_editor_takes_few_queries(people: Cast) -> None:
    client = browser(people.case_lead)
    with CaptureQueriesContext(
        connection,
    ) as opened:
        client.get(address(people))
    with CaptureQueriesContext(connection) as saved:
        client.post(address(people), {"part": "title", "title": "Praten"}, headers=SCRIPT)
    assert len(opened) <= 18
    assert len(saved) <= 26


def test_nobody_has_said_yes_before_somebody_ticks_it(people: Cast) -> None:
    page = browser(people.case_lead).get(address(people, "nieuw", "leads")).content.decode()
    (box,) = re.findall(r'<input[^>]*name="accepted"[^>]*>', page)
    assert "checked" not in box
