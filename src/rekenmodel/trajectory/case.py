"""The household that is calculated: its help and payments, the assumptions and how far ahead."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rekenmodel.costs import Unit, unit_name
from rekenmodel.trajectory.assumptions import AssumptionSet
from rekenmodel.values import LifeDomain, Payer, Purpose, RefusedError, Text
from rekenmodel.values.draws import Assumption

LONGEST = 600
"""The most months that are calculated: fifty years."""


@dataclass(frozen=True, slots=True)
class PerUnit:
    """An uncertain number of one unit: euros of a price year per unit, or (no year) units that half the
    effect."""

    amount: Assumption
    unit: Unit
    price_year: int | None = None


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line of help: so many units a month, what they cost and on which domains they work.

    It runs from month `begin` (0 is the first; None: it runs already and has built up its effect) up to but
    not including month `end` (None: it runs on). `effects` are rises of a level 0..1 at full dose and
    engagement;
    `build_up` is in months. `helper` says whether somebody comes along for it, who has to be coordinated.
    Raises RefusedError on a dose that is not above zero, a period without days or units that differ.
    """

    key: str
    name: Text
    payer: Payer | None
    dose: float
    unit: Unit
    price: PerUnit
    half_dose: PerUnit
    build_up: Assumption
    effects: Mapping[LifeDomain, Assumption] = field(default_factory=dict)
    begin: int | None = None
    end: int | None = None
    helper: bool = True

    def __post_init__(self) -> None:
        check_dose(self.dose, self.name)
        for other in (self.price, self.half_dose):
            if other.unit is not self.unit:
                one, two = unit_name(self.unit), unit_name(other.unit)
                raise RefusedError(
                    Text(
                        f"{self.name.nl}: de hulp telt per {one.nl}, "
                        f"maar {other.amount.name.nl} per {two.nl}.",
                        f"{self.name.en}: the help counts per {one.en}, "
                        f"but {other.amount.name.en} per {two.en}.",
                    )
                )
        check_period(self.begin, self.end, self.name)


@dataclass(frozen=True, slots=True)
class Payment:
    """Euros paid once, in `month`, and what they change for good: a debt taken over, a deposit paid.

    Its effect depends on neither dose nor engagement. Raises RefusedError when the month is below zero.
    """

    key: str
    name: Text
    payer: Payer | None
    month: int
    amount: Assumption
    price_year: int
    build_up: Assumption
    effects: Mapping[LifeDomain, Assumption] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check_period(self.month, None, self.name)


@dataclass(frozen=True, slots=True)
class Case:
    """A household as it is now, and how many months ahead to calculate.

    Raises RefusedError when the horizon is not 1..600 months or when two lines have the same key.
    """

    assumptions: AssumptionSet
    lines: tuple[HelpLine, ...]
    months: int

    def __post_init__(self) -> None:
        if not 1 <= self.months <= LONGEST:
            raise RefusedError(
                Text(
                    f"Looptijd: kies 1 tot en met {LONGEST} maanden, niet {self.months}.",
                    f"Horizon: choose 1 to {LONGEST} months, not {self.months}.",
                )
            )
        seen: set[str] = set()
        for line in self.lines:
            if line.key in seen:
                raise twice(line.name)
            seen.add(line.key)


def usual_help(
    assumptions: AssumptionSet,
    key: str,
    name: Text,
    purpose: Purpose,
    payer: Payer | None,
    price: PerUnit,
    dose: float,
) -> HelpLine:
    """Return a line of help that already runs, with the effects that the assumptions name for its purpose."""
    effects = {
        LifeDomain(domain): entry
        for domain, entry in assumptions.under(f"effect.{purpose}.")
        if domain in set(LifeDomain)
    }
    half = PerUnit(assumptions.get(f"half_dose.{price.unit}"), price.unit)
    build_up = assumptions.get(f"build_up.{purpose}")
    return HelpLine(key, name, payer, dose, price.unit, price, half, build_up, effects)


def check_dose(dose: float, name: Text) -> None:
    """Raise RefusedError, naming the help, when a dose is not a number above zero."""
    if not 0 < dose < float("inf"):
        raise RefusedError(
            Text(
                f"{name.nl}: kies een hoeveelheid boven nul, niet {dose:g}. "
                "Stop de hulp als er geen meer komt.",
                f"{name.en}: choose a quantity above zero, not {dose:g}. Stop the help when none comes.",
            )
        )


def check_period(begin: int | None, end: int | None, name: Text) -> None:
    """Raise RefusedError when a period starts before now or has no days in it; None is now, or open."""
    first = 0 if begin is None else begin
    if first < 0 or (end is not None and end <= first):
        raise RefusedError(
            Text(
                f"{name.nl}: een periode van maand {first} tot maand {end} kan niet. "
                "Begin bij maand 0 of later en eindig daarna.",
                f"{name.en}: a period from month {first} to month {end} is not possible. "
                "Begin at month 0 or later and end after that.",
            )
        )


def twice(name: Text) -> RefusedError:
    """Return the refusal of a key that stands there twice."""
    return RefusedError(
        Text(f"{name.nl} staat er twee keer. Haal er één weg.", f"{name.en} is there twice. Remove one.")
    )
