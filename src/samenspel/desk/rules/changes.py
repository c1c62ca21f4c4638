"""What was changed, said so that people can read it: which row, and of each field what stood there first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from rekenmodel.costs import load_price_list
from rekenmodel.values import Text
from samenspel.desk.rules.titles import LIST_NAMES, title_of
from samenspel.exchange.rules.row_words import heading, said
from samenspel.households.rules.faults import REFERENCES
from samenspel.households.rules.history import Step
from samenspel.households.rules.record import Facts, HouseholdFile, StateVote
from samenspel.kit.rows import Row

HOUSEHOLD = "household"
UNSAID = frozenset({"key", "rule_version", "signal_values", "computed"})
"""What nobody typed and nobody can choose: the calculation behind an agreed state."""
TITLED = frozenset({"title", "name", "votes"})
FIRST_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what stood there and what stands there now; empty when there was nothing."""

    label: Text
    before: Text | None
    after: Text | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happened to one row: added, removed or changed."""

    table: str
    key: str
    list_name: Text
    title: Text
    kind: str
    lines: tuple[Line, ...]

    @property
    def row(self) -> str:
        """The row as an address names it."""
        return f"{self.table}/{self.key}"


def row_change(step: Step, file: HouseholdFile) -> RowChange:
    """Say one step; `file` gives the names of what it mentions."""
    before, after = _row(step.table, step.before), _row(step.table, step.after)
    kind = "added" if before is None else "removed" if after is None else "changed"
    return RowChange(
        step.table,
        step.key,
        LIST_NAMES[step.table],
        title(step.table, after or before, file),
        kind,
        _lines(step.table, before, after, file),
    )


def title(table: str, row: Row | None, file: HouseholdFile) -> Text:
    """What a row is called."""
    if row is None:
        return LIST_NAMES[table]
    if isinstance(row, Facts):
        return Text(row.name, row.name)
    return title_of(table, row, file)


def clash_lines(
    table: str, now: Mapping[str, Any] | None, target: Mapping[str, Any] | None, file: HouseholdFile
) -> tuple[Line, ...]:
    """What stands there now beside what would stand there, field by field."""
    return _lines(table, _row(table, now), _row(table, target), file)


def _row(table: str, values: Mapping[str, Any] | None) -> Row | None:
    if values is None:
        return None
    shape = Facts if table == HOUSEHOLD else get_args(HouseholdFile.model_fields[table].annotation)[0]
    row: Row = shape.model_validate(values)
    return row


def _lines(table: str, before: Row | None, after: Row | None, file: HouseholdFile) -> tuple[Line, ...]:
    if before is not None and after is not None:
        return tuple(_differing(table, before, after, file))
    whole = after or before
    if whole is None:
        return ()
    told = [
        (heading(table, name), _said(table, name, value, file))
        for name, value in whole
        if name not in UNSAID | TITLED and not _default(whole, name, value)
    ]
    gone = after is None
    return tuple(
        Line(label, value if gone else None, None if gone else value) for label, value in told[:FIRST_FIELDS]
    )


def _differing(table: str, before: Row, after: Row, file: HouseholdFile) -> Iterable[Line]:
    for name, old in before:
        new = getattr(after, name)
        if name in UNSAID or old == new:
            continue
        if name == "votes":
            yield _votes(old, new)
        else:
            yield Line(heading(table, name), _said(table, name, old, file), _said(table, name, new, file))


def _said(table: str, name: str, value: Any, file: HouseholdFile) -> Text:
    """A value in words; what it refers to by name, from the list to which this field refers."""
    if name == "price_key" and (item := load_price_list().items.get(value)):
        return Text(item.item, item.item)
    of = "persons" if name == "plan_holder" else REFERENCES.get(table, {}).get(name)
    rows = getattr(file, of) if of else ()
    return said(name, value, {row.key: getattr(row, "title", "") or row.name for row in rows})


def _votes(before: Iterable[StateVote], after: Iterable[StateVote]) -> Line:
    """Who voted what is shown where people vote, to who voted himself; here only how many did."""
    label = Text("Stemmen", "Votes")
    old, new = (str(sum(vote.state is not None for vote in votes)) for votes in (before, after))
    if old == new:
        return Line(label, None, Text("iemand veranderde een stem", "somebody changed a vote"))
    return Line(label, Text(old, old), Text(new, new))


def _default(row: Row, name: str, value: Any) -> bool:
    field = type(row).model_fields[name]
    return value in (None, "", (), {}) or (not field.is_required() and value == field.get_default())
