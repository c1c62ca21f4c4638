"""A run: bands, chances, costs per payer, the difference, and that it can be repeated."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.trajectory import (
    BASELINE,
    Guard,
    Pay,
    Result,
    Scenario,
    Start,
    Stop,
    drawn_inputs,
    prepare,
    simulate,
    vectorised,
    warm_up,
)
from rekenmodel.trajectory import simulation as module
from rekenmodel.trajectory.simulation import chunks
from rekenmodel.trajectory.tests.examples import case, debt, line, scenario
from rekenmodel.values import LifeDomain, Payer, RefusedError, Text

ENGINES = pytest.mark.parametrize("fast", [True, False])
OTHER = scenario(Pay(debt()), Stop("a", 3), Stop("d1", 2), Guard("eviction", 0.0))


def run(
    *others: Scenario, draws: int = 400, fast: bool | None = None, seed: int = 1, rate: float = 0.0
) -> Result:
    return simulate(case(), (BASELINE, *others), seed, draws, rate, fast)


@ENGINES
def test_a_scenario_equal_to_the_first_differs_by_exactly_nothing(fast: bool) -> None:
    same = run(replace(BASELINE, key="again"), fast=fast).comparisons[0]
    assert not np.any([same.extra.low, same.extra.mid, same.extra.high, same.extra.mean])
    assert not same.total_worth.any()
    assert not np.any([*same.better.values(), same.cheaper])


@ENGINES
def test_the_order_of_help_changes_nothing(fast: bool) -> None:
    there = case()
    back = replace(there, lines=there.lines[::-1])
    one, two = (simulate(household, (BASELINE, OTHER), 1, 300, 0.02, fast) for household in (there, back))
    for payer, worth in one.comparisons[0].worth.items():
        assert (worth == two.comparisons[0].worth[payer]).all()
    assert (one.outlooks[1].total.high == two.outlooks[1].total.high).all()


@ENGINES
def test_bands_are_in_order_and_chances_are_chances(fast: bool) -> None:
    result = run(OTHER, fast=fast)
    for outlook in result.outlooks:
        for bands in (*outlook.levels.values(), *outlook.spent.values(), outlook.total):
            assert (bands.low <= bands.mid).all()
            assert (bands.mid <= bands.high).all()
        for chance in outlook.chances.values():
            assert (np.diff(chance) >= 0).all()
            assert 0 <= chance[0] <= chance[-1] <= 1
        for bands in outlook.levels.values():
            assert 0 <= bands.low.min() <= bands.high.max() <= 1


@ENGINES
def test_bands_are_those_of_all_paths(fast: bool) -> None:
    result = run(OTHER, draws=1000, fast=fast)
    prepared = prepare(case(), (BASELINE, OTHER))
    paths = vectorised.trace(prepared.wiring, prepared.rows(1, 1000), prepared.schedules[1])
    money = paths.levels[:, list(LifeDomain).index(LifeDomain.MONEY)]
    bands = result.outlooks[1].levels[LifeDomain.MONEY]
    exact = np.quantile(money, [0.05, 0.5, 0.95], axis=1)
    width = exact[2] - exact[0]
    for found, wanted in zip((bands.low, bands.mid, bands.high), exact, strict=True):
        assert (np.abs(found - wanted) <= 0.02 * width).all()
    np.testing.assert_allclose(bands.mean, money.mean(axis=1), rtol=1e-5)
    happened = result.outlooks[1].chances["crisis"]
    np.testing.assert_allclose(happened, (paths.happened[:, 2] > 0).mean(axis=1), atol=1e-9)


def test_what_everybody_pays_adds_up() -> None:
    outlook = run(OTHER).outlooks[1]
    assert set(outlook.spent) == {
        Payer.MUNICIPALITY,
        Payer.HEALTH_INSURER,
        Payer.STATE,
        Payer.HOUSING_ASSOCIATION,
        None,
    }
    means = np.sum([bands.mean for bands in outlook.spent.values()], axis=0)
    np.testing.assert_allclose(means, outlook.total.mean, rtol=1e-5)
    assert outlook.total_worth.mean() == pytest.approx(outlook.total.mean[-1], rel=1e-5)


def test_later_euros_count_less() -> None:
    assert run(rate=0.05).outlooks[0].total_worth.mean() < 0.98 * run().outlooks[0].total_worth.mean()


def test_an_event_that_cannot_happen_does_not_happen() -> None:
    as_now, other = run(OTHER).outlooks
    assert as_now.chances["eviction"][-1] > 0
    assert other.chances["eviction"][-1] == 0


def test_a_debt_taken_over_helps_and_costs() -> None:
    result = run(scenario(Pay(debt())))
    assert result.comparisons[0].better[LifeDomain.MONEY][-1] > 0.9
    assert result.comparisons[0].extra.mid[2] == pytest.approx(6000, rel=0.1)
    assert result.comparisons[0].extra.mid[1] == 0


def test_fewer_helpers_leave_more_effect_per_helper() -> None:
    """Help without effect is stopped: the others have less to coordinate, so they work better."""
    idle = tuple(replace(line(f"z{number}"), effects={}) for number in range(6))
    household = case(24, (line("a"), *idle))
    result = simulate(household, (BASELINE, scenario(*(Stop(one.key, 1) for one in idle))), 1, 400)
    assert result.comparisons[0].better[LifeDomain.PARENTING][-1] > 0.8


def test_help_started_later_works_later() -> None:
    later = replace(line("new"), begin=6)
    extra = run(scenario(Start(later))).comparisons[0].extra
    assert extra.high[6] == 0
    assert extra.low[7] > 0


def test_the_same_seed_gives_the_same_to_the_bit_and_another_does_not() -> None:
    one, two, three = run(OTHER), run(OTHER), run(OTHER, seed=2)
    assert (one.comparisons[0].total_worth == two.comparisons[0].total_worth).all()
    assert (one.comparisons[0].total_worth != three.comparisons[0].total_worth).any()
    assert one.recipe == two.recipe
    assert (one.recipe.seed, one.recipe.draws, one.recipe.assumptions) == (1, 400, "2026-1")


def test_many_draws_go_in_equal_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(OTHER, draws=3000)
    monkeypatch.setattr(module, "CHUNK", 1000)
    assert chunks(2500) == [(0, 834), (1, 833), (2, 833)]
    told: list[float] = []
    parts = simulate(case(), (BASELINE, OTHER), 1, 3000, progress=told.append)
    width = whole.outlooks[1].total.high - whole.outlooks[1].total.low
    assert (np.abs(parts.outlooks[1].total.mid - whole.outlooks[1].total.mid) <= 0.05 * width).all()
    assert parts.comparisons[0].total_worth.shape == (3000,)
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_run_can_be_stopped() -> None:
    class Enough(Exception):
        pass

    def stop(share: float) -> None:
        if share >= 0.5:
            raise Enough

    with pytest.raises(Enough):
        simulate(case(), (BASELINE,), 1, 100, progress=stop)


@pytest.mark.parametrize("draws", [0, 10_000_000])
def test_a_number_of_draws_that_cannot_be_made_is_refused(draws: int) -> None:
    with pytest.raises(RefusedError, match="Number of draws"):
        run(draws=draws)


def test_without_numba_the_fast_engine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FAST", False)
    assert run().recipe.engine == "numpy"
    with pytest.raises(RefusedError, match="not installed"):
        run(fast=True)


def test_the_inputs_are_those_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """The price of the debt, and what is paid for it: the same draws, also over more than one chunk."""
    monkeypatch.setattr(module, "CHUNK", 100)
    scenarios = (BASELINE, scenario(Pay(replace(debt(), effects={}))))
    inputs = drawn_inputs(case(), scenarios, 1, 250)
    extra = simulate(case(), scenarios, 1, 250).comparisons[0].total_worth
    np.testing.assert_allclose(inputs["debt.amount"], extra, atol=1e-6)


def test_weak_assumptions_are_named() -> None:
    weak = run().weak
    assert {entry.key for entry in weak} >= {"burden.per_helper", "link.money.housing"}
    assert all(entry.confidence <= 4 for entry in weak)


def test_a_scenario_has_its_name_in_the_result() -> None:
    assert run(OTHER).comparisons[0].name == Text("Anders", "Otherwise")


def test_warming_up_loads_what_takes_long() -> None:
    code = (
        "import sys, rekenmodel.trajectory as t; late = {'numba', 'scipy.special'}; "
        "assert not late & set(sys.modules); t.warm_up(); print(*sorted(late & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["numba", "scipy.special"]
    warm_up()
