from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.desk.drawings.palette import CSS, GREY, PRINT, Palette
from samenspel.desk.drawings.ring import ring
from samenspel.desk.drawings.ring_picture import (
    CaseLead,
    Helper,
    Member,
    RingPicture,
    Segment,
    SegmentState,
    Supporter,
    Tie,
)
from samenspel.desk.tests.drawing_tools import outside, overlapping, read, smallest, texts

NAMES = (
    "Ron Bos",
    "Anne-Fleur van den Heuvel-Rompa",
    "Mohammed el Khattabi",
    "Sjoukje Terpstra-van der Meulen",
)
LINES = (
    "",
    "huisarts",
    "gedragswetenschapper, Jeugdbescherming Gelderland",
    "schuldhulpverlener, gemeente Zevenbergen",
)
TITLES = ("Wonen", "Kind: ontwikkeling en school", "Psychische gezondheid")
HOUSEHOLD = RingPicture(
    title="Drie mensen om één gezin",
    segments=(
        Segment(
            title="Wonen",
            state=SegmentState.LED,
            helpers=(Helper(initials="AP", name="Anouk Prins", leads=True),),
        ),
        Segment(title="Geld", state=SegmentState.NOBODY, line="niemand, al 11 maanden", signals=("1", "ok")),
        Segment(
            title="Opvoeden", state=SegmentState.UNLED, helpers=(Helper(initials="FB", name="Femke Bos"),)
        ),
    ),
    members=(
        Member(initial="S", label="Samira, 38"),
        Member(initial="J", label="Joost, 41", elsewhere="bij zijn broer"),
    ),
    supporters=(Supporter(initials="R", name="Ria", line="buurvrouw", tie=Tie.TENSION),),
    case_lead=CaseLead(initials="MK", name="Marit Kok", line="houdt overzicht"),
)

helpers = st.builds(
    Helper,
    initials=st.just("AvH"),
    name=st.sampled_from(NAMES),
    line=st.sampled_from(LINES),
    leads=st.booleans(),
)
segments = st.builds(
    Segment,
    title=st.sampled_from(TITLES),
    state=st.sampled_from(SegmentState),
    helpers=st.lists(helpers, max_size=12).map(tuple),
    line=st.sampled_from(("", "negen mensen, niemand trekt dit")),
    signals=st.sampled_from(((), ("3",), ("1", "12"))),
)
members = st.builds(
    Member,
    initial=st.just("M"),
    label=st.sampled_from(("Noor, 3", "Marie-Magdalena, 41", "Samira, 38")),
    generation=st.integers(0, 3),
    elsewhere=st.sampled_from(("", "", "woont in Almere")),
)
supporters = st.builds(
    Supporter,
    initials=st.just("OT"),
    name=st.sampled_from(NAMES),
    line=st.sampled_from(LINES),
    tie=st.sampled_from(Tie),
)
leads = st.one_of(
    st.none(),
    st.builds(
        CaseLead,
        initials=st.sampled_from(("", "MK")),
        name=st.sampled_from(NAMES),
        line=st.sampled_from(LINES),
    ),
)
pictures = st.builds(
    RingPicture,
    title=st.just("Zo staat de hulp ervoor"),
    segments=st.lists(segments, max_size=14).map(tuple),
    members=st.lists(members, max_size=12).map(tuple),
    supporters=st.lists(supporters, max_size=15).map(tuple),
    case_lead=leads,
    nobody_yet=st.just("Nog niemand. Begin met wie het gezin zelf noemt."),
)


def desk(picture: RingPicture) -> str:
    return ring(picture, form="desk", palette=CSS)


@settings(max_examples=60, deadline=None)
@given(pictures)
def test_no_household_makes_labels_overlap_fall_outside_or_shrink(picture: RingPicture) -> None:
    drawing = desk(picture)
    assert overlapping(drawing) == []
    assert outside(drawing) == []
    assert smallest(drawing) >= 16
    assert drawing == desk(picture)
    assert len(drawing) < 150_000


@settings(max_examples=30, deadline=None)
@given(pictures)
def test_the_phone_has_a_letter_for_every_part_and_no_names(picture: RingPicture) -> None:
    drawing = ring(picture, form="phone", palette=CSS)
    said = [words for words, _ in texts(drawing)]
    assert all(chr(ord("A") + index) in said for index in range(len(picture.segments)))
    assert all(len(words) <= 2 for words in said)
    assert outside(drawing) == []
    assert smallest(drawing) >= 16


def test_it_is_an_image_that_says_its_conclusion() -> None:
    drawing = read(desk(HOUSEHOLD))
    assert drawing.attrib["role"] == "img"
    assert drawing.attrib["aria-labelledby"] == drawing[0].attrib["id"]
    assert drawing[0].text == "Drie mensen om één gezin"


def test_names_are_text_never_markup() -> None:
    bad = '<script>alert("&")</script>'
    lead = CaseLead(initials="<b", name=bad, line=bad)
    drawing = desk(
        replace(HOUSEHOLD, title=bad, case_lead=lead, segments=(Segment(title=bad, state=SegmentState.LED),))
    )
    assert "<script" not in drawing
    assert read(drawing)[0].text == bad


@pytest.mark.parametrize(
    ("state", "mark"),
    [
        (SegmentState.NOBODY, 'stroke-dasharray="8 6"'),
        (SegmentState.UNLED, "url(#ring-hatch)"),
        (SegmentState.UNUSED, 'stroke-width="0.8"'),
        (SegmentState.LED, f'fill="{CSS.sheet}" stroke="{CSS.edge}"'),
    ],
)
def test_every_state_has_its_own_form(state: SegmentState, mark: str) -> None:
    others = replace(HOUSEHOLD, segments=(), case_lead=None, members=HOUSEHOLD.members[:1], supporters=())
    assert mark in desk(replace(others, segments=(Segment(title="Wonen", state=state),)))
    assert mark not in desk(others).replace('stroke-dasharray="8 6" fill="none"', "")


def test_who_leads_has_a_pennant_and_a_missing_case_lead_is_drawn() -> None:
    led = desk(HOUSEHOLD)
    nobody = desk(replace(HOUSEHOLD, case_lead=CaseLead(initials="", name="Niemand houdt overzicht")))
    assert led.count("h15l-4 5.5 4 5.5h-15z") == 2
    assert nobody.count("h15l-4 5.5 4 5.5h-15z") == 1
    assert [words for words, _ in texts(nobody)].count("?") == 2


def test_too_many_helpers_become_a_number_and_the_label_says_how_many_more() -> None:
    crowd = tuple(Helper(initials="AB", name=f"Anna Bos {index}", line="hulp thuis") for index in range(40))
    parts = tuple(replace(HOUSEHOLD.segments[0], helpers=crowd if index == 0 else ()) for index in range(14))
    said = [words for words, _ in texts(desk(replace(HOUSEHOLD, segments=parts)))]
    assert any(words.startswith("+") for words in said)
    assert any(words.startswith("… en nog") for words in said)


def test_without_anything_it_shows_the_form_of_what_will_come() -> None:
    empty = RingPicture(
        title="Nog niemand", segments=(), nobody_yet="Nog niemand. Begin met wie het gezin zelf noemt."
    )
    drawing = desk(empty)
    assert 'stroke-dasharray="9 7"' in drawing
    assert "Nog niemand. Begin met wie het gezin zelf noemt." in drawing


@pytest.mark.parametrize("palette", [PRINT, GREY])
def test_paper_has_no_variables(palette: Palette) -> None:
    assert "var(" not in ring(HOUSEHOLD, form="desk", palette=palette)


def test_two_drawings_on_a_page_share_no_ids() -> None:
    first, second = (ring(HOUSEHOLD, form="desk", palette=CSS, prefix=prefix) for prefix in ("a", "b"))
    ids = [{one.attrib["id"] for one in read(svg).iter() if "id" in one.attrib} for svg in (first, second)]
    assert ids[0]
    assert not ids[0] & ids[1]


def test_a_prefix_that_could_break_out_is_refused() -> None:
    with pytest.raises(ValueError, match="prefix"):
        ring(HOUSEHOLD, form="desk", palette=CSS, prefix='a"><x')
