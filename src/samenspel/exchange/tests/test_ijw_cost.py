"""The expected cost of an assignment: volume x tariff x periods, or unknown; never zero for unknown."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from samenspel.exchange.rules.ijw_cost import Tariff, expected_cost, periods_between, price_in
from samenspel.exchange.rules.ijw_facts import AssignmentFact, Extent
from samenspel.exchange.tests.ijw_messages import accepted

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def assignment(volume: int, unit: str, frequency: str, end: date | None = YEAR[1]) -> AssignmentFact:
    fact = accepted("JW301_zus_verblijf").facts[1]
    assert isinstance(fact, AssignmentFact)
    return replace(fact, start=YEAR[0], end=end, extent=Extent(volume=volume, unit=unit, frequency=frequency))


@pytest.mark.parametrize(
    ("frequency", "start", "end", "periods"),
    [
        ("1", *YEAR, Fraction(365)),
        ("2", *YEAR, Fraction(365, 7)),
        ("4", *YEAR, Fraction(12)),
        ("4", date(2026, 1, 16), date(2026, 2, 15), Fraction(1)),
        ("4", date(2026, 2, 1), date(2026, 2, 14), Fraction(1, 2)),
        ("4", date(2026, 1, 31), date(2026, 2, 27), Fraction(1)),
        ("6", date(2026, 1, 1), None, Fraction(1)),
        ("4", date(2026, 1, 1), None, None),
        ("2", date(2026, 1, 1), date(9999, 12, 31), None),
    ],
)
def test_periods_between_days(
    frequency: str, start: date, end: date | None, periods: Fraction | None
) -> None:
    assert periods_between(frequency, start, end) == periods


@pytest.mark.parametrize(
    ("fact", "tariff", "cents"),
    [
        (assignment(60, "01", "4"), Tariff(150, "01"), 60 * 150 * 12),
        (assignment(1, "04", "4"), Tariff(150, "01"), 60 * 150 * 12),
        (assignment(60, "01", "4"), Tariff(9000, "04"), 60 * 150 * 12),
        (assignment(1, "14", "1"), Tariff(20000, "14"), 365 * 20000),
        (assignment(10, "82", "6"), Tariff(5000, "82"), 50000),
        (assignment(250000, "83", "6"), None, 250000),
        (assignment(100, "83", "2"), None, 5214),
        (assignment(60, "01", "4"), None, None),
        (assignment(60, "01", "4"), Tariff(100, "84"), None),
        (assignment(60, "01", "4", end=None), Tariff(150, "01"), None),
        (replace(assignment(1, "01", "6"), extent=None, budget_cents=75000), None, 75000),
        (replace(assignment(1, "01", "6"), extent=None), None, None),
    ],
)
def test_expected_cost(fact: AssignmentFact, tariff: Tariff | None, cents: int | None) -> None:
    cost = expected_cost(fact, tariff)
    assert cost.cents == cents
    assert cost.why.nl.startswith("Onbekend") is (cents is None)


def test_a_price_in_another_unit_of_time_is_converted() -> None:
    assert price_in("01", Tariff(100, "04")) == Fraction(5, 3)


def test_the_sum_is_said_in_euros() -> None:
    assert expected_cost(assignment(400000, "83", "4"), None).why.nl == "€ 4000,00 x 12,00 maanden."
    assert expected_cost(assignment(2, "04", "6"), Tariff(9000, "04")).why.en == "2 x Uur x € 90.00."
