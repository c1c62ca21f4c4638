"""Changing a plan: begin one, change or add a row, take one out, judge a side, take a change back."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from samenspel.access.actions import require
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.households.actions import ChangedSinceError, FaultyError
from samenspel.households.actions.changing import row_that_fits
from samenspel.households.queries import read_file
from samenspel.households.rules.faults import Fault
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import read_rows
from samenspel.households.writing import Writing
from samenspel.kit.rows import Row
from samenspel.scenarios.access import may_write_for_others
from samenspel.scenarios.models import PlanChange, PlanRevision
from samenspel.scenarios.queries import NoPlanError, read_plans
from samenspel.scenarios.rules.codes import EditKind, OptionKind
from samenspel.scenarios.rules.edits import contradictions
from samenspel.scenarios.rules.first_plan import first_plan
from samenspel.scenarios.rules.plan import Judgement, PlanFile
from samenspel.scenarios.rules.plan_faults import faults_of_plans, faults_of_row, out_of_reach
from samenspel.scenarios.tables import TABLES
from samenspel.scenarios.writing import planning

START = frozenset({"plans", "options"})


class NotYoursError(Exception):
    """A judgement belongs to somebody else: it stays as it was written."""


def start_plan(*, by: User, at: datetime, on: date, household_id: str) -> str:
    """Begin a plan with the household's newest words, carrying on, and one other option; return its key."""
    require(by, household_id, Kind.WORDS, Act.READ, at=at, subject="perspectiefplan: woorden")
    key = f"p{uuid4().hex[:12]}"
    with planning(by=by, at=at, household_id=household_id, what="plans.start", tables=START) as writing:
        words = read_file(household_id, {"words"})[0].words
        begun = first_plan(key, on, words)
        writing.put("plans", *begun.plans)
        writing.put("options", *begun.options)
    return key


def write_plans(*, by: User, at: datetime, household_id: str, file: PlanFile, what: str) -> None:
    """Write all rows of a file of plans into a household; rows with other keys stay."""
    tables = frozenset(name for name in TABLES if getattr(file, name))
    with planning(by=by, at=at, household_id=household_id, what=what, tables=tables) as writing:
        given: dict[str, tuple[Row, ...]] = {name: getattr(file, name) for name in TABLES if name in tables}
        check_whole(household_id, given, at=at)
        for name, rows in given.items():
            writing.put(name, *rows)


def set_fields(
    *, by: User, at: datetime, household_id: str, table: str, key: str, values: Mapping[str, Any]
) -> UUID:
    """Change fields of one row; return the change for undo. Raise `FaultyError` when it does not fit."""
    tables = known(table)
    with planning(by=by, at=at, household_id=household_id, what=f"{table}.edit", tables=tables) as writing:
        row = read_rows(TABLES[table], household_id, [key]).get(key)
        if row is None:
            raise NoPlanError(key)
        _require_own(by, household_id, (row,), at=at)
        changed = checked(table, row.model_dump() | dict(values))
        check_whole(household_id, {table: (changed,)}, at=at)
        writing.put(table, changed)
    return _change(writing)


def add_row(
    *, by: User, at: datetime, household_id: str, table: str, values: Mapping[str, Any]
) -> tuple[UUID, str]:
    """Add one row with a key of its own; return the change and the key."""
    tables = known(table)
    key = str(values.get("key") or f"r{uuid4().hex[:12]}")
    row = checked(table, {**values, "key": key})
    with planning(by=by, at=at, household_id=household_id, what=f"{table}.add", tables=tables) as writing:
        _require_own(by, household_id, (row,), at=at)
        check_whole(household_id, {table: (row,)}, at=at)
        writing.put(table, row)
    return _change(writing), key


def remove_row(*, by: User, at: datetime, household_id: str, table: str, key: str) -> UUID:
    """Take one row out, with what hangs under an option; raise `StillUsedError` when a decision names it."""
    tables = known(table) | _under(table)
    with planning(by=by, at=at, household_id=household_id, what=f"{table}.remove", tables=tables) as writing:
        row = read_rows(TABLES[table], household_id, [key]).get(key)
        if row is None:
            raise NoPlanError(key)
        _require_own(by, household_id, (row,), at=at)
        for name in sorted(_under(table)):
            for below in getattr(read_plans(household_id, {name}), name):
                if below.option == key:
                    writing.remove(name, below.key)
        writing.remove(table, key)
    return _change(writing)


def stop_help(
    *, by: User, at: datetime, on: date, household_id: str, option: str, wanted: Iterable[str]
) -> UUID:
    """Make the help that stops in an option exactly what is wanted, in one change; new stops begin on `on`.

    Raise `FaultyError` when one of them does not fit: then none is written.
    """
    tables = frozenset({"edits"})
    with planning(by=by, at=at, household_id=household_id, what="edits.stop", tables=tables) as writing:
        edits = read_plans(household_id, tables).edits_of(option)
        stops = [edit for edit in edits if edit.kind is EditKind.STOP]
        kept = set(wanted)
        given = {"option": option, "kind": EditKind.STOP, "on": on}
        new = [
            checked("edits", {**given, "key": f"r{uuid4().hex[:12]}", "help": key})
            for key in sorted(kept - {edit.help for edit in stops})
        ]
        check_whole(household_id, {"edits": new}, at=at)
        writing.put("edits", *new)
        for edit in stops:
            if edit.help not in kept:
                writing.remove("edits", edit.key)
    return _change(writing)


def judge(
    *, by: User, at: datetime, on: date, household_id: str, option: str, side: str, values: Mapping[str, Any]
) -> UUID:
    """Write what this user finds of one side of the triangle; what he said before is kept as a version."""
    tables = frozenset({"judgements"})
    with planning(by=by, at=at, household_id=household_id, what="judgements.say", tables=tables) as writing:
        held = read_plans(household_id, tables).judgements
        mine = next(
            (row for row in held if (row.option, row.side, row.author_id) == (option, side, by.pk)), None
        )
        said = mine.model_dump() if mine else {"key": f"r{uuid4().hex[:12]}"}
        own = {
            "option": option,
            "side": side,
            "author": by.display_name,
            "author_id": by.pk,
            "on": on,
        }
        row = checked("judgements", said | dict(values) | own)
        check_whole(household_id, {"judgements": (row,)}, at=at)
        writing.put("judgements", row)
    return _change(writing)


def undo(*, by: User, at: datetime, household_id: str, change_id: UUID) -> UUID:
    """Take one change of a plan back whole; raise `ChangedSinceError` when a row was changed again since."""
    require(by, household_id, Kind.JUDGEMENT, Act.READ, at=at, subject=f"undo: {change_id}")
    change = PlanChange.objects.filter(pk=change_id, household_id=household_id).first()
    if change is None:
        raise NoPlanError(str(change_id))
    revisions = list(PlanRevision.objects.filter(change=change).order_by("-sequence"))
    tables = frozenset(revision.table for revision in revisions)
    with planning(
        by=by, at=at, household_id=household_id, what="undo", tables=tables, undoes=change
    ) as writing:
        for revision in revisions:
            _take_back(writing, revision, by, at)
    return _change(writing)


def known(table: str) -> frozenset[str]:
    """The list by this name; raises `NoPlanError` when there is none."""
    if table not in TABLES:
        raise NoPlanError(table)
    return frozenset({table})


def checked(table: str, values: Mapping[str, Any]) -> Row:
    """The row that these values make; raise `FaultyError`, naming the fields, when they make none."""
    return row_that_fits(table, TABLES[table].row, values, faults_of_row)


def check_whole(household_id: str, given: Mapping[str, Collection[Row]], *, at: datetime) -> None:
    """Raise `FaultyError` when rows that are about to be written do not fit with what there is."""
    plans = with_rows(read_plans(household_id, TABLES), given)
    faults = [fault for fault in faults_of_plans(plans) if fault.table in given]
    if "edits" in given:
        file, _ = read_file(household_id, {"help"})
        faults += _contradicting(file, plans)
        faults += out_of_reach(plans, {row.key for row in given["edits"]}, at.date())
    if faults:
        raise FaultyError(faults)


def with_rows(plans: PlanFile, given: Mapping[str, Collection[Row]]) -> PlanFile:
    """The plans as they will be: rows with a known key replaced, others added."""
    update = {}
    for name, rows in given.items():
        held = {row.key: row for row in getattr(plans, name)}
        update[name] = tuple((held | {row.key: row for row in rows}).values())
    return plans.model_copy(update=update)


def _contradicting(file: HouseholdFile, plans: PlanFile) -> list[Fault]:
    return [
        Fault("edits", found.key, found.field, found.text)
        for option in plans.options
        if option.kind is not OptionKind.AS_NOW
        for found in contradictions(file, plans.edits_of(option.key))
    ]


def _under(table: str) -> frozenset[str]:
    """The lists whose rows belong to an option and go with it."""
    return frozenset({"edits", "grounds", "judgements"}) if table == "options" else frozenset()


def _require_own(by: User, household_id: str, rows: Iterable[Row | None], *, at: datetime) -> None:
    """Raise `NotYoursError` for somebody who changes what another person judged, unless he leads the case."""
    others = [row for row in rows if isinstance(row, Judgement) and row.author_id != by.pk]
    if others:
        held = require(by, household_id, Kind.JUDGEMENT, Act.WRITE, at=at)
        if not may_write_for_others(held):
            raise NotYoursError(others[0].key)


def _take_back(writing: Writing, revision: PlanRevision, by: User, at: datetime) -> None:
    shape = TABLES[revision.table]
    now = read_rows(shape, writing.household.pk, [revision.key]).get(revision.key)
    after = shape.row.model_validate(revision.after) if revision.after is not None else None
    before = shape.row.model_validate(revision.before) if revision.before is not None else None
    if now != after:
        raise ChangedSinceError(revision.key)
    _require_own(by, writing.household.pk, (now, before), at=at)
    if before is None:
        writing.remove(revision.table, revision.key)
    else:
        writing.put(revision.table, before)


def _change(writing: Writing) -> UUID:
    found: UUID = writing.change.pk
    return found
