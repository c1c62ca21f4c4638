"""The default price list is sound, and a wrong one is refused with what to do."""

from decimal import Decimal
from pathlib import Path

import pytest

from rekenmodel.costs import (
    DEFAULT_PRICES,
    Period,
    PriceListError,
    Unit,
    load_price_list,
    period_name,
    read_price_rows,
    unit_name,
)
from rekenmodel.values import Law, Payer, PriceConcept, RefusedError, Text

PRICES = load_price_list()
GOOD = {
    "key": "steun",
    "item": "Steun",
    "amount": "60,50",
    "unit": "hour",
    "concept": "tariff",
    "source": "contract 12",
}


def problem(**cells: str) -> tuple[int, str, str]:
    """Return the row, column and English text of the one problem with a good row that was changed."""
    with pytest.raises(PriceListError) as refused:
        read_price_rows([{**GOOD, **cells}])
    (found,) = refused.value.problems
    return found.row, found.column, found.text.en


def test_the_default_list_holds_223_prices_with_a_source() -> None:
    assert len(PRICES.items) == 223
    assert all(item.price.source and item.source_url for item in PRICES.items.values())
    assert sum(item.price.price_year is None for item in PRICES.items.values()) == 8


def test_an_item_has_its_payer_law_and_the_words_of_the_source() -> None:
    item = PRICES.find("huishoudelijke-hulp-thuis")
    assert (item.price.amount, item.price.price_year, item.unit) == (Decimal("32.76"), 2022, Unit.HOUR)
    assert (item.payer, item.payer_text, item.law) == (Payer.MUNICIPALITY, "gemeente", Law.WMO)
    assert item.price.concept is PriceConcept.REFERENCE


def test_an_item_with_two_possible_payers_has_none() -> None:
    item = PRICES.find("behandeling-thuis-per-uur")
    assert (item.payer, item.payer_text, item.law) == (None, "zorgkantoor of zorgverzekeraar", None)


def test_the_range_of_a_source_is_kept() -> None:
    price = PRICES.find("wmo-begeleiding").price
    assert (price.low, price.amount, price.high) == (Decimal(62), Decimal(71), Decimal(88))


def test_an_unknown_key_says_what_to_do() -> None:
    with pytest.raises(RefusedError, match="Search for a word"):
        PRICES.find("nergens")


def test_a_product_code_is_found_first() -> None:
    assert [item.code for item in PRICES.search("54001")] == ["54001", "54001"]
    assert PRICES.search("45a48")[0].code == "45A48"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("logopedie", "logopedie-per-zitting"),
        ("JEUGDIGE dyslexie", None),
        ("dyslexië", "dyslexie-diagnostiek-en-behandeling-bollenstreek"),
        ("  ", None),
    ],
)
def test_words_are_searched_without_accents_and_capitals(words: str, first: str | None) -> None:
    found = PRICES.search(words)
    assert (found[0].key if found else None) == first


def test_a_search_is_limited() -> None:
    assert len(PRICES.search("begeleiding", limit=3)) == 3


def test_a_row_reads_with_a_decimal_comma_and_empty_cells() -> None:
    item = read_price_rows([{**GOOD, "payer": None}]).find("steun")
    assert (item.price.amount, item.price.price_year) == (Decimal("60.50"), None)
    assert (item.payer, item.law, item.note) == (None, None, Text("", ""))


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("key", "", "This cell is empty. Fill it in."),
        ("amount", "", "This cell is empty. Fill it in."),
        ("amount", "veel", "“veel” is no amount. Fill in a number of zero or more."),
        ("amount", "-3", "“-3” is no amount. Fill in a number of zero or more."),
        ("low", "x", "“x” is no amount. Fill in a number of zero or more."),
        ("concept", "gok", "“gok” is unknown. Choose from: "),
        ("payer", "oma", "“oma” is unknown. Choose from: "),
        ("unit", "", "This cell is empty. Fill it in."),
        ("price_year", "22", "“22” is no year."),
        ("price_year", "vorig jaar", "“vorig jaar” is no year."),
        ("note_nl", "alleen Nederlands", "Give the note in both languages."),
    ],
)
def test_a_wrong_cell_names_its_row_and_column(column: str, cell: str, said: str) -> None:
    row, where, text = problem(**{column: cell})
    assert (row, where) == (2, column)
    assert text.startswith(said)


def test_a_price_outside_its_range_is_refused() -> None:
    assert problem(low="70", high="80")[1] == "amount"


def test_the_same_key_twice_is_refused_and_all_problems_are_told() -> None:
    with pytest.raises(PriceListError) as refused:
        read_price_rows([GOOD, GOOD, {**GOOD, "key": "anders", "unit": "el"}])
    assert [(one.row, one.column) for one in refused.value.problems] == [(3, "key"), (4, "unit")]
    assert refused.value.text.nl.startswith("Rij 3, kolom key: Deze sleutel staat er al.")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    text = DEFAULT_PRICES.read_text(encoding="utf-8")
    file = tmp_path / "prices.csv"
    file.write_text(text.replace("concept", "soort", 1), encoding="utf-8")
    with pytest.raises(PriceListError, match="Row 1, column concept: This column is missing"):
        load_price_list(file)


def test_an_empty_file_misses_every_column(tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_text("", encoding="utf-8")
    with pytest.raises(PriceListError, match="Row 1, column key"):
        load_price_list(file)


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_name(unit: Unit) -> None:
    assert unit_name(unit).nl
    assert unit_name(unit, 2).en != unit_name(unit).en


@pytest.mark.parametrize("period", Period)
def test_every_period_has_a_name(period: Period) -> None:
    assert period_name(period).nl
