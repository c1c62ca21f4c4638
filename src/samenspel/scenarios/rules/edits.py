"""What an option does to the help of a household: pure edits on a household file.

Without edits the file stays the same, to the row. Edits that do not touch the same thing can be applied in
any order. Edits that contradict each other, or the help as it is, are refused with the field named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rekenmodel.costs import Period, Unit
from rekenmodel.values import RefusedError, Text
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.scenarios.rules.codes import EditKind
from samenspel.scenarios.rules.plan import PlannedEdit

DAY = timedelta(days=1)
PRICE = (
    *("price_key", "price_cents", "price_low_cents", "price_high_cents"),
    *("price_year", "price_concept", "price_source"),
)
AMOUNT = ("quantity", "unit", "per")


@dataclass(frozen=True, slots=True)
class EditFault:
    """An edit that cannot be: which, in which field, and what to do."""

    key: str
    field: str
    text: Text


class ContradictionError(RefusedError):
    """Edits that cannot be together; `faults` name every one of them and its field."""

    def __init__(self, faults: Sequence[EditFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(
            Text(" ".join(fault.text.nl for fault in faults), " ".join(fault.text.en for fault in faults))
        )


def edited(file: HouseholdFile, edits: Iterable[PlannedEdit]) -> HouseholdFile:
    """Return the file as it would be after the edits. Raises ContradictionError, naming all of them.

    Events change no row: what they do stands in `event_edits`. Without edits the same file comes back.
    """
    mine = sorted(edits, key=lambda edit: (edit.on, edit.key))
    faults = contradictions(file, mine)
    if faults:
        raise ContradictionError(faults)
    steps = [edit for edit in mine if edit.kind is not EditKind.EVENT]
    if not steps:
        return file
    rows = {row.key: row for row in file.help}
    current = {key: key for key in rows}  # by which row a line of help goes on after a change
    for edit in steps:
        _apply(edit, rows, current)
    added = sorted(rows.keys() - {row.key for row in file.help})
    order = [*(row.key for row in file.help), *added]
    return file.model_copy(update={"help": tuple(rows[key] for key in order)})


def event_edits(edits: Iterable[PlannedEdit]) -> tuple[PlannedEdit, ...]:
    """The edits that change the odds of an event, in order of day."""
    found = (edit for edit in edits if edit.kind is EditKind.EVENT)
    return tuple(sorted(found, key=lambda edit: (edit.event, edit.on, edit.key)))


def new_key(edit: PlannedEdit) -> str:
    """The key of the line of help that an edit adds."""
    return f"x-{edit.key}"[:40]


def origins(edits: Iterable[PlannedEdit]) -> dict[str, str]:
    """Which line of help goes on under other conditions in a line that an edit added, by the new key."""
    return {new_key(edit): edit.help for edit in edits if edit.kind is EditKind.CHANGE}


def _apply(edit: PlannedEdit, rows: dict[str, Help], current: dict[str, str]) -> None:
    if edit.kind is EditKind.PAY:
        rows[new_key(edit)] = _payment(edit)
    elif edit.kind is EditKind.START:
        key = edit.help or new_key(edit)
        rows[key] = _started(edit, rows.get(key))
        current[key] = key
    elif edit.kind is EditKind.STOP:
        here = current[edit.help]
        rows[here] = _ended(rows[here], edit.on)
    else:
        _change(edit, rows, current)


def _change(edit: PlannedEdit, rows: dict[str, Help], current: dict[str, str]) -> None:
    """Change a line from a day on: the old one ends, and one under new conditions goes on."""
    here = current[edit.help]
    row = rows[here]
    values = _given(edit)
    if edit.until is not None:
        values |= {"planned_end": edit.until, "until": None, "stays": False}
    conditions = values.keys() - {"planned_end", "until", "stays"}
    if not conditions or (row.since is not None and edit.on <= row.since):
        rows[here] = row.model_copy(update=values)
        return
    rows[here] = _ended(row, edit.on)
    key = new_key(edit)
    going_on = {"key": key, "since": edit.on, "waiting_since": None}
    rows[key] = row.model_copy(update={**values, **going_on})
    current[edit.help] = key


def _ended(row: Help, on: date) -> Help:
    """The line without the days from `on`; one that had not begun yet does not begin."""
    if row.since is None or row.since >= on:
        return row.model_copy(
            update={"since": None, "until": None, "planned_end": None, "waiting_since": None}
        )
    return row.model_copy(update={"until": on - DAY, "planned_end": None})


def _given(edit: PlannedEdit) -> dict[str, Any]:
    """The columns of a line of help that an edit fills in; quantity and price go whole."""
    found: dict[str, Any] = {}
    if edit.quantity is not None:
        found |= {name: getattr(edit, name) for name in AMOUNT}
    if edit.price_cents is not None or edit.price_key:
        found |= {name: getattr(edit, name) for name in PRICE}
        found |= {"budget_cents": None}
    if edit.payer is not None:
        found |= {"payer": edit.payer, "payer_disputed": False}
    if edit.law is not None:
        found["law"] = edit.law
    return found


def _started(edit: PlannedEdit, waiting: Help | None) -> Help:
    """The line that starts: one that somebody waited for, or a new one."""
    values = {"since": edit.on, "planned_end": edit.until, **_given(edit)}
    if edit.domains:
        values["domains"] = edit.domains
    if edit.purpose is not None:
        values["purpose"] = edit.purpose
    if waiting is not None:
        return waiting.model_copy(update={**values, "until": None, "waiting_since": None})
    return Help(key=new_key(edit), title=edit.title).model_copy(update=values)


def _payment(edit: PlannedEdit) -> Help:
    return Help(key=new_key(edit), title=edit.title).model_copy(
        update={
            **_given(edit),
            "since": edit.on,
            "domains": edit.domains,
            "purpose": edit.purpose,
            "quantity": Decimal(1),
            "unit": Unit.ITEM,
            "per": Period.ONCE,
        }
    )


def contradictions(file: HouseholdFile, edits: Iterable[PlannedEdit]) -> list[EditFault]:
    """What cannot be: help that is not there or does not run, two edits on one day, a day after the stop."""
    mine = sorted(edits, key=lambda edit: (edit.on, edit.key))
    rows = {row.key: row for row in file.help}
    found: list[EditFault] = []
    by_help: dict[str, list[PlannedEdit]] = {}
    for edit in mine:
        if edit.kind is EditKind.EVENT:
            continue
        if edit.help and edit.help not in rows:
            found.append(EditFault(edit.key, "help", GONE))
        elif edit.help:
            by_help.setdefault(edit.help, []).append(edit)
    for key, steps in by_help.items():
        found += _on_one_line(rows[key], steps)
    found += _on_events(event_edits(mine))
    return found


def _on_one_line(row: Help, steps: Sequence[PlannedEdit]) -> Iterator[EditFault]:
    """What cannot be among the edits of one line of help, which come in order of day."""
    for one, other in pairwise(steps):
        if one.on == other.on:
            yield EditFault(other.key, "on", _same_day(row.title))
    started = row.since is not None
    stopped: date | None = row.until
    for edit in steps:
        if edit.kind is EditKind.START:
            if started and (stopped is None or edit.on <= stopped):
                yield EditFault(edit.key, "kind", _runs_already(row.title))
            started, stopped = True, edit.until
            continue
        if not started:
            yield EditFault(edit.key, "help", _not_running(row.title))
        elif stopped is not None and edit.on > stopped:
            yield EditFault(edit.key, "on", _stopped_before(row.title, stopped))
        if edit.kind is EditKind.STOP:
            stopped = edit.on - DAY
        elif edit.until is not None:
            stopped = edit.until


def _on_events(edits: Sequence[PlannedEdit]) -> Iterator[EditFault]:
    for one, other in pairwise(edits):
        if one.event == other.event and (one.until is None or other.on <= one.until):
            yield EditFault(other.key, "on", EVENT_TWICE)


GONE = Text(
    "Deze hulp staat niet meer op de gezinspagina. Kies andere hulp of haal deze regel weg.",
    "This help is not on the household page any more. Choose other help or remove this line.",
)
EVENT_TWICE = Text(
    "Voor deze gebeurtenis verandert de kans twee keer in dezelfde tijd. Haal er één weg.",
    "The chance of this event changes twice at the same time. Remove one.",
)


def _same_day(title: str) -> Text:
    return Text(
        f"‘{title}’ verandert twee keer op dezelfde dag. Haal er één weg of kies een andere dag.",
        f"‘{title}’ changes twice on the same day. Remove one or choose another day.",
    )


def _runs_already(title: str) -> Text:
    return Text(
        f"‘{title}’ loopt al. Kies ‘hulp verandert’ in plaats van ‘hulp begint’.",
        f"‘{title}’ runs already. Choose ‘help changes’ instead of ‘help starts’.",
    )


def _not_running(title: str) -> Text:
    return Text(
        f"‘{title}’ is nog niet begonnen. Laat de hulp eerst beginnen.",
        f"‘{title}’ has not begun yet. Let the help start first.",
    )


def _stopped_before(title: str, on: date) -> Text:
    return Text(
        f"‘{title}’ is dan al gestopt, op {on.day}-{on.month}-{on.year}. Kies een eerdere dag.",
        f"‘{title}’ has stopped by then, on {on.isoformat()}. Choose an earlier day.",
    )
