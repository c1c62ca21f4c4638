"""The list of somebody's own households, for who has five and for who has a hundred thousand."""

from statistics import median

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.page import fetching, signed_in
from benchmarks.household.seed import NARROW, WIDE
from benchmarks.household.timing import explain_slowest, p95, timed
from benchmarks.household.urls import BARE

MOST_MS = 100
SLOWER = 1.1
"""Measuring has noise: a tenth more counts as no slower."""
LIST, SEARCH, NOTHING = "/", "/?zoek=lindeveld", "/?zoek=komtnietvoor"


def main() -> None:
    """Measure the list and a search in it, in turn, so that both roles meet the same moments."""
    narrow, wide = signed_in(NARROW), signed_in(WIDE)
    bare = fetching(wide, BARE)
    figures = []
    for what, address in (("list", LIST), ("search", SEARCH), ("search for who is not there", NOTHING)):
        works = (fetching(narrow, address), fetching(wide, address))
        few, many, floor = timed(*works, bare)
        for role, took, work in zip(("5 households", "100,000 households"), (few, many), works, strict=True):
            figures.append(
                Figure(
                    name=f"own households, {what}, {role}: p95",
                    measured=p95(took),
                    unit="ms",
                    most=MOST_MS,
                    floor=p95(floor),
                    floor_name="bare view",
                )
            )
            if figures[-1].missed:
                explain_slowest(figures[-1].name, work)
        figures.append(
            Figure(
                name=f"own households, {what}: narrow role over wide role",
                measured=median(few) / median(many),
                unit="times",
                most=SLOWER,
            )
        )
    hand_over(figures)
