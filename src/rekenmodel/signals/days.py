"""What holds on a day: which help is active, who leads, what is open. Said once, used by every rule."""

import calendar
from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import TypeVar

from rekenmodel.signals.situation import (
    Action,
    Event,
    EventKind,
    Goal,
    Help,
    Lead,
    LeadScope,
    Problem,
    Situation,
)
from rekenmodel.values import LifeDomain

Found = TypeVar("Found")


def once(find: Callable[[Situation], Found]) -> Callable[[Situation], Found]:
    """Work something out once for each situation: twenty-three rules ask the same few things."""
    name = find.__name__

    @wraps(find)
    def found(situation: Situation) -> Found:
        known = situation.known
        if name not in known:
            known[name] = find(situation)
        answer: Found = known[name]
        return answer

    return found


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier when negative); the last day if there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_last_days(when: date | None, on: date, days: int) -> bool:
    """Whether `when` is one of the last `days` days, with `on` itself as the last of them."""
    return when is not None and 0 <= (on - when).days < days


def has_stopped(line: Help, on: date) -> bool:
    """Whether help has stopped: `until` is the first day without it."""
    return line.until is not None and line.until <= on


def is_active(line: Help, on: date) -> bool:
    """Whether help runs on a day. Without a start day it runs, unless people are waiting for it."""
    if has_stopped(line, on):
        return False
    return line.waiting_since is None if line.since is None else line.since <= on


def is_waiting(line: Help, on: date) -> bool:
    """Whether people wait for this help on a day: asked for, not begun, not stopped."""
    begun = line.since is not None and line.since <= on
    return (
        line.waiting_since is not None
        and line.waiting_since <= on
        and not begun
        and not has_stopped(line, on)
    )


@once
def active_helps(situation: Situation) -> tuple[Help, ...]:
    """Every active line of help, ordered by title and key so that no rule depends on the order of input."""
    return tuple(
        sorted((h for h in situation.helps if is_active(h, situation.on)), key=lambda h: (h.title, h.key))
    )


@once
def waiting_helps(situation: Situation) -> tuple[Help, ...]:
    """Every line of help that people wait for, ordered by title and key."""
    return tuple(
        sorted((h for h in situation.helps if is_waiting(h, situation.on)), key=lambda h: (h.title, h.key))
    )


def is_leading(lead: Lead, on: date) -> bool:
    """Whether somebody has this lead on a day. A lead without a yes counts: it has a signal of its own."""
    return (lead.since is None or lead.since <= on) and (lead.until is None or lead.until > on)


@once
def active_leads(situation: Situation) -> tuple[Lead, ...]:
    """Every lead that somebody has, ordered by holder and key; a lead without a name is nobody's."""
    return tuple(
        sorted(
            (x for x in situation.leads if x.holder and is_leading(x, situation.on)),
            key=lambda x: (x.holder, x.key),
        )
    )


@once
def leaders(situation: Situation) -> Mapping[tuple[LeadScope, str], frozenset[str]]:
    """The people who lead on each scope and subject; two records of one person count once."""
    found: dict[tuple[LeadScope, str], set[str]] = {}
    for lead in active_leads(situation):
        found.setdefault((lead.scope, lead.subject), set()).add(lead.holder)
    return {place: frozenset(holders) for place, holders in found.items()}


def has_case_lead(situation: Situation) -> bool:
    """Whether at least one person leads on the case, whatever its subject says."""
    return any(lead.scope is LeadScope.CASE for lead in active_leads(situation))


def _is_open(since: date | None, ended: date | None, on: date) -> bool:
    return (since is None or since <= on) and (ended is None or ended > on)


@once
def open_goals(situation: Situation) -> tuple[Goal, ...]:
    """Every goal that is set and not closed, ordered by title and key."""
    goals = (g for g in situation.goals if _is_open(g.since, g.closed_on, situation.on))
    return tuple(sorted(goals, key=lambda g: (g.title, g.key)))


@once
def open_problems(situation: Situation) -> tuple[Problem, ...]:
    """Every problem that is not solved, ordered by title and key."""
    problems = (p for p in situation.problems if _is_open(p.since, p.solved_on, situation.on))
    return tuple(sorted(problems, key=lambda p: (p.title, p.key)))


@once
def open_actions(situation: Situation) -> tuple[Action, ...]:
    """Every action that is agreed and not done, ordered by due day (without a day last), title and key."""
    actions = (a for a in situation.actions if _is_open(a.agreed_on, a.done_on, situation.on))
    return tuple(sorted(actions, key=lambda a: (a.due or date.max, a.title, a.key)))


def late_actions(situation: Situation, grace_days: int = 0) -> tuple[Action, ...]:
    """Every open action whose due day lies more than `grace_days` days back, oldest first."""
    on = situation.on
    return tuple(a for a in open_actions(situation) if a.due is not None and (on - a.due).days > grace_days)


def on_time(action: Action) -> bool:
    """Whether an action was done on or before its due day."""
    return action.due is not None and action.done_on is not None and action.done_on <= action.due


@once
def due_actions(situation: Situation) -> tuple[Action, ...]:
    """Every action that has had its day: the due day is past, or it is today and done. Latest first."""
    on = situation.on
    past = [
        a for a in situation.actions if a.due is not None and (a.due < on or (a.due == on and on_time(a)))
    ]
    return tuple(sorted(past, key=lambda a: (a.due or date.min, a.key), reverse=True))


@once
def crises(situation: Situation) -> tuple[Event, ...]:
    """Every crisis up to today, oldest first. What was life-threatening is a crisis, whatever its kind."""
    happened = (
        e
        for e in situation.events
        if e.on <= situation.on and (e.kind is EventKind.CRISIS or e.life_threatening)
    )
    return tuple(sorted(happened, key=lambda e: (e.on, e.key)))


@once
def domains_with_help(situation: Situation) -> frozenset[LifeDomain]:
    """The life domains in which help is active."""
    return frozenset(domain for line in active_helps(situation) for domain in line.domains)


@once
def domains_in_use(situation: Situation) -> frozenset[LifeDomain]:
    """The life domains with active help, an open problem or an open goal: somebody should lead there."""
    asked = {p.domain for p in open_problems(situation)}
    asked |= {g.domain for g in open_goals(situation) if g.domain is not None}
    return domains_with_help(situation) | asked


@once
def domains_with_one_lead(situation: Situation) -> frozenset[LifeDomain]:
    """The domains in use on which exactly one person leads."""
    lead_on = leaders(situation)
    return frozenset(
        d
        for d in domains_in_use(situation)
        if len(lead_on.get((LeadScope.DOMAIN, d.value), frozenset())) == 1
    )


@once
def plan_items(situation: Situation) -> tuple[date | None, ...]:
    """The day of every open goal and open action: together they are the plan. None: no day agreed."""
    goals = tuple(goal.horizon for goal in open_goals(situation))
    return goals + tuple(action.due for action in open_actions(situation))


@once
def organisations_at_work(situation: Situation) -> frozenset[str]:
    """The organisations of active help; a line without organisation adds none."""
    return frozenset(line.organisation for line in active_helps(situation) if line.organisation)


@once
def helpers_at_work(situation: Situation) -> frozenset[str]:
    """The people who give active help; a line without helper adds none."""
    return frozenset(line.helper for line in active_helps(situation) if line.helper)
