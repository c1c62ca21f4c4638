"""The timeline: help per life domain, what happened, and what it costs, all under one time axis."""

from dataclasses import dataclass
from itertools import pairwise
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
from samenspel.desk.drawings.svg import document, line, num, path, rect, tag, text
from samenspel.desk.drawings.text_width import STRONG, cut, width, wrap
from samenspel.desk.drawings.time_axis import (
    Scale,
    Tick,
    choose_scale,
    draw_grid,
    draw_labels,
    label_ticks,
    ticks,
)
from samenspel.desk.drawings.timeline_bars import draw_bar
from samenspel.desk.drawings.timeline_events import (
    Flags,
    draw_flags,
    draw_list,
    draw_rises,
    draw_through,
    lay_events,
)
from samenspel.desk.drawings.timeline_lanes import Lane, lay_rows
from samenspel.desk.drawings.timeline_picture import Bar, Row, TimelinePicture

Form = Literal["desk", "phone", "print"]

_WIDE = {"desk": 1360, "print": 1200}
_TITLES = 196
_MARGIN = 196
_LANE = 31
_CHART = 206
_AXIS = 55
_AXIS_HIGH = 44
"""The slice with the days; the room between it and the costs belongs to the costs."""


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
    marks: tuple[Tick, ...]
    notes: "tuple[Note, ...]"

    def lane_top(self, row: int, lane: Lane) -> float:
        """The upper edge of a bar in its row."""
        return self.tops[row] + 6 + _LANE * lane.lane

    @property
    def foot(self) -> float:
        """The lowest point of help and costs."""
        return self.zero or self.bottom


@dataclass(frozen=True, slots=True)
class Slices:
    """The timeline in slices that stand under each other as one: paper breaks between them.

    `head` has the events and `axis` the days: paper repeats both. `below` has costs and the list of events.
    """

    title: str
    height: float
    head: str
    rows: tuple[str, ...]
    axis: str
    below: tuple[str, ...]


def timeline(picture: TimelinePicture, *, form: Form, palette: Palette, prefix: str = "tl") -> str:
    """Return the timeline as SVG; on a phone only the costs, since the help is a list there."""
    if form == "phone":
        return costs_phone(picture, palette=palette, prefix=prefix)
    p = palette
    sheet = _lay(picture, _WIDE[form])
    everything = range(len(picture.rows))
    body = [
        _patterns(picture, prefix, p),
        *_ground(picture, sheet, everything, (sheet.top, sheet.bottom), p),
        *_events(sheet, p),
        *(_chart(picture, sheet, prefix, p) if picture.costs else []),
        *_bars(picture, sheet, everything, p),
        *_axis(picture, sheet, p),
        *_notes(sheet, everything, p),
        *draw_list(sheet.flags, sheet.height - sheet.flags.list_height(), sheet.wide, p),
    ]
    view = (0.0, 0.0, float(sheet.wide), sheet.height)
    return document(view, title=picture.title, prefix=prefix, palette=p, body=body)


def timeline_slices(
    picture: TimelinePicture, *, form: Literal["desk", "print"], palette: Palette, prefix: str = "tl"
) -> Slices:
    """Return the timeline in slices, one for each life domain; in print every remark lies within its own."""
    p = palette
    sheet = _lay(picture, _WIDE[form], apart=form == "print")
    ends = [*sheet.tops, sheet.bottom][1:]
    axis_end = sheet.bottom + _AXIS_HIGH
    list_top = sheet.height - sheet.flags.list_height()
    rows = tuple(
        _slice(
            sheet,
            (top, end),
            [
                *_ground(picture, sheet, range(index, index + 1), (top, end), p),
                *_bars(picture, sheet, range(index, index + 1), p),
                _line_of_today(sheet, (top - (4 if index == 0 else 0), end), p),
                *_notes(sheet, range(index, index + 1), p),
            ],
            p,
        )
        for index, (top, end) in enumerate(zip(sheet.tops, ends, strict=True))
    )
    below = []
    if picture.costs:
        chart = [_patterns(picture, prefix, p), *_chart(picture, sheet, prefix, p)]
        chart.append(_line_of_today(sheet, (axis_end, sheet.foot + 4), p))
        below.append(_slice(sheet, (axis_end, sheet.foot + 16), chart, p))
    if sheet.flags.numbered:
        listed = draw_list(sheet.flags, list_top, sheet.wide, p)
        below.append(_slice(sheet, (list_top, sheet.height), listed, p))
    head = _events(sheet, p)
    axis = _axis(picture, sheet, p, until=axis_end)
    return Slices(
        picture.title,
        sheet.height,
        _slice(sheet, (0, sheet.top), head, p),
        rows,
        _slice(sheet, (sheet.bottom, axis_end), axis, p),
        tuple(below),
    )


def _slice(sheet: Sheet, span: tuple[float, float], body: list[str], p: Palette) -> str:
    """Return what lies between two heights as a drawing of its own; the whole is named around them."""
    box = f"0 {num(span[0])} {num(sheet.wide)} {num(span[1] - span[0])}"
    return tag(
        "svg",
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=box,
        aria_hidden="true",
        font_family=p.font,
        overflow="visible",
    )


def _patterns(picture: TimelinePicture, prefix: str, p: Palette) -> str:
    payers = [payer.payer for payer in picture.costs.payers] if picture.costs else []
    return f"<defs>{payer_patterns(payers, prefix, p)}</defs>"


def _ground(
    picture: TimelinePicture, sheet: Sheet, which: range, span: tuple[float, float], p: Palette
) -> list[str]:
    """Return what lies under the bars of these rows: their rules and titles, the grid, and the events."""
    return [
        *_titles(picture.rows, sheet, which, p),
        *draw_grid(sheet.scale, sheet.marks, [span], p),
        *draw_through(sheet.flags, [span], p),
    ]


def _events(sheet: Sheet, p: Palette) -> list[str]:
    """Return what happened, above the help."""
    return [
        *draw_through(sheet.flags, [(sheet.flags.diamond_y, sheet.top)], p),
        *draw_rises(sheet.flags, p),
        *draw_flags(sheet.flags, sheet.scale, p),
    ]


def _bars(picture: TimelinePicture, sheet: Sheet, which: range, p: Palette) -> list[str]:
    return [
        part
        for index in which
        for lane in sheet.lanes[index]
        for part in draw_bar(lane, sheet.lane_top(index, lane), sheet.scale, picture.stays, p)
    ]


def _lay(picture: TimelinePicture, wide: float, *, apart: bool = False) -> Sheet:
    """Return where all stands; with `apart` a row is at least as high as its own remarks."""
    scale = choose_scale(picture, _TITLES, wide - _MARGIN - 12)
    flags = lay_events(picture.events, scale, wide - 4)
    lanes = lay_rows(picture.rows, scale)
    top = flags.diamond_y + 8 if flags.flags else 14
    tops = [top]
    for row, bars in zip(picture.rows, lanes, strict=True):
        deep = max((lane.lane for lane in bars), default=0)
        titles = len(_title(row))
        noted = sum(20 * len(_note(lane.bar, 4)) + 8 for lane in bars if lane.bar.note) if apart else 0
        tops.append(tops[-1] + max(40 + _LANE * deep, 20 + 20 * titles, noted))
    bottom = tops[-1]
    costs = picture.costs
    high = max(_CHART, legend_height(costs) - 20) if costs else 0
    chart_top = bottom + _AXIS + (headroom(costs, scale, high) if costs else 0)
    zero = chart_top + high if costs else 0
    height = (zero or bottom + 32) + 16 + flags.list_height()
    marks = ticks(scale, picture.month_names)
    spans = pairwise(tops) if apart else [(top, bottom + 20)]
    rows_of = [[index] for index in range(len(lanes))] if apart else [list(range(len(lanes)))]
    notes = tuple(
        note
        for span, which in zip(spans, rows_of, strict=False)
        for note in _lay_notes(lanes, tops, which, span)
    )
    return Sheet(wide, scale, flags, lanes, tops[:-1], top, bottom, chart_top, zero, height, marks, notes)


def _title(row: Row) -> tuple[str, ...]:
    return wrap(row.title, _TITLES - 14, lines=2, size=17, weight=STRONG)


def _titles(rows: tuple[Row, ...], sheet: Sheet, which: range, p: Palette) -> list[str]:
    """Return the rules around these rows and their titles."""
    edges = [*sheet.tops, sheet.bottom][which.start : which.stop + 1]
    parts = [path("".join(f"M0 {num(y)}H{num(sheet.scale.right)}" for y in edges), stroke=p.hairline)]
    for index in which:
        for place, words in enumerate(_title(rows[index])):
            y = sheet.tops[index] + 23 + 20 * place
            parts.append(text(0, y, words, fill=p.ink, size=17, weight=STRONG))
    return parts


def _now_box(sheet: Sheet, words: str) -> Box:
    half = max(width(words, 16, STRONG) / 2 + 12, 40)
    return Box(sheet.scale.now - half, sheet.bottom + 12, sheet.scale.now + half, sheet.bottom + 38)


def _line_of_today(sheet: Sheet, span: tuple[float, float], p: Palette) -> str:
    """Return the black line of today, between two heights."""
    return line(sheet.scale.now, span[0], sheet.scale.now, span[1], stroke=p.ink, stroke_width=2.2)


def _axis(picture: TimelinePicture, sheet: Sheet, p: Palette, until: float = 0) -> list[str]:
    """Return the days under the help, with the line of today; through everything, or until a height."""
    now = _now_box(sheet, picture.today_label)
    span, words = (sheet.bottom, until) if until else (sheet.top - 4, sheet.foot + 4), picture.today_label
    return [
        _line_of_today(sheet, span, p),
        rect(now.left, now.top, now.right - now.left, 26, fill=p.ink),
        text(sheet.scale.now, now.top + 18, words, fill=p.sheet, weight=STRONG, anchor="middle"),
        *draw_labels(label_ticks(sheet.scale, sheet.marks, now), now.top + 18, p),
    ]


def _chart(picture: TimelinePicture, sheet: Sheet, prefix: str, p: Palette) -> list[str]:
    """Return the costs under the axis with their legend in the margin."""
    costs, scale = picture.costs, sheet.scale
    if costs is None:
        return []
    plot: Plot = choose_plot(costs, scale, sheet.chart_top, sheet.zero)
    margin = scale.right + 12
    span = [(sheet.chart_top, sheet.zero)]
    return [
        *draw_grid(scale, sheet.marks, span, p),
        *draw_through(sheet.flags, span, p),
        *draw_amount_axis(plot, scale.now, costs.thousands, p),
        text(0, sheet.chart_top + 4, cut(costs.head[0], 80, 17, STRONG), fill=p.ink, size=17, weight=STRONG),
        text(0, sheet.chart_top + 26, cut(costs.head[1], 90), fill=p.ink_2),
        *draw_areas(costs, plot, prefix, p),
        line(scale.left, sheet.zero, scale.right, sheet.zero, stroke=p.ink, stroke_width=1.4),
        *draw_peak(costs, plot, p),
        *draw_forecast(costs, plot, scale.right, p),
        *draw_legend(costs, margin, sheet.chart_top, prefix, p),
    ]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in the margin: the row it belongs to, where its first line stands, and its lines."""

    row: int
    y: float
    lines: tuple[tuple[str, bool], ...]


def _lay_notes(
    lanes: list[list[Lane]], tops: list[float], which: list[int], span: tuple[float, float]
) -> tuple[Note, ...]:
    """Return the remarks of these rows beside their bars, pushed apart within the span where they touch.

    They get shorter when there are many; what has no room at all is left to the table.
    """
    noted = [
        (index, tops[index] + _LANE * lane.lane, lane.bar)
        for index in which
        for lane in sorted(lanes[index], key=lambda one: one.lane)
        if lane.bar.note or lane.bar.note_head
    ]
    low, high = span
    said: list[tuple[tuple[str, bool], ...]] = []
    for most in (4, 3, 2, 1):
        said = [_note(bar, most) for _, _, bar in noted]
        if sum(20 * len(lines) + 8 for lines in said) <= high - low:
            break
    sizes = [20.0 * len(lines) + 8 for lines in said]
    fits = max((count for count in range(len(sizes) + 1) if sum(sizes[:count]) <= high - low), default=0)
    places = spread([y for _, y, _ in noted[:fits]], sizes[:fits], low, high)
    return tuple(Note(row, y, lines) for (row, _, _), y, lines in zip(noted, places, said, strict=False))


def _note(bar: Bar, most: int) -> tuple[tuple[str, bool], ...]:
    head = [(words, True) for words in wrap(bar.note_head, _MARGIN, lines=1, weight=STRONG)]
    rest = _whole_sentences(bar.note, max(most - len(head), 1))
    return (*head, *((words, False) for words in rest))


def _whole_sentences(note: str, most: int) -> tuple[str, ...]:
    """As many whole sentences of a remark as fit on the lines; the first is cut when even that does not."""
    sentences = note.replace(". ", ".\n").split("\n")
    for count in range(len(sentences), 1, -1):
        said = " ".join(sentences[:count])
        if len(wrap(said, _MARGIN, lines=most + 1)) <= most:
            return wrap(said, _MARGIN, lines=most)
    return wrap(sentences[0], _MARGIN, lines=most)


def _notes(sheet: Sheet, which: range, p: Palette) -> list[str]:
    """Return the remarks of these rows."""
    x = sheet.scale.right + 12
    return [
        text(
            x,
            note.y + 23 + 20 * index,
            words,
            fill=p.double if strong else p.ink_2,
            weight=STRONG if strong else None,
        )
        for note in sheet.notes
        if note.row in which
        for index, (words, strong) in enumerate(note.lines)
    ]
