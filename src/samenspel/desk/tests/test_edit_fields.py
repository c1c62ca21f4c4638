"""Every list has an editor and every column a field; a choice never breaks a rule."""

import pytest

from rekenmodel.costs import load_price_list
from rekenmodel.signals import LeadScope
from samenspel.desk.rules.fields import Around, Form, Option
from samenspel.desk.rules.filling import Box, boxes, in_words, keep_order, preset, read_part, snapshot
from samenspel.desk.rules.forms import FORMS
from samenspel.desk.rules.titles import LIST_NAMES, referring, title_of
from samenspel.desk.rules.typed import Input
from samenspel.households.rules.faults import faults_of_row
from samenspel.households.rules.record import Facts, Lead
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL

AROUND = Around(FULL, load_price_list())


def columns(form: Form) -> list[str]:
    return sorted(column for part in form.parts for column in part.columns)


@pytest.mark.parametrize("table", TABLES)
def test_an_editor_covers_every_column_once(table: str) -> None:
    assert columns(FORMS[table]) == sorted(set(TABLES[table].row.model_fields) - {"key"})


def test_the_household_itself_has_an_editor() -> None:
    assert set(FORMS) == {*TABLES, "household"}
    assert columns(FORMS["household"]) == sorted(set(Facts.model_fields) - {"key"})


@pytest.mark.parametrize("table", TABLES)
def test_a_new_row_asks_for_all_that_it_cannot_do_without(table: str) -> None:
    asked = {column for name in FORMS[table].asked for column in FORMS[table].part(name).columns}  # type: ignore[union-attr]
    needed = {name for name, field in TABLES[table].row.model_fields.items() if field.is_required()}
    assert needed - {"key"} <= asked


@pytest.mark.parametrize("table", TABLES)
def test_what_stands_in_the_fields_is_read_back_as_the_same_row(table: str) -> None:
    form, shape = FORMS[table], TABLES[table].row
    for row in getattr(FULL, table):
        values = row.model_dump()
        for part in form.parts:
            sent = {box.field.name: typed_in(box) for box in boxes(part, shape, values, AROUND, "nl")}
            filled = read_part(part, shape, sent, AROUND)
            assert filled.wrong == {}
            assert keep_order(filled.values, values) == {name: values[name] for name in filled.values}


def typed_in(box: Box) -> list[str]:
    """What a browser sends of a field."""
    if box.field.kind in {Input.ONE, Input.MORE}:
        return [choice.value for _, choices in box.choices for choice in choices if choice.chosen]
    return [box.typed] if box.typed else []


def lead_options(name: str) -> list[Option]:
    part = FORMS["leads"].part(name)
    assert part is not None
    return list(part.fields[0].options(AROUND))


def test_every_lead_that_can_be_chosen_is_right() -> None:
    for holder in lead_options("holder"):
        for subject in lead_options("scope"):
            row = Lead.model_validate({"key": "x", **holder.sets, **subject.sets})
            assert faults_of_row("leads", row) == []


def test_one_choice_says_on_what_somebody_leads() -> None:
    sets = next(option.sets for option in lead_options("scope") if option.value == "domain:money")
    assert sets == {"scope": LeadScope.DOMAIN, "domain": "money", "help": None, "goal": None}


def test_a_link_fills_in_what_it_knows() -> None:
    given = {
        "scope": ["domain"],
        "domain": ["money"],
        "professional": ["lia-tol"],
        "person": [],
        "since": ["x"],
    }
    known = preset(FORMS["leads"], {name: value for name, value in given.items() if value}, AROUND)
    assert (known["scope"], known["domain"], known["professional"]) == ("domain", "money", "lia-tol")
    assert "since" not in known


@pytest.mark.parametrize("given", [{"domain": ["money"]}, {"domains": ["money", "unknown"]}])
def test_a_link_may_say_domain_or_domains(given: dict[str, list[str]]) -> None:
    assert preset(FORMS["help"], given, AROUND)["domains"] == ("money",)


def test_a_link_that_says_half_chooses_nothing() -> None:
    assert "scope" not in preset(FORMS["leads"], {"scope": ["domain"]}, AROUND)
    assert preset(FORMS["leads"], {"scope": ["case"]}, AROUND)["scope"] == "case"


def test_help_does_not_clash_with_itself() -> None:
    part = FORMS["help"].part("conflicts_with")
    assert part is not None
    around = Around(FULL, load_price_list(), "help", "therapie")
    assert [option.value for option in part.fields[0].options(around)] == ["thuis"]


def test_people_stand_under_their_organisation() -> None:
    groups = {option.value: option.group.nl for option in lead_options("holder")}
    assert groups["professional:lia-tol"] == "Gemeente"
    assert groups["person:ada"] == "Gezin"
    assert groups["supporter:opa"] == "Naasten"


def test_what_somebody_else_filled_in_is_said_in_words() -> None:
    row = next(row for row in FULL.help if row.key == "therapie")
    form = FORMS["help"]
    said = [
        in_words(part, row.model_dump(), AROUND, "nl")
        for name in ("planned_end", "domains", "quantity", "stays", "organisation")
        if (part := form.part(name))
    ]
    assert said == [
        "01-02-2027",
        "ontwikkeling en school, psychische gezondheid",
        "1,5, uur, per week",
        "nee",
        "De Haven",
    ]


def test_a_snapshot_tells_two_values_apart() -> None:
    part = FORMS["help"].part("quantity")
    assert part is not None
    row = next(row for row in FULL.help if row.key == "therapie").model_dump()
    assert snapshot(part, row) == snapshot(part, dict(row))
    assert snapshot(part, row) != snapshot(part, row | {"quantity": 2})


def test_every_row_has_a_title() -> None:
    said = {name: title_of(name, row, FULL).nl for name in TABLES for row in getattr(FULL, name)}
    assert said["relations"] == "Ada Vos, ouder van Bas Vos"
    assert said["leads"] == "Jo Berg: psychische gezondheid"
    assert said["declarations"] == "Therapie, −€\u00a0101,17"
    assert all(said.values())
    assert set(LIST_NAMES) == {*TABLES, "household"}


def test_who_names_a_row_is_found_everywhere() -> None:
    named = [(name, row.key) for name, row in referring(FULL, "persons", "ada")]
    assert named == [("household", "vos"), ("relations", "ada-bas"), ("words", "w1")]


def test_fields_without_choice_have_none() -> None:
    typed = [each for form in FORMS.values() for part in form.parts for each in part.fields]
    assert all(bool(list(each.options(AROUND))) is (each.kind in {Input.ONE, Input.MORE}) for each in typed)


def test_a_price_without_a_year_says_so() -> None:
    part = FORMS["help"].part("price_key")
    assert part is not None
    said = [option.label for option in part.fields[0].options(AROUND)]
    assert any(label.nl.endswith("(jaar onbekend)") for label in said)
    assert any(label.en.endswith("(year unknown)") for label in said)
    assert not any("None" in label.nl + label.en for label in said)
