"""Where each bar and its words lie: inside the bar when they fit, else before or behind it; and its lane."""

from dataclasses import dataclass, replace

from samenspel.desk.drawings.svg import two_voices_width
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.desk.drawings.time_axis import Scale, month_of
from samenspel.desk.drawings.timeline_picture import Bar, BarKind, Row

FADE = (30, 23, 17, 12, 8, 5, 3)
"""Widths of the pieces of a bar that breaks up."""
FADE_GAP = 6
_FADE_LENGTH = sum(FADE) + FADE_GAP * len(FADE)
_STAYS_LENGTH = 200
_CROWDED = 24


@dataclass(frozen=True, slots=True)
class Lane:
    """One bar in its place: body from x0 to x1, `end` with what follows it, and where its words start."""

    bar: Bar
    lane: int
    x0: float
    x1: float
    end: float
    waits: float | None
    words_at: float
    strong: str
    plain: str
    inside: bool

    @property
    def left(self) -> float:
        """The leftmost of bar, wait and words."""
        return min(self.x0, self.words_at, self.x0 if self.waits is None else self.waits)

    @property
    def right(self) -> float:
        """The rightmost of bar and words."""
        return max(self.end, self.words_at + two_voices_width(self.strong, self.plain))


def lay_rows(rows: tuple[Row, ...], scale: Scale) -> list[list[Lane]]:
    """Return the bars of every row; in a long list, bars that do not touch share a lane."""
    crowded = sum(len(row.bars) for row in rows) > _CROWDED
    return [_lay_row(row, scale, crowded) for row in rows]


def _lay_row(row: Row, scale: Scale, crowded: bool) -> list[Lane]:
    placed: list[Lane] = []
    ends: list[float] = []
    for bar in sorted(row.bars, key=_first_day) if crowded else row.bars:
        lane = _lay(bar, scale)
        shares = crowded or bar.kind is BarKind.NOBODY
        fits = [
            index
            for index, end in enumerate(ends)
            if shares and lane.left >= end + (-1 if bar.kind is BarKind.NOBODY else 14)
        ]
        index = fits[0] if fits else len(ends)
        if index == len(ends):
            ends.append(0)
        ends[index] = lane.right
        placed.append(replace(lane, lane=index))
    return placed


def _first_day(bar: Bar) -> str:
    return (bar.waiting_since or bar.start).isoformat()


def _lay(bar: Bar, scale: Scale) -> Lane:
    """Return the bar in lane 0, with its words where they fit best."""
    if month_of(bar.start) > scale.today:
        bar = replace(bar, kind=BarKind.PLANNED)
    x0 = scale.of(bar.start)
    x1 = max(_body_end(bar, scale, x0), x0 + 4)
    end = max(_end(bar, scale, x1), x1)
    waited = bar.waiting_since if bar.waiting_since and bar.waiting_since < bar.start else None
    waits = scale.of(waited) if waited else None
    for strong, plain in ((bar.title, bar.who), (bar.title, "")):
        wide = two_voices_width(strong, plain)
        for at, inside in _places(bar, scale, (x0, x1, end), waits, wide):
            return Lane(bar, 0, x0, x1, end, waits, at, strong, plain, inside)
    return _last_resort(bar, scale, (x0, x1, end), waits)


def _body_end(bar: Bar, scale: Scale, x0: float) -> float:
    """Return where the filled part ends: today, unless it is over, or has not begun."""
    if bar.kind is BarKind.PLANNED:
        return scale.of(bar.end) if bar.end else x0 + 40
    over = bar.kind in {BarKind.STOPPED, BarKind.FINISHED, BarKind.NOBODY}
    if over and bar.end:
        return min(scale.of(bar.end), scale.now)
    return max(scale.now, x0)


def _end(bar: Bar, scale: Scale, x1: float) -> float:
    """Return where all that belongs to the bar ends."""
    if bar.kind is BarKind.OPEN_END or (bar.kind is BarKind.PLANNED_END and not _ahead(bar, scale)):
        return min(x1 + 3 + _FADE_LENGTH, scale.right)
    if bar.kind is BarKind.STAYS:
        return min(x1 + _STAYS_LENGTH, scale.right)
    if bar.kind is BarKind.PLANNED_END and bar.end:
        return scale.of(bar.end) + 2
    return x1


def _ahead(bar: Bar, scale: Scale) -> bool:
    return bar.end is not None and scale.of(bar.end) > scale.now


def _places(
    bar: Bar, scale: Scale, xs: tuple[float, float, float], waits: float | None, wide: float
) -> list[tuple[float, bool]]:
    """Return where words of this width fit: inside, or outside on the side that time leaves free."""
    x0, x1, end = xs
    found = []
    if wide <= x1 - x0 - 18:
        found.append((x0 + 11, True))
    before = (x0 if waits is None else waits) - 8 - wide
    over_today = before < scale.now + 4 and before + wide > scale.now - 4
    if before >= scale.left + 4 and not over_today:
        found.append((before, False))
    behind = end + 10
    clear_of_today = behind + wide < scale.now - 4 or behind > scale.now
    if behind + wide <= scale.right and clear_of_today:
        over = bar.kind in {BarKind.STOPPED, BarKind.FINISHED}
        found.insert(len(found) - 1 if over and found and not found[0][1] else len(found), (behind, False))
    return found


def _last_resort(bar: Bar, scale: Scale, xs: tuple[float, float, float], waits: float | None) -> Lane:
    """Return the bar with its title cut to the largest room there is."""
    x0, x1, end = xs
    before = x0 if waits is None else waits
    behind_until = scale.now - 4 if end + 10 < scale.now else scale.right
    before_from = scale.now + 4 if before > scale.now + 4 else scale.left
    room_inside, room_before, room_behind = x1 - x0 - 18, before - before_from - 12, behind_until - end - 12
    best = max(room_inside, room_before, room_behind)
    strong = cut(bar.title, best, weight=STRONG)
    if best == room_inside:
        return Lane(bar, 0, x0, x1, end, waits, x0 + 11, strong, "", True)
    at = before - 8 - width(strong, 16, STRONG) if best == room_before else end + 10
    return Lane(bar, 0, x0, x1, end, waits, at, strong, "", False)
