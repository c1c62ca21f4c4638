"""A comparison as text for a terminal, and as plain data for JSON."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from rekenmodel.comparison import Alternative, Asked, Compared, Spread, headline, knowing, sentences, unpriced
from rekenmodel.comparison.words import about, period
from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.social_value import party_name
from rekenmodel.trajectory import Bands, Outlook, feedback_loops, stability
from rekenmodel.values import Language, Text, number, payer_name, percent

_GAP = "  "


def as_text(asked: Asked, compared: Compared, language: Language, width: int) -> str:
    """Return the whole comparison: the answers first, then money, lives and what to find out."""
    answers = (_paragraph(headline(compared, one), language, width) for one in compared.alternatives)
    parts = [_heading(asked.title), *answers, _money(compared, language, width)]
    for one in compared.alternatives:
        parts += [_parties(one, language, width), _lives(compared, one, language, width)]
    parts.append(_titled(_FINDING_OUT, _list(knowing(compared), language, width), language))
    parts.append(_titled(_MIND, _list(_warnings(asked, compared), language, width), language))
    parts.append(_wrapped(_recipe(compared, language), width))
    return "\n\n".join(parts)


def as_data(asked: Asked, compared: Compared, language: Language) -> dict[str, Any]:
    """Return everything as numbers, texts, lists and dicts."""
    return {
        "title": asked.title,
        "recipe": asdict(compared.recipe) | {"ladders": compared.ladders},
        "perspective": str(compared.perspective),
        "best": compared.best,
        "evpi": compared.evpi,
        "scenarios": [_outlook(outlook, language) for outlook in compared.outlooks],
        "alternatives": [_alternative(compared, one, language) for one in compared.alternatives],
        "findings": [
            {
                "key": found.assumption.key,
                "name": found.assumption.name.say(language),
                "evppi": found.worth,
                "rank_correlation": found.correlation,
                "source": found.assumption.source,
                "confidence": found.assumption.confidence,
                "text": found.text.say(language),
            }
            for found in compared.findings
        ],
        "unpriced": [str(domain) for domain in compared.unpriced],
        "weak": [entry.key for entry in compared.weak],
    }


def _outlook(outlook: Outlook, language: Language) -> dict[str, Any]:
    return {
        "key": outlook.key,
        "name": outlook.name.say(language),
        "levels": {str(domain): _bands(bands) for domain, bands in outlook.levels.items()},
        "spent": {_party(payer): _bands(bands) for payer, bands in outlook.spent.items()},
        "total": _bands(outlook.total),
        "chances": {event: _rounded(chance, 6) for event, chance in outlook.chances.items()},
    }


def _alternative(compared: Compared, one: Alternative, language: Language) -> dict[str, Any]:
    return {
        "key": one.key,
        "name": one.name.say(language),
        "net": _spread(one.net),
        "saved": _spread(one.saved),
        "gained": _spread(one.gained),
        "break_even_month": one.break_even,
        "extra": _bands(one.money.extra),
        "chance_cheaper": _rounded(one.money.cheaper, 6),
        "chance_better": {str(domain): _rounded(share, 6) for domain, share in one.money.better.items()},
        "parties": [
            {
                "party": party.party,
                "gains": float(party.gains.mean()),
                "costs": float(party.costs.mean()),
                "transfers": float(party.transfers.mean()),
                "net": _spread(Spread(party.net)),
            }
            for party in one.parties
        ],
        "wrong_pocket": {
            "index": one.wrong_pocket.index,
            "compensation": dict(one.wrong_pocket.compensation),
        },
        "sentences": [text.say(language) for text in sentences(compared, one)],
    }


def _spread(spread: Spread) -> dict[str, float]:
    names = ("mean", "low", "mid", "high", "chance", "error")
    return {name: float(getattr(spread, name)) for name in names}


def _bands(bands: Bands) -> dict[str, list[float]]:
    return {name: _rounded(getattr(bands, name), 6) for name in ("low", "mid", "high", "mean")}


def _rounded(values: Iterable[float], digits: int) -> list[float]:
    return [round(float(value), digits) for value in values]


def _money(compared: Compared, language: Language, width: int) -> str:
    """Return per payer what each scenario costs over the whole horizon."""
    months = compared.recipe.months
    title = Text(
        f"Wat iedereen betaalt in {period(months, 'nl')} (midden, en van laag tot hoog)",
        f"What everybody pays in {period(months, 'en')} (middle, and from low to high)",
    )
    heads = ["", *(outlook.name.say(language) for outlook in compared.outlooks)]
    rows = [
        [payer_name(payer).say(language), *(_euros(one.spent[payer], language) for one in compared.outlooks)]
        for payer in compared.outlooks[0].spent
    ]
    rows.append([_TOGETHER.say(language), *(_euros(one.total, language) for one in compared.outlooks)])
    return _titled(title, _table(heads, rows, width), language)


def _parties(one: Alternative, language: Language, width: int) -> str:
    title = Text(
        f"{one.name.nl}: wie wint en wie verliest, omgerekend naar nu",
        f"{one.name.en}: who gains and who loses, brought back to now",
    )
    heads = [text.say(language) for text in (_PARTY, _ON_AVERAGE, _LOW_TO_HIGH, _CHANCE_OF_LOSS)]
    rows = []
    for party in one.parties:
        net = Spread(party.net)
        if not net.draws.any():
            continue
        rows.append(
            [
                party_name(party.party).say(language),
                about(net.mean, language),
                f"{about(net.low, language)} … {about(net.high, language)}",
                percent(party.chance_of_loss, language),
            ]
        )
    told = _list(one.wrong_pocket.texts, language, width)
    return _titled(title, f"{_table(heads, rows, width)}\n{told}", language)


def _lives(compared: Compared, one: Alternative, language: Language, width: int) -> str:
    months = compared.recipe.months
    title = Text(
        f"{one.name.nl}: de leefgebieden na {period(months, 'nl')} (0 zwaar, 100 goed)",
        f"{one.name.en}: the life domains after {period(months, 'en')} (0 heavy, 100 good)",
    )
    outlook = next(found for found in compared.outlooks if found.key == one.key)
    first = compared.outlooks[0]
    heads = [text.say(language) for text in (_DOMAIN, _NOW, first.name, one.name, _BETTER)]
    rows = [
        [
            DOMAIN_NAMES[domain].say(language),
            f"{100 * bands.mid[0]:.0f}",
            _levels(first.levels[domain]),
            _levels(bands),
            percent(float(one.money.better[domain][-1]), language),
        ]
        for domain, bands in outlook.levels.items()
    ]
    return _titled(title, _table(heads, rows, width), language)


def _warnings(asked: Asked, compared: Compared) -> Iterator[Text]:
    """Give what a reader has to bear in mind: what has no price, and what runs away or feeds itself."""
    yield from unpriced(compared)
    for scenario in asked.scenarios:
        warning = stability(asked.case, scenario, asked.seed).warning
        if warning is not None:
            yield warning
    for loop in feedback_loops(asked.case.assumptions, 1):
        yield loop.text


def _recipe(compared: Compared, language: Language) -> str:
    recipe = compared.recipe
    draws, rate = number(recipe.draws, language), percent(recipe.rate, language, 2)
    return Text(
        f"{draws} doorrekeningen, startgetal {recipe.seed}, aannames {recipe.assumptions}, prijzen van "
        f"{recipe.price_year}, teruggerekend naar nu met {rate} per jaar.",
        f"{draws} runs, seed {recipe.seed}, assumptions {recipe.assumptions}, prices of "
        f"{recipe.price_year}, brought back to now at {rate} a year.",
    ).say(language)


def _euros(bands: Bands, language: Language) -> str:
    low, mid, high = (about(float(end[-1]), language) for end in (bands.low, bands.mid, bands.high))
    return f"{mid} ({low} … {high})"


def _levels(bands: Bands) -> str:
    low, mid, high = (f"{100 * end[-1]:.0f}" for end in (bands.low, bands.mid, bands.high))
    return f"{mid} ({low}–{high})"


def _party(payer: object) -> str:
    return "unknown" if payer is None else str(payer)


def _heading(title: str) -> str:
    return f"{title}\n{'=' * len(title)}"


def _titled(title: Text, body: str, language: Language) -> str:
    return f"{title.say(language)}\n{body}"


def _paragraph(texts: Iterable[Text], language: Language, width: int) -> str:
    return _wrapped(" ".join(text.say(language) for text in texts), width)


def _list(texts: Iterable[Text], language: Language, width: int) -> str:
    return "\n".join(
        textwrap.fill(text.say(language), width, initial_indent="- ", subsequent_indent="  ")
        for text in texts
    )


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return a table; where it does not fit, each row becomes a short list."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
        return "\n".join(
            _GAP.join(
                cell.ljust(wide) if place == 0 else cell.rjust(wide)
                for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in (heads, *rows)
        )
    return "\n".join(
        "\n".join([row[0], *(f"  {head}: {cell}" for head, cell in zip(heads[1:], row[1:], strict=True))])
        for row in rows
    )


_TOGETHER = Text("samen", "together")
_PARTY, _ON_AVERAGE = Text("partij", "party"), Text("gemiddeld", "on average")
_LOW_TO_HIGH, _CHANCE_OF_LOSS = Text("van laag tot hoog", "low to high"), Text("kans op verlies", "loss")
_DOMAIN, _NOW, _BETTER = Text("leefgebied", "domain"), Text("nu", "now"), Text("kans op beter", "better")
_FINDING_OUT = Text("Wat uitzoeken waard is", "What finding out is worth")
_MIND = Text("Let op", "Bear in mind")
