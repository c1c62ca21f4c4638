"""My households: only mine, found by name, in few queries."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samenspel.access.actions import appoint
from samenspel.access.rules import Role
from samenspel.households.tests.cast import Cast, cast
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def test_a_helper_sees_where_she_helps(client: Client, people: Cast) -> None:
    client.force_login(people.helper)
    page = client.get("/").content.decode()
    assert "Gezin Vos" in page
    assert "u helpt hier" in page


def test_a_role_says_what_somebody_may_and_not_who_leads(client: Client, people: Cast) -> None:
    client.force_login(people.case_lead)
    assert "u kunt hier alles bijwerken" in client.get("/").content.decode()
    client.force_login(people.manager)
    assert "u ziet de stand van de hulp" in client.get("/").content.decode()


def test_somebody_else_is_told_where_to_begin(client: Client, people: Cast) -> None:
    client.force_login(people.stranger)
    page = client.get("/").content.decode()
    assert "Gezin Vos" not in page
    assert "Lees een bestand in" not in page
    assert "Vraag het aan wie het overzicht houdt" in page
    appoint(user=people.stranger, role=Role.CASE_LEAD)
    assert "Lees een bestand in" in client.get("/").content.decode()


@pytest.mark.parametrize(("words", "found"), [("BAS", True), ("vos ada", True), ("jansen", False)])
def test_a_household_is_found_by_who_lives_there(
    client: Client, people: Cast, words: str, found: bool
) -> None:
    client.force_login(people.case_lead)
    page = client.get("/", {"zoek": words}).content.decode()
    assert ("Gezin Vos" in page) is found
    assert Line.objects.filter(act="search", subject=f"mijn gezinnen: {words}").count() == 1


def test_the_list_takes_few_queries(
    client: Client, people: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(people.case_lead)
    at_most = 8 if connection.vendor == "sqlite" else 7  # SQLite: the journal looks up where its chain ends
    with django_assert_max_num_queries(at_most):
        client.get("/")


@pytest.mark.parametrize(
    ("role", "may"), [(Role.CASE_LEAD, True), (Role.HELPER, True), (Role.MANAGER, False)]
)
def test_what_is_not_around_one_household_is_found_from_here(
    client: Client, people: Cast, role: Role, may: bool
) -> None:
    appoint(user=people.helper, role=role)
    client.force_login(people.helper)
    page = client.get("/").content.decode()
    assert f'href="{reverse("access:questions")}"' in page
    assert f'href="{reverse("access:rights")}"' in page
    assert (f'href="{reverse("access:emergency")}"' in page) is may
