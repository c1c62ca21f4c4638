"""Marks that mean the same everywhere: pennant, discs, diamond, hatch, small icons and effect lines."""

from collections.abc import Callable
from enum import StrEnum

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import BASELINE, circle, num, path, rect, tag, text
from samenspel.desk.drawings.text_width import STRONG


class Icon(StrEnum):
    """The small signs that stand before a word."""

    LEAD = "lead"
    NOBODY = "nobody"
    DOUBLE = "double"
    NO_END = "no_end"
    LATE = "late"
    DONE = "done"
    RUNNING = "running"
    BUSY = "busy"
    SEEN = "seen"
    WRITTEN = "written"
    NO_REASON = "no_reason"
    REFUSED = "refused"
    CRISIS = "crisis"


class Evidence(StrEnum):
    """How sure a step from help to effect is."""

    MEASURED = "measured"
    EXPERIENCE = "experience"
    ASSUMPTION = "assumption"
    DEAD_END = "dead_end"


def pennant(x: float, y: float, colours: Palette, rim: str | None = None) -> str:
    """Return the pennant of who has the lead; its pole stands on (x, y)."""
    flag = f"M{num(x)} {num(y - 27)}h15l-4 5.5 4 5.5h-15z"
    pole = path(f"M{num(x)} {num(y)}v-27", stroke=colours.lead, stroke_width=2.4)
    return pole + path(flag, fill=colours.lead, stroke=rim, stroke_width=1 if rim else None)


def disc(x: float, y: float, r: float, initials: str, *, leads: bool, colours: Palette) -> str:
    """Return somebody who helps (open) or leads (filled)."""
    look = (colours.lead, colours.sheet, 2.0) if leads else (colours.sheet, colours.ink, 1.8)
    words = colours.sheet if leads else colours.ink
    return circle(x, y, r, fill=look[0], stroke=look[1], stroke_width=look[2]) + (
        text(x, y + BASELINE, initials, fill=words, weight=STRONG, anchor="middle") if initials else ""
    )


def empty_disc(x: float, y: float, r: float, colours: Palette) -> str:
    """Return the dashed disc with a question mark: nobody."""
    ring = circle(x, y, r, fill="none", stroke=colours.gap, stroke_width=2, stroke_dasharray="5 4")
    return ring + text(x, y + 6, "?", fill=colours.gap, size=19, weight=STRONG, anchor="middle")


def signal_disc(x: float, y: float, label: str, colours: Palette) -> str:
    """Return the numbered black disc of a signal; the label "ok" gives a green tick."""
    if label == "ok":
        tick = path(f"M{num(x - 5)} {num(y)}l4 4 6.5-7.5", stroke=colours.sheet, stroke_width=2.4)
        return circle(x, y, 11, fill=colours.well) + tick
    number = text(x, y + BASELINE, label, fill=colours.sheet, weight=STRONG, anchor="middle")
    return circle(x, y, 11, fill=colours.ink) + number


def diamond(x: float, y: float, colours: Palette, r: float = 8) -> str:
    """Return the diamond of a crisis."""
    step = num(r)
    return path(f"M{num(x)} {num(y - r)}l{step} {step}l-{step} {step}l-{step} -{step}z", fill=colours.gap)


def zigzag(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return the path of a tie under tension."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = max((dx * dx + dy * dy) ** 0.5, 1)
    teeth = max(4, 2 * round(length / 18))
    points = [start]
    for index in range(1, teeth):
        side = 6 if index % 2 else -6
        share = index / teeth
        points.append(
            (start[0] + dx * share - dy / length * side, start[1] + dy * share + dx / length * side)
        )
    points.append(end)
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)


def hatch(name: str, colours: Palette) -> str:
    """Return the pattern for "more than one, nobody leads"."""
    return tag(
        "pattern",
        rect(0, 0, 9, 9, fill=colours.double_soft),
        path("M0 0V9", stroke=colours.double_fill, stroke_width=3.4),
        id=name,
        width=9,
        height=9,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def icon(name: Icon, palette: Palette) -> str:
    """Return the 18 px sign that stands before a word; it says nothing to a screen reader."""
    drawn = "".join(_ICON[name](palette))
    return _small(18, 18, drawn)


def effect_line(kind: Evidence, palette: Palette) -> str:
    """Return the line between two steps of an effect chain: how sure the step is."""
    ink = palette.ink
    if kind is Evidence.DEAD_END:
        return _small(94, 12, path("M0 6h46M47 0v12", stroke=palette.gap, stroke_width=2.5))
    dash = {
        Evidence.MEASURED: path("M0 6h84", stroke=ink, stroke_width=3),
        Evidence.EXPERIENCE: path("M0 6h84", stroke=ink, stroke_width=2, stroke_dasharray="8 5"),
        Evidence.ASSUMPTION: path(
            "M1 6h82", stroke=ink, stroke_width=2.4, stroke_dasharray=".1 6", stroke_linecap="round"
        ),
    }[kind]
    return _small(94, 12, dash + path("M84 1l9 5-9 5z", fill=ink))


def _small(width: float, height: float, *parts: str) -> str:
    view = f"0 0 {num(width)} {num(height)}"
    return tag("svg", *parts, width=width, height=height, viewBox=view, aria_hidden="true")


_ICON: dict[Icon, Callable[[Palette], tuple[str, ...]]] = {
    Icon.LEAD: lambda p: (
        path("M4 17V1.5", stroke=p.lead, stroke_width=2),
        path("M4 2h11l-3 4 3 4H4z", fill=p.lead),
    ),
    Icon.NOBODY: lambda p: (
        circle(9, 9, 7, fill="none", stroke=p.gap, stroke_width=2, stroke_dasharray="3.2 2.6"),
    ),
    Icon.DOUBLE: lambda p: (
        circle(6.5, 9, 5, fill="none", stroke=p.double, stroke_width=2),
        circle(11.5, 9, 5, fill="none", stroke=p.double, stroke_width=2),
    ),
    Icon.NO_END: lambda p: (path("M1 9h7M10 9h3M15 9h1.6", stroke=p.double, stroke_width=3),),
    Icon.LATE: lambda p: (
        circle(9, 9, 7, fill="none", stroke=p.gap, stroke_width=2),
        path("M9 5v4.4l3 2", stroke=p.gap, stroke_width=2),
    ),
    Icon.DONE: lambda p: (path("M3 9.6l4 4L15.4 4.6", stroke=p.well, stroke_width=2.6),),
    Icon.RUNNING: lambda p: (path("M4 9h10", stroke=p.ink_2, stroke_width=2),),
    Icon.BUSY: lambda p: (path("M3 15V9M7 15V5M11 15V3M15 15V7", stroke=p.double, stroke_width=2.4),),
    Icon.SEEN: lambda p: (
        path(
            "M1.5 9C4 5 6.4 3.6 9 3.6S14 5 16.5 9C14 13 11.6 14.4 9 14.4S4 13 1.5 9z",
            stroke=p.ink,
            stroke_width=2,
        ),
        circle(9, 9, 2.2, fill=p.ink),
    ),
    Icon.WRITTEN: lambda p: (
        path("M3 15l1-4L12.5 2.5l3 3L7 14zM10.5 4.5l3 3", stroke=p.ink, stroke_width=2),
    ),
    Icon.NO_REASON: lambda p: (
        path("M3 2.5h12v9.5H9l-3.5 3.6V12H3z", stroke=p.gap, stroke_width=2, stroke_dasharray="3.4 2.2"),
    ),
    Icon.REFUSED: lambda p: (
        circle(9, 9, 7, fill="none", stroke=p.gap, stroke_width=2),
        path("M4.2 13.8l9.6-9.6", stroke=p.gap, stroke_width=2),
    ),
    Icon.CRISIS: lambda p: (diamond(9, 9, p, 7),),
}
