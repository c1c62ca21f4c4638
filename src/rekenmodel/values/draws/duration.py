"""How long something lasts, or how long it takes to begin."""

from dataclasses import dataclass
from typing import Self

from rekenmodel.values.draws.arrays import Draws, Number, as_draws
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

_FIELD = Text("Duur", "Duration")
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True, eq=False)
class Duration:
    """A length of time in months: one number, or draws of it with shape (n,); parts of a month count.

    Raises RefusedError when a length is below zero or no number.
    """

    months: Number

    def __post_init__(self) -> None:
        months = as_draws(self.months, _FIELD)
        if months.min() < 0:
            raise RefusedError(
                Text(
                    nl="Duur: een periode kan niet korter zijn dan nul maanden.",
                    en="Duration: a period cannot be shorter than zero months.",
                )
            )
        object.__setattr__(self, "months", months)

    @classmethod
    def of_years(cls, years: Number) -> Self:
        """Return a length of so many years of twelve months."""
        return cls(years * _MONTHS_A_YEAR)

    @property
    def years(self) -> Draws:
        """The length in years, shape (1,) or (n,)."""
        return as_draws(self.months, _FIELD) / _MONTHS_A_YEAR
