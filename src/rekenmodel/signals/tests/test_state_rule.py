"""The rule against a slow, independent one, over every combination of the eight signals."""

import random
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from rekenmodel.signals.state_rule import (
    AGENCIES,
    ProcessState,
    StateCode,
    classify,
    smallest_way_down,
    total_of,
)

Eight = tuple[int, ...]
CRISIS, CHURN, OVERVIEW, LEAD, AGREEMENT, CAUSE, ON_TIME, HORIZON = range(8)
RANK = ["turbulent", "complex", "ingewikkeld", "eenvoudig"]


def as_said(v: Eight, agencies: int) -> str:
    """The rule as the text of the method says it."""
    if v[CRISIS] == 3 or (v[CRISIS] >= 2 and (v[OVERVIEW] >= 2 or v[LEAD] >= 2)) or sum(v) >= 16:
        return "turbulent"
    if v[CAUSE] >= 2 or v[AGREEMENT] >= 2 or sum(v) >= 9:
        return "complex"
    if agencies >= 3 or sum(v) >= 4:
        return "ingewikkeld"
    return "eenvoudig"


def values(v: Eight) -> dict[StateCode, int | None]:
    return dict(zip(StateCode, v, strict=True))


def test_the_table_says_what_the_text_says_for_every_combination() -> None:
    every = product(range(4), repeat=8)
    assert [v for v in every for n in (2, 3) if classify(values(v), n) != as_said(v, n)] == []


def searched(v: Eight, agencies: int) -> tuple[int, int]:
    """How many signals and how many points the smallest way down takes, by trying every way."""
    now, levels = RANK.index(as_said(v, agencies)), (*v, agencies)
    for number in range(1, 10):
        sizes = [
            sum(levels) - sum(after)
            for moving in combinations(range(9), number)
            for after in lowered(levels, moving)
            if RANK.index(as_said(after[:8], after[8])) > now
        ]
        if sizes:
            return number, min(sizes)
    raise AssertionError("no way down")


def lowered(levels: Eight, moving: tuple[int, ...]) -> Iterator[Eight]:
    """Every way to lower exactly these places."""
    yield from product(*(range(x) if place in moving else (x,) for place, x in enumerate(levels)))


@pytest.mark.parametrize("seed", range(40))
def test_the_way_down_is_the_smallest_of_all(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311
    v = tuple(min(draw.randrange(4), draw.randrange(1, 5)) for _ in range(8))
    agencies = draw.randrange(5)
    steps = smallest_way_down(values(v), agencies)
    if as_said(v, agencies) == "eenvoudig":
        assert steps == ()
    else:
        assert (len(steps), sum(step.now - step.to for step in steps)) == searched(v, agencies)


def test_every_way_down_ends_lower_and_starts_where_it_says() -> None:
    for v in product((0, 1, 3), repeat=8):
        for agencies in (2, 5):
            steps = smallest_way_down(values(v), agencies)
            before = {**{code.value: x for code, x in values(v).items()}, AGENCIES: agencies}
            assert all(before[step.code] == step.now > step.to for step in steps)
            after = before | {step.code: step.to for step in steps}
            state = as_said(tuple(after[code.value] or 0 for code in StateCode), after[AGENCIES] or 0)
            now = RANK.index(as_said(v, agencies))
            assert RANK.index(state) > now or now == 3


def test_unknown_signals_add_nothing_and_never_hold_a_state() -> None:
    unknown: dict[StateCode, int | None] = dict.fromkeys(StateCode)
    assert total_of(unknown) == 0
    assert classify(unknown, 0) is ProcessState.SIMPLE
    assert classify(unknown | {StateCode.CRISIS: 3}, 0) is ProcessState.TURBULENT
    assert [step.code for step in smallest_way_down(unknown | {StateCode.CRISIS: 3}, 0)] == ["crisis"]
