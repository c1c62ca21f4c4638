"""From the ledger of messages to lines of help and their bills.

Messages own the dates, the volume, the product, the tariff, the payer, the budget and the bills: those follow
every new message. Title, purpose, life domains, expected effect and everything else belong to people:
messages fill them in once, when the line is new.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from hashlib import sha256
from re import fullmatch
from typing import Any

from rekenmodel.costs import Period, Unit
from rekenmodel.values import Law, Payer, PriceConcept
from samenspel.exchange.rules.ijw_asked import AskedHelp, AskStatus
from samenspel.exchange.rules.ijw_categories import guess
from samenspel.exchange.rules.ijw_cost import EURO, price_in, units_in
from samenspel.exchange.rules.ijw_declared import DeclaredLine, Verdict
from samenspel.exchange.rules.ijw_facts import Extent, Product
from samenspel.exchange.rules.ijw_ledger import AssignedHelp
from samenspel.households.rules.record import Declaration, Help
from samenspel.kit.rows import plain

SHORT_NAME = {Law.JEUGDWET: "jw", Law.WMO: "wmo"}
UNITS = {
    "01": Unit.MINUTE,
    "04": Unit.HOUR,
    "14": Unit.FULL_DAY,
    "16": Unit.HALF_DAY,
    "82": Unit.ITEM,
    EURO: Unit.EURO,
    "84": Unit.ITEM,
}
PERIODS = {"1": Period.DAY, "2": Period.WEEK, "4": Period.MONTH, "6": Period.ONCE}
AS_PLANNED = {Law.JEUGDWET: "31", Law.WMO: "19"}
"""The reason of ending that says that the help was finished."""
MOST = Decimal(100_000)
PRICE_SOURCE = "tarief in de declaraties"
WAITING = frozenset({AskStatus.REQUESTED, AskStatus.UNDER_INVESTIGATION})


@dataclass(frozen=True, slots=True)
class Around:
    """What a line needs to know: the person of each client, and the organisation of each AGB code."""

    persons: Mapping[str, str]
    organisations: Mapping[str, str]


def help_key(one: AssignedHelp) -> str:
    """The key of an assigned line of help: law, municipality and assignment number."""
    return f"{SHORT_NAME[one.law]}-{one.municipality}-{one.assignment.number}"


def asked_key(one: AskedHelp) -> str:
    """The key of a line of help that was asked for and not yet assigned."""
    product = one.product.category if one.product else ""
    digest = sha256(f"{one.provider} {one.reference} {product} {one.start}".encode()).hexdigest()[:10]
    return f"{SHORT_NAME[one.law]}-{one.municipality}-vraag-{digest}"


def is_shown(one: AskedHelp) -> bool:
    """Whether a request is help to wait for: not rejected, not granted, and not a change of other help."""
    return one.number is None and one.status in WAITING


def help_values(one: AssignedHelp) -> dict[str, Any]:
    """The fields of an assigned line of help that messages own."""
    code = _code(one.assignment.product)
    return _course(one) | _amounts(one) | {"law": one.law, "product_code": code, "payer": Payer.MUNICIPALITY}


def asked_values(one: AskedHelp) -> dict[str, Any]:
    """The fields of help that somebody waits for that messages own."""
    return {
        "waiting_since": one.waiting_since,
        "law": one.law,
        "product_code": _code(one.product),
        "payer": Payer.MUNICIPALITY,
    }


def fresh_row(key: str, one: AssignedHelp | AskedHelp, values: Mapping[str, Any], around: Around) -> Help:
    """A new line of help: what messages own, and a first proposal for what people own."""
    source = one.assignment if isinstance(one, AssignedHelp) else one
    proposal = guess(one.law, source.product.category if source.product else None)
    person = around.persons.get(source.bsn)
    return Help(
        key=key,
        title=proposal.title.nl,
        organisation=around.organisations[one.provider],
        for_whom=(person,) if person else (),
        domains=proposal.domains,
        purpose=proposal.purpose,
        payer_name=f"Gemeente {one.municipality}",
        **values,
    )


def declarations(one: AssignedHelp) -> Iterator[Declaration]:
    """The bills of one line of help; what the municipality rejected is left out."""
    for line in one.lines:
        if line.verdict is not Verdict.REJECTED:
            fact = line.fact
            yield Declaration(
                key=bill_key(line),
                help=help_key(one),
                begin=fact.begin,
                end=fact.end,
                cents=fact.amount_cents,
                reference=fact.reference,
                corrects=fact.corrects or "",
            )


def bill_key(line: DeclaredLine) -> str:
    """The key of a bill: unique per law, provider and reference number."""
    fact = line.fact
    key = f"{SHORT_NAME[fact.origin.law]}-{fact.origin.provider}-{fact.reference.lower()}"
    if fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", key) and fact.reference == fact.reference.lower():
        return key
    digest = sha256(fact.reference.encode()).hexdigest()[:16]
    return f"{SHORT_NAME[fact.origin.law]}-{fact.origin.provider}-r{digest}"


def _code(product: Product | None) -> str:
    return (product.code or product.category) if product else ""


def _course(one: AssignedHelp) -> dict[str, Any]:
    """The dates: since when, until when, and why it stopped. A pause is a stop until the help is resumed."""
    since, last = one.started_on, one.periods[-1] if one.periods else None
    if since is None and billed_without_start(one):
        since = max(one.assignment.start, min(line.fact.begin for line in _counted(one)))
    until = last.ended if last else None
    end = one.assignment.end
    return {
        "waiting_since": one.waiting_since if since is None else None,
        "since": since,
        "until": until,
        "planned_end": end if end is None or since is None or end >= since else None,
        "stays": False,
        "stopped_unfinished": last is not None and until is not None and last.reason != AS_PLANNED[one.law],
        "stop_reason": last.reason_label[:200] if last is not None and until is not None else "",
    }


def billed_without_start(one: AssignedHelp) -> bool:
    """Whether help was declared although nobody said that it began."""
    return not one.periods and bool(_counted(one))


def _counted(one: AssignedHelp) -> list[DeclaredLine]:
    return [line for line in one.lines if line.verdict is not Verdict.REJECTED and line.fact.amount_cents > 0]


def _amounts(one: AssignedHelp) -> dict[str, Any]:
    """How much, at which price. Without an extent only the budget is known."""
    names = ("quantity", "unit", "per", "price_cents", "price_low_cents", "price_high_cents", "price_year")
    values: dict[str, Any] = dict.fromkeys((*names, "price_concept"))
    values |= {"price_source": "", "price_key": "", "budget_cents": one.assignment.budget_cents}
    extent = one.assignment.extent
    if extent is None:
        return values
    quantity, unit, cents = _priced(one, extent)
    if quantity > MOST:
        return values
    values |= {"quantity": quantity, "unit": UNITS[unit], "per": PERIODS[extent.frequency]}
    if cents is not None:
        values |= {
            "price_cents": cents,
            "price_concept": PriceConcept.TARIFF,
            "price_year": max(line.fact.end.year for line in _counted(one)),
            "price_source": PRICE_SOURCE,
        }
    return values


def _priced(one: AssignedHelp, extent: Extent) -> tuple[Decimal, str, int | None]:
    """Quantity, unit and price, in the unit of the extent unless the price then is no whole cent."""
    tariff = one.expected.tariff
    if extent.unit == EURO:
        return _two(Fraction(extent.volume, 100)), EURO, None
    price = price_in(extent.unit, tariff)
    if tariff is None or price is None:
        return Decimal(extent.volume), extent.unit, None
    if price.denominator == 1:
        return Decimal(extent.volume), extent.unit, int(price)
    factor = units_in(extent.unit, tariff.unit) or Fraction(1)
    return _two(extent.volume * factor), tariff.unit, tariff.cents


def _two(value: Fraction) -> Decimal:
    return plain((Decimal(value.numerator) / value.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP))
