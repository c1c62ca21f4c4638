from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rekenmodel.signals.days import active_helps, add_months, in_last_days, is_active, is_waiting
from rekenmodel.signals.tests.scene import CALM, ON, ago, line


@pytest.mark.parametrize(
    ("dates", "active", "waiting"),
    [
        ({"since": None}, True, False),
        ({"since": ON}, True, False),
        ({"since": ago(-1)}, False, False),
        ({"since": ago(-1), "waiting_since": ON}, False, True),
        ({"since": None, "waiting_since": ON}, False, True),
        ({"since": None, "waiting_since": ago(-1)}, False, False),
        ({"since": ON, "waiting_since": ago(9)}, True, False),
        ({"until": ON}, False, False),
        ({"until": ago(-1)}, True, False),
        ({"since": None, "waiting_since": ago(9), "until": ON}, False, False),
    ],
)
def test_help_is_active_or_awaited_or_neither(dates: dict[str, Any], active: bool, waiting: bool) -> None:
    assert (is_active(line(**dates), ON), is_waiting(line(**dates), ON)) == (active, waiting)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 1), 12, date(2027, 12, 1)),
    ],
)
def test_months_keep_the_day_or_take_the_last(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_a_window_has_today_as_its_last_day() -> None:
    assert [in_last_days(when, ON, 2) for when in (ago(-1), ON, ago(1), ago(2), None)] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_what_is_worked_out_belongs_to_one_situation() -> None:
    now = replace(CALM, helps=(line("rent"), line("debts")))
    assert active_helps(now) is active_helps(now)
    later = replace(now, on=ago(-1), helps=(line("rent"),))
    assert [one.key for one in active_helps(later)] == ["rent"]
    assert now == replace(now)
