"""Overlap: the largest counts whole, the rest for a share."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekenmodel.social_value import corrected_total, group_worth, overlap_weights
from rekenmodel.values import RefusedError

AMOUNTS = st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=6)


def test_equally_large_outcomes_share_the_first_place() -> None:
    assert overlap_weights(np.array([[5.0], [-5.0], [1.0]]), 0.5)[:, 0].tolist() == [0.75, 0.75, 0.5]


@given(AMOUNTS, st.floats(0, 1))
def test_corrected_lies_from_the_largest_to_the_sum(amounts: list[int], alpha: float) -> None:
    worth = group_worth(amounts, alpha)
    low, high = sorted((worth.dominant[0], worth.naive[0]))
    assert low - 1e-6 <= worth.corrected[0] <= high + 1e-6
    assert worth.corrected[0] == pytest.approx(
        worth.dominant[0] + alpha * (worth.naive[0] - worth.dominant[0]), abs=1e-6
    )


@given(AMOUNTS.flatmap(lambda amounts: st.tuples(st.just(amounts), st.permutations(amounts))))
def test_the_order_changes_nothing(orders: tuple[list[int], list[int]]) -> None:
    one, other = (group_worth(order, 0.5).corrected[0] for order in orders)
    assert one == pytest.approx(other)


def test_alpha_is_a_share() -> None:
    with pytest.raises(RefusedError, match="Overlap: a share"):
        overlap_weights(np.ones((2, 1)), 1.5)


def test_a_group_without_alpha_is_refused() -> None:
    with pytest.raises(RefusedError, match="Overlap in care"):
        corrected_total({"care": [1.0]}, {})
