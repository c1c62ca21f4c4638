"""Bills win over prices in the months they are about, and both stay visible."""

from datetime import date
from decimal import Decimal

import pytest

from rekenmodel.costs import Basis, CostEntry, Period
from rekenmodel.costs.tests.examples import bill, by_month, ends, help_line, price, table, total
from rekenmodel.values import Outcome

MAY = (date(2026, 5, 1), date(2026, 5, 31))
JUNE = (date(2026, 6, 1), date(2026, 6, 30))


def entries_of(entries: tuple[CostEntry, ...], basis: Basis) -> list[CostEntry]:
    return [entry for entry in entries if entry.basis is basis]


def test_the_bill_of_a_month_wins_and_the_tariff_stays_beside_it() -> None:
    costs = table(help_line(cost=price(), declared=(bill(*MAY, 9950),)))
    (entry,) = entries_of(costs.entries, Basis.INVOICE)
    assert ends(entry.amount) == ["99.50", "99.50", "99.50"]
    assert ends(entry.tariff_amount) == ["108.00", "120.00", "132.00"]
    assert by_month(costs)["2026-06"] == 120


def test_several_bills_in_a_month_add_up() -> None:
    bills = (bill(*MAY, 5000, "D1"), bill(date(2026, 5, 12), date(2026, 5, 12), 2500, "D2"))
    assert by_month(table(help_line(cost=price(), declared=bills), last="2026-05"))["2026-05"] == 75


def test_the_bill_of_one_visit_settles_its_month() -> None:
    visit = bill(date(2026, 5, 12), date(2026, 5, 12), 13000)
    assert by_month(table(help_line(cost=price(), declared=(visit,)), first="2026-05", last="2026-05")) == {
        "2026-05": 130
    }


def test_a_bill_over_two_months_is_spread_by_days() -> None:
    line = help_line(until=date(2026, 6, 30), since=MAY[0], declared=(bill(MAY[0], JUNE[1], 6101),))
    assert by_month(table(line)) == {"2026-05": Decimal("31.00"), "2026-06": Decimal("30.01")}


def test_days_after_the_last_bill_follow_the_price() -> None:
    """A bill up to and including 3 June settles three of its thirty days."""
    line = help_line(cost=price(), since=MAY[0], declared=(bill(MAY[0], date(2026, 6, 3), 34000),))
    billed, expected = (entry for entry in table(line).entries if str(entry.month) == "2026-06")
    assert ends(billed.amount) == ["30.00", "30.00", "30.00"]
    assert ends(billed.tariff_amount) == ["10.80", "12.00", "13.20"]
    assert ends(expected.amount) == ["97.20", "108.00", "118.80"]
    assert (billed.basis, billed.days) == (Basis.INVOICE, 3)
    assert (expected.basis, expected.days) == (Basis.TARIFF, 27)


def test_overlapping_bills_settle_a_day_once() -> None:
    bills = (
        bill(date(2026, 5, 20), date(2026, 6, 10), 100, "D1"),
        bill(date(2026, 5, 25), date(2026, 6, 5), 100, "D2"),
        bill(date(2026, 5, 29), date(2026, 6, 15), 100, "D3"),
    )
    line = help_line(cost=price(), declared=bills)
    june = [entry for entry in table(line).entries if str(entry.month) == "2026-06"]
    assert [entry.days for entry in june] == [15, 15]


def test_a_credit_takes_back_a_bill_month_by_month() -> None:
    bills = (
        bill(MAY[0], JUNE[1], 10001, "D1"),
        bill(date(2026, 6, 20), date(2026, 6, 20), -10001, "C1", "D1"),
    )
    line = help_line(cost=price(), until=JUNE[1], since=MAY[0], declared=bills)
    assert by_month(table(line)) == {"2026-05": 0, "2026-06": 0}


def test_a_credit_can_be_more_than_the_bill() -> None:
    bills = (bill(*MAY, 10000, "D1"), bill(*MAY, -12500, "C1", "D1"))
    costs = table(help_line(cost=price(), declared=bills), first="2026-05", last="2026-05")
    assert by_month(costs) == {"2026-05": -25}


def test_a_credit_of_an_unknown_bill_keeps_its_own_days() -> None:
    costs = table(help_line(declared=(bill(*MAY, -500, "C1", "D9"),)), first="2026-05", last="2026-05")
    assert by_month(costs) == {"2026-05": -5}


def test_a_bill_outside_the_time_of_the_help_still_counts() -> None:
    line = help_line(cost=price(), since=JUNE[0], until=JUNE[1], declared=(bill(*MAY, 5000),))
    costs = table(line)
    assert by_month(costs) == {"2026-05": 50, "2026-06": 120}
    assert costs.entries[0].tariff_amount is None


def test_a_bill_counts_when_nobody_wrote_down_the_start() -> None:
    assert by_month(table(help_line(since=None, declared=(bill(*MAY, 5000),)))) == {"2026-05": 50}


def test_an_old_bill_is_converted_and_keeps_its_cents() -> None:
    old = bill(date(2024, 5, 1), date(2024, 5, 31), 13031)
    costs = table(
        help_line(since=date(2024, 5, 1), until=date(2024, 5, 31), declared=(old,)),
        first="2024-05",
        year=2022,
    )
    (entry,) = costs.entries
    assert ends(entry.amount) == ["121.43", "121.43", "121.43"]
    assert (entry.bills[0].cents, entry.bills[0].conversion.outcome) == (13031, Outcome.CONVERTED)


def test_what_was_paid_once_is_settled_by_its_bill_whenever_it_came() -> None:
    line = help_line(cost=price(), period=Period.ONCE, since=date(2026, 1, 5), declared=(bill(*MAY, 11000),))
    (entry,) = table(line).entries
    assert str(entry.month) == "2026-05"
    assert ends(entry.amount) == ["110.00", "110.00", "110.00"]
    assert ends(entry.tariff_amount) == ["108.00", "120.00", "132.00"]


def test_a_second_bill_of_what_was_paid_once_has_no_second_tariff() -> None:
    line = help_line(cost=price(), period=Period.ONCE, declared=(bill(*MAY, 1), bill(*JUNE, 2, "D2")))
    assert [entry.tariff_amount is None for entry in table(line).entries] == [False, True]


def test_without_a_price_the_own_bills_tell_what_goes_on() -> None:
    """Sixty-one euros over the sixty-one days of May and June is a euro a day."""
    line = help_line(since=MAY[0], declared=(bill(*MAY, 3100), bill(*JUNE, 3000, "D2")))
    july = next(entry for entry in table(line).entries if str(entry.month) == "2026-07")
    assert ends(july.amount) == ["21.70", "31.00", "40.30"]
    assert july.basis is Basis.ESTIMATE
    assert all(entry.tariff_amount is None for entry in table(line).entries)


def test_the_average_of_bills_counts_only_days_that_the_help_ran() -> None:
    line = help_line(since=date(2026, 5, 22), until=date(2026, 6, 20), declared=(bill(*MAY, 2000),))
    assert by_month(table(line)) == {"2026-05": 20, "2026-06": 40}


@pytest.mark.parametrize(
    ("begin", "cents"), [(MAY[0], 0), (date(2025, 5, 1), 5000)], ids=["taken back", "before the help began"]
)
def test_bills_that_tell_nothing_leave_the_rest_unknown(begin: date, cents: int) -> None:
    line = help_line(declared=(bill(begin, begin, cents),))
    assert by_month(table(line))["2026-07"] is None


def test_bills_that_tell_nothing_leave_the_budget_to_tell() -> None:
    line = help_line(assigned=36500, until=date(2026, 12, 31), declared=(bill(*MAY, 0),))
    assert total(table(line, first="2026-06", last="2026-06")) == 30
