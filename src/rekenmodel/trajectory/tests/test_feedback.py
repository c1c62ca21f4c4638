"""Loops in words, and the warning when the model runs away."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.trajectory import BASELINE, feedback_loops, prepare, stability, vectorised
from rekenmodel.trajectory.engine_input import Rows
from rekenmodel.trajectory.tests.examples import KNOWN, assumption, case
from rekenmodel.values import LifeDomain
from rekenmodel.values.draws import Fixed, Normal


def test_the_strongest_loop_comes_first_and_is_said_in_words() -> None:
    strong = [assumption("link.money.work", Fixed(0.8)), assumption("link.work.money", Fixed(0.9))]
    loops = feedback_loops(KNOWN.replaced(strong))
    assert loops[0].domains == (LifeDomain.MONEY, LifeDomain.WORK)
    assert loops[0].gain == pytest.approx(0.8 / 2 * 0.9 / 2)
    assert loops[0].text.nl == (
        "Geld werkt door op werk en dag en dat weer op geld. Dat versterkt zichzelf, omhoog en omlaag."
    )
    assert len(loops) == 5
    assert [abs(loop.gain) for loop in loops] == sorted((abs(loop.gain) for loop in loops), reverse=True)


def test_a_loop_against_itself_holds_back() -> None:
    against = [assumption("link.money.work", Fixed(-2.0)), assumption("link.work.money", Fixed(0.9))]
    assert feedback_loops(KNOWN.replaced(against))[0].text.en.endswith("It holds itself back.")


def test_the_default_model_is_stable() -> None:
    found = stability(case(24), BASELINE, 1)
    assert 0 < found.radius.max() < 1
    assert found.warning is None


def test_a_loop_that_explodes_is_warned_about() -> None:
    keys = [entry.key for _, entry in KNOWN.under("link.money.")]
    keys += ["link.housing.money", "link.mental.money"]
    steep = [assumption(key, Normal(4.0, 0.1)) for key in keys]
    found = stability(replace(case(1), assumptions=KNOWN.replaced(steep)), BASELINE, 1, 20)
    assert found.share > 0.5
    assert found.warning is not None
    assert "small change overturns everything" in found.warning.en


def test_the_radius_is_that_of_small_differences() -> None:
    """What one month makes of a small change of each level, under built-up help and without events."""
    household = replace(case(12), assumptions=replace(KNOWN, events=()))
    prepared = prepare(household, (BASELINE,))
    wiring, rows, schedule = prepared.wiring, prepared.rows(3, 1), prepared.schedules[0]
    end, small = vectorised.trace(wiring, rows, schedule).levels[-1], 1e-6
    many = Rows(*(np.repeat(row, 12, axis=1) for row in rows))
    moved = many._replace(start=end + small * np.eye(11, 12, k=1))
    after = vectorised.trace(wiring, moved, schedule).levels[1]
    jacobian = (after[:, 1:] - after[:, :1]) / small
    radius = np.abs(np.linalg.eigvals(jacobian)).max()
    assert stability(household, BASELINE, 3, 1).radius[0] == pytest.approx(radius, rel=1e-5)
