"""Where one amount comes from, in words: price x quantity x period x source, and the bills."""

from decimal import Decimal

from rekenmodel.costs.bills import BillPart
from rekenmodel.costs.monthly import CostEntry
from rekenmodel.costs.rates import Rate
from rekenmodel.costs.units import Period, period_name, periods_in, unit_name
from rekenmodel.values import Language, Outcome, Text, day, euros, number

_UNKNOWN = Text(
    "We weten niet wat dit kost. Vul de prijs en de hoeveelheid in.",
    "We do not know what this costs. Fill in the price and the quantity.",
)


def explain(entry: CostEntry) -> tuple[Text, ...]:
    """Return the sentences that open one amount: its bills, its price and quantity, and what was granted."""
    sentences = [_bill(part) for part in entry.bills]
    if entry.rate is not None:
        sentences.extend(_tariff(entry, entry.rate))
    if entry.amount is None:
        sentences.append(_UNKNOWN)
    if entry.help.assigned is not None:
        granted = Decimal(entry.help.assigned) / 100
        sentences.append(
            Text(f"Toegekend budget: {euros(granted, 'nl')}.", f"Granted budget: {euros(granted, 'en')}.")
        )
    return tuple(sentences)


def _bill(part: BillPart) -> Text:
    return Text(_bill_in(part, "nl"), _bill_in(part, "en"))


def _bill_in(part: BillPart, language: Language) -> str:
    amount = euros(Decimal(part.cents) / 100, language, cents=True)
    begin, end = day(part.bill.begin, language), day(part.bill.end, language)
    converted = ""
    if part.conversion.outcome is not Outcome.SAME_YEAR:
        converted = f" ({part.conversion.text.say(language)})"
    if language == "nl":
        what = "Rekening" if part.cents >= 0 else "Teruggave"
        return f"{what} {part.bill.reference}, {begin} tot en met {end}: {amount} in deze maand{converted}."
    what = "Bill" if part.cents >= 0 else "Credit"
    return f"{what} {part.bill.reference}, {begin} to {end}: {amount} in this month{converted}."


def _tariff(entry: CostEntry, rate: Rate) -> list[Text]:
    shown = entry.tariff_amount if entry.bills else entry.amount
    if shown is None:
        return []
    return [
        Text(
            f"{'Volgens de prijs: ' if entry.bills else ''}{_product(entry, rate, 'nl')} = "
            f"{euros(shown.mid, 'nl')} (van {euros(shown.low, 'nl')} tot {euros(shown.high, 'nl')}).",
            f"{'By the price: ' if entry.bills else ''}{_product(entry, rate, 'en')} = "
            f"{euros(shown.mid, 'en')} (from {euros(shown.low, 'en')} to {euros(shown.high, 'en')}).",
        ),
        Text(
            f"Prijs: {euros(rate.price.amount, 'nl', cents=True)}, {rate.conversion.text.nl}. "
            f"Bron: {rate.source.nl}.",
            f"Price: {euros(rate.price.amount, 'en', cents=True)}, {rate.conversion.text.en}. "
            f"Source: {rate.source.en}.",
        ),
    ]


def _product(entry: CostEntry, rate: Rate, language: Language) -> str:
    """Return "8 uur per week x 4,29 (30 van 30 dagen) x € 72,58"."""
    unit_price = euros(rate.unit_band.mid, language, cents=True)
    quantity = f"{_short(rate.quantity, language)} {unit_name(rate.unit, rate.quantity).say(language)}"
    often = period_name(rate.period).say(language)
    if rate.period is Period.ONCE:
        return f"{quantity} ({often}) × {unit_price}"
    periods = _short(periods_in(rate.period, entry.days, entry.month), language)
    of = "van" if language == "nl" else "of"
    days = f"{entry.days} {of} {entry.month.days} {'dagen' if language == 'nl' else 'days'}"
    return f"{quantity} {often} × {periods} ({days}) × {unit_price}"


def _short(value: Decimal, language: Language) -> str:
    """Return a number with at most two decimals and none that are zero."""
    digits = next(digits for digits in (0, 1, 2) if digits == 2 or round(value, digits) == round(value, 2))
    return number(value, language, digits)
