"""The few pieces of SVG that the drawings are made of. Every piece is a string; all text is escaped here."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.text_width import STRONG, width

Style = dict[str, str | float | None]

_LONG = 40
"""Longer values are paths: no two are alike, so that remembering them is of no use."""
BASELINE = 5.5
"""From the middle of a line of 16 px to its baseline."""


def num(value: float) -> str:
    """Return a number with at most one decimal, short enough for a path."""
    text = f"{value:.1f}"
    if text.endswith(".0"):
        return "0" if text == "-0.0" else text[:-2]
    return text


@lru_cache(maxsize=1024)
def _named(name: str) -> str:
    """Return ` name="` as it stands in the drawing; font_size becomes font-size."""
    return f' {name.rstrip("_").replace("_", "-")}="'


@lru_cache(maxsize=1024)
def _escaped(value: str) -> str:
    """Return the value of an attribute; a page repeats the same few colours and dashes hundreds of times."""
    return escape(value)


def attributes(given: Mapping[str, str | float | None]) -> str:
    """Return ` name="value"` for every attribute that is not None; font_size becomes font-size."""
    parts = []
    for name, value in given.items():
        if value is None:
            continue
        if not isinstance(value, str):
            said = num(value)
        elif len(value) > _LONG:
            said = escape(value)
        else:
            said = _escaped(value)
        parts.append(f'{_named(name)}{said}"')
    return "".join(parts)


def tag(name: str, *children: str, **given: str | float | None) -> str:
    """Return one element; its children are elements already."""
    if not children:
        return f"<{name}{attributes(given)}/>"
    return f"<{name}{attributes(given)}>{''.join(children)}</{name}>"


def path(d: str, **given: str | float | None) -> str:
    """Return a path; filled only when a fill is given."""
    return tag("path", d=d, **({"fill": "none"} | given))


def line(x1: float, y1: float, x2: float, y2: float, **given: str | float | None) -> str:
    """Return a straight line."""
    return path(f"M{num(x1)} {num(y1)}L{num(x2)} {num(y2)}", **given)


def circle(x: float, y: float, r: float, **given: str | float | None) -> str:
    """Return a circle."""
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}"{attributes(given)}/>'


def rect(x: float, y: float, w: float, h: float, **given: str | float | None) -> str:
    """Return a rectangle."""
    place = f'x="{num(x)}" y="{num(y)}" width="{num(w)}" height="{num(h)}"'
    return f"<rect {place}{attributes(given)}/>"


def text(
    x: float,
    y: float,
    content: str,
    *,
    fill: str,
    size: float = 16,
    weight: int | None = None,
    anchor: str | None = None,
    halo: str | None = None,
) -> str:
    """Return one line of text on its baseline; `halo` is the paper colour when lines run underneath."""
    place = f'<text x="{num(x)}" y="{num(y)}" font-size="{num(size)}"'
    bold = f' font-weight="{weight}"' if weight else ""
    stands = f' text-anchor="{anchor}"' if anchor else ""
    around = _halo(halo) if halo else ""
    return f'{place}{bold} fill="{_escaped(fill)}"{stands}{around}>{escape(content)}</text>'


@lru_cache(maxsize=64)
def _halo(colour: str) -> str:
    """Return the attributes of a rim in the colour of the paper."""
    return attributes(
        {"paint_order": "stroke", "stroke": colour, "stroke_width": 5, "stroke_linejoin": "round"}
    )


def two_voices(x: float, y: float, strong: str, plain: str, *, colours: Palette, halo: str) -> str:
    """Return a strong word and a plain one behind it, on one line, starting at x."""
    parts = text(x, y, strong, fill=colours.ink, weight=STRONG, halo=halo) if strong else ""
    if plain:
        ahead = width(strong, 16, STRONG) + 6 if strong else 0
        parts += text(x + ahead, y, plain, fill=colours.ink_2, halo=halo)
    return parts


def two_voices_width(strong: str, plain: str) -> float:
    """Return the width of what `two_voices` draws."""
    gap = 6 if strong and plain else 0
    return width(strong, 16, STRONG) + gap + width(plain)


def document(
    box: tuple[float, float, float, float], *, title: str, prefix: str, palette: Palette, body: list[str]
) -> str:
    """Return a whole drawing: `box` is left, top, width, height; `title` the conclusion, read out."""
    if not prefix.replace("-", "").isalnum():
        raise ValueError(f"a prefix for ids is letters, digits and hyphens, got {prefix!r}")
    return tag(
        "svg",
        tag("title", escape(title), id=f"{prefix}-title"),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=" ".join(num(part) for part in box),
        role="img",
        aria_labelledby=f"{prefix}-title",
        font_family=palette.font,
    )
