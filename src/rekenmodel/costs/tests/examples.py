"""Lines of help for the tests: one way to make each, with only what the test is about."""

from datetime import date
from decimal import Decimal

from rekenmodel.costs import CostTable, Declared, HelpCost, Period, Price, Unit, monthly_costs
from rekenmodel.values import Band, Law, Month, Payer, PriceConcept, load_price_index

TODAY = date(2026, 11, 22)
INDEX = load_price_index()


def price(amount: str = "60", year: int | None = 2026, concept: PriceConcept = PriceConcept.TARIFF) -> Price:
    """Return a price of the year of the tests, so that nothing is converted unless a test wants it."""
    return Price(Decimal(amount), year, concept, "contract 12")


def help_line(
    key: str = "steun",
    *,
    payer: Payer | None = Payer.MUNICIPALITY,
    since: date | None = date(2026, 1, 1),
    until: date | None = None,
    planned_end: date | None = None,
    unit: Unit = Unit.HOUR,
    quantity: str | None = "2",
    period: Period = Period.MONTH,
    cost: Price | None = None,
    declared: tuple[Declared, ...] = (),
    assigned: int | None = None,
) -> HelpCost:
    """Return a line of help without a price, unless `cost` is given."""
    amount = None if quantity is None else Decimal(quantity)
    return HelpCost(
        key,
        f"Hulp {key}",
        payer,
        Law.WMO,
        since,
        until,
        planned_end,
        unit,
        amount,
        period,
        cost,
        declared,
        assigned,
    )


def bill(begin: date, end: date, cents: int, reference: str = "D1", corrects: str | None = None) -> Declared:
    """Return one billed amount."""
    return Declared(begin, end, cents, reference, "45A48", corrects)


def table(*helps: HelpCost, first: str = "2026-01", last: str = "2026-12", year: int = 2026) -> CostTable:
    """Return the costs of some lines on the day of the tests."""
    return monthly_costs(helps, Month.parse(first), Month.parse(last), year, INDEX, TODAY)


def by_month(costs: CostTable) -> dict[str, Decimal | None]:
    """Return the middle amount per month; the last entry of a month counts."""
    return {str(entry.month): entry.amount.mid if entry.amount else None for entry in costs.entries}


def ends(band: Band | None) -> list[str]:
    """Return the low, middle and high of a band in whole cents."""
    return [f"{value:.2f}" for value in (band.low, band.mid, band.high)] if band else []


def total(costs: CostTable) -> Decimal:
    """Return the sum of all known middle amounts."""
    return sum((entry.amount.mid for entry in costs.entries if entry.amount), Decimal(0))
