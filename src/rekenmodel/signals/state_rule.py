"""The rule that turns eight signals into a state of the process, and the smallest way one state down.

One table serves both: for each state the conditions under which it is left. A household's help is in the
first state, from turbulent downwards, whose conditions for leaving are not met.
Source: the classification of Samenspel (methods of the field, section 4), after the four environments of
Emery and Trist and the domains of Cynefin. The thresholds are defaults to calibrate; people's vote decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

RULE_VERSION = "1"
"""Stored beside each logged state; a change of any bound or condition is a new version."""

AGENCIES = "agencies"
"""The number of organisations: no signal, but a condition of the rule that can be lowered."""


class ProcessState(StrEnum):
    """How the process around a household runs. Never a label of a person or a household."""

    TURBULENT = "turbulent"
    COMPLEX = "complex"
    COMPLICATED = "ingewikkeld"
    SIMPLE = "eenvoudig"


class StateCode(StrEnum):
    """The eight signals of the process, each 0 (calm) to 3 (stormy)."""

    CRISIS = "crisis"
    CHURN = "churn"
    OVERVIEW = "overview"
    LEAD = "lead"
    GOAL_AGREEMENT = "goal_agreement"
    CAUSE_KNOWN = "cause_known"
    ON_TIME = "on_time"
    HORIZON = "horizon"


Values = Mapping[StateCode, int | None]
"""The value of each signal, None when it is unknown. Unknown adds nothing and meets every condition."""


class Reduction(NamedTuple):
    """One signal (or the number of organisations, `AGENCIES`) that goes from one value to a lower one."""

    code: str
    now: int
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """A state is left when one of `caps` holds for all its signals, and total and agencies are low enough."""

    total: int
    agencies: int | None = None
    caps: tuple[Mapping[StateCode, int], ...] = field(default_factory=lambda: ({},))


EXITS: dict[ProcessState, Exit] = {
    ProcessState.TURBULENT: Exit(
        total=15,
        caps=(
            {StateCode.CRISIS: 1},
            {StateCode.CRISIS: 2, StateCode.OVERVIEW: 1, StateCode.LEAD: 1},
        ),
    ),
    ProcessState.COMPLEX: Exit(total=8, caps=({StateCode.CAUSE_KNOWN: 1, StateCode.GOAL_AGREEMENT: 1},)),
    ProcessState.COMPLICATED: Exit(total=3, agencies=2),
}


def total_of(values: Values) -> int:
    """The sum of the known values, 0 to 24."""
    return sum(value or 0 for value in values.values())


def _is_left(way: Exit, values: Values, agencies: int) -> bool:
    few_enough = way.agencies is None or agencies <= way.agencies
    capped = any(all((values.get(code) or 0) <= cap for code, cap in caps.items()) for caps in way.caps)
    return few_enough and capped and total_of(values) <= way.total


def classify(values: Values, agencies: int) -> ProcessState:
    """The state of the process from the eight values and the number of organisations at work."""
    for state, way in EXITS.items():
        if not _is_left(way, values, agencies):
            return state
    return ProcessState.SIMPLE


def smallest_way_down(values: Values, agencies: int) -> tuple[Reduction, ...]:
    """The fewest signals, and among those the smallest steps, that bring the state down. Empty when calmest.

    The steps may lead past the next state; `classify` on the lowered values tells where they end.
    """
    state = classify(values, agencies)
    if state is ProcessState.SIMPLE:
        return ()
    way = EXITS[state]
    options = [_lowered(values, caps, way.total) for caps in way.caps]
    best = min(options, key=lambda steps: (len(steps), sum(step.now - step.to for step in steps)))
    if way.agencies is not None and agencies > way.agencies:
        return (*best, Reduction(AGENCIES, agencies, way.agencies))
    return best


def _lowered(values: Values, caps: Mapping[StateCode, int], most: int) -> tuple[Reduction, ...]:
    """First down to the caps; then on with the signals already moving, and after those with the highest."""
    known = {code: values.get(code) or 0 for code in StateCode}
    after = {code: min(value, caps.get(code, 3)) for code, value in known.items()}
    for code in sorted(StateCode, key=lambda code: (after[code] == known[code], -after[code])):
        after[code] -= min(after[code], max(0, sum(after.values()) - most))
    return tuple(Reduction(code, known[code], after[code]) for code in StateCode if after[code] < known[code])
