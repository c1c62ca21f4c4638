"""What holds for any line of help."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.costs import (
    Basis,
    HelpCost,
    Period,
    Unit,
    current_month_run_rate,
    monthly_by_payer,
    peak_month,
    yearly_by_payer,
)
from rekenmodel.costs.tests.examples import bill, help_line, price, table, total
from rekenmodel.values import Band, Month, Payer

STARTS = st.dates(date(2023, 1, 1), date(2026, 12, 1))
LENGTHS = st.integers(0, 700)
CENTS = st.integers(-500_000, 500_000)
AMOUNTS = st.decimals(0, 5000, places=2).map(str)


@st.composite
def lines(draw: st.DrawFn) -> HelpCost:
    start = draw(STARTS)
    bills = draw(st.lists(st.tuples(STARTS, st.integers(0, 90), CENTS), max_size=3))
    return help_line(
        draw(st.text("abc", min_size=1, max_size=6)),
        payer=draw(st.sampled_from([*Payer, None])),
        since=start,
        until=draw(st.none() | LENGTHS.map(lambda days: start + timedelta(days))),
        unit=draw(st.sampled_from([Unit.HOUR, Unit.EURO])),
        quantity=draw(st.none() | AMOUNTS),
        period=draw(st.sampled_from(list(Period))),
        cost=draw(st.none() | AMOUNTS.map(price)),
        declared=tuple(
            bill(begin, begin + timedelta(days), cents, f"D{number}")
            for number, (begin, days, cents) in enumerate(bills)
        ),
    )


@given(st.integers(2021, 2025), AMOUNTS, AMOUNTS, st.sampled_from([Period.DAY, Period.MONTH, Period.YEAR]))
def test_a_steady_year_is_quantity_times_price_times_periods(
    year: int, quantity: str, amount: str, period: Period
) -> None:
    line = help_line(
        since=date(year, 1, 1), until=date(year, 12, 31), quantity=quantity, cost=price(amount), period=period
    )
    periods = {Period.DAY: Month(year, 1).days_in_year, Period.MONTH: 12, Period.YEAR: 1}[period]
    costs = table(line, first="2020-01")
    assert abs(total(costs) - Decimal(quantity) * Decimal(amount) * periods) < Decimal("0.0001")


@given(STARTS, st.integers(1, 100), AMOUNTS)
def test_weeks_of_help_are_quantity_times_price_times_weeks(start: date, weeks: int, amount: str) -> None:
    line = help_line(
        since=start, until=start + timedelta(7 * weeks - 1), cost=price(amount), period=Period.WEEK
    )
    costs = table(line, first="2023-01", last="2029-12")
    assert abs(total(costs) - 2 * Decimal(amount) * weeks) < Decimal("0.0001")


@given(st.lists(lines(), max_size=5).flatmap(lambda helps: st.tuples(st.just(helps), st.permutations(helps))))
def test_the_order_of_the_lines_changes_nothing(orders: tuple[list[HelpCost], list[HelpCost]]) -> None:
    one, other = (table(*helps, first="2023-01") for helps in orders)
    assert monthly_by_payer(one) == monthly_by_payer(other)
    assert yearly_by_payer(one).rows == yearly_by_payer(other).rows
    assert peak_month(one) == peak_month(other)
    assert current_month_run_rate(one).amount == current_month_run_rate(other).amount


@given(st.lists(lines(), max_size=5))
def test_the_payers_add_up_to_the_total(helps: list[HelpCost]) -> None:
    year = yearly_by_payer(table(*helps))
    assert Band.total((row.amount for row in year.rows), 2026) == year.total
    if year.total.mid > 0:
        assert round(sum((row.share for row in year.rows), Decimal(0)), 15) == 1
        assert round(sum(year.shares.values(), Decimal(0)), 15) == 1


@given(STARTS, LENGTHS, CENTS)
def test_the_parts_of_a_bill_are_the_bill(begin: date, days: int, cents: int) -> None:
    line = help_line(since=None, declared=(bill(begin, begin + timedelta(days), cents),))
    entries = table(line, first="2023-01", last="2029-12").entries
    assert sum(part.cents for entry in entries for part in entry.bills) == cents


@given(STARTS, LENGTHS, CENTS, STARTS)
def test_a_credit_cancels_its_bill_in_every_month(begin: date, days: int, cents: int, later: date) -> None:
    bills = (bill(begin, begin + timedelta(days), cents), bill(later, later, -cents, "C1", "D1"))
    costs = table(help_line(since=None, declared=bills), first="2023-01", last="2029-12")
    assert {entry.amount.mid for entry in costs.entries if entry.amount} == {0}


@given(st.integers(0, 500_000), AMOUNTS)
def test_a_bill_wins_whatever_the_price(cents: int, amount: str) -> None:
    line = help_line(cost=price(amount), declared=(bill(date(2026, 5, 1), date(2026, 5, 31), cents),))
    (entry,) = table(line, first="2026-05", last="2026-05").entries
    assert entry.amount == Band.exact(Decimal(cents) / 100, 2026)
    assert entry.basis is Basis.INVOICE
