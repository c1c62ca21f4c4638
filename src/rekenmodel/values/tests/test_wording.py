"""Numbers, euros and days as they stand in a sentence."""

from datetime import date
from decimal import Decimal

import pytest

from rekenmodel.values import (
    Language,
    Month,
    count_word,
    day,
    euros,
    figure,
    listed,
    month_name,
    number,
    percent,
)


@pytest.mark.parametrize(
    ("amount", "nl", "en"),
    [
        ("14300", "€\u00a014.300", "€14,300"),
        ("1234567.5", "€\u00a01.234.568", "€1,234,568"),
        ("0", "€\u00a00", "€0"),
        ("-240.2", "−€\u00a0240", "−€240"),
        ("-0.3", "€\u00a00", "€0"),
    ],
)
def test_euros_are_whole_with_a_no_break_space_in_dutch(amount: str, nl: str, en: str) -> None:
    assert euros(Decimal(amount), "nl") == nl
    assert euros(Decimal(amount), "en") == en


def test_euros_can_have_cents() -> None:
    assert euros(Decimal("1030.865"), "nl", cents=True) == "€\u00a01.030,87"
    assert euros(30, "en", cents=True) == "€30.00"


@pytest.mark.parametrize(
    ("count", "nl", "en"),
    [
        (0, "geen", "no"),
        (1, "één", "one"),
        (12, "twaalf", "twelve"),
        (13, "13", "13"),
        (1200, "1.200", "1,200"),
    ],
)
def test_counts_are_words_up_to_twelve(count: int, nl: str, en: str) -> None:
    assert count_word(count, "nl") == nl
    assert count_word(count, "en") == en


@pytest.mark.parametrize(("language", "said"), [("nl", "3 december 2026"), ("en", "3 December 2026")])
def test_a_day_is_written_out(language: Language, said: str) -> None:
    assert day(date(2026, 12, 3), language) == said


def test_a_month_is_written_out() -> None:
    assert month_name(Month(2026, 2), "nl") == "februari 2026"


def test_a_number_has_the_marks_of_its_language() -> None:
    assert number(Decimal("-1234.56"), "nl", 1) == "−1.234,6"
    assert number(Decimal("1234.56"), "en", 2) == "1,234.56"


@pytest.mark.parametrize(
    ("value", "digits", "nl", "en"),
    [(2.0, 1, "2", "2"), (2.46, 1, "2,5", "2.5"), (-1234.5, 2, "−1.234,5", "−1,234.5"), (0.04, 1, "0", "0")],
)
def test_a_figure_has_no_decimals_that_are_zero(value: float, digits: int, nl: str, en: str) -> None:
    assert (figure(value, "nl", digits), figure(value, "en", digits)) == (nl, en)


def test_a_share_as_a_percentage() -> None:
    assert percent(0.0225, "nl", 2) == "2,25\u00a0%"
    assert percent(0.3, "en") == "30%"


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a en b", "a and b"),
        (("a", "b", "c"), "a, b en c", "a, b and c"),
    ],
)
def test_words_as_a_list_in_a_sentence(words: tuple[str, ...], nl: str, en: str) -> None:
    assert (listed(words, "nl"), listed(iter(words), "en")) == (nl, en)
