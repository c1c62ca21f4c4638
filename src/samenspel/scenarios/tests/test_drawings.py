"""The drawings: nothing lies over anything else, nothing outside, and grey paper tells everything apart."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.desk.drawings.palette import CSS, GREY
from samenspel.desk.tests.drawing_tools import outside, overlapping, read, smallest
from samenspel.scenarios.drawings.axis import axis
from samenspel.scenarios.drawings.costs import costs
from samenspel.scenarios.drawings.domains import domain
from samenspel.scenarios.drawings.dots import dots
from samenspel.scenarios.drawings.payers import payers
from samenspel.scenarios.drawings.pictures import Mark, Way
from samenspel.scenarios.drawings.strokes import sample
from samenspel.scenarios.drawings.triangle import reach, triangle
from samenspel.scenarios.tests.pictures import COSTS, DOMAIN, DOTS, PAYERS, REACH, TRIANGLE

FORMS: list[Literal["desk", "phone"]] = ["desk", "phone"]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(form: Literal["desk", "phone"]) -> dict[str, str]:
    return {
        "dots": dots(DOTS, form=form, palette=CSS),
        "costs": costs(COSTS, form=form, palette=CSS),
        "payers": payers(PAYERS, form=form, palette=CSS),
        "domain": domain(DOMAIN, palette=CSS, prefix="d"),
        "triangle": triangle(TRIANGLE, form=form, palette=CSS),
        "reach": reach(REACH, palette=CSS, prefix="r"),
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["dots", "costs", "payers", "domain", "triangle", "reach"])
def test_words_stay_inside_and_apart_and_are_large_enough(name: str, form: Literal["desk", "phone"]) -> None:
    drawing = drawn(form)[name]
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert smallest(drawing) >= 16


@pytest.mark.parametrize("form", FORMS)
def test_every_drawing_says_its_conclusion(form: Literal["desk", "phone"]) -> None:
    for name, drawing in drawn(form).items():
        assert read(drawing).attrib["role"] == "img"
        assert read(drawing).findtext(f"{SVG}title"), name


def circles(drawing: str, fill: str) -> int:
    return sum(one.attrib["fill"] == fill for one in read(drawing).iter(f"{SVG}circle"))


@pytest.mark.parametrize("form", FORMS)
def test_there_are_a_hundred_dots_and_the_dearer_ones_are_open(form: Literal["desk", "phone"]) -> None:
    drawing = dots(DOTS, form=form, palette=CSS)
    assert circles(drawing, CSS.sheet) == 33
    assert circles(drawing, CSS.lead) == 67


def test_dots_that_are_as_dear_are_open_in_ink() -> None:
    drawing = dots(replace(DOTS, savings=(0.0,) * 30 + (100.0,) * 70), form="desk", palette=CSS)
    rings = [one for one in drawing.split("<circle")[1:] if f'stroke="{CSS.ink}"' in one.partition(">")[0]]
    assert len(rings) == 30


def test_another_number_of_dots_is_refused() -> None:
    with pytest.raises(ValueError, match="a hundred dots are drawn, got 3"):
        dots(replace(DOTS, savings=(1.0, 2.0, 3.0)), form="desk", palette=CSS)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(-400_000, 400_000), min_size=100, max_size=100),
    st.sampled_from(FORMS),
)
def test_any_hundred_futures_fit(savings: list[int], form: Literal["desk", "phone"]) -> None:
    ordered = tuple(float(amount) for amount in sorted(savings))
    picture = replace(
        DOTS,
        savings=ordered,
        low=replace(DOTS.low, at=ordered[4]),
        middle=replace(DOTS.middle, at=ordered[49]),
        high=replace(DOTS.high, at=ordered[95]),
    )
    drawing = dots(picture, form=form, palette=CSS)
    wide = float(read(drawing).attrib["viewBox"].split()[2])
    places = [
        (float(one.attrib["cx"]), float(one.attrib["cy"]))
        for one in read(drawing).iter(f"{SVG}circle")
        if one.attrib["fill"] in {CSS.lead, CSS.sheet}
    ]
    assert len(places) == 100
    assert all(0 <= x <= wide for x, _ in places)
    assert min(y for _, y in places) >= 40
    assert outside(drawing) == []
    assert circles(drawing, CSS.sheet) == sum(value <= 0 for value in ordered)


def test_futures_that_are_all_the_same_still_fit_on_their_side() -> None:
    picture = replace(DOTS, savings=(0.0,) * 100, low=Mark(at=0, strong="niets"))
    drawing = dots(replace(picture, middle=picture.low, high=picture.low), form="desk", palette=CSS)
    assert circles(drawing, CSS.sheet) == 100
    assert outside(drawing) == []


def test_scenarios_are_told_apart_without_colour() -> None:
    looks = [sample(place, GREY) for place in range(5)]
    assert len(set(looks)) == 5
    dashes = {one.split('stroke-dasharray="')[1].split('"')[0] for one in looks if "stroke-dasharray" in one}
    assert len(dashes) == 4


@pytest.mark.parametrize("count", [2, 3, 4, 5])
@pytest.mark.parametrize("form", FORMS)
def test_two_to_five_scenarios_fit(count: int, form: Literal["desk", "phone"]) -> None:
    courses = (*COSTS.courses, *COSTS.courses)[:count]
    drawing = costs(replace(COSTS, courses=courses), form=form, palette=CSS)
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert drawing.count('fill-opacity="0.7"') == 2, "only two bands"


def test_a_loss_is_hatched_and_a_gain_is_not() -> None:
    bars = list(read(payers(PAYERS, form="desk", palette=CSS)).iter(f"{SVG}rect"))
    hatched = [one for one in bars if one.attrib["fill"] == "url(#payers-loss)"]
    assert len(hatched) == sum(bar.mid < 0 for bar in PAYERS.bars)


def test_bars_are_as_long_as_their_amounts() -> None:
    bars = list(read(payers(PAYERS, form="desk", palette=CSS)).iter(f"{SVG}rect"))[1:]
    wide = [float(one.attrib["width"]) for one in bars]
    assert wide[0] / wide[-1] == pytest.approx(32.9 / 45.2, rel=0.01)


@pytest.mark.parametrize(("way", "mark"), [("yes", "l6 6 11-13"), ("open", "?"), ("no", "l14 14m0-14")])
def test_each_side_of_the_triangle_has_its_own_sign(way: Way, mark: str) -> None:
    drawing = triangle(
        replace(TRIANGLE, legitimacy=way, involvement=way, yields=way), form="desk", palette=CSS
    )
    assert drawing.count(mark) == 3


def test_an_axis_holds_both_ends_and_zero() -> None:
    found = axis(-49_000, 100_000, 0, 100, steps=4)
    assert found.low <= -49_000
    assert found.high >= 100_000
    assert 0 in found.steps
    assert found.at(found.low) == 0
    assert found.at(found.high) == 100
