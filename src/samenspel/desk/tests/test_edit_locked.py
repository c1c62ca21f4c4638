"""A row that is another's can be read in the editor, with whom to ask; nothing can be typed."""

import pytest
from django.test import Client

from samenspel.accounts.models import User
from samenspel.households.tests.cast import Cast, cast


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def editor(user: User, people: Cast, place: str) -> str:
    client = Client()
    client.force_login(user)
    return client.get(f"/gezin/{people.household_id}/wijzig/{place}/").content.decode()


def test_help_of_another_organisation_says_whom_to_ask(people: Cast) -> None:
    page = editor(people.helper, people, "help/thuis")
    assert "Deze hulp is van Gemeente. Vraag het aan Gemeente" in page
    assert "<fieldset disabled" in page
    assert "Haal dit weg" not in page


@pytest.mark.parametrize(("who", "place"), [("helper", "help/therapie"), ("case_lead", "help/thuis")])
def test_ones_own_row_is_open(people: Cast, who: str, place: str) -> None:
    page = editor(getattr(people, who), people, place)
    assert "<fieldset disabled" not in page
    assert "Haal dit weg" in page
