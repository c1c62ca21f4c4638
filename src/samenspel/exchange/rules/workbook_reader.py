"""A workbook becomes a household file, with everything that is wrong or doubtful in it at once."""

from typing import Any

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.file_findings import Finding, Outcome, Severity, refused
from samenspel.exchange.rules.workbook_draft import Draft
from samenspel.exchange.rules.workbook_grid import read_grids
from samenspel.exchange.rules.workbook_household import add_household
from samenspel.exchange.rules.workbook_lines import Line, Notes, read_lines
from samenspel.exchange.rules.workbook_people import People
from samenspel.exchange.rules.workbook_rows_people import add_network, add_people, finish_network
from samenspel.exchange.rules.workbook_rows_plan import (
    add_events,
    add_help,
    add_leads,
    add_plan,
    claim_help,
    claim_plan,
)
from samenspel.exchange.rules.workbook_safety import safe_parts
from samenspel.households.rules.faults import LISTS, faults_of_file
from samenspel.households.rules.record import HouseholdFile


def read_workbook(data: bytes, name: str) -> Outcome:
    """Read a workbook; `name` is the name of the file in findings. Never raises on bad input."""
    try:
        grids = read_grids(safe_parts(data))
    except RefusedError as wrong:
        return refused(name, wrong.text)
    notes = Notes(name)
    lines = read_lines(grids, notes)
    draft = Draft(notes, People(notes))
    facts = _fill(draft, lines)
    if not lines["help"]:
        notes.error(NO_HELP)
    file = None if notes.errors else _file(draft, facts)
    return _outcome(name, notes, lines, None if notes.errors else file)


def _fill(draft: Draft, lines: dict[str, list[Line]]) -> dict[str, Any]:
    """Add the rows of every sheet; what is named goes before what names it."""
    add_people(draft, lines["people"])
    add_network(draft, lines["network"])
    claim_plan(draft, lines["plan"])
    claim_help(draft, lines["help"])
    add_help(draft, lines["help"])
    add_leads(draft, lines["lead"])
    add_plan(draft, lines["plan"])
    add_events(draft, lines["events"])
    facts = add_household(draft, lines["household"])
    finish_network(draft)
    return facts


def _file(draft: Draft, facts: dict[str, Any]) -> HouseholdFile:
    """The file, once no cell is wrong; what does not fit between rows is noted on the line it belongs to."""
    rows = {name: tuple(draft.rows.get(name, ())) for name in LISTS}
    given = {name: value for name, value in facts.items() if value is not None}
    file = HouseholdFile.model_validate(given | rows)
    for fault in faults_of_file(file):
        draft.notes.error(fault.text, draft.lines.get((fault.table, fault.key)), fault.field)
    return file


def _outcome(name: str, notes: Notes, lines: dict[str, list[Line]], file: HouseholdFile | None) -> Outcome:
    wrong = _rows(notes.findings, Severity.ERROR)
    asked = _rows(notes.findings, Severity.QUESTION) - wrong
    places = {(line.title, line.row) for found in lines.values() for line in found}
    return Outcome(
        name=name,
        file=file,
        findings=tuple(notes.findings),
        rows_good=len(places - wrong - asked),
        rows_questioned=len(places & asked),
        rows_wrong=len(places & wrong),
    )


def _rows(findings: list[Finding], severity: Severity) -> set[tuple[str, int]]:
    return {
        (finding.sheet, finding.row)
        for finding in findings
        if finding.severity is severity and finding.row is not None
    }


NO_HELP = Text(
    "Er staat nog geen hulp in deze werkmap. Vul op het blad hulp minstens één regel in.",
    "There is no help in this workbook yet. Fill in at least one line on the sheet help.",
)
