"""What people type becomes a value, and a value stands in its field as people write it."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.values import Language, RefusedError
from samenspel.desk.rules.typed import Input, read, written

TYPED: list[tuple[Input, str, object]] = [
    (Input.DAY, "3-12-2026", date(2026, 12, 3)),
    (Input.DAY, " 03/12/26 ", date(2026, 12, 3)),
    (Input.DAY, "3 december 2026", date(2026, 12, 3)),
    (Input.DAY, "2026-12-03", date(2026, 12, 3)),
    (Input.DAY, "", None),
    (Input.EUROS, "85,20", 8520),
    (Input.EUROS, "€ 1.250,50", 125050),
    (Input.EUROS, "-101,17", -10117),
    (Input.NUMBER, "1,5", Decimal("1.5")),
    (Input.NUMBER, "1.5", Decimal("1.5")),
    (Input.YEAR, "2026", 2026),
    (Input.MUNICIPALITY, "344", "0344"),
    (Input.MUNICIPALITY, "", ""),
    (Input.MOMENT, "3-12-2026 15.30", datetime(2026, 12, 3, 14, 30, tzinfo=UTC)),
    (Input.LONG, " een\r\ntwee\x00 ", "een\ntwee"),
]


@pytest.mark.parametrize(("kind", "text", "value"), TYPED)
def test_what_people_type_is_read(kind: Input, text: str, value: object) -> None:
    assert read(kind, text).value == value


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (Input.DAY, "morgen", "Dit is geen datum"),
        (Input.DAY, "31-2-2026", "bestaat niet"),
        (Input.DAY, "3-12-0026", "Het jaar 26 klopt niet"),
        (Input.EUROS, "veel", "Dit is geen getal"),
        (Input.EUROS, "1,005", "hoogstens twee cijfers"),
        (Input.MOMENT, "3-12-2026 25.00", "Dit is geen tijd"),
        (Input.YEAR, "26", "vier cijfers"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(kind: Input, text: str, said: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read(kind, text)
    assert said in refused.value.text.nl
    assert refused.value.text.en


def test_a_guess_is_asked() -> None:
    found = read(Input.DAY, "mei 2026")
    assert found.value == date(2026, 5, 1)
    assert "1 mei 2026" in found.asked[0].nl


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["nl", "en"]))
def test_a_day_comes_back_as_it_was(day: date, language: Language) -> None:
    assert read(Input.DAY, written(Input.DAY, day, language)).value == day


@given(st.integers(-99_999_999_99, 99_999_999_99), st.sampled_from(["nl", "en"]))
def test_an_amount_comes_back_as_it_was(cents: int, language: Language) -> None:
    assert read(Input.EUROS, written(Input.EUROS, cents, language)).value == cents


@given(st.decimals(0, 100_000, places=2), st.sampled_from(["nl", "en"]))
def test_a_number_comes_back_as_it_was(number: Decimal, language: Language) -> None:
    assert read(Input.NUMBER, written(Input.NUMBER, number, language)).value == number


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.times())
def test_a_moment_stands_there_in_dutch_time(day: date, clock: time) -> None:
    moment = datetime.combine(day, clock, UTC)
    shown = written(Input.MOMENT, moment, "nl")
    read_back = read(Input.MOMENT, shown)
    assert read_back.asked or written(Input.MOMENT, read_back.value, "nl") == shown


def test_amounts_are_written_as_the_reader_writes_them() -> None:
    assert written(Input.EUROS, 8520, "nl") == "85,20"
    assert written(Input.EUROS, 8520, "en") == "85.20"
    assert written(Input.NUMBER, Decimal("1.5"), "nl") == "1,5"
    assert written(Input.DAY, date(2026, 12, 3), "nl") == "03-12-2026"
