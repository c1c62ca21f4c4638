"""The geometry of the ring around (0, 0): its sizes, its parts and where the discs stand in them."""

from dataclasses import dataclass
from math import atan2, cos, degrees, pi, radians, sin, sqrt

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.ring_picture import Segment
from samenspel.desk.drawings.svg import num

Point = tuple[float, float]

WIDEST = 1020
"""The drawing is never wider than its column on the desk page, so that 16 stays 16 px."""
_GAP = 9.6
"""Paper between two parts of the ring, along the arc."""
_SMALL, _PITCH, _ROW = 17, 39, 21.5
"""Two rows: radius of a disc, from disc to disc, and from the edge of the ring to the middle of a row."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Sizes of one ring: half the width of the drawing, and the radii of circle and ring."""

    half: float
    inner: float
    outer: float

    @property
    def circle(self) -> float:
        """Radius of the warm circle in which family and friends stand."""
        return self.inner - 10

    @property
    def middle(self) -> float:
        """Radius of the middle of the ring."""
        return (self.inner + self.outer) / 2


@dataclass(frozen=True, slots=True)
class Arc:
    """A part of the ring: degrees clockwise from the top."""

    start: float
    end: float

    @property
    def middle(self) -> float:
        """The angle half-way."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of one disc; `hidden` counts whom a last "+n" disc stands for."""

    x: float
    y: float
    r: float
    hidden: int = 0


def point(radius: float, turn: float) -> Point:
    """Return the point at this angle, clockwise from the top."""
    return radius * sin(radians(turn)), -radius * cos(radians(turn))


def angle(x: float, y: float) -> float:
    """Return the angle at which a point is seen from the middle, clockwise from the top, 0 to 360."""
    return degrees(atan2(x, -y)) % 360


def edge_at(radius: float, y: float) -> float:
    """Return how far the circle reaches sideways at height y; 0 above and below it."""
    return sqrt(max(radius * radius - y * y, 0))


def arcs(segments: tuple[Segment, ...]) -> tuple[Arc, ...]:
    """Return equal parts, a little wider for who needs more than three discs."""
    weights = [min(1 + 0.16 * max(len(segment.helpers) - 3, 0), 1.8) for segment in segments]
    turn = 360 / sum(weights) if weights else 0
    ends = [turn * sum(weights[: index + 1]) for index in range(len(weights))]
    return tuple(Arc(start, end) for start, end in zip([0.0, *ends], ends, strict=False))


def ring_part(arc: Arc, frame: Frame) -> str:
    """Return the outline of one part of the ring."""
    large = 1 if arc.end - arc.start > 180 else 0
    ahead, behind = (_GAP / 2 / radius * 180 / pi for radius in (frame.outer, frame.inner))
    a, b = point(frame.outer, arc.start + ahead), point(frame.outer, arc.end - ahead)
    c, d = point(frame.inner, arc.end - behind), point(frame.inner, arc.start + behind)
    out, back = num(frame.outer), num(frame.inner)
    return (
        f"M{num(a[0])} {num(a[1])}A{out} {out} 0 {large} 1 {num(b[0])} {num(b[1])}"
        f"L{num(c[0])} {num(c[1])}A{back} {back} 0 {large} 0 {num(d[0])} {num(d[1])}Z"
    )


def one_row(count: int, turn: float, radius: float) -> bool:
    """Whether so many discs fit side by side."""
    return count * 44 <= turn * pi / 180 * radius - 14


def seats(count: int, arc: Arc, frame: Frame) -> tuple[Seat, ...]:
    """Return the places of the discs, read from the top down: one row, two rows of smaller ones, or "+n"."""
    turn = arc.end - arc.start
    length = turn * pi / 180 * frame.middle - 14
    if one_row(count, turn, frame.middle):
        pitch = min(75, length / max(count, 1))
        return _row(count, arc, frame.middle, pitch, 23 if pitch >= 52 else 19)
    rows = [frame.outer - _ROW, frame.inner + _ROW]
    if 90 < arc.middle < 270:
        rows.reverse()  # the higher row is filled first: pennants need the room above it
    fits = [int((turn * pi / 180 * radius - 12) / _PITCH) for radius in rows]
    shown = min(count, max(sum(fits), 1))
    first = max(min((shown + 1) // 2, fits[0]), shown - fits[1], 1)
    places = (
        *_row(first, arc, rows[0], _PITCH, _SMALL),
        *_row(shown - first, arc, rows[1], _PITCH, _SMALL),
    )
    if shown == count:
        return places
    last = places[-1]
    return (*places[:-1], Seat(last.x, last.y, last.r, hidden=count - shown + 1))


def _row(count: int, arc: Arc, radius: float, pitch: float, r: float) -> tuple[Seat, ...]:
    """Return discs side by side around the middle of the arc, read from the top (or the left) first."""
    step = pitch / radius * 180 / pi
    first = arc.middle - step * (count - 1) / 2
    row = [Seat(*point(radius, first + step * index), r) for index in range(count)]
    backward = 150 < arc.middle % 360 < 360
    return tuple(reversed(row)) if backward else tuple(row)


def choose_frame(segments: tuple[Segment, ...], inner: float) -> Frame:
    """Return the sizes that hold these parts: a thicker ring when discs need two rows."""
    parts = zip(segments, arcs(segments), strict=True)
    single = all(one_row(len(part.helpers), arc.end - arc.start, inner + 29) for part, arc in parts)
    outer = inner + (58 if single else 82)
    return Frame(half=min(max(960, 2 * (outer + 172)), WIDEST) / 2, inner=inner, outer=outer)


def inside(radius: float, box: Box) -> bool:
    """Whether the whole box lies within the circle: its farthest corner does."""
    x, y = max(-box.left, box.right), max(-box.top, box.bottom)
    return x * x + y * y <= radius * radius
