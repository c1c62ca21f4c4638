"""Costs per month, stacked by payer, stepped because bills are."""

from dataclasses import dataclass
from itertools import groupby, zip_longest
from math import ceil, floor, log10

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.payer_fills import fill_of
from samenspel.desk.drawings.svg import line, num, path, rect, text
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.desk.drawings.time_axis import Scale
from samenspel.desk.drawings.timeline_picture import Costs, PayerCosts

LEGEND_LINE = 26
LEGEND_WIDE = 194
_SECOND = 20
"""The height of an amount that stands under its name, because they do not fit side by side."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The field of the chart: heights of its top and of zero, the amount at the top, the step of lines.

    `edges` are x of the start of every month and of the end of the last, `sums` what all payers paid in each.
    """

    scale: Scale
    top: float
    zero: float
    most: float
    step: float
    edges: tuple[float, ...]
    sums: tuple[float, ...]

    def y(self, amount: float) -> float:
        """Return the height of an amount."""
        return self.zero - amount / self.most * (self.zero - self.top)


def choose_plot(costs: Costs, scale: Scale, top: float, zero: float) -> Plot:
    """Return a field whose top is a round amount at or above the highest month."""
    sums = totals(costs)
    highest = max([*sums, costs.forecast_amount or 0, 1])
    step = round_step(highest / 3)
    first = costs.first.year * 12 + costs.first.month - 1
    edges = tuple(min(scale.at(first + index), scale.now) for index in range(len(sums) + 1))
    return Plot(scale, top, zero, ceil(highest / step) * step, step, edges, sums)


def round_step(rough: float) -> float:
    """Return 1, 2, 2.5 or 5 times a power of ten, at least `rough`; whole euros."""
    power: float = 10 ** floor(log10(max(rough, 1)))
    return max(next(power * times for times in (1, 2, 2.5, 5, 10) if power * times >= rough * 0.999), 1)


def totals(costs: Costs) -> tuple[float, ...]:
    """Return the sum of all payers for each month; a month that costs less than nothing counts as zero."""
    columns = zip_longest(*(payer.months for payer in costs.payers), fillvalue=0.0)
    return tuple(sum(amount for amount in column if amount > 0) for column in columns)


def euro(amount: float, thousands: str) -> str:
    """Return whole euros with a no-break space."""
    return "€\u00a0" + f"{amount:,.0f}".replace(",", thousands)


def draw_areas(costs: Costs, plot: Plot, prefix: str, p: Palette) -> list[str]:
    """Return one stepped area per payer, from the bottom up, with an ink outline around all."""
    nothing = [0.0] * len(plot.sums)
    under = nothing
    parts = []
    for payer in costs.payers:
        over = [low + max(more, 0) for low, more in zip_longest(under, payer.months, fillvalue=0.0)]
        fill = fill_of(payer.payer, prefix, p)
        low, high = _heights(plot, under), _heights(plot, over)
        shape = "".join(_area(plot, low, high, run) for run in _runs(under, over))
        if shape:
            parts.append(path(shape, fill=fill, stroke=p.ink, stroke_width=0.8))
        under = over
    top = _heights(plot, under)
    outline = "".join(_steps(plot, top, run, first="M") for run in _runs(nothing, under))
    return [*parts, path(outline, stroke=p.ink, stroke_width=1.6)] if outline else parts


def _heights(plot: Plot, amounts: list[float]) -> list[str]:
    """Return y of each amount as it stands in a path: months of one height make one step."""
    return [num(plot.y(amount)) for amount in amounts]


def _runs(under: list[float], over: list[float]) -> list[list[int]]:
    """Return the stretches of months in which there is something between the two."""
    there = groupby(range(len(over)), key=lambda index: over[index] > under[index])
    return [list(group) for filled, group in there if filled]


def _area(plot: Plot, low: list[str], high: list[str], run: list[int]) -> str:
    return _steps(plot, high, run, first="M") + _steps(plot, low, run[::-1], first="V") + "Z"


def _steps(plot: Plot, heights: list[str], run: list[int], *, first: str) -> str:
    """Return the stairs over these months; backward ("V") when the run goes back in time."""
    back = 0 if first == "V" else 1
    begin = f"M{num(plot.edges[run[0] + 1 - back])} " if back else "V"
    points = []
    for index, after in zip(run, [*run[1:], None], strict=True):
        if after is None or heights[after] != heights[index]:
            points.append(f"{begin}{heights[index]}H{num(plot.edges[index + back])}")
            begin = "V"
    return "".join(points)


def draw_amount_axis(plot: Plot, right: float, thousands: str, p: Palette) -> list[str]:
    """Return the lines of round amounts with their euros at the left."""
    parts = []
    for index in range(round(plot.most / plot.step) + 1):
        y = plot.y(plot.step * index)
        if index:
            parts.append(line(plot.scale.left, y, right, y, stroke=p.hairline))
        words = euro(plot.step * index, thousands)
        parts.append(text(plot.scale.left - 10, y + 5.5, words, fill=p.ink_2, anchor="end"))
    return parts


def headroom(costs: Costs, scale: Scale, high: float) -> float:
    """Return the extra height for the words above the highest month, when there is no room beside it."""
    beside = _peak_words(costs, choose_plot(costs, scale, 0, high))
    return 40 if beside and beside.above else 0


@dataclass(frozen=True, slots=True)
class _PeakWords:
    """Where the words at the highest month stand."""

    left: float
    y: float
    strong: str
    plain: str
    above: bool


def _peak_words(costs: Costs, plot: Plot) -> _PeakWords | None:
    """Return the words beside the highest month where no area is in the way, else above it."""
    sums = plot.sums
    if not costs.peak[0] or not sums or max(sums) <= 0:
        return None
    at = sums.index(max(sums))
    y = plot.y(sums[at])
    room = plot.scale.now - plot.scale.left - 16
    strong, plain = cut(costs.peak[0], room, weight=STRONG), cut(costs.peak[1], room)
    wide = max(width(strong, 16, STRONG), width(plain))
    before, behind = plot.edges[at], plot.edges[at + 1]
    for left, right in ((behind + 8, behind + 8 + wide), (before - 8 - wide, before - 8)):
        inside = left >= plot.scale.left + 4 and right <= plot.scale.now - 6
        if inside and all(plot.y(sums[index]) > y + 46 for index in _under(plot, left, right)):
            return _PeakWords(left, y + 14, strong, plain, above=False)
    left = min(max((before + behind - wide) / 2, plot.scale.left + 4), plot.scale.now - 8 - wide)
    return _PeakWords(left, y - 30, strong, plain, above=True)


def draw_peak(costs: Costs, plot: Plot, p: Palette) -> list[str]:
    """Return the words at the highest month."""
    words = _peak_words(costs, plot)
    return _two_lines(words.left, words.y, words.strong, words.plain, p) if words else []


def _under(plot: Plot, left: float, right: float) -> list[int]:
    """Return the months whose steps lie between two places."""
    return [
        index for index in range(len(plot.sums)) if plot.edges[index + 1] > left and plot.edges[index] < right
    ]


def _two_lines(x: float, y: float, strong: str, plain: str, p: Palette) -> list[str]:
    return [
        text(x, y, strong, fill=p.ink, weight=STRONG, halo=p.desk),
        text(x, y + 20, plain, fill=p.ink_2, halo=p.desk),
    ]


def draw_forecast(costs: Costs, plot: Plot, edge: float, p: Palette) -> list[str]:
    """Return the dashed line of what comes when nothing changes, with its words, right of today."""
    if costs.forecast_amount is None:
        return []
    now, y = plot.scale.now, plot.y(costs.forecast_amount)
    wide = max(width(costs.forecast[0], 16, STRONG), width(costs.forecast[1]))
    reach = min(max(edge - now - wide - 8, 12), 70)
    room = edge - now - reach - 8
    strong, plain = cut(costs.forecast[0], room, weight=STRONG), cut(costs.forecast[1], room)
    dashes = line(now, y, now + reach, y, stroke=p.ink, stroke_width=2, stroke_dasharray="5 5")
    middle = min(max(y, plot.top + 14), plot.zero - 26)
    return [dashes, *_two_lines(now + reach + 8, middle - 4, strong, plain, p)]


def legend_height(costs: Costs) -> float:
    """Return the room of the legend: title, payers, rule, sum and range."""
    rows = sum(LEGEND_LINE + (0 if _fits(payer) else _SECOND) for payer in costs.payers)
    return 20 + rows + 72


def _fits(payer: PayerCosts) -> bool:
    """Whether the name of a payer and its amount stand on one line of the legend."""
    return 26 + width(payer.name) + 8 + width(payer.amount) <= LEGEND_WIDE


def draw_legend(costs: Costs, x: float, top: float, prefix: str, p: Palette) -> list[str]:
    """Return the payers with pattern and amount, in the order of the stack, and the sum with its range."""
    wide = LEGEND_WIDE
    right = x + wide
    parts = [text(x, top, cut(costs.legend_title, wide, weight=STRONG), fill=p.ink, weight=STRONG)]
    y = top + 14
    for payer in reversed(costs.payers):
        fill = fill_of(payer.payer, prefix, p)
        parts.append(rect(x, y, 18, 16, fill=fill, stroke=p.ink, stroke_width=0.8))
        second = 0 if _fits(payer) else _SECOND
        parts.append(text(x + 26, y + 13.5, cut(payer.name, wide - 26), fill=p.ink))
        parts.append(text(right, y + 13.5 + second, payer.amount, fill=p.ink, anchor="end"))
        y += LEGEND_LINE + second
    if not costs.total[1]:
        return parts
    parts.append(line(x, y - 2, right + 2, y - 2, stroke=p.ink))
    parts.append(text(x, y + 17, costs.total[0], fill=p.ink, weight=STRONG))
    parts.append(text(right, y + 17, costs.total[1], fill=p.ink, weight=STRONG, anchor="end"))
    fits = width(costs.span[0]) + 4 + width(costs.span[1]) <= wide
    parts.append(text(x, y + 39, cut(costs.span[0], wide), fill=p.ink_2))
    parts.append(text(right, y + (39 if fits else 58), cut(costs.span[1], wide), fill=p.ink_2, anchor="end"))
    return parts
