"""Going back: the rows of a past moment are today's rows with every later change taken back, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samenspel.households.rules.record import HouseholdFile


@dataclass(frozen=True, slots=True)
class Step:
    """How one row was before and after a change; None means it was not there."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


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
