"""From a household and edits to scenarios: what is the same stays the same, what is weak says so."""

from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekenmodel.comparison import compare
from rekenmodel.costs import Unit
from rekenmodel.trajectory import simulate
from rekenmodel.values import Payer, PriceConcept, RefusedError
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL
from samenspel.scenarios.rules.asking import asked_of
from samenspel.scenarios.rules.case import Asked, Made, make
from samenspel.scenarios.rules.codes import OptionKind, Spread
from samenspel.scenarios.rules.departments import EVENTS, INCOME, YOUTH, departments
from samenspel.scenarios.rules.edits import ContradictionError
from samenspel.scenarios.rules.lists import OwnPrice, basis
from samenspel.scenarios.rules.plan import Belief, Option, PlannedEdit
from samenspel.scenarios.rules.running import MOST_DRAWS, RATE, USUAL_DRAWS, StoppedError, run
from samenspel.scenarios.tests.plans import ON, PLAN

LISTS = basis()
AS_NOW = Option(key="zo", plan="p", title="Zo doorgaan", kind=OptionKind.AS_NOW)
OTHER = Option(key="anders", plan="p", title="Anders")
DRAWS = 200


def asked(*edits: dict[str, Any], file: HouseholdFile = FULL, beliefs: tuple[Belief, ...] = ()) -> Asked:
    rows = tuple(
        PlannedEdit.model_validate({"key": f"e{place}", "option": "anders", "on": ON, **values})
        for place, values in enumerate(edits)
    )
    return Asked(file, ON, 24, (AS_NOW, OTHER), rows, beliefs)


def saved(made: Made) -> np.ndarray[Any, Any]:
    return compare(made.case, made.scenarios, 1, DRAWS, fast=False).alternatives[0].saved.draws


def test_a_scenario_without_edits_gives_exactly_no_difference() -> None:
    found = compare(*_of(make(asked(), LISTS)), 1, DRAWS, fast=False)
    one = found.alternatives[0]
    assert not one.saved.draws.any()
    assert not one.gained.draws.any()


def _of(made: Made) -> tuple[Any, Any]:
    return made.case, made.scenarios


def test_changing_help_to_what_it_is_changes_nothing_but_rounding() -> None:
    """The line ends and goes on under the same conditions: the same prices, effects and draws."""
    same = {"kind": "change", "help": "therapie", "quantity": "1.5", "unit": "hour", "per": "week"}
    later = {**same, "on": date(2027, 1, 21)}
    assert np.abs(saved(make(asked(later), LISTS))).max() < 1e-6


def test_stopping_help_saves_its_price_times_its_months() -> None:
    made = make(asked({"kind": "stop", "help": "therapie", "on": ON}), LISTS)
    result = simulate(*_of(made), 1, DRAWS, fast=False)
    line = next(line for line in made.case.lines if line.key == "therapie")
    assert line.dose == pytest.approx(1.5 * 365.25 / 12 / 7)
    first = result.comparisons[0].extra.mean[1]
    assert first == pytest.approx(-line.dose * line.price.amount.value.mean, rel=0.05)


def test_a_line_runs_to_its_agreed_end_when_carrying_on() -> None:
    made = make(asked(), LISTS)
    stops = {edit.line: edit.month for edit in made.scenarios[0].edits}  # type: ignore[union-attr]
    assert stops == {"therapie": 2}  # 1 February 2027, in months from 22 November 2026


def test_the_order_of_help_changes_nothing() -> None:
    edits = {"kind": "stop", "help": "therapie", "on": ON}
    turned = FULL.model_copy(update={"help": tuple(reversed(FULL.help))})
    one, other = (make(asked(edits, file=file), LISTS) for file in (FULL, turned))
    assert (saved(one) == saved(other)).all()


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(3)))
def test_the_order_of_edits_changes_nothing(order: list[int]) -> None:
    rows = PLAN.edits_of("huur") + PLAN.edits_of("minder")
    one = asked_of(FULL, PLAN, "rust", ON)
    other = Asked(
        one.file, one.day, one.months, one.options, tuple(rows[place] for place in order), one.beliefs
    )
    assert make(one, LISTS).scenarios == make(other, LISTS).scenarios


def test_contradicting_edits_are_refused_before_anything_is_calculated() -> None:
    twice = ({"kind": "stop", "help": "therapie"}, {"kind": "stop", "help": "therapie"})
    with pytest.raises(ContradictionError) as refused:
        make(asked(*twice), LISTS)
    assert refused.value.faults[0].field == "on"


def test_open_problems_say_how_things_stand_and_that_it_is_weak() -> None:
    made = make(asked(), LISTS)
    money, mental = (made.case.assumptions.get(f"start.{name}") for name in ("money", "mental"))
    assert "Huurschuld" in money.source
    assert money.weak
    assert money.value.mean < 0.4
    assert mental.confidence == 1
    assert "niets bekend" in mental.source


def test_a_belief_of_the_plan_comes_before_everything() -> None:
    belief = Belief(
        key="b", plan="p", about="start.money", shape=Spread.PERT, low=0.6, mid=0.7, high=0.8,
        source="eigen cijfer van Ada", confidence=8, entered_by="Ada",
    )  # fmt: skip
    found = make(asked(beliefs=(belief,)), LISTS).case.assumptions.get("start.money")
    assert (found.source, found.confidence, found.entered_by) == ("eigen cijfer van Ada", 8, "Ada")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"about": "event.eviction.chance", "low": 0.5, "mid": 0.9, "high": 1.4}, "huisuitzetting"),
        ({"about": "halving.money", "low": 4, "mid": 3, "high": 9, "shape": "pert"}, "laag (4) is hoger"),
        ({"about": "link.money.housing", "low": 50, "mid": 60, "high": 70}, "Geld werkt door op wonen"),
        ({"about": "no.such.number", "low": 0, "mid": 0, "high": 0}, "no.such.number"),
    ],
)
def test_impossible_beliefs_are_refused_by_name(values: dict[str, Any], named: str) -> None:
    belief = Belief.model_validate(
        {"key": "b", "plan": "p", "source": "x", "confidence": 3, "entered_by": "x", **values}
    )
    with pytest.raises(RefusedError) as refused:
        make(asked(beliefs=(belief,)), LISTS)
    assert named in refused.value.text.nl


def test_a_price_of_the_network_brings_its_source_confidence_and_author() -> None:
    own = OwnPrice(
        key="eigen-uur", item="Uur", amount=Decimal(80), unit=Unit.HOUR, price_year=2026,
        concept=PriceConcept.TARIFF, source="contract 2026", confidence=9, entered_by="Ton",
    )  # fmt: skip
    row = FULL.help[1].model_copy(
        update={"quantity": FULL.help[0].quantity, "unit": "hour", "per": "week", "price_key": "eigen-uur"}
    )
    file = FULL.model_copy(update={"help": (row,)})
    line = make(asked(file=file), basis([own])).case.lines[0]
    assert (line.price.amount.source, line.price.amount.confidence) == ("contract 2026", 9)
    assert line.price.amount.entered_by == "Ton"


def test_help_without_a_price_is_named_and_costs_nothing() -> None:
    assert make(asked(), LISTS).ways[0].no_price == ("Hulp thuis",)


def test_ten_million_runs_are_refused_by_name() -> None:
    with pytest.raises(RefusedError, match="Number of runs: 10000000") as refused:
        run(make(asked(), LISTS), LISTS, 1, 10_000_000)
    assert str(MOST_DRAWS) in refused.value.text.nl


def test_the_same_seed_gives_the_same_numbers_to_the_bit() -> None:
    made = make(asked({"kind": "stop", "help": "therapie"}), LISTS)
    one, other = (run(made, LISTS, 7, DRAWS, fast=False).model_dump_json() for _ in range(2))
    assert one == other
    assert one != run(made, LISTS, 8, DRAWS, fast=False).model_dump_json()


def test_a_run_can_be_stopped() -> None:
    def stop(_: float) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        run(make(asked({"kind": "stop", "help": "therapie"}), LISTS), LISTS, 1, DRAWS, False, stop)


def test_every_price_opens_to_how_much_of_what() -> None:
    outcome = run(make(asked({"kind": "stop", "help": "therapie"}), LISTS), LISTS, 1, DRAWS, False)
    number = next(row for row in outcome.numbers if row.key.startswith("price.therapie"))
    assert number.steps_nl == ("1,5 uur per week", "€\u00a0101,17 per uur (2024)")
    assert number.source == "raamcontract"


def test_payers_sum_to_the_whole() -> None:
    outcome = run(make(asked_of(FULL, PLAN, "rust", ON), LISTS), LISTS, 1, DRAWS, False)
    assert outcome.differences
    for difference in outcome.differences:
        costs = sum(row.mean for row in difference.parties)
        assert costs == pytest.approx(difference.mean + difference.gained[1], abs=1.0)


def test_a_loop_that_runs_away_is_warned_of() -> None:
    wild = [
        Belief(
            key=f"b{place}",
            plan="p",
            about=about,
            shape=Spread.NORMAL,
            low=3.5,
            mid=4,
            high=4.5,
            source="veel te groot",
            confidence=1,
            entered_by="Lia",
        )
        for place, about in enumerate(("link.money.housing", "link.housing.money"))
    ]
    made = make(Asked(FULL, ON, 6, (AS_NOW, OTHER), (), tuple(wild)), LISTS)
    outcome = run(made, LISTS, 1, USUAL_DRAWS, fast=False)
    assert outcome.warnings_nl
    assert "van de 100 doorrekeningen" in outcome.warnings_nl[0]


def test_the_departments_of_the_municipality_add_up_and_events_alone_are_left() -> None:
    """When no event can happen, all that changes for the municipality is the help of its departments."""
    never = tuple(
        Belief(
            key=event,
            plan="p",
            about=f"event.{event}.chance",
            low=0,
            mid=0,
            high=0,
            source="kan hier niet",
            confidence=9,
            entered_by="Lia",
        )
        for event in ("eviction", "placement", "crisis")
    )
    made = make(asked({"kind": "stop", "help": "therapie"}, beliefs=never), LISTS)
    found = compare(*_of(made), 1, DRAWS, fast=False).alternatives[0]
    whole = -found.money.worth[Payer.MUNICIPALITY]
    split = departments(made, {"anders": whole}, 1, RATE)["anders"]
    assert split.keys() == {YOUTH, EVENTS}
    assert split[YOUTH].mean() > 500
    assert np.abs(split[EVENTS]).max() < 1e-6
    outcome = run(make(asked({"kind": "stop", "help": "therapie"}), LISTS), LISTS, 1, DRAWS, False)
    assert {row.party for row in outcome.differences[0].parties} >= {YOUTH, EVENTS}


def test_a_payment_from_one_department_can_be_made_up_by_another() -> None:
    paid = {
        "kind": "pay", "title": "Schuld", "payer": "municipality", "law": "participatiewet",
        "price_cents": 100000, "price_year": 2026, "price_concept": "invoice", "price_source": "brief",
    }  # fmt: skip
    made = make(asked(paid, {"kind": "stop", "help": "therapie"}), LISTS)
    difference = run(made, LISTS, 1, DRAWS, False).differences[0]
    means = {row.party: row.mean for row in difference.parties}
    assert means[INCOME] == pytest.approx(-1000, rel=0.05)
    assert means[YOUTH] > 0
    assert difference.compensation[INCOME] == -means[INCOME]
    assert difference.pocket is not None
