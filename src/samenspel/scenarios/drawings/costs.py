"""What it costs together so far, month by month: a line and a band per scenario."""

from typing import Literal

from samenspel.desk.drawings.boxes import Box, spread
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, document, line, num, path, tag, text
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.scenarios.drawings.axis import Axis, axis, points, said
from samenspel.scenarios.drawings.pictures import CostCourse, Course, Mark
from samenspel.scenarios.drawings.strokes import band_fill, band_patterns, end_mark, middle, standing, strokes

Form = Literal["desk", "phone"]
BANDS = 2
"""Only the first two have a band: more of them on top of each other cannot be told apart."""
_STRONG = 650


def costs(picture: CostCourse, *, form: Form, palette: Palette, prefix: str = "costs") -> str:
    """Return the drawing for two to five scenarios over the same months."""
    desk = form == "desk"
    left, right, top, ground = (86.0, 760.0, 26.0, 350.0) if desk else (0.0, 338.0, 26.0, 250.0)
    months = len(picture.courses[0].mid) - 1
    highest = max(max(one.high[1:] or one.high) for one in picture.courses)
    up = axis(0, highest, ground, top, steps=4 if desk else 3)
    along = Axis(0, max(months, 1), 1, left, right)
    body = [
        tag("defs", band_patterns(min(BANDS, len(picture.courses)), prefix, palette)),
        *_grid(picture, up, along, desk, palette),
        *_bands(picture, up, along, prefix, palette),
        *_lines(picture, up, along, palette),
        *_marks(picture, up, along, desk, palette),
    ]
    words, height = _ends(picture, up, palette) if desk else _key(picture, ground + 60, palette)
    return document(
        (0, 0, 980 if desk else 350, height),
        title=picture.title,
        prefix=prefix,
        palette=palette,
        body=[*body, *words],
    )


def _grid(picture: CostCourse, up: Axis, along: Axis, desk: bool, p: Palette) -> list[str]:
    parts = []
    for amount in up.steps:
        y = up.at(amount)
        parts.append(line(along.start, y, along.end, y, stroke=p.hairline if amount else p.ink))
        words = said(amount, picture.language)
        if desk:
            parts.append(text(along.start - 10, y + 5.5, words, fill=p.ink_2, anchor="end"))
        elif amount:
            parts.append(text(along.start, y - 5, words, fill=p.ink_2, halo=p.desk))
    taken: list[Box] = []
    for month, words in picture.years:
        x, half = along.at(month), width(words) / 2
        x = min(max(x, along.start + half), along.end + 12 - half)
        box = Box(x - half, 0, x + half, 1)
        if not any(box.overlaps(other, 8) for other in taken):
            taken.append(box)
            parts.append(text(x, up.at(0) + 26, words, fill=p.ink_2, anchor="middle"))
    return parts


def _bands(picture: CostCourse, up: Axis, along: Axis, prefix: str, p: Palette) -> list[str]:
    parts = []
    for place in reversed(range(min(BANDS, len(picture.courses)))):  # the plain band under the hatched one
        one = picture.courses[place]
        high, low = points(one.high, up, along), points(one.low, up, along)
        shape = "M" + "L".join([*high, *low[::-1]]) + "Z"
        look = strokes(p)[place]
        parts.append(path(shape, fill=band_fill(place, prefix, p), fill_opacity=0.72))
        edges = ("M" + "L".join(edge) for edge in (high, low))
        parts += [path(edge, stroke=look.colour, stroke_dasharray=look.dash and "4 3") for edge in edges]
    return parts


def _lines(picture: CostCourse, up: Axis, along: Axis, p: Palette) -> list[str]:
    parts = []
    for place, one in enumerate(picture.courses):
        y = up.at(one.mid[-1])
        parts.append(middle("M" + "L".join(points(one.mid, up, along)), place, p))
        if place >= BANDS:
            x = along.end - 14 * (place - BANDS + 1)
            parts.append(standing(x, up.at(one.low[-1]), up.at(one.high[-1]), strokes(p)[place].colour))
        parts.append(end_mark(along.end, y, place, p))
    return parts


def _marks(picture: CostCourse, up: Axis, along: Axis, desk: bool, p: Palette) -> list[str]:
    """Return the month in which both have cost the same, and what is paid first."""
    parts = []
    if picture.even_at:
        parts += _even(picture.even_at, picture.courses, up, along, desk, p)
    if picture.first and desk:
        x, top = along.at(picture.first.at), up.at(up.high) + 92
        under = up.at(max(one.high[min(2, len(one.high) - 1)] for one in picture.courses)) - 4
        if under > top + 30:
            parts.append(line(x, top + 28, x, under, stroke=p.ink_2))
            parts.append(text(x - 2, top, picture.first.strong, fill=p.ink, weight=STRONG, halo=p.desk))
            parts.append(text(x - 2, top + 20, picture.first.plain, fill=p.ink_2, halo=p.desk))
    return parts


def _even(
    mark: Mark, courses: tuple[Course, ...], up: Axis, along: Axis, desk: bool, p: Palette
) -> list[str]:
    month = min(max(int(mark.at), 0), len(courses[0].mid) - 1)
    x, y = along.at(mark.at), up.at(courses[0].mid[month])
    wide = max(width(mark.strong, 16, _STRONG), width(mark.plain))
    left, way = (x + 10, None) if x + 10 + wide <= along.end else (x - 10, "end")
    low = up.at(0)
    parts = [line(x, y, x, low, stroke=p.ink, stroke_width=1.4), circle(x, y, 6, fill=p.ink)]
    if desk:
        parts.append(text(left, low - 58, mark.strong, fill=p.ink, weight=_STRONG, anchor=way, halo=p.desk))
        parts.append(text(left, low - 38, mark.plain, fill=p.ink_2, anchor=way, halo=p.desk))
    return parts


def _ends(picture: CostCourse, up: Axis, p: Palette) -> tuple[list[str], float]:
    """Return the name, middle and band of each scenario at the end of its line, and the height."""
    order = sorted(range(len(picture.courses)), key=lambda place: -picture.courses[place].mid[-1])
    wanted = [up.at(picture.courses[place].mid[-1]) - 32 for place in order]
    starts = spread(wanted, [68.0] * len(order), 6, 390)
    parts = []
    for place, y in zip(order, starts, strict=True):
        one = picture.courses[place]
        name = cut(one.name, 190, 17, _STRONG)
        parts.append(
            text(782, y + 17, name, size=17, weight=_STRONG, fill=strokes(p)[place].colour, halo=p.desk)
        )
        parts.append(text(782, y + 38, one.said, fill=p.ink, weight=STRONG))
        parts.append(text(782, y + 58, cut(one.span, 196), fill=p.ink_2))
    return parts, max(390.0, starts[-1] + 68)


def _key(picture: CostCourse, y: float, p: Palette) -> tuple[list[str], float]:
    """Return the same under the drawing, each behind a sample of its line, and the height."""
    parts = []
    for place, one in enumerate(picture.courses):
        parts.append(middle(f"M0 {num(y - 5)}H34", place, p))
        parts.append(end_mark(34, y - 5, place, p))
        room = 350 - 52 - width(one.said, 16, STRONG) - 8
        parts.append(text(52, y, cut(one.name, room, 16, STRONG), fill=p.ink, weight=STRONG))
        parts.append(text(350, y, one.said, fill=p.ink, weight=STRONG, anchor="end"))
        parts.append(text(350, y + 21, cut(one.span, 298), fill=p.ink_2, anchor="end"))
        y += 50
    if picture.even_at:
        parts.append(text(0, y + 4, cut(picture.even_at.strong, 350, 16, STRONG), fill=p.ink, weight=STRONG))
        parts.append(text(0, y + 25, cut(picture.even_at.plain, 350), fill=p.ink_2))
        y += 50
    return parts, y - 10
