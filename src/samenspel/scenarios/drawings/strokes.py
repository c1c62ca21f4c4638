"""How scenarios are told apart on paper without colour: each has its own dash, hatch and end mark."""

from dataclasses import dataclass

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, line, num, path, rect, tag


@dataclass(frozen=True, slots=True)
class Stroke:
    """The look of one scenario: colour, dash of the middle line, angle of the hatch in its band."""

    colour: str
    dash: str | None
    angle: int | None
    wide: float = 3


def strokes(p: Palette) -> tuple[Stroke, ...]:
    """Return the five looks in order; the first is that of "zo doorgaan"."""
    return (
        Stroke(p.gap, "9 4", 45),
        Stroke(p.lead, None, None, 3.4),
        Stroke(p.home, "2 4", -45),
        Stroke(p.well, "12 4 2 4", 90),
        Stroke(p.double, "5 7", 0),
    )


def band_patterns(count: int, prefix: str, p: Palette) -> str:
    """Return the hatches of the first `count` bands; the shown scenario has a plain light fill."""
    made = []
    for place, look in enumerate(strokes(p)[:count]):
        if look.angle is None:
            continue
        hatch = path("M0 0V8", stroke=look.colour, stroke_width=1.3, stroke_opacity=0.55)
        made.append(
            tag(
                "pattern",
                hatch,
                id=f"{prefix}-band-{place}",
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
                patternTransform=f"rotate({look.angle})",
            )
        )
    return "".join(made)


def band_fill(place: int, prefix: str, p: Palette) -> str:
    """Return the fill of a band; its pattern must stand in the same drawing."""
    return p.lead_soft if strokes(p)[place].angle is None else f"url(#{prefix}-band-{place})"


def middle(d: str, place: int, p: Palette) -> str:
    """Return the middle line of a scenario."""
    look = strokes(p)[place]
    return path(
        d, stroke=look.colour, stroke_width=look.wide, stroke_dasharray=look.dash, stroke_linejoin="round"
    )


def end_mark(x: float, y: float, place: int, p: Palette) -> str:
    """Return the mark at the end of a line: disc, square, triangle, ring, diamond."""
    colour = strokes(p)[place].colour
    if place == 0:
        return rect(x - 5, y - 5, 10, 10, fill=colour)
    if place == 1:
        return circle(x, y, 6, fill=colour)
    if place == 2:
        return path(f"M{num(x)} {num(y - 7)}l7 12h-14z", fill=colour)
    if place == 3:
        return circle(x, y, 5, fill=p.sheet, stroke=colour, stroke_width=2.4)
    return path(f"M{num(x)} {num(y - 7)}l7 7l-7 7l-7 -7z", fill=colour)


def sample(place: int, p: Palette) -> str:
    """Return a short line with its end mark, 44 by 16, for a key beside words; not read out."""
    parts = middle("M2 8H34", place, p), end_mark(34, 8, place, p)
    return tag("svg", *parts, width=44, height=16, viewBox="0 0 44 16", aria_hidden="true")


def whisker(low: float, high: float, y: float, p: Palette) -> str:
    """Return a range lying down, with a stop at both ends."""
    d = f"M{num(low)} {num(y)}H{num(high)}M{num(low)} {num(y - 4)}v8M{num(high)} {num(y - 4)}v8"
    return path(d, stroke=p.ink, stroke_width=1.5)


def standing(x: float, low: float, high: float, colour: str) -> str:
    """Return a range standing up, with a stop at both ends."""
    stops = f"M{num(x - 4)} {num(low)}h8M{num(x - 4)} {num(high)}h8"
    return line(x, low, x, high, stroke=colour, stroke_width=1.4) + path(
        stops, stroke=colour, stroke_width=1.4
    )
