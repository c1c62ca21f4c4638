"""The lists of the program as rows of a workbook, so that a network can begin with them."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from rekenmodel.costs import PriceItem, load_price_list
from rekenmodel.trajectory import load_assumptions
from rekenmodel.values.draws import Assumption
from samenspel.scenarios.rules.codes import ListKind, Spread

Values = Mapping[str, Any]
"""What a row holds, by field; a field that the program does not know is left out."""


@cache
def library_rows(kind: ListKind) -> Mapping[str, Values]:
    """The rows of a list of the program, by key."""
    if kind is ListKind.PRICES:
        return {key: _price(item) for key, item in load_price_list().items.items()}
    return {key: _assumption(entry) for key, entry in sorted(load_assumptions().entries.items())}


def _price(item: PriceItem) -> Values:
    price = item.price
    values = {
        "key": item.key,
        "item": item.item,
        "amount": price.amount,
        "low": price.low,
        "high": price.high,
        "unit": item.unit,
        "price_year": price.price_year,
        "concept": price.concept,
        "payer": item.payer,
        "law": item.law,
        "source": price.source,
        "entered_by": "Samenspel",
    }
    return {field: value for field, value in values.items() if value is not None}


def _assumption(entry: Assumption) -> Values:
    low, mid, high = (Decimal(f"{entry.value.quantile(share):.3g}") for share in (0.05, 0.5, 0.95))
    return {
        "key": entry.key,
        "name": entry.name.nl,
        "shape": Spread(type(entry.value).__name__.lower()),
        "low": low,
        "mid": mid,
        "high": high,
        "unit": entry.unit.nl,
        "source": entry.source,
        "confidence": entry.confidence,
        "entered_by": entry.entered_by,
    }
