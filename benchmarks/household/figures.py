"""A measured figure with its limit and its floor, and the table of them."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

MARK = "figures: "


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What was measured, what it must be, and the same work at its floor in the same run.

    `least` and `most` are the limits, if there are any; a figure without limits is there to compare with.
    """

    name: str
    measured: float
    unit: str
    most: float | None = None
    least: float | None = None
    floor: float | None = None
    floor_name: str = ""

    @property
    def missed(self) -> bool:
        """Whether it is worse than it must be."""
        too_much = self.most is not None and self.measured > self.most
        return too_much or (self.least is not None and self.measured < self.least)

    @property
    def limit(self) -> str:
        """What it must be, in signs."""
        if self.least is not None:
            return f">= {said(self.least)}"
        return f"<= {said(self.most)}" if self.most is not None else ""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in the table."""
        floor = f"{said(self.floor)} {self.unit} ({self.floor_name})" if self.floor is not None else ""
        return (
            self.name,
            f"{said(self.measured)} {self.unit}",
            self.limit + (" MISSED" if self.missed else ""),
            floor,
            f"{self.ratio:.1f}" if self.ratio else "",
        )

    @property
    def ratio(self) -> float | None:
        """How many times the floor it takes."""
        if not self.floor or not self.measured:
            return None
        return self.floor / self.measured if self.least is not None else self.measured / self.floor


HEAD = ("figure", "measured", "must be", "floor", "times the floor")


def said(value: float | None) -> str:
    """A number with as many digits as mean something."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3g}"


def table(figures: Iterable[Figure]) -> str:
    """All figures as a table in Markdown, aligned so that it reads well in a terminal too."""
    rows = [HEAD, *(one.cells for one in figures)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def hand_over(figures: Iterable[Figure]) -> None:
    """Print figures for the process that started this one."""
    print(MARK + json.dumps([asdict(one) for one in figures]))


def taken_over(output: str) -> list[Figure]:
    """The figures in what a part printed."""
    lines = [line.removeprefix(MARK) for line in output.splitlines() if line.startswith(MARK)]
    return [Figure(**one) for line in lines for one in json.loads(line)]
