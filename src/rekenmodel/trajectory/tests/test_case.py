"""Households and assumptions: what is refused, and how what is known becomes draws."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.costs import Unit
from rekenmodel.trajectory import (
    BASELINE,
    AssumptionSet,
    Case,
    EventKind,
    load_assumptions,
    prepare,
    read_assumption,
    simulate,
    vectorised,
)
from rekenmodel.trajectory.tests.examples import KNOWN, assumption, case, debt, line, price
from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Distribution, Fixed, Lognormal, Normal

CERTAIN = Fixed(0.0)


def with_value(key: str, value: Distribution) -> Case:
    known = KNOWN.replaced([replace(assumption(key, value), key=key)])
    return replace(case(), assumptions=known)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("event.eviction.chance", Fixed(1.2), "must be 0 to 1, but comes to 1.2"),
        ("event.eviction.hit.housing", Fixed(-1.5), "must be -1 to 1, but comes to -1.5"),
        ("start.money", Normal(0.9, 0.2), "name start.money: must be 0 to 1"),
        ("burden.per_helper", Fixed(-0.1), "must be 0 or more, but comes to -0.1"),
        ("event.crisis.bill.state", Fixed(-1.0), "must be 0 or more"),
        ("event.crisis.bill.state", Lognormal(1e300, 300.0), "comes to inf"),
    ],
)
def test_impossible_draws_are_refused_by_name(key: str, value: Distribution, words: str) -> None:
    with np.errstate(over="ignore"), pytest.raises(RefusedError, match=words):
        prepare(with_value(key, value), (BASELINE,)).rows(1, 50)


def test_amounts_that_explode_are_refused() -> None:
    with np.errstate(over="ignore"), pytest.raises(RefusedError, match="explodes"):
        simulate(with_value("event.crisis.bill.state", Lognormal(1e45, 1.0)), (BASELINE,), 1, 500, fast=False)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("event.crisis.bill.nobody", "nobody is no payer"),
        ("link.money.moon", "moon is no life domain"),
        ("load.moon", "moon is no life domain"),
    ],
)
def test_keys_that_mean_nothing_are_refused(key: str, words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        prepare(with_value(key, CERTAIN), (BASELINE,)).rows(1, 5)


def test_units_never_mix() -> None:
    with pytest.raises(RefusedError, match=r"the help counts per hour, but name price\.n per day"):
        replace(line("n"), price=price("n", Unit.DAY))


def test_price_years_never_mix() -> None:
    old = replace(line("n"), price=price("n", year=2021))
    with pytest.raises(RefusedError, match=r"different years: \[2021, 2026\]"):
        prepare(case(lines=(old,)), (BASELINE,))


def test_a_period_without_days_is_refused() -> None:
    with pytest.raises(RefusedError, match="Help n: a period from month 4 to month 4 is not possible"):
        replace(line("n"), begin=4, end=4)
    with pytest.raises(RefusedError, match="Take over the debt: a period from month -1"):
        debt(-1)


def test_a_dose_is_above_zero() -> None:
    with pytest.raises(RefusedError, match="Help n: choose a quantity above zero, not -2"):
        replace(line("n"), dose=-2.0)


@pytest.mark.parametrize("months", [0, 601])
def test_a_horizon_has_months_and_an_end(months: int) -> None:
    with pytest.raises(RefusedError, match="Horizon: choose 1 to 600 months"):
        case(months)


def test_help_is_there_once() -> None:
    with pytest.raises(RefusedError, match="Help a is there twice"):
        case(lines=(line("a"), line("a")))


def test_an_event_happens_and_lasts() -> None:
    with pytest.raises(RefusedError, match="Flood: an event happens at least once"):
        EventKind("flood", Text("Overstroming", "Flood"), 0, 1)


def test_without_drift_and_events_carrying_on_changes_nothing() -> None:
    """The model starts from where the household stands: what stands still was pushed exactly that far."""
    still = [assumption(f"drift.{domain}", CERTAIN) for domain in LifeDomain]
    known = AssumptionSet("t", 2026, KNOWN.replaced(still, "t").entries, ())
    prepared = prepare(replace(case(24), assumptions=known), (BASELINE,))
    levels = vectorised.trace(prepared.wiring, prepared.rows(1, 50), prepared.schedules[0]).levels
    np.testing.assert_allclose(levels[-1], levels[0], atol=1e-12)


def test_a_chance_per_year_comes_out_after_a_year() -> None:
    known = {key: entry for key, entry in KNOWN.entries.items() if ".slope." not in key}
    flat = AssumptionSet("t", 2026, known, KNOWN.events).replaced(
        [assumption("event.eviction.chance", Fixed(0.1))]
    )
    result = simulate(replace(case(), assumptions=flat), (BASELINE,), 1, 10_000)
    assert result.outlooks[0].chances["eviction"][-1] == pytest.approx(0.1, abs=1e-3)


def test_another_assumption_draws_only_itself_anew() -> None:
    one, two = (
        prepare(household, (BASELINE,)).rows(1, 20)
        for household in (case(), with_value("start.work", Fixed(0.4)))
    )
    same = [domain for domain in range(11) if (one.start[domain] == two.start[domain]).all()]
    assert len(same) == 10
    assert (one.luck == two.luck).all()


def test_other_chunks_have_other_draws() -> None:
    prepared = prepare(case(), (BASELINE,))
    assert (prepared.rows(1, 20, 0).start != prepared.rows(1, 20, 1).start).all()


class TestAssumptions:
    def test_every_row_says_where_it_comes_from_and_most_admit_to_be_weak(self) -> None:
        entries = KNOWN.entries.values()
        assert len(entries) > 100
        assert len(KNOWN.weak) > len(entries) * 0.9
        for entry in entries:
            assert entry.entered_by == "redactie Samenspel"
            assert entry.confidence <= 2 or entry.source != "eigen schatting, te toetsen"

    def test_an_unknown_key_or_version_is_refused(self) -> None:
        with pytest.raises(RefusedError, match=r"no assumption “start\.moon”"):
            KNOWN.get("start.moon")
        with pytest.raises(RefusedError, match="no version 1999-1"):
            load_assumptions("1999-1")

    def test_a_wrong_row_is_refused_by_name(self) -> None:
        row = {
            "key": "k",
            "name_nl": "Naam",
            "name_en": "Name",
            "shape": "pert",
            "low": "3",
            "mid": "2",
            "high": "4",
        }
        rest = {"unit_nl": "u", "unit_en": "u", "source": "s", "confidence": "5", "entered_by": "e"}
        with pytest.raises(RefusedError, match=r"Name: low \(3\) is higher than middle \(2\)"):
            read_assumption({**row, **rest})

    def test_a_set_of_ones_own_has_its_own_version(self) -> None:
        own = KNOWN.replaced([assumption("start.money", Fixed(0.3))], "ours-3")
        assert (own.version, own.get("start.money").value) == ("ours-3", Fixed(0.3))
        assert KNOWN.replaced([]).version == "2026-1"
