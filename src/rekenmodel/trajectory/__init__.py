"""A household's eleven life domains month by month, under one to five scenarios, with uncertainty and
costs."""

from rekenmodel.trajectory.assumptions import (
    DEFAULT_VERSION,
    AssumptionSet,
    EventKind,
    load_assumptions,
    read_assumption,
)
from rekenmodel.trajectory.case import Case, HelpLine, Payment, PerUnit, usual_help
from rekenmodel.trajectory.feedback import Loop, Stability, feedback_loops, stability
from rekenmodel.trajectory.jit import FAST
from rekenmodel.trajectory.prepare import Prepared, prepare
from rekenmodel.trajectory.result import Bands, Comparison, Outlook, Recipe, Result
from rekenmodel.trajectory.scenario import BASELINE, Change, Edit, Guard, Pay, Scenario, Start, Stop
from rekenmodel.trajectory.simulation import Progress, drawn_input, drawn_inputs, paid, simulate, warm_up

__all__ = [
    "BASELINE",
    "DEFAULT_VERSION",
    "FAST",
    "AssumptionSet",
    "Bands",
    "Case",
    "Change",
    "Comparison",
    "Edit",
    "EventKind",
    "Guard",
    "HelpLine",
    "Loop",
    "Outlook",
    "Pay",
    "Payment",
    "PerUnit",
    "Prepared",
    "Progress",
    "Recipe",
    "Result",
    "Scenario",
    "Stability",
    "Start",
    "Stop",
    "drawn_input",
    "drawn_inputs",
    "feedback_loops",
    "load_assumptions",
    "paid",
    "prepare",
    "read_assumption",
    "simulate",
    "stability",
    "usual_help",
    "warm_up",
]
