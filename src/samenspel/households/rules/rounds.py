"""Rounds of voting on the process: which one runs on a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from samenspel.households.rules.record import State

ROUND = timedelta(days=30)
"""So long people may vote in the same round; a later vote begins a new one."""


def current_round(states: Iterable[State], on: date) -> State | None:
    """The newest round, as long as it is of today, or has no agreed state yet and is not too old."""
    newest = max(states, key=lambda row: row.on, default=None)
    if newest is None:
        return None
    runs = newest.agreed is None and on - newest.on <= ROUND
    return newest if runs or newest.on == on else None
