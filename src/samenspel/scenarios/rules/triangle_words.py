"""The three sides of an option as they are said: does it hold, on what ground, who sees it otherwise."""

from typing import Literal

from samenspel.scenarios.drawings.pictures import Triangle, Way
from samenspel.scenarios.rules import shown
from samenspel.scenarios.rules.codes import SIDE_TEXTS, OptionKind, Side
from samenspel.scenarios.rules.legal import legal_bases
from samenspel.scenarios.rules.plan import Judgement, Option, PlanFile
from samenspel.scenarios.rules.said import Tongue

HOLDS, FAILS = 3, 1
READERS = 2
KEYS: dict[Side, Literal["legitimacy", "involvement", "yields"]] = {
    Side.LEGITIMACY: "legitimacy",
    Side.INVOLVEMENT: "involvement",
    Side.YIELD: "yields",
}


def way_of(rows: list[Judgement]) -> Way:
    """Whether a side holds: everybody gives it three or more and two people looked; open when they differ."""
    scores = [row.score for row in rows if row.score is not None]
    if scores and max(scores) <= FAILS:
        return "no"
    agreed = len(scores) >= READERS and min(scores) >= HOLDS and not any(row.dissent for row in rows)
    return "yes" if agreed else "open"


def sides_of(plans: PlanFile, option: str, tongue: Tongue) -> tuple[shown.Side, ...]:
    """The three sides of one option; nothing when that option is carrying on."""
    held = next((row for row in plans.options if row.key == option), None)
    if held is None or held.kind is OptionKind.AS_NOW:
        return ()
    return tuple(_side(plans, option, side, tongue) for side in Side)


def triangle_of(plans: PlanFile, option: Option, tongue: Tongue) -> Triangle:
    """The triangle of one option as it is drawn."""
    ways = {side: way_of(_rows(plans, option.key, side)) for side in Side}
    holds = [
        SIDE_TEXTS[side].say(tongue.language).partition(":")[0].lower()
        for side in Side
        if ways[side] == "yes"
    ]
    title = (
        tongue.of(
            f"Het klopt aan deze kanten: {tongue.listed(holds)}.", f"It holds on: {tongue.listed(holds)}."
        )
        if holds
        else tongue.of("Nog geen enkele kant is rond.", "No side is settled yet.")
    )
    return Triangle(
        title=title,
        names=corner_names(tongue),
        legitimacy=ways[Side.LEGITIMACY],
        involvement=ways[Side.INVOLVEMENT],
        yields=ways[Side.YIELD],
        lead_in=tongue.of("De stap:", "The step:"),
        step=option.title,
    )


def corner_names(tongue: Tongue) -> tuple[str, str, str]:
    """What the corners are called: the top, the left and the right one."""
    top, left, right = (SIDE_TEXTS[side].say(tongue.language).partition(":")[0] for side in Side)
    return top, left, right


def _rows(plans: PlanFile, option: str, side: Side) -> list[Judgement]:
    return [row for row in plans.judgements if row.option == option and row.side is side]


def _side(plans: PlanFile, option: str, side: Side, tongue: Tongue) -> shown.Side:
    rows = _rows(plans, option, side)
    name, _, question = SIDE_TEXTS[side].say(tongue.language).partition(": ")
    return shown.Side(
        key=KEYS[side],
        name=name,
        question=f"{name}: {question}",
        way=way_of(rows),
        way_said=_way_said(rows, tongue),
        answer=" ".join(dict.fromkeys(row.answer for row in rows if row.answer)),
        evidence=" ".join(dict.fromkeys(row.evidence for row in rows if row.evidence)),
        against=_against(plans, option, tongue) if side is Side.LEGITIMACY else "",
        scores=tuple(shown.Score(who=row.author, score=row.score) for row in rows),
        dissent=" ".join(f"{row.author}: {row.dissent}" for row in rows if row.dissent),
    )


def _way_said(rows: list[Judgement], tongue: Tongue) -> str:
    scores = [row.score for row in rows if row.score is not None]
    if not scores:
        return tongue.of("Nog niemand keek hiernaar.", "Nobody has looked at this yet.")
    way = way_of(rows)
    if way == "yes":
        return tongue.of("Ja. Twee mensen vinden dit los van elkaar.", "Yes. Two people find so, each apart.")
    if way == "no":
        return tongue.of("Nee, zo kan het niet.", "No, not like this.")
    if len(scores) < READERS:
        return tongue.of(
            "Eén persoon keek. Vraag een tweede lezer.", "One person looked. Ask a second reader."
        )
    return tongue.of("Ze zijn het niet eens.", "They do not agree.")


def _against(plans: PlanFile, option: str, tongue: Tongue) -> str:
    """The articles with their counter-argument, and whether somebody looked at them."""
    said = []
    for row in plans.grounds:
        basis = legal_bases().get(row.basis)
        if row.option != option or basis is None:
            continue
        parts = [f"{basis.name}: {basis.mark.say(tongue.language)}."]
        if row.counter_argument:
            parts.append(
                tongue.of(f"Tegenargument: {row.counter_argument}", f"Against: {row.counter_argument}")
            )
        if row.confirmed_by:
            parts.append(
                tongue.of(f"Nagekeken door {row.confirmed_by}.", f"Looked at by {row.confirmed_by}.")
            )
        said.append(" ".join(parts))
    return " ".join(said)
