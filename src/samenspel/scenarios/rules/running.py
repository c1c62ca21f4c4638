"""One run: from what is asked to plain numbers that can be kept, shown again and made again to the bit."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from rekenmodel.comparison import Alternative, Compared, compare
from rekenmodel.costs import period_name, unit_name
from rekenmodel.sensitivity import Finding
from rekenmodel.social_value import wrong_pocket
from rekenmodel.trajectory import (
    FAST,
    Bands,
    Outlook,
    Pay,
    Start,
    drawn_input,
    feedback_loops,
    prepare,
    stability,
)
from rekenmodel.values import RefusedError, Text, euros, figure
from rekenmodel.values.draws import Assumption, Distribution, Draws
from samenspel.scenarios.rules.case import Made
from samenspel.scenarios.rules.departments import MUNICIPALITY, departments
from samenspel.scenarios.rules.lists import Basis
from samenspel.scenarios.rules.outcome import (
    BandRow,
    DifferenceRow,
    Figures,
    FindingRow,
    NumberRow,
    Outcome,
    PartyRow,
    Recipe,
    WayRow,
)

MOST_DRAWS = 100_000
FEWEST_DRAWS = 100
USUAL_DRAWS = 10_000
RATE = 0.0225
"""The Dutch discount rate since 2021 (rwseconomie.nl/discontovoet)."""
LIBRARY = "1"
"""Goes up when the same input may give other numbers."""
TENTH = 10

Progress = Callable[[float], None]


class StoppedError(Exception):
    """Somebody stopped the run, or it took longer than it may."""


def check_draws(draws: int) -> None:
    """Raise RefusedError, naming the field, when so many runs cannot be asked for."""
    if not FEWEST_DRAWS <= draws <= MOST_DRAWS:
        raise RefusedError(
            Text(
                f"Aantal doorrekeningen: {draws} kan niet. Kies {FEWEST_DRAWS} tot en met {MOST_DRAWS}. "
                f"Met {USUAL_DRAWS} ligt de uitkomst al vast genoeg.",
                f"Number of runs: {draws} is not possible. Choose {FEWEST_DRAWS} to {MOST_DRAWS}. "
                f"With {USUAL_DRAWS} the result is steady enough.",
            )
        )


def run(
    made: Made,
    lists: Basis,
    seed: int,
    draws: int = USUAL_DRAWS,
    fast: bool | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Calculate. `progress` is told the share that is done; it raises `StoppedError` to stop.

    The same input, seed, versions and engine give the same outcome to the bit. Raises RefusedError, naming
    the field, on input that cannot be right.
    """
    check_draws(draws)
    compiled = FAST if fast is None else fast
    found = compare(made.case, made.scenarios, seed, draws, RATE, fast=compiled, progress=progress)
    split = departments(made, _municipality(found, draws), seed, RATE)
    return Outcome(
        recipe=Recipe(
            seed=seed,
            draws=draws,
            months=made.case.months,
            rate=RATE,
            price_year=lists.year,
            engine=found.recipe.engine,
            numpy=found.recipe.numpy,
            library=LIBRARY,
            versions={**lists.versions, "ladders": found.ladders},
        ),
        ways=tuple(
            _way(outlook, way.option.title, way.no_price)
            for outlook, way in zip(found.outlooks, made.ways, strict=True)
        ),
        differences=tuple(_difference(one, split[one.key]) for one in found.alternatives),
        evpi=found.evpi,
        findings=tuple(_finding(one, found, seed, draws) for one in found.top),
        numbers=_numbers(made),
        unpriced=tuple(str(domain) for domain in found.unpriced),
        **_loops(made, seed, draws),
    )


def _municipality(found: Compared, draws: int) -> dict[str, Draws]:
    """What the municipality gains in each option, per draw."""
    nothing = np.zeros(draws)
    return {
        one.key: next((party.net for party in one.parties if party.party == MUNICIPALITY), nothing)
        for one in found.alternatives
    }


def _figures(values: Any) -> Figures:
    return tuple(float(value) for value in values)


def _band(bands: Bands) -> BandRow:
    return BandRow(low=_figures(bands.low), mid=_figures(bands.mid), high=_figures(bands.high))


def _way(outlook: Outlook, title: str, no_price: tuple[str, ...]) -> WayRow:
    return WayRow(
        key=outlook.key,
        title=title,
        total=_band(outlook.total),
        payers={str(payer or ""): _band(bands) for payer, bands in outlook.spent.items()},
        levels={str(domain): _band(bands) for domain, bands in outlook.levels.items()},
        chances={event: float(chances[-1]) for event, chances in outlook.chances.items()},
        no_price=no_price,
    )


def _difference(one: Alternative, split: Mapping[str, Draws]) -> DifferenceRow:
    parties = _parties(one, split)
    pocket = wrong_pocket({party.party: party.mean for party in parties})
    return DifferenceRow(
        key=one.key,
        dots=_figures(one.saved.dots(100)),
        low=one.saved.low,
        mid=one.saved.mid,
        high=one.saved.high,
        mean=one.saved.mean,
        chance=one.saved.chance,
        error=one.saved.error,
        extra=_band(one.money.extra),
        break_even=one.break_even,
        never_even=float((one.saved.draws < 0).mean()),
        gained=(one.gained.low, one.gained.mean, one.gained.high, one.gained.chance),
        parties=parties,
        pocket=pocket.index,
        compensation=dict(pocket.compensation),
        better={str(domain): float(chances[-1]) for domain, chances in one.money.better.items()},
    )


def _parties(one: Alternative, split: Mapping[str, Draws]) -> tuple[PartyRow, ...]:
    """Every party with what it gains; the municipality by department, for the gain may land with another."""
    nets = {party.party: party.net for party in one.parties if party.party != MUNICIPALITY}
    return tuple(_party(name, net) for name, net in sorted({**nets, **split}.items()))


def _party(name: str, net: Draws) -> PartyRow:
    low, mid, high = (float(end) for end in np.quantile(net, (0.05, 0.5, 0.95)))
    return PartyRow(
        party=name,
        low=low,
        mid=mid,
        high=high,
        mean=float(net.mean()),
        chance_of_loss=float((net < 0).mean()),
    )


def _finding(one: Finding, found: Compared, seed: int, draws: int) -> FindingRow:
    return FindingRow(
        key=one.assumption.key,
        worth=one.worth,
        correlation=one.correlation,
        reach={
            other.key: _reach(one.assumption, other.net.draws, seed, draws) for other in found.alternatives
        },
    )


def _reach(assumption: Assumption, saved: Draws, seed: int, draws: int) -> tuple[float, float]:
    """The mean saving in the tenth of the draws where the number is lowest, and where it is highest."""
    order = np.argsort(drawn_input(assumption, seed, draws), kind="stable")
    part = max(1, draws // TENTH)
    return float(saved[order[:part]].mean()), float(saved[order[-part:]].mean())


def _numbers(made: Made) -> tuple[NumberRow, ...]:
    """Every number that plays a part, in order of key; a price opens to price times quantity."""
    steps = _steps(made)
    uncertain = prepare(made.case, made.scenarios).uncertain()
    return tuple(_number(entry, steps.get(key, ())) for key, entry in sorted(uncertain.items()))


@lru_cache(maxsize=2048)
def _span(value: Distribution) -> tuple[float, float, float]:
    """Five, fifty and ninety-five of a hundred; kept, because an edit leaves most numbers as they are."""
    return value.quantile(0.05), value.quantile(0.5), value.quantile(0.95)


def _number(entry: Assumption, steps: tuple[Text, ...]) -> NumberRow:
    low, mid, high = _span(entry.value)
    return NumberRow(
        key=entry.key,
        name_nl=entry.name.nl,
        name_en=entry.name.en,
        low=low,
        mid=mid,
        high=high,
        unit_nl=entry.unit.nl,
        unit_en=entry.unit.en,
        source=entry.source,
        confidence=entry.confidence,
        entered_by=entry.entered_by,
        steps_nl=tuple(step.nl for step in steps),
        steps_en=tuple(step.en for step in steps),
    )


def _steps(made: Made) -> Mapping[str, tuple[Text, ...]]:
    """By key of a price: how much of it, its original price, and what that is in euros of today."""
    found: dict[str, tuple[Text, ...]] = {}
    lines = {line.key: line.price.amount.key for line in made.case.lines}
    for way in made.ways:
        added = {
            edit.line.key: edit.line.price.amount.key
            for edit in way.scenario.edits
            if isinstance(edit, Start)
        }
        paid = {
            edit.payment.key: edit.payment.amount.key for edit in way.scenario.edits if isinstance(edit, Pay)
        }
        for help_key, price_key in {**lines, **added, **paid}.items():
            rate = way.rates.get(help_key)
            if rate is None:
                continue
            unit, per = unit_name(rate.unit, rate.quantity), period_name(rate.period)
            year = rate.price.price_year
            found[price_key] = (
                Text(
                    f"{figure(float(rate.quantity), 'nl', 2)} {unit.nl} {per.nl}",
                    f"{figure(float(rate.quantity), 'en', 2)} {unit.en} {per.en}",
                ),
                Text(
                    f"{euros(rate.price.amount, 'nl', cents=True)} per {unit_name(rate.unit).nl}"
                    f" ({year or 'jaar onbekend'})",
                    f"{euros(rate.price.amount, 'en', cents=True)} per {unit_name(rate.unit).en}"
                    f" ({year or 'year unknown'})",
                ),
            )
    return found


def _loops(made: Made, seed: int, draws: int) -> dict[str, tuple[str, ...]]:
    """What keeps itself going, and a warning where the model runs away."""
    loops = [loop.text for loop in feedback_loops(made.case.assumptions, 3)]
    asked = made.scenarios if draws >= USUAL_DRAWS else ()  # a quick look is for a knob that turns
    found = (stability(made.case, scenario, seed).warning for scenario in asked)
    warnings = list(dict.fromkeys(text for text in found if text is not None))
    return {
        "loops_nl": tuple(text.nl for text in loops),
        "loops_en": tuple(text.en for text in loops),
        "warnings_nl": tuple(text.nl for text in warnings),
        "warnings_en": tuple(text.en for text in warnings),
    }
