"""What steps are worth: the published totals, years on rungs, overlap and transfers."""

import csv
from pathlib import Path

import numpy as np
import pytest

import rekenmodel.social_value
from rekenmodel.comparison import DomainLadder, load_ladders
from rekenmodel.comparison.worth import gained, worth_lines
from rekenmodel.trajectory import BASELINE, prepare, simulate, vectorised
from rekenmodel.trajectory.tests.examples import case
from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Step, discount_factors

GOLDEN = Path(rekenmodel.social_value.__file__).parent / "tests/golden/msi_energiearmoede_09_totals.csv"
DOMAINS = {"EFF-01": "physical", "EFF-02": "mental", "EFF-03": "money", "EFF-10": "work"}
ONE = np.ones(1)


def published() -> list[tuple[str, int, float]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return [
            (DOMAINS[row["effect_id"]], int(row["level"]), float(row["total_eur"]))
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("domain", "step", "total"), published())
def test_the_parts_of_a_step_add_up_to_the_published_total(domain: str, step: int, total: float) -> None:
    parts = [ladder for ladder in load_ladders() if ladder.domain == domain]
    assert sum(ladder.steps[step - 1] for ladder in parts) == pytest.approx(total, abs=0.51)


def ladder(
    domain: LifeDomain, part: str, *steps: float, counterpart: str = "", year: int = 2026
) -> DomainLadder:
    return DomainLadder(
        *(domain, part, Text(part, part), "household", counterpart, part, part == "work", steps, year, "test")
    )


def test_a_year_on_a_higher_step_is_worth_the_difference_of_the_steps() -> None:
    """From step 2 to step 4 for one year: rungs 2 and 3, each a whole year."""
    ladders = [ladder(LifeDomain.MONEY, "x", -100, -60, -30, 0, 10)]
    years = {LifeDomain.MONEY: np.array([[0.0], [1.0], [1.0], [0.0]])}
    found = worth_lines(ladders, {"worth.money": 2 * ONE}, years, 2026)
    assert found[0].booked == pytest.approx(2 * 60)


def test_displaced_work_does_not_count() -> None:
    ladders = [ladder(LifeDomain.WORK, "work", 0, 0, 0, 0, 100)]
    years = {LifeDomain.WORK: np.array([[0.0], [0.0], [0.0], [1.0]])}
    inputs = {"worth.work": ONE}
    assert worth_lines(ladders, inputs, years, 2026)[0].booked == pytest.approx(100)
    inputs["worth.displacement"] = 0.15 * ONE
    assert worth_lines(ladders, inputs, years, 2026)[0].booked == pytest.approx(85)


def test_what_two_domains_share_counts_once_and_for_a_part() -> None:
    ladders = [
        ladder(LifeDomain.MONEY, "same", 0, 0, 0, 0, 100),
        ladder(LifeDomain.MENTAL, "same", 0, 0, 0, 0, 40),
    ]
    years = {domain: np.array([[0.0], [0.0], [0.0], [1.0]]) for domain in LifeDomain}
    inputs = {"worth.money": ONE, "worth.mental": ONE}
    lines = worth_lines(ladders, inputs, years, 2026)
    assert gained(lines, 1) == pytest.approx(100 + 0.5 * 40)
    assert gained(worth_lines(ladders, inputs, years, 2026, alpha=0.0), 1) == pytest.approx(100)


def test_money_that_changes_hands_is_no_gain() -> None:
    ladders = [ladder(LifeDomain.MONEY, "x", 0, 0, 0, 0, 100, counterpart="employer")]
    years = {LifeDomain.MONEY: np.array([[0.0], [0.0], [0.0], [1.0]])}
    lines = worth_lines(ladders, {"worth.money": ONE}, years, 2026)
    assert lines[0].booked == pytest.approx(100)
    assert gained(lines, 1) == 0


def test_price_years_never_mix() -> None:
    years = {LifeDomain.MONEY: np.zeros((4, 1))}
    old = [ladder(LifeDomain.MONEY, "x", 0, 0, 0, 0, 1, year=2021)]
    with pytest.raises(RefusedError, match="2021"):
        worth_lines(old, {"worth.money": ONE}, years, 2026)


def test_a_ladder_has_five_steps() -> None:
    with pytest.raises(RefusedError, match="give five steps, not 2"):
        ladder(LifeDomain.MONEY, "x", 0, 1)


def test_a_version_that_is_not_there_is_refused() -> None:
    with pytest.raises(RefusedError, match="no version 1999-1"):
        load_ladders("1999-1")


@pytest.mark.parametrize("fast", [True, False])
def test_years_on_rungs_are_those_of_all_paths(fast: bool) -> None:
    household, rate = case(18), 0.03
    result = simulate(household, (BASELINE,), 1, 300, rate, fast)
    prepared = prepare(household, (BASELINE,))
    paths = vectorised.trace(prepared.wiring, prepared.rows(1, 300), prepared.schedules[0])
    factors = discount_factors(rate, 18, step=Step.MONTH)
    for domain, years in result.outlooks[0].years.items():
        level = paths.levels[1:, list(LifeDomain).index(domain)]
        for rung in range(4):
            wanted = (factors * np.clip(4 * level - rung, 0, 1)).sum(axis=0) / 12
            np.testing.assert_allclose(years[rung], wanted, rtol=1e-9, atol=1e-12)
    assert set(result.outlooks[0].years) == {
        *(LifeDomain.MONEY, LifeDomain.MENTAL, LifeDomain.PHYSICAL, LifeDomain.WORK)
    }
