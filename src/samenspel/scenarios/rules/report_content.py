"""The report for whoever decides, as plain values for paper: the argument first, the figures as an annex."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rekenmodel.values import day
from samenspel.desk.rules.report_content import ON_PAPER
from samenspel.desk.rules.report_pdf import plain
from samenspel.scenarios.drawings.costs import costs
from samenspel.scenarios.drawings.dots import dots
from samenspel.scenarios.drawings.payers import payers
from samenspel.scenarios.drawings.triangle import triangle
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import Figures, ScenarioColumn, Side
from samenspel.scenarios.rules.shown_plan import LegalRoom, ShownOption, ShownPlan, Taken


@dataclass(frozen=True, slots=True)
class ReportInput:
    """What the report is made of; `figures` and `columns` empty: the letter without amounts."""

    plan: ShownPlan
    figures: Figures | None
    columns: tuple[ScenarioColumn, ...]
    made_on: date
    made_by: str
    tongue: Tongue


def content(given: ReportInput) -> dict[str, Any]:
    """Everything that stands in the report, as JSON values; texts of people are values, never markup."""
    plan, tongue = given.plan, given.tongue
    found: dict[str, Any] = plain(
        {
            "lang": tongue.language,
            "said": _said(given),
            "household": plan.household,
            "status": plan.status,
            "goal": [_quote(one) for one in plan.goal],
            "own": [_quote(one) for one in plan.own],
            "first_words": [_quote(one) for one in plan.first_words],
            "first_need": plan.first_need,
            "knot": plan.knot,
            "support": plan.support,
            "helpers": plan.helpers,
            "options": [_option(one) for one in plan.options],
            "sides": [_side(one, tongue) for one in plan.sides],
            "decisions": [list(lines) for lines in plan.decisions],
            "follow_up": [list(pair) for pair in plan.follow_up],
            "lacks": list(plan.lacks),
        }
    )
    shape = triangle(plan.triangle, form="phone", palette=ON_PAPER) if plan.triangle else ""
    # A drawing is markup of our own and goes as it is.
    drawn = {"triangle": {"svg": shape, "alt": plan.triangle.title if plan.triangle else ""}}
    return {**found, **drawn, "figures": _figures(given)}


def _quote(one: Taken) -> dict[str, str]:
    return {"text": one.text, "who": one.who}


def _option(one: ShownOption) -> dict[str, Any]:
    return {
        "title": one.title,
        "text": one.text,
        "chosen": one.chosen,
        "edits": list(one.edits),
        "carried_by": one.carried_by,
        "fund": one.fund,
        "legal": [_legal(room) for room in one.legal],
    }


def _legal(room: LegalRoom) -> dict[str, str]:
    return {
        "law": room.law,
        "allows": room.allows,
        "mark": room.mark,
        "form": room.form,
        "argument": room.argument,
        "against": room.against,
        "confirmed": room.confirmed,
    }


def _side(one: Side, tongue: Tongue) -> dict[str, Any]:
    nobody = tongue.of("keek nog niet", "has not looked yet")
    of_four = tongue.of("van 4", "out of 4")
    return {
        "question": one.question,
        "way_said": one.way_said,
        "answer": one.answer,
        "evidence": one.evidence,
        "dissent": one.dissent,
        "scores": [
            f"{score.who}: {nobody if score.score is None else f'{score.score} {of_four}'}"
            for score in one.scores
        ],
    }


def _figures(given: ReportInput) -> dict[str, Any] | None:
    figures, tongue = given.figures, given.tongue
    if figures is None:
        return None
    words: dict[str, Any] = plain(
        {
            "answer": "".join(bit.text for bit in figures.answer),
            "columns": [_column(one) for one in given.columns],
            "costs_sentence": figures.costs_sentence,
            "wrong_pocket": list(figures.wrong_pocket),
            "outside": figures.outside,
            "basis": figures.basis,
            "events": [[event.name, *event.chances] for event in figures.events],
            "unknowns": [
                [row.question, f"{row.now}, {row.span}", row.matters, row.worth, row.how]
                for row in figures.unknowns
            ],
            "unknowns_sentence": figures.unknowns_sentence,
            "weak": figures.weak_sentence,
            "warnings": list(figures.warnings),
            "recipe": figures.recipe,
            "sources": [
                [row.name, row.value, row.span, row.source, row.confidence]
                for row in figures.sources
                if row.anchor.startswith(("bron-price-", "bron-event-", "bron-start-"))
            ],
        }
    )
    drawings = {
        "dots": (dots(figures.dots, form="desk", palette=ON_PAPER), figures.dots.title),
        "costs": (costs(figures.costs, form="desk", palette=ON_PAPER), figures.costs.title),
        "payers": (payers(figures.payers, form="desk", palette=ON_PAPER), figures.payers.title),
    }
    heads = [column.name for column in given.columns]
    shown = {name: {"svg": svg, "alt": alt} for name, (svg, alt) in drawings.items()}
    return {**words, **shown, "event_heads": [tongue.of("Hoe vaak", "How often"), *heads]}


def _column(one: ScenarioColumn) -> list[str]:
    difference = f"{one.difference} ({one.difference_span})" if one.difference else ""
    return [one.name, f"{one.total} ({one.total_span})", difference, one.chance]


def _said(given: ReportInput) -> dict[str, Any]:
    """The fixed words of the report."""
    of, on = given.tongue.of, day(given.made_on, given.tongue.language)
    by = given.made_by
    return {
        "title": of("Perspectiefplan", "Perspective plan"),
        "made": of(f"Gemaakt op {on} door {by}", f"Made on {on} by {by}"),
        "private": of("Alleen voor wie beslist", "Only for who decides"),
        "page": of("bladzijde", "page"),
        "goal": of("Waar wil het gezin over een jaar staan?", "Where does the family want to be in a year?"),
        "own": of("Wat het gezin zelf doet", "What the family does itself"),
        "first": of("Wat is als eerste nodig?", "What is needed first?"),
        "knot": of("Welke knoop houdt alles tegen?", "Which knot holds everything back?"),
        "support": of("Wat daarbij nodig is", "What is needed for it"),
        "options": of("Welke wegen zijn er?", "Which ways are there?"),
        "chosen": of("gekozen", "chosen"),
        "carried": of("Uitvoering", "Carried out by"),
        "fund": of("Uit welk potje", "Which fund"),
        "legal": of("Mag het? Zo legt u het uit", "Is it allowed? How to argue it"),
        "against": of("Tegenargument", "Against"),
        "sides": of("Klopt het aan alle drie de kanten?", "Does it hold on all three sides?"),
        "dissent": of("Wie het anders ziet", "Who sees it differently"),
        "decision": of("Besluit", "Decision"),
        "follow": of("Terugkijken", "Looking back"),
        "undecided": of("Er is nog geen besluit.", "There is no decision yet."),
        "lacks": of("Dit ontbreekt nog", "This is still missing"),
        **_said_of_amounts(given.tongue),
    }


def _said_of_amounts(tongue: Tongue) -> dict[str, Any]:
    """The fixed words of the annex."""
    of = tongue.of
    return {
        "figures": of("Bijlage: de bedragen", "Annex: the amounts"),
        "compare": [
            of("Mogelijkheid", "Option"),
            of("Kost samen", "Costs together"),
            of("Tegenover zo doorgaan", "Against carrying on"),
            of("Hoe vaak", "How often"),
        ],
        "costs": of("Wat het samen kost, maand na maand", "What it costs together, month by month"),
        "dots": of("Honderd keer doorgerekend", "Calculated a hundred times"),
        "payers": of("Wie betaalt, en wie houdt over?", "Who pays, and who gains?"),
        "events": of("Wat er kan misgaan", "What may go wrong"),
        "unknowns": of("Wat we niet weten", "What we do not know"),
        "unknown_heads": [
            of("Vraag", "Question"),
            of("Wat we nu denken", "What we think now"),
            of("Wat het uitmaakt", "What it matters"),
            of("Uitzoeken is waard", "Finding out is worth"),
            of("Hoe zoekt u het uit", "How to find out"),
        ],
        "sources": of("Waar elk getal vandaan komt", "Where every number comes from"),
        "source_heads": [
            of("Getal", "Number"),
            of("Midden", "Middle"),
            of("Tussen", "Between"),
            of("Bron", "Source"),
            of("Hoe zeker", "How sure"),
        ],
    }
