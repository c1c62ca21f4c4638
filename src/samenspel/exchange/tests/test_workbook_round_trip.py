"""A workbook that was filled from a household gives that household back, with the same keys."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekenmodel.values import Language
from samenspel.exchange.rules.file_findings import Severity
from samenspel.exchange.rules.workbook_reader import read_workbook
from samenspel.exchange.rules.workbook_template import filled, template
from samenspel.exchange.tests.strategies import households
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.network.rules import Organisation

DEMO = Path(__file__).parents[1] / "data" / "demo"


def carried(file: HouseholdFile) -> HouseholdFile:
    """What the sheets carry of a household."""
    return file.model_copy(
        update={
            "teams": (),
            "declarations": (),
            "effects": (),
            "states": (),
            "cases": tuple(row for row in file.cases if row.closed_on is None),
            "professionals": tuple(row.model_copy(update={"team": None}) for row in file.professionals),
            "relations": tuple(
                sorted(
                    (row.model_copy(update={"since": None, "until": None}) for row in file.relations),
                    key=lambda row: row.key,
                )
            ),
            "words": tuple(sorted(file.words, key=lambda row: row.key)),
        }
    )


def errors(data: bytes) -> list[str]:
    found = read_workbook(data, "x.xlsx").findings
    return [f"{one.where.nl}: {one.text.nl}" for one in found if one.severity is Severity.ERROR]


@settings(max_examples=25)
@given(households(), st.sampled_from(["nl", "en"]))
def test_filled_and_read_back_is_the_same(file: HouseholdFile, language: Language) -> None:
    data = filled(file, language)
    assert errors(data) == []
    read = read_workbook(data, "x.xlsx").file
    assert read is not None
    assert carried(read) == carried(file)


@pytest.mark.parametrize("path", sorted(DEMO.glob("huishouden-*.json")), ids=lambda path: path.stem)
def test_the_demo_households_come_back(path: Path) -> None:
    file = HouseholdFile.model_validate_json(path.read_bytes())
    outcome = read_workbook(filled(file, "nl"), "x.xlsx")
    assert outcome.findings == ()
    assert outcome.file is not None
    assert carried(outcome.file) == carried(file)


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_never_becomes_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    file = HouseholdFile(
        key="h",
        name=text,
        organisations=(Organisation(key="o", name=text),),
        help=(Help(key="a", title=text, organisation="o"),),
    )
    data = filled(file, "nl")
    cell = openpyxl.load_workbook(BytesIO(data))["hulp"]["A3"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)
    read = read_workbook(data, "x.xlsx").file
    assert read is not None
    assert read.help[0].title == text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_empty_template_only_lacks_a_name_and_help(language: Language) -> None:
    outcome = read_workbook(template(language), "x.xlsx")
    assert len(outcome.findings) == 2
    assert outcome.rows_good == outcome.rows_questioned == 0
