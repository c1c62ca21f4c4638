"""The overview as text: what stands out comes first, and what is missing is said."""

from datetime import date
from typing import Any

import pytest

from rekenmodel.values import Language
from samenspel.desk.rules.from_file import scene_of_file
from samenspel.desk.rules.overview_sections import overview, sections
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL

TODAY = date(2026, 11, 22)
EMPTY = HouseholdFile(key="leeg", name="Leeg huis")


def said(file: HouseholdFile = FULL, language: Language = "nl", on: date = TODAY) -> str:
    return overview(scene_of_file(file, on, language), 120)


def changed(**rows: Any) -> HouseholdFile:
    return FULL.model_copy(update=rows)


def test_signals_come_first() -> None:
    titles = [section.title for section in sections(scene_of_file(FULL, TODAY, "nl"))]
    assert titles[:4] == ["Wat valt op?", "Eigen woorden", "Hoe loopt de hulp?", "Wie heeft de regie?"]
    assert titles[-2:] == ["Acties", "Besluiten"]


def test_each_signal_has_something_to_do() -> None:
    table = sections(scene_of_file(FULL, TODAY, "nl"))[0].tables[0]
    assert table.lines
    assert all(line.cells[1] and line.cells[2] for line in table.lines)


def test_people_are_quoted() -> None:
    assert "“Dat het rustig is.”" in said()


@pytest.mark.parametrize(
    "line",
    [
        "Zoals het was op 22 november 2026.",
        "Volgend gesprek: donderdag 3 december 2026, 15.30 uur.",
        "te laat: dit moest op 1 november 2026",
        "Dit zegt iets over de hulp. Het zegt niets over het gezin.",
        "Cor Vos",
        "woont in Zwolle",
        "veel steun",
        "Niet bekend wat dit kost: Hulp thuis.",
    ],
)
def test_what_it_says(line: str) -> None:
    assert line in said()


def test_costs_have_a_range_and_a_source() -> None:
    costs = sections(scene_of_file(FULL, TODAY, "nl"))[6]
    total = costs.tables[0].lines[-1].cells
    assert total[0] == "Samen"
    assert " en " in total[2]
    assert "euro’s van 2026" in costs.said[0]


def test_a_day_before_shows_what_was_known_then() -> None:
    early = said(on=date(2026, 1, 15))
    assert "Dat het rustig is" not in early
    assert "Ruzie" not in early


def test_an_empty_household_says_what_is_missing() -> None:
    shown = said(EMPTY)
    assert "Er staan nog geen eigen woorden bij." in shown
    assert "Er staan nog geen doelen." in shown
    assert shown.count("nog niemand") >= 3
    assert "Van deze hulp is nog geen prijs bekend." in shown
    assert "organisaties" not in shown


def test_a_close_one_who_helps_is_not_counted_with_an_organisation() -> None:
    by_opa = FULL.help[1].model_copy(update={"professional": None, "supporter": "opa"})
    assert "2 mensen en 1 organisatie" in said(changed(help=(FULL.help[0], by_opa)))


def test_a_reached_goal_and_a_past_meeting() -> None:
    goal = FULL.goals[0].model_copy(update={"reached": True, "closed_on": date(2026, 10, 1)})
    shown = said(changed(goals=(goal,)))
    assert "gelukt op 1 oktober 2026" in shown
    assert "Volgend gesprek" not in said(on=date(2026, 12, 4))


def test_waiting_and_gaps_are_said() -> None:
    wait = FULL.help[1].model_copy(update={"since": None, "waiting_since": date(2026, 8, 3), "stays": True})
    shown = said(changed(help=(wait,)))
    assert "wacht sinds 3 aug 2026" in shown.replace("\u00a0", " ")
    assert "niemand helpt" in shown


def test_english_has_no_dutch_left() -> None:
    shown = said(EMPTY, "en")
    for word in ("Wat ", "nog ", "Er ", "Wie ", "geen "):
        assert word not in shown
    assert "What stands out?" in shown
