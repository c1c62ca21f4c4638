"""Fits the organisations and professionals of a file onto those that the network knows already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules.notices import Notice, question
from samenspel.households.rules.faults import REFERENCES
from samenspel.households.rules.record import HouseholdFile
from samenspel.kit.rows import Row
from samenspel.network.rules import Organisation, Professional, Team

ORGANISATIONS, PROFESSIONALS = "organisations", "professionals"


@dataclass(frozen=True, slots=True)
class Directory:
    """The organisations, teams and professionals of a network."""

    organisations: Sequence[Organisation]
    teams: Sequence[Team]
    professionals: Sequence[Professional]


def fit(file: HouseholdFile, known: Directory) -> tuple[HouseholdFile, list[Notice]]:
    """Return the file with the network's own keys: one AGB code, or one name, is one organisation.

    A professional is the same when name and organisation are. A key that the network uses for somebody else
    is asked about, because the network's own row is kept.
    """
    organisations = _organisation_keys(file, known)
    file = _renamed(file, ORGANISATIONS, organisations)
    there = {(row.name.casefold(), row.organisation): row.key for row in known.professionals}
    keys = {row.key for row in known.professionals}
    professionals = {
        row.key: there[row.name.casefold(), row.organisation]
        for row in file.professionals
        if row.key not in keys and (row.name.casefold(), row.organisation) in there
    }
    file = _renamed(file, PROFESSIONALS, professionals)
    return file, _clashes(file, known)


def _organisation_keys(file: HouseholdFile, known: Directory) -> dict[str, str]:
    keys = {row.key for row in known.organisations}
    by_agb = {row.agb: row.key for row in known.organisations if row.agb}
    by_name = {row.name.casefold(): row.key for row in known.organisations}
    found: dict[str, str] = {}
    for row in file.organisations:
        same = by_agb.get(row.agb) if row.agb else None
        if same is None and row.key not in keys:
            same = by_name.get(row.name.casefold())
        if same is not None and same != row.key:
            found[row.key] = same
    return found


def _renamed(file: HouseholdFile, target: str, keys: Mapping[str, str]) -> HouseholdFile:
    """Return the file with other keys for rows of `target`, everywhere they are named."""
    if not keys:
        return file
    lists: dict[str, Any] = {}
    for table, references in REFERENCES.items():
        fields = [field for field, named in references.items() if named == target]
        if fields:
            lists[table] = tuple(_with_keys(row, fields, keys) for row in getattr(file, table))
    rows = (_with_keys(row, ["key"], keys) for row in lists.get(target, getattr(file, target)))
    lists[target] = tuple({row.key: row for row in rows}.values())
    return file.model_copy(update=lists)


def _with_keys(row: Row, fields: Sequence[str], keys: Mapping[str, str]) -> Row:
    return row.model_copy(update={name: keys.get(getattr(row, name), getattr(row, name)) for name in fields})


def _clashes(file: HouseholdFile, known: Directory) -> list[Notice]:
    organisations = {row.key: row for row in known.organisations}
    professionals = {row.key: row for row in known.professionals}
    found = []
    for row in file.organisations:
        there = organisations.get(row.key)
        if there is not None and there.name.casefold() != row.name.casefold():
            found.append(_other(row.name, there.name))
    for person in file.professionals:
        other = professionals.get(person.key)
        if other is not None and (other.name.casefold(), other.organisation) != (
            person.name.casefold(), person.organisation,
        ):  # fmt: skip
            found.append(_other(person.name, other.name))
    return found


def _other(name: str, there: str) -> Notice:
    return question(
        Text(name, name),
        Text(
            f"In het netwerk heet dit '{there}'. Dat blijft zo. Klopt dat niet? Geef een andere sleutel.",
            f"The network knows this as '{there}'. That stays. Not right? Give another key.",
        ),
    )
