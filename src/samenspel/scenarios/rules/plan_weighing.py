"""The later steps of a plan: which ways there are, the triangle, the decision, looking back."""

from rekenmodel.values import day
from samenspel.scenarios.rules import plan_forms
from samenspel.scenarios.rules.codes import SIDE_TEXTS, OptionKind, Side
from samenspel.scenarios.rules.edit_words import edit_said
from samenspel.scenarios.rules.legal import legal_bases
from samenspel.scenarios.rules.plan import (
    MOST_OPTIONS,
    FollowUp,
    Judgement,
    LegalGround,
    Option,
    PerspectivePlan,
    PlanDecision,
    PlanFile,
)
from samenspel.scenarios.rules.plan_desk import Desk, not_seen, state
from samenspel.scenarios.rules.shown_plan import Adding, Group, LegalRoom, Step


def ways_of(plans: PlanFile, plan: PerspectivePlan) -> list[Option]:
    """The options of a plan that change something."""
    return [row for row in plans.options_of(plan.key) if row.kind is not OptionKind.AS_NOW]


def ways(desk: Desk, plan: PerspectivePlan) -> Step:
    """The ways there are, each with the articles that give room."""
    found = ways_of(desk.plans, plan)
    groups: list[Group] = []
    for option in found:
        groups.append(_way(desk, option))
        groups += [_ground(desk, row) for row in desk.plans.grounds if row.option == option.key]
    groups.append(Group(title="", parts=desk.shown("plans", plan, (plan_forms.MONTHS,))))
    adding = []
    if "options" in desk.writes and len(found) + 1 < MOST_OPTIONS:
        words = desk.said("Voeg een weg toe", "Add a way")
        parts = desk.empty("options", Option, plan_forms.OPTION[:1], {})
        adding.append(Adding(table="options", words=words, parts=parts, given=(("plan", plan.key),)))
    for option in found if "grounds" in desk.writes else ():
        words = desk.said(
            f"Zoek juridische ruimte voor ‘{option.title}’", f"Find legal room for ‘{option.title}’"
        )
        parts = desk.empty("grounds", LegalGround, plan_forms.GROUND[:1], {}, option.key)
        adding.append(Adding(table="grounds", words=words, parts=parts, given=(("option", option.key),)))
    return Step(
        key="wegen",
        number=4,
        title=desk.said("Welke wegen zijn er?", "Which ways are there?"),
        why=desk.said(
            "Zo doorgaan is er altijd een. Zet er één tot vier wegen naast die niet gewoon zijn.",
            "Carrying on is always one. Put one to four ways beside it that are not usual.",
        ),
        state=_ways_state(desk, found),
        ready=any(row.note for row in found),
        groups=tuple(groups),
        adding=tuple(adding),
    )


def _ways_state(desk: Desk, found: list[Option]) -> str:
    """A way is filled in once it is told in words; what only changes help is begun."""
    keys = {row.key for row in found}
    told = any(row.note for row in found)
    places = [row.option for row in desk.plans.edits] + [row.option for row in desk.plans.grounds]
    begun = not keys.isdisjoint(places)
    return desk.said("begonnen", "begun") if begun and not told else state(desk, told)


def _way(desk: Desk, option: Option) -> Group:
    edits = desk.plans.edits_of(option.key)
    notes = () if "options" in desk.writes else tuple(text for text in (option.note,) if text)
    hidden = "edits" in desk.hidden
    if hidden:
        notes += (desk.said("Wat er verandert, ", "What changes: ") + not_seen(desk) + ".",)
    return Group(
        title=option.title,
        parts=desk.shown("options", option, plan_forms.OPTION),
        table="options",
        key=option.key,
        removable="options" in desk.writes,
        notes=notes,
        link="" if hidden else option.key,
        edits=tuple(edit_said(edit, desk.file, desk.language) for edit in edits),
    )


def _ground(desk: Desk, row: LegalGround) -> Group:
    return Group(
        title="",
        parts=desk.shown("grounds", row, plan_forms.GROUND[1:]),
        table="grounds",
        key=row.key,
        removable="grounds" in desk.writes,
        legal=legal_room(desk, row),
        fold=desk.said("Wijzig de uitleg", "Change the explanation") if row.argument else "",
    )


def legal_room(desk: Desk, row: LegalGround) -> LegalRoom:
    """One article with what it allows, whether its text was read, and how it is argued."""
    basis = legal_bases()[row.basis]
    confirmed = ""
    if row.confirmed_by:
        confirmed = desk.said(f"Nagekeken door {row.confirmed_by}", f"Looked at by {row.confirmed_by}")
        confirmed += f", {day(row.confirmed_on, desk.language)}." if row.confirmed_on else "."
    return LegalRoom(
        law=basis.name,
        allows=basis.allows,
        mark=basis.mark.say(desk.language),
        url=basis.url,
        form=row.decision_form,
        argument=row.argument,
        against=row.counter_argument,
        confirmed=confirmed,
    )


def triangle(desk: Desk, plan: PerspectivePlan) -> Step:
    """What people find of each side of the triangle."""
    groups: list[Group] = []
    adding: list[Adding] = []
    found = ways_of(desk.plans, plan)
    mine = 0
    for option in found:
        rows = [row for row in desk.plans.judgements if row.option == option.key]
        for side in Side:
            here = [row for row in rows if row.side is side]
            own = next((row for row in here if row.author == desk.me), None)
            mine += bool(own and (own.answer or own.score is not None))
            groups.append(_side(desk, option, side, here, own))
            if own is None and "judgements" in desk.writes:
                adding.append(_judging(desk, option, side))
    return Step(
        key="driehoek",
        number=5,
        title=desk.said("Klopt het aan alle drie de kanten?", "Does it hold on all three sides?"),
        why=desk.said(
            "Het moet mogen, passen bij het gezin en iets opleveren. Twee mensen kijken los van elkaar.",
            "It has to be allowed, fit the family and bring something. Two people look, each on their own.",
        ),
        state=state(desk, bool(mine)),
        ready=bool(desk.plans.judgements),
        groups=tuple(groups),
        adding=tuple(adding),
    )


def _side(desk: Desk, option: Option, side: Side, here: list[Judgement], own: Judgement | None) -> Group:
    others = tuple(judged(desk, row) for row in here if row is not own)
    parts = desk.shown("judgements", own, plan_forms.JUDGEMENT) if own else ()
    return Group(
        title=f"{option.title} · {SIDE_TEXTS[side].say(desk.language)}",
        parts=parts,
        table="judgements" if own else "",
        key=own.key if own else "",
        notes=others,
        fold=judged(desk, own) if own and own.answer else "",
    )


def judged(desk: Desk, row: Judgement) -> str:
    """What somebody found of a side, in a sentence."""
    mark = "" if row.score is None else desk.said(f" ({row.score} van 4)", f" ({row.score} out of 4)")
    text = " ".join(part for part in (row.answer, row.evidence, row.dissent) if part)
    return f"{row.author}{mark}: {text}" if text else f"{row.author}{mark}"


def _judging(desk: Desk, option: Option, side: Side) -> Adding:
    name = SIDE_TEXTS[side].say(desk.language).partition(":")[0]
    return Adding(
        table="judgements",
        words=desk.said(
            f"Geef uw oordeel over ‘{option.title}’: {name.lower()}",
            f"Judge ‘{option.title}’: {name.lower()}",
        ),
        given=(("option", option.key), ("side", str(side))),
    )


def decision(desk: Desk, plan: PerspectivePlan) -> Step:
    """How far the plan is, and what was decided."""
    rows = [row for row in desk.plans.plan_decisions if row.plan == plan.key]
    fields = plan_forms.decision(desk.plans, plan.key)
    titles = {row.key: row.title for row in desk.plans.options}
    groups = tuple(
        Group(
            title=f"{titles.get(row.option, '')}, {day(row.on, desk.language)}",
            parts=desk.shown("plan_decisions", row, fields),
            table="plan_decisions",
            key=row.key,
            removable="plan_decisions" in desk.writes,
        )
        for row in rows
    )
    status = Group(title="", parts=desk.shown("plans", plan, (plan_forms.STATUS,)))
    adding: tuple[Adding, ...] = ()
    if "plan_decisions" in desk.writes:
        parts = desk.empty("plan_decisions", PlanDecision, fields[:5], {})
        words = desk.said("Leg het besluit vast", "Record the decision")
        adding = (Adding(table="plan_decisions", words=words, parts=parts, given=(("plan", plan.key),)),)
    return Step(
        key="besluit",
        number=6,
        title=desk.said("Wie besluit, en onder welke voorwaarden?", "Who decides, and on which conditions?"),
        why=desk.said(
            "Met naam en mandaat. Wie het anders ziet, blijft staan.",
            "With name and mandate. Whoever sees it differently stays on record.",
        ),
        state=state(desk, bool(rows)),
        ready=bool(rows),
        groups=(status, *groups),
        adding=adding,
    )


def follow(desk: Desk, plan: PerspectivePlan) -> Step:
    """When to look back, and what was seen."""
    rows = sorted((row for row in desk.plans.follow_ups if row.plan == plan.key), key=lambda row: row.due)
    done = any(row.done_on for row in rows)
    return Step(
        key="terugkijken",
        number=7,
        title=desk.said("Wanneer kijkt u terug?", "When will you look back?"),
        why=desk.said(
            "Staat de stap nog, en wat bracht hij? Na drie, zes en twaalf maanden.",
            "Does the step still stand, and what did it bring? After three, six and twelve months.",
        ),
        state=state(desk, done, bool(rows)),
        ready=bool(rows),
        groups=tuple(_moment(desk, row) for row in rows),
    )


def _moment(desk: Desk, row: FollowUp) -> Group:
    after = desk.said(f"Na {row.months} maanden", f"After {row.months} months")
    return Group(
        title=f"{after}: {day(row.due, desk.language)}",
        parts=desk.shown("follow_ups", row, plan_forms.FOLLOW_UP),
        table="follow_ups",
        key=row.key,
        fold=desk.said("Vul in wat u zag, of kies een andere dag", "Say what you saw, or choose another day"),
        notes=(row.found,) if row.found and "follow_ups" not in desk.writes else (),
    )
