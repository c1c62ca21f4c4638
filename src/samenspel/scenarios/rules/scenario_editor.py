"""One scenario to change: which help stops, and what else is different from carrying on."""

from collections.abc import Iterable
from datetime import date

from samenspel.desk.rules.scene import sentence_case
from samenspel.households.rules.picture import runs_on
from samenspel.households.rules.record import Help
from samenspel.scenarios.rules import plan_forms
from samenspel.scenarios.rules.codes import EDIT_TEXTS, EditKind
from samenspel.scenarios.rules.edit_words import edit_said
from samenspel.scenarios.rules.edits import contradictions
from samenspel.scenarios.rules.plan import Option, PlannedEdit
from samenspel.scenarios.rules.plan_desk import Desk
from samenspel.scenarios.rules.shown_plan import Adding, EditShown, HelpLine, ScenarioEditor

ADDED = (EditKind.START, EditKind.PAY, EditKind.CHANGE, EditKind.EVENT)
"""Stopping has its own list of ticks; these are added with fields."""


def scenario_editor(desk: Desk, option: Option, today: date) -> ScenarioEditor:
    """Return the page of one option: its name, the help that runs now, and its edits."""
    edits = desk.plans.edits_of(option.key)
    stops = {edit.help: edit.key for edit in edits if edit.kind is EditKind.STOP}
    wrong: dict[str, list[str]] = {}
    for fault in contradictions(desk.file, edits):
        wrong.setdefault(fault.key, []).append(fault.text.say(desk.language))
    return ScenarioEditor(
        household_id=desk.household_id,
        household=desk.file.name,
        key=option.key,
        title=option.title,
        parts=desk.shown("options", option, plan_forms.OPTION[:2]),
        helps=tuple(
            HelpLine(key=row.key, title=row.title, detail=_detail(desk, row), edit=stops.get(row.key, ""))
            for row in desk.file.help
            if runs_on(row, today) or row.key in stops
        ),
        edits=tuple(_edit(desk, edit, wrong.get(edit.key, ())) for edit in edits),
        adding=_adding(desk, option, today),
        last_saved=desk.saved,
        writes="edits" in desk.writes,
    )


def _detail(desk: Desk, row: Help) -> str:
    """Of whom this help is, and since which year."""
    names = {one.key: one.name for one in desk.file.organisations}
    since = desk.said(f"sinds {row.since.year}", f"since {row.since.year}") if row.since else ""
    return ", ".join(part for part in (names.get(row.organisation or "", ""), since) if part)


def _edit(desk: Desk, edit: PlannedEdit, wrong: Iterable[str]) -> EditShown:
    return EditShown(
        key=edit.key,
        said=edit_said(edit, desk.file, desk.language),
        parts=desk.shown("edits", edit, plan_forms.EDITS[edit.kind]),
        wrong=tuple(wrong),
    )


def _adding(desk: Desk, option: Option, today: date) -> tuple[Adding, ...]:
    if "edits" not in desk.writes:
        return ()
    return tuple(
        Adding(
            table="edits",
            words=sentence_case(EDIT_TEXTS[kind].say(desk.language)),
            parts=desk.empty("edits", PlannedEdit, plan_forms.EDITS[kind], {"on": today}, str(kind)),
            given=(("option", option.key), ("kind", str(kind))),
        )
        for kind in ADDED
    )
