"""The element tables, datatypes and code lists of iJw and iWmo 3.2, read once into frozen structures."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rekenmodel.values import Law

DATA = Path(__file__).parents[1] / "data" / "ijw"
RELEASE = "3_2"
STANDARDS = {Law.JEUGDWET: "ijw", Law.WMO: "iwmo"}
LAW_OF_STANDARD = {"iJw": Law.JEUGDWET, "iWmo": Law.WMO}

SAME_LISTS = {
    "AanduidingWoonadres": "NUM061",
    "AdresSoort": "COD757",
    "Communicatievorm": "COD747",
    "DatumGebruik": "COD170",
    "DebetCredit": "COD043",
    "Eenheid": "WJ756",
    "Frequentie": "WMO757",
    "Geslacht": "COD046",
    "JaNee": "COD260",
    "JuridischeStatus": "WJ232",
    "NaamGebruik": "COD700",
    "RedenAfwijzingVerzoek": "WJ759",
    "RedenVerzoek": "WJ758",
    "RetourCode": "WJ001",
    "SoortRelatie": "COD472",
    "StatusAanlevering": "COD467",
    "TypeVerwijzer": "COD327",
    "VerzoekAntwoord": "WJ760",
    "WettelijkeVertegenwoordiging": "WJ003",
}
LISTS = {
    Law.JEUGDWET: SAME_LISTS
    | {"ProductCategorie": "JZ020", "RedenBeeindiging": "JZ588", "RedenWijziging": "JZ002"},
    Law.WMO: SAME_LISTS
    | {"ProductCategorie": "WMO020", "RedenBeeindiging": "WMO588", "RedenWijziging": "WMO002"},
}
"""Which code list belongs to which datatype (without its prefix LDT_)."""

NOT_BLANK = r".*\S.*"
SAME_PATTERN = {r"([.\s]*\S+[.\s]*)+": NOT_BLANK, r".*[^\s].*": NOT_BLANK}
"""Patterns of the schema that say "not only blanks", written so that no text can make them slow."""


@dataclass(frozen=True, slots=True)
class Simple:
    """A datatype without parts: its base, limits and permitted values."""

    name: str
    base: str
    pattern: re.Pattern[str] | None
    values: frozenset[str]
    code_list: str
    shortest: int
    longest: int | None
    lowest: int
    highest: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """One element inside a complex type; `most` is none when it may repeat without end."""

    tag: str
    name: str
    type: "Simple | Complex"
    least: int
    most: int | None
    fixed: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Complex:
    """A type with parts in a fixed order."""

    name: str
    parts: tuple[Part, ...]
    tags: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Schema:
    """One kind of message: its type ("JW301"), law, number ("301"), code and root."""

    message_type: str
    law: Law
    number: str
    code: str
    root: Complex


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _number(text: str) -> int | None:
    return int(text) if text else None


def _simple(row: dict[str, str], law: Law) -> Simple:
    name = row["name"].removeprefix("LDT_")
    pattern = SAME_PATTERN.get(row["pattern"], row["pattern"])
    return Simple(
        name=name,
        base=row["base"].removeprefix("xs:"),
        pattern=re.compile(pattern, re.DOTALL) if pattern else None,
        values=frozenset(row["enumeration"].split("|")) - {""},
        code_list=LISTS[law].get(name, ""),
        shortest=_number(row["minLength"]) or 0,
        longest=_number(row["length"]) or _number(row["maxLength"]),
        lowest=_number(row["minInclusive"]) or 0,
        highest=_number(row["maxInclusive"]),
    )


class _Builder:
    """Builds the schemas of one standard; base types are shared by all its messages."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.standard = STANDARDS[law]
        self.simple = {row["name"]: _simple(row, law) for row in _rows(f"{self.standard}_3.2_datatypes.csv")}
        self.rows: dict[tuple[str, str], list[dict[str, str]]] = {}
        for row in _rows(f"{self.standard}_3.2_elements.csv"):
            self.rows.setdefault((row["schema"], row["complex_type"]), []).append(row)
        self.made: dict[tuple[str, str], Complex] = {}

    def namespace(self, schema: str) -> str:
        return f"http://www.istandaarden.nl/{self.standard}/{RELEASE}/{schema.lower()}/schema"

    def complex(self, schema: str, name: str) -> Complex:
        key = (schema, name)
        if key not in self.made:
            parts = tuple(self.part(schema, row) for row in self.rows[key])
            tags = frozenset(part.tag for part in parts)
            self.made[key] = Complex(name, parts, tags, frozenset(part.name for part in parts))
        return self.made[key]

    def part(self, schema: str, row: dict[str, str]) -> Part:
        prefix, _, name = row["type"].partition(":")
        kind: Simple | Complex
        if name in self.simple:
            kind = self.simple[name]
        else:
            kind = self.complex("basisschema" if prefix == self.standard else schema, name)
        return Part(
            tag=f"{self.namespace(schema)}}}{row['element']}",
            name=row["element"],
            type=kind,
            least=int(row["min"]),
            most=None if row["max"] == "unbounded" else int(row["max"]),
            fixed=re.compile(row["fixed_pattern"]) if row["fixed_pattern"] else None,
        )

    def schemas(self) -> Iterator[tuple[str, Schema]]:
        for message_type, name in list(self.rows):
            if name == "Root":
                code = next(
                    row["fixed_pattern"]
                    for row in self.rows[message_type, "Header"]
                    if row["element"] == "BerichtCode"
                )
                root = self.complex(message_type, "Root")
                schema = Schema(message_type, self.law, message_type[-3:], code, root)
                yield f"{self.namespace(message_type)}}}Bericht", schema


@lru_cache(maxsize=1)
def schemas() -> dict[str, Schema]:
    """Every kind of message by the qualified tag of its root (namespace, "}", "Bericht")."""
    return {tag: schema for law in STANDARDS for tag, schema in _Builder(law).schemas()}


@lru_cache(maxsize=1)
def code_lists() -> dict[tuple[Law, str], dict[str, str]]:
    """The Dutch label of each code, per law and code list ("WJ756")."""
    lists: dict[tuple[Law, str], dict[str, str]] = {}
    for row in _rows("codelists_3.2.csv"):
        lists.setdefault((LAW_OF_STANDARD[row["standard"]], row["list"]), {})[row["code"]] = row["label"]
    return lists


def label(law: Law, datatype: str, code: str | None) -> str:
    """Return the Dutch label of `code` in the list of `datatype` ("Eenheid"); else the code."""
    if not code:
        return ""
    return code_lists()[law, LISTS[law][datatype]].get(code, code)


def message_of_code(code: str) -> str:
    """Return the message type ("JW323") that a BerichtCode belongs to, empty when unknown."""
    found = (code_lists()[law, "COD002"].get(code, "") for law in STANDARDS)
    return next((name for name in found if name), "")
