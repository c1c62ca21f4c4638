"""The value triangle with the step in its middle, and what one uncertainty does as a bar."""

from typing import Literal

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, document, line, num, path, rect, text
from samenspel.desk.drawings.text_width import STRONG, wrap
from samenspel.scenarios.drawings.pictures import Reach, Triangle, Way

_STRONG = 650


def triangle(
    picture: Triangle, *, form: Literal["desk", "phone"], palette: Palette, prefix: str = "triangle"
) -> str:
    """Return the drawing: a tick where a side holds, a question mark where it is open, else a cross."""
    p, desk = palette, form == "desk"
    wide, high, top, side = (500.0, 330.0, 28.0, 62.0) if desk else (350.0, 300.0, 26.0, 44.0)
    base = high - 60
    corners = ((wide / 2, top), (side, base), (wide - side, base))
    shape = "M" + "L".join(f"{num(x)} {num(y)}" for x, y in corners) + "Z"
    body = [path(shape, fill=p.sheet, stroke=p.ink, stroke_width=2)]
    ways = (picture.legitimacy, picture.involvement, picture.yields)
    for (x, y), way in zip(corners, ways, strict=True):
        body.append(_sign(x, y, way, p))
    body += _names(picture, corners, wide, p)
    body += _step(picture, wide, base, desk, p)
    return document((0, 0, wide, high), title=picture.title, prefix=prefix, palette=p, body=body)


def _sign(x: float, y: float, way: Way, p: Palette) -> str:
    if way == "open":
        ring = circle(x, y, 19, fill=p.sheet, stroke=p.double, stroke_width=3)
        return ring + text(x, y + 8, "?", size=23, weight=_STRONG, fill=p.double, anchor="middle")
    if way == "yes":
        tick = f"M{num(x - 8)} {num(y + 1)}l6 6 11-13"
        return circle(x, y, 19, fill=p.well) + path(tick, stroke=p.sheet, stroke_width=3.2)
    cross = f"M{num(x - 7)} {num(y - 7)}l14 14m0-14l-14 14"
    ring = circle(x, y, 19, fill=p.sheet, stroke=p.gap, stroke_width=3)
    return ring + path(cross, stroke=p.gap, stroke_width=3.2)


def _names(picture: Triangle, corners: tuple[tuple[float, float], ...], wide: float, p: Palette) -> list[str]:
    (x, y), (_left, low), _right = corners
    return [
        text(x + 30, y + 4, picture.names[0], fill=p.ink, weight=STRONG),
        text(0, low + 46, picture.names[1], fill=p.ink, weight=STRONG),
        text(wide, low + 46, picture.names[2], fill=p.ink, weight=STRONG, anchor="end"),
    ]


def _step(picture: Triangle, wide: float, base: float, desk: bool, p: Palette) -> list[str]:
    """Return the step in words, broken so that it stays within the sides."""
    size, room, most = (18.0, 196.0, 4) if desk else (16.0, 160.0, 4)
    lines = wrap(picture.step, room, lines=most, size=size, weight=_STRONG)
    y = base - 18 - 23 * len(lines)
    parts = [text(wide / 2, y, picture.lead_in, size=size, fill=p.ink_2, anchor="middle")]
    for words in lines:
        y += 23
        parts.append(text(wide / 2, y, words, size=size, weight=_STRONG, fill=p.ink, anchor="middle"))
    return parts


def reach(picture: Reach, *, palette: Palette, prefix: str) -> str:
    """Return a bar from low to high with a line at "even duur"."""
    p = palette
    span = max(picture.axis_high - picture.axis_low, 1.0)

    def at(amount: float) -> float:
        return 4 + (amount - picture.axis_low) / span * 192

    low, high = at(picture.low), at(picture.high)
    body = [
        line(at(0), 0, at(0), 26, stroke=p.ink, stroke_width=1.4),
        rect(low, 7, max(high - low, 2), 12, fill=p.double_fill, stroke=p.double),
    ]
    return document((0, 0, 200, 26), title=picture.title, prefix=prefix, palette=p, body=body)
