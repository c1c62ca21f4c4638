"""Changing plans, keeping runs, and the network's own lists."""

from samenspel.scenarios.actions.deciding import decide, look_back
from samenspel.scenarios.actions.keeping import NotRepeatedError, Repeated, keep_run, repeat_run
from samenspel.scenarios.actions.lists import put_list
from samenspel.scenarios.actions.planning import (
    NotYoursError,
    add_row,
    judge,
    remove_row,
    set_fields,
    start_plan,
    stop_help,
    undo,
    write_plans,
)

__all__ = [
    "NotRepeatedError",
    "NotYoursError",
    "Repeated",
    "add_row",
    "decide",
    "judge",
    "keep_run",
    "look_back",
    "put_list",
    "remove_row",
    "repeat_run",
    "set_fields",
    "start_plan",
    "stop_help",
    "undo",
    "write_plans",
]
