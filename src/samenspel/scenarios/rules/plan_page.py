"""The plan as its page shows it: step by step, with what was taken over from the household page."""

from rekenmodel.values import day
from samenspel.households.rules.codes import WordsKind
from samenspel.scenarios.rules import plan_forms
from samenspel.scenarios.rules.codes import STATUS_TEXTS
from samenspel.scenarios.rules.plan import (
    PerspectivePlan,
)
from samenspel.scenarios.rules.plan_desk import Desk, not_seen, quotes, state
from samenspel.scenarios.rules.plan_lacks import lacks_of
from samenspel.scenarios.rules.plan_weighing import decision, follow, triangle, ways
from samenspel.scenarios.rules.shown_plan import Group, PlanPage, Step, Taken


def plan_page(desk: Desk, plan: PerspectivePlan) -> PlanPage:
    """Return the plan with all its steps."""
    steps = (
        _goal(desk, plan),
        _first(desk, plan),
        _knot(desk, plan),
        ways(desk, plan),
        triangle(desk, plan),
        decision(desk, plan),
        follow(desk, plan),
    )
    return PlanPage(
        household_id=desk.household_id,
        household=desk.file.name,
        key=plan.key,
        status=STATUS_TEXTS[plan.status].say(desk.language),
        steps=steps,
        lacks=lacks_of(desk.plans, plan, desk.language),
        last_saved=desk.saved,
        writes="plans" in desk.writes,
    )


def _goal(desk: Desk, plan: PerspectivePlan) -> Step:
    taken = quotes(desk, plan.words, WordsKind.YEAR_AHEAD, WordsKind.OTHER)
    own = quotes(desk, plan.words, WordsKind.CONTRIBUTION)
    group = Group(title="", parts=desk.shown("plans", plan, (plan_forms.PLAN_WORDS,)))
    return Step(
        key="doel",
        number=1,
        title=desk.said(
            "Waar wil het gezin over een jaar staan?", "Where does the family want to be in a year?"
        ),
        why=desk.said(
            "In eigen woorden, van ieder apart. En wat het gezin er zelf voor doet.",
            "In their own words, from each of them. And what the family will do itself.",
        ),
        state=_state(desk, "words", filled=False, taken=bool(taken or own)),
        ready=bool(taken),
        taken=taken + own,
        groups=(group,),
        asks="words" if "words" in desk.writes else "",
    )


def _first(desk: Desk, plan: PerspectivePlan) -> Step:
    taken = quotes(desk, plan.words, WordsKind.FIRST_NEEDED)
    filled = bool(plan.first_step)
    return Step(
        key="eerst",
        number=2,
        title=desk.said("Wat is als eerste nodig?", "What is needed first?"),
        why=desk.said(
            "Meestal eerst schulden, dan dak en inkomen. Wat het gezin noemt, gaat voor.",
            "Mostly debts first, then a roof and income. What the family names comes first.",
        ),
        state=_state(desk, "words", filled=filled, taken=bool(taken)),
        ready=filled or bool(taken),
        taken=taken,
        groups=(
            Group(title="", parts=desk.shown("plans", plan, (plan_forms.FIRST_STEP, plan_forms.SUPPORT))),
        ),
    )


def _knot(desk: Desk, plan: PerspectivePlan) -> Step:
    open_problems = [row for row in desk.file.problems if row.solved_on is None]
    taken = tuple(
        Taken(
            text=row.title,
            who=desk.said(f"sinds {day(row.since, 'nl')}", f"since {day(row.since, 'en')}")
            if row.since
            else "",
            table="problems",
            key=row.key,
        )
        for row in open_problems
    )
    return Step(
        key="knoop",
        number=3,
        title=desk.said("Welke knoop houdt alles tegen?", "Which knot holds everything back?"),
        why=desk.said(
            "Zoek de ene stap die de rest weer los maakt. Dit speelt er nu volgens de gezinspagina.",
            "Look for the one step that frees the rest. This is what plays a part, by the household page.",
        ),
        state=_state(desk, "problems", filled=bool(plan.knot), taken=bool(taken)),
        ready=bool(plan.knot),
        taken=taken,
        groups=(Group(title="", parts=desk.shown("plans", plan, (plan_forms.KNOT, plan_forms.KNOT_KIND))),),
    )


def _state(desk: Desk, source: str, *, filled: bool, taken: bool) -> str:
    """How far a step is that draws on a list of the household page, or that this reader cannot see it."""
    hidden = source in desk.hidden and not filled
    return not_seen(desk) if hidden else state(desk, filled, taken)
