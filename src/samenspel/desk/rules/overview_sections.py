"""The whole picture as sections with tables, signals first: for the terminal, and in part for the report."""

from samenspel.desk.rules.overview_help import costs_section, help_section
from samenspel.desk.rules.overview_people import (
    leaders_section,
    matrix_section,
    people_section,
    words_section,
)
from samenspel.desk.rules.overview_plan import (
    actions_section,
    agreements_section,
    decisions_section,
    goals_section,
)
from samenspel.desk.rules.overview_table import Line, Section, Table, as_text
from samenspel.desk.rules.scene import Scene
from samenspel.desk.rules.signal_list import signals_of
from samenspel.desk.rules.state import state_of, trend_of

CALM_TO_STORMY = 3


def overview(scene: Scene, width: int) -> str:
    """The picture of a household as plain text."""
    on = scene.said(f"Zoals het was op {scene.day(scene.on)}.", f"As it was on {scene.day(scene.on)}.")
    return as_text(scene.file.name, (on,), sections(scene), width)


def sections(scene: Scene) -> tuple[Section, ...]:
    """Everything, in the order in which it is read."""
    return (
        signals_section(scene),
        words_section(scene),
        state_section(scene),
        leaders_section(scene),
        people_section(scene),
        help_section(scene),
        costs_section(scene),
        matrix_section(scene),
        goals_section(scene),
        agreements_section(scene),
        actions_section(scene),
        decisions_section(scene),
    )


def signals_section(scene: Scene) -> Section:
    """What stands out, why it matters, and one thing to do about each."""
    found = signals_of(scene)
    lines = tuple(
        Line(
            ("✓" if one.well else one.mark, f"{one.title}\n{one.why}", one.action), "well" if one.well else ""
        )
        for one in sorted((*found.first, *found.others), key=lambda one: one.well)
    )
    heads = (
        "",
        scene.said("Wat en waarom", "What and why"),
        scene.said("Wat u kunt doen", "What you can do"),
    )
    nothing = scene.said("Er valt vandaag niets op.", "Nothing stands out today.")
    return Section(
        title=scene.said("Wat valt op?", "What stands out?"),
        said=() if lines else (nothing,),
        tables=(Table(heads=heads, lines=lines, numbers=frozenset({0})),),
    )


def state_section(scene: Scene) -> Section:
    """How the help goes: the state, what weighs most, and what would calm it. It says nothing of people."""
    view = state_of(scene)
    said = (
        " ".join(filter(None, (view.headline, view.votes, view.agreed))),
        trend_of(scene).title,
        view.computed,
        " ".join(filter(None, (view.heaviest, view.calmer))),
        view.style,
        view.caution,
        nothing_about_people(scene),
    )
    unknown = scene.said("niet bekend", "not known")
    of = scene.said("van", "of")
    lines = tuple(
        Line(
            (
                scene.say(one.name),
                unknown if one.value is None else f"{one.value} {of} {CALM_TO_STORMY}",
                scene.say(one.explanation),
            )
        )
        for one in scene.picture.state.signals
    )
    heads = (
        scene.said("Waar we op letten", "What we look at"),
        scene.said("Onrust", "Unrest"),
        scene.said("Waarom", "Why"),
    )
    return Section(
        title=scene.said("Hoe loopt de hulp?", "How does the help go?"),
        said=said,
        tables=(Table(heads=heads, lines=lines),),
    )


def nothing_about_people(scene: Scene) -> str:
    """What the state is not about."""
    return scene.said(
        "Dit zegt iets over de hulp. Het zegt niets over het gezin.",
        "This says something about the help. It says nothing about the family.",
    )
