"""The timeline as a table: every line of help and every event, in words."""

from dataclasses import dataclass

from rekenmodel.costs import period_name, unit_name
from rekenmodel.values import number
from samenspel.desk.rules.ring import role_line
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.desk.rules.timeline import is_crisis, placed_helps
from samenspel.households.rules.codes import EVENT_TEXTS, PURPOSE_TEXTS
from samenspel.households.rules.record import Help


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRow:
    """One line of help; `state` is open, planned, waiting, stopped or over."""

    key: str
    part: str
    title: str
    who: str
    role: str
    whom: str
    purpose: str
    when: str
    state: str
    often: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """Something that happened."""

    key: str
    day: str
    title: str
    kind: str
    crisis: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTable:
    """Help that runs or is coming, help that is over, and what happened, newest first."""

    now: tuple[HelpRow, ...]
    past: tuple[HelpRow, ...]
    events: tuple[EventRow, ...]


def help_table(scene: Scene) -> HelpTable:
    """Every line of help by part of the ring, and every event."""
    placed = placed_helps(scene)
    titles = {"": scene.said("Overzicht", "Overview")} | {
        part.key: scene.say(part.name) for part in scene.parts
    }
    rows = [(row, _row(scene, titles[key], row)) for key in titles for row in placed[key]]
    over = {"over", "stopped"}
    return HelpTable(
        now=tuple(view for _, view in rows if view.state not in over),
        past=tuple(
            view
            for _, view in sorted(rows, key=lambda one: one[0].until or scene.on, reverse=True)
            if view.state in over
        ),
        events=tuple(
            EventRow(
                key=row.key,
                day=scene.short_day(row.on),
                title=row.title,
                kind=scene.say(EVENT_TEXTS[row.kind]),
                crisis=is_crisis(row),
            )
            for row in sorted(scene.file.events, key=lambda row: row.on, reverse=True)
        ),
    )


def _row(scene: Scene, part: str, row: Help) -> HelpRow:
    who = scene.name(scene.helper(row))
    return HelpRow(
        key=row.key,
        part=part,
        title=row.title,
        who=who,
        role=role_line(scene, row) if row.professional else scene.organisation(row),
        whom=scene.for_whom(row),
        purpose=scene.say(PURPOSE_TEXTS[row.purpose]) if row.purpose else "",
        when=_when(scene, row),
        state=_state(scene, row),
        often=often(scene, row),
    )


def _state(scene: Scene, row: Help) -> str:
    if row.key in scene.waiting_keys:
        return "waiting"
    if row.until is not None and row.until <= scene.on:
        return "stopped" if row.stopped_unfinished else "over"
    if row.since is not None and row.since > scene.on:
        return "planned"
    ahead = row.stays or (row.planned_end is not None and row.planned_end > scene.on)
    return "runs" if ahead else "open"


def _when(scene: Scene, row: Help) -> str:
    """Since when, and until when: sinds 4 mei 2025, tot 1 maart 2027."""
    if row.key in scene.waiting_keys:
        return scene.said(
            f"wacht sinds {scene.day(row.waiting_since)}", f"waiting since {scene.day(row.waiting_since)}"
        )
    since = scene.said(f"sinds {scene.day(row.since)}", f"since {scene.day(row.since)}") if row.since else ""
    if row.until is not None and row.until <= scene.on:
        return scene.said(
            f"{scene.day(row.since)} tot {scene.day(row.until)}",
            f"{scene.day(row.since)} to {scene.day(row.until)}",
        )
    if row.since is not None and row.since > scene.on:
        since = scene.said(f"begint {scene.day(row.since)}", f"starts {scene.day(row.since)}")
    if row.stays:
        end = scene.said("blijft", "stays")
    elif row.planned_end is None:
        end = scene.said("geen einddatum", "no end date")
    else:
        end = scene.said(f"tot {scene.day(row.planned_end)}", f"until {scene.day(row.planned_end)}")
    return ", ".join(filter(None, (since, end)))


def often(scene: Scene, row: Help) -> str:
    """How much of what per period: 3 uur per week."""
    if row.quantity is None or row.unit is None or row.per is None:
        return ""
    digits = 0 if row.quantity == row.quantity.to_integral_value() else 1
    much = f"{number(row.quantity, scene.language, digits)} {scene.say(unit_name(row.unit, row.quantity))}"
    return f"{much} {scene.say(period_name(row.per))}"


def all_lines(scene: Scene, table: HelpTable) -> str:
    """The name of the fold: alle 13 vormen van hulp; without help it holds only what happened."""
    total = len(table.now) + len(table.past)
    if total == 0:
        return scene.said("Wat er gebeurde", "What happened") if table.events else ""
    if total == 1:
        return sentence_case(scene.said("de hulp als tabel", "the help as a table"))
    every = scene.said("beide", "both") if total == 2 else scene.said(f"alle {total}", f"all {total}")
    return sentence_case(
        scene.said(f"{every} vormen van hulp als tabel", f"{every} lines of help as a table")
    )
