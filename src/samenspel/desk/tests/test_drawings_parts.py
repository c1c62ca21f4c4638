from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.desk.drawings.boxes import Box, crosses, spread
from samenspel.desk.drawings.marks import Evidence, Icon, effect_line, icon
from samenspel.desk.drawings.palette import CSS, GREY, PRINT
from samenspel.desk.drawings.state_trend import StateTrend, state_trend
from samenspel.desk.drawings.text_width import cut, width, wrap
from samenspel.desk.tests.drawing_tools import outside, overlapping, read, texts

TREND = StateTrend(
    title="Sinds mei 2026 is de hulp complex",
    states=("turbulent", "complex", "ingewikkeld", "eenvoudig"),
    changes=((date(2025, 1, 1), 1), (date(2025, 3, 14), 0), (date(2026, 5, 1), 1)),
    today=date(2026, 11, 22),
    turn=-1,
)


def test_widths_are_those_of_the_font() -> None:
    # read from the font's own table with fontTools: digits and euro are all equally wide
    assert {width(sign, 1000) for sign in "0123456789€"} == {497}
    assert width("Samenspel", 16, 600) > width("Samenspel", 16)
    assert width("\u4e2d", 16) == pytest.approx(11.2)


@given(st.text(max_size=60), st.floats(0, 400))
def test_cut_never_exceeds_its_room(words: str, room: float) -> None:
    assert cut(words, room) == words or width(cut(words, room)) <= room


@given(st.text(alphabet="abc -", max_size=80), st.floats(30, 300), st.integers(1, 4))
def test_wrap_keeps_to_its_lines_and_its_room(words: str, room: float, lines: int) -> None:
    found = wrap(words, room, lines=lines)
    assert len(found) <= lines
    assert all(width(line) <= room for line in found)


def test_wrap_loses_no_words_when_there_is_room() -> None:
    assert wrap("Anne-Fleur van den Heuvel", 110, lines=3) == ("Anne-Fleur van", "den Heuvel")
    assert wrap("Jeugdbescherming", 400, lines=2) == ("Jeugdbescherming",)


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 40)), max_size=12))
def test_spread_keeps_order_and_room(items: list[tuple[float, float]]) -> None:
    wanted, sizes = sorted(one for one, _ in items), [size for _, size in items]
    found = spread(wanted, sizes, 0, 500)
    pairs = zip(found, found[1:], sizes, strict=False)
    assert all(later - earlier >= size - 1e-6 for earlier, later, size in pairs)
    assert all(start >= 0 and start + size <= 500 + 1e-6 for start, size in zip(found, sizes, strict=True))


def test_spread_leaves_alone_what_does_not_touch() -> None:
    assert spread([10, 100], [20, 20], 0, 200) == [10, 100]
    assert spread([50, 50], [20, 20], 0, 200) == [40, 60]


@pytest.mark.parametrize(
    ("end", "touches"), [((20, 5), True), ((20, 40), False), ((4, 4), False), ((0, 20), False)]
)
def test_a_line_through_a_box_is_seen(end: tuple[float, float], touches: bool) -> None:
    assert crosses(Box(8, 0, 12, 10), (0, 0), end) is touches


@pytest.mark.parametrize("name", Icon)
def test_every_icon_is_well_formed_silent_and_its_own(name: Icon) -> None:
    drawing = icon(name, PRINT)
    assert read(drawing).attrib["aria-hidden"] == "true"
    assert "var(" in icon(name, CSS)
    assert [other for other in Icon if icon(other, GREY) == icon(name, GREY)] == [name]


def test_effect_lines_differ_by_dash_and_the_dead_end_has_a_cross_stroke() -> None:
    dashes = {kind: effect_line(kind, CSS).count("stroke-dasharray") for kind in Evidence}
    assert dashes == {"measured": 0, "experience": 1, "assumption": 1, "dead_end": 0}
    assert len({effect_line(kind, GREY) for kind in Evidence}) == 4
    assert "M47 0v12" in effect_line(Evidence.DEAD_END, CSS)


@pytest.mark.parametrize("form", ["desk", "phone"])
def test_the_trend_marks_the_state_of_today(form: Literal["desk", "phone"]) -> None:
    drawing = state_trend(TREND, form=form, palette=CSS)
    assert 'font-weight="600" fill="var(--ink)" text-anchor="end">complex' in drawing
    assert not outside(drawing)
    assert not overlapping(drawing)


def test_a_trend_that_gets_better_points_down_and_worse_up() -> None:
    better, worse, same = (
        state_trend(replace(TREND, turn=turn), form="desk", palette=CSS) for turn in (-1, 1, 0)
    )
    assert CSS.well in better
    assert CSS.well not in worse
    assert CSS.gap in worse
    assert 'stroke-dasharray="4 4"' not in same


@given(st.lists(st.tuples(st.dates(date(2016, 1, 1), date(2027, 1, 1)), st.integers(0, 3)), max_size=30))
def test_any_course_of_states_fits(changes: list[tuple[date, int]]) -> None:
    drawing = state_trend(replace(TREND, changes=tuple(changes)), form="phone", palette=CSS)
    assert overlapping(drawing) == []
    assert outside(drawing) == []


def test_a_trend_nobody_recorded_is_a_dashed_line() -> None:
    drawing = state_trend(replace(TREND, changes=()), form="desk", palette=CSS)
    assert 'stroke-dasharray="7 5"' in drawing
    assert "turbulent" in [words for words, _ in texts(drawing)]
