"""The report: the same numbers on the page, on paper and in the workbook, and an argument without any."""

import re
from datetime import date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from rekenmodel.values import Language
from samenspel.households.tests.cast import FULL
from samenspel.scenarios.rules.asking import asked_of
from samenspel.scenarios.rules.bill_rows import bill_rows
from samenspel.scenarios.rules.case import make
from samenspel.scenarios.rules.lists import basis
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page import PageInput, scenario_page
from samenspel.scenarios.rules.plan_desk import Desk
from samenspel.scenarios.rules.plan_shown import shown_plan
from samenspel.scenarios.rules.report_content import ReportInput, content
from samenspel.scenarios.rules.report_pdf import decision_pdf
from samenspel.scenarios.rules.report_workbook import decision_workbook
from samenspel.scenarios.rules.running import run
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import ScenarioPage
from samenspel.scenarios.tests.plans import ON, PLAN

LISTS = basis()
ASKED = asked_of(FULL, PLAN, "rust", ON)
MADE = make(ASKED, LISTS)
MOMENT = datetime(2026, 11, 22)  # noqa: DTZ001  (a workbook knows no zone)


@cache
def outcome() -> Outcome:
    return run(MADE, LISTS, 1, 400, fast=False)


def page(language: Language = "nl") -> ScenarioPage:
    return scenario_page(
        PageInput(
            household_id="x",
            file=FULL,
            plans=PLAN,
            plan="rust",
            asked=ASKED,
            shown="huur",
            tongue=Tongue(language),
            outcome=outcome(),
        )
    )


def report(language: Language = "nl", *, amounts: bool = True) -> ReportInput:
    desk = Desk("x", FULL, PLAN, LISTS.prices, language, frozenset(), "Lia")
    plan = shown_plan(desk, PLAN.plans[0], today=ON, amounts=amounts)
    shown = page(language)
    return ReportInput(
        plan=plan,
        figures=shown.figures if amounts else None,
        columns=shown.columns,
        made_on=ON,
        made_by="Lia",
        tongue=Tongue(language),
    )


def words(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(words(one) for one in value.values())
    return " ".join(words(one) for one in value) if isinstance(value, list | tuple) else str(value)


def values(data_only: bool) -> dict[str, Any]:
    book = load_workbook(BytesIO(workbook()), data_only=data_only)
    return {f"{sheet.title}!{cell.coordinate}": cell.value for sheet in book for row in sheet for cell in row}


@cache
def workbook() -> bytes:
    return decision_workbook(outcome(), bill_rows(MADE), Tongue("nl"), MOMENT)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("amounts", [True, False])
def test_the_report_is_a_pdf_and_the_same_input_gives_the_same_bytes(
    language: Language, amounts: bool
) -> None:
    one, other = (decision_pdf(report(language, amounts=amounts)) for _ in range(2))
    assert one.startswith(b"%PDF-")
    assert one == other


def test_the_letter_has_the_whole_argument_and_not_one_euro() -> None:
    said = words(content(report(amounts=False)))
    assert "€" not in said
    for text in (
        "De huurschuld houdt alles tegen.",
        "Dat het rustig is.",
        "bijzondere bijstand",
        "Lia: 3 van 4",
    ):
        assert text in said


def test_an_article_whose_text_was_read_says_of_which_day() -> None:
    assert "zoals die gold op 1 januari 2025" in words(content(report()))


def test_the_annex_says_the_numbers_of_the_page() -> None:
    said = content(report())["figures"]
    figures = page().figures
    assert figures is not None
    assert said["answer"] == "".join(bit.text for bit in figures.answer)
    assert [row[0] for row in said["unknowns"]] == [row.question for row in figures.unknowns]
    for column, row in zip(page().columns, said["columns"], strict=True):
        assert row[1] == f"{column.total} ({column.total_span})"


def test_texts_of_people_cannot_become_commands_on_paper() -> None:
    nasty = '#import "x" *vet* $x$ <a>'
    plans = PLAN.model_copy(update={"plans": (PLAN.plans[0].model_copy(update={"knot": nasty}),)})
    desk = Desk("x", FULL, plans, LISTS.prices, "nl", frozenset(), "Lia")
    plan = shown_plan(desk, plans.plans[0], today=ON, amounts=False)
    given = ReportInput(plan, None, (), ON, "Lia", Tongue("nl"))
    assert content(given)["knot"] == nasty
    assert decision_pdf(given).startswith(b"%PDF-")


def test_every_formula_has_a_number_beside_it_and_it_is_the_right_one() -> None:
    """Each formula is worked out here by a few lines of our own, from the cells that it names."""
    shown, formulas = values(data_only=True), values(data_only=False)
    found = {place: text for place, text in formulas.items() if str(text).startswith("=")}
    assert len(found) > 20
    for place, text in found.items():
        assert shown[place] == pytest.approx(worked_out(place, text[1:], shown), abs=1e-6), (place, text)


def worked_out(place: str, formula: str, shown: dict[str, Any]) -> float:
    """Work out the few kinds of formula that the workbook has."""
    sheet = place.partition("!")[0]

    def column(span: str) -> list[Any]:
        name, _, cells = span.rpartition("!")
        first, last = cells.split(":")
        letters = re.sub(r"\d", "", first)
        rows = range(int(re.sub(r"\D", "", first)), int(re.sub(r"\D", "", last)) + 1)
        return [shown[f"{name.strip(chr(39)) or sheet}!{letters}{row}"] for row in rows]

    def numbers(span: str) -> list[float]:
        return [value for value in column(span) if isinstance(value, int | float)]

    if found := re.fullmatch(r'COUNTIF\((.+),"([<>])0"\)', formula):
        return sum((value > 0) if found[2] == ">" else (value < 0) for value in numbers(found[1]))
    if found := re.fullmatch(r"SUM\((.+)\)", formula):
        return sum(numbers(found[1]))
    if found := re.fullmatch(r"MAX\(0,-(\w+)\)", formula):
        return max(0.0, -float(shown[f"{sheet}!{found[1]}"]))
    if found := re.fullmatch(r'-SUMIF\((.+),"<0"\)/SUMIF\((.+),">0"\)', formula):
        lost, won = (numbers(span) for span in found.groups())
        return float(-sum(value for value in lost if value < 0) / sum(value for value in won if value > 0))
    if found := re.fullmatch(r"SUMIF\((\w+:\w+),(\w+),(\w+:\w+)\)", formula):
        names, wanted, amounts = column(found[1]), shown[f"{sheet}!{found[2]}"], column(found[3])
        return float(sum(amount for name, amount in zip(names, amounts, strict=True) if name == wanted))
    cells = [shown[f"{sheet}!{cell}"] for cell in formula.split("*")]
    return float(cells[0] * cells[1] * cells[2])


def test_the_workbook_says_the_numbers_of_the_page() -> None:
    shown = values(data_only=True)
    one = outcome().difference("huur")
    assert one is not None
    assert shown["vergelijking!A3"] == "De huur in één keer"
    assert (shown["vergelijking!E3"], shown["vergelijking!F3"]) == (one.low, one.mid)
    figures = page().figures
    assert figures is not None
    assert figures.dots.cheaper[0] == f"{shown['vergelijking!H3']:.0f} van de 100"
    assert figures.live.strong == f"{shown['vergelijking!H3']:.0f} van de 100"


def test_what_is_nothing_but_rounding_is_zero_in_the_workbook() -> None:
    found = outcome()
    own = found.differences[0]
    first = own.parties[0].model_copy(update={"low": -5.9e-14, "mean": 1e-13, "high": 2e-13})
    changed = own.model_copy(update={"parties": (first, *own.parties[1:])})
    data = decision_workbook(
        found.model_copy(update={"differences": (changed, *found.differences[1:])}), (), Tongue("nl"), MOMENT
    )
    sheet = load_workbook(BytesIO(data), data_only=True).worksheets[2]
    assert [sheet.cell(2, column).value for column in (2, 3, 4)] == [0, 0, 0]


def test_a_title_that_looks_like_a_formula_stays_text() -> None:
    options = tuple(
        row.model_copy(update={"title": "=1+1"}) if row.key == "huur" else row for row in PLAN.options
    )
    asked = asked_of(FULL, PLAN.model_copy(update={"options": options}), "rust", ON)
    made = make(asked, LISTS)
    data = decision_workbook(run(made, LISTS, 1, 100, fast=False), bill_rows(made), Tongue("nl"), MOMENT)
    book = load_workbook(BytesIO(data))
    assert book["vergelijking"]["A3"].value == "=1+1"
    assert book["vergelijking"]["A3"].data_type == "s"


def test_stopping_help_is_worth_its_months_in_the_plan_of_bills() -> None:
    rows = {(row.option, row.help): row for row in bill_rows(MADE)}
    before, after = rows[("Zo doorgaan", "Therapie")], rows[("Minder hulp", "Therapie")]
    assert (before.months, after.months) == (2, 1)
    assert rows[("De huur in één keer", "Huurschuld")].total == pytest.approx(6000, rel=0.03)
    assert date(2026, 12, 15) > ON
