"""How the help around a household went: a stepped line over four states. It says nothing of the household."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import circle, document, line, num, path, text
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.desk.drawings.time_axis import Scale, month_of

_WIDE = {"desk": 430, "phone": 350}
_TOP, _STEP = 24, 38


@dataclass(frozen=True, slots=True, kw_only=True)
class StateTrend:
    """The states as said, worst first; changes give the index of a state; `turn` -1 is better, 1 worse."""

    title: str
    states: tuple[str, ...]
    changes: tuple[tuple[date, int], ...]
    today: date
    turn: Literal[-1, 0, 1] = 0
    now: str = "nu"


def state_trend(
    trend: StateTrend, *, form: Literal["desk", "phone"], palette: Palette, prefix: str = "trend"
) -> str:
    """Return the stepped line with today's state marked, and an arrow when it is turning."""
    p, wide = palette, _WIDE[form]
    past = sorted(one for one in trend.changes if one[0] <= trend.today)
    today = month_of(trend.today)
    first = int(month_of(past[0][0])) if past else int(today) - 12
    scale = Scale(min(first, int(today) - 1), int(today) + 1, 112, wide - 12, today)
    current = past[-1][1] if past else None
    body = _states(trend, current, wide, p) + _years(scale, trend, p)
    if current is not None:
        body += _course(past, scale, p) + _turn(trend, scale.now, _TOP + _STEP * current, p)
    else:
        y = _TOP + _STEP * (len(trend.states) - 1) / 2
        body.append(line(112, y, wide - 12, y, stroke=p.gap, stroke_width=2, stroke_dasharray="7 5"))
    height = _TOP + _STEP * len(trend.states) + 20
    return document((0, 0, wide, height), title=trend.title, prefix=prefix, palette=p, body=body)


def _states(trend: StateTrend, current: int | None, wide: float, p: Palette) -> list[str]:
    parts = []
    for index, state in enumerate(trend.states):
        y, here = _TOP + _STEP * index, index == current
        fill, weight = (p.ink, STRONG) if here else (p.ink_2, 400)
        words = cut(state, 98, 16, weight)
        parts.append(text(98, y + 5.5, words, fill=fill, weight=weight if here else None, anchor="end"))
        parts.append(line(112, y, wide - 12, y, stroke=p.hairline))
    return parts


def _course(past: list[tuple[date, int]], scale: Scale, p: Palette) -> list[str]:
    """Return the stairs from the first known state to today."""
    d = f"M{num(scale.of(past[0][0]))} {num(_TOP + _STEP * past[0][1])}"
    for day, state in past[1:]:
        d += f"H{num(scale.of(day))}V{num(_TOP + _STEP * state)}"
    d += f"H{num(scale.now)}"
    end = circle(scale.now, _TOP + _STEP * past[-1][1], 8, fill=p.ink)
    return [path(d, stroke=p.ink, stroke_width=3, stroke_linejoin="round"), end]


def _turn(trend: StateTrend, x: float, y: float, p: Palette) -> list[str]:
    """Return the dashed arrow to where it is going."""
    if not trend.turn:
        return []
    way = -trend.turn
    colour = p.well if way > 0 else p.gap
    shaft = line(x, y + 12 * way, x, y + 29 * way, stroke=colour, stroke_width=2.5, stroke_dasharray="4 4")
    head = path(f"M{num(x - 6)} {num(y + 26 * way)}l6 {9 * way}l6 {-9 * way}z", fill=colour)
    return [shaft, head]


def _years(scale: Scale, trend: StateTrend, p: Palette) -> list[str]:
    """Return the years with room, and the word for now."""
    y = _TOP + _STEP * len(trend.states) + 12
    bottom = _TOP + _STEP * (len(trend.states) - 1) + 12
    half = width(trend.now) / 2
    middle = min(scale.now, scale.right + 12 - half)
    taken = [Box(middle - half, 0, middle + half, 1)]
    parts = [text(middle, y, trend.now, fill=p.ink_2, anchor="middle")]
    for month in range(scale.first, scale.last):
        if month % 12 and month != scale.first:
            continue
        words, x = str(month // 12), scale.at(month)
        left = x if month == scale.first else x - width(words) / 2
        box = Box(left, 0, left + width(words), 1)
        if month != scale.first:
            parts.append(line(x, 16, x, bottom, stroke=p.hairline))
        if not any(box.overlaps(other, 8) for other in taken):
            taken.append(box)
            parts.append(text(left, y, words, fill=p.ink_2))
    return parts
