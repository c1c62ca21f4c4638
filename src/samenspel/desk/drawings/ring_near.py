"""Who stands close to the house: friends, neighbours, and family that lives elsewhere.

Each gets a place around the house, as near as possible to an even spread. Labels never lie over another
label, a disc, a tie or the edge of the circle; when there is no room, they get shorter, then become initials.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from samenspel.desk.drawings.boxes import Box, crosses
from samenspel.desk.drawings.marks import zigzag
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_frame import Point, inside, point
from samenspel.desk.drawings.ring_home import House
from samenspel.desk.drawings.ring_picture import Member, Supporter, Tie
from samenspel.desk.drawings.svg import BASELINE, Style, circle, line, path, text
from samenspel.desk.drawings.text_width import ELLIPSIS, STRONG, width, wrap

_ARC = (72, 318)
_NEAR, _FAR = (0, 7, -7, 14, -14), (21, -21, 30, -30, 40, -40)
"""How many degrees from the wanted angle a disc may stand: the near ones are tried with all words first."""
_REACHES = (0.5, 0.36, 0.64, 0.2, 0.8, 0.95)
_LINE = 18


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Supporter or member elsewhere, made alike."""

    initials: str
    name: str
    line: str
    tie: Tie | None
    """None: a member of the family who lives elsewhere."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of one label: name lines first (strong), then the others."""

    names: tuple[str, ...]
    others: tuple[str, ...]
    wide: float = 0
    high: float = 0


def _words(names: tuple[str, ...], others: tuple[str, ...] = ()) -> Words:
    """Return the lines with the room they take."""
    wide = [width(name, 16, STRONG) for name in names] + [width(other) for other in others]
    return Words(names, others, max(wide, default=0), _LINE * len(wide))


@dataclass(frozen=True, slots=True)
class Spot:
    """The place found for one neighbour."""

    who: Neighbour
    x: float
    y: float
    r: float
    words: Words
    label: Box | None
    anchor: str
    foot: Point
    """Where the tie goes to, inside the house."""

    disc: Box
    """The box around the disc."""


def neighbours(members: tuple[Member, ...], supporters: tuple[Supporter, ...]) -> tuple[Neighbour, ...]:
    """Return everyone outside the house, clockwise; who lives elsewhere comes to stand on the left."""
    close = [Neighbour(one.initials, one.name, one.line, one.tie) for one in supporters]
    away = [Neighbour(one.initial, one.label, one.elsewhere, None) for one in members if one.elsewhere]
    split = ceil(len(close) * 0.8)
    return (*close[:split], *away, *close[split:])


def place(
    who: tuple[Neighbour, ...], house: House, top: float, circle_r: float, taken: list[Box]
) -> list[Spot]:
    """Return a spot for each; `taken` is what stands there already."""
    low, high = _ARC
    step = (high - low) / max(len(who) - 1, 1)
    start = low if len(who) > 1 else 120
    spots: list[Spot] = []
    fixed = [*taken, *house.boxes(top)]
    for index, one in enumerate(who):
        wanted = start + step * index
        found = _first_fit(one, wanted, len(who), _Room(house, top, circle_r, fixed, spots))
        if found:
            spots.append(found)
    missing = len(who) - len(spots)
    if missing and spots:
        last = spots[-1]
        more = replace(last.who, initials=f"+{missing + 1}", tie=Tie.SOME)
        spots[-1] = replace(last, who=more, r=15, words=Words((), ()), label=None)
    return spots


@dataclass(frozen=True, slots=True)
class _Room:
    """All that a new spot must stay clear of."""

    house: House
    top: float
    circle: float
    fixed: list[Box]
    spots: list[Spot]

    def holds(self, box: Box) -> bool:
        """Whether a disc or label lies in the circle and clear of the house, the others and their ties."""
        if not inside(self.circle - 5, box):
            return False
        if any(box.overlaps(other, 5) for other in self.fixed):
            return False
        for other in self.spots:
            if box.overlaps(other.disc, 7) or (other.label and box.overlaps(other.label, 7)):
                return False
            if crosses(box, (other.x, other.y), other.foot):
                return False
        return True

    def lets_tie(self, spot: Spot) -> bool:
        """Whether the tie of this spot runs clear of the discs and labels of the others."""
        tie = (spot.x, spot.y), spot.foot
        return not any(
            crosses(other.disc, *tie) or (other.label and crosses(other.label, *tie)) for other in self.spots
        )


def _first_fit(one: Neighbour, wanted: float, crowd: int, room: _Room) -> Spot | None:
    """Return the best spot with as many words as fit; None when not even a disc fits."""
    disc = 19 if one.tie is None else 12
    near = list(_stands(one, wanted, disc, room, _NEAR))
    said = _said(one, crowd)
    for words in said[:2]:
        found = _first_labelled(near, words, room)
        if found:
            return found
    every = [*near, *_stands(one, wanted, disc, room, _FAR)]
    for words in said:
        found = _first_labelled(every, words, room)
        if found:
            return found
    return next(_stands(one, wanted, max(disc, 15), room, (*_NEAR, *_FAR)), None)


def _first_labelled(stands: list[Spot], words: Words, room: _Room) -> Spot | None:
    """Return the first of the places where these words fit beside the disc."""
    for stand in stands:
        for spot in _labelled(stand, words):
            label = spot.label
            if label and room.holds(label) and not crosses(label, (spot.x, spot.y), spot.foot):
                return spot
    return None


def _said(one: Neighbour, crowd: int) -> tuple[Words, ...]:
    """Return what the label may say, most words first."""
    names = wrap(one.name, 120, lines=2, weight=STRONG)
    short = wrap(one.name, 104, lines=1, weight=STRONG)
    full = _words(names, wrap(one.line, 116, lines=2))
    one_line = _words(short, wrap(one.line, 112, lines=1))
    narrow = _words(wrap(one.name, 98, lines=2, weight=STRONG), wrap(one.line, 98, lines=3))
    high = _words(names, wrap(one.line, 116, lines=3))
    forms = (full, high, narrow, one_line, _words(names), _words(short))
    return tuple(sorted(dict.fromkeys(forms if crowd <= 8 else forms[3:]), key=_cut_off))


def _cut_off(words: Words) -> bool:
    """Order in which labels with whole words come first."""
    return any(line.endswith(ELLIPSIS) for line in (*words.names, *words.others))


def _stands(one: Neighbour, wanted: float, r: float, room: _Room, turns: tuple[int, ...]) -> Iterator[Spot]:
    """Yield the places where a disc can stand, nearest to the wanted angle first."""
    for turn in turns:
        degrees = wanted + turn
        near, far = _house_edge(room.house, room.top, degrees) + r + 16, room.circle - r - 6
        if far < near:
            continue
        for reach in _REACHES:
            spot = _stand(one, point(near + (far - near) * reach, degrees), r, room)
            if room.holds(spot.disc) and room.lets_tie(spot):
                yield spot


def _stand(one: Neighbour, at: Point, r: float, room: _Room) -> Spot:
    """Return a disc in this place, with the foot of its tie in the house."""
    (x, y), house, top = at, room.house, room.top
    foot = (
        min(max(x, -house.half * 0.62), house.half * 0.62),
        min(max(y, top + house.roof + 12), top + house.height - 16),
    )
    return Spot(one, x, y, r, Words((), ()), None, "middle", foot, Box(x - r, y - r, x + r, y + r))


def _house_edge(house: House, top: float, degrees: float) -> float:
    """Return how far the house reaches from (0, 0) in this direction."""
    dx, dy = point(1, degrees)
    sideways = house.half / abs(dx) if dx else 1e9
    upright = ((top + house.height) / dy if dy > 0 else top / dy) if dy else 1e9
    return min(sideways, upright)


def _labelled(spot: Spot, words: Words) -> Iterator[Spot]:
    """Yield the spot with its label in each of the places around the disc."""
    x, y, r = spot.x, spot.y, spot.r
    wide, high = words.wide, words.high
    half = wide / 2
    below = ("middle", Box(x - half, y + r + 5, x + half, y + r + 5 + high))
    above = ("middle", Box(x - half, y - r - 7 - high, x + half, y - r - 7))
    right = ("start", Box(x + r + 8, y - high / 2, x + r + 8 + wide, y + high / 2))
    left = ("end", Box(x - r - 8 - wide, y - high / 2, x - r - 8, y + high / 2))
    order = (above, left, right, below) if y < -90 else (below, right, left, above)
    if abs(x) < 60:
        order = (right, left, below, above)
    for anchor, box in order:
        yield Spot(spot.who, x, y, r, words, box, anchor, spot.foot, spot.disc)


_TIE_WIDTH = {Tie.STRONG: 5.0, Tie.SOME: 3.0, Tie.WEAK: 1.4}


def draw_ties(spots: list[Spot], colours: Palette) -> list[str]:
    """Return the ties, to be drawn under the house."""
    parts = []
    for spot in spots:
        tie, p = spot.who.tie, colours
        if tie is None:
            dots: Style = {"stroke_dasharray": "1 7", "stroke_linecap": "round", "stroke_width": 3.0}
            parts.append(line(spot.x, spot.y, spot.foot[0], spot.foot[1], stroke=p.home, **dots))
        elif tie is Tie.TENSION:
            parts.append(path(zigzag((spot.x, spot.y), spot.foot), stroke=p.home, stroke_width=2.2))
        else:
            parts.append(line(spot.x, spot.y, *spot.foot, stroke=p.home, stroke_width=_TIE_WIDTH[tie]))
    return parts


def draw_spots(spots: list[Spot], colours: Palette) -> list[str]:
    """Return discs and labels."""
    return [part for spot in spots for part in _draw_spot(spot, colours)]


def _draw_spot(spot: Spot, p: Palette) -> list[str]:
    # a rim of the circle's colour keeps the tie off the disc, so that it reads as a tie and not as a stalk
    rim = circle(spot.x, spot.y, spot.r + 5, fill=p.home_soft)
    parts = [rim, circle(spot.x, spot.y, spot.r, fill=p.sheet, stroke=p.home, stroke_width=2.4)]
    if spot.who.tie is None or not spot.words.names:
        initials = spot.who.initials[:2]
        parts.append(text(spot.x, spot.y + BASELINE, initials, fill=p.home, weight=STRONG, anchor="middle"))
    if spot.label is None:
        return parts
    x = {"middle": spot.x, "start": spot.label.left, "end": spot.label.right}[spot.anchor]
    anchor = None if spot.anchor == "start" else spot.anchor
    strong = len(spot.words.names)
    for index, words in enumerate((*spot.words.names, *spot.words.others)):
        y = spot.label.top + _LINE * index + 14
        weight, fill = (STRONG, p.ink) if index < strong else (None, p.ink_2)
        parts.append(text(x, y, words, fill=fill, weight=weight, anchor=anchor))
    return parts
