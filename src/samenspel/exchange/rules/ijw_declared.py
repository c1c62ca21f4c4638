"""From declarations and their answers to judged lines: granted, rejected, or not fitting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import ceil

from rekenmodel.values import Law, Text, day
from samenspel.exchange.rules.ijw_cost import EURO, Tariff, periods_between, price_in, units_in
from samenspel.exchange.rules.ijw_facts import AssignmentFact, DeclarationAnswerFact, DeclarationFact
from samenspel.exchange.rules.ijw_findings import Finding, money
from samenspel.exchange.rules.ijw_order import ask, in_order
from samenspel.exchange.rules.ijw_tables import label

FINE = frozenset({"0200", "0233", "8001"})
"""Return codes that say that nothing is wrong with a line."""
LineKey = tuple[Law, str, str]


class Verdict(StrEnum):
    """What the municipality said of a declared line."""

    OPEN = "open"
    GRANTED = "granted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class DeclaredLine:
    """One declared line with the municipality's verdict and its return codes."""

    fact: DeclarationFact
    verdict: Verdict
    codes: tuple[str, ...]

    @property
    def key(self) -> LineKey:
        """A line is unique per law, provider and reference number (TR314)."""
        return (self.fact.origin.law, self.fact.origin.provider, self.fact.reference)


def judged_lines(
    facts: Sequence[DeclarationFact], answers: Sequence[DeclarationAnswerFact]
) -> tuple[list[DeclaredLine], list[Finding]]:
    """Return every line once with its verdict, in the order of the messages.

    An answer names the lines it rejects; lines it does not name follow the answer as a whole.
    """
    by_message = {
        (answer.origin.law, answer.origin.provider, answer.declaration_message): _Answer(answer)
        for answer in in_order(answers)
    }
    lines: dict[LineKey, DeclaredLine] = {}
    findings: list[Finding] = []
    granted: dict[str, int] = defaultdict(int)
    for fact in in_order(facts):
        judged = by_message.get((fact.origin.law, fact.origin.provider, fact.origin.identification))
        line = _judge(fact, judged)
        if judged is not None:
            granted[judged.fact.origin.sha256] += fact.amount_cents if line.verdict is Verdict.GRANTED else 0
        earlier = lines.get(line.key)
        if earlier is None or earlier.verdict is Verdict.REJECTED:
            lines[line.key] = line
        elif line.verdict is not Verdict.REJECTED:
            findings.append(ask(fact.origin, "TR314", _twice(fact)))
    for answer in (judged.fact for judged in by_message.values()):
        sha256 = answer.origin.sha256
        if sha256 in granted and answer.granted_cents not in {None, granted[sha256]}:
            findings.append(ask(answer.origin, "TOEGEKEND", _other_sum(answer, granted[sha256])))
    return list(lines.values()), findings


class _Answer:
    """An answer with its lines by reference number, so that a long declaration is not searched line "
    "by line."""

    def __init__(self, fact: DeclarationAnswerFact) -> None:
        self.fact = fact
        self.lines = {line.reference: line for line in fact.lines}


def _judge(fact: DeclarationFact, judged: _Answer | None) -> DeclaredLine:
    if judged is None:
        return DeclaredLine(fact, Verdict.OPEN, ())
    answer = judged.fact
    wrong = tuple(code for code in answer.codes if code not in FINE)
    if answer.declaration is None:
        return DeclaredLine(fact, Verdict.REJECTED, wrong)
    named = judged.lines.get(fact.reference)
    if named is not None:
        codes = tuple(code for code in named.codes if code not in FINE)
        return DeclaredLine(fact, Verdict.REJECTED if codes else Verdict.GRANTED, codes)
    if answer.granted_cents == 0 and answer.submitted_cents != 0 and not answer.lines:
        return DeclaredLine(fact, Verdict.REJECTED, wrong)
    return DeclaredLine(fact, Verdict.GRANTED, ())


def tariff_of(lines: Iterable[DeclaredLine], unit: str) -> Tariff | None:
    """Return the newest declared tariff that says something about `unit`, rejected lines left out."""
    newest: tuple[date, date, str] | None = None
    found: Tariff | None = None
    for line in lines:
        fact = line.fact
        if fact.tariff_cents is None or fact.amount_cents < 0 or line.verdict is Verdict.REJECTED:
            continue
        tariff, age = Tariff(fact.tariff_cents, fact.unit), (fact.end, fact.origin.dated, fact.reference)
        if price_in(unit, tariff) is not None and (newest is None or age > newest):
            newest, found = age, tariff
    return found


def check_credits(lines: Sequence[DeclaredLine], keys: Mapping[int, str]) -> list[Finding]:
    """Ask about credits that correct nothing, correct too much, or correct what was corrected already.

    `keys` gives the help key of a line by its place in `lines`.
    """
    by_key = {line.key: line for line in lines}
    corrected: set[LineKey] = set()
    findings: list[Finding] = []
    for place, line in enumerate(lines):
        fact = line.fact
        if fact.corrects is None or line.verdict is Verdict.REJECTED:
            continue
        target = by_key.get((fact.origin.law, fact.origin.provider, fact.corrects))
        if target is None or target.fact.amount_cents < 0:
            findings.append(ask(fact.origin, "8017", _no_debit(fact), keys[place]))
            continue
        if target.key in corrected:
            findings.append(ask(fact.origin, "9390", _corrected_twice(fact), keys[place]))
        elif -fact.amount_cents > target.fact.amount_cents:
            findings.append(ask(fact.origin, "CREDIT", _too_much(fact, target.fact), keys[place]))
        corrected.add(target.key)
    return findings


def check_against(assignment: AssignmentFact, lines: Sequence[DeclaredLine], help_key: str) -> list[Finding]:
    """Ask about lines that do not fit their assignment (TR321, TR339, TR340, TR341, TR307, TR369)."""
    findings = []
    for line in lines:
        if line.verdict is not Verdict.REJECTED:
            problem = _misfit(assignment, line.fact)
            if problem is not None:
                findings.append(ask(line.fact.origin, problem[0], problem[1], help_key))
    counted = [line.fact for line in lines if line.verdict is not Verdict.REJECTED]
    if counted:
        problem = _too_much_in_all(assignment, counted)
        if problem is not None:
            findings.append(ask(counted[-1].origin, problem[0], problem[1], help_key))
    return findings


def _misfit(assignment: AssignmentFact, line: DeclarationFact) -> tuple[str, Text] | None:
    product, extent = assignment.product, assignment.extent
    if product is not None and product.category != line.product.category:
        return "TR339", _differs(
            "de productcategorie", "the product category", line.product.category, product.category
        )
    if product is not None and product.code not in {None, line.product.code}:
        return "TR340", _differs(
            "de productcode", "the product code", line.product.code or "-", product.code or "-"
        )
    if extent is not None and units_in(line.unit, extent.unit) is None:
        return "TR341", _differs("de eenheid", "the unit", line.unit, extent.unit)
    if line.begin < assignment.start or (assignment.end is not None and line.end > assignment.end):
        return "TR307", _outside(assignment, line)
    return None


def _too_much_in_all(assignment: AssignmentFact, lines: Sequence[DeclarationFact]) -> tuple[str, Text] | None:
    if assignment.budget_cents is not None:
        spent = sum(line.amount_cents for line in lines)
        return (
            ("TR369", _over_budget(spent, assignment.budget_cents))
            if spent > assignment.budget_cents
            else None
        )
    extent = assignment.extent
    if extent is None:
        return None
    last = max(line.end for line in lines)
    periods = periods_between(extent.frequency, assignment.start, assignment.end)
    if periods is None:
        periods = periods_between(extent.frequency, assignment.start, max(last, assignment.start))
    allowed = extent.volume * ceil(periods or 0)
    delivered = sum(
        (units_in(line.unit, extent.unit) or 0) * (line.volume if line.amount_cents >= 0 else -line.volume)
        for line in lines
    )
    if delivered <= allowed:
        return None
    if extent.unit == EURO:
        return "TR321", _over_budget(ceil(delivered), allowed)
    unit = label(Law.JEUGDWET, "Eenheid", extent.unit).lower()
    many = ceil(delivered)
    return "TR321", _over(f"{many} {unit}", f"{allowed} {unit}", f"{many} ({unit})", str(allowed))


def _differs(nl: str, en: str, declared: str, assigned: str) -> Text:
    return Text(
        nl=f"Gedeclareerd is {nl} {declared}, toegewezen is {assigned}. Vraag de aanbieder wat klopt.",
        en=f"Declared is {en} {declared}, assigned is {assigned}. Ask the provider which is right.",
    )


def _outside(assignment: AssignmentFact, line: DeclarationFact) -> Text:
    return Text(
        nl=f"Gedeclareerd is {day(line.begin, 'nl')} tot en met {day(line.end, 'nl')}. De toewijzing "
        f"loopt van {day(assignment.start, 'nl')} "
        f"tot en met {day(assignment.end, 'nl') if assignment.end else 'onbekend'}. Vraag de aanbieder "
        "wat klopt.",
        en=f"Declared is {day(line.begin, 'en')} up to {day(line.end, 'en')}. The assignment runs from "
        f"{day(assignment.start, 'en')} "
        f"up to {day(assignment.end, 'en') if assignment.end else 'unknown'}. Ask the provider which is "
        "right.",
    )


def _over_budget(spent: int, budget: int) -> Text:
    return _over(money(spent, "nl"), money(budget, "nl"), money(spent, "en"), money(budget, "en"))


def _over(declared: str, allowed: str, declared_en: str, allowed_en: str) -> Text:
    return Text(
        nl=f"Er is {declared} gedeclareerd en {allowed} toegewezen. "
        "Bespreek met de aanbieder of er meer nodig is.",
        en=f"{declared_en} is declared and {allowed_en} assigned. "
        "Discuss with the provider whether more is needed.",
    )


def _twice(fact: DeclarationFact) -> Text:
    return Text(
        nl=f"Het referentienummer {fact.reference} is al eerder gedeclareerd. We tellen de eerste regel.",
        en=f"The reference number {fact.reference} was declared before. We count the first line.",
    )


def _other_sum(answer: DeclarationAnswerFact, granted: int) -> Text:
    return Text(
        nl=f"De gemeente kent {money(answer.granted_cents or 0, 'nl')} toe, de regels zonder afkeuring "
        "tellen op "
        f"tot {money(granted, 'nl')}. "
        "Vraag de gemeente welke regels zijn afgekeurd.",
        en=f"The municipality grants {money(answer.granted_cents or 0, 'en')}, the lines not rejected "
        "add up to "
        f"{money(granted, 'en')}. "
        "Ask the municipality which lines were rejected.",
    )


def _no_debit(fact: DeclarationFact) -> Text:
    return Text(
        nl=f"De creditregel {fact.reference} draait regel {fact.corrects} terug, maar die is hier niet "
        "bekend. "
        "Mist er een declaratie?",
        en=f"The credit {fact.reference} takes back line {fact.corrects}, which is not known here. "
        "Is a declaration missing?",
    )


def _corrected_twice(fact: DeclarationFact) -> Text:
    return Text(
        nl=f"Regel {fact.corrects} is al eerder teruggedraaid. "
        f"Vraag de aanbieder of credit {fact.reference} klopt.",
        en=f"Line {fact.corrects} was taken back before. "
        f"Ask the provider whether credit {fact.reference} is right.",
    )


def _too_much(fact: DeclarationFact, target: DeclarationFact) -> Text:
    return Text(
        nl=f"Credit {fact.reference} is {money(-fact.amount_cents, 'nl')}, meer dan regel {target.reference} "
        f"({money(target.amount_cents, 'nl')}). Vraag de aanbieder wat klopt.",
        en=f"Credit {fact.reference} is {money(-fact.amount_cents, 'en')}, more than line {target.reference} "
        f"({money(target.amount_cents, 'en')}). Ask the provider which is right.",
    )
