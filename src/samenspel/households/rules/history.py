"""Going back: past moments, putting one change back, and the steps that somebody can take back himself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from samenspel.households.rules.record import HouseholdFile

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """How one row was before and after a change; None means it was not there."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def row(self) -> tuple[str, str]:
        """Which row it is about."""
        return self.table, self.key


def as_known(file: HouseholdFile, later: Iterable[Step]) -> HouseholdFile:
    """Return `file` as it was before the `later` steps, which come newest first."""
    data = file.model_dump(mode="json")
    for step in later:
        if step.table == "household":
            data |= step.before or {}
            continue
        rows = {row["key"]: row for row in data[step.table]}
        if step.before is None:
            rows.pop(step.key, None)
        else:
            rows[step.key] = step.before
        data[step.table] = list(rows.values())
    return HouseholdFile.model_validate(data)


def newest_first(steps: Iterable[Step]) -> list[Step]:
    """One step for each row of a change, last written first: the order in which they can be put back."""
    whole: dict[tuple[str, str], Step] = {}
    for step in steps:
        first = whole.pop(step.row, step)
        whole[step.row] = Step(step.table, step.key, first.before, step.after)
    return list(reversed(whole.values()))


@dataclass(frozen=True, slots=True)
class Back:
    """What putting a step back would make of its row.

    `target` is the row as it becomes, None when it goes. `clashes` are the fields that were changed again
    afterwards; with any of these somebody has to choose. `there` means that it stands there so already.
    """

    target: dict[str, Any] | None
    clashes: tuple[str, ...] = ()
    there: bool = False


def back(step: Step, now: Values | None) -> Back:
    """Put a step back on the row as it is `now`: only its own fields, so that later work on others stays."""
    if step.before is None:
        return _out_again(step.after or {}, now)
    if step.after is None or now is None:
        return _in_again(step, now)
    own = [name for name, value in step.before.items() if step.after.get(name) != value]
    clashes = [name for name in own if now.get(name) not in (step.after.get(name), step.before[name])]
    target = dict(now) | {name: step.before[name] for name in own}
    return Back(target, tuple(clashes), there=target == now)


def _out_again(after: Values, now: Values | None) -> Back:
    """A row that was added goes again; what was filled in since then would go with it."""
    if now is None:
        return Back(None, there=True)
    return Back(None, tuple(name for name, value in now.items() if after.get(name) != value))


def _in_again(step: Step, now: Values | None) -> Back:
    """A row that is gone comes back as it was; when it was changed before it went, somebody has to choose."""
    before = dict(step.before or {})
    if now is None:
        return Back(before, () if step.after is None else ("key",))
    return Back(before, tuple(name for name in before if now.get(name) != before[name]), there=now == before)


@dataclass(frozen=True, slots=True)
class Act:
    """One change as far as stepping back is concerned."""

    pk: UUID
    by_id: int | None
    undoes: UUID | None


@dataclass(frozen=True, slots=True)
class Steps:
    """The change that the next step back takes back, and the one that the next step forward does."""

    undo: UUID | None = None
    redo: UUID | None = None


def steps_of(log: Iterable[Act], me: int) -> Steps:
    """Where somebody stands in his own changes of a visit; `log` comes oldest first.

    A new change of his own ends the steps forward, as in every editor. What somebody else took back is left
    alone: that is another person's word.
    """
    done: list[UUID] = []
    undone: list[UUID] = []
    for act in log:
        if act.undoes in done:
            done.remove(act.undoes)
            if act.by_id == me:
                undone.append(act.pk)
        elif act.undoes in undone:
            undone.remove(act.undoes)
            if act.by_id == me:
                done.append(act.pk)
        elif act.by_id == me:
            done.append(act.pk)
            undone.clear()
    return Steps(done[-1] if done else None, undone[-1] if undone else None)
