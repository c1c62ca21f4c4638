"""Putting a change back as it was before: a new change, which can itself be put back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rekenmodel.values import Text
from samenspel.access.actions import require
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.households.actions.changing import FaultyError, checked_row, require_agreeing
from samenspel.households.models import Change, Revision
from samenspel.households.queries import NoHouseholdError
from samenspel.households.rules.faults import REFERENCES, Fault
from samenspel.households.rules.history import Back, Step, back, newest_first
from samenspel.households.rules.record import Facts
from samenspel.households.tables import TABLES, read_rows
from samenspel.households.writing import HOUSEHOLD, Writing, changing, facts_of
from samenspel.kit.rows import Row

RowId = tuple[str, str]
"""A list and the key of a row in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What to put back of a change: these rows (else all); those in `over` whatever happened to them since,
    those in `leave` not."""

    rows: frozenset[RowId] = frozenset()
    over: frozenset[RowId] = frozenset()
    leave: frozenset[RowId] = frozenset()


@dataclass(frozen=True, slots=True)
class Clash:
    """A row that was changed again after the change that is put back: what stands now, what would stand."""

    step: Step
    now: dict[str, Any] | None
    back: Back


class ClashError(Exception):
    """Rows were changed again afterwards; somebody has to choose."""

    def __init__(self, clashes: list[Clash]) -> None:
        super().__init__(", ".join("/".join(clash.step.row) for clash in clashes))
        self.clashes = clashes


ALL_ROWS = Choices()


def put_back(
    *, by: User, at: datetime, household_id: str, change_id: UUID, choices: Choices = ALL_ROWS
) -> UUID | None:
    """Put a change, or some of its rows, back as it was before: a new change, which can itself be put back.

    Only the fields that the change touched go back. Raise `ClashError` when these were changed again and
    nobody chose, `FaultyError` when the row no longer fits, `StillUsedError` when others refer to a row that
    would go. Return None when all stands there so already.
    """
    require(by, household_id, Kind.EXISTENCE, Act.READ, at=at, subject=f"put back: {change_id}")
    change = Change.objects.filter(pk=change_id, household_id=household_id).first()
    if change is None:
        raise NoHouseholdError(str(change_id))
    steps = _steps_of(change, choices)
    for step in steps:
        _require_own_vote(by, change, step)
        if (step.before or {}).get("agreed") != (step.after or {}).get("agreed"):
            require_agreeing(by, household_id, step.table, {"agreed": None}, at=at)
    whole = not (choices.rows or choices.over or choices.leave)
    undone = Change.objects.filter(undoes=change).exists()
    tables = frozenset(step.table for step in steps)
    undoes = change if whole and not undone else None
    with changing(
        by=by, at=at, household_id=household_id, what="put_back", tables=tables, undoes=undoes
    ) as writing:
        _settle(writing, steps, choices)
    return writing.change.pk if writing.revisions else None


def _steps_of(change: Change, choices: Choices) -> list[Step]:
    """The rows of a change that are to go back; raise `NoHouseholdError` when there are none."""
    found = Revision.objects.filter(change=change).order_by("sequence")
    steps = newest_first(Step(one.table, one.key, one.before, one.after) for one in found)
    wanted = [step for step in steps if not choices.rows or step.row in choices.rows]
    steps = [_in_shape(step) for step in wanted if step.row not in choices.leave]
    if not wanted:
        raise NoHouseholdError(str(change.pk))
    return steps


def _in_shape(step: Step) -> Step:
    """The versions in the shape that rows have today: a column that came later makes no difference."""
    shape = Facts if step.table == HOUSEHOLD else TABLES[step.table].row

    def same(values: dict[str, Any] | None) -> dict[str, Any] | None:
        return shape.model_validate(values).model_dump(mode="json") if values is not None else None

    return Step(step.table, step.key, same(step.before), same(step.after))


def _require_own_vote(by: User, change: Change, step: Step) -> None:
    if change.what == "states.vote" and change.by_id != by.pk:
        text = Text("Alleen wie stemde, haalt die stem weer weg.", "Only who voted takes that vote back.")
        raise FaultyError([Fault(step.table, step.key, "votes", text)])


def _settle(writing: Writing, steps: list[Step], choices: Choices) -> None:
    """Write what goes back, unless somebody still has to choose: then nothing is written."""
    clashes = []
    for step in steps:
        now = _now(writing, step)
        found = back(step, now)
        if found.clashes and step.row not in choices.over:
            clashes.append(Clash(step, now, found))
        elif not found.there and not clashes:
            _write_back(writing, step, found.target)
    if clashes:
        raise ClashError(clashes)


def _now(writing: Writing, step: Step) -> dict[str, Any] | None:
    if step.table == HOUSEHOLD:
        return facts_of(writing.household).model_dump(mode="json")
    row = read_rows(TABLES[step.table], writing.household.pk, [step.key]).get(step.key)
    return row.model_dump(mode="json") if row else None


def _write_back(writing: Writing, step: Step, target: dict[str, Any] | None) -> None:
    if step.table == HOUSEHOLD:
        writing.name(Facts.model_validate(target))
    elif target is None:
        writing.remove(step.table, step.key)
    else:
        row = checked_row(step.table, target)
        _require_named(writing, step.table, row)
        writing.put(step.table, row)


def _require_named(writing: Writing, table: str, row: Row) -> None:
    """Refuse a row that names others which are gone; say which, by the name that they had."""
    faults: list[Fault] = []
    for field in TABLES[table].own_refs + tuple(link.field for link in TABLES[table].links if link.refers):
        value = getattr(row, field)
        keys = set(value) if isinstance(value, tuple) else {value} - {None}
        of = REFERENCES[table][field]
        gone = sorted(keys - read_rows(TABLES[of], writing.household.pk, keys).keys())
        faults += [Fault(table, row.key, field, _gone(writing.household.pk, of, key)) for key in gone]
    if faults:
        raise FaultyError(faults)


def _gone(household_id: str, table: str, key: str) -> Text:
    """What to say of a row that is not there any more."""
    rows = Revision.objects.filter(household_id=household_id, table=table, key=key, after__isnull=True)
    last = rows.order_by("-change__at", "-sequence").values_list("before", flat=True).first() or {}
    name = last.get("name") or last.get("title") or key
    return Text(
        f"Hierbij hoort ‘{name}’, en dat staat er niet meer. Zet eerst ‘{name}’ terug.",
        f"‘{name}’ belongs to this and is not there any more. Put ‘{name}’ back first.",
    )
