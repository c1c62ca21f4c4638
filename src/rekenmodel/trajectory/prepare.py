"""From a household and scenarios to what the engines calculate with: wiring, schedules and draws.

Lines, payments and links stand in the order of their keys, and every uncertain number has draws of its own by
its key. So the order in which help was written down changes nothing, and scenarios share their good and bad
luck.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rekenmodel.trajectory.assumptions import AssumptionSet, domain_of
from rekenmodel.trajectory.case import Case, HelpLine, Payment
from rekenmodel.trajectory.engine_input import Places, Rows, Schedule, Wiring
from rekenmodel.trajectory.scenario import Plan, Scenario, check_scenarios, planned
from rekenmodel.trajectory.vectorised import logistic, reached
from rekenmodel.values import LifeDomain, Payer, RefusedError, Text
from rekenmodel.values.draws import Assumption, Distribution, Draws, latin_hypercube

DOMAINS = tuple(LifeDomain)
_PLACE = {domain: place for place, domain in enumerate(DOMAINS)}
# A level at the very end of the scale has no finite push that keeps it there.
_EDGE = 0.01
_MONTHS_A_YEAR = 12
# Assumptions that only play a part when a line of help takes them.
_ONLY_BY_LINES = ("effect.", "half_dose.", "build_up.")

Source = HelpLine | Payment


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """All that a run needs but the draws: `rows` gives those, for as many draws at a time as one likes."""

    case: Case
    scenarios: tuple[Scenario, ...]
    sources: tuple[Source, ...]
    payers: tuple[Payer | None, ...]
    wiring: Wiring
    schedules: tuple[Schedule, ...]

    def uncertain(self) -> Mapping[str, Assumption]:
        """Return every assumption that plays a part, by key.

        Raises RefusedError when two that differ have the same key.
        """
        known = {
            key: entry
            for key, entry in self.case.assumptions.entries.items()
            if not key.startswith(_ONLY_BY_LINES)
        }
        own: dict[str, Assumption] = {}
        for source in self.sources:
            for entry in _entries(source):
                if own.setdefault(entry.key, entry) != entry:
                    raise RefusedError(
                        Text(
                            f"{entry.name.nl}: twee verschillende aannames heten “{entry.key}”.",
                            f"{entry.name.en}: two different assumptions are called “{entry.key}”.",
                        )
                    )
        return {**known, **own}

    def rows(self, seed: int, count: int, chunk: int = 0, luck: int = 0) -> Rows:
        """Return `count` draws of everything uncertain.

        Another `chunk` gives other draws; another `luck` other moments of events, all else the same.
        """
        return _RowMaker(self, seed, count, chunk, luck).rows()


def prepare(case: Case, scenarios: tuple[Scenario, ...]) -> Prepared:
    """Check everything and lay it out. Raises RefusedError, naming the field, on what cannot be right."""
    check_scenarios(scenarios)
    plans = tuple(planned(case, scenario) for scenario in scenarios)
    sources = _sources(plans)
    years = {case.assumptions.price_year, *(_price_year(source) for source in sources)}
    if len(years) > 1:
        raise RefusedError(
            Text(
                f"De prijzen zijn van verschillende jaren: {sorted(years, key=str)}. Reken ze eerst om.",
                f"The prices are of different years: {sorted(years, key=str)}. Convert them first.",
            )
        )
    payers = _payers(sources, case.assumptions)
    wiring = _wiring(case, sources, payers)
    schedules = tuple(_schedule(plan, sources, case.months) for plan in plans)
    prepared = Prepared(case, scenarios, sources, payers, wiring, schedules)
    prepared.uncertain()
    return prepared


def _sources(plans: tuple[Plan, ...]) -> tuple[Source, ...]:
    """Return every line and payment of any scenario once, by key. Raises RefusedError when two differ."""
    found: dict[str, Source] = {}
    for plan in plans:
        everything: dict[str, Source] = {key: entry.line for key, entry in plan.lines.items()}
        for key, source in (*everything.items(), *plan.payments.items()):
            if found.setdefault(key, source) != source:
                raise RefusedError(
                    Text(
                        f"{source.name.nl}: “{key}” is in het ene scenario iets anders dan in het andere.",
                        f"{source.name.en}: “{key}” is not the same in all scenarios.",
                    )
                )
    return tuple(found[key] for key in sorted(found))


def _entries(source: Source) -> tuple[Assumption, ...]:
    own = (source.build_up, *source.effects.values())
    if isinstance(source, Payment):
        return (source.amount, *own)
    return (source.price.amount, source.half_dose.amount, *own)


def _price_year(source: Source) -> int | None:
    return source.price_year if isinstance(source, Payment) else source.price.price_year


def _payers(sources: tuple[Source, ...], assumptions: AssumptionSet) -> tuple[Payer | None, ...]:
    """Return who pays anything, in the order of `Payer`; last, who is not known yet."""
    found: set[Payer | None] = {source.payer for source in sources}
    for event in assumptions.events:
        found |= {_payer(key) for key, _ in assumptions.under(f"event.{event.key}.bill.")}
    return tuple(payer for payer in (*Payer, None) if payer in found)


def _payer(word: str) -> Payer:
    if word not in set(Payer):
        raise RefusedError(Text(f"{word} is geen betaler.", f"{word} is no payer."))
    return Payer(word)


def _places(values: list[int]) -> Places:
    return np.array(values, dtype=np.intp)


def _wiring(case: Case, sources: tuple[Source, ...], payers: tuple[Payer | None, ...]) -> Wiring:
    known, events = case.assumptions, case.assumptions.events
    links = [key.split(".", 1) for key, _ in _links(known)]
    effects = _effects(sources)
    slopes, hits = _of_events(known, "slope"), _of_events(known, "hit")
    bills = _of_events(known, "bill")
    before = [s.dose if isinstance(s, HelpLine) and s.begin is None else 0.0 for s in sources]
    return Wiring(
        link_from=_places([_PLACE[domain_of(one)] for one, _ in links]),
        link_to=_places([_PLACE[domain_of(other)] for _, other in links]),
        effect_line=_places([line for line, _ in effects]),
        effect_to=_places([_PLACE[domain] for _, domain in effects]),
        direct=_places([isinstance(source, Payment) for source in sources]),
        dose_before=np.array(before, dtype=np.float64),
        line_payer=_places([payers.index(source.payer) for source in sources]),
        slope_event=_places([event for event, _ in slopes]),
        slope_on=_places([_PLACE[domain_of(key)] for _, key in slopes]),
        slot_event=_places([place for place, event in enumerate(events) for _ in range(event.times)]),
        hit_event=_places([event for event, _ in hits]),
        hit_on=_places([_PLACE[domain_of(key)] for _, key in hits]),
        bill_event=_places([event for event, _ in bills]),
        bill_payer=_places([payers.index(_payer(key)) for _, key in bills]),
        bill_months=_places([events[event].months for event, _ in bills]),
        payers=len(payers),
        valued=_places([place for place, domain in enumerate(DOMAINS) if f"worth.{domain}" in known.entries]),
    )


def _links(known: AssumptionSet) -> list[tuple[str, Assumption]]:
    """Return the links in the order of their rows: by the domain that they work on, as the engines like
    it."""
    return sorted(known.under("link."), key=lambda link: link[0].partition(".")[2])


def _effects(sources: tuple[Source, ...]) -> list[tuple[int, LifeDomain]]:
    """Return (line, domain) of every effect in the order of the rows: payments last, then by domain."""
    found = [(line, domain) for line, source in enumerate(sources) for domain in source.effects]
    return sorted(found, key=lambda one: (isinstance(sources[one[0]], Payment), one[1], one[0]))


def _of_events(known: AssumptionSet, kind: str) -> list[tuple[int, str]]:
    """Return (event, last part of the key) of every assumption of this kind, in the order of the rows."""
    return [
        (place, key)
        for place, event in enumerate(known.events)
        for key, _ in known.under(f"event.{event.key}.{kind}.")
    ]


def _schedule(plan: Plan, sources: tuple[Source, ...], months: int) -> Schedule:
    dose, charged = np.zeros((2, len(sources), months))
    helpers = np.zeros(months)
    for row, source in enumerate(sources):
        if source.key in plan.payments:
            month = plan.payments[source.key].month
            dose[row, month:], charged[row, month] = 1.0, 1.0
        elif source.key in plan.lines:
            line = plan.lines[source.key]
            dose[row] = charged[row] = line.dose
            helpers += (line.dose > 0) * line.line.helper
    return Schedule(dose, charged, helpers, plan.odds)


@lru_cache(maxsize=512)
def drawn(value: Distribution, seed: int, key: str, chunk: int, count: int) -> Draws:
    """Return `count` draws of one uncertain number, kept so that an edit elsewhere draws nothing anew."""
    name = key if chunk == 0 else f"{key}#{chunk}"
    draws = value.draw(latin_hypercube(seed, name, count))
    draws.setflags(write=False)
    return draws


class _RowMaker:
    """Makes the draws of one chunk, and checks that none of them is impossible."""

    def __init__(self, prepared: Prepared, seed: int, count: int, chunk: int, luck: int) -> None:
        self.prepared, self.seed, self.count, self.chunk = prepared, seed, count, chunk
        self.own = f"#{chunk}" + (f"@{luck}" if luck else "")
        self.known = prepared.case.assumptions

    def draw(self, entry: Assumption, low: float = -np.inf, high: float = np.inf) -> Draws:
        """Return draws, shape (n,). Raises RefusedError, naming the assumption, when one is not low..high."""
        draws = drawn(entry.value, self.seed, entry.key, self.chunk, self.count)
        least, most = draws.min(), draws.max()
        if not (low <= least and most <= high and np.isfinite(most - least)):
            wrong = most if low <= least else least
            bounds = (
                Text(f"vanaf {low:g}", f"{low:g} or more")
                if high == np.inf
                else Text(f"van {low:g} tot en met {high:g}", f"{low:g} to {high:g}")
            )
            raise RefusedError(
                Text(
                    f"{entry.name.nl}: moet liggen {bounds.nl}, maar komt uit op {wrong:.3g}.",
                    f"{entry.name.en}: must be {bounds.en}, but comes to {wrong:.3g}.",
                )
            )
        return draws

    def of(self, key: str, low: float = -np.inf, high: float = np.inf) -> Draws:
        return self.draw(self.known.get(key), low, high)

    def per_domain(self, kind: str, low: float = -np.inf, high: float = np.inf) -> Draws:
        return np.stack([self.of(f"{kind}.{domain}", low, high) for domain in DOMAINS])

    def stack(self, draws: list[Draws]) -> Draws:
        return np.stack(draws) if draws else np.empty((0, self.count))

    def rows(self) -> Rows:
        sources = self.prepared.sources
        start = self.per_domain("start", 0.0, 1.0)
        weight = self.stack([self.draw(entry) for _, entry in _links(self.known)])
        burden = np.stack([self.of("burden.per_helper", 0.0), self.of("burden.free", 0.0)])
        build = self.stack([_share_a_month(self.draw(source.build_up, 0.0)) for source in sources])
        half, price = (
            self.stack([self.half(s) for s in sources]),
            self.stack([self.price(s) for s in sources]),
        )
        # A rise of the level halfway the scale takes twice as much push: logistic(2 z) has slope 1/2 there.
        effect = self.stack([2.0 * self.draw(sources[place].effects[to]) for place, to in _effects(sources)])
        engage, (chance, slope) = self.engage(), self.events(start)
        rate = _share_a_month(self.per_domain("halving", 0.0))
        base = self.standing_still(start, weight, engage, burden, half, effect)
        hit = self.stack([self.of(f"event.{key}", -1.0, 1.0) for key in self.event_keys("hit")])
        return Rows(
            *(start, base, rate, weight, engage, burden, build, half, price, effect, chance, slope),
            *(self.luck(), hit, self.bills()),
        )

    def half(self, source: Source) -> Draws:
        if isinstance(source, Payment):
            return np.ones(self.count)
        return self.draw(source.half_dose.amount, np.nextafter(0.0, 1.0))

    def price(self, source: Source) -> Draws:
        return self.draw(source.amount if isinstance(source, Payment) else source.price.amount, 0.0)

    def engage(self) -> Draws:
        """Return slope x (constant + strength - load) as a constant and a slope per level, (J + 1, n)."""
        steep, constant = self.of("engagement.slope", 0.0), self.of("engagement.constant")
        slopes = np.zeros((len(DOMAINS), self.count))
        for kind in ("load", "strength"):
            for key, entry in self.known.under(f"{kind}."):
                weight = self.draw(entry, 0.0)
                slopes[_PLACE[domain_of(key)]] += weight
                if kind == "load":
                    constant = constant - weight
        return np.vstack([constant, slopes]) * steep

    def event_keys(self, kind: str) -> list[str]:
        events = self.known.events
        return [f"{events[event].key}.{kind}.{rest}" for event, rest in _of_events(self.known, kind)]

    def events(self, start: Draws) -> tuple[Draws, Draws]:
        """Return the log odds per month of every event at level 0, and their slopes."""
        slope = self.stack([self.of(f"event.{key}") for key in self.event_keys("slope")])
        chance = np.empty((len(self.known.events), self.count))
        for place, event in enumerate(self.known.events):
            per_year = np.clip(self.of(f"event.{event.key}.chance", 0.0, 1.0), 1e-12, 1 - 1e-12)
            never = np.log1p(-per_year) / _MONTHS_A_YEAR
            chance[place] = np.log(-np.expm1(never)) - never
        wiring = self.prepared.wiring
        np.subtract.at(chance, wiring.slope_event, slope * start[wiring.slope_on])
        return chance, slope

    def luck(self) -> Draws:
        """Return the chance-not-yet at which an event happens the k-th time, (T, n): a product of
        uniforms."""
        draws = []
        for event in self.known.events:
            left = np.ones(self.count)
            for time in range(event.times):
                left = left * latin_hypercube(self.seed, f"luck.{event.key}.{time}{self.own}", self.count)
                draws.append(left)
        return self.stack(draws)

    def bills(self) -> Draws:
        """Return euros per month of every bill, (C, n)."""
        months = self.prepared.wiring.bill_months[:, None]
        return self.stack([self.of(f"event.{key}", 0.0) for key in self.event_keys("bill")]) / months

    def standing_still(
        self, start: Draws, weight: Draws, engage: Draws, burden: Draws, half: Draws, effect: Draws
    ) -> Draws:
        """Return the push that keeps every level where it is under the help of today, plus drift, (J, n)."""
        wiring = self.prepared.wiring
        level = np.clip(start, _EDGE, 1 - _EDGE)
        push = (np.log(level) - np.log1p(-level)) / 2 + self.per_domain("drift")
        np.subtract.at(push, wiring.link_to, weight * start[wiring.link_from])
        running = [line for line in self.prepared.case.lines if line.begin is None and line.helper]
        engaged = logistic(engage[0] + (engage[1:] * start).sum(axis=0))
        engaged /= 1 + burden[0] * np.maximum(len(running) - burden[1], 0)
        built = reached(wiring, half, wiring.dose_before)
        np.subtract.at(push, wiring.effect_to, effect * built[wiring.effect_line] * engaged)
        return push


def _share_a_month(halving: Draws) -> Draws:
    """Return the share of the way that is gone in a month, from the months that half of it takes; 0: all."""
    with np.errstate(divide="ignore"):
        share: Draws = -np.expm1(-np.log(2.0) / halving)
    return share
