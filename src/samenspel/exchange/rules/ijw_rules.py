"""The rules beyond the schema, judged inside one message; the table `RULES` names each by its code."""

from dataclasses import dataclass

from samenspel.exchange.rules.ijw_findings import Report, Severity
from samenspel.exchange.rules.ijw_rules_declared import (
    credit_without_reference,
    euro_volume,
    not_a_whole_month,
    not_volume_times_tariff,
    over_a_month_border,
    same_reference_twice,
    tariff_and_unit,
    too_early,
    wrong_total,
    zero_credit,
)
from samenspel.exchange.rules.ijw_rules_help import (
    Check,
    budget_without_end,
    code_without_extent,
    end_before_start,
    extent_and_budget,
    extent_without_code,
    foreign_postcode,
    half_decision,
    neither_product_nor_budget,
    rejection_reason,
    removed_with_length,
    unit_per_day,
    unknown_delivery,
    weekly_without_end,
)
from samenspel.exchange.rules.ijw_xml import Node

ERROR, QUESTION = Severity.ERROR, Severity.QUESTION


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
