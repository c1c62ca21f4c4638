"""The ring on a phone: the same form without names; a letter for each part points to the list under it."""

from math import pi

from samenspel.desk.drawings.marks import hatch
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_frame import Arc, Frame, arcs, point, ring_part
from samenspel.desk.drawings.ring_part import part_outline
from samenspel.desk.drawings.ring_picture import Member, RingPicture, Segment, SegmentState
from samenspel.desk.drawings.svg import BASELINE, circle, document, num, path, text
from samenspel.desk.drawings.text_width import STRONG

_FRAME = Frame(half=175, inner=100, outer=148)
_VIEW = (-175.0, -172.0, 350.0, 344.0)


def ring_phone(picture: RingPicture, *, palette: Palette, prefix: str) -> str:
    """Return the ring of 350 wide, with letters instead of names."""
    p = palette
    parts = arcs(picture.segments)
    at_home = tuple(member for member in picture.members if not member.elsewhere)
    near = len(picture.supporters) + len(picture.members) - len(at_home)
    body = [f"<defs>{hatch(f'{prefix}-hatch', p)}</defs>", circle(0, 0, 93, fill=p.home_soft)]
    for index, (segment, arc) in enumerate(zip(picture.segments, parts, strict=True)):
        body += _segment(segment, arc, chr(ord("A") + index), p, prefix)
    if not parts:
        body.append(circle(0, 0, 124, fill="none", stroke=p.gap, stroke_width=2.5, stroke_dasharray="7 5"))
    body += [*_home(at_home, p), *_near(near, p)]
    return document(_VIEW, title=picture.title, prefix=prefix, palette=p, body=body)


def _segment(segment: Segment, arc: Arc, letter: str, p: Palette, prefix: str) -> list[str]:
    nobody = segment.state is SegmentState.NOBODY
    drawn = [part_outline(segment.state, ring_part(arc, _FRAME), p, prefix)]
    drawn += _dots(segment, arc, p)
    x, y = point(162, arc.middle)
    colour = p.gap if nobody else p.ink
    drawn.append(text(x, y + BASELINE, letter, fill=colour, weight=STRONG, anchor="middle"))
    if nobody and not segment.helpers:
        x, y = point(124, arc.middle)
        drawn.append(text(x, y + 7, "?", fill=p.gap, size=22, weight=STRONG, anchor="middle"))
    return drawn


def _dots(segment: Segment, arc: Arc, p: Palette) -> list[str]:
    """Return a dot for each helper: one row, or two rows of small ones, or small ones with "+n"."""
    count = len(segment.helpers)
    length = (arc.end - arc.start) * pi / 180 * 124 - 10
    if count * 24 <= length:
        rows, r, pitch = [(124.0, count)], 10.0, min(31.0, length / max(count, 1))
    else:
        fits = max(int((length - 4) / 17), 1)
        shown = min(count, 2 * fits)
        rows, r, pitch = [(134.0, (shown + 1) // 2), (114.0, shown // 2)], 7.0, 17.0
    drawn = []
    helpers = iter(segment.helpers)
    for radius, many in rows:
        step = pitch / radius * 180 / pi
        for index in range(many):
            leads = next(helpers).leads
            x, y = point(radius, arc.middle + step * (index - (many - 1) / 2))
            fill, stroke = (p.lead, p.lead) if leads else (p.sheet, p.ink)
            drawn.append(circle(x, y, r, fill=fill, stroke=stroke, stroke_width=2))
    return drawn


def _home(members: tuple[Member, ...], p: Palette) -> list[str]:
    """Return the house with a disc and a letter for each member."""
    in_order = sorted(members, key=lambda member: member.generation)
    elders = [one for one in in_order if one.generation == in_order[0].generation][:3]
    young = in_order[len(elders) :]
    small = len(members) > 5
    r, pitch, across = (10.0, 23.0, 5) if small else (13.0, 31.0, 3)
    rows = [elders] if elders else []
    rows += [young[start : start + across] for start in range(0, len(young), across)]
    half = max(54.0, across * pitch / 2 + 4 if small else 54.0)
    high = (len(rows) - 1) * (pitch + (0 if small else 7)) + 62 if rows else 100
    top = -high / 2 - 8
    floor, eaves = top + high, top + 30
    wall = f"M0 {num(top)}L{num(half)} {num(eaves)}V{num(floor)}H{num(-half)}V{num(eaves)}Z"
    dash = None if rows else "7 5"
    house = path(
        wall, fill=p.sheet, stroke=p.home, stroke_width=3, stroke_linejoin="round", stroke_dasharray=dash
    )
    drawn = [house]
    for depth, row in enumerate(rows):
        y = top + 38 + depth * (pitch + (0 if small else 7))
        for index, one in enumerate(row):
            x = pitch * (index - (len(row) - 1) / 2)
            drawn.append(circle(x, y, r, fill=p.home))
            letter = one.initial[:1]
            drawn.append(text(x, y + BASELINE, letter, fill=p.sheet, weight=STRONG, anchor="middle"))
    return drawn


def _near(count: int, p: Palette) -> list[str]:
    """Return an open dot for everyone close by."""
    drawn = []
    for index in range(count):
        x, y = point(82, 40 + 280 * (index + 0.5) / count)
        r = 7 if count <= 8 else 5.5
        drawn.append(circle(x, y, r, fill=p.sheet, stroke=p.home, stroke_width=2.2))
    return drawn
