"""When money flows, and what it is worth now."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.social_value.flows import single_flow, total_flow, yearly_flow
from rekenmodel.social_value.inputs import NOW
from rekenmodel.social_value.tests.plans import terms
from rekenmodel.values import RefusedError
from rekenmodel.values.draws import Duration, Step, Timing

THOUSAND = np.array([1_000.0])


def test_drop_off_begins_in_the_second_year() -> None:
    flow = yearly_flow(THOUSAND, NOW, Duration.of_years(3), terms(), 0.1)
    assert flow.amounts[:, 0].tolist() == pytest.approx([0, 1_000, 900, 810, 0, 0])


def test_a_late_start_shifts_part_of_a_year() -> None:
    flow = yearly_flow(THOUSAND, Duration(6), Duration.of_years(2), terms(), 0.5)
    assert flow.amounts[:, 0].tolist() == pytest.approx([0, 500, 750, 250, 0, 0])


def test_what_comes_after_the_horizon_does_not_count() -> None:
    flow = yearly_flow(THOUSAND, NOW, Duration.of_years(9), terms(years=2))
    assert flow.present_value.tolist() == [2_000]


def test_everything_may_drop_off_at_once() -> None:
    flow = yearly_flow(THOUSAND, NOW, Duration.of_years(3), terms(), 1.0)
    assert flow.present_value.tolist() == [1_000]


def test_months_add_up_to_years() -> None:
    by_month = yearly_flow(THOUSAND, Duration(5), Duration(30), terms(step=Step.MONTH), 0.3).amounts[1:, 0]
    by_year = yearly_flow(THOUSAND, Duration(5), Duration(30), terms(), 0.3).amounts[1:, 0]
    assert by_month.reshape(5, 12).sum(axis=1) == pytest.approx(by_year)


def test_each_draw_has_its_own_duration_and_drop_off() -> None:
    lasting = Duration.of_years(np.array([1.0, 3.0]))
    flow = yearly_flow(THOUSAND, NOW, lasting, terms(), np.array([0.5, 0.1]))
    assert flow.present_value.tolist() == pytest.approx([1_000, 2_710])


@pytest.mark.parametrize(
    ("timing", "factor"), [(Timing.END, 1.1), (Timing.MIDDLE, 1.1**0.5), (Timing.START, 1)]
)
def test_one_year_by_timing(timing: Timing, factor: float) -> None:
    flow = yearly_flow(THOUSAND, NOW, Duration.of_years(1), terms(rate=0.1, timing=timing))
    assert flow.present_value.tolist() == pytest.approx([1_000 / factor])


def test_a_single_payment_is_discounted_over_its_own_delay() -> None:
    flow = single_flow(THOUSAND, Duration(18), terms(rate=0.1))
    assert flow.amounts[:, 0].tolist() == [0, 0, 1_000, 0, 0, 0]
    assert flow.present_value.tolist() == pytest.approx([1_000 / 1.1**1.5])


def test_a_payment_at_the_start_stands_before_the_first_period() -> None:
    assert single_flow(THOUSAND, NOW, terms(rate=0.1)).present[:, 0].tolist() == [1_000, 0, 0, 0, 0, 0]
    assert single_flow(THOUSAND, Duration.of_years(6), terms()).present_value.tolist() == [0]


def test_no_flows_are_zero() -> None:
    assert total_flow([], terms()).present_value.tolist() == [0]


def test_flows_with_and_without_draws_add_up() -> None:
    short = yearly_flow(THOUSAND, NOW, Duration.of_years(np.array([1.0, 3.0])), terms())
    long = yearly_flow(np.array([10.0, 20.0]), NOW, Duration.of_years(2), terms())
    total = total_flow([short, long], terms())
    assert total.present_value.tolist() == [1_020, 3_040]
    assert total.amounts.tolist() == (short.amounts + long.amounts).tolist()


def test_numbers_of_draws_do_not_mix() -> None:
    with pytest.raises(RefusedError, match="different numbers of draws"):
        single_flow(np.ones(2), NOW, terms(rate=np.ones(3)))


@given(st.floats(0, 1), st.floats(0, 120), st.floats(0, 120))
def test_the_flow_is_the_sum_of_its_years(drop_off: float, start: float, months: float) -> None:
    flow = yearly_flow(THOUSAND, Duration(start), Duration(months), terms(years=25), drop_off)
    whole, rest = divmod(months / 12, 1)
    years = [(1 - drop_off) ** year for year in range(int(whole) + 1)]
    expected = 1_000 * (sum(years[:-1]) + rest * years[-1])
    assert flow.present_value[0] == pytest.approx(expected, abs=1e-6)
