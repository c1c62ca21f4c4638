"""Every euro opens to price x quantity x period x source."""

from datetime import date

import pytest

from rekenmodel.costs import CostEntry, HelpCost, Period, explain
from rekenmodel.costs.tests.examples import bill, help_line, price, table
from rekenmodel.values import Language

APRIL = (date(2026, 4, 1), date(2026, 4, 30))


def entry_of(line: HelpCost, month: str = "2026-04") -> CostEntry:
    (entry,) = table(line, first=month, last=month).entries
    return entry


def said(entry: CostEntry, language: Language) -> list[str]:
    return [text.say(language).replace("\u00a0", " ") for text in explain(entry)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nl",
            [
                "2 uur per week × 2,14 (15 van 30 dagen) × € 60,00 = € 257 (van € 231 tot € 283).",
                "Prijs: € 60,00, prijs van 2026. Bron: contract 12.",
            ],
        ),
        (
            "en",
            [
                "2 hours per week × 2.14 (15 of 30 days) × €60.00 = €257 (from €231 to €283).",
                "Price: €60.00, price of 2026. Source: contract 12.",
            ],
        ),
    ],
)
def test_a_tariff_opens_to_its_product_and_its_source(language: Language, sentences: list[str]) -> None:
    entry = entry_of(help_line(cost=price(), period=Period.WEEK, since=date(2026, 4, 16)))
    assert said(entry, language) == sentences


def test_a_converted_price_shows_the_index() -> None:
    sentences = said(entry_of(help_line(cost=price("60", 2022), quantity="1.5")), "nl")
    assert sentences[0].startswith("1,5 uur per maand × 1 (30 van 30 dagen) × € 68,04 = € 102")
    assert sentences[1].startswith("Prijs: € 60,00, prijs van 2022, maal 1,134 naar 2026")


def test_what_is_paid_once_has_no_days() -> None:
    entry = entry_of(help_line(cost=price(), period=Period.ONCE, since=date(2026, 4, 3)))
    assert said(entry, "nl")[0] == "2 uur (eenmalig) × € 60,00 = € 120 (van € 108 tot € 132)."


def test_a_bill_opens_to_its_lines_and_keeps_the_price_beside_it() -> None:
    bills = (bill(*APRIL, 13050, "D7"), bill(*APRIL, -1000, "C8", "D7"))
    entry = entry_of(help_line(cost=price(), declared=bills))
    assert said(entry, "nl")[:3] == [
        "Rekening D7, 1 april 2026 tot en met 30 april 2026: € 130,50 in deze maand.",
        "Teruggave C8, 1 april 2026 tot en met 30 april 2026: −€ 10,00 in deze maand.",
        "Volgens de prijs: 2 uur per maand × 1 (30 van 30 dagen) × € 60,00 = € 120 (van € 108 tot € 132).",
    ]
    assert said(entry, "en")[1] == "Credit C8, 1 April 2026 to 30 April 2026: −€10.00 in this month."
    assert said(entry, "en")[2].startswith("By the price: 2 hours per month")


def test_an_old_bill_says_how_it_was_converted() -> None:
    old = bill(date(2024, 4, 1), date(2024, 4, 30), 10000)
    entry = entry_of(help_line(since=date(2024, 1, 1), declared=(old,)), "2024-04")
    assert said(entry, "en") == [
        "Bill D1, 1 April 2024 to 30 April 2024: €100.00 in this month "
        "(price of 2024, times 1.057 to 2026 (index partly forecast))."
    ]


def test_a_bill_before_the_help_has_no_price_beside_it() -> None:
    entry = entry_of(help_line(cost=price(), since=date(2026, 5, 1), declared=(bill(*APRIL, 100),)))
    assert len(said(entry, "nl")) == 1


def test_unknown_says_what_to_fill_in_and_what_was_granted() -> None:
    assert said(entry_of(help_line(assigned=250000)), "nl") == [
        "We weten niet wat dit kost. Vul de prijs en de hoeveelheid in.",
        "Toegekend budget: € 2.500.",
    ]
