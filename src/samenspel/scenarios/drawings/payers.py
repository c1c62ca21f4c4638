"""Who pays more and who keeps more: bars from zero, with a range under each; loss is hatched."""

from typing import Literal

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import document, line, path, rect, tag, text
from samenspel.desk.drawings.text_width import STRONG, cut, width
from samenspel.scenarios.drawings.axis import Axis, axis, said
from samenspel.scenarios.drawings.pictures import PayerBar, PayerBars
from samenspel.scenarios.drawings.strokes import whisker

Form = Literal["desk", "phone"]
_STRONG = 650
_STEP = {"desk": 44, "phone": 76}


def payers(picture: PayerBars, *, form: Form, palette: Palette, prefix: str = "payers") -> str:
    """Return the drawing; the bars keep the order they are given in."""
    desk, p = form == "desk", palette
    lowest = min((bar.low for bar in picture.bars), default=0)
    highest = max((bar.high for bar in picture.bars), default=0)
    along = axis(lowest, highest, 228, 756, steps=4) if desk else axis(lowest, highest, 4, 346, steps=3)
    top = 50.0
    height = top + _STEP[form] * len(picture.bars)
    body = [tag("defs", _hatch(prefix, p)), *_grid(picture, along, height, desk, p)]
    for place, bar in enumerate(picture.bars):
        y = top + _STEP[form] * place
        body += _desk_row(bar, along, y, prefix, p) if desk else _phone_row(bar, along, y, prefix, p)
    if desk:
        body.append(line(along.at(0), 20, along.at(0), height - 4, stroke=p.ink, stroke_width=2))
    box = (0, 0, 980 if desk else 350, height)
    return document(box, title=picture.title, prefix=prefix, palette=p, body=body)


def _hatch(prefix: str, p: Palette) -> str:
    parts = rect(0, 0, 7, 7, fill=p.gap), path("M0 0V7", stroke=p.sheet, stroke_width=1.6)
    turn = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return tag("pattern", *parts, id=f"{prefix}-loss", width=7, height=7, **turn)


def _grid(picture: PayerBars, along: Axis, height: float, desk: bool, p: Palette) -> list[str]:
    """Return the words above both halves, and on a desk the round amounts."""
    zero = along.at(0)
    parts = _heads(picture, zero, 980 if desk else 350, p)
    if not desk:
        return parts
    shown: list[float] = []
    for amount in along.steps:
        words = said(abs(amount), picture.language)
        x = along.at(amount)
        if not amount:
            continue
        parts.append(line(x, 40, x, height - 4, stroke=p.hairline))
        if all(abs(x - other) > width(words) + 12 for other in (*shown, zero)):
            shown.append(x)
            parts.append(text(x, 34, words, fill=p.ink_2, anchor="middle"))
    return parts


def _heads(picture: PayerBars, zero: float, wide: float, p: Palette) -> list[str]:
    loses, gains = (width(words, 16, _STRONG) for words in (picture.loses, picture.gains))
    left = max(zero - 12, loses)
    right = min(max(zero + 12, left + 20), wide - gains)
    left = min(left, right - 20)
    return [
        text(left, 14, picture.loses, weight=_STRONG, fill=p.gap, anchor="end"),
        text(right, 14, picture.gains, weight=_STRONG, fill=p.lead),
    ]


def _bar(bar: PayerBar, along: Axis, y: float, high: float, prefix: str, p: Palette) -> list[str]:
    zero, end = along.at(0), along.at(bar.mid)
    near, far = sorted((zero, end))
    fill = f"url(#{prefix}-loss)" if bar.mid < 0 else (p.home if bar.household else p.lead)
    under = y + high + 6
    return [
        rect(near, y, max(far - near, 1.5), high, fill=fill),
        whisker(along.at(bar.low), along.at(bar.high), under, p),
    ]


def _desk_row(bar: PayerBar, along: Axis, y: float, prefix: str, p: Palette) -> list[str]:
    weight = _STRONG if bar.household else None
    name = cut(bar.name, 208, 16, weight or 400)
    return [
        text(212, y + 21, name, fill=p.ink, weight=weight, anchor="end"),
        *_bar(bar, along, y + 4, 24, prefix, p),
        text(792, y + 14, bar.said, fill=p.ink, weight=_STRONG),
        text(792, y + 34, cut(bar.span, 186), fill=p.ink_2),
    ]


def _phone_row(bar: PayerBar, along: Axis, y: float, prefix: str, p: Palette) -> list[str]:
    weight = _STRONG if bar.household else None
    name = cut(bar.name, 338 - width(bar.said, 16, _STRONG), 16, weight or 400)
    zero = along.at(0)
    return [
        text(0, y, name, fill=p.ink, weight=weight),
        text(350, y, bar.said, fill=p.ink, weight=STRONG, anchor="end"),
        text(350, y + 20, cut(bar.span, 350), fill=p.ink_2, anchor="end"),
        *_bar(bar, along, y + 28, 16, prefix, p),
        line(zero, y + 26, zero, y + 56, stroke=p.ink, stroke_width=2),
    ]
