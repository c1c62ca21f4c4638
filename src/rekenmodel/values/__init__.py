"""Values with units, checked when they are made."""

from rekenmodel.values.domains import Law, LifeDomain, Payer, Purpose
from rekenmodel.values.errors import RefusedError
from rekenmodel.values.money import Band, Money, PriceConcept
from rekenmodel.values.month import Month, later
from rekenmodel.values.names import payer_name
from rekenmodel.values.price_index import (
    Certainty,
    Conversion,
    Conversions,
    IndexYear,
    Outcome,
    PriceIndex,
    load_price_index,
)
from rekenmodel.values.text import Language, Text
from rekenmodel.values.wording import count_word, day, euros, figure, listed, month_name, number, percent

__all__ = [
    "Band",
    "Certainty",
    "Conversion",
    "Conversions",
    "IndexYear",
    "Language",
    "Law",
    "LifeDomain",
    "Money",
    "Month",
    "Outcome",
    "Payer",
    "PriceConcept",
    "PriceIndex",
    "Purpose",
    "RefusedError",
    "Text",
    "count_word",
    "day",
    "euros",
    "figure",
    "later",
    "listed",
    "load_price_index",
    "month_name",
    "number",
    "payer_name",
    "percent",
]
