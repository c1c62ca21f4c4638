"""Expected beside what really happened."""

from datetime import date

import pytest

from samenspel.households.tests.cast import FULL
from samenspel.scenarios.rules.asking import asked_of
from samenspel.scenarios.rules.case import make
from samenspel.scenarios.rules.lists import basis
from samenspel.scenarios.rules.realised import realised
from samenspel.scenarios.rules.running import run
from samenspel.scenarios.tests.plans import ON, PLAN

LISTS = basis()
EXPECTED = run(make(asked_of(FULL, PLAN, "rust", ON), LISTS), LISTS, 1, 400, fast=False).ways[0]


def test_nothing_is_compared_before_a_month_is_over() -> None:
    assert realised(EXPECTED, ON, FULL, LISTS, date(2026, 12, 20)) == ()


def test_help_that_ran_as_planned_lies_in_the_band() -> None:
    rows = realised(EXPECTED, ON, FULL, LISTS, date(2027, 1, 15))
    assert [row.month for row in rows] == [1]
    assert rows[0].was == pytest.approx(rows[0].mid, rel=0.1)
    assert rows[0].inside


def test_help_that_stopped_at_once_lies_below_it() -> None:
    stopped = FULL.help[0].model_copy(update={"until": ON, "planned_end": None})
    file = FULL.model_copy(update={"help": (stopped,), "declarations": ()})
    rows = realised(EXPECTED, ON, file, LISTS, date(2027, 3, 15))
    assert [row.month for row in rows] == [1, 2, 3]
    assert [row.was for row in rows] == [0.0, 0.0, 0.0]
    assert not rows[0].inside
