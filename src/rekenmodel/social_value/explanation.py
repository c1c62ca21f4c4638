"""A valuation in words: present value first, the ratio second, and every line with its own formula."""

from decimal import Decimal

import numpy as np

from rekenmodel.social_value.appraisal import LineWorth, Valuation
from rekenmodel.social_value.inputs import Contribution, Outcome, Transfer, party_name
from rekenmodel.values import Language, Text, euros, figure, percent
from rekenmodel.values.draws import Draws, Duration, as_draws


def summary(result: Valuation) -> tuple[Text, ...]:
    """Return the sentences on a whole valuation, the most important one first."""
    return (
        Text(_worth(result, "nl"), _worth(result, "en")),
        *_ratio(result),
        result.payback.text,
        *result.wrong_pocket.texts,
    )


def explain(line: LineWorth) -> tuple[Text, ...]:
    """Return the sentences that open one line: its formula, its course in time and its source."""
    source = line.source
    if isinstance(source, Outcome):
        sentences = [Text(_formula(source, "nl"), _formula(source, "en")), _course(line, source)]
        if source.overlap_group is not None:
            sentences.append(_overlap(line))
    else:
        sentences = [_payment(line, source)]
    if source.source.nl:
        sentences.append(Text(f"Bron: {source.source.nl}.", f"Source: {source.source.en}."))
    return tuple(sentences)


def _worth(result: Valuation, language: Language) -> str:
    net = result.net
    mean = float(net.mean())
    amount = euros(round(abs(mean)), language)
    rate = percent(float(as_draws(result.terms.rate, Text("rente", "rate")).mean()), language, 2)
    years = result.terms.years
    if language == "nl":
        side = "meer op dan het kost" if mean >= 0 else "minder op dan het kost"
        text = f"Dit levert {amount} {side}, over {years} jaar en omgerekend naar nu met {rate} per jaar."
    else:
        side = "more than it costs" if mean >= 0 else "less than it costs"
        text = f"This yields {amount} {side}, over {years} years and brought back to now at {rate} a year."
    return f"{text} {_uncertainty(net, language)}" if net.size > 1 else text


def _uncertainty(net: Draws, language: Language) -> str:
    low, high = (euros(round(float(end)), language) for end in np.quantile(net, (0.05, 0.95)))
    chance = percent(float((net > 0).mean()), language)
    if language == "nl":
        return f"In negen van de tien gevallen ligt het van {low} tot {high}; de kans op winst is {chance}."
    return f"In nine cases out of ten it lies from {low} to {high}; the chance of a gain is {chance}."


def _ratio(result: Valuation) -> tuple[Text, ...]:
    ratio = result.ratio
    if ratio is None:
        return (Text("Er wordt niets betaald, dus er is geen verhouding.", "Nothing is paid, so no ratio."),)
    return (
        Text(
            f"Per euro die erin gaat komt er {_cents(ratio, 'nl')} uit.",
            f"For each euro that goes in {_cents(ratio, 'en')} comes out.",
        ),
    )


def _formula(outcome: Outcome, language: Language) -> str:
    """Return "7 × € 94,00 = € 658,00; daarvan telt 95 %: ... = € 625,10 per jaar"."""
    gross = as_draws(outcome.quantity, outcome.name) * as_draws(outcome.proxy, outcome.name)
    quantity = figure(_mean(outcome.quantity), language, 2)
    product = f"{quantity} × {_cents(_mean(outcome.proxy), language)} = {_cents(_mean(gross), language)}"
    names = ("gebeurt toch al", "verschuift", "werk van anderen")
    if language == "en":
        names = ("happens anyway", "moves elsewhere", "work of others")
    shares = (outcome.deadweight, outcome.displacement, outcome.attribution_lost)
    off = [f"{name} {percent(_mean(share), language)}" for name, share in zip(names, shares, strict=True)]
    counted = percent(_mean(outcome.counted_share), language, 1)
    worth = _cents(_mean(outcome.first_year), language)
    if language == "nl":
        return f"{product} per jaar. Daarvan telt {counted} ({', '.join(off)}): {worth}."
    return f"{product} a year. Of that {counted} counts ({', '.join(off)}): {worth}."


def _course(line: LineWorth, outcome: Outcome) -> Text:
    off = as_draws(outcome.drop_off, outcome.name)
    worth = line.present_value
    years = _years(outcome.duration)
    return Text(
        f"Het duurt {figure(years, 'nl')} jaar, elk jaar {percent(_mean(off), 'nl')} minder. "
        f"Nu waard: {_cents(_mean(worth), 'nl')}.",
        f"It lasts {figure(years, 'en')} {'year' if years == 1 else 'years'}, "
        f"{percent(_mean(off), 'en')} less each year. Worth now: {_cents(_mean(worth), 'en')}.",
    )


def _overlap(line: LineWorth) -> Text:
    kept = _mean(line.weight)
    return Text(
        f"Dit overlapt met andere effecten. Daarom telt {percent(kept, 'nl')} mee.",
        f"This overlaps with other effects. So {percent(kept, 'en')} counts.",
    )


def _payment(line: LineWorth, source: Contribution | Transfer) -> Text:
    amount, worth = _mean(source.amount), _mean(line.present_value)
    often_nl, often_en = "eenmalig", "once"
    if source.duration is not None:
        years = _years(source.duration)
        often_nl = f"per jaar, {figure(years, 'nl')} jaar lang"
        often_en = f"a year, for {figure(years, 'en')} {'year' if years == 1 else 'years'}"
    if isinstance(source, Transfer):
        giver, receiver = party_name(source.giver), party_name(source.receiver)
        who = Text(f"Van {giver.nl} naar {receiver.nl}", f"From {giver.en} to {receiver.en}")
    else:
        who = party_name(source.party)
        who = Text(f"Betaald door {who.nl}", f"Paid by {who.en}")
    return Text(
        f"{who.nl}: {_cents(amount, 'nl')} {often_nl}. Nu waard: {_cents(worth, 'nl')}.",
        f"{who.en}: {_cents(amount, 'en')} {often_en}. Worth now: {_cents(worth, 'en')}.",
    )


def _mean(value: float | Draws) -> float:
    return float(np.mean(value))


def _years(duration: Duration) -> float:
    return float(duration.years.mean())


def _cents(amount: float, language: Language) -> str:
    return euros(Decimal(str(round(amount, 2))), language, cents=True)
