"""The small strategies that household files are drawn from: text, days, keys and choices."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

Draw = st.DrawFn
E = TypeVar("E", bound=StrEnum)

LETTERS = "abcdefgh ABCZ éëïöüß’'-.,;:!?&/+=@()[]{}<>\"%€0123456789"
KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,11}", fullmatch=True)
DAYS = st.dates(date(1991, 1, 1), date(2034, 12, 31))


def words(least: int = 0, most: int = 30, *, odd: bool = False) -> st.SearchStrategy[str]:
    """Text as people type it; `odd` also draws control characters, newlines and other alphabets."""
    if odd:
        return st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=least, max_size=most)
    typed = st.text(LETTERS, max_size=most - 1).map(str.strip)
    return st.builds(lambda first, rest: first + rest, st.sampled_from("Aéz=+-@"), typed) if least else typed


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value or none."""
    return st.none() | strategy


def not_before(start: date | None) -> st.SearchStrategy[date | None]:
    """A day that is not before `start`, or none."""
    return maybe(DAYS.map(lambda day: max(day, start or day)))


def one_of(kind: type[E]) -> st.SearchStrategy[E]:
    """One code of a list."""
    return st.sampled_from(list(kind))


def some(values: Sequence[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of the given values, each once."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


def pick(keys: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of the keys, or none."""
    return maybe(st.sampled_from(keys)) if keys else st.none()


def keys(most: int = 3, least: int = 0) -> st.SearchStrategy[list[str]]:
    """Keys of one list."""
    return st.lists(KEYS, min_size=least, max_size=most, unique=True)


@st.composite
def days(draw: Draw, *names: str) -> dict[str, Any]:
    """Days in the order of the names, some of them left out."""
    found = sorted(draw(DAYS) for _ in names)
    return {name: day if draw(st.booleans()) else None for name, day in zip(names, found, strict=True)}


HOURS = st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths) / 100)
PRICES = st.integers(0, 5_000_000)
