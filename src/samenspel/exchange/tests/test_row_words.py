"""A preview names rows and fields in words, never by key."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rekenmodel.values import Law, Text
from samenspel.exchange.rules.comparison import HELD
from samenspel.exchange.rules.row_words import changed_fields, heading, names_in, row_name, said
from samenspel.households.rules.record import Declaration, Facts, Relation
from samenspel.households.tests.cast import FULL


def test_every_field_has_a_heading() -> None:
    for table in HELD:
        for row in getattr(FULL, table):
            for field in type(row).model_fields.keys() - {"key"}:
                assert heading(table, field).en
    assert all(heading("household", field).nl for field in Facts.model_fields.keys() - {"key"})


def test_no_row_is_called_by_its_key() -> None:
    names = names_in(FULL)
    rows = [row for table in HELD for row in getattr(FULL, table)]
    assert [row for row in rows if row_name(row, names) in {row.key, "?"}] == []


def test_a_row_without_a_name_is_called_after_whom_it_is_about() -> None:
    row = Relation.model_validate({"key": "k", "person": "ada", "other": "bas", "kind": "parent"})
    assert row_name(row, {"ada": "Ada Vos", "bas": "Bas Vos"}) == "Ada Vos – Bas Vos"


def test_a_changed_amount_shows_old_and_new() -> None:
    row = Declaration(key="d", help="h", begin=date(2026, 1, 1), end=date(2026, 1, 31), cents=182150)
    (field,) = changed_fields("declarations", row, row.model_copy(update={"cents": 0}), {})
    assert [one.nl for one in field] == ["Bedrag", "€\u00a01.821,50", "€\u00a00,00"]


@pytest.mark.parametrize(
    ("field", "value", "nl", "en"),
    [
        ("since", date(2026, 3, 1), "1 maart 2026", "1 March 2026"),
        ("since", None, "leeg", "empty"),
        ("stays", True, "ja", "yes"),
        ("quantity", Decimal("2.50"), "2,5", "2.5"),
        ("for_whom", ("ada", "x"), "Ada Vos, x", "Ada Vos, x"),
        ("law", Law.JEUGDWET, "Jeugdwet", "Youth Act"),
        ("note", "ada", "ada", "ada"),
    ],
)
def test_values_are_said_in_words(field: str, value: Any, nl: str, en: str) -> None:
    assert said(field, value, {"ada": "Ada Vos"}) == Text(nl, en)
