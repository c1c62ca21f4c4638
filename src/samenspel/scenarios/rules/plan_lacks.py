"""What a plan still needs before it can be shown: never a figure."""

from rekenmodel.values import Language, Text
from samenspel.scenarios.rules.codes import OptionKind, Side
from samenspel.scenarios.rules.plan import PerspectivePlan, PlanFile

GOAL = Text("De eigen woorden van het gezin over hun doel.", "The family's own words about what they want.")
FIRST = Text("Wat als eerste nodig is.", "What is needed first.")
KNOT = Text("Welke knoop alles tegenhoudt.", "Which knot holds everything back.")
WAY = Text("Een andere weg dan zo doorgaan, met een paar zinnen.", "Another way, in a few sentences.")
SIDES = Text("Een oordeel over alle drie de kanten.", "A judgement of all three sides.")


def lacks_of(plans: PlanFile, plan: PerspectivePlan, language: Language) -> tuple[str, ...]:
    """Return what is still needed, in the order of the steps; nothing when the plan can be shown."""
    ways = [row for row in plans.options_of(plan.key) if row.kind is not OptionKind.AS_NOW]
    keys = {row.key for row in ways}
    judged = {row.side for row in plans.judgements if row.option in keys and row.answer}
    told = any(row.note for row in ways)
    missing = (
        (GOAL, not plan.words),
        (FIRST, not plan.first_step and not plan.words),
        (KNOT, not plan.knot),
        (WAY, not told),
        (SIDES, judged != set(Side)),
    )
    return tuple(text.say(language) for text, lacks in missing if lacks)
