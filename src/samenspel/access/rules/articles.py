"""The articles of law that come along: one row each, in our own words, with the source."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "data" / "legal_bases.csv"


@cache
def articles() -> tuple[Mapping[str, str], ...]:
    """All rows of data/legal_bases.csv in order, by the name of their column."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
