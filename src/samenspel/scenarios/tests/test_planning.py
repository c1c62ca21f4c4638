"""Writing a plan: who may, nothing half-saved, a version and a journal line for everything, and undo."""

from datetime import date, timedelta
from typing import Any

import pytest

from samenspel.access.actions import DeniedError
from samenspel.accounts.models import User
from samenspel.households.actions import ChangedSinceError, FaultyError
from samenspel.households.queries import read_file
from samenspel.households.tests.cast import NOW, Cast, cast
from samenspel.households.writing import StillUsedError
from samenspel.journal.models import Line
from samenspel.scenarios.actions import (
    NotYoursError,
    add_row,
    decide,
    judge,
    look_back,
    remove_row,
    set_fields,
    start_plan,
    undo,
    write_plans,
)
from samenspel.scenarios.models import PlanChange, PlanRevision
from samenspel.scenarios.queries import NoPlanError, planning_of, read_plans
from samenspel.scenarios.rules.codes import PlanStatus
from samenspel.scenarios.rules.plan import PlanFile
from samenspel.scenarios.tables import TABLES
from samenspel.scenarios.tests.plans import ON, PLAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    found = cast()
    write_plans(by=found.case_lead, at=NOW, household_id=found.household_id, file=PLAN, what="test")
    return found


def held(people: Cast) -> PlanFile:
    return read_plans(people.household_id, TABLES)


def write(people: Cast, by: User, table: str, key: str, **values: Any) -> Any:
    return set_fields(by=by, at=NOW, household_id=people.household_id, table=table, key=key, values=values)


def test_a_file_of_plans_comes_back_as_it_went_in(people: Cast) -> None:
    assert held(people) == PLAN


def test_a_plan_begins_with_the_words_of_the_household_and_carrying_on(people: Cast) -> None:
    key = start_plan(by=people.case_lead, at=NOW, on=ON, household_id=people.household_id)
    plans = held(people)
    begun = next(row for row in plans.plans if row.key == key)
    assert begun.words == ("w1",)
    assert [option.kind for option in plans.options_of(key)] == ["as_now", "breakthrough"]


def test_every_change_keeps_the_versions_and_leaves_a_line(people: Cast) -> None:
    lines = Line.objects.filter(act="write", kind="scenario").count()
    change = write(people, people.case_lead, "plans", "rust", knot="De post.")
    revision = PlanRevision.objects.get(change_id=change)
    assert revision.before is not None
    assert revision.after is not None
    assert (revision.before["knot"], revision.after["knot"]) == (
        "De huurschuld houdt alles tegen.",
        "De post.",
    )
    line = Line.objects.filter(act="write", kind="scenario").latest("pk")
    assert Line.objects.filter(act="write", kind="scenario").count() == lines + 1
    assert "plans/rust" in line.subject


@pytest.mark.parametrize("key", ["betaal", "stop"])
def test_a_day_after_the_months_of_the_plan_is_refused_at_the_field(people: Cast, key: str) -> None:
    last, first = date(2028, 11, 6), date(2028, 11, 7)
    write(people, people.case_lead, "edits", key, on=last)
    with pytest.raises(FaultyError) as refused:
        write(people, people.case_lead, "edits", key, on=first)
    assert [(fault.table, fault.key, fault.field) for fault in refused.value.faults] == [("edits", key, "on")]
    assert "buiten de looptijd van 24 maanden" in refused.value.faults[0].text.nl
    assert next(row for row in held(people).edits if row.key == key).on == last


def test_undo_takes_a_change_back_and_can_itself_be_taken_back(people: Cast) -> None:
    change = write(people, people.case_lead, "plans", "rust", knot="De post.")
    back = undo(by=people.case_lead, at=NOW, household_id=people.household_id, change_id=change)
    assert held(people) == PLAN
    undo(by=people.case_lead, at=NOW, household_id=people.household_id, change_id=back)
    assert held(people).plans[0].knot == "De post."


def test_undo_is_refused_when_the_row_was_changed_since(people: Cast) -> None:
    change = write(people, people.case_lead, "plans", "rust", knot="De post.")
    write(people, people.case_lead, "plans", "rust", knot="De brieven.")
    with pytest.raises(ChangedSinceError):
        undo(by=people.case_lead, at=NOW, household_id=people.household_id, change_id=change)
    assert held(people).plans[0].knot == "De brieven."


@pytest.mark.parametrize("who", ["helper", "mother", "supporter", "manager", "stranger"])
def test_only_a_case_lead_writes_the_plan_and_a_refusal_is_noted(people: Cast, who: str) -> None:
    with pytest.raises(DeniedError):
        write(people, getattr(people, who), "plans", "rust", knot="Ik mag dit niet.")
    assert held(people) == PLAN
    assert not Line.objects.latest("pk").allowed


def test_a_helper_gives_his_own_judgement_and_no_other(people: Cast) -> None:
    values = {"answer": "Nee, te snel.", "score": 1, "dissent": "Eerst een proef."}
    option = {"option": "huur", "side": "legitimacy"}
    judge(by=people.helper, at=NOW, on=ON, household_id=people.household_id, values=values, **option)
    mine = next(row for row in held(people).judgements if row.author_id == people.helper.pk)
    assert (mine.author, mine.score, mine.dissent) == (people.helper.display_name, 1, "Eerst een proef.")
    with pytest.raises(NotYoursError):
        write(people, people.helper, "judgements", "mag", score=0)
    with pytest.raises(NotYoursError):
        remove_row(by=people.helper, at=NOW, household_id=people.household_id, table="judgements", key="mag")
    assert next(row for row in held(people).judgements if row.key == "mag") == PLAN.judgements[0]


def test_a_second_judgement_of_the_same_person_replaces_the_first(people: Cast) -> None:
    for score in (1, 3):
        judge(
            by=people.helper, at=NOW, on=ON, household_id=people.household_id,
            option="huur", side="yield", values={"score": score},
        )  # fmt: skip
    assert [row.score for row in held(people).judgements if row.side == "yield"] == [3]


def test_the_author_of_a_judgement_cannot_be_typed(people: Cast) -> None:
    judge(
        by=people.helper, at=NOW, on=ON, household_id=people.household_id, option="huur", side="yield",
        values={"author": "Lia", "author_id": 1, "score": 4},
    )  # fmt: skip
    mine = next(row for row in held(people).judgements if row.side == "yield")
    assert mine.author_id == people.helper.pk


@pytest.mark.parametrize(
    ("table", "values", "field"),
    [
        ("options", {"plan": "gone", "title": "x"}, "plan"),
        ("options", {"plan": "rust", "title": "Nog eens", "kind": "as_now"}, "kind"),
        ("edits", {"option": "huur", "kind": "stop", "on": ON, "help": "gone"}, "help"),
        ("edits", {"option": "huur", "kind": "stop", "on": ON}, "help"),
        ("edits", {"option": "zo", "kind": "stop", "on": ON, "help": "therapie"}, "option"),
        ("edits", {"option": "minder", "kind": "stop", "on": "2026-12-15", "help": "therapie"}, "on"),
        (
            "edits",
            {"option": "huur", "kind": "start", "on": ON, "title": "Iets", "quantity": 1, "unit": "hour",
             "per": "week"},
            "price_cents",
        ),
        (
            "edits",
            {"option": "huur", "kind": "pay", "on": ON, "title": "x", "payer": "municipality",
             "price_cents": 100, "price_concept": "estimate", "price_source": "x"},
            "price_year",
        ),
        (
            "edits",
            {"option": "huur", "kind": "stop", "on": ON, "until": "2026-01-01", "help": "thuis"},
            "until",
        ),
        ("edits", {"option": "huur", "kind": "event", "on": ON, "event": "regen", "odds": 1}, "event"),
        ("edits", {"option": "huur", "kind": "event", "on": ON, "event": "crisis", "odds": -1}, "odds"),
        (
            "beliefs",
            {"plan": "rust", "about": "event.crisis.chance", "low": 0.1, "mid": 0.5, "high": 1.5,
             "source": "x", "confidence": 3, "entered_by": "x"},
            "mid",
        ),
        (
            "beliefs",
            {"plan": "rust", "about": "halving.money", "low": 5, "mid": 4, "high": 6, "source": "x",
             "confidence": 3, "entered_by": "x"},
            "mid",
        ),
        (
            "beliefs",
            {"plan": "rust", "about": "halving.money", "low": 3, "mid": 4, "high": 6, "source": "x",
             "confidence": 11, "entered_by": "x"},
            "confidence",
        ),
        ("grounds", {"option": "huur", "basis": "bestaat-niet"}, "basis"),
        ("judgements", {"option": "huur", "side": "yield", "author": "x", "on": ON, "score": 5}, "score"),
    ],
)  # fmt: skip
def test_bad_input_names_its_field_and_nothing_is_half_saved(
    people: Cast, table: str, values: dict[str, Any], field: str
) -> None:
    changes = PlanChange.objects.count()
    with pytest.raises(FaultyError) as refused:
        add_row(by=people.case_lead, at=NOW, household_id=people.household_id, table=table, values=values)
    assert field in [fault.field for fault in refused.value.faults]
    assert held(people) == PLAN
    assert PlanChange.objects.count() == changes


def test_a_sixth_option_is_refused(people: Cast) -> None:
    for number in (4, 5):
        add_row(
            by=people.case_lead, at=NOW, household_id=people.household_id, table="options",
            values={"plan": "rust", "title": f"Weg {number}"},
        )  # fmt: skip
    with pytest.raises(FaultyError):
        add_row(
            by=people.case_lead, at=NOW, household_id=people.household_id, table="options",
            values={"plan": "rust", "title": "Weg 6"},
        )  # fmt: skip


def test_an_option_goes_with_what_hangs_under_it_and_comes_back_whole(people: Cast) -> None:
    change = remove_row(
        by=people.case_lead, at=NOW, household_id=people.household_id, table="options", key="huur"
    )
    plans = held(people)
    for rows in (plans.edits, plans.grounds, plans.judgements):
        assert "huur" not in [row.model_dump()["option"] for row in rows]
    undo(by=people.case_lead, at=NOW, household_id=people.household_id, change_id=change)
    again = held(people)
    assert set(again.edits) == set(PLAN.edits)
    assert set(again.options) == set(PLAN.options)


DECISION = {
    "option": "huur",
    "on": ON,
    "decided_by": "Hanneke",
    "mandate": "doorbraakfonds tot € 10.000",
    "reason": "Anders komt er niets los.",
    "conditions": "Ada opent elke maand de post.",
    "dissent": "Jo: eerst een proef.",
}


def test_a_decision_stands_on_the_plan_and_the_household_page_and_is_followed(people: Cast) -> None:
    decide(by=people.case_lead, at=NOW, household_id=people.household_id, plan="rust", values=DECISION)
    plans = held(people)
    assert plans.plans[0].status is PlanStatus.CARRIED_OUT
    assert [(row.months, row.due.isoformat()) for row in plans.follow_ups] == [
        (3, "2027-02-22"),
        (6, "2027-05-22"),
        (12, "2027-11-22"),
    ]
    decisions = read_file(people.household_id, {"decisions"})[0].decisions
    mine = next(row for row in decisions if row.key == plans.plan_decisions[0].decision)
    assert (mine.title, mine.dissent) == ("De huur in één keer", "Jo: eerst een proef.")
    assert "doorbraakfonds" in mine.decided_by


def decisions_on_the_page(people: Cast) -> list[tuple[str, str]]:
    rows = read_file(people.household_id, {"decisions"})[0].decisions
    return [(row.title, row.reason) for row in rows if row.key.startswith("plan-")]


def test_the_household_page_follows_the_decision_also_when_it_is_taken_back(people: Cast) -> None:
    lead, where = people.case_lead, people.household_id
    decided = decide(by=lead, at=NOW, household_id=where, plan="rust", values=DECISION)
    assert decisions_on_the_page(people) == [("De huur in één keer", "Anders komt er niets los.")]
    key = held(people).plan_decisions[0].key
    changed = write(people, lead, "plan_decisions", key, reason="Dat is eerlijk.")
    assert decisions_on_the_page(people) == [("De huur in één keer", "Dat is eerlijk.")]
    undo(by=lead, at=NOW, household_id=where, change_id=changed)
    back = undo(by=lead, at=NOW, household_id=where, change_id=decided)
    assert decisions_on_the_page(people) == []
    assert held(people) == PLAN
    undo(by=lead, at=NOW, household_id=where, change_id=back)
    assert decisions_on_the_page(people) == [("De huur in één keer", "Anders komt er niets los.")]


def test_a_decision_without_a_mandate_is_not_written_anywhere(people: Cast) -> None:
    values = {**DECISION, "mandate": ""}
    before = read_file(people.household_id, {"decisions"})[0].decisions
    with pytest.raises(FaultyError) as refused:
        decide(by=people.case_lead, at=NOW, household_id=people.household_id, plan="rust", values=values)
    assert [fault.field for fault in refused.value.faults] == ["mandate"]
    assert held(people) == PLAN
    assert read_file(people.household_id, {"decisions"})[0].decisions == before


def test_an_option_that_was_decided_on_stays(people: Cast) -> None:
    decide(by=people.case_lead, at=NOW, household_id=people.household_id, plan="rust", values=DECISION)
    with pytest.raises(StillUsedError):
        remove_row(by=people.case_lead, at=NOW, household_id=people.household_id, table="options", key="huur")
    assert set(held(people).edits) == set(PLAN.edits)


def test_looking_back_says_who_when_and_whether_the_step_stands(people: Cast) -> None:
    decide(by=people.case_lead, at=NOW, household_id=people.household_id, plan="rust", values=DECISION)
    key = held(people).follow_ups[0].key
    look_back(
        by=people.case_lead, at=NOW + timedelta(days=90), on=ON + timedelta(days=90),
        household_id=people.household_id, follow_up=key, values={"kept": "yes", "found": "Geen brieven."},
    )  # fmt: skip
    row = next(row for row in held(people).follow_ups if row.key == key)
    assert (row.kept, row.by, row.done_on) == ("yes", people.case_lead.display_name, ON + timedelta(days=90))


@pytest.mark.parametrize(
    ("who", "lists"),
    [
        ("case_lead", set(TABLES)),
        ("helper", set(TABLES)),
        ("mother", set(TABLES)),
        ("manager", set(TABLES) - {"edits", "beliefs"}),
    ],
)
def test_who_reads_which_part(people: Cast, who: str, lists: set[str]) -> None:
    seen = planning_of(getattr(people, who), people.household_id, at=NOW)
    assert seen.lists == lists
    assert bool(seen.plans.edits) is ("edits" in lists)
    assert Line.objects.filter(user_id=getattr(people, who).pk, kind="judgement", act="read").exists()


@pytest.mark.parametrize("who", ["supporter", "stranger"])
def test_who_reads_nothing_of_a_plan(people: Cast, who: str) -> None:
    with pytest.raises(DeniedError):
        planning_of(getattr(people, who), people.household_id, at=NOW)


def test_an_unknown_list_or_row_is_not_found(people: Cast) -> None:
    with pytest.raises(NoPlanError):
        write(people, people.case_lead, "plans", "gone", knot="x")
    with pytest.raises(NoPlanError):
        write(people, people.case_lead, "nonsense", "gone")
