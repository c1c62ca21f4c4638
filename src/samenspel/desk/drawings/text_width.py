"""How wide a line of text is in Source Sans 3, and how to make it fit, without a browser."""

import json
from functools import lru_cache
from importlib.resources import files

STRONG = 600
ELLIPSIS = "…"
_UNKNOWN = 700
"""Advance for a character that is not in the table: wider than any Latin letter but the very widest."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, int], dict[str, int]]:
    """Return the advances per character, regular and strong, in thousandths of the font size."""
    rows = json.loads(files(__package__).joinpath("source_sans_3.json").read_text("utf-8"))["advances"]
    regular = {char: plain for plain, _, chars in rows for char in chars}
    strong = {char: bold for _, bold, chars in rows for char in chars}
    return regular, strong


@lru_cache(maxsize=4096)
def width(text: str, size: float = 16, weight: int = 400) -> float:
    """Return the width of `text`; strong text is measured a little heavier (650) than it is drawn (600)."""
    table = _tables()[1 if weight >= STRONG else 0]
    return sum([table.get(char, _UNKNOWN) for char in text]) * size / 1000


def cut(text: str, room: float, size: float = 16, weight: int = 400) -> str:
    """Return `text`, or as much of it as fits in `room` with an ellipsis; empty when not one letter fits."""
    if width(text, size, weight) <= room:
        return text
    left = room - width(ELLIPSIS, size, weight)
    end = 0
    while end < len(text) and (left := left - width(text[end], size, weight)) >= 0:
        end += 1
    short = text[:end].rstrip(" ,-·")
    return short + ELLIPSIS if short else ""


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, *, lines: int, size: float = 16, weight: int = 400) -> tuple[str, ...]:
    """Break `text` between words (and after hyphens) over at most `lines`; the last one is cut to fit."""
    done: list[str] = []
    current, filled = "", 0.0
    words = text.replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b")
    for index, word in enumerate(words):
        if not current.strip() or filled + width(word.rstrip(), size, weight) <= room:
            current, filled = current + word, filled + width(word, size, weight)
            continue
        if len(done) == lines - 1:
            current += "".join(words[index:])
            break
        done.append(current.strip())
        current, filled = word, width(word, size, weight)
    return tuple(cut(line, room, size, weight) for line in (*done, current.strip()) if line)
