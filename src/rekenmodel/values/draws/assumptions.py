"""An assumption: an uncertain number with its source, how sure it is and who entered it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekenmodel.values.draws.arrays import Draws
from rekenmodel.values.draws.distributions import Distribution
from rekenmodel.values.draws.sampling import latin_hypercube
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.text import Text

_WEAK = 4


@dataclass(frozen=True, slots=True)
class Assumption:
    """One uncertain input. `confidence` runs from 1 (a guess) to 10 (measured often, here).

    Raises RefusedError when the confidence lies outside 1..10 or when the source is empty.
    """

    key: str
    name: Text
    value: Distribution
    unit: Text
    source: str
    confidence: int
    entered_by: str

    def __post_init__(self) -> None:
        if not 1 <= self.confidence <= 10:
            raise RefusedError(
                Text(
                    f"{self.name.nl}: kies een zekerheid van 1 tot en met 10, niet {self.confidence}.",
                    f"{self.name.en}: choose a confidence from 1 to 10, not {self.confidence}.",
                )
            )
        if not self.source.strip():
            raise RefusedError(
                Text(
                    f"{self.name.nl}: zeg waar dit getal vandaan komt.",
                    f"{self.name.en}: say where this number comes from.",
                )
            )

    @property
    def weak(self) -> bool:
        """Whether the number is weakly founded: a confidence of 4 or lower. The screen must say so."""
        return self.confidence <= _WEAK


def draw_assumptions(assumptions: Iterable[Assumption], seed: int, count: int) -> Mapping[str, Draws]:
    """Return draws of every assumption by key, each of shape (count,), the same for the same seed and key.

    Raises RefusedError when two assumptions share a key or when `count` is out of bounds.
    """
    drawn: dict[str, Draws] = {}
    for entry in assumptions:
        if entry.key in drawn:
            raise RefusedError(
                Text(
                    f"{entry.name.nl}: de sleutel “{entry.key}” komt twee keer voor.",
                    f"{entry.name.en}: the key “{entry.key}” occurs twice.",
                )
            )
        drawn[entry.key] = entry.value.draw(latin_hypercube(seed, entry.key, count))
    return drawn
