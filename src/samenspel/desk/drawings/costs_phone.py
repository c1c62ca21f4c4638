"""The costs on a phone: the same stepped areas, 350 wide, with the crises over them."""

from dataclasses import replace

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.costs_chart import Plot, choose_plot, draw_areas
from samenspel.desk.drawings.marks import diamond
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.payer_fills import payer_patterns
from samenspel.desk.drawings.svg import document, line, text
from samenspel.desk.drawings.text_width import width
from samenspel.desk.drawings.time_axis import Scale, choose_scale
from samenspel.desk.drawings.timeline_picture import EventMark, TimelinePicture

_LEFT, _RIGHT, _TOP, _ZERO = 58, 346, 22, 170


def costs_phone(picture: TimelinePicture, *, palette: Palette, prefix: str) -> str:
    """Return the costs per month until now; without costs only the axis with the crises."""
    p = palette
    scale = choose_scale(picture, _LEFT, _RIGHT)
    scale = replace(scale, last=max(int(scale.today) + 1, scale.first + 2))
    body = []
    if picture.costs:
        costs = picture.costs
        plot = choose_plot(costs, scale, _TOP, _ZERO)
        payers = [payer.payer for payer in costs.payers]
        body = [
            f"<defs>{payer_patterns(payers, prefix, p)}</defs>",
            *_amounts(plot, p),
            *draw_areas(costs, plot, prefix, p),
        ]
    for event in picture.events:
        if event.mark is EventMark.CRISIS:
            x = scale.of(event.on)
            body += [diamond(x, 8, p, 6), line(x, 14, x, _ZERO, stroke=p.gap, stroke_width=1)]
    body += [line(_LEFT, _ZERO, _RIGHT, _ZERO, stroke=p.ink), *_years(scale, picture.now, p)]
    return document((0, 0, 350, 200), title=picture.title, prefix=prefix, palette=p, body=body)


def _amounts(plot: Plot, p: Palette) -> list[str]:
    parts = []
    for index in range(round(plot.most / plot.step) + 1):
        y = plot.y(plot.step * index)
        parts.append(line(_LEFT, y, _RIGHT, y, stroke=p.hairline))
        parts.append(text(_LEFT - 6, y + 5.5, _short(plot.step * index), fill=p.ink_2, anchor="end"))
    return parts


def _short(amount: float) -> str:
    """Return an amount of few signs: 5k, 1,5M."""
    if amount >= 1_000_000:
        return f"{amount / 1_000_000:g}M".replace(".", ",")
    return f"{amount / 1000:g}k".replace(".", ",") if amount >= 1000 else f"{amount:g}"


def _years(scale: Scale, now: str, p: Palette) -> list[str]:
    """Return the years that fit under the axis, and the word for now at its end."""
    y = _ZERO + 22
    taken = [Box(_RIGHT - width(now), 0, _RIGHT, 1)]
    parts = [text(_RIGHT, y, now, fill=p.ink_2, anchor="end")]
    for month in range(scale.first, scale.last):
        if month % 12 and month != scale.first:
            continue
        words, x = str(month // 12), scale.at(month)
        left = x if month == scale.first else x - width(words) / 2
        box = Box(left, 0, left + width(words), 1)
        if not any(box.overlaps(other, 8) for other in taken):
            taken.append(box)
            parts.append(text(left, y, words, fill=p.ink_2))
    return parts
