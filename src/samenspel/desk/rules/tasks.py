"""The (at most) two things that a helper must bring up to date himself, before anything else."""

from dataclasses import dataclass

from rekenmodel.signals import Code, SubjectKind
from rekenmodel.values import Text
from samenspel.desk.rules.scene import Scene
from samenspel.desk.rules.signal_list import Place
from samenspel.households.rules.situation import holder

MOST = 2
FIELDS: dict[Code, tuple[str, Text]] = {
    Code.NO_END: ("planned_end", Text("Tot wanneer duurt {}?", "Until when does {} last?")),
    Code.NO_EXPECTED_EFFECT: (
        "expected_effect",
        Text("Wat is er straks anders door {}?", "What will be different through {}?"),
    ),
    Code.NO_PURPOSE: ("purpose", Text("Waar is {} voor?", "What is {} for?")),
    Code.NO_EVALUATION: (
        "evaluation_on",
        Text("Wanneer kijkt u samen of {} werkt?", "When do you look together whether {} works?"),
    ),
}
"""What is asked of a helper, most telling first; a late action of his own goes before all of these."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to bring up to date, and where."""

    what: str
    why: str
    place: Place


def two_things(scene: Scene, me: str) -> tuple[Task, ...]:
    """What the professional with key `me` must do on his own rows: late actions first, then his own help."""
    mine = f"professional:{me}"
    found = _late(scene, mine)
    own = {row.key: row.title for row in scene.active if holder(row) == mine}
    for code, (field, question) in FIELDS.items():
        for signal in scene.picture.signals:
            if signal.code is code:
                found += [
                    Task(scene.say(question).format(f"“{own[key]}”"), "", Place("help", key, field=field))
                    for key in signal.keys(SubjectKind.HELP)
                    if key in own
                ]
    return tuple(found[:MOST])


def _late(scene: Scene, mine: str) -> list[Task]:
    late = {
        key
        for one in scene.picture.signals
        if one.code is Code.ACTIONS_LATE
        for key in one.keys(SubjectKind.ACTION)
    }
    rows = sorted(
        (row for row in scene.file.actions if row.key in late and holder(row) == mine and row.due),
        key=lambda row: row.due or scene.on,
    )
    return [
        Task(
            row.title,
            scene.said(f"Dit moest op {scene.day(row.due)}.", f"This was due on {scene.day(row.due)}."),
            Place("actions", row.key),
        )
        for row in rows
    ]
