"""The PDF itself: made of data, for every household and paper, and never by what people typed."""

import json
from datetime import date
from pathlib import Path

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from samenspel.desk.rules.from_file import scene_of_file
from samenspel.desk.rules.report_content import Made, Paper, content
from samenspel.desk.rules.report_pdf import DATA, report_pdf
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL

TODAY = date(2026, 11, 22)
MADE = Made(TODAY, "Lia Tol")
DEMO = Path(__file__).parents[2] / "exchange" / "data" / "demo"
NASTY = '#let x = 1; *b* _c_ $a^2$ <script>alert(1)</script> #panic("stuk") \\ // @wie [haak] `code` ~ = kop'


def heading(file: HouseholdFile) -> str:
    """The first heading as typst understood it."""
    data = json.dumps(content(scene_of_file(file, TODAY, "nl"), MADE, "a3"))
    found = typst.query(
        str(DATA / "report.typ"),
        "heading",
        font_paths=[str(DATA / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"report": data},
    )
    return str(json.loads(found)[0]["body"]["text"])


@pytest.mark.parametrize("paper", ["a3", "a4"])
@pytest.mark.parametrize("path", sorted(DEMO.glob("huishouden-*.json")), ids=lambda path: path.stem)
def test_every_demo_household_fits_on_paper(path: Path, paper: Paper) -> None:
    file = HouseholdFile.model_validate_json(path.read_bytes())
    pdf = report_pdf(scene_of_file(file, TODAY, "nl"), MADE, paper)
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) < 600_000


def test_an_empty_household_has_a_report() -> None:
    empty = HouseholdFile(key="leeg", name="Leeg huis")
    assert report_pdf(scene_of_file(empty, TODAY, "en"), Made(TODAY), "a4").startswith(b"%PDF-")


def test_what_people_type_is_only_text() -> None:
    words = FULL.words[0].model_copy(update={"text": NASTY})
    helps = (FULL.help[0].model_copy(update={"title": NASTY, "price_source": NASTY}), FULL.help[1])
    file = FULL.model_copy(update={"name": NASTY, "words": (words,), "help": helps})
    assert heading(file) == NASTY
    assert report_pdf(scene_of_file(file, TODAY, "nl"), Made(TODAY, NASTY), "a3").startswith(b"%PDF-")


@settings(max_examples=5, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_can_be_printed(text: str) -> None:
    people = (FULL.persons[0].model_copy(update={"name": text}), *FULL.persons[1:])
    file = FULL.model_copy(update={"name": text, "persons": people})
    assert report_pdf(scene_of_file(file, TODAY, "nl"), MADE, "a4").startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["Łukasz Żółć", "Наталія", "محمد", "王", "\x1b[2J", "\ufffe", "👩‍👧"])
def test_a_name_in_any_script_does_not_stop_the_report(name: str) -> None:
    people = (FULL.persons[0].model_copy(update={"name": name}), *FULL.persons[1:])
    file = FULL.model_copy(update={"name": name, "persons": people})
    assert report_pdf(scene_of_file(file, TODAY, "nl"), MADE, "a3").startswith(b"%PDF-")


def test_it_meets_the_standard_for_screen_readers() -> None:
    data = json.dumps(content(scene_of_file(FULL, TODAY, "nl"), MADE, "a3"))
    fonts, source = [str(DATA / "fonts")], str(DATA / "report.typ")
    assert typst.compile(source, font_paths=fonts, sys_inputs={"report": data}, pdf_standards=["ua-1"])


def test_the_document_has_a_title_a_language_and_tags() -> None:
    pdf = report_pdf(scene_of_file(FULL, TODAY, "en"), MADE, "a3")
    assert b"/Lang" in pdf
    assert b"(en" in pdf
    assert b"Report on Gezin Vos" in pdf
    assert b"/MarkInfo" in pdf


def test_the_same_report_has_the_same_bytes() -> None:
    scene = scene_of_file(FULL, TODAY, "nl")
    assert report_pdf(scene, MADE, "a4") == report_pdf(scene, MADE, "a4")
