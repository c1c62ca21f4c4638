"""The pages of the network's own prices and assumptions, and the preview of a file before it comes in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from rekenmodel.costs import PriceItem, load_price_list, unit_name
from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import day, figure, number
from rekenmodel.values.draws import Assumption
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.list_workbook import CellProblem, ListRead
from samenspel.scenarios.rules.lists import Entry, OwnAssumption, OwnPrice
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown_prices import PriceChange, PricePage, PricePreview, PriceRow, Version

WEAK = 4
NO_CONFIDENCE = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One version of a list: its number, when and by whom, and why."""

    number: int
    at: datetime
    by: str
    note: str


def price_page(
    kind: ListKind,
    network: str,
    entries: Iterable[Entry],
    versions: Iterable[Made],
    here: int | None,
    tongue: Tongue,
    *,
    writes: bool,
) -> PricePage:
    """The list that a network calculates with: its own entries first, then those of the program."""
    own = {entry.key: entry for entry in entries}
    rows = [_own(entry, tongue) for entry in own.values()]
    if kind is ListKind.PRICES:
        rows += [_item(item, tongue) for key, item in load_price_list().items.items() if key not in own]
    else:
        known = load_assumptions().entries
        rows += [_assumed(entry, tongue) for key, entry in sorted(known.items()) if key not in own]
    return PricePage(
        what="prices" if kind is ListKind.PRICES else "assumptions",
        network=network,
        sentence=_sentence(kind, len(own), len(rows) - len(own), tongue),
        rows=tuple(rows),
        versions=tuple(_version(one, here, tongue) for one in versions),
        writes=writes,
    )


def _sentence(kind: ListKind, own: int, other: int, tongue: Tongue) -> str:
    what = tongue.of("prijzen", "prices") if kind is ListKind.PRICES else tongue.of("aannames", "assumptions")
    if own == 0:
        return tongue.of(
            f"We rekenen met de {other} {what} van Samenspel. Uw netwerk heeft nog geen eigen {what}.",
            f"We calculate with the {other} {what} of Samenspel. Your network has no {what} of its own yet.",
        )
    return tongue.of(
        f"We rekenen met {own} eigen {what}. Waar die er niet zijn, met de {other} van Samenspel.",
        f"We calculate with {own} {what} of your own. Where there are none, with the {other} of Samenspel.",
    )


def _version(one: Made, here: int | None, tongue: Tongue) -> Version:
    said = day(one.at.date(), tongue.language)
    return Version(
        number=one.number,
        said=f"{said}. {one.note}" if one.note else said,
        by=one.by,
        here=one.number == here,
    )


def value_said(entry: Entry, tongue: Tongue) -> str:
    """The value of an entry, in a few words."""
    if isinstance(entry, OwnPrice):
        unit = tongue.text(unit_name(entry.unit))
        return f"{_euros(entry.amount, tongue)} per {unit} ({entry.price_year})"
    return f"{_figure(entry.mid, tongue)} ({_span(entry.low, entry.high, tongue)})"


def _euros(amount: Decimal, tongue: Tongue) -> str:
    return f"€ {number(amount, tongue.language, 2)}"


def _figure(value: float, tongue: Tongue) -> str:
    """A number as people write it, with all the decimals that it was given, six at most."""
    return figure(value, tongue.language, 6)


def _three(value: float) -> float:
    """A number to three figures: an estimate is no more precise."""
    return float(f"{value:.3g}")


def _span(low: float, high: float, tongue: Tongue) -> str:
    return f"{_figure(low, tongue)} {tongue.to} {_figure(high, tongue)}"


def _own(entry: Entry, tongue: Tongue) -> PriceRow:
    sure = tongue.of(f"{entry.confidence} van 10", f"{entry.confidence} out of 10")
    common = {
        "key": entry.key,
        "source": entry.source,
        "confidence": sure,
        "entered_by": entry.entered_by,
    }
    weak = entry.confidence <= WEAK
    if isinstance(entry, OwnPrice):
        span = ""
        if entry.low is not None and entry.high is not None:
            span = f"{_euros(entry.low, tongue)} {tongue.to} {_euros(entry.high, tongue)}"
        return PriceRow(
            name=entry.item,
            value=_euros(entry.amount, tongue),
            span=span,
            unit=tongue.text(unit_name(entry.unit)),
            year=str(entry.price_year),
            weak=weak,
            own=True,
            **common,
        )
    return PriceRow(
        name=entry.name,
        value=_figure(entry.mid, tongue),
        span=_span(entry.low, entry.high, tongue),
        unit=entry.unit,
        year="",
        weak=weak,
        own=True,
        **common,
    )


def _item(item: PriceItem, tongue: Tongue) -> PriceRow:
    price = item.price
    span = ""
    if price.low is not None and price.high is not None:
        span = f"{_euros(price.low, tongue)} {tongue.to} {_euros(price.high, tongue)}"
    return PriceRow(
        key=item.key,
        name=item.item,
        value=_euros(price.amount, tongue),
        span=span,
        unit=tongue.text(unit_name(item.unit)),
        year=str(price.price_year or ""),
        source=price.source,
        confidence=NO_CONFIDENCE,
        weak=False,
        entered_by="Samenspel",
        own=False,
    )


def _assumed(entry: Assumption, tongue: Tongue) -> PriceRow:
    low, mid, high = (entry.value.quantile(share) for share in (0.05, 0.5, 0.95))
    return PriceRow(
        key=entry.key,
        name=tongue.text(entry.name),
        value=_figure(_three(mid), tongue),
        span=_span(_three(low), _three(high), tongue),
        unit=tongue.text(entry.unit),
        year="",
        source=entry.source,
        confidence=tongue.of(f"{entry.confidence} van 10", f"{entry.confidence} out of 10"),
        weak=entry.weak,
        entered_by=entry.entered_by,
        own=False,
    )


def price_preview(
    key: str, file_name: str, read: ListRead, held: Iterable[Entry], tongue: Tongue
) -> PricePreview:
    """What a file would do to the list: new, changed, the same, gone, and what is wrong in which cell."""
    before: Mapping[str, Entry] = {entry.key: entry for entry in held}
    library = _library(read.kind, tongue)
    found = [
        _change(row, entry, before.get(entry.key), library.get(entry.key, ""), tongue)
        for row, entry in read.entries
    ]
    coming = {entry.key for _, entry in read.entries}
    gone = [
        PriceChange(
            cell="",
            name=_name(entry),
            before=value_said(entry, tongue),
            after=library.get(entry.key, ""),
            kind="gone",
        )
        for entry in before.values()
        if entry.key not in coming
    ]
    wrong = [_wrong(problem, tongue) for problem in read.problems]
    return PricePreview(
        key=key,
        file_name=file_name,
        sentence=_preview_sentence(found, len(gone), len(wrong), tongue),
        changes=(*wrong, *found, *gone),
        wrong=len(wrong),
    )


def _library(kind: ListKind, tongue: Tongue) -> dict[str, str]:
    """The values that count where the network has none of its own, by key, in a few words."""
    if kind is ListKind.ASSUMPTIONS:
        rows = (_assumed(entry, tongue) for entry in load_assumptions().entries.values())
        return {row.key: f"{row.value} ({row.span})" for row in rows}
    rows = (_item(item, tongue) for item in load_price_list().items.values())
    return {row.key: f"{row.value} per {row.unit}" + (f" ({row.year})" if row.year else "") for row in rows}


def _change(row: int, entry: Entry, old: Entry | None, library: str, tongue: Tongue) -> PriceChange:
    """What one row does; an entry of the network takes the place of the one that the program has."""
    kind: Literal["new", "changed", "same"] = "changed" if old or library else "new"
    if old == entry:
        kind = "same"
    return PriceChange(
        cell=f"A{row}",
        name=_name(entry),
        before=value_said(old, tongue) if old else library,
        after=value_said(entry, tongue),
        kind=kind,
    )


def _wrong(problem: CellProblem, tongue: Tongue) -> PriceChange:
    return PriceChange(
        cell=problem.cell, name="", before="", after="", kind="wrong", wrong=tongue.text(problem.text)
    )


def _name(entry: Entry) -> str:
    return entry.name if isinstance(entry, OwnAssumption) else entry.item


def _preview_sentence(found: list[PriceChange], gone: int, wrong: int, tongue: Tongue) -> str:
    if wrong:
        return tongue.of(
            f"Er kloppen {wrong} vakjes niet. Verbeter ze in de werkmap; er is nog niets bewaard.",
            f"{wrong} cells are not right. Mend them in the workbook; nothing is saved yet.",
        )
    new, changed = (sum(one.kind == kind for one in found) for kind in ("new", "changed"))
    same = len(found) - new - changed
    return tongue.of(
        f"{new} nieuw, {changed} veranderd, {same} hetzelfde, {gone} weg. Er is nog niets bewaard.",
        f"{new} new, {changed} changed, {same} the same, {gone} gone. Nothing is saved yet.",
    )
