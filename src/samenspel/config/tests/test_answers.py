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


def test_hidden_and_missing_look_the_same(client: Client, people: Cast) -> None:
    client.force_login(people.stranger)
    hidden = client.get(f"/gezin/{people.household_id}/")
    missing = client.get(f"/gezin/{'0' * 32}/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert hidden.content.replace(people.household_id.encode(), b"0" * 32) == missing.content
