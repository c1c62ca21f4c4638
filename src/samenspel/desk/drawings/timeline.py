"""The timeline: help per life domain, what happened, and what it costs, all under one time axis."""

from dataclasses import dataclass
from typing import Literal

from samenspel.desk.drawings.boxes import Box, spread
from samenspel.desk.drawings.costs_chart import (
    Plot,
    choose_plot,
    draw_amount_axis,
    draw_areas,
    draw_forecast,
    draw_legend,
    draw_peak,
    headroom,
    legend_height,
)
from samenspel.desk.drawings.costs_phone import costs_phone
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.payer_fills import payer_patterns
from samenspel.desk.drawings.svg import document, line, rect, text
from samenspel.desk.drawings.text_width import STRONG, cut, width, wrap
from samenspel.desk.drawings.time_axis import Scale, choose_scale, draw_grid, draw_labels, label_ticks, ticks
from samenspel.desk.drawings.timeline_bars import draw_bar
from samenspel.desk.drawings.timeline_events import Flags, draw_flags, draw_lines, draw_list, lay_events
from samenspel.desk.drawings.timeline_lanes import Lane, lay_rows
from samenspel.desk.drawings.timeline_picture import Row, TimelinePicture

Form = Literal["desk", "phone", "print"]

_WIDE = {"desk": 1360, "print": 1200}
_TITLES = 196
_MARGIN = 196
_LANE = 31
_CHART = 206
_AXIS = 55


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where all stands: rows from `top` to `bottom`, the chart under them (`zero` is 0 without one)."""

    wide: float
    scale: Scale
    flags: Flags
    lanes: list[list[Lane]]
    tops: list[float]
    top: float
    bottom: float
    chart_top: float
    zero: float
    height: float

    @property
    def spans(self) -> list[tuple[float, float]]:
        """The vertical spans of the grid: help, and costs."""
        return [(self.top - 1, self.bottom + 1), *([(self.chart_top, self.zero)] if self.zero else [])]

    @property
    def foot(self) -> float:
        """The lowest point of help and costs."""
        return self.zero or self.bottom


def timeline(picture: TimelinePicture, *, form: Form, palette: Palette, prefix: str = "tl") -> str:
    """Return the timeline as SVG; on a phone only the costs, since the help is a list there."""
    if form == "phone":
        return costs_phone(picture, palette=palette, prefix=prefix)
    p = palette
    sheet = _lay(picture, _WIDE[form])
    marks = ticks(sheet.scale, picture.month_names)
    payers = [payer.payer for payer in picture.costs.payers] if picture.costs else []
    now = _now_box(sheet, picture.today_label)
    body = [
        f"<defs>{payer_patterns(payers, prefix, p)}</defs>",
        *_rows(picture.rows, sheet, p),
        *draw_grid(sheet.scale, marks, sheet.spans, p),
        *draw_lines(sheet.flags, [(sheet.flags.diamond_y, sheet.bottom), *sheet.spans[1:]], p),
        *draw_flags(sheet.flags, sheet.scale, p),
    ]
    if picture.costs:
        body += _chart(picture, sheet, prefix, p)
    body += [
        part
        for row, top in zip(sheet.lanes, sheet.tops, strict=True)
        for lane in row
        for part in draw_bar(lane, top + 6 + _LANE * lane.lane, sheet.scale, picture.stays, p)
    ]
    body += _today(sheet, now, picture.today_label, p)
    body += draw_labels(label_ticks(sheet.scale, marks, now), now.top + 18, p)
    body += _notes(picture.rows, sheet, p)
    body += draw_list(sheet.flags, sheet.height - sheet.flags.list_height(), sheet.wide, p)
    view = (0.0, 0.0, float(sheet.wide), sheet.height)
    return document(view, title=picture.title, prefix=prefix, palette=p, body=body)


def _lay(picture: TimelinePicture, wide: float) -> Sheet:
    scale = choose_scale(picture, _TITLES, wide - _MARGIN - 12)
    flags = lay_events(picture.events, scale, wide - 4)
    lanes = lay_rows(picture.rows, scale)
    top = flags.diamond_y + 8 if flags.flags else 14
    tops = [top]
    for row, bars in zip(picture.rows, lanes, strict=True):
        deep = max((lane.lane for lane in bars), default=0)
        titles = len(_title(row))
        tops.append(tops[-1] + max(40 + _LANE * deep, 20 + 20 * titles))
    bottom = tops[-1]
    costs = picture.costs
    high = max(_CHART, legend_height(costs) - 20) if costs else 0
    chart_top = bottom + _AXIS + (headroom(costs, scale, high) if costs else 0)
    zero = chart_top + high if costs else 0
    height = (zero or bottom + 32) + 16 + flags.list_height()
    return Sheet(wide, scale, flags, lanes, tops[:-1], top, bottom, chart_top, zero, height)


def _title(row: Row) -> tuple[str, ...]:
    return wrap(row.title, _TITLES - 14, lines=2, size=17, weight=STRONG)


def _rows(rows: tuple[Row, ...], sheet: Sheet, p: Palette) -> list[str]:
    """Return the rules between the rows and their titles."""
    right = sheet.scale.right
    parts = [line(0, y, right, y, stroke=p.hairline) for y in (*sheet.tops, sheet.bottom)]
    for row, top in zip(rows, sheet.tops, strict=True):
        for index, words in enumerate(_title(row)):
            parts.append(text(0, top + 23 + 20 * index, words, fill=p.ink, size=17, weight=STRONG))
    return parts


def _now_box(sheet: Sheet, words: str) -> Box:
    half = max(width(words, 16, STRONG) / 2 + 12, 40)
    return Box(sheet.scale.now - half, sheet.bottom + 12, sheet.scale.now + half, sheet.bottom + 38)


def _today(sheet: Sheet, now: Box, words: str, p: Palette) -> list[str]:
    """Return the black line of today, through everything, with its label in the axis."""
    x = sheet.scale.now
    start = sheet.top - 4
    return [
        line(x, start, x, sheet.foot + 4, stroke=p.ink, stroke_width=2.2),
        rect(now.left, now.top, now.right - now.left, 26, fill=p.ink),
        text(x, now.top + 18, words, fill=p.sheet, weight=STRONG, anchor="middle"),
    ]


def _chart(picture: TimelinePicture, sheet: Sheet, prefix: str, p: Palette) -> list[str]:
    """Return the costs under the axis with their legend in the margin."""
    costs, scale = picture.costs, sheet.scale
    if costs is None:
        return []
    plot: Plot = choose_plot(costs, scale, sheet.chart_top, sheet.zero)
    margin = scale.right + 12
    return [
        *draw_amount_axis(plot, scale.now, costs.thousands, p),
        text(0, sheet.chart_top + 4, cut(costs.head[0], 80, 17, STRONG), fill=p.ink, size=17, weight=STRONG),
        text(0, sheet.chart_top + 26, cut(costs.head[1], 90), fill=p.ink_2),
        *draw_areas(costs, plot, prefix, p),
        line(scale.left, sheet.zero, scale.right, sheet.zero, stroke=p.ink, stroke_width=1.4),
        *draw_peak(costs, plot, p),
        *draw_forecast(costs, plot, scale.right, p),
        *draw_legend(costs, margin, sheet.chart_top, _MARGIN - 2, prefix, p),
    ]


def _notes(rows: tuple[Row, ...], sheet: Sheet, p: Palette) -> list[str]:
    """Return the remarks in the margin, beside their rows and pushed apart; shorter when there are many."""
    noted = [(row, top) for row, top in zip(rows, sheet.tops, strict=True) if row.note or row.note_head]
    room = sheet.bottom - sheet.top + 20
    said: list[list[tuple[str, bool]]] = []
    for most in (4, 3, 2, 1):
        said = [_note(row, most) for row, _ in noted]
        if sum(20 * len(lines) + 8 for lines in said) <= room:
            break
    sizes = [20.0 * len(lines) + 8 for lines in said]
    fits = max((count for count in range(len(sizes) + 1) if sum(sizes[:count]) <= room), default=0)
    tops = spread([top for _, top in noted[:fits]], sizes[:fits], sheet.top, sheet.top + room)
    x = sheet.scale.right + 12
    return [
        text(
            x,
            top + 23 + 20 * index,
            words,
            fill=p.double if strong else p.ink_2,
            weight=STRONG if strong else None,
        )
        for lines, top in zip(said, tops, strict=False)
        for index, (words, strong) in enumerate(lines)
    ]


def _note(row: Row, most: int) -> list[tuple[str, bool]]:
    head = [(words, True) for words in wrap(row.note_head, _MARGIN, lines=1, weight=STRONG)]
    return head + [(words, False) for words in wrap(row.note, _MARGIN, lines=max(most - len(head), 1))]
