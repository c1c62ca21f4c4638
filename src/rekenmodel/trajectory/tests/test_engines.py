"""The three engines agree to 1e-12 on given draws: on the golden table and on random input."""

import importlib
import sys
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rekenmodel.trajectory as package
from rekenmodel.trajectory import reference, vectorised, walks
from rekenmodel.trajectory.engine_input import Paths, Rows, Schedule, Wiring
from rekenmodel.trajectory.tests.examples import GOLDEN, golden_input, random_input
from rekenmodel.values.draws import Draws

CLOSE = 1e-12


def untiled(tiles: Draws, draws: int) -> Draws:
    """Blocks (B, k, W) back to rows (k, n)."""
    return tiles.transpose(1, 0, 2).reshape(tiles.shape[1], len(tiles) * tiles.shape[2])[:, :draws]


def trace_of_lanes(
    wiring: Wiring, rows: Rows, schedules: tuple[Schedule, ...], made_by: ModuleType = walks
) -> list[Paths]:
    months = schedules[0].dose.shape[1]
    seen: list[list[tuple[Draws, Draws, Draws]]] = [[] for _ in schedules]
    with ThreadPoolExecutor(2) as pool:
        walk = made_by.LanesWalk(wiring, rows, schedules, np.ones(months), pool, 2)
        for month in range(months):
            walk.go(month, month + 1)
            for scenario, states in enumerate(seen):
                level, spent = (
                    untiled(kind[:, scenario], rows.draws) for kind in (walk.states.level, walk.states.spent)
                )
                since = untiled(walk.states.since[:, scenario], rows.draws)
                happened = np.zeros((len(rows.chance), rows.draws))
                np.add.at(happened, wiring.slot_event, (since < np.inf).astype(float))
                states.append((level.copy(), spent.copy(), happened))
    return [Paths(*(np.stack(kind) for kind in zip(*states, strict=True))) for states in seen]


def assert_same(slow: Paths, other: Paths, skip: int = 0) -> None:
    for one, two in zip(slow, other, strict=True):
        np.testing.assert_allclose(one[skip:], two, rtol=CLOSE, atol=CLOSE)


@pytest.mark.parametrize("engine", [reference, vectorised])
def test_golden_table_of_eleven_linked_variables(engine: ModuleType) -> None:
    levels = engine.trace(*golden_input()).levels[:, :, 0]
    for month, expected in GOLDEN["expected"].items():
        np.testing.assert_allclose(levels[int(month)], expected, rtol=0, atol=CLOSE)
    np.testing.assert_allclose(levels[1:].sum(axis=0), GOLDEN["sum_1_to_60"], rtol=0, atol=60 * CLOSE)


def test_golden_table_in_lanes() -> None:
    wiring, rows, schedule = golden_input()
    levels = trace_of_lanes(wiring, rows, (schedule,))[0].levels[:, :, 0]
    for month, expected in GOLDEN["expected"].items():
        np.testing.assert_allclose(levels[int(month) - 1], expected, rtol=0, atol=CLOSE)


@settings(deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5))
def test_engines_agree_on_random_input(seed: int, draws: int) -> None:
    wiring, rows, schedules = random_input(seed, draws)
    slow = [reference.trace(wiring, rows, schedule) for schedule in schedules]
    lanes = trace_of_lanes(wiring, rows, schedules)
    for scenario, schedule in enumerate(schedules):
        assert_same(slow[scenario], vectorised.trace(wiring, rows, schedule))
        assert_same(slow[scenario], lanes[scenario], skip=1)


def test_events_happen_in_the_random_input() -> None:
    wiring, rows, schedules = random_input(1, 50)
    assert 0 < vectorised.trace(wiring, rows, schedules[0]).happened[-1].mean() < 2


def test_a_block_that_is_not_full_changes_nothing() -> None:
    wiring, rows, schedules = random_input(2, 203)
    lanes = trace_of_lanes(wiring, rows, schedules)
    assert_same(vectorised.trace(wiring, rows, schedules[1]), lanes[1], skip=1)


def test_pushes_beyond_any_exponent_end_at_the_ends_of_the_scale() -> None:
    wiring, rows, schedules = random_input(3, 4)
    steep = rows._replace(weight=rows.weight * 1e6, chance=rows.chance * 1e6)
    slow = reference.trace(wiring, steep, schedules[0])
    assert_same(slow, vectorised.trace(wiring, steep, schedules[0]))
    assert_same(slow, trace_of_lanes(wiring, steep, schedules)[0], skip=1)
    assert slow.levels.min() >= 0
    assert slow.levels.max() <= 1


def test_both_walks_give_the_same_series_and_worth() -> None:
    wiring, rows, schedules = random_input(4, 300)
    factors: Draws = np.linspace(1.0, 0.9, 8)
    with ThreadPoolExecutor(2) as pool:
        numpy = walks.NumpyWalk(wiring, rows, schedules, factors)
        lanes = walks.LanesWalk(wiring, rows, schedules, factors, pool, 2)
        for first, last in ((0, 6), (6, 8)):
            np.testing.assert_allclose(numpy.go(first, last), lanes.go(first, last), rtol=1e-6)
        np.testing.assert_allclose(numpy.worth(), lanes.worth(), rtol=CLOSE)
        np.testing.assert_allclose(numpy.climbed(), lanes.climbed(), rtol=CLOSE, atol=CLOSE)


@pytest.fixture
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The walks as they are where Numba is not installed."""
    monkeypatch.setitem(sys.modules, "numba", None)
    for name in ("jit", "ranks", "lanes", "walks"):
        monkeypatch.setattr(package, name, getattr(package, name))
        monkeypatch.delitem(sys.modules, f"rekenmodel.trajectory.{name}")
    return importlib.import_module("rekenmodel.trajectory.walks")


def test_the_kernel_is_the_same_uncompiled(uncompiled: ModuleType) -> None:
    wiring, rows, schedules = random_input(1, 3, months=4)
    compiled, plain = (trace_of_lanes(wiring, rows, schedules, kind) for kind in (walks, uncompiled))
    for one, two in zip(compiled, plain, strict=True):
        assert_same(one, two)
    assert not sys.modules["rekenmodel.trajectory.jit"].FAST


def test_counting_is_the_same_uncompiled(uncompiled: ModuleType) -> None:
    ranks = sys.modules["rekenmodel.trajectory.ranks"]
    rows = np.random.default_rng(1).normal(size=(3, 500)).astype(np.float32)
    assert (ranks.bands(rows, fast=True) == ranks.bands(rows, fast=False)).all()
