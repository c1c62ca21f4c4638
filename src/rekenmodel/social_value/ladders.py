"""Effect ladders: what it is worth a year that somebody stands on one step rather than on another.

A step is worth the sum of its parts. The worth of a change is the worth of the step after less that of the
step before. Steps of several effects are never just added: their parts overlap, see `worth_of_steps`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rekenmodel.social_value.overlap import corrected_total
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.money import same_year


@dataclass(frozen=True, slots=True)
class StepPart:
    """One part of the worth of a step: euros per person per year, for one party; negative is a cost.

    `transfer`: the money only changes hands. `overlap_group`: parts of one group count the same worth twice.
    """

    step: int
    party: str
    name: str
    amount: float
    overlap_group: str
    transfer: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """One effect with its steps, lowest first, in euros of `price_year`.

    A step without parts is worth zero: there nothing differs from normal. Raises RefusedError when a part
    stands on a step that the ladder does not have.
    """

    effect: str
    steps: tuple[int, ...]
    parts: tuple[StepPart, ...]
    price_year: int | None
    source: str

    def __post_init__(self) -> None:
        for part in self.parts:
            self.parts_at(part.step)

    def parts_at(self, step: int) -> tuple[StepPart, ...]:
        """Return the parts of one step. Raises RefusedError when the ladder has no such step."""
        if step not in self.steps:
            raise RefusedError(
                Text(
                    f"{self.effect}: trede {step} bestaat niet. Kies uit {list(self.steps)}.",
                    f"{self.effect}: there is no step {step}. Choose from {list(self.steps)}.",
                )
            )
        return tuple(part for part in self.parts if part.step == step)

    def worth(self, step: int, *, with_transfers: bool = True) -> float:
        """Return what one person on this step is worth a year, in euros."""
        return sum(part.amount for part in self.parts_at(step) if with_transfers or not part.transfer)

    def worth_by_party(self, step: int) -> Mapping[str, float]:
        """Return the same by party; the parties add up to `worth`."""
        worth: dict[str, float] = {}
        for part in self.parts_at(step):
            worth[part.party] = worth.get(part.party, 0.0) + part.amount
        return worth

    def worth_of_change(self, before: int, after: int) -> float:
        """Return what a move from one step to another is worth per person per year, in euros."""
        return self.worth(after) - self.worth(before)


def groups_at(ladders: Sequence[Ladder], steps: Mapping[str, int]) -> Mapping[str, tuple[float, ...]]:
    """Return the amounts by overlap group of one person who stands on `steps` (by effect).

    Raises RefusedError when the ladders are of different price years or when an effect has no step.
    """
    groups: dict[str, tuple[float, ...]] = {}
    for ladder in ladders:
        same_year(ladders[0].price_year, ladder.price_year)
        if ladder.effect not in steps:
            raise RefusedError(
                Text(
                    f"{ladder.effect}: kies een trede.",
                    f"{ladder.effect}: choose a step.",
                )
            )
        for part in ladder.parts_at(steps[ladder.effect]):
            groups[part.overlap_group] = (*groups.get(part.overlap_group, ()), part.amount)
    return groups


def worth_of_steps(ladders: Sequence[Ladder], steps: Mapping[str, int], alphas: Mapping[str, float]) -> float:
    """Return what one person on these steps is worth a year, in euros, overlap taken off.

    The worth of a change of several effects is the difference of two such calls. `alphas`: by overlap group,
    see `overlap`. Raises RefusedError as `groups_at` does, or when a group has no alpha.
    """
    return corrected_total(groups_at(ladders, steps), alphas)
