"""What help costs in each option by itself: so much a month, at so much each, for so many months.

That is what the options plan, at the middle price and before good and bad luck, counted as it is paid.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from rekenmodel.costs import unit_name
from rekenmodel.trajectory import HelpLine, Pay, Start, Stop
from rekenmodel.values import Payer
from samenspel.scenarios.rules.case import Made, Way


@dataclass(frozen=True, slots=True)
class BillRow:
    """One line: `dose` units a month (or once, when `months` is 1), at `price` euros each."""

    option: str
    help: str
    payer: Payer | None
    dose: float
    unit: str
    price: float
    months: int

    @property
    def total(self) -> float:
        """What it comes to, in euros."""
        return self.dose * self.price * self.months


def bill_rows(made: Made) -> tuple[BillRow, ...]:
    """The lines of every option, in the order of the options."""
    return tuple(row for way in made.ways for row in _of_way(made, way))


def _of_way(made: Made, way: Way) -> Iterator[BillRow]:
    edits = way.scenario.edits
    stops = {edit.line: edit.month for edit in edits if isinstance(edit, Stop)}
    started = [edit.line for edit in edits if isinstance(edit, Start)]
    for line in (*made.case.lines, *started):
        end = stops.get(line.key, made.case.months if line.end is None else min(line.end, made.case.months))
        months = max(0, end - (line.begin or 0))
        if months:
            yield _row(way, line, months)
    for edit in edits:
        if isinstance(edit, Pay):
            paid = edit.payment
            price = paid.amount.value.quantile(0.5)
            yield BillRow(way.option.title, paid.name.nl, paid.payer, 1.0, "keer", price, 1)


def _row(way: Way, line: HelpLine, months: int) -> BillRow:
    price = line.price.amount.value.quantile(0.5)
    unit = unit_name(line.unit).nl
    return BillRow(way.option.title, line.name.nl, line.payer, line.dose, unit, price, months)
