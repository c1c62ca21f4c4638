"""Deciding on a plan, and looking back on it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from samenspel.accounts.models import User
from samenspel.households.tables import read_rows
from samenspel.scenarios.actions.planning import check_whole, checked, set_fields
from samenspel.scenarios.queries import NoPlanError, read_plans
from samenspel.scenarios.rules.codes import PlanStatus
from samenspel.scenarios.rules.first_plan import follow_ups
from samenspel.scenarios.rules.plan import PerspectivePlan, PlanDecision
from samenspel.scenarios.tables import TABLES
from samenspel.scenarios.writing import planning

DECIDING = frozenset({"plans", "plan_decisions", "follow_ups"})


def decide(*, by: User, at: datetime, household_id: str, plan: str, values: Mapping[str, Any]) -> UUID:
    """Write the decision on a plan, the same decision on the household page, and when to look back.

    All of it or nothing. Raise `FaultyError`, naming the field, when the decision is not whole: who decides,
    on what mandate, for what reason.
    """
    key = f"r{uuid4().hex[:12]}"
    given = {**values, "key": key, "plan": plan, "decision": f"plan-{key}"}
    row = checked("plan_decisions", given)
    with planning(by=by, at=at, household_id=household_id, what="plan.decide", tables=DECIDING) as writing:
        held = read_rows(TABLES["plans"], household_id, [plan]).get(plan)
        if not isinstance(held, PerspectivePlan) or not isinstance(row, PlanDecision):
            raise NoPlanError(plan)
        check_whole(household_id, {"plan_decisions": (row,)}, at=at)
        writing.put("plan_decisions", row)
        writing.put("plans", held.model_copy(update={"status": PlanStatus.CARRIED_OUT}))
        done = {one.key for one in read_plans(household_id, {"follow_ups"}).follow_ups if one.done_on}
        coming = follow_ups(plan, row.on)
        writing.put("follow_ups", *(one for one in coming if one.key not in done))
    found: UUID = writing.change.pk
    return found


def look_back(
    *, by: User, at: datetime, on: date, household_id: str, follow_up: str, values: Mapping[str, Any]
) -> UUID:
    """Write down what was found at a moment to look back."""
    given = {"done_on": on, "by": by.display_name, **values}
    return set_fields(
        by=by, at=at, household_id=household_id, table="follow_ups", key=follow_up, values=given
    )
