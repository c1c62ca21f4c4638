"""Numbers and moments read the same from a file and from a database."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from samenspel.kit.rows import in_utc, plain


@pytest.mark.parametrize(("written", "read"), [("2.00", "2"), ("2.50", "2.5"), ("0", "0"), ("100", "100")])
def test_trailing_zeros_go(written: str, read: str) -> None:
    assert str(plain(Decimal(written))) == read


def test_a_moment_is_the_same_in_another_zone() -> None:
    there = datetime(2026, 12, 3, 15, 30, tzinfo=timezone(timedelta(hours=1)))
    assert in_utc(there) == there
    assert in_utc(there).tzinfo is UTC
