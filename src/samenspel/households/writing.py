"""The one way to write a household: inside `changing`, which asks, keeps versions and notes the journal."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import RestrictedError

from samenspel.access.actions import DeniedError, entry, note_allowed, require
from samenspel.access.queries import Standing
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
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


class StillUsedError(Exception):
    """A row cannot go: other rows refer to it."""


@dataclass(slots=True)
class Writing:
    """A change in the making. Rows go in with `put`, out with `remove`; both keep the version before."""

    household: Household
    tables: frozenset[str]
    change: Change
    is_new: bool = False
    """Whether the household was opened just now: then no list holds a row before it is written here."""
    revisions: list[Revision] = field(default_factory=list)
    written: set[str] = field(default_factory=set)

    def put(self, table: str, *rows: Row) -> None:
        """Write rows of one list: new keys are added after those that are there, known keys replaced."""
        self._declared(table)
        shape = TABLES[table]
        empty = self.is_new and table not in self.written
        before = {} if empty else read_rows(shape, self.household.pk, [row.key for row in rows])
        self.written.add(table)
        changed = [row for row in rows if before.get(row.key) != row]
        for row in changed:
            if row.key in before:
                own = shape.model.objects.filter(pk=row_id(self.household.pk, row.key))
                own.update(**columns(shape, row, self.household.pk, self.household.network_id))
        self._add(shape, [row for row in changed if row.key not in before], empty=empty)
        self._link(shape, changed, before)
        for row in changed:
            self._revise(table, row.key, before.get(row.key), row)

    def _add(self, shape: Table, rows: Sequence[Row], *, empty: bool) -> None:
        if not rows:
            return
        count = 0 if empty else shape.model.objects.filter(household=self.household).count()
        shape.model.objects.bulk_create(
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
            links = [link for row in rows for link in link_rows(shape, row, self.household.pk)]
            model.objects.bulk_create([link for link in links if isinstance(link, model)])

    def remove(self, table: str, key: str) -> None:
        """Take one row out; raise `StillUsedError` when other rows refer to it."""
        self._declared(table)
        shape = TABLES[table]
        before = read_rows(shape, self.household.pk, [key]).get(key)
        if before is None:
            return
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

    def _revise(self, table: str, key: str, before: Row | None, after: Row | None) -> None:
        self.revisions.append(
            Revision(
                change=self.change,
                household=self.household,
                sequence=len(self.revisions),
                table=table,
                key=key,
                before=before.model_dump(mode="json") if before else None,
                after=after.model_dump(mode="json") if after else None,
            )
        )

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


def require_writing(user: User, household_id: str, tables: frozenset[str], *, at: datetime) -> Standing:
    """Ask the decision for every list that will be written; a refusal is noted and raised."""
    kinds = sorted({Kind.STRUCTURE if name == HOUSEHOLD else TABLES[name].kind for name in tables})
    held = require(user, household_id, kinds[0], Act.WRITE, at=at)
    for kind in kinds[1:]:
        decision = held.may(kind, Act.WRITE)
        if not decision.allowed:
            note(entry(held, kind, Act.WRITE, decision), by_id=user.pk, by_name=user.display_name, at=at)
            raise DeniedError(decision, kind, Act.WRITE)
    return held


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
    held = require_writing(by, household_id, tables, at=at)
    with transaction.atomic():
        household = Household.objects.select_for_update(of=("self",)).get(pk=household_id)
        change = Change(
            id=uuid4(),
            household=household,
            batch=batch,
            at=at,
            by_id=by.pk,
            by_name=by.display_name,
            what=what,
            undoes=undoes,
        )
        is_new = not Change.objects.filter(household=household).exists()
        writing = Writing(household, tables, change, is_new)
        yield writing
        if writing.revisions:
            change.save(force_insert=True)
            Revision.objects.bulk_create(writing.revisions)
            for kind in sorted({_kind(revision.table) for revision in writing.revisions}):
                keys = ", ".join(
                    f"{row.table}/{row.key}" for row in writing.revisions if _kind(row.table) == kind
                )
                note_allowed(held, kind, Act.WRITE, at=at, subject=f"{what}: {keys}")
            _index(writing)


def _kind(table: str) -> Kind:
    return Kind.STRUCTURE if table == HOUSEHOLD else TABLES[table].kind


def _index(writing: Writing) -> None:
    """Keep the words by which this household is found."""
    if not {HOUSEHOLD, "persons"} & {revision.table for revision in writing.revisions}:
        return
    names = Person.objects.filter(household=writing.household).order_by("pk").values_list("name", flat=True)
    text = search_text(writing.household.name, names)
    Household.objects.filter(pk=writing.household.pk).update(search_text=text)


def put_file(writing: Writing, file: HouseholdFile) -> None:
    """Write all lists of a file, in the order in which rows refer to each other."""
    for name, table in TABLES.items():
        rows: tuple[Row, ...] = getattr(file, name)
        if rows:
            writing.put(table.name, *rows)
    writing.name(Facts.model_validate(file.model_dump(include=set(Facts.model_fields))))
