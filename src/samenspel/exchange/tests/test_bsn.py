"""A citizen service number is refused wherever it stands, and is never repeated."""

import pytest

from samenspel.exchange.models import Proposal
from samenspel.exchange.rules.bsn import holds_bsn, masked
from samenspel.exchange.rules.file_json import read_file
from samenspel.exchange.rules.workbook_reader import read_workbook
from samenspel.exchange.tests.importing import as_json, brought_in, case_lead, households
from samenspel.exchange.tests.workbooks import HELP, said, workbook
from samenspel.households.tests.cast import FULL


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BSN 111222333", True),
        ("1112.22.333 van Ada", True),
        ("111-222-333", True),
        ("111222334", False),
        ("bel 0201112223 of 06 11122233", False),
        ("r111222333abc", False),
        ("jw-0518-111222333", False),
    ],
)
def test_nine_figures_that_pass_are_a_bsn(text: str, found: bool) -> None:
    assert holds_bsn(text) is found


def test_only_the_end_is_repeated() -> None:
    assert masked("Ada 111222333, 111222334") == "Ada ******333, 111222334"


@pytest.mark.parametrize("heading", ["Opmerking", "Van welke organisatie?", "Onbekende kop", "Sinds"])
def test_a_bsn_in_any_cell_is_an_error_with_its_place(heading: str) -> None:
    headings, row = [*HELP[0], "Opmerking", "Onbekende kop", "Sinds"], [*HELP[1], "", "", ""]
    row[headings.index(heading)] = "BSN 111222333"
    outcome = read_workbook(workbook(hulp=[headings, row]), "x.xlsx")
    assert outcome.file is None
    assert "111222333" not in str(outcome)
    assert any("burgerservicenummer" in line and "blad hulp, rij 2" in line for line in said(outcome))


def test_a_bsn_in_a_file_is_an_error_with_its_place() -> None:
    goals = [goal.model_dump() | {"own_words": "Bas 111222333"} for goal in FULL.goals]
    outcome = read_file(as_json(goals=goals), "x.json")
    assert (outcome.file, outcome.findings[0].path) == (None, "goals[0].own_words")
    assert "eindigt op 333" in outcome.findings[0].text.nl
    assert "111222333" not in str(outcome)


@pytest.mark.django_db
def test_nothing_of_a_file_with_a_bsn_is_written_or_repeated() -> None:
    batch = brought_in(case_lead(), ("Ada 111222333.json", as_json(name="Gezin 111222333")))
    assert households() == {}
    rows = list(Proposal.objects.filter(batch=batch).values())
    assert "111222333" not in f"{rows} {batch.names} {batch.notices}"
