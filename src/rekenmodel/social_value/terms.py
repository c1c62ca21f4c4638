"""The terms of one calculation: price year, discounting, horizon and how overlap counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Number, Step, Timing, as_share, check_rate

DEFAULT_ALPHA = 0.5
_LONGEST = 100


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """How amounts of different years become one.

    `price_year`: the year whose euros all amounts are in. `rate`: real discount rate per year, a float or
    draws. `years`: the horizon, whole years, 1..100; what comes later does not count. `alphas`: by overlap
    group the share of its lesser outcomes that counts, 0..1; groups that are not named take 0.5.
    Raises RefusedError, naming the field, when one of them cannot be right.
    """

    price_year: int | None
    rate: Number
    years: int
    timing: Timing = Timing.END
    step: Step = Step.YEAR
    alphas: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        check_rate(self.rate)
        if not 1 <= self.years <= _LONGEST:
            raise RefusedError(
                Text(
                    f"Horizon: kies 1 tot en met {_LONGEST} jaar, niet {self.years}.",
                    f"Horizon: choose 1 to {_LONGEST} years, not {self.years}.",
                )
            )
        for group, alpha in self.alphas.items():
            as_share(alpha, Text(f"Overlap in {group}", f"Overlap in {group}"))

    @property
    def periods(self) -> int:
        """The number of periods until the horizon."""
        return self.years * self.step.per_year

    def alpha(self, group: str) -> float:
        """Return the share of the lesser outcomes of an overlap group that counts, 0..1."""
        return self.alphas.get(group, DEFAULT_ALPHA)
