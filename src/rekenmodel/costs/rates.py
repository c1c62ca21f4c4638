"""What one unit of a line of help costs in euros of one year, with its band and its source.

How wide a band is depends on what kind of price it is. The margins are choices, not measurements:
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from rekenmodel.costs.bills import Bills, rounded, total
from rekenmodel.costs.helps import HelpCost, Price
from rekenmodel.costs.units import Period, Unit
from rekenmodel.values import Band, Conversion, Conversions, Money, PriceConcept, Text

CONTRACT_MARGIN = Decimal("0.10")
"""A contracted tariff is known; the hours that are really given differ some from what was agreed."""

REFERENCE_MARGIN = Decimal("0.20")
"""A reference price is an average of the country, a pgb tariff a maximum: local contracts differ."""

ESTIMATE_MARGIN = Decimal("0.30")
"""An estimate or a claim has no contract and no measured price behind it."""

MARGINS: Mapping[PriceConcept, Decimal] = {
    PriceConcept.TARIFF: CONTRACT_MARGIN,
    PriceConcept.TRANSFER: CONTRACT_MARGIN,
    PriceConcept.INVOICE: CONTRACT_MARGIN,
    PriceConcept.REFERENCE: REFERENCE_MARGIN,
    PriceConcept.PGB: REFERENCE_MARGIN,
    PriceConcept.CLAIM: ESTIMATE_MARGIN,
    PriceConcept.ESTIMATE: ESTIMATE_MARGIN,
}

_OWN_AMOUNT = Text("het bedrag zelf, zonder prijs erbij", "the amount itself, without a price")
OWN_BILLS = Text("gemiddelde van de eigen rekeningen", "average of its own bills")
"""The source of a rate that comes from the bills themselves: no second opinion beside those bills."""

_OWN_BUDGET = Text("toegekend budget, gelijk verdeeld", "granted budget, spread evenly")


class Basis(StrEnum):
    """What an amount rests on: a bill, a price times a quantity, an estimate, or nothing yet."""

    INVOICE = "invoice"
    TARIFF = "tariff"
    ESTIMATE = "estimate"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rate:
    """A quantity per period times a unit price.

    `price` is the original price of one unit, `unit_band` the same in euros of the table's year with its
    band, `conversion` what lies between.
    """

    basis: Basis
    quantity: Decimal
    unit: Unit
    period: Period
    price: Money
    unit_band: Band
    conversion: Conversion
    source: Text

    def cost(self, periods: Decimal) -> Band:
        """Return the cost of so many periods, rounded to a millionth of a euro."""
        times, band = self.quantity * periods, self.unit_band
        return Band(
            rounded(band.low * times), rounded(band.mid * times), rounded(band.high * times), band.price_year
        )


def rate_of(line: HelpCost, bills: Bills, conversions: Conversions, end: date | None) -> Rate | None:
    """Return the rate of a line of help, or None when nothing says what it costs.

    In this order: its price times its quantity; the average of its own bills; its granted budget over its
    own period. `end` is the last day it is expected to run.
    """
    if line.quantity is not None and line.price is not None:
        source = Text(line.price.source, line.price.source)
        return _priced(line, line.quantity, line.price, source, conversions)
    if line.quantity is not None and line.unit is Unit.EURO:
        one_euro = Price(Decimal(1), None, PriceConcept.ESTIMATE, "")
        return _priced(line, line.quantity, one_euro, _OWN_AMOUNT, conversions)
    return _from_bills(line, bills, conversions, end) or _from_budget(line, conversions, end)


def _priced(line: HelpCost, quantity: Decimal, price: Price, source: Text, conversions: Conversions) -> Rate:
    conversion = conversions[price.price_year]
    margin = MARGINS[price.concept] if price.low is None else Decimal(0)
    band = Band(
        price.lowest * conversion.factor * (1 - margin),
        price.amount * conversion.factor,
        price.highest * conversion.factor * (1 + margin),
        conversions.year,
    )
    guess = price.concept in (PriceConcept.ESTIMATE, PriceConcept.CLAIM)
    basis = Basis.ESTIMATE if guess else Basis.TARIFF
    return Rate(basis, quantity, line.unit, line.period, price.money, band, conversion, source)


def _from_bills(line: HelpCost, bills: Bills, conversions: Conversions, end: date | None) -> Rate | None:
    """Return the average per day over the billed months, as far as the help ran in them.

    Whole months, because bills of single visits are about one day and stand for more. None when there are no
    bills, when they were taken back, or when they lie outside the help's own period.
    """
    billed = sum(map(total, bills.values()), Decimal(0))
    if billed <= 0:
        return None
    first, last = min(bills), max(bills)
    begin = first.first_day if line.since is None else max(first.first_day, line.since)
    stop = last.last_day if end is None else min(last.last_day, end)
    days = (stop - begin).days + 1
    if days < 1:
        return None
    return _guessed(billed / days, conversions.year, Period.DAY, OWN_BILLS, conversions)


def _from_budget(line: HelpCost, conversions: Conversions, end: date | None) -> Rate | None:
    """Return the granted budget per day of the help's own period, or whole when it is paid once."""
    if line.assigned is None or line.since is None:
        return None
    budget = Decimal(line.assigned) / 100
    if line.period is Period.ONCE:
        return _guessed(budget, line.since.year, Period.ONCE, _OWN_BUDGET, conversions)
    if end is None:
        return None
    days = (end - line.since).days + 1
    return _guessed(budget / days, line.since.year, Period.DAY, _OWN_BUDGET, conversions)


def _guessed(amount: Decimal, year: int, period: Period, source: Text, conversions: Conversions) -> Rate:
    conversion = conversions[year]
    mid = amount * conversion.factor
    band = Band(mid * (1 - ESTIMATE_MARGIN), mid, mid * (1 + ESTIMATE_MARGIN), conversions.year)
    money = Money(amount, year, PriceConcept.ESTIMATE)
    unit = Unit.DAY if period is Period.DAY else Unit.ITEM
    return Rate(Basis.ESTIMATE, Decimal(1), unit, period, money, band, conversion, source)
