"""The overview of who speaks, who leads and who is there, as tables."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rekenmodel.values import day
from samenspel.desk.rules.leading import LeadRow, Who, leading_of, matrix_of, matrix_sentence
from samenspel.desk.rules.overview_table import Line, Section, Table, Tone
from samenspel.desk.rules.ring import age
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.households.rules.codes import TIE_TEXTS, WORDS_TEXTS
from samenspel.households.rules.record import Case, Words

HERE = ZoneInfo("Europe/Amsterdam")
WEEKDAYS = (
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)


def newest_words(scene: Scene) -> tuple[Words, ...]:
    """The newest words of each speaker on each question, the newest first."""
    found: dict[tuple[str, str, str], Words] = {}
    for row in sorted(scene.file.words, key=lambda row: row.on):
        found[(row.kind, row.person or "", row.supporter or "")] = row
    return tuple(sorted(found.values(), key=lambda row: row.on, reverse=True))


def speaker(scene: Scene, row: Words) -> str:
    """Who said it, and when."""
    who = scene.name(f"person:{row.person}") or scene.name(f"supporter:{row.supporter}")
    return ", ".join(filter(None, (who, scene.day(row.on))))


def words_section(scene: Scene) -> Section:
    """The household's own words, before anybody else's."""
    lines = tuple(
        Line((f"“{row.text}”", f"{speaker(scene, row)}\n{scene.say(WORDS_TEXTS[row.kind])}"))
        for row in newest_words(scene)
    )
    nothing = scene.said("Er staan nog geen eigen woorden bij.", "No own words are written down yet.")
    heads = (scene.said("Wat zij zeggen", "What they say"), scene.said("Wie, en waarop", "Who, and to what"))
    return Section(
        title=scene.said("Eigen woorden", "Own words"),
        said=() if lines else (nothing,),
        tables=(Table(heads=heads, lines=lines),),
    )


def leaders_section(scene: Scene) -> Section:
    """Who leads over the whole, and the next meeting."""
    leading = leading_of(scene)
    rows = [
        (scene.said("Over het plan", "On the plan"), leading.plan),
        (scene.said("Over het overzicht", "On the overview"), people_said(scene, leading.case)),
        (scene.said("Als het vastloopt", "When it gets stuck"), people_said(scene, leading.process)),
    ]
    nobody = scene.said("nog niemand", "nobody yet")
    lines = tuple(Line((what, who or nobody), "" if who else "gap") for what, who in rows)
    heads = (scene.said("Waarover", "On what"), scene.said("Wie", "Who"))
    return Section(
        title=scene.said("Wie heeft de regie?", "Who leads?"),
        said=meeting_said(scene, leading.meeting),
        tables=(Table(heads=heads, lines=lines),),
    )


def people_said(scene: Scene, people: tuple[Who, ...]) -> str:
    """Names below each other, with where they work, and who still has to say yes."""
    return "\n".join(person_said(scene, one) for one in people)


def person_said(scene: Scene, who: Who) -> str:
    """One name with where somebody works."""
    asked = "" if who.accepted else scene.said("zei nog geen ja", "has not said yes yet")
    return ", ".join(filter(None, (who.name, who.works_at, asked)))


def meeting_said(scene: Scene, case: Case | None) -> tuple[str, ...]:
    """When and where everybody meets; nothing when it is not planned or is over."""
    if (
        case is None
        or case.next_meeting_at is None
        or case.next_meeting_at.astimezone(HERE).date() < scene.on
    ):
        return ()
    when = scene.said("Volgend gesprek: ", "Next meeting: ") + moment_said(scene, case.next_meeting_at)
    where = f"{case.next_meeting_where.rstrip('.')}." if case.next_meeting_where else ""
    return (f"{when}.", " ".join(filter(None, (where, case.next_meeting_note))))


def moment_said(scene: Scene, at: datetime) -> str:
    """A day and time as people say it: donderdag 3 december 2026, 15.30 uur."""
    local = at.astimezone(HERE)
    weekday = scene.said(WEEKDAYS[0][local.weekday()], WEEKDAYS[1][local.weekday()])
    when = day(local.date(), scene.language)
    return (
        f"{weekday} {when}, {local:%H.%M} uur"
        if scene.language == "nl"
        else f"{weekday} {when}, {local:%H:%M}"
    )


def people_section(scene: Scene) -> Section:
    """The household and who is close."""
    home = tuple(
        Line(
            (
                row.name,
                row.role,
                str(known) if (known := age(row, scene.on)) is not None else "",
                scene.said("in huis", "at home") if row.in_house else row.lives_at,
            )
        )
        for row in scene.file.persons
    )
    close = tuple(
        Line((row.name, row.relation, scene.say(TIE_TEXTS[row.tie]), row.gives))
        for row in scene.file.supporters
    )
    name, role = scene.said("Naam", "Name"), scene.said("Wie is dat", "Who is that")
    at_home = (name, role, scene.said("Leeftijd", "Age"), scene.said("Waar", "Where"))
    near = (
        name,
        role,
        scene.said("Band", "Tie"),
        scene.said("Wat deze persoon geeft", "What this person gives"),
    )
    return Section(
        title=scene.said("Mensen", "People"),
        tables=(
            Table(heads=at_home, lines=home, numbers=frozenset({2})),
            Table(heads=near, lines=close),
        ),
    )


def matrix_section(scene: Scene) -> Section:
    """Who leads on what, and what may be decided."""
    lines = tuple(matrix_line(scene, row) for row in matrix_of(scene))
    heads = (
        scene.said("Gebied", "Domain"),
        scene.said("Regie", "Lead"),
        scene.said("Mag zelf beslissen over", "May decide on"),
        scene.said("Vervanger", "Deputy"),
        scene.said("Kijken we weer", "We look again"),
    )
    said = matrix_sentence(scene)
    return Section(
        title=scene.said("Wie heeft de regie, en waarop?", "Who leads, and on what?"),
        said=(said,) if said else (),
        tables=(Table(heads=heads, lines=lines),),
    )


def matrix_line(scene: Scene, row: LeadRow) -> Line:
    """One row of the matrix."""
    tones: dict[str, Tone] = {"gap": "gap", "double": "double"}
    who = "; ".join(person_said(scene, one) for one in row.who) or scene.said("nog niemand", "nobody yet")
    decides = "\n".join(filter(None, (row.mandate, sentence_case(row.details))))
    remark = f"\n{row.remark}" if row.remark else ""
    return Line((row.title, who + remark, decides, row.deputy, row.review), tones.get(row.state, ""))
