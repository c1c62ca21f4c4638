"""The pages of bringing in and taking along."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from samenspel.exchange.models import Batch
from samenspel.exchange.rules.stages import Stage
from samenspel.exchange.tests.ijw_messages import DE_WIT
from samenspel.exchange.tests.importing import (
    as_json,
    case_lead,
    counts,
    households,
    messages,
    one,
    packed,
    read,
)
from samenspel.exchange.tests.many_messages import many_messages
from samenspel.households.models import Household
from samenspel.households.tests.cast import user
from samenspel.journal.models import Line

pytestmark = pytest.mark.django_db
VOS = ("vos.json", as_json())


@pytest.fixture
def page(client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A browser in which a case lead is signed in; the work is done at once, however busy the computer is."""
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 600)
    client.force_login(case_lead())
    return client


def upload(page: Client, *files: tuple[str, bytes]) -> Batch:
    """Choose files and send them."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    answer = page.post(reverse("exchange:bring-in"), {"network": "noord", "files": sent})
    assert answer.status_code == 302, answer.content
    return Batch.objects.latest("made_at")


def go(page: Client, name: str, batch: Batch, **values: object) -> str:
    """Press a button and follow to the page it leads to."""
    answer = page.post(reverse(f"exchange:{name}", args=[batch.pk]), values, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_from_upload_to_undo(page: Client) -> None:
    batch = upload(page, VOS, ("berichten.zip", packed(messages(DE_WIT))))
    preview = page.get(reverse("exchange:preview", args=[batch.pk])).content.decode()
    assert "Er is nog niets bewaard" in preview
    assert "Gezin De Wit" in preview
    assert "2 gezinnen zijn bewaard" in go(page, "confirm", batch)
    assert len(households()) == 2
    assert "Alles is ongedaan gemaakt" in go(page, "undo", batch)
    assert households() == {}


def test_an_unticked_household_is_left_out(page: Client) -> None:
    batch = upload(page, VOS)
    go(page, "confirm", batch, shown=one(batch).pk)
    assert households() == {}


def test_a_long_import_shows_how_far_it_is(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 0)
    batch = upload(page, ("veel.zip", packed(many_messages(220))))
    address = reverse("exchange:go-on", args=[batch.pk])
    answer = page.post(address, headers={"HX-Request": "true"})
    assert "201 van 221 bestanden en berichten gelezen" in answer.content.decode()
    for _ in range(9):
        answer = page.post(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == reverse("exchange:preview", args=[batch.pk])


def test_stopping_while_reading_throws_it_away(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 0)
    before = counts()
    batch = upload(page, ("veel.zip", packed(many_messages(220))))
    assert counts() != before
    go(page, "stop", batch)
    assert counts() == before
    assert not Batch.objects.exists()


def test_stopping_while_writing_keeps_what_is_written(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 600)
    batch = upload(page, ("veel.zip", packed(many_messages(220))))
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 0)
    monkeypatch.setattr("samenspel.exchange.actions.keeping.HOUSEHOLDS_AT_ONCE", 10)
    go(page, "confirm", batch)
    assert "10 gezinnen zijn bewaard" in go(page, "stop", batch)
    assert Household.objects.count() == 10
    batch.refresh_from_db()
    assert batch.stage == Stage.WRITTEN


def test_a_page_without_script_goes_on_with_a_button(page: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.exchange.web.views.ONE_SECOND", 0)
    batch = upload(page, VOS)
    assert "gelezen" in page.get(reverse("exchange:preview", args=[batch.pk])).content.decode()
    go(page, "go-on", batch)
    go(page, "go-on", batch)
    assert "Er is nog niets bewaard" in go(page, "go-on", batch)


def test_a_huge_upload_is_refused_before_it_is_read(page: Client, settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 1000
    before = counts()
    sent = SimpleUploadedFile("groot.json", b" " * 100_000)
    answer = page.post(reverse("exchange:bring-in"), {"network": "noord", "files": sent})
    assert (answer.status_code, "Dit is te groot." in answer.content.decode()) == (413, True)
    assert (counts(), Batch.objects.count()) == (before, 0)


def test_the_form_needs_its_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(case_lead())
    sent = SimpleUploadedFile(*VOS)
    assert strict.post(reverse("exchange:bring-in"), {"network": "noord", "files": sent}).status_code == 403
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"network": "noord"}, "Kies eerst een bestand."),
        ({"network": "zuid", "files": "x"}, "Kies eerst een netwerk."),
    ],
)
def test_what_is_missing_is_said(page: Client, values: dict[str, str], words: str) -> None:
    sent = {"files": SimpleUploadedFile(*VOS)} if "files" in values else {}
    answer = page.post(reverse("exchange:bring-in"), {**values, **sent})
    assert (answer.status_code, words in answer.content.decode()) == (400, True)


def test_who_may_not_bring_in_is_told_so(client: Client) -> None:
    case_lead()
    client.force_login(user("piet"))
    answer = client.get(reverse("exchange:bring-in"))
    assert "U kunt zelf geen gezinnen inlezen." in answer.content.decode()
    sent = {"network": "noord", "files": SimpleUploadedFile(*VOS)}
    assert client.post(reverse("exchange:bring-in"), sent).status_code == 404
    assert Line.objects.filter(allowed=False).count() == 1


@pytest.mark.parametrize("name", ["preview", "go-on", "confirm", "stop", "undo"])
def test_somebody_elses_batch_does_not_exist(client: Client, name: str) -> None:
    batch = read(case_lead("lia"), VOS)
    client.force_login(case_lead("karin"))
    for known in (batch.pk, uuid4()):
        address = reverse(f"exchange:{name}", args=[known])
        answer = client.get(address) if name == "preview" else client.post(address)
        assert (answer.status_code, "Gezin Vos" in answer.content.decode()) == (404, False)
    assert Batch.objects.get().stage == Stage.PREVIEWED


def test_the_page_speaks_english(page: Client) -> None:
    batch = upload(page, ("fout.json", as_json().replace(b"2027-02-01", b"2020-02-01")))
    address = reverse("exchange:preview", args=[batch.pk])
    assert (
        "Choose a date on or after" in page.get(address, headers={"Accept-Language": "en"}).content.decode()
    )


def test_the_template_is_a_workbook(page: Client) -> None:
    answer = page.get(reverse("exchange:template"))
    assert "hulp" in openpyxl.load_workbook(BytesIO(answer.content)).sheetnames
    assert answer.headers["Content-Disposition"] == 'attachment; filename="samenspel-sjabloon.xlsx"'


def test_after_writing_it_is_said_in_the_past(page: Client) -> None:
    batch = upload(page, VOS)
    written = go(page, "confirm", batch)
    lines = one(batch).added
    assert f"Er kwamen {lines} regels bij." in written
    again = upload(page, ("vos.json", as_json(name="Gezin Vossen")))
    preview = page.get(reverse("exchange:preview", args=[again.pk])).content.decode()
    assert f"Regels: 1 anders, {lines} blijven gelijk." in preview
    assert f"Regels: 1 anders, {lines} bleven gelijk." in go(page, "confirm", again)


@pytest.mark.parametrize(
    ("data", "words"), [(b"\xff\xd8", "niet ingelezen"), (as_json(), "niets nieuws"), (b"", "niet ingelezen")]
)
def test_what_asks_nothing_does_not_wait_for_you(page: Client, data: bytes, words: str) -> None:
    go(page, "confirm", upload(page, VOS))
    upload(page, ("gezin.json", data))
    listed = page.get(reverse("exchange:bring-in")).content.decode()
    assert (f"· {words}" in listed, "wacht op u" in listed) == (True, False)


def test_what_can_be_chosen_waits_for_you(page: Client) -> None:
    upload(page, VOS)
    assert "wacht op u" in page.get(reverse("exchange:bring-in")).content.decode()


@pytest.mark.parametrize("ending", ["json", "xlsx"])
def test_a_file_of_one_day_is_refused_with_a_reason(page: Client, ending: str) -> None:
    go(page, "confirm", upload(page, VOS))
    name = "exchange:take-along" if ending == "json" else "exchange:take-along-workbook"
    address = reverse(name, args=[Household.objects.get().pk])
    for day in ("2026-01-01", "1-1-2026", "2999-01-01", "gisteren"):
        answer = page.get(address, {"op": day})
        assert (answer.status_code, "alle dagen" in answer.content.decode()) == (400, True)
    today = timezone.localdate().isoformat()
    assert page.get(address, {"op": today}).headers["Content-Disposition"].endswith(f'{today}.{ending}"')


def test_what_was_known_on_a_day_can_be_taken_along(page: Client) -> None:
    go(page, "confirm", upload(page, VOS))
    home = Household.objects.get()
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    address = reverse("exchange:take-along", args=[home.pk])
    assert page.get(address).json()["persons"]
    then = page.get(address, {"op": yesterday, "weten": "toen"})
    assert then.json().get("persons", []) == []
    assert then.headers["Content-Disposition"].endswith(f'{yesterday}.json"')
    assert Line.objects.filter(act="export", household_id=home.pk, allowed=True).count() == 2


@pytest.mark.parametrize("may", [True, False])
def test_only_who_may_bring_in_is_shown_the_way(client: Client, may: bool) -> None:
    case_lead()
    client.force_login(case_lead("karin") if may else user("daan"))
    shown = client.get(reverse("desk:start")).content.decode()
    assert (reverse("exchange:bring-in") in shown) is may
    assert ("Vraag het aan wie het overzicht houdt." in shown) is not may
