"""The page "Doorrekenen" from a plan and a run: all that `shown.ScenarioPage` asks, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rekenmodel.signals.wording import DOMAIN_NAMES
from rekenmodel.values import LifeDomain, figure, percent
from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.scenarios.drawings.pictures import Triangle
from samenspel.scenarios.rules import page_lives, page_money, page_payers
from samenspel.scenarios.rules.asking import KnobSpec, can_stop, number_typed
from samenspel.scenarios.rules.case import Asked
from samenspel.scenarios.rules.codes import EditKind, OptionKind
from samenspel.scenarios.rules.edit_words import edit_said
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page_money import Shown
from samenspel.scenarios.rules.plan import Option, PlanFile
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import Figures, HelpToggle, Knob, SavedRun, ScenarioColumn, ScenarioPage
from samenspel.scenarios.rules.triangle_words import corner_names, sides_of, triangle_of

STOP = "stop."
WEAK = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PageInput:
    """What the page is made of. `asked`: as the knobs are turned; `typed`: what stands in them, as typed.

    `file` is the household as this reader may see it. `outcome` None: there are no figures, and `empty` says
    why. `wrong`: what does not fit, by name of the field.
    """

    household_id: str
    file: HouseholdFile
    plans: PlanFile
    plan: str
    asked: Asked
    shown: str
    tongue: Tongue
    outcome: Outcome | None = None
    knobs: tuple[KnobSpec, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    saved: tuple[SavedRun, ...] = ()
    writes: bool = False
    empty: str = ""
    no_edits: bool = False


def scenario_page(given: PageInput) -> ScenarioPage:
    """Return the whole page."""
    option = shown_option(given.asked.options, given.shown)
    tongue = given.tongue
    seen = None
    if given.outcome is not None and option is not None and given.outcome.difference(option.key) is not None:
        edits = tuple(edit for edit in given.asked.edits if edit.option == option.key)
        seen = Shown(given.outcome, option, edits, tongue)
    name, over = given.file.name, tongue.period(given.asked.months)
    return ScenarioPage(
        household_id=given.household_id,
        household=name,
        kick=tongue.of(
            f"{name} · zo doorgaan of doorbreken · gerekend over {over}",
            f"{name} · carrying on or breaking through · over {over}",
        ),
        means=_means(given, option),
        columns=_columns(given, option, seen),
        knobs=tuple(_knob(knob, given) for knob in given.knobs),
        helps=_helps(given, option),
        triangle=triangle_of(given.plans, option, tongue) if option else _no_triangle(tongue),
        sides=sides_of(given.plans, option.key, tongue) if option else (),
        figures=_figures(given, seen) if seen else None,
        empty=given.empty or ("" if seen else _no_way(tongue)),
        wrong=dict(given.wrong),
        writes=given.writes,
        plan_key=given.plan,
        saved=given.saved,
        no_edits=given.no_edits,
    )


def shown_option(options: tuple[Option, ...], key: str) -> Option | None:
    """The option that is shown above: the one that was asked, else the first that changes something."""
    others = [row for row in options if row.kind is not OptionKind.AS_NOW]
    return next((row for row in others if row.key == key), others[0] if others else None)


def _means(given: PageInput, option: Option | None) -> str:
    if option is None:
        return ""
    tongue = given.tongue
    if option.note:
        return option.note
    said = _edits_said(given).get(option.key, ())
    if not said:
        return ""
    listed = "; ".join(said)
    return tongue.of(f"{option.title} betekent hier: {listed}.", f"{option.title} means here: {listed}.")


def _edits_said(given: PageInput) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for edit in sorted(given.asked.edits, key=lambda row: (row.on, row.key)):
        found.setdefault(edit.option, []).append(edit_said(edit, given.file, given.tongue.language))
    return {key: tuple(said) for key, said in found.items()}


def _columns(given: PageInput, option: Option | None, seen: Shown | None) -> tuple[ScenarioColumn, ...]:
    said = _edits_said(given)
    if seen is not None:
        return page_money.columns(seen, given.asked.options, said)
    return tuple(
        ScenarioColumn(
            key=row.key,
            name=row.title,
            first=row.kind is OptionKind.AS_NOW,
            shown=row is option,
            edits=said.get(row.key, ()),
        )
        for row in given.asked.options
    )


def _knob(spec: KnobSpec, given: PageInput) -> Knob:
    tongue = given.tongue
    typed = given.typed.get(spec.name, figure(spec.start, tongue.language, 2))
    return Knob(
        name=spec.name,
        label=tongue.text(spec.label),
        value=typed,
        at=_at(spec, typed),
        low=spec.low,
        high=spec.high,
        step=spec.step,
        start=spec.start,
        unit=tongue.text(spec.unit),
        ends=(figure(spec.low, tongue.language, 1), figure(spec.high, tongue.language, 1)),
        source=spec.source,
        weak=spec.confidence <= WEAK,
        anchor=page_lives.anchor(spec.about) if spec.about and given.outcome else "",
        wrong=given.wrong.get(spec.name, ""),
    )


def _at(spec: KnobSpec, typed: str) -> float:
    found = number_typed(typed)
    return spec.start if found is None else min(max(found, spec.low), spec.high)


def _helps(given: PageInput, option: Option | None) -> tuple[HelpToggle, ...]:
    """The help that runs, each with whether it stops in the option that is shown."""
    if option is None:
        return ()
    stops = {
        edit.help for edit in given.asked.edits if edit.option == option.key and edit.kind is EditKind.STOP
    }
    rows = {row.key: row for row in given.asked.file.help}
    return tuple(
        HelpToggle(
            name=f"{STOP}{key}",
            title=rows[key].title,
            detail=_by(rows[key], given.file),
            stopped=key in stops,
            wrong=given.wrong.get(f"{STOP}{key}", ""),
        )
        for key in can_stop(given.asked)
    )


def _by(row: Help, file: HouseholdFile) -> str:
    """Who gives a line of help."""
    people = {one.key: one.name for one in file.professionals}
    people |= {one.key: one.name for one in file.supporters}
    places = {one.key: one.name for one in file.organisations}
    names = (people.get(row.professional or row.supporter or "", ""), places.get(row.organisation or "", ""))
    return ", ".join(name for name in names if name)


def _figures(given: PageInput, seen: Shown) -> Figures:
    found = seen.outcome
    away = found.warnings_nl if given.tongue.language == "nl" else found.warnings_en
    return Figures(
        answer=page_money.answer(seen),
        unchanged=_unchanged(seen),
        live=page_money.live(seen),
        dots=page_money.dots(seen),
        dots_table=page_money.dots_table(seen),
        costs=page_money.costs(seen),
        costs_sentence=page_money.costs_sentence(seen),
        costs_table=page_money.costs_table(seen),
        payers=page_payers.payers(seen),
        payer_rows=page_payers.payer_rows(seen),
        wrong_pocket=page_payers.pocket(seen),
        outside=_outside(seen),
        basis=_basis(seen),
        domains=page_lives.domains(seen),
        domains_sentence=page_lives.domains_sentence(seen),
        events=page_lives.events(seen, tuple(row.key for row in given.asked.options)),
        unknowns=page_lives.unknowns(seen),
        unknowns_sentence=page_lives.unknowns_sentence(seen),
        sources=page_lives.sources(seen),
        weak_sentence=page_lives.weak_sentence(seen),
        warnings=(*_no_price(seen), *away),
        recipe=_recipe(seen),
    )


def _unchanged(seen: Shown) -> str:
    """What stands instead of dots, payers and uncertainties when all of them are nothing."""
    if not seen.unchanged:
        return ""
    name = seen.option.title
    return seen.tongue.of(
        f"Aan {name} hangt nog niets dat in geld verschilt van zo doorgaan. In alle honderd doorrekeningen "
        "kost het evenveel, voor iedere betaler; er is dus geen verschil om te tonen.",
        f"Nothing in {name} differs in money from carrying on yet. In all hundred runs it costs the same, "
        "to every payer; so there is no difference to show.",
    )


def _outside(seen: Shown) -> str:
    tongue = seen.tongue
    names = tongue.listed(tongue.text(DOMAIN_NAMES[LifeDomain(word)]) for word in seen.outcome.unpriced)
    if not names:
        return ""
    return tongue.of(
        f"Wat er beter of slechter wordt in {names}, staat in geen enkel bedrag. "
        "Kijk daarvoor naar de driehoek.",
        f"What gets better or worse in {names} is in no amount. Look at the triangle for that.",
    )


def _basis(seen: Shown) -> str:
    recipe, tongue = seen.outcome.recipe, seen.tongue
    rate = percent(recipe.rate, tongue.language, 2)
    return tongue.of(
        f"Bedragen in euro’s van {recipe.price_year}, teruggerekend naar nu met {rate} per jaar. "
        "Wie overhoudt: minder kosten, en wat een beter leven in geld waard is. "
        "Uitkeringen tellen bij beide kanten. "
        "Gemiddelden kunt u optellen en aftrekken, middens niet.",
        f"Amounts in euros of {recipe.price_year}, counted back to now with {rate} a year. "
        "Gains: lower costs, and what a better life is worth in money. Benefits are booked at both sides. "
        "Means can be added and subtracted, middles cannot.",
    )


def _no_price(seen: Shown) -> tuple[str, ...]:
    titles = list(dict.fromkeys(title for way in seen.outcome.ways for title in way.no_price))
    if not titles:
        return ()
    tongue = seen.tongue
    return (
        tongue.of(
            f"Van deze hulp is de prijs niet bekend; die telt niet mee in euro’s: {tongue.listed(titles)}.",
            f"The price of this help is not known, so it does not count in euros: {tongue.listed(titles)}.",
        ),
    )


def _recipe(seen: Shown) -> str:
    recipe, tongue = seen.outcome.recipe, seen.tongue
    draws = figure(recipe.draws, tongue.language, 0)
    lists = recipe.versions
    prices, assumed = (lists[name].rpartition(" ")[2] for name in ("prices", "assumptions"))
    return tongue.of(
        f"{draws} doorrekeningen, startgetal {recipe.seed}. Aannames {lists['assumption_set']}, "
        f"eigen prijzen versie {prices}, eigen aannames versie {assumed}.",
        f"{draws} runs, seed {recipe.seed}. Assumptions {lists['assumption_set']}, "
        f"own prices version {prices}, own assumptions version {assumed}.",
    )


def _no_way(tongue: Tongue) -> str:
    return tongue.of(
        "Er is nog niets om mee te vergelijken. Voeg in het plan een andere weg toe.",
        "There is nothing to compare with yet. Add another way in the plan.",
    )


def _no_triangle(tongue: Tongue) -> Triangle:
    return Triangle(
        title=_no_way(tongue),
        names=corner_names(tongue),
        legitimacy="open",
        involvement="open",
        yields="open",
        lead_in="",
        step="",
    )
