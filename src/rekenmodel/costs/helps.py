"""What a line of help costs, as far as it is known: the frozen input of the calculation."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rekenmodel.costs.units import Period, Unit
from rekenmodel.values import Law, Money, Payer, PriceConcept, RefusedError, Text


@dataclass(frozen=True, slots=True)
class Price:
    """The price of one unit in euros, with its year (None: undated), concept and source.

    `low` and `high` are the range that the source itself gives, both or neither.
    Raises RefusedError on a price below zero or a range that does not hold the price.
    """

    amount: Decimal
    price_year: int | None
    concept: PriceConcept
    source: str
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if not (self.amount.is_finite() and self.amount >= 0):
            raise RefusedError(
                Text(
                    nl=f"Een prijs is nul of meer, niet {self.amount}. Een onbekende prijs laat u leeg.",
                    en=f"A price is zero or more, not {self.amount}. Leave an unknown price empty.",
                )
            )
        if (self.low is None) != (self.high is None) or not self.lowest <= self.amount <= self.highest:
            raise RefusedError(
                Text(
                    nl=f"De prijs {self.amount} ligt niet tussen {self.low} en {self.high}. Geef beide.",
                    en=f"The price {self.amount} is not between {self.low} and {self.high}. Give both.",
                )
            )

    @property
    def lowest(self) -> Decimal:
        """The lower end of the source's own range, or the price itself."""
        return self.amount if self.low is None else self.low

    @property
    def highest(self) -> Decimal:
        """The upper end of the source's own range, or the price itself."""
        return self.amount if self.high is None else self.high

    @property
    def money(self) -> Money:
        """The price as money with its year and concept."""
        return Money(self.amount, self.price_year, self.concept)


@dataclass(frozen=True, slots=True)
class Declared:
    """One billed amount (declaratie) over begin..end, in cents; a credit is below zero.

    `corrects` is the reference of the bill that a credit takes back. Raises RefusedError when the end lies
    before the begin.
    """

    begin: date
    end: date
    cents: int
    reference: str
    product_code: str = ""
    corrects: str | None = None

    def __post_init__(self) -> None:
        if self.end < self.begin:
            raise _out_of_order(self.begin, self.end, Text("de rekening", "the bill"))


@dataclass(frozen=True, slots=True)
class HelpCost:
    """One line of help: who pays, when it runs, how much of what, at which price, and what was billed.

    `quantity` is in `unit` per `period`; None means that nobody wrote down how much. `until` is the day the
    help really stopped, `planned_end` the day it should stop. `payer` None means unclear or disputed.
    `assigned` is the budget in cents that was granted. With unit euro and no price, the quantity
    is the amount. Raises RefusedError on an end before the start, a quantity below zero or the same
    bill twice.
    """

    key: str
    title: str
    payer: Payer | None
    law: Law | None
    since: date | None
    until: date | None
    planned_end: date | None
    unit: Unit
    quantity: Decimal | None
    period: Period
    price: Price | None
    declared: tuple[Declared, ...] = ()
    assigned: int | None = None

    def __post_init__(self) -> None:
        for end in (self.until, self.planned_end):
            if self.since is not None and end is not None and end < self.since:
                raise _out_of_order(self.since, end, Text(f"“{self.title}”", f"“{self.title}”"))
        if self.quantity is not None and not (self.quantity.is_finite() and self.quantity >= 0):
            raise RefusedError(
                Text(
                    nl=f"“{self.title}”: een hoeveelheid is nul of meer, niet {self.quantity}.",
                    en=f"“{self.title}”: a quantity is zero or more, not {self.quantity}.",
                )
            )
        references = [bill.reference for bill in self.declared if bill.reference]
        if len(set(references)) < len(references):
            twice = next(one for one in references if references.count(one) > 1)
            raise RefusedError(
                Text(
                    nl=f"“{self.title}”: rekening {twice} staat er twee keer. Haal er één weg.",
                    en=f"“{self.title}”: bill {twice} stands there twice. Remove one.",
                )
            )


def _out_of_order(begin: date, end: date, what: Text) -> RefusedError:
    return RefusedError(
        Text(
            nl=f"Het einde van {what.nl} ({end}) ligt voor de start. Kies een dag vanaf {begin}.",
            en=f"The end of {what.en} ({end}) lies before its start. Choose a day from {begin}.",
        )
    )
