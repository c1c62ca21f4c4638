"""What a run says of life domains, of hard events, of what we do not know, and where numbers come from."""

from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import LifeDomain
from samenspel.scenarios.drawings.pictures import DomainPicture, Reach
from samenspel.scenarios.rules.outcome import FindingRow, NumberRow, WayRow
from samenspel.scenarios.rules.page_money import YEAR, Shown, course, ticks
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import DomainRow, Event, SourceLine, Unknown

MOST_DOMAINS = 6
NOTHING_KNOWN = 1
WORTH_SOMETHING = 1.0


def domains(seen: Shown) -> tuple[DomainRow, ...]:
    """The life domains in which most differs between the options."""
    first, own = seen.ways[0], seen.ways[1]

    def moved(domain: str) -> float:
        return abs(own.levels[domain].mid[-1] - first.levels[domain].mid[-1])

    order = sorted(first.levels, key=lambda domain: (-round(moved(domain), 4), domain))
    return tuple(_domain(seen, LifeDomain(domain)) for domain in order[:MOST_DOMAINS])


def domains_sentence(seen: Shown) -> str:
    """How to read the drawings, and how many domains are left out."""
    tongue, left = seen.tongue, len(seen.ways[0].levels) - MOST_DOMAINS
    loops = seen.outcome.loops_nl if tongue.language == "nl" else seen.outcome.loops_en
    how = tongue.of(
        f"Van zwaar (onder) naar goed (boven). Dit zijn de {MOST_DOMAINS} leefgebieden waar het meeste "
        f"verandert; bij de {left} andere scheelt het minder.",
        f"From heavy (below) to good (above). These are the {MOST_DOMAINS} life domains that change most; "
        f"in the {left} others the difference is smaller.",
    )
    return " ".join((how, *loops[:1]))


def _domain(seen: Shown, domain: LifeDomain) -> DomainRow:
    tongue = seen.tongue
    name = tongue.text(DOMAIN_NAMES[domain])
    better = seen.difference.better.get(domain, 0.0)
    sentence = tongue.of(
        f"In {tongue.of_hundred(better)} doorrekeningen beter dan bij zo doorgaan.",
        f"Better than carrying on in {tongue.of_hundred(better)} runs.",
    )
    start = seen.outcome.number(f"start.{domain}")
    if start is not None and start.confidence <= NOTHING_KNOWN:
        sentence += tongue.of(
            " Hoe het nu gaat, is nog niet ingevuld.", " How things are now is not filled in yet."
        )
    return DomainRow(
        name=f"{name[:1].upper()}{name[1:]}",
        sentence=sentence,
        picture=DomainPicture(
            title=f"{name[:1].upper()}{name[1:]}. {sentence}",
            courses=tuple(course(way.title, way.levels[domain]) for way in seen.ways),
            years=ticks(seen.months, tongue),
            heavy=tongue.of("zwaar", "heavy"),
            good=tongue.of("goed", "good"),
        ),
        table=_levels(seen, domain),
    )


def _levels(seen: Shown, domain: LifeDomain) -> tuple[tuple[str, ...], ...]:
    tongue = seen.tongue
    moments = sorted({0, min(YEAR, seen.months), seen.months})
    heads = [tongue.of("nu", "now")]
    heads += [
        tongue.of(f"na {tongue.period(month)}", f"after {tongue.period(month)}") for month in moments[1:]
    ]

    def row(way: WayRow) -> tuple[str, ...]:
        band = way.levels[domain]
        return (way.title, *(tongue.of_hundred(band.mid[month]) for month in moments))

    return (("", *heads), *(row(way) for way in seen.ways))


def events(seen: Shown, order: tuple[str, ...]) -> tuple[Event, ...]:
    """How often hard events happen, in the order of the columns (keys of options)."""
    ways = {way.key: way for way in seen.outcome.ways}
    names = {event.key: event.name for event in load_assumptions().events}
    first = seen.outcome.ways[0]
    return tuple(
        Event(
            name=seen.tongue.text(names[event]),
            chances=tuple(seen.tongue.of_hundred(ways[key].chances[event]) for key in order),
            anchor=anchor(f"event.{event}.chance"),
        )
        for event in first.chances
        if event in names
    )


def unknowns(seen: Shown) -> tuple[Unknown, ...]:
    """The five uncertainties that matter most, with what finding out is worth; none when nothing differs."""
    if seen.unchanged:
        return ()
    reaches = [row.reach[seen.option.key] for row in seen.outcome.findings if seen.option.key in row.reach]
    ends = [end for reach in reaches for end in reach] or [0.0]
    axis = (min(0.0, *ends), max(0.0, *ends))
    return tuple(
        _unknown(seen, row, number, axis)
        for row in seen.outcome.findings
        if (number := seen.outcome.number(row.key)) is not None
    )


def _unknown(seen: Shown, row: FindingRow, number: NumberRow, axis: tuple[float, float]) -> Unknown:
    tongue = seen.tongue
    name = tongue.text(number.name())
    low, high = row.reach.get(seen.option.key, (0.0, 0.0))
    matters = tongue.savings(min(low, high), max(low, high))
    units = (number.unit_nl, number.unit_en)
    ends = (
        f"{tongue.number(number.low, *units)} {tongue.of('en', 'and')} {tongue.number(number.high, *units)}"
    )
    return Unknown(
        question=name,
        now=tongue.number(number.mid, *units),
        span=f"{tongue.of('tussen', 'between')} {ends}",
        reach=Reach(
            title=f"{name}: {matters}",
            low=min(low, high),
            high=max(low, high),
            axis_low=axis[0],
            axis_high=axis[1],
        ),
        matters=matters,
        worth=tongue.of(f"hoogstens {tongue.money(row.worth)}", f"at most {tongue.money(row.worth)}")
        if row.worth >= WORTH_SOMETHING
        else tongue.of("verandert de keuze niet", "does not change the choice"),
        how=_how(row, tongue),
        weak=number.weak,
        anchor=anchor(row.key),
    )


def _how(row: FindingRow, tongue: Tongue) -> str:
    """What somebody can do to know it better."""
    if row.worth < WORTH_SOMETHING:
        return tongue.of("Niet nodig voor dit besluit.", "Not needed for this decision.")
    if row.key.startswith("price."):
        return tongue.of(
            "Kijk in het contract of vraag een offerte.", "Look in the contract or ask for an offer."
        )
    if row.key.startswith("effect."):
        return tongue.of(
            "Vraag wie deze hulp geeft en wie haar krijgt, los van elkaar.",
            "Ask who gives this help and who gets it, each apart.",
        )
    if row.key.startswith("start."):
        return tongue.of("Vraag het gezin zelf hoe het nu gaat.", "Ask the family itself how things are now.")
    if row.key.endswith(".chance"):
        return tongue.of(
            "Vraag na hoe vaak dit gebeurt bij vergelijkbare gezinnen.",
            "Ask how often this happens to comparable families.",
        )
    if ".bill." in row.key:
        return tongue.of("Zoek op wat dit de vorige keer kostte.", "Look up what this cost the last time.")
    return tongue.of(
        "Bespreek dit met elkaar en schrijf op wat u denkt.", "Talk about it and write down what you think."
    )


def unknowns_sentence(seen: Shown) -> str:
    """What knowing everything is worth."""
    tongue, worth = seen.tongue, seen.outcome.evpi
    if worth < WORTH_SOMETHING:
        return tongue.of(
            "De onzekerheden die het meest uitmaken. Meer uitzoeken verandert de keuze niet.",
            "The uncertainties that matter most. Finding out more does not change the choice.",
        )
    return tongue.of(
        "De onzekerheden die het meest uitmaken. "
        f"Alles zeker weten is samen hooguit {tongue.money(worth)} waard. "
        "Meer onderzoek mag dus niet meer kosten.",
        f"The uncertainties that matter most. Knowing everything is worth at most {tongue.money(worth)}. "
        "So research may not cost more.",
    )


def anchor(key: str) -> str:
    """Where a number is opened on the page."""
    return f"bron-{key.replace('.', '-').replace('_', '-')}"


def sources(seen: Shown) -> tuple[SourceLine, ...]:
    """Every number that the run rests on: what matters most first, then prices, then the rest."""
    tops = [row.key for row in seen.outcome.findings]
    numbers = sorted(
        seen.outcome.numbers,
        key=lambda row: (
            tops.index(row.key) if row.key in tops else len(tops),
            not row.key.startswith("price."),
            row.key,
        ),
    )
    return tuple(_source(row, seen) for row in numbers)


def _source(row: NumberRow, seen: Shown) -> SourceLine:
    tongue = seen.tongue
    units = (row.unit_nl, row.unit_en)
    year = str(seen.outcome.recipe.price_year) if row.unit_nl.startswith("euro") else ""
    return SourceLine(
        anchor=anchor(row.key),
        name=tongue.text(row.name()),
        value=tongue.number(row.mid, *units),
        span=f"{tongue.number(row.low, *units)} {tongue.to} {tongue.number(row.high, *units)}",
        source=row.source,
        year=tongue.of(f"in euro’s van {year}", f"in euros of {year}") if year else "",
        confidence=tongue.of(f"{row.confidence} van 10", f"{row.confidence} out of 10"),
        weak=row.weak,
        entered_by=row.entered_by,
        steps=row.steps_nl if tongue.language == "nl" else row.steps_en,
    )


def weak_sentence(seen: Shown) -> str:
    """How many numbers are weakly founded."""
    tongue = seen.tongue
    weak = sum(row.weak for row in seen.outcome.numbers)
    if not weak:
        return ""
    every = len(seen.outcome.numbers)
    return tongue.of(
        f"{weak} van de {every} getallen zijn zwak onderbouwd. "
        "De uitkomst is een hulp bij het gesprek, geen bewijs.",
        f"{weak} of {every} numbers are weakly founded. The outcome helps the talk; it is no proof.",
    )
