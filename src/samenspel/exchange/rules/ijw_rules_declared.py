"""Rules on declarations: what a bill says, line by line and as a whole."""

from calendar import monthrange
from datetime import date

from rekenmodel.values import Text, day
from samenspel.exchange.rules.ijw_extract import signed_cents
from samenspel.exchange.rules.ijw_findings import money
from samenspel.exchange.rules.ijw_rules_help import Check, days_of
from samenspel.exchange.rules.ijw_xml import Node

EURO = "83"
FIRST_DECLARABLE = date(2021, 1, 1)
HALF_CENT = 0.5


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
    days = days_of(node, "ProductPeriode/Begindatum", "ProductPeriode/Einddatum")
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
    days = days_of(node, "DeclaratiePeriode/Begindatum", "DeclaratiePeriode/Einddatum")
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
