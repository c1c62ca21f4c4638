"""Signing in, out, and going on to where somebody was heading."""

import pytest
from django.test import Client
from pytest_django import Settings

from samenspel.accounts.actions import make_user
from samenspel.accounts.queries import demo_people, user_named

PASSWORD = "samen aan tafel"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lia() -> None:
    make_user(username="lia", name="Lia Tol", password=PASSWORD, introduction="houdt overzicht")


def test_every_page_asks_to_sign_in(client: Client) -> None:
    response = client.get("/inlezen/")
    assert response.status_code == 302
    assert response["Location"] == "/aanmelden/?next=/inlezen/"


def test_somebody_goes_on_to_where_she_was_heading(client: Client) -> None:
    response = client.post("/aanmelden/", {"username": "lia", "password": PASSWORD, "next": "/inlezen/"})
    assert (response.status_code, response["Location"]) == (302, "/inlezen/")


def test_another_site_is_no_place_to_go_on_to(client: Client) -> None:
    data = {"username": "lia", "password": PASSWORD, "next": "https://elders.example/"}
    assert client.post("/aanmelden/", data)["Location"] == "/"


def test_a_wrong_password_is_said_calmly(client: Client) -> None:
    response = client.post("/aanmelden/", {"username": "lia", "password": "mis"})
    assert response.status_code == 422
    assert "horen niet bij elkaar" in response.content.decode()
    assert 'value="lia"' in response.content.decode()


def test_the_demo_shows_its_people_and_a_real_place_does_not(client: Client, settings: Settings) -> None:
    assert "houdt overzicht" in client.get("/aanmelden/").content.decode()
    settings.DEMO = False
    page = client.get("/aanmelden/").content.decode()
    assert "houdt overzicht" not in page
    assert PASSWORD not in page


def test_signing_out_ends_it(client: Client) -> None:
    client.login(username="lia", password=PASSWORD)
    assert client.post("/afmelden/").status_code == 302
    assert client.get("/").status_code == 302


def test_people_are_found_by_name() -> None:
    found = user_named("lia")
    assert found is not None
    assert (found.display_name, user_named("niemand")) == ("Lia Tol", None)
    assert [person.username for person in demo_people()] == ["lia"]
