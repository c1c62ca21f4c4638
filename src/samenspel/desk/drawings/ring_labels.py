"""The words around the ring: a column of labels left and right that hug the circle and never overlap.

Where many labels compete for one side, they say less, longest first: lines get cut, then roles fall away,
then names become "… en nog 4". A label that had to move far from its part of the ring gets a thin line to it.
"""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from samenspel.desk.drawings.boxes import Box, crosses, spread
from samenspel.desk.drawings.marks import signal_disc
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_frame import Arc, Frame, angle, edge_at, point
from samenspel.desk.drawings.ring_picture import Segment, SegmentState
from samenspel.desk.drawings.svg import line, text
from samenspel.desk.drawings.text_width import STRONG, cut, width, wrap

_NEXT = 18.5
_APART = 16
_HUG = 22
_ASCENT = 15
_BEYOND = (110, 160, 210)
"""How far labels may stand above and below the ring: the least that holds them."""
_SIGNAL = 26
_NO_ROLES = 3
"""Roles take at most three lines; from this detail on they are left out."""


class Line(NamedTuple):
    """One line of a label: which voice it has, and the room before it."""

    words: str
    voice: str
    lead: float


@dataclass(frozen=True, slots=True)
class Label:
    """One label where it stands: `x` is its edge towards the ring, `top` its upper edge.

    `height` is from the top of the title to under the last line.
    """

    segment: Segment
    arc: Arc
    right: bool
    x: float
    top: float
    lines: tuple[Line, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", sum([one.lead for one in self.lines]) + 5)

    @property
    def wide(self) -> float:
        """The widest line, with the signal discs behind the title."""
        signals = _SIGNAL * len(self.segment.signals)
        return max(_wide(one) + (signals if index == 0 else 0) for index, one in enumerate(self.lines))

    @property
    def box(self) -> Box:
        """The room it takes."""
        left = self.x if self.right else self.x - self.wide
        return Box(left, self.top, left + self.wide, self.top + self.height)


def place_labels(
    segments: tuple[Segment, ...], arcs: tuple[Arc, ...], frame: Frame, more: str
) -> list[Label]:
    """Return every label in its place."""
    placed: list[Label] = []
    for right in (True, False):
        side = [
            (segment, arc) for segment, arc in zip(segments, arcs, strict=True) if (arc.middle < 180) == right
        ]
        side.sort(key=lambda pair: point(frame.outer, pair[1].middle)[1])
        placed += _column(side, frame, right, more)
    return placed


def _column(side: list[tuple[Segment, Arc]], frame: Frame, right: bool, more: str) -> list[Label]:
    """Return the labels of one side, from the top down, saying as much as there is room for."""
    details: list[int] = []
    rooms = [frame.half - frame.outer - _HUG] * len(side)
    labels: list[Label] = []
    for attempt in range(5):
        if attempt < 3:
            details = [0] * len(side)  # the room was only guessed before
        labels = [
            Label(segment, arc, right, 0, 0, _lines(segment, room, detail, more))
            for (segment, arc), room, detail in zip(side, rooms, details, strict=True)
        ]
        while _total(labels) > 2 * frame.outer + 2 * _BEYOND[-1]:
            tallest = max(range(len(labels)), key=lambda index: labels[index].height)
            details[tallest] += 1
            lines = _lines(side[tallest][0], rooms[tallest], details[tallest], more)
            labels[tallest] = replace(labels[tallest], lines=lines)
        beyond = next(room for room in _BEYOND if _total(labels) <= 2 * (frame.outer + room))
        labels = _stack(labels, frame, -frame.outer - beyond, frame.outer + beyond)
        found = [frame.half - abs(label.x) - 2 for label in labels]
        if all(abs(a - b) < 1 for a, b in zip(found, rooms, strict=True)):
            break
        rooms = found
    return [_fitted(label, frame) for label in labels]


def _total(labels: list[Label]) -> float:
    return sum(label.height + _APART for label in labels) - _APART


def _fitted(label: Label, frame: Frame) -> Label:
    """Return the label with every line cut to the room there is in its final place."""
    room = frame.half - abs(label.x)
    signals = _SIGNAL * len(label.segment.signals)
    cuts = [
        one._replace(words=cut(one.words, room - (0 if index else signals), _size(one), _weight(one)))
        for index, one in enumerate(label.lines)
    ]
    return replace(label, lines=tuple(cuts))


def _stack(labels: list[Label], frame: Frame, low: float, high: float) -> list[Label]:
    """Return the labels pushed apart, each against the circle at its own height."""
    wanted = []
    for label in labels:
        _, y = point(frame.outer + _HUG, label.arc.middle)
        lean = (y / frame.outer + 1) / 2
        wanted.append(y - label.height * (1 - lean))
    heights = [label.height + _APART for label in labels]
    tops = spread(wanted, heights, low, high + _APART)
    return [_hug(replace(label, top=top), frame) for label, top in zip(labels, tops, strict=True)]


def _hug(label: Label, frame: Frame) -> Label:
    """Return the label against the ring: clear of the circle over its whole height, not past its own part."""
    nearest = min(max(0, label.top), label.top + label.height)
    clear = edge_at(frame.outer + _HUG, nearest)
    own = abs(point(frame.outer + _HUG, label.arc.middle)[0]) if abs(nearest) > frame.outer else 0
    x = max(clear, own, 14)
    return replace(label, x=x if label.right else -x)


def _lines(segment: Segment, room: float, detail: int, more: str) -> tuple[Line, ...]:
    """Return what the label says: 0 all of it, then shorter roles, then none, then one name less a time."""
    signals = _SIGNAL * len(segment.signals)
    lines = [
        Line(words, "title", _ASCENT + 3 if index == 0 else 20)
        for index, words in enumerate(wrap(segment.title, room - signals, lines=2, size=18, weight=STRONG))
    ]
    loud = segment.state in {SegmentState.NOBODY, SegmentState.UNLED}
    lines += _spoken(segment.line, room, 2, "state" if loud else "role")
    shown = max(len(segment.helpers) - max(detail - _NO_ROLES, 0), 0)
    hidden = len(segment.helpers) - shown
    if hidden == 1 and shown:
        shown, hidden = shown - 1, 2
    for helper in segment.helpers[:shown]:
        lines += _spoken(helper.name, room, 2, "leads" if helper.leads else "name")
        if detail < _NO_ROLES:
            lines += _spoken(helper.line, room, _NO_ROLES - detail, "role", first=_NEXT)
    if hidden:
        lines += _spoken(more.replace("{n}", str(hidden)), room, 1, "role")
    return tuple(lines)


def _spoken(words: str, room: float, most: int, voice: str, first: float = 21.5) -> list[Line]:
    weight = 400 if voice == "role" else STRONG
    found = wrap(words, room, lines=most, weight=weight) if words else ()
    return [Line(one, voice, _NEXT if index else first) for index, one in enumerate(found)]


def _size(one: Line) -> float:
    return 18 if one.voice == "title" else 16


def _weight(one: Line) -> int:
    return {"title": STRONG, "role": 400}.get(one.voice, STRONG)


def _wide(one: Line) -> float:
    return width(one.words, _size(one), _weight(one))


def draw_labels(labels: list[Label], frame: Frame, colours: Palette) -> list[str]:
    """Return all labels, and the thin lines to those that moved."""
    boxes = [label.box for label in labels]
    parts = []
    for index, label in enumerate(labels):
        others = boxes[:index] + boxes[index + 1 :]
        parts += _leader(label, frame, others, colours)
        parts += _draw(label, colours)
    return parts


def _leader(label: Label, frame: Frame, others: list[Box], p: Palette) -> list[str]:
    """Return the thin line from the ring to a label that does not lie beside its own part."""
    start = point(frame.outer + 4, label.arc.middle)
    box = label.box
    inner = label.x - 6 if label.right else label.x + 6
    x = min(max(start[0], inner), box.right) if label.right else max(min(start[0], inner), box.left)
    y = min(max(start[1], box.top + 12), box.bottom - 8)
    beside = label.arc.start - 2 <= angle(x, y) <= label.arc.end + 2
    if beside or any(crosses(other, start, (inner, y)) for other in others):
        return []
    return [line(*start, inner, y, stroke=p.edge, stroke_width=1.0)]


def _draw(label: Label, p: Palette) -> list[str]:
    state = {SegmentState.NOBODY: p.gap}.get(label.segment.state, p.double)
    fills = {"title": p.ink, "state": state, "leads": p.lead, "name": p.ink, "role": p.ink_2}
    y = label.top
    parts = []
    for index, one in enumerate(label.lines):
        y += one.lead
        weight = None if one.voice == "role" else _weight(one)
        anchor = None if label.right else "end"
        parts.append(
            text(label.x, y, one.words, fill=fills[one.voice], size=_size(one), weight=weight, anchor=anchor)
        )
        if index == 0:
            parts += _signals(label, y - 6, _wide(one), p)
    return parts


def _signals(label: Label, y: float, ahead: float, p: Palette) -> list[str]:
    side = 1 if label.right else -1
    return [
        signal_disc(label.x + side * (ahead + 19 + _SIGNAL * index), y, signal, p)
        for index, signal in enumerate(label.segment.signals)
    ]
