"""The drawings of a page, made from what the rules laid out: each in the form for a desk and for a phone."""

from typing import Any

from samenspel.desk.drawings.palette import CSS
from samenspel.desk.drawings.svg import line, tag
from samenspel.scenarios.drawings.costs import costs
from samenspel.scenarios.drawings.domains import domain
from samenspel.scenarios.drawings.dots import dots
from samenspel.scenarios.drawings.payers import payers
from samenspel.scenarios.drawings.pictures import Triangle
from samenspel.scenarios.drawings.strokes import sample
from samenspel.scenarios.drawings.triangle import reach, triangle
from samenspel.scenarios.rules.shown import Figures, Knob, ScenarioColumn, ScenarioPage


def drawn(page: ScenarioPage) -> dict[str, Any]:
    """Return the drawings of the page "Doorrekenen", by name."""
    return {
        **triangles(page.triangle),
        **(pictures(page.figures) if page.figures else {}),
        "columns": marked(page.columns),
        "knobs": tuple((knob, _start_mark(knob)) for knob in page.knobs),
    }


def pictures(figures: Figures) -> dict[str, Any]:
    """Return the drawings that need a run."""
    return {
        "dots_desk": dots(figures.dots, form="desk", palette=CSS),
        "dots_phone": dots(figures.dots, form="phone", palette=CSS, prefix="dots-phone"),
        "costs_desk": costs(figures.costs, form="desk", palette=CSS),
        "costs_phone": costs(figures.costs, form="phone", palette=CSS, prefix="costs-phone"),
        "payers_desk": payers(figures.payers, form="desk", palette=CSS),
        "payers_phone": payers(figures.payers, form="phone", palette=CSS, prefix="payers-phone"),
        "domains": tuple(
            (row, domain(row.picture, palette=CSS, prefix=f"domain-{place}"))
            for place, row in enumerate(figures.domains)
        ),
        "unknowns": tuple(
            (row, reach(row.reach, palette=CSS, prefix=f"reach-{place}") if row.reach else "")
            for place, row in enumerate(figures.unknowns)
        ),
    }


def triangles(picture: Triangle) -> dict[str, str]:
    """Return the value triangle, which needs no figures."""
    return {
        "triangle_desk": triangle(picture, form="desk", palette=CSS),
        "triangle_phone": triangle(picture, form="phone", palette=CSS, prefix="triangle-phone"),
    }


def marked(columns: tuple[ScenarioColumn, ...]) -> tuple[tuple[ScenarioColumn, str], ...]:
    """Return each scenario with the line that it has in the drawings: the shown one is always the second."""
    others = iter(range(2, len(columns) + 1))
    found = []
    for column in columns:
        place = 0 if column.first else 1 if column.shown else next(others)
        found.append((column, sample(place, CSS)))
    return tuple(found)


def _start_mark(knob: Knob) -> str:
    """Return the small line at the value that a knob starts with, over the width of its slider."""
    share = (knob.start - knob.low) / ((knob.high - knob.low) or 1)
    mark = line(0, 0, 0, 20, stroke=CSS.ink, stroke_width=2)
    at = f"{max(0.0, min(share, 1.0)) * 100:.1f}%"
    inner = tag("svg", mark, x=at, overflow="visible")
    return tag("svg", inner, height=20, width="100%", class_="start", aria_hidden="true")
