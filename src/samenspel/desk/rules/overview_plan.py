"""The overview of goals, agreements, actions and decisions, as tables."""

from rekenmodel.signals.days import late_actions, open_actions, open_goals
from samenspel.desk.rules.overview_table import Line, Section, Table
from samenspel.desk.rules.scene import Scene, by_key, sentence_case
from samenspel.households.rules.record import Action, Goal
from samenspel.households.rules.situation import holder


def goals_section(scene: Scene) -> Section:
    """What everybody works towards: the open goals, then what was reached."""
    is_open = {row.key for row in open_goals(scene.picture.situation)}
    rows = [row for row in scene.file.goals if row.key in is_open]
    rows += [row for row in scene.file.goals if row.reached]
    heads = (
        scene.said("Doel", "Goal"),
        scene.said("In eigen woorden", "In own words"),
        scene.said("Gebied", "Domain"),
        scene.said("Voor", "By"),
    )
    nothing = scene.said("Er staan nog geen doelen.", "There are no goals yet.")
    return Section(
        title=scene.said("Doelen", "Goals"),
        said=() if rows else (nothing,),
        tables=(Table(heads=heads, lines=tuple(goal_line(scene, row) for row in rows)),),
    )


def goal_line(scene: Scene, row: Goal) -> Line:
    """One goal; of a goal that was reached: since when."""
    when = scene.day(row.horizon) or scene.said("geen datum", "no date")
    if row.reached:
        when = scene.said("gelukt op ", "reached on ") + scene.day(row.closed_on)
    own = f"“{row.own_words}”" if row.own_words else ""
    domain = sentence_case(scene.domain(row.domain)) if row.domain else ""
    return Line((row.title, own, domain, when), "well" if row.reached else "")


def agreements_section(scene: Scene) -> Section:
    """What was agreed, and how it goes."""
    rows = [row for row in scene.file.agreements if row.until is None or row.until > scene.on]
    lines = tuple(Line((row.title, row.parties, row.kept)) for row in rows)
    heads = (
        scene.said("Afspraak", "Agreement"),
        scene.said("Wie", "Who"),
        scene.said("Hoe gaat het", "How it goes"),
    )
    nothing = scene.said("Er staan nog geen afspraken.", "There are no agreements yet.")
    return Section(
        title=scene.said("Afspraken", "Agreements"),
        said=() if lines else (nothing,),
        tables=(Table(heads=heads, lines=lines),),
    )


def decisions_section(scene: Scene) -> Section:
    """What was decided, why, and who saw it otherwise; the newest first."""
    rows = sorted(scene.file.decisions, key=lambda row: row.on, reverse=True)
    heads = (
        scene.said("Besluit", "Decision"),
        scene.said("Waarom", "Why"),
        scene.said("Wie het anders zag", "Who saw it otherwise"),
        scene.said("Wanneer, en door wie", "When, and by whom"),
    )
    lines = tuple(
        Line(
            (row.title, row.reason, row.dissent, "\n".join(filter(None, (scene.day(row.on), row.decided_by))))
        )
        for row in rows
    )
    nothing = scene.said("Er staan nog geen besluiten.", "There are no decisions yet.")
    return Section(
        title=scene.said("Besluiten", "Decisions"),
        said=() if lines else (nothing,),
        tables=(Table(heads=heads, lines=lines),),
    )


def actions_section(scene: Scene) -> Section:
    """What still has to be done; what is late comes first."""
    rows, order = by_key(scene.file.actions), open_actions(scene.picture.situation)
    late = {one.key for one in late_actions(scene.picture.situation)}
    lines = tuple(action_line(scene, rows[one.key], late=one.key in late) for one in order)
    heads = (scene.said("Actie", "Action"), scene.said("Wie", "Who"), scene.said("Wanneer", "When"))
    return Section(
        title=scene.said("Acties", "Actions"),
        said=(actions_said(scene, len(order), len(late)),),
        tables=(Table(heads=heads, lines=lines),),
    )


def actions_said(scene: Scene, number: int, late: int) -> str:
    """How much is open and late: one of the six facts, as a sentence."""
    if number == 0:
        return scene.said("Er staan geen acties open.", "No actions are open.")
    many = sentence_case(
        scene.said(
            scene.count(number, "actie staat open", "acties staan open"),
            scene.count(number, "action is open", "actions are open"),
        )
    )
    if late == 0:
        return f"{many}. {scene.said('Niets is te laat.', 'Nothing is late.')}"
    behind = scene.said(
        scene.count(late, "is te laat", "zijn te laat"), scene.count(late, "is late", "are late")
    )
    return f"{many}. {sentence_case(behind)}."


def action_line(scene: Scene, row: Action, *, late: bool) -> Line:
    """One action: what, who, when."""
    when = scene.day(row.due) or scene.said("geen datum", "no date")
    said = scene.said(f"te laat: dit moest op {when}", f"late: this was due on {when}") if late else when
    who = scene.name(holder(row)) or scene.said("nog niemand", "nobody yet")
    return Line((row.title, who, said), "gap" if late else "")
