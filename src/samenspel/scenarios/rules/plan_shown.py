"""The plan as it is shown to whoever decides: one sheet whose argument stands without a single figure."""

from datetime import date

from rekenmodel.values import count_word, day, euros
from samenspel.households.rules.codes import WordsKind
from samenspel.households.rules.picture import runs_on
from samenspel.scenarios.rules.codes import KEPT_TEXTS, KNOT_TEXTS, STATUS_TEXTS
from samenspel.scenarios.rules.edit_words import edit_said
from samenspel.scenarios.rules.plan import Option, PerspectivePlan, PlanDecision
from samenspel.scenarios.rules.plan_desk import Desk, quotes
from samenspel.scenarios.rules.plan_lacks import lacks_of
from samenspel.scenarios.rules.plan_weighing import legal_room, ways_of
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown_plan import ShownOption, ShownPlan
from samenspel.scenarios.rules.triangle_words import sides_of, triangle_of


def shown_plan(desk: Desk, plan: PerspectivePlan, *, today: date, amounts: bool) -> ShownPlan:
    """Return the plan to show; without `amounts` there is no euro in it."""
    ways = ways_of(desk.plans, plan)
    decisions = [row for row in desk.plans.plan_decisions if row.plan == plan.key]
    chosen = decisions[-1].option if decisions else ""
    step = next((row for row in ways if row.key == chosen), ways[0] if ways else None)
    tongue = Tongue(desk.language)
    return ShownPlan(
        household_id=desk.household_id,
        household=desk.file.name,
        status=STATUS_TEXTS[plan.status].say(desk.language),
        goal=quotes(desk, plan.words, WordsKind.YEAR_AHEAD, WordsKind.OTHER),
        first_need=plan.first_step,
        first_words=quotes(desk, plan.words, WordsKind.FIRST_NEEDED),
        support=plan.support,
        knot=plan.knot,
        knot_kind=KNOT_TEXTS[plan.knot_kind].say(desk.language) if plan.knot_kind else "",
        own=quotes(desk, plan.words, WordsKind.CONTRIBUTION),
        helpers=_helpers(desk, today),
        options=tuple(_option(desk, row, chosen, amounts=amounts) for row in ways),
        triangle=triangle_of(desk.plans, step, tongue) if step else None,
        sides=sides_of(desk.plans, step.key, tongue) if step else (),
        decisions=tuple(_decision(desk, row, amounts=amounts) for row in decisions),
        follow_up=_follow_up(desk, plan),
        lacks=lacks_of(desk.plans, plan, desk.language),
        no_words=_hidden_words(desk),
        no_edits=_hidden_edits(desk),
    )


def _hidden_words(desk: Desk) -> str:
    if "words" not in desk.hidden:
        return ""
    return desk.said(
        "Hun eigen woorden ziet alleen wie met het gezin werkt.",
        "Only who works with the family sees their own words.",
    )


def _hidden_edits(desk: Desk) -> str:
    if "edits" not in desk.hidden:
        return ""
    return desk.said(
        "Welke hulp stopt of begint, ziet alleen wie met het gezin werkt.",
        "Only who works with the family sees which help stops or starts.",
    )


def _helpers(desk: Desk, today: date) -> str:
    """How much help runs now, of how many organisations; empty when this reader may not see it."""
    running = [row for row in desk.file.help if runs_on(row, today)]
    if not running:
        return ""
    organisations = {row.organisation for row in running if row.organisation}
    nl, en = count_word(len(running), "nl"), count_word(len(running), "en")
    return desk.said(
        f"Nu lopen er {nl} vormen van hulp, van {count_word(len(organisations), 'nl')} organisaties.",
        f"There are {en} forms of help now, of {count_word(len(organisations), 'en')} organisations.",
    )


def _option(desk: Desk, row: Option, chosen: str, *, amounts: bool) -> ShownOption:
    fund = row.fund
    if amounts and row.fund_cents is not None:
        fund = f"{fund}: {euros(round(row.fund_cents / 100), desk.language)}".removeprefix(": ")
    edits = desk.plans.edits_of(row.key)
    return ShownOption(
        key=row.key,
        title=row.title,
        text=row.note,
        chosen=row.key == chosen,
        edits=tuple(edit_said(edit, desk.file, desk.language, amounts=amounts) for edit in edits),
        carried_by=row.carried_by,
        fund=fund,
        legal=tuple(legal_room(desk, ground) for ground in desk.plans.grounds if ground.option == row.key),
    )


def _decision(desk: Desk, row: PlanDecision, *, amounts: bool) -> tuple[str, ...]:
    """What was decided, line by line: who, why they may, the reason, the conditions, dissent."""
    on = day(row.on, desk.language)
    lines = [f"{row.decided_by} ({row.mandate}), {on}.", row.reason]
    if row.conditions:
        lines.append(desk.said(f"Voorwaarden: {row.conditions}", f"Conditions: {row.conditions}"))
    if amounts and row.ceiling_cents is not None:
        most = euros(round(row.ceiling_cents / 100), desk.language)
        lines.append(desk.said(f"Tot {most}.", f"Up to {most}."))
    if row.dissent:
        lines.append(
            desk.said(f"Wie het anders zag: {row.dissent}", f"Who saw it differently: {row.dissent}")
        )
    return tuple(lines)


def _follow_up(desk: Desk, plan: PerspectivePlan) -> tuple[tuple[str, str], ...]:
    rows = sorted((row for row in desk.plans.follow_ups if row.plan == plan.key), key=lambda row: row.due)
    found = []
    for row in rows:
        kept = KEPT_TEXTS[row.kept].say(desk.language) if row.kept else ""
        found.append((day(row.due, desk.language), " ".join(part for part in (kept, row.found) if part)))
    return tuple(found)
