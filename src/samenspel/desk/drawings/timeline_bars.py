"""Bars in all their endings. What carries the meaning is the form of the end; colour only confirms it."""

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import Style, line, num, path, rect, text, two_voices
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.desk.drawings.time_axis import Scale
from samenspel.desk.drawings.timeline_lanes import FADE, FADE_GAP, Lane
from samenspel.desk.drawings.timeline_picture import BarKind

BAR = 22
_OVER = {BarKind.STOPPED, BarKind.FINISHED}


def draw_bar(lane: Lane, y: float, scale: Scale, stays: str, p: Palette) -> list[str]:
    """Return one bar with its wait, its end and its words; y is its upper edge."""
    kind = lane.bar.kind
    parts = _wait(lane, y, p) if lane.waits is not None else []
    if kind is BarKind.NOBODY:
        return [*parts, *_nobody(lane, y, p)]
    if kind is BarKind.WAITING:
        return [*parts, *_waiting(lane, y, p)]
    parts += _body(lane, y, scale, p)
    parts += _ending(lane, y, scale, stays, p)
    return [*parts, _words(lane, y, p)]


def _words(lane: Lane, y: float, p: Palette) -> str:
    fill = {BarKind.PLANNED: p.sheet}.get(lane.bar.kind, p.past if lane.bar.kind in _OVER else p.lead_soft)
    halo = fill if lane.inside else p.desk
    return two_voices(lane.words_at, y + 16.5, lane.strong, lane.plain, colours=p, halo=halo)


def _body(lane: Lane, y: float, scale: Scale, p: Palette) -> list[str]:
    """Return the filled part with its thick start; help that began before the axis has no start."""
    wide = lane.x1 - lane.x0
    if lane.bar.kind is BarKind.PLANNED:
        open_bar = rect(lane.x0, y + 0.8, wide, BAR - 1.6, fill=p.sheet, stroke=p.lead, stroke_width=1.4)
        return [open_bar, rect(lane.x0, y, 4, BAR, fill=p.lead)]
    over = lane.bar.kind in _OVER
    fill, edge = (p.past, p.edge) if over else (p.lead_soft, p.lead)
    body = rect(lane.x0, y, wide, BAR, fill=fill, stroke=edge, stroke_width=1)
    began_before = lane.x0 <= scale.left and lane.bar.start.year * 12 + lane.bar.start.month - 1 < scale.first
    return [body] if began_before else [body, rect(lane.x0, y, 4, BAR, fill=edge)]


def _ending(lane: Lane, y: float, scale: Scale, stays: str, p: Palette) -> list[str]:
    kind, x1 = lane.bar.kind, lane.x1
    if kind is BarKind.STOPPED:
        cross = f"M{num(x1 - 6)} {num(y + 5)}l12 12m0 -12l-12 12"
        return [path(cross, stroke=p.gap, stroke_width=2.6)]
    if kind is BarKind.PLANNED:
        return [_stop(x1, y, p.lead)] if lane.bar.end else []
    if kind is BarKind.STAYS:
        return _arrow(lane, y, stays, p)
    if kind is BarKind.OPEN_END:
        return _fade(lane, y, p)
    if kind is BarKind.PLANNED_END and lane.bar.end:
        end = scale.of(lane.bar.end)
        if end <= scale.now:
            return [_stop(end, y, p.gap), *_fade(lane, y, p)]
        ahead = rect(x1, y + 0.8, end - x1, BAR - 1.6, fill=p.sheet, stroke=p.lead, stroke_width=1.4)
        return [ahead, *_end_stop(lane, end, y, scale, p)]
    return []


def _end_stop(lane: Lane, end: float, y: float, scale: Scale, p: Palette) -> list[str]:
    """Return the stop at the planned end; two strokes when it lies beyond the axis."""
    if end < scale.right or lane.bar.end is None:
        return [_stop(end, y, p.lead)]
    return [path(f"M{num(end - 7)} {num(y + 26)}l6 -30m4 0l-6 30", stroke=p.lead, stroke_width=1.6)]


def _stop(x: float, y: float, colour: str) -> str:
    return line(x, y - 2, x, y + BAR + 2, stroke=colour, stroke_width=3)


def _fade(lane: Lane, y: float, p: Palette) -> list[str]:
    """Return the pieces into which help without an end breaks up, scaled to the room that is left."""
    x = lane.x1 + 3
    share = min((lane.end - x) / (sum(FADE) + FADE_GAP * len(FADE)), 1)
    pieces = []
    for wide in FADE:
        pieces.append(f"M{num(x)} {num(y)}h{num(wide * share)}v{BAR}h-{num(wide * share)}z")
        x += (wide + FADE_GAP) * share
    return [path("".join(pieces), fill=p.double_fill, stroke=p.double, stroke_width=1)]


def _arrow(lane: Lane, y: float, stays: str, p: Palette) -> list[str]:
    x1, end = num(lane.x1), lane.end
    shape = f"M{x1} {num(y + 0.8)}H{num(end - 11)}l11 10.2l-11 10.2H{x1}"
    words = cut(stays, end - lane.x1 - 26)
    return [
        path(shape, fill=p.sheet, stroke=p.lead, stroke_width=1.4),
        text(end - 21, y + 16.5, words, fill=p.ink_2, anchor="end"),
    ]


def _wait(lane: Lane, y: float, p: Palette) -> list[str]:
    """Return the dotted time of waiting before the help began."""
    start = lane.x0 if lane.waits is None else lane.waits
    wide = lane.x0 - start - 3
    dots = rect(
        start, y, max(wide, 0), BAR, fill=p.sheet, stroke=p.edge, stroke_width=1.2, stroke_dasharray="2 4"
    )
    words = lane.bar.waiting_line if width(lane.bar.waiting_line) <= wide - 14 else ""
    return [dots, text(start + 8, y + 16.5, words, fill=p.ink_2)] if words else [dots]


def _waiting(lane: Lane, y: float, p: Palette) -> list[str]:
    """Return help that has not begun: dotted until today."""
    dots: Style = {"fill": p.sheet, "stroke": p.edge, "stroke_width": 1.2, "stroke_dasharray": "2 4"}
    halo = p.sheet if lane.inside else p.desk
    words = two_voices(lane.words_at, y + 16.5, lane.strong, lane.plain, colours=p, halo=halo)
    return [rect(lane.x0, y, lane.x1 - lane.x0, BAR, **dots), words]


def _nobody(lane: Lane, y: float, p: Palette) -> list[str]:
    """Return the dashed time in which nobody helps."""
    x0, wide = lane.x0 + 4, lane.x1 - lane.x0 - 6
    dashes = rect(
        x0, y, max(wide, 2), BAR, fill=p.sheet, stroke=p.gap, stroke_width=2, stroke_dasharray="7 5"
    )
    words = f"{lane.strong} {lane.plain}".strip()
    at = lane.words_at + (5 if lane.inside and width(words, 16, STRONG) < wide - 18 else 0)
    return [
        dashes,
        text(at, y + 16.5, words, fill=p.gap, weight=STRONG, halo=None if lane.inside else p.desk),
    ]
