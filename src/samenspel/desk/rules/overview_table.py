"""Tables as plain values, and as plain text that also reads well in a pipe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

GAP = "  "
LONGEST_WORD = 14
"""A column holds its longest word up to this; when columns do not fit, rows stand below each other."""
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")

Tone = Literal["", "gap", "double", "well"]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table. Within a cell the first line says what, the next lines explain it."""

    cells: tuple[str, ...]
    tone: Tone = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under their heads; `numbers` are the columns with amounts, which end on the same place."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the overview: its name, what it says in sentences, and the rows."""

    title: str
    said: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def as_text(title: str, said: Iterable[str], sections: Iterable[Section], width: int) -> str:
    """Everything below each other as plain text of at most `width` wide."""
    blocks = ["\n".join([shown(title), *_sentences(said, width)])]
    for section in sections:
        head = shown(section.title)
        blocks.append("\n".join([head, "=" * len(head), *_sentences(section.said, width)]))
        blocks += ["\n".join(table_lines(table, width)) for table in section.tables if table.lines]
    return "\n\n".join(blocks) + "\n"


def table_lines(table: Table, width: int) -> list[str]:
    """The lines of one table, its columns as wide as they need and the width allows."""
    rows = [table.heads, *(line.cells for line in table.lines)]
    widths = column_widths(rows, width)
    if not widths:
        return _below_each_other(table, width)
    rule = GAP.join("-" * wide for wide in widths)
    drawn = [_row(cells, widths, table.numbers) for cells in rows]
    return [*drawn[0], rule.rstrip(), *(text for row in drawn[1:] for text in row)]


def column_widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """How wide each column is: its longest line, or a fair share of the room; none when they do not fit."""
    columns = [[part for cell in column for part in _parts(cell)] for column in zip(*rows, strict=True)]
    needs = [max(len(part) for part in column) for column in columns]
    widths = [
        min(max(len(word) for part in column for word in part.split(" ")), LONGEST_WORD) for column in columns
    ]
    room = width - len(GAP) * (len(needs) - 1) - sum(widths)
    if room < 0:
        return []
    order = sorted(range(len(needs)), key=lambda place: needs[place] - widths[place])
    for count, place in enumerate(order):
        more = min(needs[place] - widths[place], room // (len(order) - count))
        widths[place] += more
        room -= more
    return widths


def shown(text: str) -> str:
    """The text without marks that steer a terminal or turn the direction of writing."""
    return STEERING.sub(" ", text)


def _parts(cell: str) -> list[str]:
    return [shown(part) for part in cell.split("\n")]


def _row(cells: tuple[str, ...], widths: list[int], numbers: frozenset[int]) -> list[str]:
    columns = [
        [text for part in _parts(cell) for text in _wrapped(part, wide)]
        for cell, wide in zip(cells, widths, strict=True)
    ]
    deep = max(len(column) for column in columns)
    lines = []
    for index in range(deep):
        found = [column[index] if index < len(column) else "" for column in columns]
        padded = [
            text.rjust(wide) if place in numbers else text.ljust(wide)
            for place, (text, wide) in enumerate(zip(found, widths, strict=True))
        ]
        lines.append(GAP.join(padded).rstrip())
    return lines


def _below_each_other(table: Table, width: int) -> list[str]:
    """Each row as a few lines "head: cell", for a narrow window."""
    lines: list[str] = []
    for line in table.lines:
        for place, (head, cell) in enumerate(zip(table.heads, line.cells, strict=True)):
            said = " ".join(_parts(cell)).strip()
            lead = f"{shown(head)}: " if head else ""
            if said:
                lines += wrap(lead + said, width, subsequent_indent="" if place == 0 else GAP)
        lines.append("")
    return lines[:-1]


def _sentences(said: Iterable[str], width: int) -> list[str]:
    return [text for one in said if one for text in _wrapped(shown(one), width)]


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width) or [""]
