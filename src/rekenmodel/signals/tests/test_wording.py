from datetime import date

import pytest

from rekenmodel.signals.wording import (
    DOMAIN_NAMES,
    PURPOSE_NAMES,
    both,
    count,
    day,
    duration,
    lines_of_help,
    listing,
    sentence,
    titles,
)
from rekenmodel.values import LifeDomain, Purpose, Text


def test_every_domain_and_purpose_has_a_name() -> None:
    assert (set(DOMAIN_NAMES), set(PURPOSE_NAMES)) == (set(LifeDomain), set(Purpose))


@pytest.mark.parametrize(
    ("number", "nl", "en"),
    [(0, "geen", "no"), (1, "één", "one"), (12, "twaalf", "twelve"), (13, "13", "13")],
)
def test_counts_are_words_up_to_twelve(number: int, nl: str, en: str) -> None:
    assert count(number) == Text(nl, en)


def test_a_noun_follows_its_number() -> None:
    assert [lines_of_help(n).nl for n in (0, 1, 2)] == [
        "geen vormen van hulp",
        "één vorm van hulp",
        "twee vormen van hulp",
    ]


@pytest.mark.parametrize(
    ("days", "nl"),
    [(1, "één dag"), (7, "zeven dagen"), (13, "13 dagen"), (14, "twee weken"), (57, "57 dagen")],
)
def test_days_become_weeks_when_they_fit(days: int, nl: str) -> None:
    assert duration(days).nl == nl


def test_a_day_is_written_in_full() -> None:
    assert day(date(2026, 11, 9)) == Text("9 november 2026", "9 November 2026")


@pytest.mark.parametrize(
    ("items", "nl"),
    [
        ("A", "A"),
        ("AB", "A en B"),
        ("ABC", "A, B en C"),
        ("ABCDE", "A, B, C, D en E"),
        ("ABCDEF", "A, B, C, D en twee andere"),
    ],
)
def test_lists_end_in_and_and_stay_short(items: str, nl: str) -> None:
    assert listing([both(item) for item in items]).nl == nl


def test_titles_are_quoted() -> None:
    assert titles(["A", "B"]) == Text("“A” en “B”", "“A” and “B”")


def test_a_sentence_starts_with_a_capital() -> None:
    assert sentence("één mens", "one person") == Text("Eén mens", "One person")
    assert sentence("niemand", "nobody").nl == "Niemand"
