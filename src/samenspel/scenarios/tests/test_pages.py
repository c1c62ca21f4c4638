"""What the pages say: the demo plan is whole and honest, the triangle keeps dissent, nobody is scored."""

from datetime import date
from functools import cache

import pytest
from django.template.loader import render_to_string

from rekenmodel.values import Language
from samenspel.config.demo import demo_households, demo_plans
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL
from samenspel.scenarios.rules.asking import TurnedError, asked_of, knobs_of, number_typed, turned
from samenspel.scenarios.rules.case import make
from samenspel.scenarios.rules.codes import OptionKind, Side
from samenspel.scenarios.rules.edits import contradictions
from samenspel.scenarios.rules.first_plan import first_plan, follow_ups
from samenspel.scenarios.rules.legal import legal_bases
from samenspel.scenarios.rules.lists import basis
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page import PageInput, scenario_page
from samenspel.scenarios.rules.page_money import Shown, dots
from samenspel.scenarios.rules.plan import Judgement, PlanFile
from samenspel.scenarios.rules.plan_faults import faults_of_plans
from samenspel.scenarios.rules.running import run
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import ScenarioPage
from samenspel.scenarios.rules.triangle_words import sides_of, triangle_of, way_of
from samenspel.scenarios.tests.plans import ON, PLAN
from samenspel.scenarios.web.drawn import drawn

LISTS = basis()
NL = Tongue("nl")
DEAREST = "bakker-martina"


def demo() -> tuple[HouseholdFile, PlanFile]:
    file = next(file for file in demo_households() if file.key == DEAREST)
    return file, demo_plans()[DEAREST]


@cache
def demo_outcome() -> Outcome:
    file, plans = demo()
    return run(make(asked_of(file, plans, "vrijdag", ON), LISTS), LISTS, 20261116, 2000, fast=False)


def demo_page(language: Language) -> ScenarioPage:
    file, plans = demo()
    asked = asked_of(file, plans, "vrijdag", ON)
    return scenario_page(
        PageInput(
            household_id="x",
            file=file,
            plans=plans,
            plan="vrijdag",
            asked=asked,
            shown="",
            tongue=Tongue(language),
            outcome=demo_outcome(),
            knobs=knobs_of(asked, "een-trekker", LISTS.assumptions),
        )
    )


def test_the_demo_plan_fits_its_household_and_compares_three_ways() -> None:
    file, plans = demo()
    assert faults_of_plans(plans) == []
    assert [option.kind for option in plans.options_of("vrijdag")] == [
        OptionKind.AS_NOW,
        OptionKind.BREAKTHROUGH,
        OptionKind.OTHER,
    ]
    for option in plans.options:
        assert contradictions(file, plans.edits_of(option.key)) == []
    assert {row.key for row in file.words} >= set(plans.plans[0].words)


def test_the_demo_shows_a_real_choice_and_that_it_is_uncertain() -> None:
    own, fast = demo_outcome().differences
    assert 0.4 < own.chance < 0.8
    assert fast.mean > own.mean
    placed = {way.key: way.chances["placement"] for way in demo_outcome().ways}
    assert placed["een-trekker"] < placed["zo-door"] < placed["afbouwen"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_demo_page_is_whole(language: Language) -> None:
    page = demo_page(language)
    assert page.figures is not None
    assert len(page.knobs) >= 5
    assert len(page.helps) == 10
    assert page.figures.weak_sentence
    assert page.figures.costs.first is not None
    assert [side.way for side in page.sides] == ["yes", "yes", "open"]
    assert [bar.mid for bar in page.figures.payers.bars] == sorted(
        bar.mid for bar in page.figures.payers.bars
    )


def test_a_plan_is_begun_from_the_page_alone_and_needs_no_figure() -> None:
    plan = first_plan("p", ON, FULL.words)
    asked = asked_of(FULL, plan, "p", ON)
    page = scenario_page(
        PageInput(household_id="x", file=FULL, plans=plan, plan="p", asked=asked, shown="", tongue=NL)
    )
    assert page.figures is None
    assert [column.name for column in page.columns] == ["Zo doorgaan", "Doorbreken"]
    assert [side.way_said for side in page.sides] == ["Nog niemand keek hiernaar."] * 3


def test_an_option_that_changes_nothing_costs_exactly_as_much() -> None:
    plan = first_plan("p", ON, FULL.words)
    asked = asked_of(FULL, plan, "p", ON)
    outcome = run(make(asked, LISTS), LISTS, 1, 200, fast=False)
    page = scenario_page(
        PageInput(
            household_id="x",
            file=FULL,
            plans=plan,
            plan="p",
            asked=asked,
            shown="",
            tongue=NL,
            outcome=outcome,
        )
    )
    assert page.figures is not None
    said = "".join(bit.text for bit in page.figures.answer)
    assert said == "Doorbreken kost precies evenveel als zo doorgaan."
    assert page.figures.wrong_pocket == ("Voor niemand verandert er iets.",)
    assert "geen verschil om te tonen" in page.figures.unchanged
    even = page.figures.dots
    assert (even.dearer[0], even.cheaper[0]) == ("0 van de 100", "0 van de 100")
    assert even.even == "even duur: 100 van de 100"
    assert (even.low.plain, even.high.plain, even.low.strong) == ("", "", "even duur")
    assert page.figures.unknowns == ()
    assert [(column.difference, column.chance) for column in page.columns] == [("", ""), ("even duur", "")]
    shown = render_to_string("scenarios/numbers.html", {"figures": page.figures, "drawn": drawn(page)})
    assert page.figures.unchanged in shown
    assert 'id="h-payers"' not in shown
    assert "€\u00a00" not in shown.partition('id="h-costs"')[0]


def test_the_reach_of_a_knob_is_said_in_dutch_figures() -> None:
    file, plans = demo()
    asked = asked_of(file, plans, "vrijdag", ON)
    typed = {knob.name: "-1" for knob in knobs_of(asked, "een-trekker", LISTS.assumptions)}
    with pytest.raises(TurnedError) as refused:
        turned(asked, "een-trekker", typed, None, LISTS.assumptions)
    said = " ".join(fault.text.nl for fault in refused.value.faults)
    assert "van 0,5 tot en met" in said
    assert "26.000" in said
    assert "0.5" not in said


def test_means_are_called_means_and_add_up() -> None:
    page = demo_page("nl")
    figures = page.figures
    assert figures is not None
    own = demo_outcome().differences[0]
    assert figures.dots.middle.strong == f"midden: {NL.saving(own.mid)}"
    assert figures.dots.middle.plain == f"gemiddeld: {NL.saving(own.mean)}"
    together = figures.payer_rows[-1]
    assert (together.name, together.said) == ("Samen", NL.signed(own.mean + own.gained[1]))
    assert "Gemiddelden kunt u optellen en aftrekken, middens niet." in figures.basis
    shown = render_to_string(
        "scenarios/numbers.html", {"figures": figures, "page": page, "drawn": drawn(page)}
    )
    assert ">Gemiddeld</th>" in shown
    assert ">Midden</th>" not in shown


def test_dots_at_zero_are_a_group_of_their_own() -> None:
    own = demo_outcome().differences[0]
    plans = demo()[1]
    option = next(row for row in plans.options if row.key == own.key)
    mixed = own.model_copy(update={"dots": (-100.0,) * 20 + (0.0,) * 30 + (100.0,) * 50})
    outcome = demo_outcome().model_copy(update={"differences": (mixed,)})
    found = dots(Shown(outcome, option, (), NL))
    assert (found.dearer[0], found.cheaper[0]) == ("20 van de 100", "50 van de 100")
    assert found.even == "even duur: 30 van de 100"
    assert found.title.startswith("In 50 van de 100 toekomsten")


def judgement(author: str, score: int | None, dissent: str = "") -> Judgement:
    return Judgement(
        key=author.lower(), option="huur", side=Side.YIELD, author=author, on=ON, score=score, dissent=dissent
    )


@pytest.mark.parametrize(
    ("scores", "way"),
    [
        ([], "open"),
        ([judgement("A", 4)], "open"),
        ([judgement("A", 4), judgement("B", 3)], "yes"),
        ([judgement("A", 4), judgement("B", 2)], "open"),
        ([judgement("A", 4), judgement("B", 4, "Ik zie het anders.")], "open"),
        ([judgement("A", 1), judgement("B", 0)], "no"),
        ([judgement("A", None), judgement("B", 4)], "open"),
    ],
)
def test_a_side_holds_when_two_people_find_so_and_nobody_differs(scores: list[Judgement], way: str) -> None:
    assert way_of(scores) == way


def test_dissent_is_shown_with_its_name() -> None:
    rows = (judgement("Jo", 2, "Eerst een proef."), judgement("Lia", 4))
    plans = PLAN.model_copy(update={"judgements": rows})
    side = sides_of(plans, "huur", NL)[2]
    assert side.dissent == "Jo: Eerst een proef."
    assert side.way_said == "Ze zijn het niet eens."
    option = next(row for row in PLAN.options if row.key == "huur")
    assert triangle_of(plans, option, NL).yields == "open"


def test_carrying_on_has_no_triangle() -> None:
    assert sides_of(PLAN, "zo", NL) == ()


def test_an_article_that_nobody_read_is_marked() -> None:
    bases = legal_bases()
    assert len(bases) == 78
    unread = [one for one in bases.values() if not one.confirmed]
    assert len(unread) == 35
    assert all("nog te bevestigen" in one.mark.nl for one in unread)
    assert all(one.url for one in bases.values())


def test_looking_back_comes_after_three_six_and_twelve_months() -> None:
    assert [row.due for row in follow_ups("p", date(2026, 11, 30))] == [
        date(2027, 2, 28),
        date(2027, 5, 30),
        date(2027, 11, 30),
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("14.300", 14300), ("14.300,50", 14300.5), ("2,5", 2.5), ("2.5", 2.5), ("€ 6.500", 6500), ("7", 7),
        ("", None), ("veel", None), ("nan", None), ("inf", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_people_type_them(typed: str, number: float | None) -> None:
    assert number_typed(typed) == number


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-32000, 116000, "€\u00a032.000 duurder tot €\u00a0116.000 goedkoper"),
        (2000, 9000, "€\u00a02.000 tot €\u00a09.000 goedkoper"),
        (-9000, -2000, "€\u00a02.000 tot €\u00a09.000 duurder"),
    ],
)
def test_a_range_says_dearer_and_cheaper(low: float, high: float, said: str) -> None:
    assert NL.savings(low, high) == said


@pytest.mark.parametrize(
    ("chance", "said"),
    [
        (0.95, "bijna zeker goedkoper"),
        (0.67, "waarschijnlijk goedkoper"),
        (0.5, "onzeker of het goedkoper is"),
        (0.33, "waarschijnlijk duurder"),
        (0.02, "bijna zeker duurder"),
    ],
)
def test_a_chance_is_said_in_words(chance: float, said: str) -> None:
    assert NL.likely(chance) == said
