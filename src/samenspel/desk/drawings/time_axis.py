"""The time axis: which days it spans, where a day lies, and which ticks it can carry."""

from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import num, path, text
from samenspel.desk.drawings.text_width import STRONG, width
from samenspel.desk.drawings.timeline_picture import TimelinePicture

_LONGEST_PAST = 72
_ROOM_FOR_A_LABEL = 66
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_of(day: date) -> float:
    """Return the day as a number of months since year 0, with the part of its month."""
    month = day.month - 1
    length = _LENGTHS[month] + (month == 1 and isleap(day.year))
    return day.year * 12 + month + (day.day - 1) / length


@dataclass(frozen=True, slots=True)
class Scale:
    """From months to x: `first` and `last` are whole months, `left` and `right` their places.

    `per_month` is the width of one month and `now` is x of today: asked for every bar, so calculated once.
    """

    first: int
    last: int
    left: float
    right: float
    today: float
    per_month: float = field(init=False)
    now: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_month", (self.right - self.left) / (self.last - self.first))
        object.__setattr__(self, "now", self.at(self.today))

    def at(self, month: float) -> float:
        """Return x of a moment, kept inside the axis."""
        return self.left + (min(max(month, self.first), self.last) - self.first) * self.per_month

    def of(self, day: date) -> float:
        """Return x of a day, kept inside the axis."""
        return self.at(month_of(day))


def choose_scale(picture: TimelinePicture, left: float, right: float) -> Scale:
    """Return an axis from the first day that matters (six years back at most) to the last planned end.

    A fifth of the axis at least lies ahead, so that help without an end has room to show it.
    """
    today = month_of(picture.today)
    past = list(_past(picture)) or [today - 12]
    ahead = [month_of(bar.end) for row in picture.rows for bar in row.bars if bar.end]
    first = int(max(min(past), today - _LONGEST_PAST)) if min(past) < today else int(today) - 1
    length = max(today - first, 6)
    first = min(first, int(today - length))
    last = min(max([*ahead, today + length * 0.26]), today + max(length * 0.42, 6))
    return Scale(first, int(last) + 1, left, right, today)


def _past(picture: TimelinePicture) -> Iterator[float]:
    for row in picture.rows:
        for bar in row.bars:
            yield month_of(bar.start)
            if bar.waiting_since:
                yield month_of(bar.waiting_since)
    yield from (month_of(event.on) for event in picture.events)
    if picture.costs and picture.costs.payers:
        yield month_of(picture.costs.first)


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: a month, its words (empty: only a line), and whether a year starts there."""

    month: int
    words: str
    year: bool


def ticks(scale: Scale, names: tuple[str, ...]) -> tuple[Tick, ...]:
    """Return quarters, half-years or years, whichever have room for their words."""
    step = next((months for months in (3, 6) if scale.per_month * months >= _ROOM_FOR_A_LABEL), 12)
    lined = 3 if scale.per_month * 3 >= 18 else step
    found = []
    for month in range(scale.first, scale.last + 1):
        year, index = divmod(month, 12)
        starts_year = index == 0
        if index % lined and month != scale.first:
            continue
        if starts_year or month == scale.first:
            words = f"{names[index]} {year}" if step < 12 else str(year)
        else:
            words = names[index] if index % step == 0 else ""
        found.append(Tick(month, words, starts_year or month == scale.first))
    return tuple(found)


def label_ticks(scale: Scale, marks: tuple[Tick, ...], taken: Box) -> list[tuple[Tick, float, str]]:
    """Return the ticks whose words fit, with x and anchor; years come first, `taken` is the box of today."""
    kept: list[tuple[Tick, float, str]] = []
    boxes = [taken]
    for tick in sorted((one for one in marks if one.words), key=lambda one: (not one.year, one.month)):
        wide = width(tick.words, 16, STRONG if tick.year else 400)
        middle = scale.at(tick.month)
        start = middle == scale.left
        left = middle if start else middle - wide / 2
        box = Box(left, taken.top, left + wide, taken.bottom)
        if any(box.overlaps(other, 10) for other in boxes) or box.right > scale.right + 30:
            continue
        boxes.append(box)
        kept.append((tick, middle, "start" if start else "middle"))
    return kept


def draw_grid(
    scale: Scale, marks: tuple[Tick, ...], spans: list[tuple[float, float]], p: Palette
) -> list[str]:
    """Return the upright lines: years solid, the others dotted, over each of the vertical spans."""
    parts = []
    for year, wide, dash in ((True, 1.6, None), (False, 1.0, "1 5")):
        places = [num(scale.at(tick.month)) for tick in marks if tick.year is year]
        d = "".join(f"M{x} {num(top)}V{num(bottom)}" for x in places for top, bottom in spans)
        if d:
            parts.append(path(d, stroke=p.hairline, stroke_width=wide, stroke_dasharray=dash))
    return parts


def draw_labels(labels: list[tuple[Tick, float, str]], y: float, p: Palette) -> list[str]:
    """Return the words under the ticks."""
    return [
        text(
            x,
            y,
            tick.words,
            fill=p.ink_2,
            weight=STRONG if tick.year else None,
            anchor=None if anchor == "start" else anchor,
        )
        for tick, x, anchor in labels
    ]
