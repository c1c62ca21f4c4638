"""The pages: filled in without a script as well, nothing lost, and every answer is asked and noted."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from typing import cast as typed

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samenspel.households.tests.cast import NOW, Cast, cast
from samenspel.scenarios.actions import write_plans
from samenspel.scenarios.models import PlanChange, Run
from samenspel.scenarios.queries import read_plans
from samenspel.scenarios.rules.first_plan import first_plan
from samenspel.scenarios.rules.list_library import library_rows
from samenspel.scenarios.tables import TABLES
from samenspel.scenarios.tests.plans import PLAN
from samenspel.scenarios.web.prices import KINDS

pytestmark = pytest.mark.django_db
SCRIPT = {"HX-Request": "true"}
EMPTY = first_plan("leeg", date(2027, 1, 1), ())


@pytest.fixture
def people() -> Cast:
    found = cast()
    write_plans(by=found.case_lead, at=NOW, household_id=found.household_id, file=PLAN, what="test")
    return found


@pytest.fixture
def desk(people: Cast, client: Client) -> "Desk":
    client.force_login(people.case_lead)
    return Desk(people, client)


class Desk:
    """Somebody at a desk, with the addresses of one household."""

    def __init__(self, people: Cast, client: Client) -> None:
        self.people, self.client = people, client

    def url(self, name: str, *more: str) -> str:
        return reverse(f"scenarios:{name}", args=[self.people.household_id, *more])

    def get(self, name: str, *more: str, **query: str) -> str:
        answer = self.client.get(self.url(name, *more), query)
        assert answer.status_code == 200
        return answer.content.decode()

    def post(
        self, name: str, *more: str, headers: Mapping[str, str] | None = None, **sent: Any
    ) -> HttpResponse:
        return typed("HttpResponse", self.client.post(self.url(name, *more), sent, headers=headers))

    def plans(self) -> Any:
        return read_plans(self.people.household_id, TABLES)


def test_the_plan_shows_what_was_taken_over_with_its_trace(desk: Desk) -> None:
    page = desk.get("plan")
    assert "overgenomen van de gezinspagina" in page
    assert reverse("desk:edit", args=[desk.people.household_id, "words", "w1"]) in page
    assert "De huurschuld houdt alles tegen." in page
    assert 'name="months" id="f-plans-rust-months-months" value="24"' in page


def test_a_field_saves_itself_says_so_and_can_be_taken_back(desk: Desk) -> None:
    answer = desk.post("save", "plans", "rust", part="knot", knot="Een andere knoop.", headers=SCRIPT)
    said = answer.content.decode()
    assert "Bewaard om" in said
    assert desk.plans().plans[0].knot == "Een andere knoop."
    undo = re.search(r'action="([^"]+/terug/[^"]+)"', said)
    assert undo is not None
    desk.client.post(undo[1])
    assert desk.plans().plans[0].knot == "De huurschuld houdt alles tegen."


def test_without_a_script_a_field_is_saved_by_its_button(desk: Desk) -> None:
    answer = desk.post("save", "plans", "rust", part="first_step", first_step="Eerst rust.")
    assert answer.status_code == 302
    assert desk.plans().plans[0].first_step == "Eerst rust."


@pytest.mark.parametrize("headers", [SCRIPT, None])
def test_what_does_not_fit_stays_in_its_field_and_is_not_saved(
    desk: Desk, headers: dict[str, str] | None
) -> None:
    before = PlanChange.objects.count()
    answer = desk.post("save", "plans", "rust", part="months", months="duizend", headers=headers)
    assert "Dit is nog niet bewaard" in answer.content.decode()
    assert desk.plans().plans[0].months == 24
    assert PlanChange.objects.count() == before


def test_a_way_an_article_a_judgement_and_a_decision_can_be_added(desk: Desk) -> None:
    desk.post("add", "options", plan="rust", title="Een derde weg", back="wegen")
    assert desk.plans().options[-1].title == "Een derde weg"
    desk.post("add", "judgements", option="huur", side="legitimacy")
    assert desk.plans().judgements[-1].author == desk.people.case_lead.display_name
    answer = desk.client.post(
        desk.url("add", "plan_decisions"), {"plan": "rust", "option": "huur"}, follow=True
    )
    assert 'class="message error"' in answer.content.decode(), "without a name it is refused, with the reason"
    assert desk.plans().plan_decisions == ()
    decision: dict[str, Any] = {
        "decided_by": "Wethouder",
        "mandate": "college",
        "on": "22-11-2026",
        "reason": "Zo staan zij er over een jaar beter voor.",
    }
    desk.post("add", "plan_decisions", plan="rust", option="huur", **decision)
    assert desk.plans().plan_decisions[-1].decided_by == "Wethouder"
    assert len(desk.plans().follow_ups) >= 3


def test_ticks_say_which_help_stops(desk: Desk) -> None:
    running = re.findall(r'name="stop" value="([^"]+)"', desk.get("scenario", "huur"))
    assert running
    desk.post("scenario", "huur", stop=[running[0]], on="1-12-2026")
    edits = [edit for edit in desk.plans().edits_of("huur") if edit.kind == "stop"]
    assert [(edit.help, edit.on.isoformat()) for edit in edits] == [(running[0], "2026-12-01")]
    desk.post("scenario", "huur", on="1-12-2026")
    assert [edit for edit in desk.plans().edits_of("huur") if edit.kind == "stop"] == []


@pytest.mark.parametrize("day", ["binnenkort", "", "31-2-2027"])
def test_a_day_that_cannot_be_read_is_refused_and_no_tick_is_saved(desk: Desk, day: str) -> None:
    running = re.findall(r'name="stop" value="([^"]+)"', desk.get("scenario", "minder"))
    before, changes = desk.plans(), PlanChange.objects.count()
    fresh = next(key for key in running if key != "therapie")
    page = desk.post("scenario", "minder", stop=[fresh], on=day).content.decode()
    assert 'id="stop-wrong" role="alert"' in page
    assert f'name="on" value="{day}"' in page
    assert re.findall(r'value="([^"]+)" checked', page) == [fresh], "the ticks stay as they were sent"
    assert desk.plans() == before
    assert PlanChange.objects.count() == changes


def test_ticks_are_one_change_that_is_taken_back_whole(desk: Desk) -> None:
    running = re.findall(r'name="stop" value="([^"]+)"', desk.get("scenario", "minder"))
    before, changes = desk.plans(), PlanChange.objects.count()
    desk.post("scenario", "minder", stop=[key for key in running if key != "therapie"], on="1-12-2026")
    stops = {edit.help for edit in desk.plans().edits_of("minder")}
    assert stops == set(running) - {"therapie"}
    assert PlanChange.objects.count() == changes + 1
    desk.client.post(desk.url("undo", str(PlanChange.objects.first().pk)))  # type: ignore[union-attr]
    assert set(desk.plans().edits) == set(before.edits)


@pytest.mark.parametrize("what", ["prijzen", "aannames"])
def test_the_form_for_a_list_has_the_parts_that_the_script_fills(desk: Desk, what: str) -> None:
    page = desk.client.get(reverse("scenarios:prices", args=[what])).content.decode()
    assert re.search(r'class="bring"[^>]* data-limit="\d+"', page)
    assert 'id="files-wrong" role="alert" data-too-large="' in page
    assert 'data-busy="We lezen…"' in page
    first = next(iter(library_rows(KINDS[what])))
    assert f"<small>sleutel: {first}</small>" in page


def test_the_workbook_as_it_was_taken_along_changes_nothing(desk: Desk) -> None:
    data = desk.client.get(reverse("scenarios:prices-workbook", args=["prijzen"])).content
    file = SimpleUploadedFile("prijzen.xlsx", data)
    answer = desk.client.post(reverse("scenarios:prices-in", args=["prijzen"]), {"file": file}, follow=True)
    assert "In deze werkmap verandert niets" in answer.content.decode()


def test_who_decides_is_told_what_is_not_hers_to_see_and_gets_no_dead_link(desk: Desk) -> None:
    assert "Als brief (PDF)" in desk.get("show")
    assert "Hier verandert nog niets." not in desk.get("page")
    assert "ziet alleen wie" not in desk.get("plan") + desk.get("show") + desk.get("page")
    desk.client.force_login(desk.people.manager)
    figures, plan, shown = desk.get("page"), desk.get("plan"), desk.get("show")
    assert "Hier verandert nog niets." not in figures
    assert figures.count("Wat hier verandert, ziet alleen wie met het gezin werkt.") == 2
    assert ">nog leeg<" not in plan[: plan.index('id="eerst"')]
    assert 'id="state-doel">ziet alleen wie met het gezin werkt<' in plan
    assert desk.url("scenario", "huur") not in plan
    assert "Ze staan er nog niet." not in shown
    assert "Hun eigen woorden ziet alleen wie met het gezin werkt." in shown
    assert "Welke hulp stopt of begint, ziet alleen wie met het gezin werkt." in shown
    assert "Als brief (PDF)" not in shown
    assert desk.client.get(desk.url("letter")).status_code == 404


@pytest.mark.parametrize("who", ["case_lead", "helper", "mother", "manager"])
def test_the_letter_is_offered_to_exactly_who_may_take_it(desk: Desk, who: str) -> None:
    desk.client.force_login(getattr(desk.people, who))
    offered = desk.url("letter") in desk.get("show")
    assert offered is (desk.client.get(desk.url("letter")).status_code == 200)


def test_an_empty_plan_is_nowhere_called_filled_in_and_leads_to_writing_words(desk: Desk) -> None:
    write_plans(
        by=desk.people.case_lead, at=NOW, household_id=desk.people.household_id, file=EMPTY, what="test"
    )
    page = desk.get("plan")
    assert "Een andere weg dan zo doorgaan, met een paar zinnen." in page
    assert 'id="state-wegen">nog leeg<' in page
    first = page[page.index('id="doel"') : page.index('id="eerst"')]
    assert reverse("desk:add", args=[desk.people.household_id, "words"]) in first
    desk.post("save", "options", "leeg-anders", part="note", note="Eerst rust.")
    assert 'id="state-wegen">ingevuld<' in desk.get("plan")


def test_the_letter_has_no_euro_in_it(desk: Desk) -> None:
    page = desk.get("show")
    assert "De huurschuld houdt alles tegen." in page
    assert "€" not in page
    assert "€" in desk.get("show", getallen="1")


def test_the_page_says_its_conclusion_first_and_shows_every_scenario(desk: Desk) -> None:
    page = desk.get("page")
    assert "van de 100 doorrekeningen" in page[: page.index("Wat we naast elkaar zetten")]
    for title in ("Zo doorgaan", "De huur in één keer", "Minder hulp"):
        assert title in page
    assert "zwak onderbouwd" in page
    assert 'style="' not in page
    assert "<script>" not in page


def figure(page: str) -> str:
    found = re.search(r'name="edit\.betaal\.amount" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def test_a_turned_knob_is_answered_with_the_parts_that_change(desk: Desk) -> None:
    assert figure(desk.get("page")) == "6.000"
    sent: dict[str, Any] = {"shown": "huur", "edit.betaal.amount": "12.000", "quick": "1"}
    answer = desk.post("page", headers=SCRIPT, **sent).content.decode()
    assert 'data-swap="answer"' in answer
    assert "2.000 doorrekeningen" in answer
    assert "<html" not in answer
    assert desk.plans().edits[0].price_cents == 600_000, "turning changes nothing in the plan"


def test_without_a_script_the_whole_page_comes_back_with_the_knob_as_it_was_turned(desk: Desk) -> None:
    sent: dict[str, Any] = {"shown": "huur", "edit.betaal.amount": "12.000"}
    page = desk.post("page", **sent).content.decode()
    assert "<html" in page
    assert figure(page) == "12.000"


def test_a_knob_with_nonsense_says_so_beside_it_and_the_figures_of_before_stay(desk: Desk) -> None:
    sent: dict[str, Any] = {"shown": "huur", "edit.betaal.amount": "veel"}
    answer = desk.post("page", headers=SCRIPT, **sent).content.decode()
    assert "vul een getal in" in answer
    assert 'data-swap="answer"' not in answer
    page = desk.post("page", **sent).content.decode()
    assert "vul een getal in" in page
    assert figure(page) == "veel"
    assert "Honderd keer doorgerekend" in page


def test_a_run_is_kept_and_made_again_to_the_bit(desk: Desk) -> None:
    answer = desk.post("page", shown="huur", keep="1")
    run = Run.objects.get()
    assert answer["Location"] == desk.url("run", str(run.pk))
    assert "Dit is de uitkomst van toen" in desk.get("run", str(run.pk))
    again = desk.client.post(desk.url("again", str(run.pk)), follow=True)
    assert "Elk getal is precies gelijk." in again.content.decode()


def test_without_a_plan_the_page_leads_to_the_beginning_of_one(client: Client) -> None:
    found = cast()
    client.force_login(found.case_lead)
    empty = Desk(found, client)
    assert client.get(empty.url("page"))["Location"] == empty.url("plan")
    assert "Begin een plan" in empty.get("plan")
    empty.post("start")
    assert len(empty.plans().options) == 2


def test_the_letter_and_the_appendix_are_files(desk: Desk) -> None:
    letter = desk.client.get(desk.url("letter"))
    assert letter.content.startswith(b"%PDF")
    appendix = desk.client.get(desk.url("appendix"))
    assert appendix.content.startswith(b"PK")


def test_the_prices_of_the_network_open_and_can_be_taken_along(desk: Desk) -> None:
    workbook = desk.client.get(reverse("scenarios:prices-workbook", args=["prijzen"]))
    assert workbook.content.startswith(b"PK")
    page = desk.client.get(reverse("scenarios:prices", args=["prijzen"])).content.decode()
    assert "nog geen eigen versie" in page


def test_a_long_run_is_told_piece_by_piece_to_who_may_see_it(desk: Desk, client: Client) -> None:
    answer = desk.client.post(desk.url("long"), {"shown": "huur"})
    assert answer.streaming
    assert answer["Content-Encoding"] == "identity"
    client.force_login(desk.people.stranger)
    assert client.post(desk.url("long")).status_code == 404
