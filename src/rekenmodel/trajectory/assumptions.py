"""The assumptions of the model: a versioned, readable file, and how a household or a user replaces some.

data/assumptions_<version>.csv has one row per uncertain number: its key, name, shape, low, middle and high,
unit, source, confidence 1-10 and who entered it. What the keys mean:

- `start.<domain>` level now, 0 (heavy) to 1 (good); `drift.<domain>` push of what nobody named;
- `halving.<domain>` months in which half of a gap closes; `link.<domain>.<domain>` push of the first on the
  second;
- `load.<domain>` weight of a heavy domain, `strength.<domain>` of a good one, `engagement.constant` and
  `engagement.slope`: engagement = logistic(slope x (constant + strength - load));
- `burden.per_helper` share of effect lost per helper beyond `burden.free`;
- `effect.<purpose>.<domain>` rise of a level in the long run at full dose and engagement, halfway the scale;
- `half_dose.<unit>` units a month that give half the effect; `build_up.<purpose>` months to build up half of
  it;
- `event.<event>.chance` per year as things are, `.slope.<domain>` change of its log odds over the whole
  scale,
  `.hit.<domain>` share of the level lost (below zero) or of the room above it won, `.bill.<payer>` euros;
- `worth.<domain>` share of the published worth of a step that holds here, `worth.displacement` share of work
  that comes from somebody else; `comparison` uses these.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Assumption, Shape, from_range

DEFAULT_VERSION = "2026-1"
_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class EventKind:
    """An event that can happen to a household, at most `times` times.

    Its bills are spread evenly over `months`. Raises RefusedError when either is below one.
    """

    key: str
    name: Text
    times: int
    months: int

    def __post_init__(self) -> None:
        if self.times < 1 or self.months < 1:
            raise RefusedError(
                Text(
                    f"{self.name.nl}: een gebeurtenis komt minstens één keer voor "
                    "en duurt minstens één maand.",
                    f"{self.name.en}: an event happens at least once and lasts at least one month.",
                )
            )


@dataclass(frozen=True, slots=True)
class AssumptionSet:
    """Assumptions by key, the kinds of events that they are about, the price year of euros and a version."""

    version: str
    price_year: int
    entries: Mapping[str, Assumption]
    events: tuple[EventKind, ...]

    def get(self, key: str) -> Assumption:
        """Return one assumption. Raises RefusedError when there is none by this key."""
        if key not in self.entries:
            raise RefusedError(
                Text(f"Er is geen aanname “{key}”. Vul die aan.", f"There is no assumption “{key}”. Add it.")
            )
        return self.entries[key]

    def under(self, prefix: str) -> Iterator[tuple[str, Assumption]]:
        """Give the assumptions whose key starts with `prefix`, with the rest of the key, in order of key."""
        for key in sorted(self.entries):
            if key.startswith(prefix):
                yield key.removeprefix(prefix), self.entries[key]

    def replaced(self, assumptions: Iterable[Assumption], version: str | None = None) -> "AssumptionSet":
        """Return a set in which these stand instead of those with the same key; new keys are added."""
        entries = {**self.entries, **{entry.key: entry for entry in assumptions}}
        return AssumptionSet(version or self.version, self.price_year, MappingProxyType(entries), self.events)

    @property
    def weak(self) -> tuple[Assumption, ...]:
        """The assumptions that are weakly founded; a screen must say so."""
        return tuple(entry for entry in self.entries.values() if entry.weak)


@cache
def load_assumptions(version: str = DEFAULT_VERSION) -> AssumptionSet:
    """Return the assumptions that come with the library, of one version.

    Raises RefusedError, naming the row, when a row cannot be right or when the version does not exist.
    """
    path = _DATA / f"assumptions_{version}.csv"
    if not path.is_file():
        raise RefusedError(
            Text(f"Versie {version} van de aannames bestaat niet.", f"There is no version {version}.")
        )
    entries = {entry.key: entry for entry in map(read_assumption, _rows(path))}
    events = tuple(
        EventKind(row["key"], Text(row["name_nl"], row["name_en"]), int(row["times"]), int(row["months"]))
        for row in _rows(_DATA / f"events_{version}.csv")
    )
    year = int(version.partition("-")[0])
    return AssumptionSet(version, year, MappingProxyType(entries), events)


def read_assumption(row: Mapping[str, str]) -> Assumption:
    """Return the assumption of one row of the file. Raises RefusedError, naming it, when it cannot be
    right."""
    name = Text(row["name_nl"], row["name_en"])
    low, mid, high = (float(row[column]) for column in ("low", "mid", "high"))
    return Assumption(
        key=row["key"],
        name=name,
        value=from_range(Shape(row["shape"]), low, mid, high, name),
        unit=Text(row["unit_nl"], row["unit_en"]),
        source=row["source"],
        confidence=int(row["confidence"]),
        entered_by=row["entered_by"],
    )


def domain_of(key: str) -> LifeDomain:
    """Return the life domain at the end of a key. Raises RefusedError when there is none by that name."""
    word = key.rpartition(".")[2]
    if word not in set(LifeDomain):
        raise RefusedError(
            Text(f"“{key}”: {word} is geen leefgebied.", f"“{key}”: {word} is no life domain.")
        )
    return LifeDomain(word)


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
