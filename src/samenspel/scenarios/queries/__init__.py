"""Reading plans, runs and the network's lists, and calculating with them."""

from samenspel.scenarios.queries.calculating import Calculated, Turns, calculated, page_of
from samenspel.scenarios.queries.reading import (
    NoPlanError,
    OwnList,
    Planning,
    basis_at,
    basis_of,
    network_of,
    newest_version,
    own_assumptions,
    own_list,
    own_prices,
    planning_of,
    read_plans,
    run_of,
    runs_of,
)

__all__ = [
    "Calculated",
    "NoPlanError",
    "OwnList",
    "Planning",
    "Turns",
    "basis_at",
    "basis_of",
    "calculated",
    "network_of",
    "newest_version",
    "own_assumptions",
    "own_list",
    "own_prices",
    "page_of",
    "planning_of",
    "read_plans",
    "run_of",
    "runs_of",
]
