"""Who pays and who gains, as the page shows it: the bars, the table, and the wrong pocket in words."""

from rekenmodel.social_value import party_name
from rekenmodel.values import Payer, Text
from samenspel.scenarios.drawings.pictures import PayerBar, PayerBars
from samenspel.scenarios.rules.departments import DEPARTMENT_TEXTS
from samenspel.scenarios.rules.outcome import PartyRow
from samenspel.scenarios.rules.page_money import Shown
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import PayerRow

UNKNOWN_PARTY = "unknown"


def _parties(seen: Shown) -> list[PartyRow]:
    """Who gains or loses a euro or more, from most loss to most gain."""
    found = [row for row in seen.difference.parties if abs(row.mean) >= 1]
    return sorted(found, key=lambda row: (row.mean, row.party))


def party_said(party: str, tongue: Tongue) -> str:
    """What a party is called, as it stands at the begin of a row."""
    name = tongue.text(party_text(party))
    return f"{name[:1].upper()}{name[1:]}"


def party_text(party: str) -> Text:
    """What a party, or a department of the municipality, is called."""
    if party == UNKNOWN_PARTY:
        return Text("nog niet duidelijk wie", "not yet clear who")
    return DEPARTMENT_TEXTS.get(party) or party_name(party)


def payers(seen: Shown) -> PayerBars:
    """Who pays more and who keeps something."""
    tongue = seen.tongue
    return PayerBars(
        title=pocket(seen)[0],
        loses=tongue.of("betaalt meer", "pays more"),
        gains=tongue.of("houdt over", "gains"),
        bars=tuple(
            PayerBar(
                name=party_said(row.party, tongue),
                low=min(row.low, row.mean),
                mid=row.mean,
                high=max(row.high, row.mean),
                said=tongue.signed(row.mean),
                span=tongue.span(row.low, row.high),
                household=row.party == Payer.HOUSEHOLD,
            )
            for row in _parties(seen)
        ),
        language=tongue.language,
    )


def payer_rows(seen: Shown) -> tuple[PayerRow, ...]:
    """The same as the bars, in words, and what it comes to for all together."""
    tongue = seen.tongue
    rows = tuple(
        PayerRow(
            name=party_said(row.party, tongue),
            said=tongue.signed(row.mean),
            span=tongue.span(row.low, row.high),
            meaning=tongue.of(
                f"gaat erop achteruit in {tongue.of_hundred(row.chance_of_loss)}",
                f"loses in {tongue.of_hundred(row.chance_of_loss)}",
            ),
        )
        for row in _parties(seen)
    )
    if not rows:
        return ()
    total = sum(row.mean for row in seen.difference.parties)
    return (
        *rows,
        PayerRow(name=tongue.of("Samen", "Together"), said=tongue.signed(total), span="", meaning=""),
    )


def pocket(seen: Shown) -> tuple[str, ...]:
    """The wrong pocket in words; the first sentence is the conclusion."""
    tongue, one = seen.tongue, seen.difference
    losing = [row for row in _parties(seen) if row.mean < 0]
    if seen.unchanged:
        return (tongue.of("Voor niemand verandert er iets.", "Nothing changes for anybody."),)
    if not losing:
        return (tongue.of("Geen enkele partij verliest hierop.", "No party loses by this."),)
    head = tongue.of(
        "Wie betaalt, is niet wie overhoudt. Dat moet u samen oplossen vóór het besluit.",
        "Who pays is not who gains. Settle that together before the decision.",
    )
    return (head, *(_need(row, tongue) for row in losing), _settled(one.pocket, tongue))


def _need(row: PartyRow, tongue: Tongue) -> str:
    name, amount = tongue.text(party_text(row.party)), tongue.money(-row.mean)
    return tongue.of(
        f"{name[:1].upper()}{name[1:]} heeft {amount} nodig om er niet op achteruit te gaan.",
        f"{name[:1].upper()}{name[1:]} needs {amount} so as not to lose by it.",
    )


def _settled(pocket: float | None, tongue: Tongue) -> str:
    """Whether those who gain can make the others whole."""
    if pocket is None:
        return tongue.of("Niemand wint hierop.", "Nobody gains by this.")
    cents = round(100 * pocket)
    if cents < 100:
        return tongue.of(
            f"Van elke euro die anderen overhouden, is {cents} cent nodig om niemand te laten verliezen.",
            f"Of every euro that others gain, {cents} cents are needed so that nobody loses.",
        )
    return tongue.of(
        "De winst van de anderen is te klein om dat goed te maken.",
        "The gain of the others is too small to make up for it.",
    )
