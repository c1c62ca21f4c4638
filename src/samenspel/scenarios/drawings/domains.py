"""One life domain over the months in every scenario: a small drawing, the same on a desk and on a phone."""

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.svg import document, line, path, tag, text
from samenspel.desk.drawings.text_width import width
from samenspel.scenarios.drawings.axis import Axis, points
from samenspel.scenarios.drawings.costs import BANDS
from samenspel.scenarios.drawings.pictures import DomainPicture
from samenspel.scenarios.drawings.strokes import band_fill, band_patterns, end_mark, middle, strokes

_LEFT, _RIGHT, _TOP, _GROUND = 46.0, 300.0, 8.0, 118.0


def domain(picture: DomainPicture, *, palette: Palette, prefix: str) -> str:
    """Return the drawing; levels run from 0 (below) to 1 (above)."""
    p = palette
    months = len(picture.courses[0].mid) - 1
    along = Axis(0, max(months, 1), 1, _LEFT, _RIGHT)
    up = Axis(0, 1, 1, _GROUND, _TOP)
    body = [
        tag("defs", band_patterns(min(BANDS, len(picture.courses)), prefix, p)),
        *_frame(picture, along, p),
    ]
    for place in reversed(range(min(BANDS, len(picture.courses)))):
        one = picture.courses[place]
        high, low = points(one.high, up, along), points(one.low, up, along)
        shape = "M" + "L".join([*high, *low[::-1]]) + "Z"
        body.append(path(shape, fill=band_fill(place, prefix, p), fill_opacity=0.72))
        for edge in (high, low):
            look = strokes(p)[place]
            body.append(
                path(
                    "M" + "L".join(edge),
                    stroke=look.colour,
                    stroke_width=0.8,
                    stroke_dasharray=look.dash and "4 3",
                )
            )
    for place, one in enumerate(picture.courses):
        body.append(middle("M" + "L".join(points(one.mid, up, along)), place, p))
        body.append(end_mark(_RIGHT, up.at(one.mid[-1]), place, p))
    return document((0, 0, 310, 146), title=picture.title, prefix=prefix, palette=p, body=body)


def _frame(picture: DomainPicture, along: Axis, p: Palette) -> list[str]:
    parts = [
        line(_LEFT, _TOP, _RIGHT, _TOP, stroke=p.hairline),
        line(_LEFT, _GROUND, _RIGHT, _GROUND, stroke=p.ink),
        text(0, _TOP + 8, picture.good, fill=p.ink_2),
        text(0, _GROUND + 2, picture.heavy, fill=p.ink_2),
    ]
    reached = -1.0
    for month, words in picture.years:
        half = width(words) / 2
        x = min(max(along.at(month), _LEFT + half - 10), 310 - half)
        if x - half > reached:
            parts.append(text(x, _GROUND + 24, words, fill=p.ink_2, anchor="middle"))
            reached = x + half + 8
    return parts
