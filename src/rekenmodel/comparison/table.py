"""Reading the tables of a TOML file: every value checked, every message with the place of what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Assumption, Shape, from_range

_Word = TypeVar("_Word", bound=StrEnum)
UNSOURCED = 3
"""The confidence of a number without a source of its own: weakly founded, and shown as such."""


@dataclass(frozen=True)
class Table:
    """One table of the file. `place` says where it stands, as in `help 2 (coach)`; `file` names the file."""

    file: str
    place: str
    values: Mapping[str, Any]

    def allow(self, *fields: str) -> None:
        """Raise RefusedError on a field that means nothing here, with the field that may be meant."""
        for field in self.values:
            if field not in fields:
                near = get_close_matches(field, fields, 1)
                hint_nl = f"Bedoelt u “{near[0]}”?" if near else f"Kies uit: {', '.join(fields)}."
                hint_en = f"Do you mean “{near[0]}”?" if near else f"Choose from: {', '.join(fields)}."
                raise self.wrong(
                    field, Text(f"dit veld kennen we niet. {hint_nl}", f"unknown field. {hint_en}")
                )

    def wrong(self, field: str, why: Text) -> RefusedError:
        """Return the refusal of a field, with the file and the place in front."""
        where = ", ".join(part for part in (self.file, self.place, field) if part)
        return RefusedError(Text(f"{where}: {why.nl}", f"{where}: {why.en}"))

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text that is not empty."""
        found = self.values.get(field, default)
        if not isinstance(found, str) or not found.strip():
            raise self.wrong(field, Text("vul een tekst in.", "give a text."))
        return found.strip()

    def whole(self, field: str, default: int | None = None) -> int:
        """Return a whole number."""
        found = self.values.get(field, default)
        if not isinstance(found, int) or isinstance(found, bool):
            raise self.wrong(field, Text("vul een heel getal in.", "give a whole number."))
        return found

    def month(self, field: str) -> int | None:
        """Return a month, 0 is now; None when the field is not there."""
        return self.whole(field) if field in self.values else None

    def number(self, field: str, default: float | None = None) -> float:
        """Return a number."""
        found = self.values.get(field, default)
        if not is_number(found):
            raise self.wrong(field, Text("vul een getal in.", "give a number."))
        return float(found)

    def flag(self, field: str, default: bool) -> bool:
        """Return yes or no."""
        found = self.values.get(field, default)
        if not isinstance(found, bool):
            raise self.wrong(field, Text("kies true of false.", "choose true or false."))
        return found

    def word(self, field: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """Return one of the words of an enumeration."""
        found = self.values.get(field, default)
        if found not in {str(word) for word in words}:
            listed = ", ".join(words)
            raise self.wrong(field, Text(f"kies één van: {listed}.", f"choose one of: {listed}."))
        return words(found)

    def tables(self, field: str) -> Iterator["Table"]:
        """Give the tables of a list, each with its number and, when it has one, its key."""
        found = self.values.get(field, [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            raise self.wrong(field, Text(f"schrijf dit als [[{field}]].", f"write this as [[{field}]]."))
        for number, entry in enumerate(found, 1):
            key = entry.get("key", "")
            named = f"{field} {number}" + (f" ({key})" if isinstance(key, str) and key else "")
            yield Table(self.file, ", ".join(filter(None, (self.place, named))), entry)

    def table(self, field: str) -> "Table":
        """Return a table by name; empty when it is not there."""
        found = self.values.get(field, {})
        if not isinstance(found, dict):
            raise self.wrong(field, Text(f"schrijf dit als [{field}].", f"write this as [{field}]."))
        return Table(self.file, ", ".join(filter(None, (self.place, field))), found)

    def assumption(
        self, field: str, key: str, name: Text, unit: Text, shape: Shape, factor: float = 1.0
    ) -> Assumption:
        """Return an uncertain number: one number, [low, middle, high], or a table with low, mid and high.

        The table may also say `shape`, `source` and `confidence`. All are multiplied by `factor`.
        """
        found = self.values.get(field)
        if is_number(found):
            inner = Table(self.file, self.place, {"low": found, "mid": found, "high": found})
        elif isinstance(found, list) and len(found) == 3:
            inner = Table(self.file, self.place, dict(zip(("low", "mid", "high"), found, strict=True)))
        elif isinstance(found, dict):
            inner = self.table(field)
        else:
            raise self.wrong(
                field,
                Text("vul een getal in, of [laag, midden, hoog].", "give a number, or [low, middle, high]."),
            )
        return inner.as_assumption(field, key, name, unit, shape, factor)

    def as_assumption(
        self, field: str, key: str, name: Text, unit: Text, shape: Shape, factor: float
    ) -> Assumption:
        """Return the uncertain number that stands in this very table."""
        self.allow("low", "mid", "high", "shape", "source", "confidence", "year", "key", "unit")
        low, mid, high = (factor * self.number(end) for end in ("low", "mid", "high"))
        asked = self.word("shape", Shape, shape)
        fits = Shape.PERT if asked is Shape.LOGNORMAL and low <= 0 and "shape" not in self.values else asked
        sourced = "source" in self.values
        try:
            return Assumption(
                *(key, name, from_range(fits, low, mid, high, name), unit),
                self.text("source") if sourced else f"{self.file}, zonder bron",
                self.whole("confidence", 5 if sourced else UNSOURCED),
                self.file,
            )
        except RefusedError as refused:
            raise self.wrong("" if self.place.endswith(field) else field, refused.text) from refused


def is_number(found: object) -> bool:
    """Whether this is a number; yes and no are none, and neither is infinity."""
    return isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < float("inf")
