"""What the report says and draws."""

from dataclasses import replace
from datetime import date
from typing import Any

from samenspel.desk.drawings.timeline_picture import Bar, BarKind, Row, TimelinePicture
from samenspel.desk.rules.from_file import scene_of_file
from samenspel.desk.rules.report_content import Made, content, timelines
from samenspel.desk.rules.scene import Scene
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL

TODAY = date(2026, 11, 22)
MADE = Made(TODAY, "Lia Tol")


def given(file: HouseholdFile = FULL, **changes: Any) -> dict[str, Any]:
    scene = scene_of_file(file, TODAY, "nl")
    return content(replace(scene, **changes), MADE, "a3")


def row(bars: int) -> Row:
    bar = Bar(kind=BarKind.OPEN_END, title="Hulp", start=date(2026, 1, 1))
    return Row(title="Wonen", bars=(bar,) * bars)


def test_the_foot_says_who_made_it() -> None:
    assert given()["words_on_paper"]["foot"] == "Gemaakt op 22 november 2026 door Lia Tol"
    unnamed = content(scene_of_file(FULL, TODAY, "en"), Made(TODAY), "a3")["words_on_paper"]
    assert unnamed["foot"] == "Made on 22 November 2026"
    assert unnamed["private"] == "Contains personal data"


def test_the_household_speaks_first() -> None:
    assert given()["words"][0]["text"] == "Dat het rustig is."
    assert given(HouseholdFile(key="x", name="X"))["words"][0]["text"] == ""


def test_drawings_are_in_our_font_with_one_strong_weight() -> None:
    for drawn in (given()["ring"], given()["time"]["whole"]):
        assert 'font-family="Samenspel Sans"' in drawn["svg"]
        assert 'font-weight="650"' not in drawn["svg"]
        assert drawn["alt"]
        assert 0.2 < drawn["ratio"] < 2


def test_lists_that_the_reader_may_not_see_are_left_out() -> None:
    seen = given(tables=frozenset({"persons", "supporters", "states"}))
    assert seen["plan"] == []
    assert [name for name, value in seen.items() if value is None] == ["time", "roles", "chains", "costs"]
    assert given(tables=frozenset())["state"] is None


def test_every_amount_has_its_source() -> None:
    helps = [one for payer in given()["costs"]["payers"] for one in payer["helps"]]
    therapy = next(one for one in helps if one["title"] == "Therapie")
    assert "raamcontract" in therapy["from"]
    assert "Rekeningen" in therapy["from"]
    assert next(one for one in helps if one["title"] == "Hulp thuis")["mid"] == "niet bekend"


def test_a_high_timeline_comes_in_slices_that_paper_can_break() -> None:
    picture = TimelinePicture(
        title="t", today=TODAY, today_label="nu", month_names=("m",) * 12, rows=(row(20), row(20), row(20))
    )
    found = timelines(picture)
    assert found["whole"] is None
    assert len(found["slices"]["rows"]) == 3
    assert found["slices"]["head"]["alt"] == "t"
    low = timelines(replace(picture, rows=(row(3),)))
    assert low["slices"] is None
    assert low["whole"]["ratio"] < 1


def test_decisions_are_told_with_their_reason() -> None:
    said = next(one for one in given()["plan"] if one["title"] == "Besluiten")
    assert said["tables"][0]["rows"][0]["cells"][2] == ["School wilde sneller"]


def test_a_chain_keeps_its_layers() -> None:
    chain = given()["chains"]["rows"][0]
    assert chain["help"]["what"] == "Therapie"
    assert chain["layers"][0][0]["evidence"] == "measured"


def test_a_scene_is_all_it_needs() -> None:
    assert isinstance(scene_of_file(FULL, TODAY, "nl"), Scene)
