"""What every page about a plan is made from, and how it shows fields and own words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rekenmodel.costs import PriceList
from rekenmodel.values import Language, day
from samenspel.desk.rules.fields import Around, Part
from samenspel.desk.rules.filling import boxes
from samenspel.households.rules.codes import WordsKind
from samenspel.households.rules.record import HouseholdFile, Words
from samenspel.kit.rows import Row
from samenspel.scenarios.rules.plan import (
    PlanFile,
)
from samenspel.scenarios.rules.shown_plan import (
    PartShown,
    Said,
    Taken,
)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page about a plan is made from: the household, its plans, who reads and in which language."""

    household_id: str
    file: HouseholdFile
    plans: PlanFile
    prices: PriceList
    language: Language
    writes: frozenset[str]
    """The lists that this reader may change."""
    me: str
    saved: str = ""
    hidden: frozenset[str] = frozenset()
    """The lists of the plan and of the household page that this reader may not see."""

    def said(self, nl: str, en: str) -> str:
        """One of two sentences, in the reader's language."""
        return nl if self.language == "nl" else en

    def shown(self, table: str, row: Row, parts: Iterable[Part]) -> tuple[PartShown, ...]:
        """Fields with the values of a row in them; none for who may not change it."""
        if table not in self.writes:
            return ()
        around = Around(self.file, self.prices, table, row.key)
        return tuple(
            PartShown(
                uid=f"{table}-{row.key}-{part.name}",
                table=table,
                key=row.key,
                part=part,
                boxes=boxes(part, type(row), row.model_dump(), around, self.language),
                said=Said(),
            )
            for part in parts
        )

    def empty(
        self, table: str, shape: type[Row], parts: Iterable[Part], values: Mapping[str, Any], of: str = "new"
    ) -> tuple[PartShown, ...]:
        """Fields of a row that is still to be added, with what is known already; `of` tells forms apart."""
        around = Around(self.file, self.prices, table, "")
        return tuple(
            PartShown(
                uid=f"{table}-{of}-{part.name}",
                table=table,
                key="",
                part=part,
                boxes=boxes(part, shape, values, around, self.language),
                said=Said(),
            )
            for part in parts
        )


def quotes(desk: Desk, keys: Iterable[str], *kinds: WordsKind) -> tuple[Taken, ...]:
    """The household's own words with these keys, of these kinds (all when none are named)."""
    wanted = set(keys)
    rows = [row for row in desk.file.words if row.key in wanted and (not kinds or row.kind in kinds)]
    return tuple(_quote(desk, row) for row in rows)


def _quote(desk: Desk, row: Words) -> Taken:
    people = {one.key: one.name for one in desk.file.persons}
    people |= {one.key: one.name for one in desk.file.supporters}
    who = people.get(row.person or row.supporter or "", "")
    said = f"{who}, {day(row.on, desk.language)}" if who else day(row.on, desk.language)
    return Taken(text=row.text, who=said, table="words", key=row.key, voice=True)


def not_seen(desk: Desk) -> str:
    """What stands where a list is that this reader may not see."""
    return desk.said("ziet alleen wie met het gezin werkt", "only for who works with the family")


def state(desk: Desk, filled: bool, taken: bool = False) -> str:
    """How far a step of the plan is, in a word."""
    if filled:
        return desk.said("ingevuld", "filled in")
    return desk.said("overgenomen", "taken over") if taken else desk.said("nog leeg", "still empty")
