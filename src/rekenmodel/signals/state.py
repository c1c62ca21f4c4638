"""The state of the process around a household on a day, with what it rests on and what would calm it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import sqrt

from rekenmodel.signals.situation import Situation
from rekenmodel.signals.state_measure import Counts, count_all, shares_of, values_of
from rekenmodel.signals.state_rule import (
    AGENCIES,
    RULE_VERSION,
    ProcessState,
    Reduction,
    StateCode,
    Values,
    classify,
    smallest_way_down,
    total_of,
)
from rekenmodel.signals.state_words import (
    SIGNAL_NAMES,
    STATE_NAMES,
    WORKING_STYLES,
    explain,
    step_text,
    steps_text,
)
from rekenmodel.signals.wording import count, listing, sentence
from rekenmodel.values import Text

HEAVIEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSignal:
    """One of the eight signals: value 0 (calm) to 3 (stormy), or None when unknown.

    `measured` is for display: a count of crises, a share 0 to 1, a standard deviation or a median mark.
    """

    code: StateCode
    name: Text
    value: int | None
    measured: float | None
    explanation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One signal that must come down, and how. `code` is a state code or "agencies"."""

    code: str
    now: int
    to: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDown:
    """The smallest set of steps to a calmer state, and the state where they lead."""

    reaches: ProcessState
    steps: tuple[Step, ...]
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StateResult:
    """The computed state; people's vote decides. A label of the process, never of a person or household."""

    on: date
    rule_version: str
    state: ProcessState
    title: Text
    style: Text
    signals: tuple[StateSignal, ...]
    total: int
    agencies: int
    heaviest: tuple[StateSignal, ...]
    """At most three known signals above zero, heaviest first."""
    unknown: tuple[StateCode, ...]
    caution: Text | None
    """Says which signals are unknown and not counted; None when all are known."""
    one_down: OneDown | None
    """None in the calmest state."""


def process_state(situation: Situation) -> StateResult:
    """The state of the process. Unknown signals add nothing to the total and the result says so."""
    counts = count_all(situation)
    values, shares = values_of(counts), shares_of(counts)
    state = classify(values, counts.agencies)
    signals = tuple(
        StateSignal(
            code=code,
            name=SIGNAL_NAMES[code],
            value=values[code],
            measured=_measured(code, shares[code]),
            explanation=explain(code, counts, values[code]),
        )
        for code in StateCode
    )
    name = STATE_NAMES[state]
    return StateResult(
        on=situation.on,
        rule_version=RULE_VERSION,
        state=state,
        title=Text(
            f"De hulp rond dit huishouden is {name.nl}.", f"The help around this household is {name.en}."
        ),
        style=WORKING_STYLES[state],
        signals=signals,
        total=total_of(values),
        agencies=counts.agencies,
        heaviest=_heaviest(signals),
        unknown=tuple(signal.code for signal in signals if signal.value is None),
        caution=_caution(signals),
        one_down=_one_down(values, counts),
    )


def _measured(code: StateCode, share: Fraction | None) -> float | None:
    if share is None:
        return None
    return sqrt(share) if code is StateCode.GOAL_AGREEMENT else float(share)


def _heaviest(signals: tuple[StateSignal, ...]) -> tuple[StateSignal, ...]:
    ranked = sorted(signals, key=lambda signal: -(signal.value or 0))
    return tuple(signal for signal in ranked[:HEAVIEST] if signal.value)


def _caution(signals: tuple[StateSignal, ...]) -> Text | None:
    missing = [signal.name for signal in signals if signal.value is None]
    if not missing:
        return None
    number, which = count(len(missing)), listing(missing)
    verb = Text("weten we niet en telt", "is unknown and does") if len(missing) == 1 else None
    verb = verb or Text("weten we niet en tellen", "are unknown and do")
    return sentence(
        f"{number.nl} van de acht dingen {verb.nl} niet mee: {which.nl}.",
        f"{number.en} of eight things {verb.en} not count: {which.en}.",
    )


def _one_down(values: Values, counts: Counts) -> OneDown | None:
    steps = smallest_way_down(values, counts.agencies)
    if not steps:
        return None
    reached = _after(values, counts.agencies, steps)
    return OneDown(
        reaches=reached,
        steps=tuple(
            Step(code=step.code, now=step.now, to=step.to, text=step_text(step, counts)) for step in steps
        ),
        text=steps_text(steps, counts, reached),
    )


def _after(values: Values, agencies: int, steps: tuple[Reduction, ...]) -> ProcessState:
    lower = {step.code: step.to for step in steps}
    changed = {code: lower.get(code, value) for code, value in values.items()}
    return classify(changed, lower.get(AGENCIES, agencies))
