"""Scenarios: edits on the help, payments and events of a household. The first is always carrying on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from rekenmodel.trajectory.assumptions import EventKind
from rekenmodel.trajectory.case import Case, HelpLine, Payment, check_dose, check_period, twice
from rekenmodel.values import RefusedError, Text
from rekenmodel.values.draws import Draws

MOST = 5
"""The most scenarios that are compared at once."""

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop a line of help; `month` is the first without it."""

    line: str
    month: int


@dataclass(frozen=True, slots=True)
class Change:
    """Change how much of a line of help comes, from a month on, in its own unit per month."""

    line: str
    month: int
    dose: float


@dataclass(frozen=True, slots=True)
class Start:
    """Start a line of help that does not run yet."""

    line: HelpLine


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay something once."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class Guard:
    """Change the odds of an event, from month `begin` up to but not including `end` (None: to the horizon).

    0: it cannot happen, as when the landlord promises to wait; 1: nothing changes; 2: twice the odds.
    """

    event: str
    odds: float
    begin: int = 0
    end: int | None = None


Edit = Stop | Change | Start | Pay | Guard


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named list of edits. No edits: carrying on as now."""

    key: str
    name: Text
    edits: tuple[Edit, ...] = ()


BASELINE = Scenario("as_now", Text("Zo doorgaan", "Carrying on"))


@dataclass(frozen=True, slots=True)
class LinePlan:
    """A line of help as one scenario plans it: the line, and the dose of every month, shape (M,)."""

    line: HelpLine
    dose: Draws


@dataclass(frozen=True, slots=True)
class Plan:
    """What a scenario comes to: lines by key, payments by key, and the odds of events, shape (E, M)."""

    lines: dict[str, LinePlan]
    payments: dict[str, Payment]
    odds: Draws


def planned(case: Case, scenario: Scenario) -> Plan:
    """Return what a scenario comes to, month by month.

    Raises RefusedError, naming the line or event, when edits contradict each other, name what is not there or
    lie outside the horizon.
    """
    lines = {line.key: line for line in case.lines}
    payments: dict[str, Payment] = {}
    for edit in scenario.edits:
        if isinstance(edit, Start):
            _add(lines, edit.line.key, edit.line, edit.line.name)
        elif isinstance(edit, Pay):
            _inside(edit.payment.month, case.months, edit.payment.name)
            _add(payments, edit.payment.key, edit.payment, edit.payment.name)
    for line in lines.values():
        if line.begin is not None:
            _inside(line.begin, case.months, line.name)
    steps = [edit for edit in scenario.edits if isinstance(edit, Stop | Change)]
    plans = {key: _line_plan(line, steps, case.months) for key, line in lines.items()}
    for step in steps:
        _known(step.line, lines)
    guards = [edit for edit in scenario.edits if isinstance(edit, Guard)]
    return Plan(plans, payments, _odds(case.assumptions.events, guards, case.months))


def check_scenarios(scenarios: tuple[Scenario, ...]) -> None:
    """Raise RefusedError unless there are one to five scenarios, each with a key of its own."""
    keys = {scenario.key for scenario in scenarios}
    if not 1 <= len(scenarios) <= MOST or len(keys) < len(scenarios):
        raise RefusedError(
            Text(
                f"Vergelijk één tot {MOST} scenario’s, elk met een eigen sleutel.",
                f"Compare one to {MOST} scenarios, each with a key of its own.",
            )
        )


def _line_plan(line: HelpLine, steps: Iterable[Stop | Change], months: int) -> LinePlan:
    """Return the dose of a line in every month after its own edits, in order of month."""
    mine = sorted((step for step in steps if step.line == line.key), key=lambda step: step.month)
    dose, first, end, last = _run(line, months), line.begin or 0, line.end, -1
    for step in mine:
        _inside(step.month, months, line.name)
        runs = first <= step.month and (end is None or step.month < end)
        if step.month == last or not runs:
            raise RefusedError(
                Text(
                    f"{line.name.nl}: de wijzigingen in maand {step.month} spreken elkaar tegen, "
                    "of de hulp loopt dan niet.",
                    f"{line.name.en}: the edits in month {step.month} contradict each other, "
                    "or the help does not run then.",
                )
            )
        last = step.month
        if isinstance(step, Stop):
            dose[step.month :], end = 0.0, step.month
        else:
            check_dose(step.dose, line.name)
            dose[step.month : end] = step.dose
    return LinePlan(line, dose)


def _run(line: HelpLine, months: int) -> Draws:
    """Return the dose of every month when nothing is edited."""
    here = np.arange(months)
    runs = (here >= (line.begin or 0)) & (here < (months if line.end is None else line.end))
    return np.where(runs, line.dose, 0.0)


def _odds(events: tuple[EventKind, ...], guards: list[Guard], months: int) -> Draws:
    """Return the factor on the odds of every event in every month."""
    places = {event.key: place for place, event in enumerate(events)}
    odds = np.ones((len(events), months))
    touched = np.zeros(odds.shape, dtype=bool)
    for guard in guards:
        place = places.get(guard.event)
        if place is None:
            raise RefusedError(
                Text(f"Er is geen gebeurtenis “{guard.event}”.", f"There is no event “{guard.event}”.")
            )
        name = events[place].name
        check_period(guard.begin, guard.end, name)
        _inside(guard.begin, months, name)
        span = (place, slice(guard.begin, guard.end))
        if not 0 <= guard.odds < float("inf") or touched[span].any():
            raise RefusedError(
                Text(
                    f"{name.nl}: kies per maand één factor op de kans, nul of hoger.",
                    f"{name.en}: choose one factor on the odds per month, zero or higher.",
                )
            )
        odds[span], touched[span] = guard.odds, True
    return odds


def _add(things: dict[str, _Thing], key: str, thing: _Thing, name: Text) -> None:
    if key in things:
        raise twice(name)
    things[key] = thing


def _known(line: str, lines: dict[str, HelpLine]) -> None:
    if line not in lines:
        raise RefusedError(Text(f"Er is geen hulp “{line}”.", f"There is no line of help “{line}”."))


def _inside(month: int, months: int, name: Text) -> None:
    if not 0 <= month < months:
        raise RefusedError(
            Text(
                f"{name.nl}: maand {month} valt buiten de looptijd van {months} maanden.",
                f"{name.en}: month {month} is outside the horizon of {months} months.",
            )
        )
