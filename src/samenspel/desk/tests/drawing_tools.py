"""Reading a drawing back: the box of every text, and what lies where."""

from xml.etree.ElementTree import Element, fromstring

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.text_width import width

_SVG = "{http://www.w3.org/2000/svg}"


def read(svg: str) -> Element:
    """Return the drawing as elements; fails when it is not well-formed."""
    return fromstring(svg)  # noqa: S314  the drawing is our own output


def texts(svg: str) -> list[tuple[str, Box]]:
    """Return every text with the box its letters take."""
    return [(one.text or "", _box(one)) for one in read(svg).iter(f"{_SVG}text")]


def _box(one: Element) -> Box:
    size = float(one.attrib["font-size"])
    weight = int(one.attrib.get("font-weight", "400"))
    wide = width(one.text or "", size, weight)
    x, y = float(one.attrib["x"]), float(one.attrib["y"])
    left = x - {"middle": wide / 2, "end": wide}.get(one.attrib.get("text-anchor", ""), 0)
    return Box(left, y - size * 0.72, left + wide, y + size * 0.2)


def overlapping(svg: str) -> list[tuple[str, str]]:
    """Return every pair of texts that lie over each other."""
    every = texts(svg)
    return [
        (one, other)
        for index, (one, box) in enumerate(every)
        for other, there in every[index + 1 :]
        if box.overlaps(there, -0.6)
    ]


def outside(svg: str) -> list[str]:
    """Return every text that does not lie wholly within the drawing."""
    left, top, wide, high = (float(part) for part in read(svg).attrib["viewBox"].split())
    return [
        words
        for words, box in texts(svg)
        if box.left < left - 0.6 or box.top < top or box.right > left + wide + 0.6 or box.bottom > top + high
    ]


def smallest(svg: str) -> float:
    """Return the smallest letters."""
    return min((float(one.attrib["font-size"]) for one in read(svg).iter(f"{_SVG}text")), default=16)
