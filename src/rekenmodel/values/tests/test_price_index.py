"""Prices of one year become prices of another, and say what that rests on."""

import csv
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

import pytest

from rekenmodel.values import Certainty, Conversions, Outcome, PriceIndex, RefusedError, load_price_index

INDEX = load_price_index()
CSV = Path(__file__).parents[1] / "data" / "cpi_nl.csv"


def test_the_index_runs_from_the_oldest_price_to_now() -> None:
    assert list(INDEX.years) == list(range(2005, 2027))
    assert INDEX.newest == 2026
    assert all(entry.source for entry in INDEX.years.values())


def test_every_level_agrees_with_the_published_change() -> None:
    """The levels and the yearly changes come from different tables of CBS: they check each other."""
    rows = list(csv.DictReader(CSV.read_text(encoding="utf-8").splitlines()))
    for before, now in pairwise(rows):
        change = (Decimal(now["cpi"]) / Decimal(before["cpi"]) - 1) * 100
        assert abs(change - Decimal(now["change_percent"])) <= Decimal("0.055"), now["year"]


def test_a_price_of_2022_becomes_one_of_2024() -> None:
    conversion = INDEX.conversion(2022, 2024)
    assert conversion.factor == Decimal("130.31") / Decimal("121.43")
    assert (conversion.outcome, conversion.weakest) == (Outcome.CONVERTED, Certainty.PUBLISHED)
    assert conversion.text.nl == "prijs van 2022, maal 1,073 naar 2024"


def test_a_forecast_year_says_so() -> None:
    conversion = INDEX.conversion(2005, 2026)
    assert conversion.weakest is Certainty.EXTRAPOLATED
    assert conversion.text.en == "price of 2005, times 1.623 to 2026 (index partly forecast)"


@pytest.mark.parametrize(
    ("year", "outcome", "said"),
    [
        (2024, Outcome.SAME_YEAR, "prijs van 2024"),
        (None, Outcome.UNDATED, "prijs zonder jaar, niet omgerekend"),
        (1999, Outcome.OUTSIDE_INDEX, "prijs van 1999, niet omgerekend: dat jaar staat niet in de index"),
    ],
)
def test_what_is_not_converted_says_why(year: int | None, outcome: Outcome, said: str) -> None:
    conversion = INDEX.conversion(year, 2024)
    assert (conversion.factor, conversion.outcome, conversion.weakest) == (Decimal(1), outcome, None)
    assert conversion.text.nl == said


def test_a_year_beyond_the_index_cannot_be_asked() -> None:
    with pytest.raises(RefusedError, match="Choose 2005 to 2026"):
        INDEX.conversion(2022, 2031)


def test_conversions_to_one_year_are_worked_out_once() -> None:
    conversions = Conversions(INDEX, 2024)
    assert conversions[2022] == INDEX.conversion(2022, 2024)
    assert conversions[2022] is conversions[2022]
    assert conversions[None].outcome is Outcome.UNDATED
    with pytest.raises(RefusedError, match="Choose 2005 to 2026"):
        Conversions(INDEX, 2031)[2022]


def test_there_and_back_is_the_same_price() -> None:
    there, back = INDEX.conversion(2011, 2025), INDEX.conversion(2025, 2011)
    assert round(there.factor * back.factor, 20) == 1


def test_an_index_without_years_is_refused() -> None:
    with pytest.raises(RefusedError, match="at least one year"):
        PriceIndex(MappingProxyType({}))


def test_an_index_of_zero_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "index.csv"
    file.write_text("year,cpi,status,source\n2020,0,published,made up\n", encoding="utf-8")
    with pytest.raises(RefusedError, match="above zero"):
        load_price_index(file)
