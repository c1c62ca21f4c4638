"""A comparison in plain sentences: the answer with its uncertainty first, then who, then what to find out."""

from decimal import Decimal

from rekenmodel.comparison.result import Alternative, Compared, Perspective, Spread
from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.values import Language, Text, count_word, euros, figure

_LIKELY, _SURE = 0.6, 0.9
_MONTHS_A_YEAR = 12
_TONGUES: tuple[Language, ...] = ("nl", "en")
_SMALL, _LARGE = 1_000, 10_000


def about(amount: float, language: Language) -> str:
    """Return an amount as precise as an estimate is: to 1,000 from 10,000, to 100 from 1,000, else to 10."""
    step = 1_000 if abs(amount) >= _LARGE else 100 if abs(amount) >= _SMALL else 10
    return euros(Decimal(round(amount / step) * step), language)


def period(months: int, language: Language) -> str:
    """Return a number of months as it stands in a sentence: "drie jaar", "18 maanden", "one year"."""
    years, rest = divmod(months, _MONTHS_A_YEAR)
    if not rest and years:
        unit = "jaar" if language == "nl" else "year" if years == 1 else "years"
        return f"{count_word(years, language)} {unit}"
    if language == "nl":
        return f"{count_word(months, 'nl')} {'maand' if months == 1 else 'maanden'}"
    return f"{count_word(months, 'en')} {'month' if months == 1 else 'months'}"


def headline(compared: Compared, one: Alternative) -> tuple[Text, ...]:
    """Return the answer: what it costs first, how likely it is cheaper in the end, and the range."""
    return tuple(
        Text(nl, en)
        for nl, en in zip(_headline(compared, one, "nl"), _headline(compared, one, "en"), strict=True)
    )


def sentences(compared: Compared, one: Alternative) -> tuple[Text, ...]:
    """Return all sentences on one alternative, the most important ones first."""
    return (
        *headline(compared, one),
        *_worth(compared, one),
        *(party.text for party in one.parties if abs(float(party.net.mean())) >= 1),
        *one.wrong_pocket.texts,
        *knowing(compared),
        *unpriced(compared),
    )


def knowing(compared: Compared) -> tuple[Text, ...]:
    """Return what finding out is worth: all of it, and the five inputs that matter most."""
    worth = round(compared.evpi)
    if worth == 0:
        nl, en = (
            ", ".join(found.assumption.name.say(tongue) for found in compared.top) for tongue in _TONGUES
        )
        return (
            Text("Meer uitzoeken verandert de keuze niet.", "Finding out more does not change the choice."),
            Text(f"Het meest maakt uit: {nl}.", f"What matters most: {en}."),
        )
    whole = Text(
        f"Alles zeker weten is hoogstens {about(worth, 'nl')} waard. Meer mag uitzoeken niet kosten.",
        f"Knowing everything is worth at most {about(worth, 'en')}. Finding out may not cost more than that.",
    )
    return (whole, *(found.text for found in compared.top))


def unpriced(compared: Compared) -> tuple[Text, ...]:
    """Return what is in no euro: domains without a price, and how many numbers are weakly founded."""
    texts = []
    if compared.unpriced:
        nl, en = (
            ", ".join(DOMAIN_NAMES[domain].say(tongue) for domain in compared.unpriced) for tongue in _TONGUES
        )
        texts.append(
            Text(
                f"Dit is niet in euro’s uitgedrukt: {nl}. Kijk daar apart naar.",
                f"This is not expressed in euros: {en}. Look at it apart.",
            )
        )
    if compared.weak:
        weak = len(compared.weak)
        texts.append(
            Text(
                f"Zwak onderbouwde getallen in deze berekening: {count_word(weak, 'nl')}.",
                f"Weakly founded numbers in this calculation: {count_word(weak, 'en')}.",
            )
        )
    return tuple(texts)


def _headline(compared: Compared, one: Alternative, language: Language) -> list[str]:
    name, after = one.name.say(language), period(compared.recipe.months, language)
    first = float(one.money.extra.mid.max())
    starts = []
    if first >= _SMALL:
        starts.append(
            f"{name} kost eerst ongeveer {about(first, 'nl')} extra."
            if language == "nl"
            else f"{name} first costs about {about(first, 'en')} extra."
        )
    else:
        starts.append(
            f"{name} kost eerst niets extra." if language == "nl" else f"{name} costs nothing extra at first."
        )
    return [*starts, _likely(one.saved, after, language), _range(one.saved, language)]


def _likely(saved: Spread, after: str, language: Language) -> str:
    cheaper = round(100 * saved.chance)
    if not saved.draws.any():
        return (
            f"Na {after} kost het precies evenveel als doorgaan."
            if language == "nl"
            else f"After {after} it costs exactly as much as carrying on."
        )
    word = _judgement(saved.chance, language)
    if language == "nl":
        return f"Na {after} is het {word}: in {cheaper} van de 100 doorrekeningen is het goedkoper."
    return f"After {after} it is {word}: in {cheaper} of 100 runs it is cheaper."


def _judgement(chance: float, language: Language) -> str:
    if chance >= _SURE:
        return "bijna zeker goedkoper" if language == "nl" else "almost certainly cheaper"
    if chance >= _LIKELY:
        return "waarschijnlijk goedkoper" if language == "nl" else "probably cheaper"
    if 1 - chance >= _SURE:
        return "bijna zeker duurder" if language == "nl" else "almost certainly dearer"
    if 1 - chance >= _LIKELY:
        return "waarschijnlijk duurder" if language == "nl" else "probably dearer"
    return "onzeker of het goedkoper is" if language == "nl" else "uncertain whether it is cheaper"


def _range(saved: Spread, language: Language) -> str:
    low, high = _side(saved.low, language), _side(saved.high, language)
    if language == "nl":
        return f"In negen van de tien doorrekeningen ligt het van {low} tot {high}."
    return f"In nine of ten runs it lies from {low} to {high}."


def _side(amount: float, language: Language) -> str:
    words = ("goedkoper", "duurder") if language == "nl" else ("cheaper", "dearer")
    return f"{about(abs(amount), language)} {words[amount < 0]}"


def _worth(compared: Compared, one: Alternative) -> tuple[Text, ...]:
    """Return what better lives are worth, and what decides."""
    amount = one.gained.mean
    share = round(100 * one.gained.chance)
    more_nl, more_en = ("meer", "more") if amount >= 0 else ("minder", "less")
    texts = [
        Text(
            f"Wat er in het leven verandert is {about(abs(amount), 'nl')} {more_nl} waard dan bij doorgaan, "
            f"voor iedereen samen; in {share} van de 100 doorrekeningen is het meer.",
            f"What changes in people’s lives is worth {about(abs(amount), 'en')} {more_en} than carrying on, "
            f"to everybody together; in {share} of 100 runs it is more.",
        )
    ]
    if compared.perspective is Perspective.SOCIETY:
        cases = figure(100 * one.net.chance, "nl", 0), figure(100 * one.net.chance, "en", 0)
        texts.append(
            Text(
                f"Kosten en waarde samen zijn in {cases[0]} van de 100 doorrekeningen beter dan doorgaan.",
                f"Costs and worth together are better than carrying on in {cases[1]} of 100 runs.",
            )
        )
    return tuple(texts)
