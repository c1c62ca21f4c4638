"""Reading households: what comes out is already filtered by access and has left its line in the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery

from samenspel.access.actions import note_allowed, require
from samenspel.access.queries import Standing, my_memberships
from samenspel.access.rules import Act, Kind, Reason, Role
from samenspel.accounts.models import User
from samenspel.households.access import readable_tables
from samenspel.households.models import Change, Household, Revision
from samenspel.households.rules.history import Step, as_known
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.search import fold
from samenspel.households.tables import TABLES, all_rows, decode_all, key_of
from samenspel.journal.actions import Entry, note
from samenspel.kit.rows import Row
from samenspel.network.queries import Rows, rows_of


class NoHouseholdError(LookupError):
    """There is no such household."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One household as one person may see it; `tables` names the lists that he may see at all."""

    id: str
    network_id: str
    file: HouseholdFile
    standing: Standing
    tables: frozenset[str]


def dossier(
    user: User, household_id: str, *, at: datetime, act: Act = Act.READ, subject: str = "gezinspagina"
) -> Dossier:
    """Read a whole household in a handful of queries; lists that the reader may not see stay empty."""
    held = require(user, household_id, Kind.STRUCTURE, act, at=at, subject=subject)
    tables = readable_tables(held, act)
    with transaction.atomic():
        note_allowed(held, Kind.STRUCTURE, act, at=at, subject=subject)
        file, network_id = read_file(household_id, tables)
    return Dossier(household_id, network_id, file, held, tables)


def read_file(household_id: str, tables: Iterable[str]) -> tuple[HouseholdFile, str]:
    """Read the lists named by `tables`; raise `NoHouseholdError` when the household does not exist.

    Callers ask the decision first: this reads whatever it is told to.
    """
    names = tuple(name for name in TABLES if name in set(tables))
    with connection.cursor() as cursor:
        cursor.execute(_reading(names), [household_id])
        found = cursor.fetchone()
    if found is None:
        raise NoHouseholdError(household_id)
    network_id, key, called, municipality, plan_holder, *texts = found
    lists: dict[str, Any] = {
        name: decode_all(TABLES[name], text) for name, text in zip(names, texts, strict=True)
    }
    network = rows_of(network_id, *_network_keys(lists))
    file = HouseholdFile.model_construct(
        key=key,
        name=called,
        municipality=municipality,
        plan_holder=key_of(plan_holder) if plan_holder else None,
        **_network_lists(network),
        **lists,
    )
    return file, network_id


@cache
def _reading(names: tuple[str, ...]) -> str:
    """The one query that reads these lists; kept, because composing it takes longer than running it."""
    lists = {f"_{name}": all_rows(TABLES[name]) for name in names}
    query = Household.objects.annotate(**lists).filter(pk="").order_by()
    facts = ("network_id", "key", "name", "municipality", "plan_holder_id")
    return query.values_list(*facts, *lists).query.sql_with_params()[0]


def _network_keys(lists: dict[str, tuple[Row, ...]]) -> tuple[set[str], set[str]]:
    """The professionals and organisations that the rows name."""
    professionals: set[str] = set()
    organisations: set[str] = set()
    for name, rows in lists.items():
        for ref in TABLES[name].network_refs:
            keys = {key for row in rows if (key := getattr(row, ref)) is not None}
            (organisations if ref == "organisation" else professionals).update(keys)
    return professionals, organisations


def _network_lists(rows: Rows) -> dict[str, Any]:
    return {"organisations": rows.organisations, "teams": rows.teams, "professionals": rows.professionals}


@dataclass(frozen=True, slots=True)
class Listed:
    """A household in somebody's list."""

    id: str
    name: str
    role: Role
    municipality: str


MOST_LISTED = 200


def my_households(user: User, *, at: datetime, words: str = "") -> list[Listed]:
    """List the households that this user takes part in now, or those among them that match `words`."""
    mine = my_memberships(user, at=at)
    found = Household.objects.filter(pk__in=mine.values("household_id")).annotate(
        my_role=Subquery(mine.filter(household_id=OuterRef("pk")).values("role"))
    )
    for word in fold(words).split():
        found = found.filter(search_text__contains=word)
    line = Entry(
        act=Act.SEARCH if words else Act.READ,
        kind=Kind.EXISTENCE,
        allowed=True,
        reason=Reason.ROLE_MAY,
        subject=f"mijn gezinnen: {words}" if words else "mijn gezinnen",
    )
    with transaction.atomic():
        note(line, by_id=user.pk, by_name=user.display_name, at=at)
        rows = list(found.order_by("name", "pk")[:MOST_LISTED])
    return [Listed(row.pk, row.name, Role(row.my_role), row.municipality) for row in rows]


def last_change(household_id: str) -> Change | None:
    """The newest change of a household: what the page says was saved when."""
    return Change.objects.filter(household_id=household_id).first()


def changes_since(household_id: str, moment: datetime) -> list[Step]:
    """The row versions written after `moment`, newest first."""
    rows = Revision.objects.filter(household_id=household_id, change__at__gt=moment).order_by(
        "-change__at", "-change_id", "-sequence"
    )
    return [Step(row.table, row.key, row.before, row.after) for row in rows]


def file_as_known(household_id: str, moment: datetime, tables: Iterable[str]) -> HouseholdFile:
    """The household as it was written down at `moment`: today's rows with every later change taken back."""
    names = frozenset(tables)
    file, _ = read_file(household_id, names)
    steps = [step for step in changes_since(household_id, moment) if step.table in names]
    return as_known(file, steps)
