"""Months count, and share days with a period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import Month, RefusedError, later

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("start", "step", "then"),
    [
        ("2026-11", 2, "2027-01"),
        ("2026-01", -1, "2025-12"),
        ("2026-05", 0, "2026-05"),
        ("2024-02", 24, "2026-02"),
    ],
)
def test_months_step_over_years(start: str, step: int, then: str) -> None:
    assert str(Month.parse(start).plus(step)) == then
    assert Month.parse(then).since(Month.parse(start)) == step


@pytest.mark.parametrize(
    ("year", "month", "days"), [(2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2026, 12, 31)]
)
def test_a_month_knows_its_days(year: int, month: int, days: int) -> None:
    assert Month(year, month).days == days
    assert Month(year, month).last_day.day == days


@pytest.mark.parametrize(("year", "month"), [(2023, 2), (2024, 2), (2026, 12)])
def test_the_ordinals_of_a_month_are_its_first_and_last_day(year: int, month: int) -> None:
    first, last = Month(year, month).ordinals
    assert date.fromordinal(first) == date(year, month, 1)
    assert date.fromordinal(last) == Month(year, month).last_day
    assert Month.of(date.fromordinal(last + 1)) == Month(year, month).plus(1)


def test_a_leap_year_has_a_day_more() -> None:
    assert Month(2024, 7).days_in_year == 366
    assert Month(2025, 7).days_in_year == 365


@pytest.mark.parametrize(("year", "month"), [(2026, 0), (2026, 13), (0, 1)])
def test_what_is_no_month_is_refused(year: int, month: int) -> None:
    with pytest.raises(RefusedError, match="no month"):
        Month(year, month)


@pytest.mark.parametrize("text", ["november", "2026", "2026-", "-11", "2026-xi"])
def test_what_reads_as_no_month_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="Write for instance"):
        Month.parse(text)


def test_a_span_holds_both_ends() -> None:
    assert [str(one) for one in Month.span(Month(2025, 12), Month(2026, 2))] == [
        "2025-12",
        "2026-01",
        "2026-02",
    ]
    assert Month.span(Month(2026, 2), Month(2026, 1)) == ()


@pytest.mark.parametrize(
    ("begin", "end", "days"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), 30),
        (date(2026, 11, 16), None, 15),
        (date(2020, 1, 1), date(2026, 11, 1), 1),
        (date(2026, 12, 1), None, 0),
        (date(2026, 1, 1), date(2026, 10, 31), 0),
    ],
)
def test_a_period_shares_days_with_a_month(begin: date, end: date | None, days: int) -> None:
    assert Month(2026, 11).overlap(begin, end) == days


@given(DAYS, st.integers(0, 900))
def test_the_months_of_a_period_hold_all_its_days(begin: date, length: int) -> None:
    end = begin + timedelta(length)
    months = Month.span(Month.of(begin), Month.of(end))
    assert sum(month.overlap(begin, end) for month in months) == length + 1


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2026, 1, 15), 11, date(2026, 12, 15)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_the_same_day_some_months_later(day: date, months: int, then: date) -> None:
    assert later(day, months) == then
