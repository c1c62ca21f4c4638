"""Boxes that may not overlap, and pushing things apart along one line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; y grows downward."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box", gap: float = 0) -> bool:
        """Whether the two are closer than `gap`."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around all of them."""
    every = list(boxes)
    return Box(
        min(box.left for box in every),
        min(box.top for box in every),
        max(box.right for box in every),
        max(box.bottom for box in every),
    )


def crosses(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    """Whether the straight line from start to end touches the box (Liang-Barsky clipping)."""
    if max(start[0], end[0]) < box.left or min(start[0], end[0]) > box.right:
        return False
    if max(start[1], end[1]) < box.top or min(start[1], end[1]) > box.bottom:
        return False
    first, last = 0.0, 1.0
    for at, to, low, high in (
        (start[0], end[0], box.left, box.right),
        (start[1], end[1], box.top, box.bottom),
    ):
        step = to - at
        if step == 0:
            continue
        near, far = sorted(((low - at) / step, (high - at) / step))
        first, last = max(first, near), min(last, far)
    return first <= last


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Return starts as near as possible to `wanted` (least squares), in the same order, without overlap.

    When all sizes together do not fit between low and high, the last ones run past high.
    """
    offsets = [sum(sizes[:index]) for index in range(len(sizes))]
    blocks: list[tuple[float, int]] = []
    for start, offset in zip(wanted, offsets, strict=True):
        mean, count = start - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, members = blocks.pop()
            mean = (before * members + mean * count) / (members + count)
            count += members
        blocks.append((mean, count))
    means = [mean for mean, count in blocks for _ in range(count)]
    roof = max(low, high - sum(sizes))
    return [min(max(mean, low), roof) + offset for mean, offset in zip(means, offsets, strict=True)]
