"""The house in the middle, with the family by generation."""

from dataclasses import dataclass
from itertools import groupby
from math import hypot

from samenspel.desk.drawings.boxes import Box
from samenspel.desk.drawings.palette import Palette
from samenspel.desk.drawings.ring_picture import Member
from samenspel.desk.drawings.svg import BASELINE, Style, circle, num, path, text
from samenspel.desk.drawings.text_width import STRONG, width, wrap

_LINE = 18
_DISC = 19
_ELDER = 22
_ROWS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """One member in the house: the middle of the disc and the lines under it."""

    x: float
    y: float
    r: float
    initial: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class House:
    """The whole house relative to the top of its roof, at x = 0."""

    half: float
    roof: float
    height: float
    rows: tuple[tuple[Placed, ...], ...]
    bars: tuple[float, ...]
    """Height of the family line above each row; 0 for a row that continues the generation above it."""

    def boxes(self, top: float) -> tuple[Box, ...]:
        """Return what nothing may be drawn over, with the roof in four steps."""
        steps = [
            Box(
                -self.half * share,
                top + self.roof * (share - 0.25),
                self.half * share,
                top + self.roof * share,
            )
            for share in (0.25, 0.5, 0.75, 1.0)
        ]
        chimney = Box(self.half * 0.6 - 3, top + self.roof * 0.58 - 30, self.half * 0.6 + 24, top + self.roof)
        return (*steps, chimney, Box(-self.half, top + self.roof, self.half, top + self.height))


def lay_house(members: tuple[Member, ...]) -> House:
    """Return the house that holds these members; an empty one for nobody."""
    rows = _generations(members)
    cells = [_cell(row) for row, _ in rows]
    half = max([96.0, *(len(row) * cell / 2 + 8 for (row, _), cell in zip(rows, cells, strict=True))])
    roof = min(max(half * 0.56, 50), 88)
    tight = len(rows) > 3
    y = _first_row(rows[0][0], cells[0], half, roof) if rows else 0
    placed: list[tuple[Placed, ...]] = []
    bars: list[float] = []
    below = y
    for index, (row, new) in enumerate(rows):
        lift = (24 if tight else 35) if new else 0
        if index:
            bar = below + (12 if tight else 19)
            y = bar + lift if new else below + 15 + _DISC
            bars.append(bar if new else 0)
        r = _ELDER if index == 0 else _DISC
        line = _row(row, y, r, cells[index], lines=1 if tight else 2)
        placed.append(line)
        below = y + r + _LINE + _LINE * (max(len(one.lines) for one in line) - 1)
    height = below + 13 if rows else roof + 110
    return House(half, roof, height, tuple(placed), tuple(bars))


def _generations(members: tuple[Member, ...]) -> list[tuple[tuple[Member, ...], bool]]:
    """Return at most four rows, oldest first, and whether each starts a new generation."""
    in_order = sorted(members, key=lambda member: member.generation)
    groups = [tuple(group) for _, group in groupby(in_order, key=lambda member: member.generation)]
    if len(groups) > _ROWS:
        groups = [*groups[: _ROWS - 1], tuple(member for group in groups[_ROWS - 1 :] for member in group)]
    for most in (4, 5, 6, 12):
        rows = [(part, index == 0) for group in groups for index, part in enumerate(_even(group, most))]
        if len(rows) <= _ROWS:
            break
    return rows


def _even(group: tuple[Member, ...], most: int) -> list[tuple[Member, ...]]:
    """Return the group in rows of at most `most`, as even as can be."""
    count = -(-len(group) // most)
    size = -(-len(group) // count)
    return [group[start : start + size] for start in range(0, len(group), size)]


def _cell(row: tuple[Member, ...]) -> float:
    """Return the width for one member: what the longest label asks, within what the circle holds."""
    asked = max(width(member.label, 16, STRONG) for member in row) + 10
    return min(max(asked, 76), 150, max(312 / len(row), 60))


def _first_row(row: tuple[Member, ...], cell: float, half: float, roof: float) -> float:
    """Return the height of the first row: as high under the roof as its outer discs allow."""
    outermost = cell * (len(row) - 1) / 2
    under = roof * outermost / half
    slope = hypot(half, roof) / half
    return max(64, under + (_ELDER + 9) * slope)


def _row(row: tuple[Member, ...], y: float, r: float, cell: float, lines: int) -> tuple[Placed, ...]:
    left = -cell * (len(row) - 1) / 2
    return tuple(
        Placed(
            left + cell * index,
            y,
            r,
            member.initial[:2],
            wrap(member.label, cell - 5, lines=lines, weight=STRONG),
        )
        for index, member in enumerate(row)
    )


def draw_house(house: House, top: float, colours: Palette) -> list[str]:
    """Return the house with its chimney, the family lines and everyone in it; dashed when nobody is known."""
    p = colours
    half, eaves, floor = num(house.half), num(top + house.roof), num(top + house.height)
    wall = f"M0 {num(top)}L{half} {eaves}V{floor}H-{half}V{eaves}Z"
    dash = None if house.rows else "9 7"
    chimney_foot = top + house.roof * 0.58
    chimney = f"M{num(house.half * 0.6)} {num(chimney_foot)}v-26h20v{num(26 + 20 * house.roof / house.half)}"
    style: Style = {"fill": p.sheet, "stroke": p.home, "stroke_width": 3.4, "stroke_linejoin": "round"}
    parts = [path(wall, stroke_dasharray=dash, **style), path(chimney, stroke_dasharray=dash, **style)]
    for above, row, bar in zip(house.rows, house.rows[1:], house.bars, strict=False):
        if bar:
            parts.append(path(_family_line(above, row, bar, top), stroke=p.home, stroke_width=1.8))
    parts += [_draw_member(one, top, p) for row in house.rows for one in row]
    if not house.rows:
        parts.append(
            text(0, top + house.roof + 48, "?", fill=p.home, size=30, weight=STRONG, anchor="middle")
        )
    return parts


def _family_line(above: tuple[Placed, ...], row: tuple[Placed, ...], bar: float, top: float) -> str:
    """Return the comb between two generations."""
    y = num(top + bar)
    ends = [one.x for one in (*above, *row)]
    down = "".join(
        f"M{num(one.x)} {num(top + one.y + one.r + _LINE * len(one.lines) + 5)}V{y}"
        for one in above
        if bar - (one.y + one.r + _LINE * len(one.lines) + 5) > 2
    )
    drops = "".join(f"M{num(one.x)} {y}V{num(top + one.y - one.r)}" for one in row)
    return f"{down}M{num(min(ends))} {y}H{num(max(ends))}{drops}"


def _draw_member(one: Placed, top: float, p: Palette) -> str:
    y = top + one.y
    parts = [
        circle(one.x, y, one.r, fill=p.home),
        text(one.x, y + BASELINE, one.initial, fill=p.sheet, size=17, weight=STRONG, anchor="middle"),
    ]
    for index, line in enumerate(one.lines):
        below = y + one.r + _LINE * (index + 1)
        parts.append(text(one.x, below, line, fill=p.ink, weight=STRONG, anchor="middle"))
    return "".join(parts)
