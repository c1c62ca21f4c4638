"""One part of the ring in the manner of its state: led, hatched, dashed, or only a thin line."""

from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_picture import SegmentState
from samenspel.desk.drawings.svg import path


def part_outline(state: SegmentState, outline: str, p: Palette, prefix: str) -> str:
    """Return one part of the ring in the manner of its state: plain, hatched, dashed or only a thin line."""
    if state is SegmentState.UNLED:
        return path(outline, fill=f"url(#{prefix}-hatch)", stroke=p.double, stroke_width=1.5)
    if state is SegmentState.NOBODY:
        return path(outline, fill=p.sheet, stroke=p.gap, stroke_width=2.5, stroke_dasharray="8 6")
    if state is SegmentState.UNUSED:
        return path(outline, stroke=p.edge, stroke_width=0.8)
    return path(outline, fill=p.sheet, stroke=p.edge, stroke_width=1.2)
