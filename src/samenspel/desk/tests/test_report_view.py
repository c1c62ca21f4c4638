"""The report through the browser: an export, so it is asked, noted and refused as one."""

import pytest
from django.test import Client

from samenspel.households.tests.cast import NOW, Cast, cast
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture(name="people")
def _people(monkeypatch: pytest.MonkeyPatch) -> Cast:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return cast()


def address(people: Cast) -> str:
    return f"/gezin/{people.household_id}/verslag.pdf"


def test_a_helper_takes_the_report_along(client: Client, people: Cast) -> None:
    client.force_login(people.helper)
    answer = client.get(address(people), {"papier": "a4"})
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="samenspel-vos-2026-11-22.pdf"'
    assert answer.content.startswith(b"%PDF-")


def test_it_is_noted_as_an_export(client: Client, people: Cast) -> None:
    client.force_login(people.mother)
    client.get(address(people))
    line = Line.objects.order_by("-pk")[0]
    assert (line.act, line.subject, line.allowed, line.user_name) == ("export", "verslag", True, "Ada")


@pytest.mark.parametrize("who", ["stranger", "manager", "supporter"])
def test_who_may_not_export_gets_no_report(client: Client, people: Cast, who: str) -> None:
    client.force_login(getattr(people, who))
    assert client.get(address(people)).status_code == 404
    line = Line.objects.filter(act="export").order_by("-pk")[0]
    assert not line.allowed


def test_it_shows_the_day_that_is_asked_for(client: Client, people: Cast) -> None:
    client.force_login(people.case_lead)
    answer = client.get(address(people), {"op": "2026-03-01"})
    assert "samenspel-vos-2026-03-01.pdf" in answer.headers["Content-Disposition"]
    future = client.get(address(people), {"op": "2036-03-01"})
    assert "2026-11-22" in future.headers["Content-Disposition"]
