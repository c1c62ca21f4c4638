"""Rules on who gets which help: assignments, starts and stops, requests and their answers."""

from collections.abc import Callable
from datetime import date

from rekenmodel.values import Text, day
from samenspel.exchange.rules.ijw_xml import Node

Check = Callable[[Node], Text | None]
WEEKLY = "2"
REMOVED = "13"
DELIVERIES = frozenset({"1", "3"})
UNITS_NOT_PER_DAY = frozenset({"14", "16", "83", "84"})


def days_of(node: Node, begin: str, end: str) -> tuple[date, date] | None:
    """The days of two elements, none when one of them is missing."""
    first, last = node.value(begin), node.value(end)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def end_before_start(begin: str, end: str) -> Check:
    """Make the check that `end` is not before `begin` (CS003)."""

    def check(node: Node) -> Text | None:
        days = days_of(node, begin, end)
        if days is None or days[1] >= days[0]:
            return None
        return Text(
            nl=f"De einddatum {day(days[1], 'nl')} ligt voor de begindatum {day(days[0], 'nl')}. "
            "Vraag de afzender welke datum klopt.",
            en=f"The end date {day(days[1], 'en')} is before the begin date {day(days[0], 'en')}. "
            "Ask the sender which date is right.",
        )

    return check


def unknown_delivery(node: Node) -> Text | None:
    """Only a first delivery (1) or a removal (3) is used (CS058)."""
    if node.value("StatusAanlevering") in DELIVERIES:
        return None
    return Text(
        nl="StatusAanlevering moet 1 (eerste) of 3 (verwijderen) zijn. Vraag de afzender wat hij bedoelt.",
        en="StatusAanlevering must be 1 (first) or 3 (remove). Ask the sender what is meant.",
    )


def removed_with_length(node: Node) -> Text | None:
    """A removed assignment ends on the day it starts (CS335)."""
    if node.value("RedenWijziging") != REMOVED or node.value("Einddatum") == node.value("Ingangsdatum"):
        return None
    return Text(
        nl="De toewijzing is verwijderd (reden 13), maar begin en einde zijn niet dezelfde dag. "
        "We rekenen haar als verwijderd. Klopt dat?",
        en="The assignment is removed (reason 13), but its start and end are not the same day. "
        "We count it as removed. Is that right?",
    )


def unit_per_day(node: Node) -> Text | None:
    """Some units never go with "per day" (CS338)."""
    if node.value("Omvang/Eenheid") not in UNITS_NOT_PER_DAY or node.value("Omvang/Frequentie") != "1":
        return None
    return Text(
        nl="Deze eenheid gaat per week, per maand of over de hele looptijd, nooit per dag. "
        "Klopt de frequentie?",
        en="This unit goes per week, per month or over the whole period, never per day. "
        "Is the frequency right?",
    )


def code_without_extent(node: Node) -> Text | None:
    """A product code needs an extent (CD041)."""
    if not node.value("Product/Code") or node.first("Omvang") is not None:
        return None
    return Text(
        nl="Er is een productcode, maar geen omvang. Vraag de gemeente hoeveel hulp is toegewezen.",
        en="There is a product code but no extent. Ask the municipality how much help is assigned.",
    )


def budget_without_end(node: Node) -> Text | None:
    """A budget needs an end date (CD075)."""
    if node.first("Budget") is None or node.first("Einddatum") is not None:
        return None
    return Text(
        nl="Er is een budget zonder einddatum. Vraag de gemeente tot wanneer het budget geldt.",
        en="There is a budget without an end date. Ask the municipality until when it holds.",
    )


def weekly_without_end(node: Node) -> Text | None:
    """Help per week needs an end date (CD076)."""
    if node.value("Omvang/Frequentie") != WEEKLY or node.first("Einddatum") is not None:
        return None
    return Text(
        nl="De hulp is per week toegewezen, maar er is geen einddatum. Vraag de gemeente tot wanneer.",
        en="The help is assigned per week, but there is no end date. Ask the municipality until when.",
    )


def extent_and_budget(node: Node) -> Text | None:
    """Extent and budget exclude each other (CD077, CD078)."""
    if node.first("Omvang") is None or node.first("Budget") is None:
        return None
    return Text(
        nl="Er staan een omvang en een budget. Er hoort er een te zijn. Vraag de gemeente welke geldt.",
        en="There are an extent and a budget. There should be one of them. Ask the municipality which holds.",
    )


def neither_product_nor_budget(node: Node) -> Text | None:
    """Without a budget there must be a product (CD079)."""
    if node.first("Product") is not None or node.first("Budget") is not None:
        return None
    return Text(
        nl="Er is geen product en geen budget. Vraag de gemeente welke hulp is toegewezen.",
        en="There is no product and no budget. Ask the municipality which help is assigned.",
    )


def extent_without_code(node: Node) -> Text | None:
    """An extent needs a product code (CD080)."""
    if node.first("Omvang") is None or node.value("Product/Code"):
        return None
    return Text(
        nl="Er is een omvang, maar geen productcode. Vraag de gemeente om welk product het gaat.",
        en="There is an extent but no product code. Ask the municipality which product it is.",
    )


def half_decision(node: Node) -> Text | None:
    """The number and the start of a decision go together (CD043)."""
    if (node.first("BeschikkingNummer") is None) == (node.first("BeschikkingIngangsdatum") is None):
        return None
    return Text(
        nl="Van de beschikking is alleen het nummer of alleen de ingangsdatum gegeven. Vraag om beide.",
        en="Only the number or only the start of the decision is given. Ask for both.",
    )


def rejection_reason(node: Node) -> Text | None:
    """A rejection has a reason, an investigation has none (CD085, CD086)."""
    rejected = node.value("VerzoekAntwoord") == "1"
    if rejected == (node.first("RedenAfwijzingVerzoek") is not None):
        return None
    if rejected:
        return Text(
            nl="Het verzoek is afgewezen zonder reden. Vraag de gemeente naar de reden.",
            en="The request is rejected without a reason. Ask the municipality for the reason.",
        )
    return Text(
        nl="Het verzoek is in onderzoek, maar er staat al een reden van afwijzing. "
        "Vraag de gemeente wat geldt.",
        en="The request is under investigation, but a reason for rejection is given. "
        "Ask the municipality which holds.",
    )


def foreign_postcode(node: Node) -> Text | None:
    """A Dutch address has a Dutch postcode (CS089)."""
    postcode = node.value("Postcode")
    if not postcode or node.value("LandCode") not in {None, "NL"}:
        return None
    plain = postcode.replace(" ", "")
    if len(plain) == 6 and plain[:4].isdecimal() and plain[0] != "0" and plain[4:].isalpha():
        return None
    return Text(
        nl=f'De postcode "{postcode}" heeft niet de Nederlandse vorm (1234AB). Vraag naar het juiste adres.',
        en=f'The postcode "{postcode}" does not have the Dutch form (1234AB). Ask for the right address.',
    )
