"""Rounds of voting on the process: which one runs on a day."""

from collections.abc import Iterable
from datetime import date, timedelta

from samenspel.households.rules.record import State, StateVote

ROUND = timedelta(days=30)
"""So long people may vote in the same round; a later vote begins a new one."""
MARKS_HOLD = timedelta(days=180)
"""So long a person's marks count when he gives no newer ones."""


def current_round(states: Iterable[State], on: date) -> State | None:
    """The newest round, as long as it is of today, or has no agreed state yet and is not too old."""
    newest = max(states, key=lambda row: row.on, default=None)
    if newest is None:
        return None
    runs = newest.agreed is None and on - newest.on <= ROUND
    return newest if runs or newest.on == on else None


def held_marks(states: Iterable[State], on: date) -> tuple[StateVote, ...]:
    """The newest marks of every person of the last 180 days, as votes that name no state.

    A vote without a state that repeats the marks before it was itself taken over from an earlier round: it
    makes the marks no younger.
    """
    given: dict[str, tuple[date, StateVote]] = {}
    for row in sorted(states, key=lambda one: one.on):
        for vote in row.votes:
            since, before = given.get(
                vote.voter_key, (row.on, StateVote(voter=vote.voter, voter_key=vote.voter_key))
            )
            sent = vote.model_dump(include={"goal_agreement", "cause_known"}, exclude_none=True)
            marks = before.model_copy(update=sent)
            if sent:
                given[vote.voter_key] = (since if marks == before and vote.state is None else row.on, marks)
    return tuple(marks for since, marks in given.values() if on - MARKS_HOLD <= since <= on)
