"""Dates, numbers, amounts and answers as people type them."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules import workbook_values as values


def read(reader: Callable[[values.Value, values.Ask], Any], value: values.Value) -> tuple[Any, int]:
    asked: list[Text] = []
    return reader(value, asked.append), len(asked)


@pytest.mark.parametrize(
    "typed",
    [
        "3-12-2026",
        "3/12/26",
        "03.12.2026",
        "3 dec 2026",
        "3 dec. 2026",
        "3 December 2026",
        "2026-12-03",
        " 3 - 12 - 2026 ",
    ],
)
def test_a_whole_date_asks_nothing(typed: str) -> None:
    assert read(values.as_date, typed.strip()) == (date(2026, 12, 3), 0)


@pytest.mark.parametrize("typed", ["december 2026", "dec 2026", "12-2026", "12/2026"])
def test_a_month_becomes_its_first_day_with_a_question(typed: str) -> None:
    assert read(values.as_date, typed) == (date(2026, 12, 1), 1)


def test_a_year_becomes_its_first_day_with_a_question() -> None:
    assert read(values.as_date, Decimal(2026)) == (date(2026, 1, 1), 1)


@pytest.mark.parametrize("typed", ["31-2-2026", "12/31/2026", "straks", "46000", "3 foo 2026", "0-0-2026"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        read(values.as_date, typed)


def test_a_real_date_cell_is_taken_as_it_is() -> None:
    assert read(values.as_date, datetime(2026, 12, 3, 14, 0)) == (date(2026, 12, 3), 0)  # noqa: DTZ001


def test_the_century_of_a_birth_date_is_asked() -> None:
    assert read(values.as_birth_date, "7-5-88") == (date(1988, 5, 7), 1)
    assert read(values.as_birth_date, "7-5-1988") == (date(1988, 5, 7), 0)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_dutch_date_comes_back(day: date) -> None:
    assert read(values.as_date, f"{day.day}-{day.month}-{day.year}") == (day, 0)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("€ 85,20", "85.20"),
        ("85,-", "85"),
        ("85 euro", "85"),
        ("€ 1 250,00", "1250.00"),
        ("1.250.000", "1250000"),
        ("2.5", "2.5"),
        ("-5", "-5"),
    ],
)
def test_numbers_as_people_write_them(typed: str, number: str) -> None:
    assert read(values.as_number, typed) == (Decimal(number), 0)


@pytest.mark.parametrize(("typed", "number"), [("1.250", "1250"), ("1,250", "1.25")])
def test_three_figures_behind_one_mark_are_asked(typed: str, number: str) -> None:
    assert read(values.as_number, typed) == (Decimal(number), 1)


@pytest.mark.parametrize("typed", ["12 uur", "1.25.00", "1.000,5.3", "", "1e5", "9" * 30])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError):
        read(values.as_number, typed)


def test_euros_become_whole_cents() -> None:
    assert read(values.as_cents, "85,20") == (8520, 0)
    with pytest.raises(RefusedError):
        read(values.as_cents, "85,205")


@pytest.mark.parametrize(
    ("typed", "hour"), [("3-12-2026 14:30", 13), ("3 december 2026 om 14.30 uur", 13), ("3-7-2026T14:30", 12)]
)
def test_a_moment_is_dutch_time(typed: str, hour: int) -> None:
    moment, asked = read(values.as_moment, typed)
    assert (moment.hour, moment.minute, moment.tzinfo, asked) == (hour, 30, UTC, 0)


def test_a_moment_without_a_time_is_asked() -> None:
    assert read(values.as_moment, "3-12-2026") == (datetime(2026, 12, 3, 8, 0, tzinfo=UTC), 1)
    with pytest.raises(RefusedError):
        read(values.as_moment, "3-12-2026 25:00")


@pytest.mark.parametrize(
    ("typed", "answer"), [("Ja", True), ("x", True), ("NEE", False), ("no", False), (True, True)]
)
def test_yes_and_no(typed: values.Value, answer: bool) -> None:
    assert read(values.as_yes, typed) == (answer, 0)


def test_maybe_is_neither_yes_nor_no() -> None:
    with pytest.raises(RefusedError):
        read(values.as_yes, "misschien")


@pytest.mark.parametrize("typed", [Decimal(2026), "prijspeil 2026", datetime(2026, 1, 1)])  # noqa: DTZ001
def test_a_price_year(typed: values.Value) -> None:
    assert read(values.as_year, typed) == (2026, 0)


def test_a_municipality_code_gets_its_zero_back() -> None:
    assert read(values.as_municipality, Decimal(344)) == ("0344", 0)
    with pytest.raises(RefusedError):
        read(values.as_municipality, "Utrecht")
