"""Scenes for tests: a household file as one reader sees it on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rekenmodel.values import Language, LifeDomain, Text
from samenspel.desk.rules.prices import prices
from samenspel.desk.rules.scene import Scene
from samenspel.households.rules.picture import picture
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.network.rules import DEFAULT_SEGMENTS

ON = date(2026, 11, 22)
EMPTY = HouseholdFile(key="leeg", name="Gezin Leeg")
ALL = frozenset(TABLES)


@dataclass(frozen=True)
class RingPart:
    """A part of the ring."""

    key: str
    name: Text
    domains: tuple[LifeDomain, ...]


PARTS = tuple(RingPart(*segment) for segment in DEFAULT_SEGMENTS)


def scene(
    file: HouseholdFile = EMPTY,
    *,
    on: date = ON,
    language: Language = "nl",
    tables: frozenset[str] = ALL,
    today: date | None = None,
) -> Scene:
    """The file as somebody sees it."""
    return Scene(picture(file, on, prices(on), today), PARTS, tables, language)


def household(**lists: Any) -> HouseholdFile:
    """A household with these lists; the usual people are there."""
    people: Mapping[str, Any] = {
        "organisations": [{"key": "haven", "name": "De Haven"}, {"key": "wijk", "name": "Wijkteam"}],
        "professionals": [
            {"key": "jo", "name": "Jo Berg", "organisation": "haven", "function": "therapeut"},
            {"key": "lia", "name": "Lia van Tol", "organisation": "wijk"},
            {"key": "kim", "name": "Kim Bos", "organisation": "wijk"},
        ],
        "persons": [
            {"key": "ada", "name": "Ada Vos", "role": "moeder", "birth_date": "1988-04-01"},
            {"key": "bas", "name": "Bas Vos", "role": "zoon", "birth_date": "2012-11-30"},
        ],
    }
    return HouseholdFile.model_validate({"key": "vos", "name": "Gezin Vos", **people, **lists})


def help_line(key: str, **fields: Any) -> dict[str, Any]:
    """A line of help that runs."""
    return {"key": key, "title": key.title(), "since": "2026-01-05", "domains": ["money"], **fields}
