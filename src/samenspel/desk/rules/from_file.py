"""A household file as its own holder sees it: everything in it, with the usual parts of the ring."""

from dataclasses import dataclass
from datetime import date

from rekenmodel.values import Language, LifeDomain, Text
from samenspel.desk.rules.prices import prices
from samenspel.desk.rules.scene import Scene
from samenspel.households.rules.faults import LISTS
from samenspel.households.rules.picture import picture
from samenspel.households.rules.record import HouseholdFile
from samenspel.network.rules import DEFAULT_SEGMENTS


@dataclass(frozen=True, slots=True)
class DefaultPart:
    """A part of the ring, as a network starts with it."""

    key: str
    name: Text
    domains: tuple[LifeDomain, ...]


PARTS = tuple(DefaultPart(*one) for one in DEFAULT_SEGMENTS)


def scene_of_file(file: HouseholdFile, on: date, language: Language, today: date | None = None) -> Scene:
    """The scene of a file that somebody holds: no list is hidden. `today` None: `on` is today."""
    return Scene(picture(file, on, prices(on), today), PARTS, frozenset(LISTS), language)
