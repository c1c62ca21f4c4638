"""The rules beyond the schema, judged inside one message; the table `RULES` names each by its code."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rekenmodel.values import Text, day
from samenspel.exchange.rules.ijw_extract import signed_cents
from samenspel.exchange.rules.ijw_findings import Report, Severity, money
from samenspel.exchange.rules.ijw_xml import Node

Check = Callable[[Node], Text | None]
ERROR, QUESTION = Severity.ERROR, Severity.QUESTION

EURO = "83"
WEEKLY = "2"
REMOVED = "13"
FIRST_DECLARABLE = date(2021, 1, 1)
DELIVERIES = frozenset({"1", "3"})
UNITS_NOT_PER_DAY = frozenset({"14", "16", "83", "84"})
HALF_CENT = 0.5


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, in which messages (by number), on which elements, how severe, and its check."""

    code: str
    messages: frozenset[str]
    path: str
    severity: Severity
    check: Check


def check_rules(root: Node, number: str, report: Report) -> None:
    """Report every broken rule of a message ("301") whose shape is already right."""
    for rule in RULES:
        if number in rule.messages:
            for node in root.all(rule.path):
                problem = rule.check(node)
                if problem is not None:
                    report.add(node, rule.code, problem, rule.severity)


def _days(node: Node, begin: str, end: str) -> tuple[date, date] | None:
    first, last = node.value(begin), node.value(end)
    return (date.fromisoformat(first), date.fromisoformat(last)) if first and last else None


def end_before_start(begin: str, end: str) -> Check:
    """Make the check that `end` is not before `begin` (CS003)."""

    def check(node: Node) -> Text | None:
        days = _days(node, begin, end)
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


def credit_without_reference(node: Node) -> Text | None:
    """A credit points at the line it corrects, a debit at nothing (CD060)."""
    credit = node.value("IngediendBedrag/DebetCredit") == "C"
    if credit == (node.first("ProductReferentie/VorigReferentieNummer") is not None):
        return None
    if credit:
        return Text(
            nl="Deze creditregel noemt niet welke regel hij terugdraait. Vraag de aanbieder om het nummer.",
            en="This credit does not name the line it takes back. Ask the provider for the number.",
        )
    return Text(
        nl="Deze debetregel noemt een eerdere regel. Dat hoort alleen bij credit. "
        "Vraag de aanbieder wat hij bedoelt.",
        en="This debit names an earlier line, which only a credit does. Ask the provider what is meant.",
    )


def tariff_and_unit(node: Node) -> Text | None:
    """A line has a tariff unless its unit is euros (CD087)."""
    euro = node.value("Eenheid") == EURO
    if euro == (node.first("ProductTarief") is None):
        return None
    if euro:
        return Text(
            nl="De eenheid is euro's, maar er staat ook een tarief. We rekenen met het bedrag. Klopt dat?",
            en="The unit is euros, but there is a tariff as well. We count the amount. Is that right?",
        )
    return Text(
        nl="Er staat geen tarief bij deze regel. We rekenen met het bedrag. "
        "Vraag de aanbieder om het tarief.",
        en="This line has no tariff. We count the amount. Ask the provider for the tariff.",
    )


def too_early(begin: str) -> Check:
    """Make the check that a period starts in 2021 or later (CS100)."""

    def check(node: Node) -> Text | None:
        if date.fromisoformat(node.value(begin) or "") >= FIRST_DECLARABLE:
            return None
        return Text(
            nl=f"De periode begint voor {day(FIRST_DECLARABLE, 'nl')}. Vraag de aanbieder of de datum klopt.",
            en=f"The period starts before {day(FIRST_DECLARABLE, 'en')}. Ask the provider whether the "
            "date is right.",
        )

    return check


def zero_credit(node: Node) -> Text | None:
    """An amount of zero is a debit (CS325)."""
    amount = node.value("Bedrag") or node.value("TotaalBedrag")
    if amount is None or int(amount) != 0 or node.value("DebetCredit") == "D":
        return None
    return Text(
        nl="Het bedrag is nul en staat op credit. Bij nul hoort debet. Dit verandert de som niet.",
        en="The amount is zero and marked as credit. Zero should be a debit. This does not change the sum.",
    )


def over_a_month_border(node: Node) -> Text | None:
    """A product period stays within one month (CS337)."""
    days = _days(node, "ProductPeriode/Begindatum", "ProductPeriode/Einddatum")
    if days is None or (days[0].year, days[0].month) == (days[1].year, days[1].month):
        return None
    return Text(
        nl=f"De periode {day(days[0], 'nl')} tot en met {day(days[1], 'nl')} loopt over een maandgrens. "
        "Vraag de aanbieder om te splitsen.",
        en=f"The period {day(days[0], 'en')} up to {day(days[1], 'en')} crosses the end of a month. Ask "
        "the provider to split it.",
    )


def euro_volume(node: Node) -> Text | None:
    """For euros the volume is the amount (CS339)."""
    if node.value("Eenheid") != EURO or int(node.value("GeleverdVolume") or 0) == _cents(node):
        return None
    return Text(
        nl="De eenheid is euro's, maar het volume is niet gelijk aan het bedrag. "
        "Vraag de aanbieder wat klopt.",
        en="The unit is euros, but the volume is not equal to the amount. Ask the provider which is right.",
    )


def _cents(node: Node) -> int:
    return int(node.value("IngediendBedrag/Bedrag") or 0)


def not_volume_times_tariff(node: Node) -> Text | None:
    """The amount is volume times the tariff before rounding (TR346)."""
    volume, tariff = int(node.value("GeleverdVolume") or 0), node.value("ProductTarief")
    if tariff is None or abs(volume * int(tariff) - _cents(node)) <= max(1, volume * HALF_CENT):
        return None
    return Text(
        nl=f"Het bedrag ({money(_cents(node), 'nl')}) is niet het volume ({volume}) keer het tarief "
        f"({money(tariff, 'nl')}). "
        "We rekenen met het bedrag. Vraag de aanbieder wat klopt.",
        en=f"The amount ({money(_cents(node), 'en')}) is not the volume ({volume}) times the tariff "
        f"({money(tariff, 'en')}). "
        "We count the amount. Ask the provider which is right.",
    )


def not_a_whole_month(node: Node) -> Text | None:
    """A declaration covers exactly one month (CS340)."""
    days = _days(node, "DeclaratiePeriode/Begindatum", "DeclaratiePeriode/Einddatum")
    if days is None:
        return None
    first, last = days
    if first.day == 1 and last == first.replace(day=monthrange(first.year, first.month)[1]):
        return None
    return Text(
        nl=f"De declaratie gaat over {day(first, 'nl')} tot en met {day(last, 'nl')}. Dat is geen hele "
        "maand. "
        "Vraag de aanbieder of dit klopt.",
        en=f"The declaration covers {day(first, 'en')} up to {day(last, 'en')}, which is not one whole "
        "month. "
        "Ask the provider about it.",
    )


def wrong_total(node: Node) -> Text | None:
    """The total is the sum of the lines, debit minus credit (TOTAAL)."""
    total = signed_cents(node, "TotaalIngediendBedrag", "TotaalBedrag")
    lines = sum(
        signed_cents(line, "IngediendBedrag") for line in node.all("Clienten/Client/Prestaties/Prestatie")
    )
    if total == lines:
        return None
    return Text(
        nl=f"Het totaal is {money(total, 'nl')}, maar de regels tellen op tot {money(lines, 'nl')}. "
        "Vraag de aanbieder om een nieuwe declaratie.",
        en=f"The total is {money(total, 'en')}, but the lines add up to {money(lines, 'en')}. "
        "Ask the provider for a new declaration.",
    )


def same_reference_twice(node: Node) -> Text | None:
    """A reference number occurs once in a declaration (TR314)."""
    seen: set[str] = set()
    for line in node.all("Clienten/Client/Prestaties/Prestatie"):
        reference = line.value("ProductReferentie/ReferentieNummer") or ""
        if reference in seen:
            return Text(
                nl=f"Het referentienummer {reference} staat twee keer in deze declaratie. "
                "Vraag de aanbieder om een nieuwe declaratie.",
                en=f"The reference number {reference} occurs twice in this declaration. "
                "Ask the provider for a new declaration.",
            )
        seen.add(reference)
    return None


ASSIGNED = "Client/ToegewezenProducten/ToegewezenProduct"
ASKED = "Client/AangevraagdeProducten/AangevraagdProduct"
LINE = "Declaratie/Clienten/Client/Prestaties/Prestatie"
M301, M305, M307 = frozenset({"301"}), frozenset({"305"}), frozenset({"307"})
M315, M317, M319, M323 = frozenset({"315"}), frozenset({"317"}), frozenset({"319"}), frozenset({"323"})
WISHED = end_before_start("GewensteIngangsdatum", "Einddatum")
PERIOD = end_before_start("ProductPeriode/Begindatum", "ProductPeriode/Einddatum")

RULES = (
    Rule("CS003", M301, ASSIGNED, ERROR, end_before_start("Ingangsdatum", "Einddatum")),
    Rule("CS335", M301, ASSIGNED, QUESTION, removed_with_length),
    Rule("CS338", M301, ASSIGNED, QUESTION, unit_per_day),
    Rule("CD041", M301, ASSIGNED, QUESTION, code_without_extent),
    Rule("CD075", M301, ASSIGNED, QUESTION, budget_without_end),
    Rule("CD076", M301, ASSIGNED, QUESTION, weekly_without_end),
    Rule("CD077", M301, ASSIGNED, QUESTION, extent_and_budget),
    Rule("CD079", M301, ASSIGNED, QUESTION, neither_product_nor_budget),
    Rule("CD080", M301, ASSIGNED, QUESTION, extent_without_code),
    Rule("CS089", M301, "Client/Contactgegevens/Contact/Adres", QUESTION, foreign_postcode),
    Rule("CS089", M301, "Client/Relaties/Relatie/Contact/Adres", QUESTION, foreign_postcode),
    Rule("CS058", M305, "Client/StartProducten/StartProduct", ERROR, unknown_delivery),
    Rule("CS058", M307, "Client/StopProducten/StopProduct", ERROR, unknown_delivery),
    Rule(
        "CS003", M307, "Client/StopProducten/StopProduct", ERROR, end_before_start("Begindatum", "Einddatum")
    ),
    Rule("CS003", M315, ASKED, ERROR, end_before_start("ToewijzingIngangsdatum", "ToewijzingEinddatum")),
    Rule("CD043", M315, ASKED, QUESTION, half_decision),
    Rule("CS003", M317, "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct", ERROR, WISHED),
    Rule("CS003", M317, "Client/Verzoek/NieuweProducten/NieuwProduct", ERROR, WISHED),
    Rule("CD085", M319, "Antwoord", QUESTION, rejection_reason),
    Rule("TOTAAL", M323, "Declaratie", ERROR, wrong_total),
    Rule("TR314", M323, "Declaratie", ERROR, same_reference_twice),
    Rule("CS340", M323, "Declaratie", QUESTION, not_a_whole_month),
    Rule("CS100", M323, "Declaratie", QUESTION, too_early("DeclaratiePeriode/Begindatum")),
    Rule("CS325", M323, "Declaratie/TotaalIngediendBedrag", QUESTION, zero_credit),
    Rule("CS003", M323, LINE, ERROR, PERIOD),
    Rule("CS100", M323, LINE, QUESTION, too_early("ProductPeriode/Begindatum")),
    Rule("CS325", M323, f"{LINE}/IngediendBedrag", QUESTION, zero_credit),
    Rule("CS337", M323, LINE, QUESTION, over_a_month_border),
    Rule("CS339", M323, LINE, QUESTION, euro_volume),
    Rule("CD060", M323, LINE, QUESTION, credit_without_reference),
    Rule("CD087", M323, LINE, QUESTION, tariff_and_unit),
    Rule("TR346", M323, LINE, QUESTION, not_volume_times_tariff),
)
