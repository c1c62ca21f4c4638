"""A calendar month, with arithmetic and the days that a period shares with it."""

from calendar import isleap, monthrange
from datetime import date
from functools import cache
from typing import NamedTuple, Self

from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class _YearAndMonth(NamedTuple):
    """A tuple, because costs look months up by the thousand and a tuple does that fastest."""

    year: int
    month: int


class Month(_YearAndMonth):
    """One month of one year; sorts by time and prints as 2026-11. Raises RefusedError outside 1..12."""

    __slots__ = ()

    def __new__(cls, year: int, month: int) -> Self:
        """Check that it is a month."""
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            raise RefusedError(
                Text(
                    nl=f"{year}-{month} is geen maand. Kies een maand van 1 tot en met 12.",
                    en=f"{year}-{month} is no month. Choose a month from 1 to 12.",
                )
            )
        return tuple.__new__(cls, (year, month))

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month in which `day` lies."""
        return tuple.__new__(cls, (day.year, day.month))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2026-11". Raises RefusedError on anything else."""
        year, dash, month = text.strip().partition("-")
        if not (dash and year.isdecimal() and month.isdecimal()):
            raise RefusedError(
                Text(
                    nl=f"“{text}” is geen maand. Schrijf bijvoorbeeld 2026-11.",
                    en=f"“{text}” is no month. Write for instance 2026-11.",
                )
            )
        return cls(int(year), int(month))

    @classmethod
    def span(cls, first: Self, last: Self) -> tuple[Self, ...]:
        """Return the months from `first` to `last`, both included; none when `last` is before `first`."""
        begin = first.year * 12 + first.month - 1
        return tuple(
            tuple.__new__(cls, (at // 12, at % 12 + 1)) for at in range(begin, begin + last.since(first) + 1)
        )

    def plus(self, months: int) -> Self:
        """Return the month so many months later (earlier when negative)."""
        year, index = divmod(self.year * 12 + self.month - 1 + months, 12)
        return type(self)(year, index + 1)

    def since(self, other: Self) -> int:
        """Return how many months this one lies after `other`."""
        return (self.year - other.year) * 12 + self.month - other.month

    @property
    def days(self) -> int:
        """The number of days in this month, 28 to 31."""
        return 29 if self.month == 2 and isleap(self.year) else _DAYS[self.month - 1]

    @property
    def days_in_year(self) -> int:
        """The number of days in the year of this month, 365 or 366."""
        return 366 if isleap(self.year) else 365

    @property
    def first_day(self) -> date:
        """The first day of this month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of this month."""
        return date(self.year, self.month, self.days)

    @property
    def ordinals(self) -> tuple[int, int]:
        """The first and the last day of this month as day numbers, see `date.toordinal`."""
        return _ordinals(self)

    def overlap(self, begin: date, end: date | None) -> int:
        """Return how many days of this month lie in begin..end, both included; an open end runs on."""
        last = self.last_day if end is None else min(end, self.last_day)
        return max(0, (last - max(begin, self.first_day)).days + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


@cache
def _ordinals(month: Month) -> tuple[int, int]:
    first = month.first_day.toordinal()
    return first, first + month.days - 1


def later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
