"""Calculating a plan as somebody may see it, with the knobs as he turned them; only the journal grows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from rekenmodel.values import Language, RefusedError, Text
from samenspel.access.rules import Act
from samenspel.accounts.models import User
from samenspel.scenarios.access import may_write_for_others
from samenspel.scenarios.models import Run
from samenspel.scenarios.queries.reading import NoPlanError, Planning, planning_of, runs_of
from samenspel.scenarios.rules.asking import KnobSpec, TurnedError, asked_of, knobs_of, turned
from samenspel.scenarios.rules.case import Asked, make
from samenspel.scenarios.rules.edits import ContradictionError
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page import STOP, PageInput, scenario_page, shown_option
from samenspel.scenarios.rules.running import USUAL_DRAWS, Progress, StoppedError, run
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import SavedRun, ScenarioPage

SECONDS = 20.0
"""A run may take so long; then it stops by itself and the page says so."""


@dataclass(frozen=True, slots=True)
class Turns:
    """What somebody asks of the page: which option above, the knobs as typed, which help stops.

    `stopped` None: as the plan has it. `draws` as typed, or nothing for the usual number.
    """

    shown: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    stopped: frozenset[str] | None = None
    draws: int = USUAL_DRAWS


@dataclass(frozen=True, slots=True)
class Calculated:
    """A plan with a run; `outcome` None when it could not be made, then `wrong` or `empty` says why."""

    planning: Planning
    plan: str
    asked: Asked
    shown: str
    knobs: tuple[KnobSpec, ...]
    outcome: Outcome | None
    wrong: Mapping[str, Text]
    empty: Text | None = None


def calculated(
    user: User,
    household_id: str,
    *,
    at: datetime,
    on: date,
    plan: str = "",
    turns: Turns | None = None,
    act: Act = Act.READ,
    clock: Callable[[], float] | None = None,
    progress: Progress | None = None,
) -> Calculated:
    """Calculate a plan (the newest when none is named) from the day `on`.

    `clock`: seconds that only go up, to stop a run that takes too long; `progress` is told how far it
    is and may stop it itself. Raises `NoPlanError` without a plan.
    """
    held = planning_of(user, household_id, at=at, act=act, subject="doorrekenen")
    key = plan or newest_plan(held)
    asked_for = turns or Turns()
    try:
        asked = asked_of(held.file, held.plans, key, on)
    except LookupError as error:
        raise NoPlanError(key) from error
    option = shown_option(asked.options, asked_for.shown)
    shown = option.key if option else ""
    known = held.basis.assumptions
    knobs = knobs_of(asked, shown, known) if held.calculates else ()
    if not held.calculates:
        return Calculated(held, key, asked, shown, (), None, {}, NOT_YOURS)
    if option is None:
        return Calculated(held, key, asked, shown, knobs, None, {})
    wrong: dict[str, Text] = {}
    outcome = None
    try:
        asked = turned(asked, shown, asked_for.values, asked_for.stopped, known)
        told = progress or (within(clock, SECONDS) if clock else None)
        made = make(asked, held.basis)
        outcome = run(made, held.basis, seed_of(held, key), asked_for.draws, progress=told)
    except TurnedError as error:
        wrong = {fault.name: fault.text for fault in error.faults}
    except ContradictionError as error:
        wrong = {f"edit.{fault.key}.{fault.field}": fault.text for fault in error.faults}
        wrong[""] = error.text
    except RefusedError as error:
        wrong[""] = error.text
    except StoppedError:
        wrong[""] = TOO_LONG
    return Calculated(held, key, asked, shown, knobs, outcome, wrong)


def newest_plan(held: Planning) -> str:
    """The key of the plan that was begun last; raises `NoPlanError` when there is none."""
    found = max(held.plans.plans, key=lambda row: (row.started_on, row.key), default=None)
    if found is None:
        raise NoPlanError(held.id)
    return found.key


def seed_of(held: Planning, plan: str) -> int:
    """The seed of a plan: the day on which it was begun, so that every look at it has the same luck."""
    found = next(row for row in held.plans.plans if row.key == plan)
    return int(found.started_on.strftime("%Y%m%d"))


def within(clock: Callable[[], float], seconds: float) -> Progress:
    """Stop a run that takes longer than so many seconds."""
    end = clock() + seconds

    def progress(_: float) -> None:
        if clock() > end:
            raise StoppedError

    return progress


def page_of(found: Calculated, turns: Turns, language: Language) -> ScenarioPage:
    """The page of a plan that was calculated."""
    held, tongue = found.planning, Tongue(language)
    return scenario_page(
        PageInput(
            household_id=held.id,
            file=held.file,
            plans=held.plans,
            plan=found.plan,
            asked=found.asked,
            shown=found.shown,
            tongue=tongue,
            outcome=found.outcome,
            knobs=found.knobs,
            typed=turns.values,
            wrong={name: tongue.text(text) for name, text in found.wrong.items()},
            saved=tuple(saved_run(row, tongue) for row in runs_of(held.id, found.plan))
            if held.calculates
            else (),
            writes=may_write_for_others(held.standing),
            empty=tongue.text(found.empty) if found.empty else "",
            no_edits="edits" not in held.lists,
        )
    )


def saved_run(row: Run, tongue: Tongue) -> SavedRun:
    """A run that was kept, in a line."""
    results: dict[str, Any] = row.results
    moment = timezone.localtime(row.at)
    chances = [
        f"{one['title']} {tongue.of_hundred(difference['chance'])}"
        for one in results["ways"][1:]
        for difference in results["differences"]
        if difference["key"] == one["key"]
    ]
    when = f"{moment.day}-{moment.month}-{moment.year}, {moment:%H.%M}"
    said = tongue.of(f"{when} uur: goedkoper in ", f"{when}: cheaper in ")
    return SavedRun(key=str(row.pk), said=f"{said}{', '.join(chances)}", by=row.by_name)


def stopped_of(names: Mapping[str, str]) -> frozenset[str]:
    """The keys of help whose box is ticked, from the names of a form."""
    return frozenset(name.removeprefix(STOP) for name in names if name.startswith(STOP))


TOO_LONG = Text(
    "Dit duurde te lang, daarom stopten we. Kies minder doorrekeningen of minder maanden.",
    "This took too long, so we stopped. Choose fewer runs or fewer months.",
)
NOT_YOURS = Text(
    "De bedragen per maand en de leefgebieden ziet alleen wie met het gezin werkt. Het plan staat er zonder.",
    "Only who works with the family sees the amounts per month and the life domains. The plan needs none.",
)
