"""What every answer carries, and that a hidden household looks like one that is not there."""

import pytest
from django.test import Client

from samenspel.households.tests.cast import Cast, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


def test_nothing_from_outside_and_nothing_inline(client: Client) -> None:
    policy = client.get("/aanmelden/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy


def test_pages_of_signed_in_people_are_not_kept(client: Client, people: Cast) -> None:
    client.force_login(people.case_lead)
    assert client.get("/").headers["Cache-Control"] == "no-store, private"
