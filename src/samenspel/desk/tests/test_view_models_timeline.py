"""Help, events and costs on one axis."""

from datetime import date
from typing import Any

import pytest

from samenspel.desk.drawings.timeline_picture import BarKind, EventMark
from samenspel.desk.rules.costs import cost_summary, costs_page
from samenspel.desk.rules.help_table import all_lines, help_table
from samenspel.desk.rules.state import trend_of
from samenspel.desk.rules.timeline import course, timeline_of
from samenspel.desk.tests.scenes import ALL, ON, help_line, household, scene
from samenspel.households.tests.cast import FULL


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"planned_end": "2027-03-01"}, BarKind.PLANNED_END),
        ({}, BarKind.OPEN_END),
        ({"planned_end": "2026-10-01"}, BarKind.OPEN_END),
        ({"stays": True}, BarKind.STAYS),
        ({"since": "2027-01-10"}, BarKind.PLANNED),
        ({"until": "2026-06-01"}, BarKind.FINISHED),
        ({"until": "2026-06-01", "stopped_unfinished": True}, BarKind.STOPPED),
        ({"since": None, "waiting_since": "2026-07-01"}, BarKind.WAITING),
    ],
)
def test_every_way_help_can_stand(fields: dict[str, Any], kind: BarKind) -> None:
    rows = timeline_of(scene(household(help=[help_line("hulp", **fields)]))).rows
    assert [bar.kind for row in rows for bar in row.bars if bar.kind is not BarKind.NOBODY] == [kind]


def test_a_gap_has_a_row_of_its_own() -> None:
    file = household(
        problems=[{"key": "p", "title": "Schuld", "domain": "money", "since": "2024-01-01"}],
        help=[help_line("budget", until="2025-12-20", since="2025-01-01")],
    )
    (row,) = timeline_of(scene(file)).rows
    assert [bar.title for bar in row.bars] == ["Budget", "niemand sinds december 2025"]


def test_the_first_broken_bar_says_what_it_means() -> None:
    rows = timeline_of(scene(FULL)).rows
    noted = [bar for row in rows for bar in row.bars if bar.note_head]
    assert [bar.note for bar in noted] == ["er is geen einddatum. Dat is zo bij 1 van de 2."]
    assert [bar.kind for bar in noted] == [BarKind.OPEN_END]


def test_a_long_wait_is_said_beside_the_help_that_was_waited_for() -> None:
    file = household(
        help=[
            help_line("huisarts", since="2026-01-01", planned_end="2027-06-01"),
            help_line("therapie", since="2026-08-01", waiting_since="2026-03-01", planned_end="2027-06-01"),
            help_line("kort", since="2026-08-01", waiting_since="2026-07-20", planned_end="2027-06-01"),
            help_line("wacht", since=None, waiting_since="2026-07-01"),
        ]
    )
    bars = {bar.title: bar.note for row in timeline_of(scene(file)).rows for bar in row.bars}
    assert bars == {
        "Huisarts": "",
        "Therapie": "Vijf maanden gewacht.",
        "Kort": "",
        "Wacht": "Vier maanden gewacht.",
    }


def test_a_payer_of_before_says_earlier_and_one_that_never_paid_is_not_there() -> None:
    price = {"price_cents": 9000, "price_year": 2026, "price_concept": "tariff", "price_source": "verzonnen"}
    often = {"quantity": "1", "unit": "hour", "per": "week", "payer": "state"}
    old = help_line("oud", since="2024-01-01", until="2025-02-01", **price, **often)
    free = {**old, "key": "gratis", "title": "Gratis", "payer": "employer", "price_cents": 0}
    costs = timeline_of(scene(household(help=[old, free]))).costs
    assert costs is not None
    assert [(payer.name, payer.amount) for payer in costs.payers] == [("Rijk", "eerder")]


def test_a_crisis_is_marked_and_other_events_are_not() -> None:
    events = [
        {"key": "a", "title": "Ruzie", "kind": "crisis", "on": "2026-02-01"},
        {"key": "b", "title": "Verhuizing", "kind": "move", "on": "2026-03-01"},
        {"key": "c", "title": "Val", "kind": "other", "on": "2026-04-01", "life_threatening": True},
    ]
    marks = [event.mark for event in timeline_of(scene(household(events=events))).events]
    assert marks == [EventMark.CRISIS, EventMark.OTHER, EventMark.CRISIS]


def test_the_title_is_the_conclusion() -> None:
    events = [
        {"key": str(month), "title": "Ruzie", "kind": "crisis", "on": f"2026-0{month}-01"} for month in (2, 5)
    ]
    file = household(
        help=[
            help_line("een", since="2026-02-10"),
            help_line("twee", since="2026-05-10", until="2026-08-01"),
        ],
        events=events,
    )
    said = course(scene(file))
    assert said == "Na elke crisis kwam er hulp bij. In juni 2026 waren er twee, nu één vorm van hulp."


def test_no_help_is_said() -> None:
    assert course(scene(household())) == "Er loopt nu geen hulp."
    assert course(scene()) == "Nog niet bekend."


def test_costs_stay_away_from_who_may_not_see_them() -> None:
    hidden = scene(FULL, tables=ALL - {"declarations"})
    assert timeline_of(hidden).costs is None
    assert cost_summary(hidden) is None


def test_unknown_costs_are_named_and_never_zero() -> None:
    summary = cost_summary(scene(FULL))
    assert summary is not None
    assert summary.unknown.startswith("Van één vorm van hulp weten we niet wat zij kosten: “Hulp thuis”.")
    page = costs_page(scene(FULL), "")
    unknown = [one for payer in page.payers for one in payer.helps if one.key == "thuis"]
    assert unknown[0].amount is None
    assert {month.amount for month in unknown[0].months} == {None}


def test_a_billed_month_shows_bill_and_tariff_side_by_side() -> None:
    page = costs_page(scene(FULL), "2026")
    (therapy,) = [one for payer in page.payers for one in payer.helps if one.key == "therapie"]
    february = next(month for month in therapy.months if month.month == "februari 2026")
    assert february.basis == "rekening"
    assert february.amount is not None
    assert february.amount.span == ""
    assert any(line.startswith("Volgens de prijs: 1,5 uur per week") for line in february.sentences)
    assert therapy.declared == "€\u00a0506"


def test_months_ahead_are_a_forecast() -> None:
    page = costs_page(scene(FULL), "straks")
    assert page.title == "Als er niets verandert"
    assert all(month.forecast for payer in page.payers for one in payer.helps for month in one.months)


def test_another_day_shows_what_was_true_then() -> None:
    table = help_table(scene(FULL, on=date(2026, 2, 10)))
    assert [(row.title, row.state) for row in table.now] == [("Hulp thuis", "planned"), ("Therapie", "runs")]


def test_the_costs_say_up_to_which_month_they_count() -> None:
    summary = cost_summary(scene(FULL))
    assert summary is not None
    assert summary.sentence.startswith("In twaalf maanden, tot en met november, kostte")
    assert costs_page(scene(FULL), "").title == "Twaalf maanden, tot en met november"


def test_the_axis_of_another_day_says_that_day() -> None:
    then = scene(FULL, on=date(2026, 3, 5), today=ON)
    assert trend_of(then).now == timeline_of(then).now == "5 mrt 2026"
    assert trend_of(scene(FULL)).now == "nu"


def test_help_that_came_later_is_not_in_the_timeline_of_another_day() -> None:
    file = household(help=[help_line("toen", since="2024-01-01"), help_line("later", since="2026-09-01")])
    then = scene(file, on=date(2024, 4, 20), today=ON)
    assert [bar.title for row in timeline_of(then).rows for bar in row.bars] == ["Toen"]
    assert all_lines(then, help_table(then)) == "De hulp als tabel"
