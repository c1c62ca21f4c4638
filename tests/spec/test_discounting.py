"""What later money is worth now"""

from datetime import date

import pytest

from rekenmodel.values.draws import RateStandard, Step, Timing, annuity, discount_rate
from tests.spec.golden import record


def test_three_timings() -> None:
    """The same yearly amount at the end, the start and the middle of each year"""
    for case in record("analytic_checks")["annuity_discounting"]:
        amount, rate, years = case["amount"], case["rate"], case["years"]
        assert amount * annuity(rate, years, Timing.END)[0] == pytest.approx(case["end_of_year"], abs=1e-9)
        assert amount * annuity(rate, years, Timing.START)[0] == pytest.approx(
            case["start_of_year"], abs=1e-9
        )
        assert amount * annuity(rate, years, Timing.MIDDLE)[0] == pytest.approx(case["mid_year"], abs=1e-9)


def test_by_month() -> None:
    """By month: twelve monthly rates make the yearly rate exactly"""
    by_month = annuity(0.0225, 5, Timing.END, Step.MONTH)[0]
    monthly = 1.0225 ** (1 / 12) - 1
    assert by_month == pytest.approx((1 - 1.0225**-5) / (12 * monthly), abs=1e-12)


def test_dated_rates() -> None:
    """The rate that holds depends on the day and on who asks for it"""
    assert discount_rate(date(2020, 12, 31)).rate == 0.03
    assert discount_rate(date(2026, 11, 22)).rate == 0.0225
    assert discount_rate(date(2026, 11, 22), RateStandard.UK_GREEN_BOOK).rate == 0.035
    assert not discount_rate(date(2026, 11, 22), RateStandard.NL_SUNK_COSTS).confirmed
