"""A hundred dots: each is one possible future, dearer left of the heavy line and cheaper right of it."""

from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor
from typing import Literal

from rekenmodel.values import euros
from samenspel.desk.drawings.boxes import Box, spread
from samenspel.desk.drawings.costs_chart import round_step
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, document, line, path, rect, text
from samenspel.desk.drawings.text_width import STRONG, cut, width, wrap
from samenspel.scenarios.drawings.pictures import Dots

Form = Literal["desk", "phone"]
_BINS = 23
_ROOM = 4
"""At least so many bins on both sides of zero, so that the words above them have room."""
_STRONG = 650


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the dots stand: the first bin, the euros per bin, the pixels per bin, the ground."""

    first: int
    last: int
    euros: float
    left: float
    wide: float
    top: float
    ground: float

    def x(self, amount: float) -> float:
        return self.left + (amount / self.euros - self.first) * self.wide

    @property
    def right(self) -> float:
        return self.left + (self.last - self.first) * self.wide


def dots(picture: Dots, *, form: Form, palette: Palette, prefix: str = "dots") -> str:
    """Return the drawing; `picture.savings` holds exactly a hundred values, in euros cheaper."""
    if len(picture.savings) != 100:
        raise ValueError(f"a hundred dots are drawn, got {len(picture.savings)}")
    desk = form == "desk"
    plot = _plot(picture, 20, 960, 66, 306) if desk else _plot(picture, 4, 346, 60, 230)
    body = [
        *_dear_side(plot, palette),
        *_axis(picture, plot, desk, palette),
        *_discs(picture, plot, palette),
        *_heads(picture, plot, 980 if desk else 350, desk, palette),
    ]
    body += _whisker(picture, plot, plot.ground + (54 if desk else 46), palette)
    words, height = _desk_words(picture, plot, palette) if desk else _phone_words(picture, plot, palette)
    body += words
    box = (0, 0, 980 if desk else 350, height)
    return document(box, title=picture.title, prefix=prefix, palette=palette, body=body)


def _plot(picture: Dots, left: float, right: float, top: float, ground: float) -> _Plot:
    """Choose round bins with zero on an edge, so that all values and both ends of the whisker fit."""
    reach = [*picture.savings, picture.low.at, picture.high.at, 0.0]
    lowest, highest = min(reach), max(reach)
    step = round_step(max((highest - lowest) / (_BINS - _ROOM), 100))
    while ceil(highest / step) - floor(lowest / step) > _BINS - _ROOM:
        step = round_step(step * 1.01)
    first, last = floor(lowest / step), ceil(highest / step)
    first, last = min(first, -_ROOM), max(last, _ROOM)
    return _Plot(first, last, step, left, (right - left) / (last - first), top, ground)


def _dear_side(plot: _Plot, p: Palette) -> list[str]:
    wide = plot.x(0) - plot.left
    if wide <= 0:
        return []
    return [rect(plot.left, plot.top, wide, plot.ground - plot.top, fill=p.gap, opacity=0.07)]


def _axis(picture: Dots, plot: _Plot, desk: bool, p: Palette) -> list[str]:
    """Return the ground with ticks, and amounts where there is room; zero has its own word."""
    parts = [line(plot.left, plot.ground, plot.right, plot.ground, stroke=p.ink, stroke_width=1.4)]
    half = width(picture.even, 16, _STRONG) / 2
    centre = min(max(plot.x(0), plot.left + half), plot.right - half)
    taken = [Box(centre - half, 0, centre + half, 1)]
    parts.append(text(centre, plot.ground + 26, picture.even, fill=p.ink, weight=_STRONG, anchor="middle"))
    every = 4 if desk else 8
    for place in range(plot.first, plot.last + 1):
        if place % 2 and desk:
            continue
        x = plot.left + (place - plot.first) * plot.wide
        parts.append(line(x, plot.ground, x, plot.ground + 7, stroke=p.ink))
        words = euros(Decimal(round(abs(place * plot.euros))), picture.language)
        wide = width(words)
        box = Box(x - wide / 2, 0, x + wide / 2, 1)
        inside = box.left >= plot.left - 4 and box.right <= plot.right + 4
        if place % every == 0 and place and inside and not any(box.overlaps(one, 10) for one in taken):
            taken.append(box)
            parts.append(text(x, plot.ground + 26, words, fill=p.ink_2, anchor="middle"))
    return parts


def _discs(picture: Dots, plot: _Plot, p: Palette) -> list[str]:
    """Return the dots, stacked per bin; where very many fall together they stand closer."""
    bins: dict[int, int] = {}
    for amount in picture.savings:
        place = min(max(floor(amount / plot.euros), plot.first), plot.last - 1)
        bins[place] = bins.get(place, 0) + 1
    pitch = _pitch(max(bins.values()), plot)
    across = max(int(plot.wide / pitch), 1)
    even = picture.savings.count(0)
    parts = []
    for place, count in sorted(bins.items()):
        centre = plot.left + (place - plot.first + 0.5) * plot.wide
        for number in range(count):
            row, column = divmod(number, across)
            x = centre + (column - (min(across, count) - 1) / 2) * pitch
            y = plot.ground - pitch * (row + 0.68)
            colour = p.gap if place < 0 else p.ink if place == 0 and number < even else None
            parts.append(_disc(x, y, pitch * 0.467, colour, p))
    return parts


def _pitch(most: int, plot: _Plot) -> float:
    """Return the largest distance between dots at which the fullest bin still fits under the words."""
    pitch = min(21.4, plot.wide)
    while pitch > 1 and ceil(most / max(int(plot.wide / pitch), 1)) * pitch > plot.ground - plot.top:
        pitch *= 0.96
    return pitch


def _disc(x: float, y: float, r: float, ring: str | None, p: Palette) -> str:
    """Return a dot: an open ring for what is dearer or as dear, full for what is cheaper."""
    if ring is not None:
        return circle(x, y, r - 0.8, fill=p.sheet, stroke=ring, stroke_width=min(2.4, r / 3.4))
    return circle(x, y, r, fill=p.lead)


def _heads(picture: Dots, plot: _Plot, wide: float, desk: bool, p: Palette) -> list[str]:
    """Return the heavy line at zero and what stands left and right of it; at the edges when it is long."""
    zero, size = plot.x(0), 21 if desk else 18
    dear, cheap = (
        max(width(words[0], size, _STRONG), width(words[1])) for words in (picture.dearer, picture.cheaper)
    )
    apart = dear > zero - 14 or cheap > wide - zero - 14
    left, right = (0.0, wide) if apart else (zero - 14, zero + 14)
    ways = (None, "end") if apart else ("end", None)
    top = 18 if apart else 32
    parts = [line(zero, 46 if apart else 20, zero, plot.ground + 8, stroke=p.ink, stroke_width=2.4)]
    for x, words, colour, way in (
        (left, picture.dearer, p.gap, ways[0]),
        (right, picture.cheaper, p.lead, ways[1]),
    ):
        room = wide / 2 - 6 if apart else wide
        strong = cut(words[0], room, size, _STRONG)
        parts.append(text(x, top, strong, size=size, weight=_STRONG, fill=colour, anchor=way))
        parts.append(text(x, top + 22, cut(words[1], room), fill=p.ink_2, anchor=way))
    return parts


def _whisker(picture: Dots, plot: _Plot, y: float, p: Palette) -> list[str]:
    low, mid, high = (plot.x(mark.at) for mark in (picture.low, picture.middle, picture.high))
    return [
        line(low, y, high, y, stroke=p.ink, stroke_width=2),
        path(f"M{low:.1f} {y - 7}v14M{high:.1f} {y - 7}v14", stroke=p.ink, stroke_width=2),
        circle(mid, y, 6.5, fill=p.ink),
    ]


def _desk_words(picture: Dots, plot: _Plot, p: Palette) -> tuple[list[str], float]:
    """Return the words under the whisker and those beside the dots, and the height they end at."""
    beside = _asides(picture, plot, p)
    if beside is not None:
        return _whisker_words(picture, plot, p) + beside, 414
    below = [
        text(20, 438 + 24 * place, cut(f"{plain} {strong}", 940), fill=p.ink)
        for place, (plain, strong) in enumerate(picture.asides)
    ]
    return _whisker_words(picture, plot, p) + below, 420 + 24 * len(picture.asides)


def _whisker_words(picture: Dots, plot: _Plot, p: Palette) -> list[str]:
    marks = (picture.low, picture.middle, picture.high)
    sizes = [max(width(mark.strong, 16, _STRONG), width(mark.plain)) + 20 for mark in marks]
    wanted = [plot.x(mark.at) - size / 2 for mark, size in zip(marks, sizes, strict=True)]
    parts = []
    for mark, start, size in zip(marks, spread(wanted, sizes, 0, 980), sizes, strict=True):
        x = start + size / 2
        parts.append(text(x, 388, mark.strong, fill=p.ink, weight=STRONG, anchor="middle"))
        if mark.plain:
            parts.append(text(x, 408, mark.plain, fill=p.ink_2, anchor="middle"))
    return parts


def _phone_words(picture: Dots, plot: _Plot, p: Palette) -> tuple[list[str], float]:
    """Return the words of the whisker and the asides under each other, and the height they end at."""
    parts, y = [], plot.ground + 80
    marks = (picture.low, picture.middle, picture.high)
    blocks = [((mark.strong, True), (mark.plain, False)) for mark in marks]
    blocks += [((plain, False), (strong, True)) for plain, strong in picture.asides]
    for block in blocks:
        for words, strong in block:
            weight = STRONG if strong else 400
            for said in wrap(words, 350, lines=2, weight=weight):
                fill = p.ink if strong else p.ink_2
                parts.append(text(0, y, said, fill=fill, weight=STRONG if strong else None))
                y += 20
        y += 6
    return parts, y - 14


def _asides(picture: Dots, plot: _Plot, p: Palette) -> list[str] | None:
    """Return the words beside the dots, at the right or the left; None when dots are in the way."""
    if not picture.asides:
        return []
    wide = max(max(width(a), width(b, 16, _STRONG)) for a, b in picture.asides) + 12
    high = len(picture.asides) * 50
    for left in (plot.right - wide, plot.left + 8):
        if _free(picture, plot, left, left + wide, plot.top + 46 + high):
            return _aside_lines(picture, left, plot.top + 66, p)
    return None


def _free(picture: Dots, plot: _Plot, left: float, right: float, bottom: float) -> bool:
    """Whether the dots between two places stay below a height."""
    zero = plot.x(0)
    if left - 16 < zero < right + 16:
        return False
    counts = [floor(amount / plot.euros) for amount in picture.savings]
    most = max(counts.count(place) for place in counts)
    pitch = _pitch(most, plot)
    across = max(int(plot.wide / pitch), 1)
    for place in set(counts):
        start = plot.left + (place - plot.first) * plot.wide
        over = start < right + 8 and start + plot.wide > left - 8
        if over and plot.ground - ceil(counts.count(place) / across) * pitch < bottom:
            return False
    return True


def _aside_lines(picture: Dots, x: float, y: float, p: Palette) -> list[str]:
    parts = []
    for plain, strong in picture.asides:
        parts.append(text(x, y, plain, fill=p.ink))
        parts.append(text(x, y + 20, strong, fill=p.ink, weight=_STRONG))
        y += 50
    return parts
