"""Changing a household: open one, change or add a row, take one out, take a change back."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from pydantic import ValidationError

from samenspel.access.actions import forget_household, note_allowed, require
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.households.models import Change, Household, Revision
from samenspel.households.queries import NoHouseholdError, read_file
from samenspel.households.rules.faults import Fault, faults_of_row, faults_of_shape
from samenspel.households.rules.record import Facts, HouseholdFile, State, StateVote
from samenspel.households.rules.rounds import current_round, held_marks
from samenspel.households.tables import TABLES, read_rows
from samenspel.households.writing import (
    HOUSEHOLD,
    RowDeniedError,
    Writing,
    changing,
    facts_of,
    open_all,
    put_file,
)
from samenspel.kit.rows import Row


class FaultyError(Exception):
    """What was typed does not fit; `faults` say where and what to do."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("; ".join(fault.text.en for fault in faults))
        self.faults = faults


@contextmanager
def said_in_place() -> Iterator[None]:
    """Say beside the field that a row is not his to change, and whom to ask."""
    try:
        yield
    except RowDeniedError as denied:
        raise FaultyError([Fault(denied.table, denied.key, "", denied.ask)]) from denied


class ChangedSinceError(Exception):
    """A change cannot be taken back: somebody changed the same row afterwards."""


def open_household(
    *, by: User, at: datetime, network_id: str, facts: Facts, household_id: str | None = None
) -> str:
    """Open a household in a network and make its opener case lead for half a year; return its id."""
    ids = [household_id] if household_id else []
    return open_all(by=by, at=at, network_id=network_id, facts=[facts], ids=ids)[0]


def write_file(
    *, by: User, at: datetime, household_id: str, file: HouseholdFile, what: str, batch: UUID | None = None
) -> None:
    """Write all lists of a file into a household; rows with other keys stay."""
    tables = frozenset(name for name in TABLES if getattr(file, name)) | {HOUSEHOLD}
    with changing(by=by, at=at, household_id=household_id, what=what, tables=tables, batch=batch) as writing:
        put_file(writing, file)


def set_fields(
    *, by: User, at: datetime, household_id: str, table: str, key: str, values: Mapping[str, Any]
) -> UUID:
    """Change fields of one row; return the change for undo. Raise `FaultyError` when it does not fit."""
    require_agreeing(by, household_id, table, values, at=at)
    tables = frozenset({table})
    with (
        said_in_place(),
        changing(by=by, at=at, household_id=household_id, what=f"{table}.edit", tables=tables) as writing,
    ):
        row = read_rows(TABLES[table], household_id, [key]).get(key)
        if row is None:
            raise NoHouseholdError(key)
        writing.put(table, checked_row(table, row.model_dump() | dict(values)))
    return writing.made


def name_household(*, by: User, at: datetime, household_id: str, values: Mapping[str, Any]) -> UUID:
    """Change what the household itself is called, where it lives, or whose plan it is; return the change."""
    tables = frozenset({HOUSEHOLD})
    with changing(by=by, at=at, household_id=household_id, what="household.edit", tables=tables) as writing:
        try:
            facts = Facts.model_validate(facts_of(writing.household).model_dump() | dict(values))
        except ValidationError as error:
            raise FaultyError(faults_of_shape(error, table=HOUSEHOLD, key=writing.household.key)) from error
        writing.name(facts)
    return writing.made


def vote(*, by: User, at: datetime, on: date, household_id: str, vote: StateVote) -> UUID:
    """Put one person's vote in the round that runs on `on`; begin a round if none runs.

    What this vote leaves open stays as the same person said it before; a new round begins with the marks that
    everybody gave in the last half year. Done inside the transaction, so that of two people who vote at once
    neither vote is lost.
    """
    tables = frozenset({"states"})
    with changing(by=by, at=at, household_id=household_id, what="states.vote", tables=tables) as writing:
        states = read_file(household_id, tables)[0].states
        row = _round(states, on)
        marks = next((held for held in held_marks(states, on) if held.voter_key == vote.voter_key), vote)
        mine = next((held for held in row.votes if held.voter_key == vote.voter_key), vote)
        said = mine.model_dump(exclude_none=True) | vote.model_dump(exclude_none=True)
        votes = (
            *(held for held in row.votes if held.voter_key != vote.voter_key),
            marks.model_copy(update=said),
        )
        writing.put("states", row.model_copy(update={"votes": votes}))
    return writing.made


def agree(*, by: User, at: datetime, on: date, household_id: str, values: Mapping[str, Any]) -> UUID:
    """Write the agreed state in the round that runs on `on`, or in a new one; only a case lead may."""
    require_agreeing(by, household_id, "states", values, at=at)
    tables = frozenset({"states"})
    with changing(by=by, at=at, household_id=household_id, what="states.agree", tables=tables) as writing:
        row = _round(read_file(household_id, tables)[0].states, on)
        writing.put("states", checked_row("states", row.model_dump() | dict(values)))
    return writing.made


def _round(states: tuple[State, ...], on: date) -> State:
    fresh = State(key=f"r{uuid4().hex[:12]}", on=on, votes=held_marks(states, on))
    return current_round(states, on) or fresh


def require_agreeing(
    by: User, household_id: str, table: str, values: Mapping[str, Any], *, at: datetime
) -> None:
    """Refuse an agreed state of somebody who may only vote, whichever editor it comes from."""
    if table == "states" and "agreed" in values:
        require(by, household_id, Kind.STRUCTURE, Act.WRITE, at=at, subject="states.agree")


def add_row(
    *, by: User, at: datetime, household_id: str, table: str, values: Mapping[str, Any]
) -> tuple[UUID, str]:
    """Add one row with a key of its own; return the change and the key."""
    require_agreeing(by, household_id, table, values, at=at)
    key = str(values.get("key") or f"r{uuid4().hex[:12]}")
    tables = frozenset({table})
    with (
        said_in_place(),
        changing(by=by, at=at, household_id=household_id, what=f"{table}.add", tables=tables) as writing,
    ):
        writing.put(table, checked_row(table, {**values, "key": key}))
    return writing.made, key


def remove_row(*, by: User, at: datetime, household_id: str, table: str, key: str) -> UUID:
    """Take one row out; raise `StillUsedError` when others refer to it."""
    require_agreeing(by, household_id, table, {"agreed": None}, at=at)
    with changing(
        by=by, at=at, household_id=household_id, what=f"{table}.remove", tables=frozenset({table})
    ) as writing:
        writing.remove(table, key)
    return writing.made


def undo(*, by: User, at: datetime, household_id: str, change_id: UUID) -> UUID:
    """Take one change back whole; raise `ChangedSinceError` when a row was changed again afterwards."""
    require(by, household_id, Kind.EXISTENCE, Act.READ, at=at, subject=f"undo: {change_id}")
    change = Change.objects.filter(pk=change_id, household_id=household_id).first()
    if change is None:
        raise NoHouseholdError(str(change_id))
    revisions = list(Revision.objects.filter(change=change).order_by("-sequence"))
    for revision in revisions:
        if (revision.before or {}).get("agreed") != (revision.after or {}).get("agreed"):
            require_agreeing(by, household_id, revision.table, {"agreed": None}, at=at)
    tables = frozenset(revision.table for revision in revisions)
    with changing(
        by=by, at=at, household_id=household_id, what="undo", tables=tables, undoes=change
    ) as writing:
        for revision in revisions:
            _take_back(writing, revision)
    return writing.made


def changes_that_stand(household_id: str) -> list[Change]:
    """Return the changes of a household that nobody took back, without the undoing itself, newest first."""
    changes = list(Change.objects.filter(household=household_id).order_by("-at", "-pk"))
    undone_by = {change.undoes_id: change.pk for change in changes if change.undoes_id}

    def stands(pk: UUID) -> bool:
        times = 0
        while pk in undone_by:
            pk, times = undone_by[pk], times + 1
        return times % 2 == 0

    return [change for change in changes if change.undoes_id is None and stands(change.pk)]


def forget_import(*, by: User, at: datetime, household_id: str, batch: UUID) -> None:
    """Take a household out again that an import opened, as long as nobody changed it since."""
    held = require(by, household_id, Kind.STRUCTURE, Act.IMPORT, at=at, subject="import.forget")
    with transaction.atomic():
        household = Household.objects.select_for_update().get(pk=household_id)
        if any(change.batch != batch for change in changes_that_stand(household_id)):
            raise ChangedSinceError(household_id)
        household.delete()
        forget_household(household_id)
        note_allowed(held, Kind.STRUCTURE, Act.IMPORT, at=at, subject="import.forget")


def mark_persons(*, by: User, at: datetime, household_id: str, digests: Mapping[str, str]) -> None:
    """Keep by which digest messages know these persons (by key); an empty one forgets it."""
    tables = frozenset({"persons"})
    with changing(by=by, at=at, household_id=household_id, what="persons.mark", tables=tables) as writing:
        writing.mark(digests)


def checked_row(table: str, values: Mapping[str, Any]) -> Row:
    """Make a row of these values; raise `FaultyError` when they do not fit."""
    return row_that_fits(table, TABLES[table].row, values, faults_of_row)


def row_that_fits(
    table: str, shape: type[Row], values: Mapping[str, Any], faults_in: Callable[[str, Row], list[Fault]]
) -> Row:
    """Make a row of this shape; raise `FaultyError`, naming the fields, when the values make none."""
    try:
        row = shape.model_validate(dict(values))
    except ValidationError as error:
        raise FaultyError(faults_of_shape(error, table=table, key=str(values.get("key", "")))) from error
    faults = faults_in(table, row)
    if faults:
        raise FaultyError(faults)
    return row


def _take_back(writing: Writing, revision: Revision) -> None:
    if revision.table == HOUSEHOLD:
        if facts_of(writing.household) != Facts.model_validate(revision.after):
            raise ChangedSinceError(revision.key)
        writing.name(Facts.model_validate(revision.before))
        return
    table = TABLES[revision.table]
    now = read_rows(table, writing.household.pk, [revision.key]).get(revision.key)
    after = table.row.model_validate(revision.after) if revision.after is not None else None
    if now != after:
        raise ChangedSinceError(revision.key)
    if revision.before is None:
        writing.remove(revision.table, revision.key)
    else:
        writing.put(revision.table, table.row.model_validate(revision.before))
