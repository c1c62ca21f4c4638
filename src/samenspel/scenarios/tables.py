"""Which list of a plan lives in which table, as in `households.tables`; and who may read or write it."""

from samenspel.access.rules import Kind
from samenspel.households.tables import Link, Table
from samenspel.scenarios import models
from samenspel.scenarios.rules import plan

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "plans",
            models.PerspectivePlan,
            plan.PerspectivePlan,
            Kind.SCENARIO,
            links=(Link("words", models.PlanWords, "plan", "word"),),
        ),
        Table("options", models.Option, plan.Option, Kind.SCENARIO, ("plan",)),
        Table(
            "edits",
            models.PlannedEdit,
            plan.PlannedEdit,
            Kind.SCENARIO,
            ("option",),
            links=(Link("domains", models.EditDomain, "edit", "domain"),),
        ),
        Table("beliefs", models.Belief, plan.Belief, Kind.SCENARIO, ("plan",)),
        Table("grounds", models.LegalGround, plan.LegalGround, Kind.SCENARIO, ("option",)),
        Table("judgements", models.Judgement, plan.Judgement, Kind.JUDGEMENT, ("option",)),
        Table("plan_decisions", models.PlanDecision, plan.PlanDecision, Kind.SCENARIO, ("plan", "option")),
        Table("follow_ups", models.FollowUp, plan.FollowUp, Kind.SCENARIO, ("plan",)),
    )
}
"""`kind` is what somebody must be allowed to write. Whoever decides reads more: see `READ_AS`."""

READ_AS: dict[str, Kind] = {
    **dict.fromkeys(TABLES, Kind.JUDGEMENT),
    "edits": Kind.SCENARIO,
    "beliefs": Kind.SCENARIO,
}
"""What somebody must be allowed to read. Help and levels of a household stay with who works on them."""
