"""What matters, and what it is worth to find out"""

from collections.abc import Mapping

import numpy as np
import pytest

from rekenmodel.sensitivity import (
    Range,
    evpi,
    evpi_two_options,
    evppi,
    evppi_linear,
    one_way,
    switching_value,
    top_findings,
)
from rekenmodel.values import Text
from rekenmodel.values.draws import Assumption, Draws, Normal, draw_assumptions
from tests.spec.golden import record, rows


def _work_skills(inputs: Mapping[str, Draws]) -> Draws:
    return -inputs["chance of work"] * (7_400 + inputs["hours"] * 39.88) - 0.05 * inputs["QALY"]


def test_one_way() -> None:
    """One input at a time: what an hour, a chance and a healthy year do to the worth of work skills

    Meetstandaard Energiearmoede 0.9: net = -p (7,400 + 39.88 h) - 0.05 Q, with p 50 %, h 1,430 and Q 50,000.
    """
    ranges = {
        "chance of work": Range(0.3, 0.5, 0.7),
        "hours": Range(1_250, 1_430, 1_700),
        "QALY": Range(20_000, 50_000, 80_000),
    }
    swings = {swing.key: swing for swing in one_way(_work_skills, ranges)}
    published = [float(row["expected_net_eur"]) for row in rows("msi_sensitivity_oneway")]
    chance, hours, healthy = swings["chance of work"], swings["hours"], swings["QALY"]
    found = [chance.at_low, chance.base, chance.at_high, hours.at_low, hours.at_high]
    assert [*found, healthy.at_low, healthy.at_high] == pytest.approx(published, abs=0.01)
    assert list(swings) == ["chance of work", "hours", "QALY"]


def test_switching_value() -> None:
    """The switching value: how often it must work before it pays"""

    def net(inputs: Mapping[str, Draws]) -> Draws:
        return inputs["chance"] * 14_000 - inputs["debt taken over"]

    switch = switching_value(net, {"chance": 0.6, "debt taken over": 6_000}, "chance", 0, 1)
    assert switch.value == pytest.approx(6_000 / 14_000, abs=1e-12)


def test_evpi_in_closed_form() -> None:
    """Perfect information: 5,726.89 for a difference of 5,000 with a spread of 20,000"""
    for case in record("analytic_checks")["evpi_normal"]:
        assert evpi_two_options(case["mean"], case["sd"]) == pytest.approx(case["evpi"], abs=1e-9)
    assert evpi_two_options(5_000, 20_000) == pytest.approx(5_726.89, abs=0.01)


def test_evppi_in_closed_form() -> None:
    """Knowing one of three inputs, in closed form"""
    case = record("analytic_checks")["evppi_linear_gaussian"]
    whole = np.hypot.reduce(np.array(case["c"]) * np.array(case["s"]))
    assert evpi_two_options(case["m"], float(whole)) == pytest.approx(case["evpi"], abs=1e-9)
    for coefficient, spread, expected in zip(case["c"], case["s"], case["evppi"], strict=True):
        assert evppi_linear(case["m"], coefficient, spread) == pytest.approx(expected, abs=1e-9)


def _three_inputs(case: Mapping[str, list[float]]) -> list[Assumption]:
    euro = Text("euro", "euros")
    return [
        Assumption(f"x{place}", Text(f"x{place}", f"x{place}"), Normal(0, spread), euro, "example", 5, "test")
        for place, spread in enumerate(case["s"])
    ]


def test_evppi_from_draws() -> None:
    """Knowing one of three inputs, from ten thousand draws: within 2.5 % of knowing everything"""
    case = record("analytic_checks")["evppi_linear_gaussian"]
    draws = draw_assumptions(_three_inputs(case), seed=1, count=10_000)
    gain = case["m"] + sum(c * draws[f"x{place}"] for place, c in enumerate(case["c"]))
    options = np.vstack([np.zeros_like(gain), gain])
    assert evpi(options) == pytest.approx(case["evpi"], rel=0.025)
    found = [evppi(draws[f"x{place}"], options) for place in range(3)]
    assert found == pytest.approx(case["evppi"], abs=0.025 * case["evpi"])


def test_what_to_find_out_first() -> None:
    """What to find out first, in words"""
    case = record("analytic_checks")["evppi_linear_gaussian"]
    assumptions = _three_inputs(case)
    draws = draw_assumptions(assumptions, seed=1, count=10_000)
    gain = case["m"] + sum(c * draws[f"x{place}"] for place, c in enumerate(case["c"]))
    findings = top_findings(assumptions, draws, np.vstack([np.zeros_like(gain), gain]))
    assert [found.assumption.key for found in findings] == ["x0", "x1", "x2"]
    assert findings[2].text.en.endswith("The higher it is, the less the best choice yields.")
