"""What cannot be right about a line of help is refused when it is made."""

from datetime import date
from decimal import Decimal

import pytest

from rekenmodel.costs import Price
from rekenmodel.costs.tests.examples import bill, help_line
from rekenmodel.values import PriceConcept, RefusedError

START, BEFORE = date(2026, 5, 4), date(2026, 5, 3)


def test_help_cannot_stop_before_it_starts() -> None:
    with pytest.raises(RefusedError) as refused:
        help_line(since=START, until=BEFORE)
    assert "Kies een dag vanaf 2026-05-04" in refused.value.text.nl


def test_help_cannot_be_planned_to_stop_before_it_starts() -> None:
    with pytest.raises(RefusedError, match="before its start"):
        help_line(since=START, planned_end=BEFORE)


def test_a_bill_cannot_end_before_it_begins() -> None:
    with pytest.raises(RefusedError, match="the bill"):
        bill(START, BEFORE, 100)


def test_the_same_bill_does_not_count_twice() -> None:
    with pytest.raises(RefusedError, match="bill D1 stands there twice"):
        help_line(declared=(bill(START, START, 100), bill(START, START, 100)))


def test_bills_without_a_reference_are_not_the_same() -> None:
    line = help_line(declared=(bill(START, START, 100, ""), bill(START, START, 100, "")))
    assert len(line.declared) == 2


@pytest.mark.parametrize("quantity", ["-1", "NaN"])
def test_a_quantity_is_zero_or_more(quantity: str) -> None:
    with pytest.raises(RefusedError, match="zero or more"):
        help_line(quantity=quantity)


@pytest.mark.parametrize("amount", ["-0.01", "NaN"])
def test_a_price_is_zero_or_more(amount: str) -> None:
    with pytest.raises(RefusedError, match="Leave an unknown price empty"):
        Price(Decimal(amount), 2026, PriceConcept.TARIFF, "")


@pytest.mark.parametrize(("low", "high"), [(61, 70), (50, 59), (None, 70), (50, None)])
def test_a_price_lies_in_its_own_range(low: int | None, high: int | None) -> None:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    with pytest.raises(RefusedError, match="Give both"):
        Price(Decimal(60), 2026, PriceConcept.TARIFF, "", *ends)
