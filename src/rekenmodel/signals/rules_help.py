"""Rules about the help itself: double, missing, stopped early, awaited too long, working against itself."""

from collections.abc import Iterator
from itertools import combinations

from rekenmodel.signals.days import (
    active_helps,
    domains_with_help,
    has_stopped,
    open_goals,
    open_problems,
    waiting_helps,
)
from rekenmodel.signals.signal import (
    Code,
    Severity,
    Signal,
    Subject,
    SubjectKind,
    Thresholds,
    name_of,
    names_of,
    subjects,
)
from rekenmodel.signals.situation import Goal, Help, Problem, Situation
from rekenmodel.signals.wording import (
    DOMAIN_NAMES,
    PURPOSE_NAMES,
    both,
    day,
    duration,
    lines_of_help,
    listing,
    quoted,
    sentence,
    titles,
)
from rekenmodel.values import LifeDomain, Purpose, Text

INCOMPATIBLE: dict[frozenset[Purpose | None], bool] = {
    frozenset({Purpose.END_TENANCY, Purpose.KEEP_HOME}): False,
    frozenset({Purpose.REUNIFY, Purpose.PLACE_ELSEWHERE}): True,
}
"""Pairs of purposes that cannot both be reached, and whether only when it is for the same person."""

PURPOSES_AT_ODDS = frozenset(purpose for pair in INCOMPATIBLE for purpose in pair)


def overlap(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Two or more active lines of help in one domain with one purpose."""
    found: dict[tuple[LifeDomain, Purpose], list[Help]] = {}
    for line in active_helps(situation):
        for domain in line.domains if line.purpose else ():
            found.setdefault((domain, line.purpose or Purpose.SAFETY), []).append(line)
    for (domain, purpose), lines in found.items():
        if len(lines) < limits.overlap_lines:
            continue
        number, where, what = lines_of_help(len(lines)), DOMAIN_NAMES[domain], PURPOSE_NAMES[purpose]
        which = titles([line.title for line in lines])
        yield Signal(
            code=Code.OVERLAP,
            severity=Severity.TOO_MUCH,
            title=sentence(
                f"{number.nl} bij {where.nl} hebben hetzelfde doel: {what.nl}.",
                f"{number.en} on {where.en} have the same purpose: {what.en}.",
            ),
            why=sentence(
                f"{which.nl} lopen naast elkaar. Het huishouden vertelt dan vaker hetzelfde verhaal.",
                f"{which.en} run side by side. The household then tells the same story more often.",
            ),
            action=Text("Bekijk samen wat één van hen kan doen.", "See together what one of them could do."),
            subjects=subjects(help=[line.key for line in lines], domain=[domain.value]),
            target=Subject(SubjectKind.HELP, lines[0].key),
        )


def gap_problem(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """A problem or goal in a domain where no help is active; a goal that active help serves is no gap."""
    helped = domains_with_help(situation)
    served = {goal for line in active_helps(situation) for goal in line.goals}
    problems = [p for p in open_problems(situation) if p.domain not in helped]
    goals = [g for g in open_goals(situation) if g.domain not in helped and g.key not in served]
    for domain in {p.domain for p in problems} | {g.domain for g in goals}:
        yield _gap(
            situation,
            domain,
            [p for p in problems if p.domain == domain],
            [g for g in goals if g.domain == domain],
        )


def _gap(
    situation: Situation, domain: LifeDomain | None, problems: list[Problem], goals: list[Goal]
) -> Signal:
    where = DOMAIN_NAMES[domain] if domain else Text("wat het huishouden wil", "what the household wants")
    which = titles([p.title for p in problems] + [g.title for g in goals])
    waiting = [line for line in waiting_helps(situation) if domain in line.domains]
    action = Text("Schrijf op wie hierbij gaat helpen.", "Write down who will help with this.")
    if waiting:
        asked = _whom_to_call(situation, waiting[0])
        action = sentence(
            f"bel {asked} en vraag wie er nu al kan helpen.",
            f"call {asked} and ask who can help already now.",
        )
    return Signal(
        code=Code.GAP_PROBLEM,
        severity=Severity.UNSAFE_GAP if domain is LifeDomain.SAFETY else Severity.NOBODY_HELPS,
        title=sentence(f"niemand helpt nu bij {where.nl}.", f"nobody helps with {where.en} now."),
        why=sentence(f"dit staat nog open: {which.nl}.", f"this is still open: {which.en}."),
        action=action,
        subjects=subjects(
            domain=[domain.value] if domain else [],
            problem=[p.key for p in problems],
            goal=[g.key for g in goals],
            help=[line.key for line in waiting],
        ),
        target=Subject(SubjectKind.HELP, waiting[0].key) if waiting else None,
    )


def _whom_to_call(situation: Situation, line: Help) -> str:
    return name_of(situation, line.helper or line.organisation) or quoted(line.title)


def stopped_goal_open(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Help that stopped while its goal is open and no active help serves that goal."""
    served = {goal for line in active_helps(situation) for goal in line.goals}
    ended = [line for line in situation.helps if line.until is not None and has_stopped(line, situation.on)]
    for goal in open_goals(situation):
        stopped = [line for line in ended if goal.key in line.goals]
        if goal.key in served or not stopped:
            continue
        last = max(stopped, key=lambda line: (line.until or situation.on, line.title, line.key))
        since = day(last.until or situation.on)
        yield Signal(
            code=Code.STOPPED_GOAL_OPEN,
            severity=Severity.NOBODY_HELPS,
            title=sentence(
                f"{quoted(last.title)} stopte, en het doel {quoted(goal.title)} is nog open.",
                f"{quoted(last.title)} stopped, and the goal {quoted(goal.title)} is still open.",
            ),
            why=Text(
                f"Sinds {since.nl} helpt niemand verder met dit doel.",
                f"Since {since.en} nobody has helped with this goal.",
            ),
            action=Text(
                "Spreek af wie verder helpt met dit doel.", "Agree who goes on helping with this goal."
            ),
            subjects=subjects(goal=[goal.key], help=[line.key for line in stopped]),
        )


def waiting_too_long(situation: Situation, limits: Thresholds) -> Iterator[Signal]:
    """Help that people have waited for longer than the limit."""
    for line in waiting_helps(situation):
        start = line.waiting_since or situation.on
        days = (situation.on - start).days
        if days <= limits.waiting_days:
            continue
        who = names_of(situation, line.for_whom)
        waiter = listing([both(name) for name in who]) if who else Text("het huishouden", "the household")
        verb = Text("wachten", "have waited") if len(who) > 1 else Text("wacht", "has waited")
        waited, limit, asked = duration(days - days % 7), duration(limits.waiting_days), day(start)
        call = _whom_to_call(situation, line)
        yield Signal(
            code=Code.WAITING_TOO_LONG,
            severity=Severity.STANDS_STILL,
            title=sentence(
                f"{waiter.nl} {verb.nl} al meer dan {limit.nl} op {quoted(line.title)}.",
                f"{waiter.en} {verb.en} more than {limit.en} for {quoted(line.title)}.",
            ),
            why=Text(
                f"De vraag is van {asked.nl}. Dat is {waited.nl} geleden.",
                f"The request is from {asked.en}. That is {waited.en} ago.",
            ),
            action=Text(
                f"Bel {call} en vraag op welke dag de hulp begint.",
                f"Call {call} and ask on which day the help begins.",
            ),
            subjects=subjects(help=[line.key], domain=[d.value for d in line.domains]),
            target=Subject(SubjectKind.HELP, line.key),
        )


def conflict(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Two active lines of help that are declared to conflict, or whose purposes cannot both be reached."""
    for one, other in combinations(_could_conflict(situation), 2):
        if not (_declared(one, other) or _incompatible(one, other)):
            continue
        which = titles([one.title, other.title])
        who = names_of(
            situation, frozenset({one.helper or one.organisation, other.helper or other.organisation})
        )
        table = listing([both(name) for name in who]) if who else Text("de helpers", "the helpers")
        yield Signal(
            code=Code.CONFLICT,
            severity=Severity.AT_ODDS,
            title=sentence(f"{which.nl} gaan niet samen.", f"{which.en} do not go together."),
            why=_why_conflict(one, other),
            action=Text(
                f"Maak met {table.nl} één keuze, samen met het huishouden.",
                f"Make one choice with {table.en}, together with the household.",
            ),
            subjects=subjects(
                help=[one.key, other.key], domain=[d.value for d in one.domains & other.domains]
            ),
            target=Subject(SubjectKind.HELP, one.key),
        )


def _could_conflict(situation: Situation) -> list[Help]:
    """The few lines of help of which every pair must be looked at."""
    lines = active_helps(situation)
    named = frozenset().union(*(line.declared_conflicts for line in lines))
    return [
        line
        for line in lines
        if line.declared_conflicts or line.key in named or line.purpose in PURPOSES_AT_ODDS
    ]


def _declared(one: Help, other: Help) -> bool:
    return other.key in one.declared_conflicts or one.key in other.declared_conflicts


def _incompatible(one: Help, other: Help) -> bool:
    per_person = INCOMPATIBLE.get(frozenset({one.purpose, other.purpose}))
    if per_person is None:
        return False
    same_person = not one.for_whom or not other.for_whom or bool(one.for_whom & other.for_whom)
    return same_person or not per_person


def _why_conflict(one: Help, other: Help) -> Text:
    if one.purpose is None or other.purpose is None or not _incompatible(one, other):
        return Text(
            "De mensen om het huishouden gaven dit zelf aan.",
            "The people around the household said so themselves.",
        )
    first, second = PURPOSE_NAMES[one.purpose], PURPOSE_NAMES[other.purpose]
    return Text(
        f"De ene hulp is voor {first.nl}, de andere voor {second.nl}. Het kan niet allebei.",
        f"One is for {first.en}, the other for {second.en}. Both cannot be done.",
    )
