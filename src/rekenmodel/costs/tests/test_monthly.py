"""Price times quantity per month: examples."""

from datetime import date
from decimal import Decimal

import pytest

from rekenmodel.costs import Basis, Period, Price, Unit
from rekenmodel.costs.tests.examples import by_month, ends, help_line, price, table, total
from rekenmodel.values import PriceConcept, RefusedError


@pytest.mark.parametrize(
    ("period", "month", "expected"),
    [
        (Period.DAY, "2026-02", "3360"),
        (Period.DAY, "2024-02", "3480"),
        (Period.WEEK, "2026-02", "480"),
        (Period.MONTH, "2026-02", "120"),
        (Period.YEAR, "2026-02", "9.205479"),
        (Period.YEAR, "2024-02", "9.508197"),
    ],
)
def test_two_hours_of_sixty_euros(period: Period, month: str, expected: str) -> None:
    line = help_line(period=period, cost=price(), since=date(2020, 1, 1))
    assert by_month(table(line, first=month, last=month)) == {month: Decimal(expected)}


def test_part_of_a_month_counts_by_days() -> None:
    line = help_line(cost=price(), since=date(2026, 4, 16), until=date(2026, 6, 10))
    assert by_month(table(line)) == {"2026-04": 60, "2026-05": 120, "2026-06": 40}


def test_one_day_of_help_is_one_day() -> None:
    line = help_line(cost=price(), period=Period.DAY, since=date(2026, 4, 16), until=date(2026, 4, 16))
    assert by_month(table(line)) == {"2026-04": 120}


def test_what_is_paid_once_falls_in_its_first_month() -> None:
    line = help_line(cost=price(), period=Period.ONCE, since=date(2026, 4, 16))
    assert by_month(table(line)) == {"2026-04": 120}
    assert table(line, first="2026-05").entries == ()


def test_an_amount_in_euros_needs_no_price() -> None:
    line = help_line(unit=Unit.EURO, quantity="240", period=Period.ONCE)
    (entry,) = table(line).entries
    assert ends(entry.amount) == ["168.00", "240.00", "312.00"]
    assert entry.basis is Basis.ESTIMATE


@pytest.mark.parametrize(("cost", "quantity"), [(None, "2"), (price(), None)])
def test_unknown_stays_unknown_and_is_never_zero(cost: Price | None, quantity: str | None) -> None:
    costs = table(help_line(cost=cost, quantity=quantity))
    assert {entry.basis for entry in costs.entries} == {Basis.UNKNOWN}
    assert {entry.amount for entry in costs.entries} == {None}
    assert len(costs.entries) == 12


def test_an_unknown_amount_paid_once_is_unknown() -> None:
    (entry,) = table(help_line(period=Period.ONCE)).entries
    assert (entry.amount, entry.basis) == (None, Basis.UNKNOWN)


@pytest.mark.parametrize(("amount", "quantity"), [("0", "2"), ("60", "0")])
def test_zero_is_zero_and_not_unknown(amount: str, quantity: str) -> None:
    costs = table(help_line(cost=price(amount), quantity=quantity))
    assert total(costs) == 0
    assert {entry.basis for entry in costs.entries} == {Basis.TARIFF}


def test_help_without_a_start_costs_nothing_yet() -> None:
    assert table(help_line(cost=price(), since=None)).entries == ()
    assert table(help_line(cost=price(), since=None, period=Period.ONCE)).entries == ()


def test_open_ended_help_runs_on_as_a_forecast() -> None:
    costs = table(help_line(cost=price()), first="2026-10", last="2027-01")
    assert [entry.forecast for entry in costs.entries] == [False, False, True, True]


@pytest.mark.parametrize(
    ("planned_end", "last"),
    [(date(2027, 2, 28), "2027-02"), (date(2026, 6, 30), "2027-03"), (None, "2027-03")],
)
def test_help_runs_to_its_planned_end_and_on_when_that_has_passed(
    planned_end: date | None, last: str
) -> None:
    line = help_line(cost=price(), planned_end=planned_end)
    assert max(by_month(table(line, last="2027-03"))) == last


def test_planned_help_starts_as_planned() -> None:
    costs = table(help_line(cost=price(), since=date(2027, 1, 15)), last="2027-02")
    assert [(str(entry.month), entry.forecast) for entry in costs.entries] == [
        ("2027-01", True),
        ("2027-02", True),
    ]


def test_an_old_price_is_converted_and_an_undated_one_is_not() -> None:
    old = table(help_line(cost=price("60", 2022)), last="2026-01", year=2024)
    undated = table(help_line(cost=price("60", None)), last="2026-01", year=2024)
    assert total(old) == Decimal("128.775426")
    assert total(undated) == 120


def test_a_year_beyond_the_index_is_refused() -> None:
    with pytest.raises(RefusedError, match="no year 2040"):
        table(help_line(cost=price()), year=2040)


@pytest.mark.parametrize(
    ("concept", "low", "high", "basis"),
    [
        (PriceConcept.TARIFF, 108, 132, Basis.TARIFF),
        (PriceConcept.TRANSFER, 108, 132, Basis.TARIFF),
        (PriceConcept.INVOICE, 108, 132, Basis.TARIFF),
        (PriceConcept.REFERENCE, 96, 144, Basis.TARIFF),
        (PriceConcept.PGB, 96, 144, Basis.TARIFF),
        (PriceConcept.CLAIM, 84, 156, Basis.ESTIMATE),
        (PriceConcept.ESTIMATE, 84, 156, Basis.ESTIMATE),
    ],
)
def test_the_band_follows_the_kind_of_price(concept: PriceConcept, low: int, high: int, basis: Basis) -> None:
    (entry,) = table(help_line(cost=price("60", 2026, concept)), last="2026-01").entries
    assert ends(entry.amount) == [f"{low}.00", "120.00", f"{high}.00"]
    assert entry.basis is basis


def test_a_range_of_the_source_is_the_band() -> None:
    cost = Price(Decimal(71), 2026, PriceConcept.TARIFF, "prijslijst", Decimal(62), Decimal(88))
    (entry,) = table(help_line(cost=cost), last="2026-01").entries
    assert ends(entry.amount) == ["124.00", "142.00", "176.00"]


def test_a_granted_budget_is_spread_over_its_days() -> None:
    line = help_line(assigned=36500, since=date(2026, 1, 1), until=date(2026, 12, 31))
    costs = table(line)
    assert by_month(costs)["2026-02"] == 28
    assert {entry.basis for entry in costs.entries} == {Basis.ESTIMATE}


def test_a_granted_budget_without_an_end_says_nothing_per_month() -> None:
    assert {entry.basis for entry in table(help_line(assigned=36500)).entries} == {Basis.UNKNOWN}


def test_a_granted_budget_paid_once_is_the_amount() -> None:
    assert by_month(table(help_line(assigned=36500, period=Period.ONCE))) == {"2026-01": 365}
