"""The ring: the household in the middle, everyone around it, and what is missing drawn just as clearly."""

from dataclasses import replace
from typing import Literal

from samenspel.desk.drawings.boxes import Box, around
from samenspel.desk.drawings.marks import disc, empty_disc, hatch, pennant, signal_disc
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_frame import Arc, Frame, Seat, arcs, choose_frame, point, ring_part, seats
from samenspel.desk.drawings.ring_home import House, draw_house, lay_house
from samenspel.desk.drawings.ring_labels import Label, draw_labels, place_labels
from samenspel.desk.drawings.ring_near import Spot, draw_spots, draw_ties, neighbours, place
from samenspel.desk.drawings.ring_part import part_outline
from samenspel.desk.drawings.ring_phone import ring_phone
from samenspel.desk.drawings.ring_picture import Helper, RingPicture, Segment, SegmentState
from samenspel.desk.drawings.svg import Style, circle, document, line, text
from samenspel.desk.drawings.text_width import STRONG, width, wrap

_SIZES = (250, 268, 286)
_LEAD_R = 25


def ring(
    picture: RingPicture, *, form: Literal["desk", "phone"], palette: Palette, prefix: str = "ring"
) -> str:
    """Return the ring as SVG; the phone form has letters where the desk form has names."""
    if form == "phone":
        return ring_phone(picture, palette=palette, prefix=prefix)
    house = lay_house(tuple(member for member in picture.members if not member.elsewhere))
    frame, top, spots = _middle(picture, house)
    segments = tuple(
        replace(one, helpers=tuple(sorted(one.helpers, key=_who_leads_first))) for one in picture.segments
    )
    parts = arcs(segments)
    labels = place_labels(segments, parts, frame, picture.more)
    body = [
        f"<defs>{hatch(f'{prefix}-hatch', palette)}</defs>",
        circle(0, 0, frame.circle, fill=palette.home_soft),
        *_ring(segments, parts, frame, palette, prefix),
        *draw_labels(labels, frame, palette),
        *draw_ties(spots, palette),
        *_case_lead(picture, frame, top, palette),
        *draw_house(house, top, palette),
        *draw_spots(spots, palette),
    ]
    if not picture.segments:
        body += _nobody_yet(picture.nobody_yet, frame, palette)
    return document(_view(labels, frame), title=picture.title, prefix=prefix, palette=palette, body=body)


def _who_leads_first(helper: Helper) -> bool:
    """Order in which who leads comes first."""
    return not helper.leads


def _middle(picture: RingPicture, house: House) -> tuple[Frame, float, list[Spot]]:
    """Return the smallest ring in which everyone close has a place with a label, or else the best one."""
    who = neighbours(picture.members, picture.supporters)
    found: list[tuple[Frame, float, list[Spot]]] = []
    for inner in _SIZES[0 if len(who) < 7 else 1 if len(who) < 10 else 2 :]:
        frame = choose_frame(picture.segments, inner)
        top = max(6 - house.height / 2, _lead_y(frame) + _LEAD_R + 34)
        spots = place(who, house, top, frame.circle, _lead_boxes(picture, frame, top))
        found.append((frame, top, spots))
        if len(spots) == len(who) and all(spot.label for spot in spots):
            break
    return max(found, key=lambda one: (sum(2 if spot.label else 1 for spot in one[2]), -one[0].inner))


def _lead_y(frame: Frame) -> float:
    return 60 - frame.circle


def _lead_words(picture: RingPicture) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines beside the case lead: name and what it is about, within the circle."""
    lead = picture.case_lead
    if lead is None:
        return (), ()
    room = 150 - 26 * len(lead.signals)
    return wrap(lead.name, room, lines=2, weight=STRONG), wrap(lead.line, 150, lines=1)


def _lead_boxes(picture: RingPicture, frame: Frame, top: float) -> list[Box]:
    """Return what the case lead takes: disc with pennant, the line to the house, and the words."""
    if picture.case_lead is None:
        return []
    y = _lead_y(frame)
    names, others = _lead_words(picture)
    wide = max([width(name, 16, STRONG) for name in names] + [width(other) for other in others] + [0])
    signals = 26 * len(picture.case_lead.signals)
    words = Box(36, y - 18, 36 + wide + signals, y + 4 + 19 * (len(names) + len(others) - 1) + 6)
    return [Box(-_LEAD_R - 2, y - 40, _LEAD_R + 18, y + _LEAD_R + 2), words, Box(-4, y, 4, top)]


def _case_lead(picture: RingPicture, frame: Frame, top: float, p: Palette) -> list[str]:
    """Return who keeps the overview, on the line to the house; dashed when nobody does."""
    lead = picture.case_lead
    if lead is None:
        return []
    y = _lead_y(frame)
    names, others = _lead_words(picture)
    if lead.initials:
        parts = [
            line(0, y + 22, 0, top + 6, stroke=p.lead, stroke_width=6),
            line(0, y + 26, 0, top + 6, stroke=p.home_soft, stroke_width=2),
            disc(0, y, _LEAD_R, lead.initials, leads=True, colours=p),
            pennant(16, y - 10, p),
        ]
    else:
        dashes = line(0, y + _LEAD_R, 0, top, stroke=p.gap, stroke_width=2, stroke_dasharray="5 4")
        parts = [dashes, empty_disc(0, y, _LEAD_R - 2, p)]
    colour = p.lead if lead.initials else p.gap
    for index, words in enumerate((*names, *others)):
        strong = index < len(names)
        fill, weight = (colour, STRONG) if strong else (p.ink_2, None)
        parts.append(text(36, y + 4 + 19 * index, words, fill=fill, weight=weight))
    ahead = 36 + width(names[0], 16, STRONG) if names else 36
    parts += [
        signal_disc(ahead + 19 + 26 * index, y - 2, signal, p) for index, signal in enumerate(lead.signals)
    ]
    return parts


def _ring(
    segments: tuple[Segment, ...], parts: tuple[Arc, ...], frame: Frame, p: Palette, prefix: str
) -> list[str]:
    drawn: list[str] = []
    for segment, arc in zip(segments, parts, strict=True):
        drawn.append(part_outline(segment.state, ring_part(arc, frame), p, prefix))
        if segment.state is SegmentState.NOBODY and not segment.helpers:
            drawn.append(empty_disc(*point(frame.middle, arc.middle), 22, p))
        drawn += _discs(segment, seats(len(segment.helpers), arc, frame), p)
    return drawn


def _discs(segment: Segment, places: tuple[Seat, ...], p: Palette) -> list[str]:
    """Return the discs, and over them the pennants of who leads."""
    discs: list[str] = []
    pennants: list[str] = []
    for seat, helper in zip(places, segment.helpers, strict=False):
        initials = f"+{seat.hidden}" if seat.hidden else helper.initials[:3]
        leads = helper.leads and not seat.hidden
        discs.append(disc(seat.x, seat.y, seat.r, initials, leads=leads, colours=p))
        if leads:
            pennants.append(pennant(seat.x + seat.r * 0.65, seat.y - seat.r * 0.3, p, rim=p.sheet))
    return discs + pennants


def _nobody_yet(words: str, frame: Frame, p: Palette) -> list[str]:
    """Return the empty form of the ring: one dashed band with the sentence under it."""
    dashes: Style = {"stroke": p.gap, "stroke_width": 2.5, "stroke_dasharray": "8 6", "fill": "none"}
    parts = [circle(0, 0, frame.outer, **dashes), circle(0, 0, frame.inner, **dashes)]
    for index, said in enumerate(wrap(words, frame.half * 2 - 40, lines=2, weight=STRONG)):
        y = frame.outer + 34 + 20 * index
        parts.append(text(0, y, said, fill=p.gap, weight=STRONG, anchor="middle"))
    return parts


def _view(labels: list[Label], frame: Frame) -> tuple[float, float, float, float]:
    """Return the visible part: full width, and as high as ring and labels need."""
    below = 70 if not labels else 0
    edge = Box(-frame.half, -frame.outer - 10, frame.half, frame.outer + 10 + below)
    whole = around([edge, *(label.box for label in labels)])
    return -frame.half, whole.top - 6, 2 * frame.half, whole.bottom - whole.top + 12
