"""What a product category probably means in the picture. A proposal that the user confirms or changes."""

import csv
from dataclasses import dataclass
from functools import lru_cache

from rekenmodel.values import Law, LifeDomain, Purpose, Text
from samenspel.exchange.rules.ijw_tables import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Life domains, purpose and plain title of a product category; domains and purpose may be unknown."""

    title: Text
    domains: tuple[LifeDomain, ...]
    purpose: Purpose | None


UNKNOWN = Guess(title=Text(nl="Hulp, soort onbekend", en="Help, kind unknown"), domains=(), purpose=None)


@lru_cache(maxsize=1)
def guesses() -> dict[tuple[Law, str], Guess]:
    """Every proposal by law and product category."""
    with (DATA / "categories.csv").open(encoding="utf-8", newline="") as file:
        return {
            (Law(row["law"]), row["category"]): Guess(
                title=Text(nl=row["title_nl"], en=row["title_en"]),
                domains=tuple(LifeDomain(name) for name in row["domains"].split("|") if name),
                purpose=Purpose(row["purpose"]) if row["purpose"] else None,
            )
            for row in csv.DictReader(file)
        }


def guess(law: Law, category: str | None) -> Guess:
    """Return the proposal for a product category; nothing is guessed for an unknown one."""
    return guesses().get((law, category or ""), UNKNOWN)
