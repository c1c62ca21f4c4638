"""What stands in the report, said in one language: plain values for the layout, and drawings for paper."""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from samenspel.desk.drawings.palette import PRINT
from samenspel.desk.drawings.ring import ring
from samenspel.desk.drawings.state_trend import state_trend
from samenspel.desk.drawings.timeline import timeline, timeline_slices
from samenspel.desk.drawings.timeline_picture import TimelinePicture
from samenspel.desk.rules.chains import chains_of
from samenspel.desk.rules.costs import cost_summary
from samenspel.desk.rules.family import people_of, people_title
from samenspel.desk.rules.leading import leading_of
from samenspel.desk.rules.overview_people import matrix_section, meeting_said
from samenspel.desk.rules.overview_sections import nothing_about_people
from samenspel.desk.rules.overview_table import Section, Table
from samenspel.desk.rules.plan import own_words
from samenspel.desk.rules.report_tables import costs_table, plan_sections
from samenspel.desk.rules.ring import ring_of
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.desk.rules.signal_list import signals_of
from samenspel.desk.rules.state import state_of, trend_of
from samenspel.desk.rules.timeline import course, timeline_of

Paper = Literal["a3", "a4"]

FONT = "Samenspel Sans"
ON_PAPER = replace(PRINT, font=FONT)
TALL = 0.9
"""A timeline that is higher than this part of its width is cut in slices, from which pages are filled."""
NARROW, BROAD = 16, 36
VIEW = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Made:
    """When the report was made, and by whom; nobody is named when a file was read without signing in."""

    on: date
    by: str = ""


def content(scene: Scene, made: Made, paper: Paper) -> dict[str, Any]:
    """Everything that stands in the report, as JSON values; texts of people are values, never markup."""
    return {
        "lang": scene.language,
        "paper": paper,
        "name": scene.file.name,
        "words_on_paper": _fixed(scene, made),
        "words": _words(scene),
        "state": _state(scene),
        "leading": _leading(scene),
        "ring": _ring(scene),
        "time": _time(scene),
        "signals": _signals(scene),
        "roles": section(matrix_section(scene)) if "leads" in scene.tables else None,
        "chains": _chains(scene) if "effects" in scene.tables else None,
        "plan": [section(one) for one in plan_sections(scene)],
        "costs": costs_table(scene),
    }


def section(found: Section) -> dict[str, Any]:
    """A section with tables as JSON values; a cell is a list of lines, of which the first says what."""
    return {
        "title": found.title,
        "said": [one for one in found.said if one],
        "tables": [
            {
                "heads": list(table.heads),
                "numbers": sorted(table.numbers),
                "weights": weights(table),
                "rows": [
                    {"tone": line.tone, "cells": [cell.split("\n") for cell in line.cells]}
                    for line in table.lines
                ],
            }
            for table in found.tables
            if table.lines
        ],
    }


def weights(table: Table) -> list[int]:
    """How wide the columns are beside each other: by their longest lines, within reason."""
    rows = [table.heads, *(line.cells for line in table.lines)]
    longest = (
        max(len(part) for cell in column for part in cell.split("\n")) for column in zip(*rows, strict=True)
    )
    return [min(max(most, NARROW), BROAD) for most in longest]


def drawing(svg: str, alt: str) -> dict[str, Any]:
    """A drawing with its height as a part of its width; the fonts on paper have one strong weight."""
    found = VIEW.search(svg)
    wide, high = (float(part) for part in found.groups()) if found else (1.0, 1.0)
    strong = svg.replace('font-weight="650"', 'font-weight="600"')
    return {"svg": strong, "ratio": high / wide, "alt": alt}


def _fixed(scene: Scene, made: Made) -> dict[str, Any]:
    """The words that stand on every report."""
    when = scene.day(made.on)
    by = scene.said(f" door {made.by}", f" by {made.by}") if made.by else ""
    on = scene.said(f"Zoals het was op {scene.day(scene.on)}", f"As it was on {scene.day(scene.on)}")
    return {
        "title": scene.said(f"Verslag van {scene.file.name}", f"Report on {scene.file.name}"),
        "kick": scene.said("In één oogopslag", "At a glance") + f" · {on}",
        "foot": scene.said(f"Gemaakt op {when}{by}", f"Made on {when}{by}"),
        "private": scene.said("Bevat persoonsgegevens", "Contains personal data"),
        "page": scene.said("Bladzijde", "Page"),
        "of": scene.said("van", "of"),
        "nobody": scene.said("Nog niemand", "Nobody yet"),
    }


def _words(scene: Scene) -> list[dict[str, str]]:
    found = own_words(scene)
    if found.first is None:
        nothing = scene.said(
            "Nog geen eigen woorden. Begin met de vraag: waar wilt u over een jaar staan?",
            "No own words yet. Begin with the question: where do you want to be in a year?",
        )
        return [{"text": "", "by": nothing}]
    return [
        {"text": one.text, "by": ". ".join(filter(None, (one.by, one.question)))}
        for one in (found.first, *found.others)
    ]


def _state(scene: Scene) -> dict[str, Any] | None:
    if "states" not in scene.tables:
        return None
    view, trend = state_of(scene), trend_of(scene)
    return {
        "title": state_of(scene).question,
        "headline": view.headline,
        "said": " ".join(filter(None, (view.votes, view.heaviest))),
        "calmer": view.calmer,
        "about": nothing_about_people(scene),
    } | drawing(state_trend(trend, form="desk", palette=ON_PAPER), trend.title)


def _leading(scene: Scene) -> dict[str, Any]:
    leading = leading_of(scene)
    who = [
        (scene.said("Over het plan", "On the plan"), [(leading.plan, "")] if leading.plan else []),
        (
            scene.said("Over het overzicht", "On the overview"),
            [(one.name, one.works_at) for one in leading.case],
        ),
        (
            scene.said("Als het vastloopt", "When it gets stuck"),
            [(one.name, one.works_at) for one in leading.process],
        ),
    ]
    when, *note = meeting_said(scene, leading.meeting) or ("", "")
    return {
        "title": scene.said("Wie heeft de regie?", "Who leads?"),
        "rows": [
            {"on": on, "people": [{"name": name, "at": at} for name, at in people]} for on, people in who
        ],
        "meeting": scene.said("Volgend gesprek", "Next meeting"),
        "when": sentence_case(when.partition(": ")[2].rstrip(".")),
        "note": " ".join(note) if when else _no_meeting(scene),
    }


def _no_meeting(scene: Scene) -> str:
    if scene.picture.other_day:
        return scene.said("Dat weten we niet van die dag.", "We do not know that of that day.")
    return scene.said("Er is nog geen dag afgesproken.", "No day is agreed yet.")


def _ring(scene: Scene) -> dict[str, Any]:
    picture = ring_of(scene)
    return {
        "title": people_title(scene),
        "said": people_of(scene, picture).sentence,
        "legend": [
            {"mark": "lead", "text": scene.said("heeft hier de regie", "leads here")},
            {"mark": "helps", "text": scene.said("helpt mee", "helps")},
            {"mark": "close", "text": scene.said("familie, vrienden, buurt", "family, friends, neighbours")},
            {
                "mark": "tie",
                "text": scene.said("dik: veel steun, dun: weinig", "thick: much support, thin: little"),
            },
            {"mark": "tension", "text": scene.said("spanning", "tension")},
        ],
    } | drawing(ring(picture, form="desk", palette=ON_PAPER), picture.title)


def _time(scene: Scene) -> dict[str, Any] | None:
    if "help" not in scene.tables:
        return None
    picture, costs = timeline_of(scene), cost_summary(scene)
    benefits = scene.said(
        "Kosten zijn zonder uitkeringen: dat is inkomen.",
        "Costs are without benefits: those are income.",
    )
    title = scene.said("Welke hulp, wanneer, en wat kost het?", "Which help, when, and what does it cost?")
    if costs is None:
        title = scene.said("Welke hulp, en wanneer?", "Which help, and when?")
    return {
        "title": title,
        "said": course(scene),
        "caption": " ".join(filter(None, (benefits, costs.basis, costs.unknown))) if costs else "",
    } | timelines(picture)


def timelines(picture: TimelinePicture) -> dict[str, Any]:
    """The timeline as one drawing; in slices when it is too high for that, so that paper can break it."""
    whole = drawing(timeline(picture, form="print", palette=ON_PAPER), picture.title)
    if whole["ratio"] <= TALL:
        return {"whole": whole, "slices": None}
    found = timeline_slices(picture, form="print", palette=ON_PAPER)
    return {
        "whole": None,
        "slices": {
            "head": drawing(found.head, found.title),
            "rows": [drawing(one, "") for one in found.rows],
            "axis": drawing(found.axis, ""),
            "below": [drawing(one, "") for one in found.below],
        },
    }


def _signals(scene: Scene) -> dict[str, Any]:
    found = signals_of(scene)
    return {
        "title": scene.said("Wat valt op?", "What stands out?"),
        "more_title": scene.said("Wat ook opvalt", "What stands out as well"),
        "first": [
            {"mark": one.mark, "title": one.title, "why": one.why, "action": one.action}
            for one in found.first
        ],
        "more": [
            {"mark": one.mark, "title": one.title, "why": one.why, "action": one.action}
            for one in found.others
        ],
    }


def _chains(scene: Scene) -> dict[str, Any] | None:
    found = chains_of(scene)
    if not found.first:
        return None
    heads = (
        (scene.said("Hulp", "Help"), scene.said("wat we nu doen", "what we do now")),
        (scene.said("Resultaat", "Result"), scene.said("binnen drie maanden", "within three months")),
        (scene.said("Uitkomst", "Outcome"), scene.said("binnen een jaar of twee", "within a year or two")),
        (scene.said("Impact", "Impact"), scene.said("later, en breder", "later, and wider")),
    )
    return {
        "title": scene.said(
            "Wat levert het op, voor wie en door wie?", "What does it bring, for whom and by whom?"
        ),
        "said": scene.said(
            "Van links naar rechts: van wat we doen naar wat het betekent. De lijn zegt hoe zeker we zijn.",
            "From left to right: from what we do to what it means. The line says how sure we are.",
        ),
        "heads": [{"what": what, "line": line} for what, line in heads],
        "rows": [asdict(chain) for chain in found.first],
    }
