"""What an assignment is expected to cost: exact fractions, rounded only at the end."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from rekenmodel.values import Text, later
from samenspel.exchange.rules.ijw_facts import AssignmentFact, Extent
from samenspel.exchange.rules.ijw_tables import label

MINUTES = {"01": 1, "04": 60}
"""The units of time that may stand for each other, in minutes."""
EURO = "83"
DAILY, WEEKLY, MONTHLY, ONCE = "1", "2", "4", "6"
NO_REAL_END = 9999
"""Some systems write 9999-12-31 for "no end"."""
PERIOD_NAMES = {DAILY: ("dagen", "days"), WEEKLY: ("weken", "weeks"), MONTHLY: ("maanden", "months")}


@dataclass(frozen=True, slots=True)
class Tariff:
    """A declared price: eurocents per unit."""

    cents: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedCost:
    """The assigned cost in eurocents, none when unknown, with the sum in words."""

    cents: int | None
    why: Text
    tariff: Tariff | None = None
    periods: Decimal | None = None


def expected_cost(assignment: AssignmentFact, tariff: Tariff | None) -> ExpectedCost:
    """Return volume x tariff x periods, or the budget; unknown rather than zero when something is missing."""
    if assignment.budget_cents is not None:
        return ExpectedCost(cents=assignment.budget_cents, why=_budget_text(assignment.budget_cents))
    extent = assignment.extent
    if extent is None:
        return ExpectedCost(cents=None, why=NO_EXTENT)
    price = price_in(extent.unit, tariff)
    if price is None:
        return ExpectedCost(cents=None, why=NO_TARIFF)
    periods = periods_between(extent.frequency, assignment.start, assignment.end)
    if periods is None:
        return ExpectedCost(cents=None, why=NO_END, tariff=tariff)
    return ExpectedCost(
        cents=_rounded(extent.volume * price * periods),
        why=_sum_text(assignment, extent, price, periods),
        tariff=tariff,
        periods=_two_decimals(periods),
    )


def price_in(unit: str, tariff: Tariff | None) -> Fraction | None:
    """Return eurocents per `unit`, none when the tariff says nothing about that unit."""
    if unit == EURO:
        return Fraction(1)
    if tariff is None:
        return None
    factor = units_in(tariff.unit, unit)
    return None if factor is None else tariff.cents / factor


def units_in(unit: str, other: str) -> Fraction | None:
    """Return how many of `other` go into one `unit`; none when they cannot be compared."""
    if unit == other:
        return Fraction(1)
    if unit in MINUTES and other in MINUTES:
        return Fraction(MINUTES[unit], MINUTES[other])
    return None


def periods_between(frequency: str, start: date, end: date | None) -> Fraction | None:
    """Return how many days, weeks or months lie in the period, both days counted; none without an end."""
    if frequency == ONCE:
        return Fraction(1)
    if end is None or end.year >= NO_REAL_END:
        return None
    if frequency == MONTHLY:
        return _months(start, end + timedelta(days=1))
    days = (end - start).days + 1
    return Fraction(days, 7) if frequency == WEEKLY else Fraction(days)


def _months(start: date, until: date) -> Fraction:
    whole = (until.year - start.year) * 12 + until.month - start.month
    if later(start, whole) > until:
        whole -= 1
    last, following = later(start, whole), later(start, whole + 1)
    return whole + Fraction((until - last).days, (following - last).days)


def _rounded(cents: Fraction) -> int:
    return int((Decimal(cents.numerator) / cents.denominator).quantize(Decimal(1), ROUND_HALF_UP))


def _two_decimals(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / value.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _dutch(value: Decimal) -> str:
    return f"{value}".replace(".", ",")


def _budget_text(cents: int) -> Text:
    euros = Decimal(cents) / 100
    return Text(
        nl=f"Budget van de gemeente: € {_dutch(euros)}.", en=f"Budget of the municipality: € {euros}."
    )


def _sum_text(assignment: AssignmentFact, extent: Extent, price: Fraction, periods: Fraction) -> Text:
    law = assignment.origin.law
    euros, count = _two_decimals(price / 100), _two_decimals(periods)
    times_nl, times_en = "", ""
    if extent.frequency in PERIOD_NAMES:
        dutch, english = PERIOD_NAMES[extent.frequency]
        times_nl, times_en = f" x {_dutch(count)} {dutch}", f" x {count} {english}"
    if extent.unit == EURO:
        euros = _two_decimals(Fraction(extent.volume, 100))
        return Text(nl=f"€ {_dutch(euros)}{times_nl}.", en=f"€ {euros}{times_en}.")
    what = f"{extent.volume} x {label(law, 'Eenheid', extent.unit)}"
    return Text(nl=f"{what}{times_nl} x € {_dutch(euros)}.", en=f"{what}{times_en} x € {euros}.")


NO_EXTENT = Text(
    nl="Onbekend: de toewijzing noemt geen omvang en geen budget.",
    en="Unknown: the assignment names neither an extent nor a budget.",
)
NO_TARIFF = Text(
    nl="Onbekend: er is nog geen regel met een tarief gedeclareerd.",
    en="Unknown: no line with a tariff has been declared yet.",
)
NO_END = Text(
    nl="Onbekend: de toewijzing heeft geen einddatum.",
    en="Unknown: the assignment has no end date.",
)
WITHDRAWN = ExpectedCost(
    cents=0,
    why=Text(nl="De gemeente heeft de toewijzing verwijderd.", en="The municipality removed the assignment."),
)
