"""What is held about plans, scenarios, runs, and the network's own prices and assumptions."""

from samenspel.scenarios.models.history import PlanChange, PlanRevision
from samenspel.scenarios.models.lists import ListVersion, OwnAssumption, OwnPrice
from samenspel.scenarios.models.plans import (
    Belief,
    EditDomain,
    FollowUp,
    Judgement,
    LegalGround,
    Option,
    PerspectivePlan,
    PlanDecision,
    PlannedEdit,
    PlanWords,
)
from samenspel.scenarios.models.runs import Run

__all__ = [
    "Belief",
    "EditDomain",
    "FollowUp",
    "Judgement",
    "LegalGround",
    "ListVersion",
    "Option",
    "OwnAssumption",
    "OwnPrice",
    "PerspectivePlan",
    "PlanChange",
    "PlanDecision",
    "PlanRevision",
    "PlanWords",
    "PlannedEdit",
    "Run",
]
