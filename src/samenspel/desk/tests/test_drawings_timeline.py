from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekenmodel.values import Payer
from samenspel.desk.drawings.palette import CSS, GREY, PRINT, Palette
from samenspel.desk.drawings.timeline import Form, Slices, timeline, timeline_slices
from samenspel.desk.drawings.timeline_picture import (
    Bar,
    BarKind,
    Costs,
    EventMark,
    Happening,
    PayerCosts,
    Row,
    TimelinePicture,
)
from samenspel.desk.tests.drawing_tools import outside, overlapping, read, smallest, texts

TODAY = date(2026, 11, 22)
MONTHS = ("jan", "feb", "maart", "april", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec")
WORDS = ("Thuiszorg", "Crisisopvang vrouwen en kinderen", "Begeleiding")
WHO = ("", "Femke Bos", "Anne-Fleur van den Heuvel-Rompa")
COSTS = Costs(
    first=date(2025, 1, 1),
    payers=(
        PayerCosts(payer=Payer.MUNICIPALITY, name="Gemeente", amount="€ 9.600", months=(800,) * 22),
        PayerCosts(payer=Payer.STATE, name="Rijk", amount="€ 4.200", months=(0,) * 13 + (4200,) + (0,) * 8),
    ),
    peak=("€ 5.000 in februari 2026:", "crisisplek"),
    forecast_amount=800,
    forecast=("€ 800 per maand", "als er niets verandert"),
    legend_title="Laatste 12 maanden",
    total=("Samen", "€ 13.800"),
    span=("tussen", "€ 12.000 tot € 15.000"),
)
PICTURE = TimelinePicture(
    title="Na elke crisis kwam er hulp bij",
    today=TODAY,
    today_label="22 nov 2026",
    month_names=MONTHS,
    rows=(
        Row(
            title="Wonen", bars=(Bar(kind=BarKind.FINISHED, title="Huur", start=date(2025, 1, 1), end=TODAY),)
        ),
    ),
    costs=COSTS,
)

days = st.integers(-1600, 900).map(lambda step: TODAY + timedelta(days=step))
bars = st.builds(
    Bar,
    kind=st.sampled_from(BarKind),
    title=st.sampled_from(WORDS),
    who=st.sampled_from(WHO),
    start=days,
    end=st.one_of(st.none(), days),
    waiting_since=st.one_of(st.none(), days),
    waiting_line=st.sampled_from(("", "wachtlijst Samira")),
    note_head=st.sampled_from(("", "", "Gebroken balk:")),
    note=st.sampled_from(("", "", "Er is geen einddatum en dat is zo bij zes van de dertien.")),
)
rows = st.builds(
    Row,
    title=st.sampled_from(("Wonen", "Kind: ontwikkeling en school")),
    bars=st.lists(bars, max_size=9).map(tuple),
)
events = st.builds(
    Happening,
    on=days.filter(lambda day: day <= TODAY),
    day=st.just("14 mrt 2025"),
    line=st.sampled_from(("verhuizing", "uithuisplaatsing van de twee jongsten kinderen")),
    mark=st.sampled_from(EventMark),
)
payers = st.builds(
    PayerCosts,
    payer=st.one_of(st.none(), st.sampled_from(Payer)),
    name=st.sampled_from(("Rijk", "Woningcorporatie De Eendracht")),
    amount=st.just("€ 182.020"),
    months=st.lists(st.sampled_from((0.0, 3.5, 800.0, 90_000.0, 1_000_000.0)), max_size=48).map(tuple),
)
costs = st.builds(
    replace,
    st.just(COSTS),
    payers=st.lists(payers, max_size=9).map(tuple),
    first=days.filter(lambda day: day < TODAY).map(lambda day: day.replace(day=1)),
    forecast_amount=st.one_of(st.none(), st.floats(0, 1_000_000)),
)
pictures = st.builds(
    replace,
    st.just(PICTURE),
    rows=st.lists(rows, max_size=11).map(tuple),
    events=st.lists(events, max_size=25).map(tuple),
    costs=st.one_of(st.none(), costs),
)


def desk(picture: TimelinePicture) -> str:
    return timeline(picture, form="desk", palette=CSS)


def one_bar(kind: BarKind, end: date | None = None, start: date = date(2025, 3, 1)) -> str:
    bar = Bar(kind=kind, title="Thuiszorg", start=start, end=end)
    return desk(replace(PICTURE, costs=None, rows=(Row(title="Wonen", bars=(bar,)),)))


@settings(max_examples=60, deadline=None)
@given(pictures, st.sampled_from(("desk", "print", "phone")))
def test_no_course_of_help_makes_words_overlap_fall_outside_or_shrink(
    picture: TimelinePicture, form: Form
) -> None:
    drawing = timeline(picture, form=form, palette=CSS)
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    assert smallest(drawing) >= 16
    assert len(drawing) < 150_000
    assert drawing == timeline(picture, form=form, palette=CSS)


@pytest.mark.parametrize(
    ("kind", "end", "mark"),
    [
        (BarKind.OPEN_END, None, f'fill="{CSS.double_fill}" stroke="{CSS.double}"'),
        (BarKind.STAYS, None, "l11 10.2l-11 10.2"),
        (BarKind.PLANNED_END, date(2027, 3, 1), f'stroke="{CSS.lead}" stroke-width="3"'),
        (BarKind.PLANNED_END, date(2026, 3, 1), f'stroke="{CSS.gap}" stroke-width="3"'),
        (BarKind.STOPPED, date(2026, 3, 1), "l12 12m0 -12l-12 12"),
        (BarKind.FINISHED, date(2026, 3, 1), CSS.past),
        (BarKind.WAITING, None, 'stroke-dasharray="2 4"'),
        (BarKind.NOBODY, None, 'stroke-dasharray="7 5"'),
    ],
)
def test_every_bar_ends_in_its_own_way(kind: BarKind, end: date | None, mark: str) -> None:
    assert mark in one_bar(kind, end)
    others = [
        one_bar(other, None)
        for other in (BarKind.OPEN_END, BarKind.STAYS, BarKind.NOBODY)
        if other is not kind
    ]
    assert all(mark not in other for other in others)


def test_planned_help_is_open_and_waits_for_today() -> None:
    drawing = one_bar(BarKind.PLANNED, date(2027, 5, 1), start=date(2027, 1, 1))
    assert f'fill="{CSS.sheet}" stroke="{CSS.lead}" stroke-width="1.4"' in drawing
    assert CSS.lead_soft not in drawing.replace(f'stroke="{CSS.lead_soft}"', "")


def test_nobody_continues_in_the_lane_of_what_stopped() -> None:
    stopped = Bar(kind=BarKind.STOPPED, title="Budget", start=date(2025, 2, 1), end=date(2025, 11, 28))
    nobody = Bar(kind=BarKind.NOBODY, title="niemand", start=date(2025, 12, 1))
    drawing = desk(replace(PICTURE, rows=(Row(title="Geld", bars=(stopped, nobody)),)))
    heights = {words: box.top for words, box in texts(drawing)}
    assert heights["Budget"] == heights["niemand"]


def test_a_few_events_are_said_in_place_and_many_become_a_numbered_list() -> None:
    crowd = tuple(
        Happening(on=TODAY - timedelta(days=9 * step), day="9 sep", line="verhuisd") for step in range(25)
    )
    few, many = desk(replace(PICTURE, events=crowd[:2])), desk(replace(PICTURE, events=crowd))
    assert "1" not in [words for words, _ in texts(few)]
    assert {"1", "25"} <= {words for words, _ in texts(many)}
    assert [words for words, _ in texts(many)].count("verhuisd") == 25


def test_a_crisis_has_a_diamond_and_another_event_a_circle() -> None:
    event = Happening(on=date(2025, 5, 1), day="1 mei", line="verhuisd")
    crisis, other = (desk(replace(PICTURE, events=(replace(event, mark=mark),))) for mark in EventMark)
    assert "l8 8l-8 8l-8 -8z" in crisis
    assert "l8 8l-8 8l-8 -8z" not in other
    assert 'r="5.5"' in other


def test_every_payer_has_a_pattern_of_its_own() -> None:
    stack = tuple(PayerCosts(payer=payer, name="x", amount="€ 1", months=(100,)) for payer in (*Payer, None))
    drawing = timeline(replace(PICTURE, costs=replace(COSTS, payers=stack)), form="desk", palette=GREY)
    defined = drawing.count("<pattern ")
    assert defined == len(Payer)
    assert (
        len({part.split("</pattern>")[0].split(">", 1)[1] for part in drawing.split("<pattern ")[1:]})
        == defined
    )


def test_amounts_are_said_as_given_and_the_axis_in_round_euros() -> None:
    said = [words for words, _ in texts(desk(PICTURE))]
    assert {"€ 9.600", "€ 13.800", "€ 5.000 in februari 2026:", "€\u00a00", "€\u00a04.000"} <= set(said)


def test_without_costs_or_help_there_is_still_an_axis() -> None:
    said = [words for words, _ in texts(desk(replace(PICTURE, rows=(), costs=None)))]
    assert "22 nov 2026" in said
    assert any("2026" in words for words in said)


def test_words_are_never_markup() -> None:
    bad = "<script>&"
    row = Row(title=bad, bars=(Bar(kind=BarKind.OPEN_END, title=bad, start=date(2025, 1, 1), note=bad),))
    drawing = desk(replace(PICTURE, title=bad, rows=(row,), events=(Happening(on=TODAY, day=bad, line=bad),)))
    assert "<script" not in drawing
    assert read(drawing)[0].text == bad


@pytest.mark.parametrize("palette", [PRINT, GREY])
@pytest.mark.parametrize("form", ["desk", "print", "phone"])
def test_paper_has_no_variables(palette: Palette, form: Form) -> None:
    assert "var(" not in timeline(PICTURE, form=form, palette=palette)


def bar(title: str, note: str = "", kind: BarKind = BarKind.FINISHED) -> Bar:
    return Bar(kind=kind, title=title, start=date(2025, 3, 1), end=date(2026, 3, 1), note=note)


def slices(picture: TimelinePicture, form: Literal["desk", "print"] = "desk") -> Slices:
    return timeline_slices(picture, form=form, palette=CSS)


@given(pictures)
@settings(max_examples=30, deadline=None)
def test_slices_say_what_the_whole_says_each_thing_once(picture: TimelinePicture) -> None:
    found = slices(picture)
    parts = [found.head, *found.rows, found.axis, *found.below]
    apart = sorted(words for part in parts for words in said(part))
    assert apart == sorted(said(desk(picture)))


def said(svg: str) -> list[str]:
    return [words for words, _ in texts(svg)]


def test_slices_lie_under_each_other_without_a_gap() -> None:
    rows = tuple(Row(title=name, bars=(bar(name),)) for name in ("Wonen", "Werk", "Geld"))
    found = slices(replace(PICTURE, rows=rows))
    boxes = [
        [float(number) for number in read(part).attrib["viewBox"].split()]
        for part in (found.head, *found.rows, found.axis, found.below[0])
    ]
    ends = [top + high for _, top, _, high in boxes]
    assert [box[1] for box in boxes[1:]] == pytest.approx(ends[:-1], abs=0.11)


def test_without_help_the_slices_still_have_an_axis() -> None:
    found = slices(replace(PICTURE, rows=(), costs=None))
    assert found.rows == found.below == ()
    assert "22 nov 2026" in said(found.axis)


def test_many_events_are_listed_once_under_all_slices() -> None:
    crowd = tuple(
        Happening(on=TODAY - timedelta(days=9 * step), day="9 sep", line="verhuisd") for step in range(25)
    )
    found = slices(replace(PICTURE, events=crowd))
    assert said(found.below[-1]).count("verhuisd") == 25
    assert "verhuisd" not in said(found.head)


def test_a_remark_stands_beside_its_own_bar() -> None:
    bars = (bar("Huisarts"), bar("Kliniek"), bar("Therapie", note="Vijf maanden gewacht."))
    drawing = desk(replace(PICTURE, rows=(Row(title="Lijf", bars=bars),)))
    heights = {words: box.top for words, box in texts(drawing)}
    assert abs(heights["Vijf maanden gewacht."] - heights["Therapie"]) < 3
    assert abs(heights["Vijf maanden gewacht."] - heights["Huisarts"]) > 40


def test_on_paper_a_remark_stays_within_its_own_slice() -> None:
    long = "Er is geen einddatum en dat is zo bij zes van de dertien, en nog wat langer dan dat."
    rows = tuple(Row(title=name, bars=(bar(name, long),)) for name in ("Wonen", "Werk"))
    for part in slices(replace(PICTURE, rows=rows), "print").rows:
        assert outside(part) == []


def test_an_amount_that_does_not_fit_beside_its_payer_stands_under_it() -> None:
    name, amount = "Woningcorporatie", "€ 182.020"
    payer = PayerCosts(payer=Payer.HOUSING_ASSOCIATION, name=name, amount=amount, months=(800,))
    boxes = dict(texts(desk(replace(PICTURE, costs=replace(COSTS, payers=(payer,))))))
    assert boxes[name].bottom < boxes[amount].top + 8


def test_a_wait_says_its_words_whole_or_not_at_all() -> None:
    short = replace(bar("Therapie"), waiting_since=date(2025, 1, 20), waiting_line="wachtlijst voor Samira")
    drawing = desk(replace(PICTURE, rows=(Row(title="Lijf", bars=(short,)),)))
    assert not [words for words in said(drawing) if "wacht" in words]


def test_a_remark_beside_one_row_ends_with_a_whole_sentence() -> None:
    note = "er is geen einddatum. Dat is zo bij 1 van de 1."
    broken = Bar(
        kind=BarKind.OPEN_END, title="Hulp", start=date(2026, 3, 1), note_head="Gebroken balk:", note=note
    )
    one_row = replace(PICTURE, rows=(Row(title="Geld", bars=(broken,)),))
    said = [words for words, _box in texts(timeline(one_row, form="desk", palette=CSS))]
    assert "er is geen einddatum." in said
    assert not [words for words in said if words.startswith("er is geen einddatum. ")]
