"""What people type in a workbook, right and wrong, and what is said about it."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from rekenmodel.signals import LeadScope
from rekenmodel.values import LifeDomain
from samenspel.exchange.rules.workbook_reader import read_workbook
from samenspel.exchange.rules.workbook_template import template
from samenspel.exchange.tests.workbooks import FAMILY, HELP, help_with, questions, read, said, saved, workbook
from samenspel.households.rules.codes import Authority, RelationKind
from samenspel.households.rules.record import HouseholdFile

ROW = [["Wat is de hulp?", "Van welke organisatie?"]]


def good(**sheets: list[list[Any]]) -> HouseholdFile:
    outcome = read(**sheets)
    assert outcome.file is not None, said(outcome)
    return outcome.file


def test_a_small_workbook_gives_a_household() -> None:
    outcome = read()
    assert outcome.file is not None
    assert (outcome.rows_good, outcome.findings) == (5, ())
    assert [row.name for row in outcome.file.persons] == ["Anna de Boer", "Noor de Boer"]
    assert outcome.file.supporters[0].key == "riet-bos"
    assert outcome.file.help[0].professional == outcome.file.professionals[0].key == "karim-haddad"
    assert outcome.file.help[0].organisation == outcome.file.organisations[0].key == "de-schakel"


def test_the_same_workbook_gives_the_same_keys() -> None:
    rows = [*ROW, *([["Begeleiding", f"Organisatie {letter}"] for letter in "ABA"])]
    assert good(hulp=rows) == good(hulp=rows)
    assert [row.key for row in good(hulp=rows).help] == [
        "begeleiding-organisatie-a",
        "begeleiding-organisatie-b",
        "begeleiding-organisatie-a-2",
    ]


def test_the_filled_in_template_is_read() -> None:
    book = openpyxl.load_workbook(BytesIO(template("nl")))
    book["huishouden"]["B3"] = "Familie De Boer"
    for column, value in {
        "A": "Gezinshulp",
        "C": "De Schakel",
        "H": "1-9-2026",
        "L": "2,5",
        "M": "uur",
        "N": "per week",
    }.items():
        book["hulp"][f"{column}4"] = value
    outcome = read_workbook(saved(book), "x.xlsx")
    assert outcome.file is not None
    assert outcome.findings == ()
    assert (outcome.file.help[0].since, outcome.file.help[0].quantity) == (date(2026, 9, 1), Decimal("2.5"))


def test_a_changed_example_is_asked_about() -> None:
    book = openpyxl.load_workbook(BytesIO(template("nl")))
    book["hulp"]["U3"] = "echt waar"
    assert any("voorbeeldregel" in line for line in questions(read_workbook(saved(book), "x.xlsx")))


def test_english_headings_in_another_order_are_read() -> None:
    rows = [
        ["Of which organisation?", "life domains", "WHAT IS THE HELP ?"],
        ["De Schakel", "money and housing", "Guidance"],
    ]
    line = good(hulp=rows).help[0]
    assert (line.title, line.domains) == ("Guidance", (LifeDomain.MONEY, LifeDomain.HOUSING))


def test_every_problem_is_said_at_once_with_its_place() -> None:
    rows = [
        ["Wat is de hulp?", "Van welke organisatie?", "Sinds", "Hoeveel", "Leefgebied(en)"],
        ["Hulp", "De Schakel", "gisteren", "veel", "gelt"],
    ]
    assert [line.partition(":")[0] for line in said(read(hulp=rows))] == [
        "blad hulp, rij 2, kolom C (Sinds)",
        "blad hulp, rij 2, kolom D (Hoeveel)",
        "blad hulp, rij 2, kolom E (Leefgebied(en))",
    ]


@pytest.mark.parametrize(
    ("heading", "value", "words"),
    [
        ("Sinds", "=TODAY()", "Hier staat een formule. Plak de waarde."),
        ("Sinds", "31-2-2026", "bestaat niet"),
        ("Voor wie?", "Petra", "'Petra' staat niet bij het gezin"),
        ("Blijft?", "misschien", "Vul ja of nee in"),
        ("Prijs per eenheid", "85,20", "Vul bij een prijs ook de soort in"),
        ("Hoeveel", 4, "Vul alle drie in"),
        ("Wet", "Wtm", "kennen we niet"),
        ("Waarvoor precies?", "x" * 201, "te lang"),
        ("Waarvoor precies?", "x" * 6000, "langer dan 5000 tekens"),
        ("Opmerking", "#N/A", "Hier staat een fout"),
        ("Bij welk doel?", "Rust", "staat niet in deze werkmap"),
        ("Botst met welke hulp?", "Begeleiding", "niet met zichzelf"),
        ("Kenmerk (niet wijzigen)", "Fout Kenmerk", "kenmerk klopt niet"),
    ],
)
def test_a_wrong_cell_is_said_in_its_place(heading: str, value: object, words: str) -> None:
    outcome = help_with(heading, value)
    assert outcome.file is None
    assert any(line.startswith("blad hulp, rij 2, kolom D") and words in line for line in said(outcome)), (
        said(outcome)
    )
    assert outcome.rows_wrong == 1


@pytest.mark.parametrize(
    ("heading", "value", "words"),
    [
        ("Sinds", "december 2026", "1 december 2026"),
        ("Voor wie?", "Ana de Boer", "dezelfde als 'Anna de Boer'"),
        ("Hulpvraag", "iets", "De kolom 'Hulpvraag' kennen we niet"),
        (None, "iets", "geen kop"),
    ],
)
def test_a_doubtful_cell_is_asked_about(heading: str, value: object, words: str) -> None:
    outcome = help_with(heading, value)
    assert outcome.file is not None
    assert any(words in line for line in questions(outcome)), questions(outcome)


def test_an_end_before_the_start_stands_at_the_end() -> None:
    rows = [
        ["Wat is de hulp?", "Van welke organisatie?", "Sinds", "Gestopt op"],
        ["Hulp", "De Schakel", "2-1-2026", "1-1-2026"],
    ]
    (found,) = said(read(hulp=rows))
    assert found.startswith(
        "blad hulp, rij 2, kolom D (Gestopt op): Het einde van de hulp ligt voor 2-1-2026."
    )


def test_real_dates_and_numbers_are_read() -> None:
    rows: list[list[Any]] = [
        [
            "Wat is de hulp?",
            "Van welke organisatie?",
            "Sinds",
            "Prijs per eenheid",
            "Soort prijs",
            "Bron van de prijs",
        ],
        ["Hulp", "De Schakel", datetime(2026, 9, 1), 85.2, "tarief", "contract"],  # noqa: DTZ001
    ]
    line = good(hulp=rows).help[0]
    assert (line.since, line.price_cents) == (date(2026, 9, 1), 8520)


@pytest.mark.parametrize(
    ("typed", "who"), [("Anna; Noor", 2), ("anna en noor", 2), ("hele gezin", 2), ("Noor de Boer", 1)]
)
def test_for_whom_finds_people(typed: str, who: int) -> None:
    outcome = help_with("Voor wie?", typed)
    assert outcome.file is not None, said(outcome)
    assert len(outcome.file.help[0].for_whom) == who


def test_the_same_person_twice_is_an_error() -> None:
    rows = [
        ["Naam", "Gezin of naaste?", "Geboren op"],
        ["Noor", "gezin", "1-2-2014"],
        ["noor", "gezin", "1 feb 2014"],
    ]
    assert any("staat twee keer in de lijst" in line for line in said(read(mensen=rows)))


def test_the_same_name_twice_is_a_question() -> None:
    rows = [["Naam", "Gezin of naaste?"], ["Noor", "gezin"], ["Noor", "naaste"]]
    assert any("Is dit dezelfde persoon?" in line for line in questions(read(mensen=rows)))


def test_a_name_that_can_be_two_people_is_an_error() -> None:
    family = [*FAMILY, ["Anna Bos", "gezin"]]
    assert any(
        "kan meer dan één zijn" in line for line in said(help_with("Voor wie?", "Anna", mensen=family))
    )


def test_help_can_come_from_somebody_close_by_but_not_from_the_family() -> None:
    rows = [["Wat is de hulp?", "Door wie?"], ["Oppassen", "Riet"]]
    assert good(hulp=rows).help[0].supporter == "riet-bos"
    rows[1][1] = "Anna"
    assert any("hoort bij het gezin" in line for line in said(read(hulp=rows)))


def test_a_professional_needs_an_organisation() -> None:
    rows = [["Wat is de hulp?", "Door wie?"], ["Hulp", "Karim Haddad"]]
    assert any("Schrijf de organisatie erbij" in line for line in said(read(hulp=rows)))
    rows[1][1] = "Karim Haddad (De Schakel)"
    assert good(hulp=rows).professionals[0].organisation == "de-schakel"


def test_an_organisation_written_almost_the_same_is_asked_about() -> None:
    rows = [*ROW, ["Hulp", "De Schakel"], ["Andere hulp", "De Schakels"]]
    outcome = read(hulp=rows)
    assert outcome.file is not None
    assert len(outcome.file.organisations) == 2
    assert "Is 'De Schakels' dezelfde als 'De Schakel'?" in questions(outcome)[0]


def test_relations_are_read() -> None:
    rows = [
        ["Naam", "Gezin of naaste?", "Wat is deze persoon van wie?"],
        ["Anna", "gezin", "moeder van Noor en Sam (samen gezag), ex-partner van Piet"],
    ]
    rows += [[name, "gezin", ""] for name in ("Noor", "Sam", "Piet")]
    found = [(row.kind, row.other, row.authority) for row in good(mensen=rows).relations]
    assert found == [
        (RelationKind.PARENT, "noor", Authority.JOINT),
        (RelationKind.PARENT, "sam", Authority.JOINT),
        (RelationKind.FORMER_PARTNER, "piet", Authority.NONE),
    ]


def test_lead_on_a_domain_on_help_and_by_the_family() -> None:
    rows = [["Waarover?", "Welk leefgebied, welke hulp of welk doel?", "Wie?"]]
    rows += [["leefgebied", "geld", "Karim"], ["hulp", "begeleiding", "Karim Haddad"], ["casus", "", "Anna"]]
    one, two, three = good(regie=rows).leads
    assert (one.scope, one.domain, one.professional) == (LeadScope.DOMAIN, LifeDomain.MONEY, "karim-haddad")
    assert (two.help, three.person) == ("begeleiding-de-schakel", "anna-de-boer")


def test_the_plan_goes_to_five_lists() -> None:
    rows = [["Wat?", "Soort", "Wie?", "Leefgebied", "In eigen woorden, of waarom", "Afgesproken op"]]
    rows += [["Rust", "doel", "Noor", "", "slapen", ""], ["Schulden", "probleem", "", "geld", "", ""]]
    rows += [["Bellen", "afspraak", "allen", "", "", "1-11-2026"], ["Mail", "actie", "Karim", "", "", ""]]
    rows += [["Stop", "besluit", "tafel", "", "omdat", "1-11-2026"]]
    file = good(afspraken=rows)
    assert (file.goals[0].person, file.problems[0].domain) == ("noor-de-boer", LifeDomain.MONEY)
    assert (file.agreements[0].parties, file.actions[0].professional) == ("allen", "karim-haddad")
    assert (file.decisions[0].on, file.decisions[0].reason) == (date(2026, 11, 1), "omdat")


def test_the_case_and_own_words() -> None:
    rows: list[list[Any]] = [
        ["Hoe heet het huishouden?", "De Boer"],
        ["Wanneer begon de casus?", "1-9-2026"],
        ["Gemeente", 344],
    ]
    rows += [["Wat is eerst nodig?", "Rust", "Noor", "3-11-2026"], ["Van wie is het plan?", "Anna"]]
    file = good(huishouden=rows)
    assert (file.cases[0].key, file.municipality, file.plan_holder) == (
        "casus-2026-09-01",
        "0344",
        "anna-de-boer",
    )
    assert (file.words[0].text, file.words[0].person) == ("Rust", "noor-de-boer")


def test_without_a_name_or_help_there_is_no_household() -> None:
    outcome = read(huishouden=[["Gemeente", "0344"]], hulp=ROW)
    assert outcome.file is None
    assert len(said(outcome)) == 2


def test_merged_headings_are_refused() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook()))
    book["hulp"].merge_cells("B1:C1")
    assert any("samengevoegd" in line for line in said(read_workbook(saved(book), "x.xlsx")))


def test_the_same_heading_twice_is_refused() -> None:
    assert any("staat er twee keer" in line for line in said(help_with("Door wie?", "Karim")))


def test_a_sheet_without_headings_is_refused() -> None:
    assert any("regel met de koppen" in line for line in said(read(hulp=[["Begeleiding", "De Schakel"]])))


def test_an_unknown_sheet_is_asked_about() -> None:
    assert questions(read(Kladje=[["x"]])) == ["blad Kladje: Dit blad kennen we niet. We lezen het niet."]


def test_empty_lines_do_not_count() -> None:
    assert read(hulp=[*HELP, [], ["", " "], []]).rows_good == 5
