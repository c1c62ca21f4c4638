"""Runs that are kept can be made again to the bit; the page shows them, and only to who may see them."""

from decimal import Decimal
from itertools import count

import pytest

from rekenmodel.costs import Unit
from rekenmodel.values import PriceConcept
from samenspel.access.actions import DeniedError
from samenspel.households.actions import set_fields as set_help
from samenspel.households.tests.cast import NOW, Cast, cast
from samenspel.journal.models import Line
from samenspel.scenarios.actions import NotRepeatedError, keep_run, keeping, put_list, repeat_run, write_plans
from samenspel.scenarios.models import ListVersion, Run
from samenspel.scenarios.queries import Calculated, NoPlanError, Turns, calculated, own_list, page_of
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.lists import OwnPrice
from samenspel.scenarios.tests.plans import ON, PLAN

pytestmark = pytest.mark.django_db
FEW = 200
HOUR = OwnPrice(
    key="eigen-uur",
    item="Uur van ons",
    amount=Decimal(80),
    unit=Unit.HOUR,
    price_year=2026,
    concept=PriceConcept.TARIFF,
    source="contract 2026",
    confidence=9,
    entered_by="Lia",
)


@pytest.fixture
def people() -> Cast:
    found = cast()
    write_plans(by=found.case_lead, at=NOW, household_id=found.household_id, file=PLAN, what="test")
    return found


def see(people: Cast, who: str = "case_lead", turns: Turns | None = None) -> Calculated:
    asked = turns or Turns(draws=FEW)
    return calculated(getattr(people, who), people.household_id, at=NOW, on=ON, turns=asked)


def keep(people: Cast, found: Calculated) -> Run:
    assert found.outcome is not None
    kept = keep_run(
        by=people.case_lead,
        at=NOW,
        household_id=people.household_id,
        plan=found.plan,
        asked=found.asked,
        outcome=found.outcome,
    )
    return Run.objects.get(pk=kept)


def test_a_kept_run_comes_out_the_same_to_the_bit_after_everything_changed(people: Cast) -> None:
    kept = keep(people, see(people))
    set_help(
        by=people.case_lead, at=NOW, household_id=people.household_id, table="help", key="therapie",
        values={"quantity": "9"},
    )  # fmt: skip
    put_list(by=people.case_lead, at=NOW, network_id="noord", kind=ListKind.PRICES, entries=[HOUR])
    again = repeat_run(people.case_lead, people.household_id, kept.pk, at=NOW)
    assert again.same
    assert again.again.model_dump(mode="json") == kept.results
    assert see(people).outcome != again.again


def test_a_run_holds_its_seed_versions_and_no_more_of_the_household_than_it_needs(people: Cast) -> None:
    kept = keep(people, see(people))
    assert kept.seed == 20261101
    assert set(kept.versions) >= {"library", "engine", "numpy", "prices", "assumptions", "assumption_set"}
    assert set(kept.inputs["file"]) <= {"key", "name", "municipality", "help", "declarations", "problems"}
    assert Line.objects.filter(subject__contains=str(kept.pk), act="write").exists()


def test_a_run_of_another_library_is_not_made_again_in_silence(people: Cast) -> None:
    kept = keep(people, see(people))
    Run.objects.filter(pk=kept.pk).update(versions=kept.versions | {"library": "0"})
    with pytest.raises(NotRepeatedError):
        repeat_run(people.case_lead, people.household_id, kept.pk, at=NOW)


def test_a_run_of_the_fast_engine_is_not_made_again_without_it(
    people: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(people, see(people))
    results = kept.results
    results["recipe"]["engine"] = "lanes"
    Run.objects.filter(pk=kept.pk).update(results=results)
    monkeypatch.setattr(keeping, "FAST", False)
    with pytest.raises(NotRepeatedError):
        repeat_run(people.case_lead, people.household_id, kept.pk, at=NOW)


def test_a_stranger_makes_no_run_again(people: Cast) -> None:
    kept = keep(people, see(people))
    with pytest.raises(DeniedError):
        repeat_run(people.stranger, people.household_id, kept.pk, at=NOW)


def test_a_helper_looks_and_turns_but_keeps_nothing(people: Cast) -> None:
    found = see(people, "helper")
    assert found.outcome is not None
    with pytest.raises(DeniedError):
        keep_run(
            by=people.helper, at=NOW, household_id=people.household_id, plan=found.plan, asked=found.asked,
            outcome=found.outcome,
        )  # fmt: skip
    assert not Run.objects.exists()


def test_who_decides_sees_the_plan_and_no_figures_from_help_and_levels(people: Cast) -> None:
    found = see(people, "manager")
    page = page_of(found, Turns(), "nl")
    assert found.outcome is None
    assert page.figures is None
    assert page.empty
    assert not page.knobs
    assert not page.helps
    assert [side.key for side in page.sides] == ["legitimacy", "involvement", "yields"]


def test_ten_million_runs_are_refused_on_the_page_by_name(people: Cast) -> None:
    found = see(people, turns=Turns(draws=10_000_000))
    assert found.outcome is None
    assert "10000000" in found.wrong[""].nl


def test_a_run_that_takes_too_long_stops_and_says_so(people: Cast) -> None:
    hours = count(0, 3600)
    found = calculated(
        people.case_lead, people.household_id, at=NOW, on=ON, turns=Turns(draws=FEW),
        clock=lambda: float(next(hours)),
    )  # fmt: skip
    assert found.outcome is None
    assert "te lang" in found.wrong[""].nl


def test_a_turned_knob_changes_the_answer_and_not_the_plan(people: Cast) -> None:
    plain = see(people)
    turned = see(people, turns=Turns(shown="huur", values={"edit.betaal.amount": "1.500"}, draws=FEW))
    assert plain.outcome is not None
    assert turned.outcome is not None
    gain = turned.outcome.differences[0].mean - plain.outcome.differences[0].mean
    assert gain == pytest.approx(4500, rel=0.1)
    assert see(people).outcome == plain.outcome


@pytest.mark.parametrize("typed", ["", "veel", "-1", "1e99"])
def test_a_knob_with_nonsense_in_it_names_the_knob(people: Cast, typed: str) -> None:
    found = see(people, turns=Turns(shown="huur", values={"edit.betaal.amount": typed}, draws=FEW))
    page = page_of(found, Turns(shown="huur", values={"edit.betaal.amount": typed}), "nl")
    assert found.outcome is None
    assert next(knob for knob in page.knobs if knob.name == "edit.betaal.amount").wrong


def test_help_that_is_ticked_stops_and_help_that_is_not_goes_on(people: Cast) -> None:
    found = see(people, turns=Turns(shown="minder", stopped=frozenset({"thuis"}), draws=FEW))
    page = page_of(found, Turns(shown="minder"), "nl")
    assert {help.name: help.stopped for help in page.helps} == {"stop.therapie": False, "stop.thuis": True}


def test_there_is_nothing_to_calculate_without_a_plan(people: Cast) -> None:
    with pytest.raises(NoPlanError):
        calculated(people.case_lead, people.household_id, at=NOW, on=ON, plan="gone")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_is_whole_in_both_languages(people: Cast, language: str) -> None:
    keep(people, see(people))
    page = page_of(see(people), Turns(), "nl" if language == "nl" else "en")
    figures = page.figures
    assert figures is not None
    assert "".join(bit.text for bit in figures.answer).startswith("De huur in één keer")
    assert len(figures.dots.savings) == 100
    assert [column.first for column in page.columns] == [True, False, False]
    assert len(figures.costs.courses) == 3
    assert all(len(course.mid) == 25 for course in figures.costs.courses)
    anchors = {line.anchor for line in figures.sources}
    assert {row.anchor for row in figures.unknowns} <= anchors
    assert {event.anchor for event in figures.events} <= anchors
    assert len(anchors) == len(figures.sources)
    assert len(page.saved) == 1
    assert any("Hulp thuis" in text for text in figures.warnings)


def test_a_new_list_gets_a_number_and_the_old_one_stays(people: Cast) -> None:
    lead = people.case_lead
    for amount in (80, 90):
        entry = HOUR.model_copy(update={"amount": Decimal(amount)})
        put_list(by=lead, at=NOW, network_id="noord", kind=ListKind.PRICES, entries=[entry])
    newest, first = (own_list(lead, "noord", ListKind.PRICES, at=NOW, number=number) for number in (None, 1))
    assert [version.number for version in newest.versions] == [2, 1]
    assert [row.amount for row in (*newest.entries, *first.entries) if isinstance(row, OwnPrice)] == [90, 80]


def test_only_who_keeps_the_directory_changes_the_lists(people: Cast) -> None:
    with pytest.raises(DeniedError):
        put_list(by=people.helper, at=NOW, network_id="noord", kind=ListKind.PRICES, entries=[HOUR])
    assert not ListVersion.objects.exists()
