"""Whether a household from messages may be one that stands here already, brought in without messages.

Messages know people by their citizen service number, a workbook or file never has one. So only somebody who
knows the household can say that they are the same; here is only gathered what there is to ask.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from samenspel.exchange.rules.ijw_clients import Client


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who stands in a household here, and whom no message knows yet."""

    household: str
    household_name: str
    key: str
    name: str
    birth_date: date | None


def lookalikes(clients: Iterable[Client], there: Iterable[Somebody]) -> list[dict[str, Any]]:
    """Return the households that hold somebody like one of `clients`, as plain JSON values.

    Alike is: born on the same day and with the same first name or whole name. Of each household its id and
    name, which person each client would be, and what those persons are called.
    """
    by_birth: dict[date, list[Somebody]] = {}
    for person in there:
        if person.birth_date is not None:
            by_birth.setdefault(person.birth_date, []).append(person)
    found: dict[str, dict[str, Any]] = {}
    for client in clients:
        for person in by_birth.get(client.birth_date, ()) if client.birth_date else ():
            if _alike(client, person):
                here = found.setdefault(
                    person.household,
                    {"household": person.household, "name": person.household_name, "persons": {}, "who": []},
                )
                if client.bsn not in here["persons"] and person.key not in here["persons"].values():
                    here["persons"][client.bsn] = person.key
                    here["who"].append(person.name)
    return sorted(found.values(), key=lambda one: (-len(one["persons"]), one["name"], one["household"]))


def _alike(client: Client, person: Somebody) -> bool:
    shown, name = client.name.shown.casefold(), person.name.casefold()
    given = client.name.first_names.casefold().split(" ")[0]
    return shown == name or (given != "" and given == name.split(" ")[0])
