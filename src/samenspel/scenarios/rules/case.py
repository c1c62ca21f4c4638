"""From a household file to what the library calculates: help with doses and prices, levels, scenarios.

The plan's own beliefs come before the network's assumptions, those before the set of the program. How things
stand now is taken from the problems on the page, with a wide spread and little confidence; where nothing is
written down the set's own "nothing known" stays. A scenario is what differs between the file as it is and the
file after the edits, so the page, the edits and the calculation cannot drift apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rekenmodel.costs import Basis as PriceBasis
from rekenmodel.costs import CostLine, Period, Rate, Unit, monthly_costs
from rekenmodel.costs.units import AVERAGE_DAYS_IN_MONTH, periods_in_average_month
from rekenmodel.trajectory import (
    AssumptionSet,
    Case,
    Edit,
    Guard,
    HelpLine,
    Pay,
    Payment,
    PerUnit,
    Scenario,
    Start,
    Stop,
)
from rekenmodel.values import LifeDomain, Month, Payer, PriceConcept, Text
from rekenmodel.values.draws import Assumption, Fixed, Shape, from_range
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.households.rules.situation import cost_lines
from samenspel.scenarios.rules.edits import edited, event_edits, origins
from samenspel.scenarios.rules.levels import levels_now
from samenspel.scenarios.rules.lists import Basis, assumed
from samenspel.scenarios.rules.plan import Belief, Option, PlannedEdit

RATE_CONFIDENCE: Mapping[PriceConcept, int] = {
    PriceConcept.INVOICE: 8,
    PriceConcept.TARIFF: 7,
    PriceConcept.TRANSFER: 7,
    PriceConcept.REFERENCE: 5,
    PriceConcept.PGB: 5,
    PriceConcept.CLAIM: 3,
    PriceConcept.ESTIMATE: 3,
}
"""How sure a price is by its kind, when nobody said so; a choice, not a measurement."""

PAGE = "gezinspagina"
DAY = timedelta(days=1)
DAYS_A_MONTH = float(AVERAGE_DAYS_IN_MONTH)
EUROS = Text("euro per eenheid", "euros per unit")
LEVEL = Text("niveau 0–1", "level 0–1")


@dataclass(frozen=True, slots=True)
class Way:
    """One option as it is calculated: its file after the edits, its scenario, and what it could not count."""

    option: Option
    file: HouseholdFile
    scenario: Scenario
    no_price: tuple[str, ...]
    """Titles of help that runs at an unknown price: it counts for nothing in euros, and the page says so."""
    rates: Mapping[str, Rate]
    """By line of help: price times quantity, with its source."""


@dataclass(frozen=True, slots=True)
class Made:
    """All that one run needs, besides seed and draws. The first way is carrying on as now."""

    case: Case
    ways: tuple[Way, ...]
    day: date

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios in the order of the options."""
        return tuple(way.scenario for way in self.ways)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the household, from which day, how far ahead, options with their edits, beliefs."""

    file: HouseholdFile
    day: date
    months: int
    options: tuple[Option, ...]
    edits: tuple[PlannedEdit, ...]
    beliefs: tuple[Belief, ...] = ()


def make(asked: Asked, lists: Basis) -> Made:
    """Return the case and scenarios of what is asked.

    Raises ContradictionError (edits, with field) or RefusedError (naming what cannot be right).
    """
    known = _assumptions(asked, lists)
    builder = _Builder(asked, lists, known)
    base = builder.lines(asked.file, {})
    ways = tuple(builder.way(option, base) for option in asked.options)
    lines = tuple(sorted(base.lines.values(), key=lambda line: line.key))
    return Made(Case(known, lines, asked.months), ways, asked.day)


def _assumptions(asked: Asked, lists: Basis) -> AssumptionSet:
    """The set of the network, with how things stand on the page, and over that the beliefs of the plan."""
    known = lists.assumptions
    now = {one.key: one for one in levels_now(asked.file, asked.day, known)}
    for row in asked.beliefs:
        span = (row.low, row.mid, row.high)
        now[row.about] = assumed(
            known, row.about, row.shape, span, row.source, row.confidence, row.entered_by
        )
    return known.replaced(now.values())


def month_of(day: date, first: date) -> int:
    """The number of the month that begins nearest to a day, when month 0 begins on the day `first`."""
    return round((day - first).days / DAYS_A_MONTH)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of help of one file: those that come back, with their end, and what is paid once."""

    lines: dict[str, HelpLine]
    ends: dict[str, int | None]
    payments: dict[str, Payment]
    no_price: tuple[str, ...]
    rates: dict[str, Rate]


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes lines from files; the same help has the same assumptions in every file."""

    asked: Asked
    lists: Basis
    known: AssumptionSet

    def way(self, option: Option, base: _Lines) -> Way:
        edits = tuple(edit for edit in self.asked.edits if edit.option == option.key)
        file = edited(self.asked.file, edits)
        comes_from = origins(edits)
        mine = self.lines(file, comes_from)
        steps: list[Edit] = []
        for key, line in base.lines.items():
            end = mine.ends.get(key, line.begin or 0)
            if end is not None and end < self.asked.months:
                steps.append(Stop(key, max(end, line.begin or 0)))
        for key, line in mine.lines.items():
            end = mine.ends[key]
            # What goes on for less than half a month has been counted in the line that it comes from.
            over = key in comes_from and end is not None and end <= (line.begin or 0)
            if key not in base.lines and not over:
                steps.append(_start(line, end))
        steps += [Pay(payment) for payment in mine.payments.values()]
        steps += self._guards(edits)
        name = Text(option.title, option.title)
        return Way(option, file, Scenario(option.key, name, tuple(steps)), mine.no_price, mine.rates)

    def _guards(self, edits: Iterable[PlannedEdit]) -> list[Edit]:
        return [
            Guard(edit.event, edit.odds or 0.0, max(0, self._month(edit.on)), self._after(edit.until))
            for edit in event_edits(edits)
        ]

    def _month(self, day: date) -> int:
        """The number of the month that begins nearest to a day; 0 begins on the day that is asked."""
        return month_of(day, self.asked.day)

    def _after(self, last: date | None) -> int | None:
        """The first month after a last day; None: it runs on."""
        return None if last is None else max(0, self._month(last + DAY))

    def lines(self, file: HouseholdFile, comes_from: Mapping[str, str]) -> _Lines:
        """The lines of help that run now or will start, and what is still to be paid once."""
        now = Month.of(self.asked.day)
        costs = cost_lines(file, self.lists.prices)
        table = monthly_costs(costs, now, now, self.lists.year, self.lists.index, self.asked.day)
        priced = {line.help.key: line for line in table.lines}
        found = _Lines({}, {}, {}, (), {})
        no_price = []
        for row in file.help:
            if row.since is None or (row.until is not None and row.until < self.asked.day):
                continue
            begin = self._month(row.since)
            if begin >= self.asked.months:
                continue
            line = priced.get(row.key)
            if row.per is Period.ONCE:
                self._once(row, line, begin, found)
                continue
            made = self._line(row, line, comes_from.get(row.key, row.key))
            if made is None or (line is not None and line.rate is None):
                no_price.append(row.title)
            if made is not None:
                found.lines[row.key] = made
                found.ends[row.key] = self._end(row)
            if line is not None and line.rate is not None:
                found.rates[row.key] = line.rate
        return _Lines(found.lines, found.ends, found.payments, tuple(no_price), found.rates)

    def _end(self, row: Help) -> int | None:
        planned = row.planned_end if row.planned_end and row.planned_end >= self.asked.day else None
        return self._after(row.until or planned)

    def _line(self, row: Help, cost: CostLine | None, key: str) -> HelpLine | None:
        """A line of help, or None when nobody wrote down how much of it comes."""
        rate = cost.rate if cost is not None else None
        amount = (rate.quantity, rate.unit, rate.period) if rate else (row.quantity, row.unit, row.per)
        quantity, unit, per = amount
        if quantity is None or unit is None or per is None or quantity <= 0:
            return None
        assert row.since is not None  # noqa: S101  (lines() leaves out help that has not begun)
        begin = self._month(row.since)
        starts_later = begin > 0 or row.since > self.asked.day
        return HelpLine(
            key=row.key,
            name=Text(row.title, row.title),
            payer=_payer(row, cost),
            dose=float(quantity * periods_in_average_month(per)),
            unit=unit,
            price=PerUnit(self._price(row, rate, key), unit, self.lists.year),
            half_dose=PerUnit(self._half_dose(unit), unit),
            build_up=self._build_up(row),
            effects=self._effects(row),
            begin=max(begin, 0) if starts_later else None,
            end=None,
            helper=row.supporter is None,
        )

    def _once(self, row: Help, cost: CostLine | None, begin: int, found: _Lines) -> None:
        """What is still to be paid once; earlier payments are over."""
        if begin < 0 or cost is None or cost.rate is None or row.since is None or row.since < self.asked.day:
            return
        found.rates[row.key] = cost.rate
        found.payments[row.key] = Payment(
            key=row.key,
            name=Text(row.title, row.title),
            payer=_payer(row, cost),
            month=begin,
            amount=self._price(row, cost.rate, row.key, float(cost.rate.quantity)),
            price_year=self.lists.year,
            build_up=self.known.get("build_up.payment"),
            effects=self._effects(row),
        )

    def _price(self, row: Help, rate: Rate | None, key: str, times: float = 1.0) -> Assumption:
        """What one unit costs, in euros of the year of the lists; nothing when somebody close helps."""
        name = Text(f"Prijs: {row.title}", f"Price: {row.title}")
        if rate is None:
            source = "helpt zonder betaling" if row.supporter else "prijs onbekend, telt niet mee"
            return Assumption(f"price.{key}.none", name, Fixed(0.0), EUROS, source, 1, PAGE)
        span = tuple(
            float(end) * times for end in (rate.unit_band.low, rate.unit_band.mid, rate.unit_band.high)
        )
        value = from_range(Shape.PERT, span[0], span[1], span[2], name)
        own = self.lists.own_prices.get(row.price_key) if row.price_cents is None else None
        sure = own.confidence if own else _confidence(rate)
        by = own.entered_by if own else PAGE
        # Another price is another number, with draws of its own.
        shown = f"price.{key}.{'-'.join(f'{end:.6g}' for end in span)}"
        return Assumption(shown, name, value, EUROS, rate.source.nl or PAGE, sure, by)

    def _half_dose(self, unit: Unit) -> Assumption:
        found = self.known.entries.get(f"half_dose.{unit}")
        if found is not None:
            return found
        name = Text("Hoeveelheid die het halve effect geeft", "Quantity that gives half the effect")
        source = "geen aanname voor deze eenheid; eigen schatting, te toetsen"
        return Assumption(
            f"half_dose.{unit}",
            name,
            Fixed(1.0),
            Text("per maand", "a month"),
            source,
            1,
            "redactie Samenspel",
        )

    def _build_up(self, row: Help) -> Assumption:
        return self.known.get(f"build_up.{row.purpose or 'guidance'}")

    def _effects(self, row: Help) -> dict[LifeDomain, Assumption]:
        """What help does for the domains that it is said to work on; else for those usual for its purpose."""
        purpose = row.purpose or ""
        usual = {
            LifeDomain(word): entry
            for word, entry in self.known.under(f"effect.{purpose}.")
            if word in set(LifeDomain)
        }
        if not row.domains:
            return usual
        return {domain: usual.get(domain) or _weak_effect(domain) for domain in row.domains}


def _start(line: HelpLine, end: int | None) -> Start:
    begin = line.begin or 0
    ends = None if end is None else max(end, begin + 1)
    return Start(
        HelpLine(
            **{name: getattr(line, name) for name in HelpLine.__slots__ if name not in {"begin", "end"}},
            begin=begin,
            end=ends,
        )
    )


def _payer(row: Help, cost: CostLine | None) -> Payer | None:
    if cost is not None:
        return cost.help.payer
    return row.payer or Payer.SOCIETY


def _confidence(rate: Rate) -> int:
    if rate.basis is PriceBasis.INVOICE:
        return RATE_CONFIDENCE[PriceConcept.INVOICE]
    return RATE_CONFIDENCE[rate.price.concept]


def _weak_effect(domain: LifeDomain) -> Assumption:
    """What help may do for a domain where no assumption says so: the default of a family programme, weak."""
    name = Text("Wat deze hulp doet, zonder eigen bewijs", "What this help does, without evidence of its own")
    value = from_range(Shape.NORMAL, -0.01, 0.04, 0.09, name)
    source = "standaard: d = 0,2 ± 0,15 maal spreiding 0,2; eigen schatting, te toetsen"
    return Assumption(f"effect.unknown.{domain}", name, value, LEVEL, source, 1, "redactie Samenspel")
