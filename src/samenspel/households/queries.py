"""Reading households: what comes out is already filtered by access and has left its line in the journal."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from samenspel.access.actions import note_allowed, require
from samenspel.access.queries import Standing, my_memberships
from samenspel.access.rules import Act, Kind, Reason, Role
from samenspel.accounts.models import User
from samenspel.households.access import readable_tables
from samenspel.households.models import Change, Household, Revision
from samenspel.households.rules.history import Act as Done
from samenspel.households.rules.history import Step, Steps, as_known, steps_of
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.search import fold
from samenspel.households.tables import TABLES, key_of, read_lists, row_id
from samenspel.journal.actions import Entry, note
from samenspel.kit.kept import Kept
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
        file, network_id = read_file(household_id, tables)
        people = tuple(row_id(household_id, one.key) for one in file.persons)
        note_allowed(held, Kind.STRUCTURE, act, at=at, subject=subject, data_subjects=people)
    return Dossier(household_id, network_id, file, held, tables)


def read_file(household_id: str, tables: Iterable[str]) -> tuple[HouseholdFile, str]:
    """Read the lists named by `tables`; raise `NoHouseholdError` when the household does not exist.

    Callers ask the decision first: this reads whatever it is told to.
    """
    names = set(tables)
    found = read_lists(household_id, [table for table in TABLES.values() if table.name in names])
    if found is None:
        raise NoHouseholdError(household_id)
    (network_id, key, called, municipality, plan_holder), lists = found
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
    return next(iter(Change.objects.raw(_newest_change.sql, [household_id])), None)


@Kept
def _newest_change() -> QuerySet[Change]:
    return Change.objects.filter(household_id="")[:1]


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


def dossier_as_known(
    user: User, household_id: str, *, at: datetime, moment: datetime, act: Act = Act.READ, subject: str
) -> Dossier:
    """Read a household as it was written down at `moment`, as this user may see it now."""
    held = dossier(user, household_id, at=at, act=act, subject=subject)
    file = file_as_known(household_id, moment, held.tables)
    lists = {name: getattr(file, name) for name in TABLES}
    network = rows_of(held.network_id, *_network_keys(lists))
    return replace(held, file=file.model_copy(update=_network_lists(network)))


def first_known(household_id: str) -> datetime | None:
    """When the first thing about a household was written down."""
    return (
        Change.objects.filter(household_id=household_id).order_by("at").values_list("at", flat=True).first()
    )


def steps_in(household_id: str, change_id: UUID) -> list[Step]:
    """The rows that one change of a household touched, in their order; whoever asks may put it back."""
    rows = Revision.objects.filter(household_id=household_id, change_id=change_id)
    return [Step(row.table, row.key, row.before, row.after) for row in rows]


MOST_STEPS = 60


def recent_changes(household_id: str) -> list[Change]:
    """The newest changes of a household, newest first: as far as somebody steps back."""
    return list(Change.objects.filter(household_id=household_id)[:MOST_STEPS])


def my_steps(user: User, recent: Iterable[Change], *, since: datetime) -> Steps:
    """Which own change the next step back takes back, and the next step forward does again, of a visit that
    began at `since`. What was brought in whole is undone where it was brought in."""
    mine = [one for one in recent if one.at >= since and one.batch is None and one.what != "demo"]
    return steps_of([Done(one.pk, one.by_id, one.undoes_id) for one in reversed(mine)], user.pk)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes are asked for; what is empty asks for all. Pages count from one."""

    table: str = ""
    key: str = ""
    by: int | None = None
    change: UUID | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Changed:
    """One change with the versions of its rows that are shown, and how many more it touched."""

    change: Change
    steps: tuple[Step, ...]
    more: int
    undone_by: Change | None


@dataclass(frozen=True, slots=True)
class Changes:
    """A page of changes, newest first; `dossier` holds the names, also of what is gone."""

    dossier: Dossier
    changes: tuple[Changed, ...]
    older: bool
    people: tuple[tuple[int, str], ...]


ON_A_PAGE, ROWS_OF_EACH, ROWS_OF_ONE = 20, 8, 400


def changes_of(user: User, household_id: str, wanted: Wanted, *, at: datetime) -> Changes:
    """Read what was changed: only in lists that the reader may see, and with a line in the journal."""
    held = dossier(user, household_id, at=at, subject="wat er veranderde")
    seen = held.tables | {"household"}
    rows = Revision.objects.filter(household_id=household_id, table__in=seen)
    asked = rows.filter(Q(table=wanted.table) if wanted.table else Q())
    asked = asked.filter(Q(key=wanted.key) if wanted.key else Q())
    every = Change.objects.filter(household_id=household_id)
    people = every.filter(Exists(rows.filter(change=OuterRef("pk")))).order_by("by_name")
    found = every.filter(Exists(asked.filter(change=OuterRef("pk"))))
    found = found.filter(by_id=wanted.by) if wanted.by is not None else found
    found = found.filter(pk=wanted.change) if wanted.change else found
    start = (wanted.page - 1) * ON_A_PAGE
    page = list(found[start : start + ON_A_PAGE + 1])
    most = ROWS_OF_ONE if wanted.change or wanted.key else ROWS_OF_EACH
    changes = _with_rows(page[:ON_A_PAGE], asked, most)
    return Changes(
        _naming(held, changes),
        changes,
        len(page) > ON_A_PAGE,
        tuple((by, name) for by, name in people.values_list("by_id", "by_name").distinct() if by is not None),
    )


def _with_rows(changes: list[Change], rows: QuerySet[Revision], most: int) -> tuple[Changed, ...]:
    """Put to each change its first `most` rows and who took it back: three queries, however many changes."""
    keys = [change.pk for change in changes]
    mine = rows.filter(change__in=keys).order_by("sequence")
    counts = dict(mine.order_by().values_list("change").annotate(many=Count("pk")))
    steps: dict[UUID, list[Step]] = {}
    early = mine.filter(Q(sequence__lt=most) | Q(change__in=[pk for pk in keys if counts.get(pk, 0) <= most]))
    for row in early:
        steps.setdefault(row.change_id, []).append(Step(row.table, row.key, row.before, row.after))
    undone = {change.undoes_id: change for change in Change.objects.filter(undoes__in=keys)}
    return tuple(
        Changed(
            change,
            tuple(steps.get(change.pk, [])[:most]),
            max(counts.get(change.pk, 0) - len(steps.get(change.pk, [])[:most]), 0),
            undone.get(change.pk),
        )
        for change in changes
    )


NAMED = ("persons", "supporters", "goals", "help")


def _naming(held: Dossier, changes: tuple[Changed, ...]) -> Dossier:
    """Add to the household the rows and people that its changes name and that are gone by now."""
    gone = Revision.objects.filter(
        household_id=held.id, table__in=held.tables & set(NAMED), after__isnull=True
    )
    lists: dict[str, dict[str, Row]] = {
        name: {row.key: row for row in getattr(held.file, name)} for name in NAMED
    }
    for table, key, before in gone.order_by("change__at").values_list("table", "key", "before"):
        lists[table].setdefault(key, TABLES[table].row.model_validate(before))
    steps = [step for change in changes for step in change.steps if step.table in TABLES]
    versions: dict[str, tuple[Row, ...]] = {name: tuple(getattr(held.file, name)) for name in TABLES}
    for step in steps:
        shape = TABLES[step.table].row
        both = tuple(shape.model_validate(one) for one in (step.before, step.after) if one is not None)
        versions[step.table] += both
    network = rows_of(held.network_id, *_network_keys(versions))
    update = {name: tuple(rows.values()) for name, rows in lists.items()} | _network_lists(network)
    return replace(held, file=held.file.model_copy(update=update))
