"""The network's own prices and assumptions: out to a workbook and back, and everything wrong by its cell."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from rekenmodel.costs import Unit
from rekenmodel.values import Law, Payer, PriceConcept, RefusedError
from samenspel.scenarios.rules.codes import ListKind, Spread
from samenspel.scenarios.rules.list_library import library_rows
from samenspel.scenarios.rules.list_workbook import COLUMNS, letter, read_list
from samenspel.scenarios.rules.list_workbook_out import list_workbook
from samenspel.scenarios.rules.lists import OwnAssumption, OwnPrice, basis
from samenspel.scenarios.rules.price_page import price_page, price_preview, value_said
from samenspel.scenarios.rules.said import Tongue

MADE = datetime(2026, 11, 22, tzinfo=UTC)
PRICE = OwnPrice(
    key="uur",
    item="Uur begeleiding",
    amount=Decimal("81.50"),
    low=Decimal(70),
    high=Decimal(90),
    unit=Unit.HOUR,
    price_year=2026,
    concept=PriceConcept.TARIFF,
    payer=Payer.MUNICIPALITY,
    law=Law.JEUGDWET,
    source="contract",
    confidence=8,
    entered_by="Ton",
)
CHANCE = OwnAssumption(
    key="event.crisis.chance",
    name="Kans op een crisis",
    shape=Spread.PERT,
    low=0.05,
    mid=0.1,
    high=0.3,
    unit="per jaar",
    source="cijfers van de crisisdienst",
    confidence=6,
    entered_by="Ton",
)
HEADS = [column.heading.nl for column in COLUMNS[ListKind.PRICES]]
GOOD = [
    "uur", "Uur", 81.5, 70, 90, "uur", 2026, "tarief", "gemeente", "Jeugdwet", "contract", 8, "Ton"
]  # fmt: skip


def book(*rows: list[Any]) -> bytes:
    made = Workbook()
    for row in (HEADS, *rows):
        made.active.append(row)  # type: ignore[union-attr]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def wrong(*rows: list[Any]) -> list[str]:
    return [problem.cell for problem in read_list(book(*rows), ListKind.PRICES).problems]


def replaced(field: str, value: Any) -> list[Any]:
    place = [column.field for column in COLUMNS[ListKind.PRICES]].index(field)
    return [*GOOD[:place], value, *GOOD[place + 1 :]]


@pytest.mark.parametrize(("kind", "entry"), [(ListKind.PRICES, PRICE), (ListKind.ASSUMPTIONS, CHANCE)])
def test_a_list_comes_back_from_its_own_workbook(kind: ListKind, entry: Any) -> None:
    read = read_list(list_workbook(kind, [entry], MADE), kind)
    assert read.problems == ()
    assert [found for _, found in read.entries] == [entry]


words = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f"), min_size=1)
said = words.map(str.strip).filter(bool).map(lambda text: text[:60].strip()).filter(bool)


@given(
    st.lists(
        st.builds(
            lambda key, item, cents, sure: PRICE.model_copy(
                update={
                    "key": key,
                    "item": item,
                    "amount": Decimal(cents) / 100,
                    "low": None,
                    "high": None,
                    "confidence": sure,
                }
            ),
            st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
            said.filter(lambda text: not text.replace(".", "").replace(",", "").isnumeric()),
            st.integers(0, 9_999_999),
            st.integers(1, 10),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda entry: entry.key,
    )
)
def test_any_list_comes_back(entries: list[OwnPrice]) -> None:
    read = read_list(list_workbook(ListKind.PRICES, entries, MADE), ListKind.PRICES)
    assert read.problems == ()
    assert [found for _, found in read.entries] == entries


@pytest.mark.parametrize(
    ("field", "value", "cell"),
    [
        ("amount", "veel", "C2"),
        ("amount", -1, "C2"),
        ("amount", None, "C2"),
        ("price_year", None, "G2"),
        ("price_year", "soms", "G2"),
        ("unit", "zak", "F2"),
        ("concept", "gokje", "H2"),
        ("payer", "de buurman", "I2"),
        ("confidence", 0, "L2"),
        ("confidence", 11, "L2"),
        ("confidence", 5.5, "L2"),
        ("source", None, "K2"),
        ("entered_by", None, "M2"),
        ("key", "Met Hoofdletters", "A2"),
        ("low", 90, "C2"),
    ],
)
def test_every_mistake_is_said_at_its_cell(field: str, value: Any, cell: str) -> None:
    assert cell in wrong(replaced(field, value))


def test_a_formula_is_not_believed() -> None:
    assert wrong(replaced("amount", "=2*40")) == ["C2"]


def test_a_key_that_comes_twice_is_said_at_the_second() -> None:
    assert wrong(GOOD, GOOD) == ["A3"]


def test_another_workbook_is_refused_with_the_headings_that_are_needed() -> None:
    with pytest.raises(RefusedError) as refused:
        read_list(list_workbook(ListKind.ASSUMPTIONS, [CHANCE], MADE), ListKind.PRICES)
    assert "prijspeil" in refused.value.text.nl


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04rest", b"name;price\n"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        read_list(data, ListKind.PRICES)


def test_a_chance_over_one_and_a_low_above_the_middle_are_said_at_the_middle() -> None:
    for values in ({"high": 1.5}, {"low": 0.2}):
        data = list_workbook(ListKind.ASSUMPTIONS, [CHANCE.model_copy(update=values)], MADE)
        assert [problem.cell for problem in read_list(data, ListKind.ASSUMPTIONS).problems] == ["E2"]


def test_an_assumption_that_the_model_does_not_know_is_refused() -> None:
    data = list_workbook(ListKind.ASSUMPTIONS, [CHANCE.model_copy(update={"key": "no.such"})], MADE)
    assert [problem.cell for problem in read_list(data, ListKind.ASSUMPTIONS).problems] == ["A2"]


@pytest.mark.parametrize("kind", list(ListKind))
def test_without_own_entries_the_workbook_holds_the_rows_of_the_program_and_the_words(kind: ListKind) -> None:
    data = list_workbook(kind, [], MADE)
    book = load_workbook(BytesIO(data))
    rows = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == list(library_rows(kind))
    words = {row[0]: row[1:] for row in book["Woorden"].iter_cols(values_only=True)}
    assert ("uur" in words["per"]) if kind is ListKind.PRICES else ("scheef" in words["verdeling"])
    read = read_list(data, kind)
    assert (read.entries, read.problems) == ((), ()), "what was not changed does not become the network's own"


def test_a_changed_row_of_the_program_comes_in_with_what_it_was() -> None:
    kind = ListKind.ASSUMPTIONS
    book = load_workbook(BytesIO(list_workbook(kind, [], MADE)))
    page = book.worksheets[0]
    row = 2 + list(library_rows(kind)).index("event.crisis.chance")
    between = [Decimal(str(page.cell(row, place).value)) for place in (4, 6)]
    page.cell(row, 5).value = sum(between) / 2
    out = BytesIO()
    book.save(out)
    read = read_list(out.getvalue(), kind)
    assert [(at, entry.key) for at, entry in read.entries] == [(row, "event.crisis.chance")]
    change = price_preview("k", "a.xlsx", read, [], Tongue("nl")).changes[0]
    shown = next(one for one in price_page(kind, "N", [], [], None, Tongue("nl"), writes=True).rows
                 if one.key == "event.crisis.chance")  # fmt: skip
    assert (change.kind, change.before) == ("changed", f"{shown.value} ({shown.span})")


def test_a_price_in_the_place_of_one_of_the_program_shows_that_one_and_gives_it_back() -> None:
    key, row = next(iter(library_rows(ListKind.PRICES).items()))
    own = PRICE.model_copy(update={"key": key})
    read = read_list(list_workbook(ListKind.PRICES, [own], MADE), ListKind.PRICES)
    (change,) = price_preview("k", "p.xlsx", read, [], Tongue("nl")).changes
    assert change.kind == "changed"
    assert change.before.endswith(f"({row['price_year']})")
    other = read_list(list_workbook(ListKind.PRICES, [PRICE], MADE), ListKind.PRICES)
    gone = price_preview("k", "p.xlsx", other, [own], Tongue("nl")).changes[-1]
    assert (gone.kind, gone.after) == ("gone", change.before)


def test_own_entries_take_the_place_of_those_of_the_program() -> None:
    known = next(iter(basis().prices.items))
    found = basis([PRICE.model_copy(update={"key": known})], [CHANCE])
    assert found.prices.items[known].item == "Uur begeleiding"
    assert len(found.prices.items) == len(basis().prices.items)
    assert found.assumptions.get("event.crisis.chance").source == "cijfers van de crisisdienst"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_preview_says_what_is_new_changed_gone_and_wrong(language: Any) -> None:
    dearer = PRICE.model_copy(update={"amount": Decimal(85)})
    other = PRICE.model_copy(update={"key": "dag"})
    gone = PRICE.model_copy(update={"key": "oud"})
    read = read_list(list_workbook(ListKind.PRICES, [dearer, other], MADE), ListKind.PRICES)
    preview = price_preview("k", "prijzen.xlsx", read, [PRICE, gone], Tongue(language))
    assert [change.kind for change in preview.changes] == ["changed", "new", "gone"]
    assert preview.wrong == 0
    bad = price_preview(
        "k", "p.xlsx", read_list(book(replaced("unit", "zak")), ListKind.PRICES), [], Tongue(language)
    )
    assert [(change.kind, change.cell) for change in bad.changes] == [("wrong", "F2")]


@pytest.mark.parametrize("kind", list(ListKind))
def test_the_page_shows_own_entries_first_and_all_others(kind: ListKind) -> None:
    own = PRICE if kind is ListKind.PRICES else CHANCE
    page = price_page(kind, "Noord", [own], [], 1, Tongue("nl"), writes=True)
    assert [row.own for row in page.rows[:2]] == [True, False]
    assert page.rows[0].key == own.key
    assert len({row.key for row in page.rows}) == len(page.rows)
    assert page.sentence.startswith("We rekenen met 1 eigen")


def test_numbers_of_a_list_are_dutch_on_a_dutch_page() -> None:
    assert value_said(CHANCE, Tongue("nl")).startswith("0,1 (")
    assert value_said(CHANCE, Tongue("en")).startswith("0.1 (")
    page = price_page(ListKind.ASSUMPTIONS, "Noord", [CHANCE], [], 1, Tongue("nl"), writes=True)
    assert page.rows[0].value == "0,1"
    assert not [row for row in page.rows if re.search(r"\d\.\d{1,2}\b|e[+-]\d", row.value + row.span)]


def test_letters_of_columns() -> None:
    assert [letter(number) for number in (1, 26, 27, 52)] == ["A", "Z", "AA", "AZ"]
