"""The one way to write a plan: inside `planning`, which asks, keeps versions and notes the journal.

Plans have changes of their own beside those of the household, so that each can be undone on its own page.
A decision on a plan stands on the household page as well: it comes, changes and goes with this one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from samenspel.access.actions import DeniedError, entry, note_allowed, require
from samenspel.access.queries import Standing
from samenspel.access.rules import Act
from samenspel.accounts.models import User
from samenspel.households import actions as household
from samenspel.households.models import Household
from samenspel.households.tables import TABLES as PAGE
from samenspel.households.tables import read_rows
from samenspel.households.writing import Writing
from samenspel.journal.actions import note
from samenspel.scenarios.models import PlanChange, PlanRevision
from samenspel.scenarios.rules.plan import Option, PlanDecision
from samenspel.scenarios.tables import TABLES


def require_planning(user: User, household_id: str, tables: frozenset[str], *, at: datetime) -> Standing:
    """Ask the decision for every list that will be written; a refusal is noted and raised."""
    kinds = sorted({TABLES[name].kind for name in tables})
    held = require(user, household_id, kinds[0], Act.WRITE, at=at, subject=", ".join(sorted(tables)))
    for kind in kinds[1:]:
        decision = held.may(kind, Act.WRITE)
        if not decision.allowed:
            note(entry(held, kind, Act.WRITE, decision), by_id=user.pk, by_name=user.display_name, at=at)
            raise DeniedError(decision, kind, Act.WRITE)
    return held


@contextmanager
def planning(
    *,
    by: User,
    at: datetime,
    household_id: str,
    what: str,
    tables: frozenset[str],
    undoes: PlanChange | None = None,
) -> Iterator[Writing]:
    """Open one change of a plan: it is written whole, with its versions and journal lines, or not at all."""
    held = require_planning(by, household_id, tables, at=at)
    with transaction.atomic():
        household = Household.objects.select_for_update(of=("self",)).get(pk=household_id)
        change = PlanChange(
            id=uuid4(),
            household=household,
            at=at,
            by_id=by.pk,
            by_name=by.display_name,
            what=what,
            undoes=undoes,
        )
        writing = Writing(household, tables, change, shapes=TABLES, version=PlanRevision)
        yield writing
        if writing.revisions:
            change.save(force_insert=True)
            PlanRevision.objects.bulk_create(writing.revisions)
            _note(held, writing.revisions, what, at)
            _on_the_page(writing, by, at)


def _note(held: Standing, revisions: list[Any], what: str, at: datetime) -> None:
    """One line in the journal for every kind of data that was written."""
    for kind in sorted({TABLES[one.table].kind for one in revisions}):
        keys = ", ".join(f"{one.table}/{one.key}" for one in revisions if TABLES[one.table].kind == kind)
        note_allowed(held, kind, Act.WRITE, at=at, subject=f"{what}: {keys}")


def _on_the_page(writing: Writing, by: User, at: datetime) -> None:
    """Keep the decisions on the household page in step with those of the plan, in the same transaction."""
    household_id = writing.household.pk
    for one in writing.revisions:
        said = one.after or one.before or {}
        if one.table != "plan_decisions" or not said["decision"]:
            continue
        key = said["decision"]
        there = bool(read_rows(PAGE["decisions"], household_id, [key]))
        where: dict[str, Any] = {"by": by, "at": at, "household_id": household_id, "table": "decisions"}
        if one.after is None:
            if there:
                household.remove_row(**where, key=key)
            continue
        values = _as_decision(household_id, PlanDecision.model_validate(one.after))
        if there:
            household.set_fields(**where, key=key, values=values)
        else:
            household.add_row(**where, values={**values, "key": key})


def _as_decision(household_id: str, row: PlanDecision) -> dict[str, Any]:
    """A decision on a plan as it stands on the household page."""
    option = read_rows(TABLES["options"], household_id, [row.option]).get(row.option)
    return {
        "title": option.title if isinstance(option, Option) else row.option,
        "on": row.on,
        "reason": row.reason,
        "decided_by": f"{row.decided_by} ({row.mandate})"[:200],
        "dissent": row.dissent,
    }
