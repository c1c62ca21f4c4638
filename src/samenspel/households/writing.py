"""The one way to write a household: inside `changing`, which asks, keeps versions and notes the journal."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Model, RestrictedError

from samenspel.access.actions import (
    DeniedError,
    Done,
    admit_to_new,
    entry,
    note_all_allowed,
    require_each,
    require_generally_each,
)
from samenspel.access.queries import Standing
from samenspel.access.rules import Act, Kind, Role
from samenspel.accounts.models import User
from samenspel.households.access import RowAnswer, may_change_row
from samenspel.households.models import Change, Household, Person, Revision
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.households.rules.search import search_text
from samenspel.households.tables import (
    TABLES,
    Table,
    columns,
    key_of,
    link_models,
    link_rows,
    read_rows,
    row_id,
)
from samenspel.journal.actions import note
from samenspel.kit.rows import Row

HOUSEHOLD = "household"
MEMBERSHIP_TERM = timedelta(days=182)
OWN_WORDS = ("words.", "goals.")
"""Changes of one row in which words can be written down for somebody else; a whole file is no such act."""


class RowDeniedError(DeniedError):
    """Somebody who writes in a list may not change this row; `ask` says whom to ask."""

    def __init__(self, answer: RowAnswer, household_id: str, table: str, key: str) -> None:
        super().__init__(answer.decision, _kind(table), Act.WRITE)
        self.ask = answer.ask
        self.household_id = household_id
        self.table = table
        self.key = key


class StillUsedError(Exception):
    """A row cannot go: other rows refer to it."""


@dataclass(slots=True)
class Fresh:
    """Rows that are not in the database yet. Those of many households go in together, a table at a time."""

    rows: dict[type[Any], list[Model]] = field(default_factory=dict)

    def add(self, rows: Iterable[Model]) -> None:
        """Hold rows until `write`; those that were added first go in first."""
        for row in rows:
            self.rows.setdefault(type(row), []).append(row)

    def write(self) -> None:
        """Put everything that is held in the database."""
        held, self.rows = self.rows, {}
        for model, rows in held.items():
            model.objects.bulk_create(rows)


@dataclass(slots=True)
class Writing:
    """A change in the making. Rows go in with `put`, out with `remove`; both keep the version before."""

    household: Household
    tables: frozenset[str]
    change: Any
    is_new: bool = False
    """Whether the household was opened just now: then no list holds a row before it is written here."""
    shapes: Mapping[str, Table] = field(default_factory=lambda: TABLES)
    """The lists that can be written; another room that keeps rows of a household brings its own."""
    version: type[Any] = Revision
    revisions: list[Any] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    marks: dict[str, str] = field(default_factory=dict)
    fresh: Fresh = field(default_factory=Fresh)
    held: Standing | None = None
    """How the writer stands to the household; another room that decides about its own rows leaves it out."""
    written_for: set[str] = field(default_factory=set)
    waits: bool = False
    """Whether new rows wait for those of other households; whoever opened the change writes them."""

    @property
    def made(self) -> UUID:
        """The id of the change."""
        made: UUID = self.change.pk
        return made

    def put(self, table: str, *rows: Row) -> None:
        """Write rows of one list: new keys are added after those that are there, known keys replaced."""
        self._declared(table)
        shape = self.shapes[table]
        empty = self.is_new and table not in self.written
        if table in self.written:
            self.fresh.write()
        before = {} if empty else read_rows(shape, self.household.pk, [row.key for row in rows])
        self.written.add(table)
        changed = [row for row in rows if before.get(row.key) != row]
        for row in changed:
            self._may(table, before.get(row.key), row)
        for row in changed:
            if row.key in before:
                own = shape.model.objects.filter(pk=row_id(self.household.pk, row.key))
                own.update(**columns(shape, row, self.household.pk, self.household.network_id))
        self._add(shape, [row for row in changed if row.key not in before], empty=empty)
        self._link(shape, changed, before)
        if not self.waits:
            self.fresh.write()
        for row in changed:
            self._revise(table, row.key, before.get(row.key), row)

    def _add(self, shape: Table, rows: Sequence[Row], *, empty: bool) -> None:
        if not rows:
            return
        count = 0 if empty else shape.model.objects.filter(household=self.household).count()
        self.fresh.add(
            shape.model(
                id=row_id(self.household.pk, row.key),
                household=self.household,
                key=row.key,
                position=count + index,
                **columns(shape, row, self.household.pk, self.household.network_id),
            )
            for index, row in enumerate(rows)
        )

    def _link(self, shape: Table, rows: Sequence[Row], before: dict[str, Row]) -> None:
        ids = [row_id(self.household.pk, row.key) for row in rows if row.key in before]
        for model, column in link_models(shape).items():
            if ids:
                model.objects.filter(**{f"{column}__in": ids}).delete()
        for row in rows:
            self.fresh.add(link_rows(shape, row, self.household.pk))

    def remove(self, table: str, key: str) -> None:
        """Take one row out; raise `StillUsedError` when other rows refer to it."""
        self._declared(table)
        self.fresh.write()
        shape = self.shapes[table]
        before = read_rows(shape, self.household.pk, [key]).get(key)
        if before is None:
            return
        self._may(table, before, None)
        try:
            shape.model.objects.filter(pk=row_id(self.household.pk, key)).delete()
        except RestrictedError as error:
            raise StillUsedError(key) from error
        self._revise(table, key, before, None)

    def name(self, facts: Facts) -> None:
        """Write what the household itself is called."""
        self._declared(HOUSEHOLD)
        before = facts_of(self.household)
        if before == facts:
            return
        self.household.name = facts.name
        self.household.municipality = facts.municipality
        holder = facts.plan_holder
        self.household.plan_holder_id = row_id(self.household.pk, holder) if holder else None
        self.household.save(update_fields=["name", "municipality", "plan_holder"], force_update=True)
        self._revise(HOUSEHOLD, facts.key, before, facts)

    def mark(self, digests: Mapping[str, str]) -> None:
        """Keep by which digest messages know these persons (by key); an empty one forgets it."""
        self._declared("persons")
        self.marks.update(digests)

    def _revise(self, table: str, key: str, before: Row | None, after: Row | None) -> None:
        self.revisions.append(
            self.version(
                change=self.change,
                household=self.household,
                sequence=len(self.revisions),
                table=table,
                key=key,
                before=before.model_dump(mode="json") if before else None,
                after=after.model_dump(mode="json") if after else None,
            )
        )

    def _may(self, table: str, before: Row | None, after: Row | None) -> None:
        """Ask about one row; raise `RowDeniedError` when it is not his to change."""
        row = after or before
        if self.held is None or row is None:
            return
        answer = may_change_row(self.held, self.household.network_id, table, before, after)
        if not answer.decision.allowed:
            raise RowDeniedError(answer, self.household.pk, table, row.key)
        self.written_for |= {answer.written_for} - {""}

    @property
    def touched(self) -> set[str]:
        """The lists of which rows were changed."""
        return {revision.table for revision in self.revisions}

    def _declared(self, table: str) -> None:
        if table not in self.tables:
            raise LookupError(f"declare {table!r} to changing() before writing it")


def facts_of(household: Household) -> Facts:
    """What the household itself is called, as a plain row."""
    holder = household.plan_holder_id
    return Facts(
        key=household.key,
        name=household.name,
        municipality=household.municipality,
        plan_holder=key_of(holder) if holder else None,
    )


def kinds_of(tables: Collection[str]) -> list[Kind]:
    """The kinds of data in some lists."""
    return sorted({_kind(name) for name in tables})


def open_all(
    *, by: User, at: datetime, network_id: str, facts: Sequence[Facts], ids: Sequence[str] = ()
) -> list[str]:
    """Open households in a network and make their opener case lead for half a year; return their ids."""
    require_generally_each(by, Kind.EXISTENCE, Act.CREATE, at=at, subjects=[one.name for one in facts])
    ids = ids or [uuid4().hex for _ in facts]
    with transaction.atomic():
        Household.objects.bulk_create(
            Household(id=pk, network_id=network_id, key=one.key, name=one.name, municipality=one.municipality)
            for pk, one in zip(ids, facts, strict=True)
        )
        admit_to_new(user=by, household_ids=ids, role=Role.CASE_LEAD, since=at, until=at + MEMBERSHIP_TERM)
    return list(ids)


@contextmanager
def changing(
    *,
    by: User,
    at: datetime,
    household_id: str,
    what: str,
    tables: frozenset[str],
    batch: UUID | None = None,
    undoes: Change | None = None,
) -> Iterator[Writing]:
    """Open one change: it is written whole, with its versions and journal lines, or not at all."""
    with _changing({household_id: tables}, by=by, at=at, what=what, batch=batch, undoes=undoes) as writings:
        yield writings[household_id]


@contextmanager
def changing_each(
    tables: Mapping[str, frozenset[str]], *, by: User, at: datetime, what: str, batch: UUID | None = None
) -> Iterator[dict[str, Writing]]:
    """Open one change in each household (by id, with the lists that will be written), all or nothing.

    New rows of all of them go in together when the block ends, so that many households cost few statements.
    """
    with _changing(tables, by=by, at=at, what=what, batch=batch, waits=True) as writings:
        yield writings


@contextmanager
def _changing(
    tables: Mapping[str, frozenset[str]],
    *,
    by: User,
    at: datetime,
    what: str,
    waits: bool = False,
    **known: Any,
) -> Iterator[dict[str, Writing]]:
    kinds = {household_id: kinds_of(names) for household_id, names in tables.items()}
    held = require_each(by, kinds, Act.WRITE, at=at)
    with _noting_refused_rows(held, at=at), transaction.atomic():
        fresh = Fresh()
        writings: dict[str, Writing] = {}
        for household in _locked(tables):
            change = Change(
                id=uuid4(),
                household=household,
                at=at,
                by_id=by.pk,
                by_name=by.display_name,
                what=what,
                **known,
            )
            writings[household.pk] = Writing(
                household,
                tables[household.pk],
                change,
                fresh=fresh,
                waits=waits,
                held=held[household.pk],
            )
        for pk in _never_changed(tables):
            writings[pk].is_new = True
        yield writings
        _finish(list(writings.values()), fresh)
        note_all_allowed([line for pk, one in writings.items() for line in _lines(held[pk], one)], at=at)


@contextmanager
def _noting_refused_rows(held: Mapping[str, Standing], *, at: datetime) -> Iterator[None]:
    """Leave the line of a refused row in the journal, outside the transaction that it ends."""
    try:
        yield
    except RowDeniedError as denied:
        who = held[denied.household_id]
        subject = f"{denied.table}/{denied.key}"
        line = entry(who, denied.kind, denied.act, denied.decision, subject=subject)
        note(line, by_id=who.user_id, by_name=who.user_name, at=at)
        raise


def _locked(households: Collection[str]) -> list[Household]:
    """Lock households, always in the same order, so that two who write never wait for each other."""
    found = list(
        Household.objects.select_for_update(of=("self",)).filter(pk__in=list(households)).order_by("pk")
    )
    if len(found) < len(households):
        raise Household.DoesNotExist
    return found


def _never_changed(households: Collection[str]) -> set[str]:
    """Which of these households were opened just now: nothing stands in them yet."""
    changed = (
        Change.objects.filter(household__in=list(households)).order_by().values_list("household", flat=True)
    )
    return set(households).difference(changed.distinct())


def _finish(writings: Sequence[Writing], fresh: Fresh) -> None:
    """Write what waits: rows, changes, versions, the digests of persons and the words to search for."""
    fresh.add(one.change for one in writings if one.revisions)
    fresh.add(revision for one in writings for revision in one.revisions)
    fresh.write()
    marked = [
        Person(pk=row_id(one.household.pk, key), bsn_digest=digest)
        for one in writings
        for key, digest in one.marks.items()
    ]
    Person.objects.bulk_update(marked, ["bsn_digest"])
    _index([one.household for one in writings if {HOUSEHOLD, "persons"} & one.touched])


def _lines(held: Standing, writing: Writing) -> Iterator[Done]:
    """The journal lines of one change: one for each kind of data."""
    what = writing.change.what
    if writing.written_for and what.startswith(OWN_WORDS):
        what = f"{what} (opgeschreven voor {', '.join(sorted(writing.written_for))})"
    for kind in kinds_of(writing.touched):
        keys = [f"{row.table}/{row.key}" for row in writing.revisions if _kind(row.table) == kind]
        yield Done(held, kind, Act.WRITE, f"{what}: {', '.join(keys)}")
    if writing.marks:
        yield Done(held, Kind.STRUCTURE, Act.WRITE, f"persons.mark: {', '.join(sorted(writing.marks))}")


def _kind(table: str) -> Kind:
    return Kind.STRUCTURE if table == HOUSEHOLD else TABLES[table].kind


def _index(households: Sequence[Household]) -> None:
    """Keep the words by which these households are found."""
    names: dict[str, list[str]] = {one.pk: [] for one in households}
    persons = Person.objects.filter(household__in=list(names)).order_by("pk")
    for household_id, name in persons.values_list("household_id", "name"):
        names[household_id].append(name)
    for one in households:
        one.search_text = search_text(one.name, names[one.pk])
    Household.objects.bulk_update(households, ["search_text"])


def put_file(writing: Writing, file: HouseholdFile) -> None:
    """Write all lists of a file, in the order in which rows refer to each other."""
    for name, table in TABLES.items():
        rows: tuple[Row, ...] = getattr(file, name)
        if rows:
            writing.put(table.name, *rows)
    writing.name(Facts.model_validate(file.model_dump(include=set(Facts.model_fields))))
