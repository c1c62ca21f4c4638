"""From starts and stops to the periods in which help was really given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import TypeVar

from rekenmodel.values import Text, day
from samenspel.exchange.rules.ijw_facts import StartFact, StopFact
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_order import ask
from samenspel.exchange.rules.ijw_tables import label

TEMPORARY = "20"
REMOVAL = "3"
Delivery = TypeVar("Delivery", StartFact, StopFact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Help from `began` up to and including `ended`; `temporary` means that it paused and may start again."""

    began: date
    ended: date | None = None
    reason: str = ""
    reason_label: str = ""
    temporary: bool = False


def periods_of(
    starts: Sequence[StartFact], stops: Sequence[StopFact], help_key: str
) -> tuple[tuple[Period, ...], list[Finding]]:
    """Return the periods in order of their begin, and what does not fit together."""
    standing_starts, findings = _standing(starts, help_key)
    standing_stops, more = _standing(stops, help_key)
    findings += more
    began = {start.began for start in standing_starts}
    by_begin: dict[date, list[StopFact]] = {day: [] for day in began}
    for stop in standing_stops:
        if stop.began not in began:
            findings.append(ask(stop.origin, "TR069", _no_start(stop), help_key))
        by_begin.setdefault(stop.began, []).append(stop)
    periods = tuple(_period(day, by_begin[day]) for day in sorted(by_begin))
    for earlier, later in pairwise(periods):
        if earlier.ended is None:
            origin = max(standing_starts, key=lambda start: start.began).origin
            findings.append(ask(origin, "TR326", _not_stopped(earlier, later), help_key))
    return periods, findings


def _period(began: date, stops: list[StopFact]) -> Period:
    if not stops:
        return Period(began=began)
    # A final stop after a temporary one says why it never started again; help ended at the first of the two.
    last = max(stops, key=lambda stop: (stop.ended, stop.reason != TEMPORARY, stop.reason))
    return Period(
        began=began,
        ended=min(stop.ended for stop in stops),
        reason=last.reason,
        reason_label=label(last.origin.law, "RedenBeeindiging", last.reason),
        temporary=last.reason == TEMPORARY,
    )


def _standing(deliveries: Sequence[Delivery], help_key: str) -> tuple[list[Delivery], list[Finding]]:
    """Return what is left after removals: per key and day, first deliveries minus removals, never below none.

    Counting per day makes the outcome independent of the order of messages of the same day.
    """
    standing: list[Delivery] = []
    findings: list[Finding] = []
    ordered = sorted(deliveries, key=lambda delivery: (_key(delivery), delivery.origin.dated))
    for _, same_key in groupby(ordered, key=_key):
        present: Delivery | None = None
        for _, same_day in groupby(same_key, key=lambda delivery: delivery.origin.dated):
            present, doubts = _after_day(present, list(same_day), help_key)
            findings += doubts
        if present is not None:
            standing.append(present)
    return standing, findings


def _after_day(
    present: Delivery | None, same_day: list[Delivery], help_key: str
) -> tuple[Delivery | None, list[Finding]]:
    firsts = sorted(
        (delivery for delivery in same_day if delivery.status != REMOVAL),
        key=lambda delivery: delivery.origin.identification,
    )
    removals = [delivery for delivery in same_day if delivery.status == REMOVAL]
    count = (present is not None) + len(firsts) - len(removals)
    doubts = []
    if count < 0:
        doubts.append(ask(removals[0].origin, "TR063", NOTHING_TO_REMOVE, help_key))
    if count > 1:
        doubts.append(ask(firsts[-1].origin, "TR074", TWICE, help_key))
    if count <= 0:
        return None, doubts
    return present or firsts[0], doubts


def _key(delivery: StartFact | StopFact) -> tuple[date, date, str]:
    if isinstance(delivery, StopFact):
        return (delivery.began, delivery.ended, delivery.reason)
    return (delivery.began, delivery.began, "")


NOTHING_TO_REMOVE = Text(
    nl="De aanbieder verwijdert een start of stop die hier niet bekend is. Mist er een eerder bericht?",
    en="The provider removes a start or stop that is not known here. Is an earlier message missing?",
)
TWICE = Text(
    nl="De aanbieder meldt dezelfde start of stop twee keer. We tellen die een keer.",
    en="The provider reports the same start or stop twice. We count it once.",
)


def _no_start(stop: StopFact) -> Text:
    return Text(
        nl=f"De hulp stopte op {day(stop.ended, 'nl')}, maar er is geen startbericht voor "
        f"{day(stop.began, 'nl')}. "
        "We nemen de begindatum uit het stopbericht. Mist er een bericht?",
        en=f"The help stopped on {day(stop.ended, 'en')}, but there is no start message for "
        f"{day(stop.began, 'en')}. "
        "We take the begin from the stop message. Is a message missing?",
    )


def _not_stopped(earlier: Period, later: Period) -> Text:
    return Text(
        nl=f"De hulp begon op {day(later.began, 'nl')} opnieuw, maar de hulp vanaf "
        f"{day(earlier.began, 'nl')} is niet gestopt. "
        "Vraag de aanbieder om een stopbericht.",
        en=f"The help began again on {day(later.began, 'en')}, but the help since "
        f"{day(earlier.began, 'en')} was not stopped. "
        "Ask the provider for a stop message.",
    )
