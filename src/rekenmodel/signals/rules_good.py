"""Rules about what goes well. One of these is always worth telling the household."""

from collections.abc import Iterator
from itertools import takewhile

from rekenmodel.signals.days import (
    active_helps,
    add_months,
    crises,
    due_actions,
    in_last_days,
    is_active,
    on_time,
)
from rekenmodel.signals.signal import Code, Severity, Signal, Thresholds, subjects
from rekenmodel.signals.situation import Situation
from rekenmodel.signals.wording import both, count, counted, day, lines_of_help, quoted, sentence
from rekenmodel.values import Text

TELL = Text("Vertel het huishouden wat u ziet.", "Tell the household what you see.")


def goal_reached(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """A goal that was reached in the last sixty days."""
    for goal in situation.goals:
        if goal.closed_on is None or not goal.reached:
            continue
        if not in_last_days(goal.closed_on, situation.on, limits.reached_days):
            continue
        when = day(goal.closed_on)
        yield Signal(
            code=Code.GOAL_REACHED,
            severity=Severity.GOES_WELL,
            title=Text(
                f"Het doel {quoted(goal.title)} is gehaald.", f"The goal {quoted(goal.title)} is reached."
            ),
            why=Text(f"Dat was op {when.nl}.", f"That was on {when.en}."),
            action=TELL,
            subjects=subjects(goal=[goal.key], domain=[goal.domain.value] if goal.domain else []),
        )


def on_time_streak(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """The last actions that had their day were all done on time."""
    recent = (a for a in due_actions(situation) if in_last_days(a.due, situation.on, limits.on_time_days))
    streak = list(takewhile(on_time, recent))
    if len(streak) < limits.on_time_streak:
        return
    number = count(len(streak))
    yield Signal(
        code=Code.ON_TIME,
        severity=Severity.GOES_WELL,
        title=Text(
            f"De laatste {number.nl} afspraken zijn op tijd gedaan.",
            f"The last {number.en} agreed actions were done on time.",
        ),
        why=Text("Mensen doen wat ze beloven.", "People do what they promise."),
        action=Text("Bedank elkaar in het volgende gesprek.", "Thank each other at the next meeting."),
        subjects=subjects(action=[action.key for action in streak]),
    )


def no_crisis(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """No crisis for some months, after an earlier crisis."""
    earlier = crises(situation)
    if not earlier or add_months(earlier[-1].on, limits.calm_months) > situation.on:
        return
    months, last = counted(limits.calm_months, both("maand"), both("maanden")), day(earlier[-1].on)
    spell = counted(limits.calm_months, both("month"), both("months"))
    yield Signal(
        code=Code.NO_CRISIS,
        severity=Severity.GOES_WELL,
        title=sentence(f"al {months.nl} of langer was er geen crisis.", f"no crisis for {spell.en} or more."),
        why=Text(f"De laatste crisis was op {last.nl}.", f"The last crisis was on {last.en}."),
        action=Text("Vraag het huishouden wat hierbij hielp.", "Ask the household what helped."),
        subjects=subjects(event=[earlier[-1].key]),
    )


def fewer_helps(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Fewer lines of help than a year ago."""
    then = add_months(situation.on, -limits.fewer_months)
    now, before = len(active_helps(situation)), sum(is_active(line, then) for line in situation.helps)
    if before - now < limits.fewer_lines:
        return
    lines, earlier, when = lines_of_help(now), count(before), day(then)
    runs = Text("loopt", "runs") if now == 1 else Text("lopen", "run")
    yield Signal(
        code=Code.FEWER_HELPS,
        severity=Severity.GOES_WELL,
        title=Text(
            f"Er {runs.nl} nu {lines.nl}. Op {when.nl} waren dat er {earlier.nl}.",
            f"Now {lines.en} {runs.en}. On {when.en} there were {earlier.en}.",
        ),
        why=Text("Het huishouden heeft met minder hulp te maken.", "The household deals with less help."),
        action=Text("Vraag het huishouden of dit genoeg is.", "Ask the household whether this is enough."),
        subjects=subjects(help=[line.key for line in active_helps(situation)]),
    )
