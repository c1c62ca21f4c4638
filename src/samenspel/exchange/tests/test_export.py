"""Taking a household along: without loss, only what one may take, and with a line in the journal."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from samenspel.access.rules import Act
from samenspel.accounts.models import User
from samenspel.exchange.rules.file_any import read_any
from samenspel.exchange.rules.file_findings import Outcome
from samenspel.exchange.rules.file_json import read_file
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL, Cast, cast
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    """Everybody around one household."""
    return cast()


def taken_by(client: Client, somebody: User, people: Cast, name: str = "take-along") -> bytes:
    """What somebody gets."""
    client.force_login(somebody)
    answer = client.get(reverse(f"exchange:{name}", args=[people.household_id]))
    assert answer.status_code == 200
    return answer.content


def file_in(found: object) -> HouseholdFile:
    """The household that was read without any finding."""
    assert isinstance(found, Outcome)
    assert (found.findings, found.file is None) == ((), False)
    assert found.file is not None
    return found.file


def test_the_file_holds_everything(client: Client, people: Cast) -> None:
    file = file_in(read_file(taken_by(client, people.case_lead, people), "x.json"))
    assert file.model_dump() == FULL.model_dump()


def test_the_workbook_is_read_back_without_a_question(client: Client, people: Cast) -> None:
    data = taken_by(client, people.case_lead, people, "take-along-workbook")
    file = file_in(read_any("x.xlsx", data))
    assert (file.key, file.help[0].title) == (FULL.key, "Therapie")


def test_taking_along_leaves_a_line(client: Client, people: Cast) -> None:
    taken_by(client, people.helper, people)
    line = Line.objects.get(act=Act.EXPORT)
    assert (line.user_id, line.household_id, line.allowed) == (people.helper.pk, people.household_id, True)


def test_the_name_of_the_download_is_safe(client: Client, people: Cast) -> None:
    client.force_login(people.case_lead)
    answer = client.get(reverse("exchange:take-along", args=[people.household_id]))
    name = r'attachment; filename="samenspel-vos-\d{4}-\d\d-\d\d\.json"'
    assert re.fullmatch(name, answer.headers["Content-Disposition"])
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("who", ["supporter", "manager", "stranger"])
@pytest.mark.parametrize("name", ["take-along", "take-along-workbook"])
def test_who_may_not_take_along_gets_nothing(client: Client, people: Cast, who: str, name: str) -> None:
    somebody = getattr(people, who)
    client.force_login(somebody)
    answer = client.get(reverse(f"exchange:{name}", args=[people.household_id]))
    assert (answer.status_code, b"Vos" in answer.content) == (404, False)
    assert Line.objects.filter(user_id=somebody.pk, act=Act.EXPORT, allowed=False).count() == 1


def test_lists_that_one_may_not_take_are_left_out(
    client: Client, people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samenspel.exchange.actions.takes_along", lambda _: frozenset({"persons", "help"}))
    file = HouseholdFile.model_validate_json(taken_by(client, people.helper, people))
    assert (len(file.persons), file.words, file.declarations) == (3, (), ())
