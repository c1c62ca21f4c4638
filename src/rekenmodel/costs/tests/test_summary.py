"""What the costs say in a sentence: per payer, the dearest month, and what goes on."""

from datetime import date
from decimal import Decimal

from rekenmodel.costs import (
    Basis,
    Period,
    current_month_run_rate,
    monthly_by_payer,
    peak_month,
    yearly_by_payer,
)
from rekenmodel.costs.tests.examples import bill, ends, help_line, price, table
from rekenmodel.values import Month, Payer, PriceConcept

CHEAP = help_line("goedkoop", payer=Payer.HEALTH_INSURER, quantity="1", cost=price())
DEAR = help_line("duur", payer=Payer.MUNICIPALITY, quantity="3", cost=price())


def test_a_year_is_this_month_and_the_eleven_before() -> None:
    line = help_line(cost=price(), since=date(2024, 1, 1))
    year = yearly_by_payer(table(line, first="2024-01", last="2027-12"))
    assert [str(year.months[0]), str(year.months[-1])] == ["2025-12", "2026-11"]
    assert ends(year.total) == ["1296.00", "1440.00", "1584.00"]


def test_payers_stand_dearest_first_and_add_up() -> None:
    year = yearly_by_payer(table(CHEAP, DEAR))
    assert [(row.payer, row.share) for row in year.rows] == [
        (Payer.MUNICIPALITY, Decimal("0.75")),
        (Payer.HEALTH_INSURER, Decimal("0.25")),
    ]
    assert sum(row.amount.mid for row in year.rows) == year.total.mid == 2640


def test_a_disputed_payer_is_counted_apart() -> None:
    year = yearly_by_payer(table(DEAR, help_line("betwist", payer=None, cost=price())))
    assert [row.payer for row in year.rows] == [Payer.MUNICIPALITY, None]
    assert year.rows[1].amount.mid == 1320


def test_the_total_says_what_it_rests_on() -> None:
    billed = help_line(
        "rekening", declared=(bill(date(2026, 1, 1), date(2026, 1, 31), 6000),), until=date(2026, 1, 31)
    )
    guessed = help_line("schatting", cost=price("30", 2026, PriceConcept.ESTIMATE), until=date(2026, 1, 31))
    agreed = help_line("tarief", cost=price(), until=date(2026, 1, 31))
    shares = yearly_by_payer(table(billed, guessed, agreed)).shares
    assert shares == {
        Basis.INVOICE: Decimal("0.25"),
        Basis.TARIFF: Decimal("0.5"),
        Basis.ESTIMATE: Decimal("0.25"),
    }


def test_help_at_an_unknown_price_is_named_and_not_counted() -> None:
    unknown = help_line("onbekend")
    year = yearly_by_payer(table(DEAR, unknown))
    assert year.unknown == (unknown,)
    assert year.total.mid == 1980


def test_prices_that_could_not_be_converted_are_named() -> None:
    undated = help_line("zonder jaar", cost=price("60", None))
    ancient = help_line("oud", cost=price("60", 1999))
    assert yearly_by_payer(table(DEAR, undated, ancient)).unconverted == (undated, ancient)


def test_a_bill_needs_no_price_to_be_converted() -> None:
    line = help_line(cost=price("60", None), declared=(bill(date(2026, 1, 1), date(2026, 1, 31), 1),))
    assert yearly_by_payer(table(line, last="2026-01")).unconverted == ()


def test_without_help_there_are_no_costs() -> None:
    costs = table()
    year = yearly_by_payer(costs)
    assert (year.rows, ends(year.total)) == ((), ["0.00", "0.00", "0.00"])
    assert peak_month(costs) is None
    assert ends(current_month_run_rate(costs).amount) == ["0.00", "0.00", "0.00"]


def test_every_month_is_there_even_when_nothing_is_known() -> None:
    months = monthly_by_payer(table(help_line(), DEAR, last="2026-02"))
    assert {month: list(payers) for month, payers in months.items()} == {
        Month(2026, 1): [Payer.MUNICIPALITY],
        Month(2026, 2): [Payer.MUNICIPALITY],
    }
    assert monthly_by_payer(table(help_line(), last="2026-01")) == {Month(2026, 1): {}}


def test_the_dearest_month_lies_behind_us() -> None:
    crisis = help_line("crisis", since=date(2026, 2, 2), until=date(2026, 2, 20), cost=price(), quantity="90")
    later = help_line("later", since=date(2026, 12, 1), cost=price(), quantity="900")
    dearest = peak_month(table(DEAR, crisis, later))
    assert dearest is not None
    assert str(dearest[0]) == "2026-02"


def test_of_two_equally_dear_months_the_first_counts() -> None:
    dearest = peak_month(table(DEAR))
    assert dearest is not None
    assert (str(dearest[0]), ends(dearest[1])) == ("2026-01", ["162.00", "180.00", "198.00"])


def test_months_without_costs_have_no_dearest() -> None:
    assert peak_month(table(help_line())) is None
    assert peak_month(table(DEAR, first="2027-01", last="2027-06")) is None


def test_what_goes_on_is_the_help_of_today_per_average_month() -> None:
    stopped = help_line("gestopt", until=date(2026, 11, 21), cost=price())
    weekly = help_line("wekelijks", period=Period.WEEK, quantity="7", cost=price("1"))
    yearly = help_line("jaarlijks", period=Period.YEAR, quantity="12", cost=price("1"))
    daily = help_line("dagelijks", period=Period.DAY, quantity="2", cost=price("1"))
    once = help_line("eenmalig", since=date(2026, 11, 22), period=Period.ONCE, cost=price())
    rate = current_month_run_rate(table(stopped, DEAR, weekly, yearly, daily, once))
    assert rate.amount.mid == 180 + Decimal("30.4375") + 1 + 2 * Decimal("30.4375")
    assert rate.unknown == ()


def test_what_goes_on_names_help_at_an_unknown_price() -> None:
    unknown = help_line("onbekend")
    assert current_month_run_rate(table(unknown)).unknown == (unknown,)


def test_the_shares_of_a_net_credit_are_zero() -> None:
    line = help_line(until=date(2026, 1, 31), declared=(bill(date(2026, 1, 1), date(2026, 1, 31), -100),))
    year = yearly_by_payer(table(line))
    assert year.total.mid == -1
    assert [row.share for row in year.rows] == [0]
