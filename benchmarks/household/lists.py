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
    floor = p95(timed(fetching(wide, BARE)))
    figures = []
    for what, address in (("list", LIST), ("search", SEARCH), ("search for who is not there", NOTHING)):
        took = {}
        for role, client in (("5 households", narrow), ("100,000 households", wide)):
            work = fetching(client, address)
            took[role] = timed(work)
            figures.append(
                Figure(
                    name=f"own households, {what}, {role}: p95",
                    measured=p95(took[role]),
                    unit="ms",
                    most=MOST_MS,
                    floor=floor,
                    floor_name="bare view",
                )
            )
            if p95(took[role]) > MOST_MS:
                explain_slowest(figures[-1].name, work)
        few, many = (median(one) for one in took.values())
        figures.append(
            Figure(
                name=f"own households, {what}: narrow role over wide role",
                measured=few / many,
                unit="times",
                most=SLOWER,
            )
        )
    hand_over(figures)
