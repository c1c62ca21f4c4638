"""What happened, above the bars: two lines beside a diamond, in up to three levels; else a numbered list."""

from dataclasses import dataclass

from samenspel.desk.drawings.boxes import spread
from samenspel.desk.drawings.marks import diamond
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, line, num, path, text
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.desk.drawings.time_axis import Scale
from samenspel.desk.drawings.timeline_picture import EventMark, Happening

_LEVELS = 3
_LEVEL = 44
_ROOM = 196
_BESIDE = 14
_NUMBER = 22
_LIST_LINE = 24


@dataclass(frozen=True, slots=True)
class Flag:
    """One event: where it stands, the level of its words, and the words."""

    event: Happening
    x: float
    level: int
    day: str
    line: str


@dataclass(frozen=True, slots=True)
class Flags:
    """All events; with `numbered` the words stand in a list and the picture has numbers."""

    flags: tuple[Flag, ...]
    levels: int
    numbered: bool

    @property
    def diamond_y(self) -> float:
        """Height of the diamonds, from the top of the drawing."""
        return 46 if self.numbered else 11 + _LEVEL * self.levels

    def list_height(self) -> float:
        """The room the list under the drawing takes."""
        return 24 + _LIST_LINE * -(-len(self.flags) // 3) if self.numbered else 0


def lay_events(events: tuple[Happening, ...], scale: Scale, edge: float) -> Flags:
    """Return the events with their words; `edge` is how far to the right words may reach.

    From the last to the first: an earlier event rises above the words of a later one, so that no
    upright line runs through words.
    """
    flags: list[Flag] = []
    starts = [edge + 10] * _LEVELS
    for event in sorted(events, key=lambda one: one.on, reverse=True):
        x = scale.of(event.on)
        room = min(_ROOM, edge - x - _BESIDE)
        day, said = cut(event.day, room, weight=STRONG), cut(event.line, room)
        wide = max(width(day, 16, STRONG), width(said))
        free = [level for level in range(_LEVELS) if x + _BESIDE + wide + 10 <= starts[level]]
        if not free:
            return _numbered(events, scale)
        starts[free[0]] = x
        # words higher up must not lie on the line of a later event that rises through them
        flags.append(Flag(event, x, free[0], day, said))
        for level in range(free[0]):
            starts[level] = min(starts[level], x)
    levels = max((flag.level for flag in flags), default=-1) + 1
    return Flags(tuple(reversed(flags)), levels, numbered=False)


def _numbered(events: tuple[Happening, ...], scale: Scale) -> Flags:
    in_order = sorted(events, key=lambda one: one.on)
    flags = tuple(Flag(event, scale.of(event.on), 0, event.day, event.line) for event in in_order)
    return Flags(flags, 1, numbered=True)


_LOOKS = {EventMark.CRISIS: (1.3, None), EventMark.OTHER: (1.0, "2 4")}


def _colour(mark: EventMark, p: Palette) -> str:
    return p.gap if mark is EventMark.CRISIS else p.ink_3


def draw_through(flags: Flags, spans: list[tuple[float, float]], p: Palette) -> list[str]:
    """Return the upright lines of the events through help or costs: one path for each kind."""
    parts = []
    for mark, (wide, dash) in _LOOKS.items():
        places = [num(flag.x) for flag in flags.flags if flag.event.mark is mark]
        d = "".join(f"M{x} {num(top)}V{num(bottom)}" for x in places for top, bottom in spans)
        if d:
            parts.append(path(d, stroke=_colour(mark, p), stroke_width=wide, stroke_dasharray=dash))
    return parts


def draw_rises(flags: Flags, p: Palette) -> list[str]:
    """Return the lines from the diamonds up to words that stand higher."""
    parts = []
    for mark, (wide, _) in _LOOKS.items():
        d = "".join(
            f"M{num(flag.x)} {num(flags.diamond_y - _LEVEL * flag.level - 10)}V{num(flags.diamond_y)}"
            for flag in flags.flags
            if flag.level and flag.event.mark is mark
        )
        if d:
            parts.append(path(d, stroke=_colour(mark, p), stroke_width=wide))
    return parts


def draw_flags(flags: Flags, scale: Scale, p: Palette) -> list[str]:
    """Return diamonds and words, or diamonds and numbers."""
    y = flags.diamond_y
    parts = []
    for flag in flags.flags:
        crisis = flag.event.mark is EventMark.CRISIS
        parts.append(
            diamond(flag.x, y, p)
            if crisis
            else circle(flag.x, y, 5.5, fill=p.sheet, stroke=p.ink_3, stroke_width=2)
        )
        if not flags.numbered:
            base = y - _LEVEL * flag.level - 29
            colour = p.gap if crisis else p.ink
            parts.append(text(flag.x + _BESIDE, base, flag.day, fill=colour, weight=STRONG))
            parts.append(text(flag.x + _BESIDE, base + 20, flag.line, fill=p.ink_2))
    return parts + (_numbers(flags, scale, p) if flags.numbered else [])


def _numbers(flags: Flags, scale: Scale, p: Palette) -> list[str]:
    """Return a number above every diamond, pushed aside where they would touch, with a short line back."""
    wanted = [flag.x - _NUMBER / 2 for flag in flags.flags]
    starts = spread(wanted, [_NUMBER] * len(wanted), scale.left - 20, scale.right + 30)
    parts = []
    for index, (flag, start) in enumerate(zip(flags.flags, starts, strict=True)):
        x, y = start + _NUMBER / 2, flags.diamond_y
        colour = p.gap if flag.event.mark is EventMark.CRISIS else p.ink_2
        parts.append(text(x, y - 22, str(index + 1), fill=colour, weight=STRONG, anchor="middle"))
        parts.append(line(x, y - 19, flag.x, y - 8, stroke=colour, stroke_width=0.8))
    return parts


def draw_list(flags: Flags, top: float, wide: float, p: Palette) -> list[str]:
    """Return the numbered list in three columns."""
    if not flags.numbered:
        return []
    rows = -(-len(flags.flags) // 3)
    column = wide / 3
    parts = []
    for index, flag in enumerate(flags.flags):
        x, y = index // rows * column, top + 24 + index % rows * _LIST_LINE
        colour = p.gap if flag.event.mark is EventMark.CRISIS else p.ink_2
        day = cut(flag.day, 110, weight=STRONG)
        ahead = 30 + width(day, 16, STRONG) + 8
        parts.append(text(x + 20, y, str(index + 1), fill=colour, weight=STRONG, anchor="end"))
        parts.append(text(x + 30, y, day, fill=p.ink, weight=STRONG))
        parts.append(text(x + ahead, y, cut(flag.line, column - ahead - 16), fill=p.ink_2))
    return parts
