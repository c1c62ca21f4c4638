"""Round amounts along an axis."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from rekenmodel.values import Language, euros
from samenspel.desk.drawings.costs_chart import round_step
from samenspel.desk.drawings.svg import num


@dataclass(frozen=True, slots=True)
class Axis:
    """Euros along a line of pixels: `low` lies at `start` and `high` at `end`, both whole steps."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, amount: float) -> float:
        """Return the place of an amount, in pixels."""
        return self.start + (amount - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def steps(self) -> tuple[float, ...]:
        """The round amounts on the axis."""
        count = round((self.high - self.low) / self.step)
        return tuple(self.low + self.step * place for place in range(count + 1))


def axis(lowest: float, highest: float, start: float, end: float, *, steps: int) -> Axis:
    """Return an axis of about `steps` steps that holds both amounts and zero."""
    low, high = min(lowest, 0.0), max(highest, 0.0)
    step = round_step(max((high - low) / steps, 100.0))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return Axis(first * step, max(last, first + 1) * step, step, start, end)


def points(values: tuple[float, ...], up: Axis, along: Axis) -> list[str]:
    """Return the places of one value a month, as a path has them."""
    return [f"{num(along.at(month))} {num(up.at(value))}" for month, value in enumerate(values)]


def said(amount: float, language: Language) -> str:
    """Return an amount as it stands on an axis."""
    return euros(Decimal(round(amount)), language)
