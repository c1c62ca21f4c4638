"""What is asked of a run: from the plan as it is held, with the knobs as they are turned on the page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import BaseModel, ConfigDict

from rekenmodel.costs import period_name, unit_name
from rekenmodel.trajectory import AssumptionSet, load_assumptions
from rekenmodel.values import Language, Text, day, figure
from samenspel.households.rules.picture import runs_on
from samenspel.households.rules.record import HouseholdFile
from samenspel.scenarios.rules.case import Asked
from samenspel.scenarios.rules.codes import EditKind, OptionKind, Spread
from samenspel.scenarios.rules.plan import Belief, Option, PlanFile, PlannedEdit

CALCULATED = ("help", "declarations", "problems")
"""The lists of a household that a run is made from; nothing else of it is kept with a run."""


class _Input(BaseModel):
    """What was asked, as it is kept."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: HouseholdFile
    day: date
    months: int
    options: tuple[Option, ...]
    edits: tuple[PlannedEdit, ...]
    beliefs: tuple[Belief, ...]


def asked_of(file: HouseholdFile, plans: PlanFile, plan: str, day: date) -> Asked:
    """What a plan asks, from `day` on: its options, carrying on first, with their edits and beliefs.

    Raises LookupError when there is no such plan.
    """
    held = next((row for row in plans.plans if row.key == plan), None)
    if held is None:
        raise LookupError(plan)
    options = plans.options_of(plan)
    keys = {option.key for option in options}
    return Asked(
        file=only_calculated(file),
        day=day,
        months=held.months,
        options=options,
        edits=tuple(row for row in plans.edits if row.option in keys),
        beliefs=tuple(row for row in plans.beliefs if row.plan == plan),
    )


def only_calculated(file: HouseholdFile) -> HouseholdFile:
    """The household without what no run needs: no words, no people, no names beside those of help."""
    empty = {name: () for name, value in file if isinstance(value, tuple) and name not in CALCULATED}
    return file.model_copy(update={**empty, "plan_holder": None})


def to_input(asked: Asked) -> dict[str, Any]:
    """What is asked as plain JSON values."""
    made = _Input(
        file=asked.file,
        day=asked.day,
        months=asked.months,
        options=asked.options,
        edits=asked.edits,
        beliefs=asked.beliefs,
    )
    return made.model_dump(mode="json", exclude_defaults=True)


def from_input(values: Mapping[str, Any]) -> Asked:
    """What was asked, from what was kept."""
    found = _Input.model_validate(values)
    return Asked(found.file, found.day, found.months, found.options, found.edits, found.beliefs)


@dataclass(frozen=True, slots=True)
class KnobSpec:
    """A number that can be turned: `at` now, `start` as the plan has it, from `low` to `high` in `step`s."""

    name: str
    label: Text
    start: float
    low: float
    high: float
    step: float
    unit: Text
    source: str
    confidence: int
    about: str
    """The key of the number that the run rests on, or empty."""


@dataclass(frozen=True, slots=True)
class TurnFault:
    """A knob with something in it that cannot be."""

    name: str
    text: Text


class TurnedError(Exception):
    """Knobs that cannot be turned so; `faults` name every one of them."""

    def __init__(self, faults: Iterable[TurnFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.text.en for fault in self.faults))


MOST_KNOBS = 8
LANGUAGES: tuple[Language, Language] = ("nl", "en")
UNSURE = 3
"""How sure a number of an edit is when nobody said so."""


def knobs_of(asked: Asked, option: str, known: AssumptionSet) -> tuple[KnobSpec, ...]:
    """The knobs of one option: amounts, hours and odds of its edits, then chances of hard events."""
    mine = [edit for edit in asked.edits if edit.option == option]
    titles = {row.key: row.title for row in asked.file.help}
    found = [knob for edit in mine for knob in _of_edit(edit, titles)]
    guarded = {edit.event for edit in mine if edit.kind is EditKind.EVENT}
    believed = {row.about: row for row in asked.beliefs}
    for event in known.events:
        key = f"event.{event.key}.chance"
        if event.key in guarded or key not in known.entries:
            continue
        entry, belief = known.get(key), believed.get(key)
        mid = belief.mid if belief else entry.value.quantile(0.5)
        found.append(
            KnobSpec(
                name=f"belief.{key}",
                label=entry.name,
                start=round(100 * mid, 1),
                low=0,
                high=max(40.0, round(100 * mid)),
                step=0.5,
                unit=Text("% per jaar", "% a year"),
                source=belief.source if belief else entry.source,
                confidence=belief.confidence if belief else entry.confidence,
                about=key,
            )
        )
    return tuple(found[:MOST_KNOBS])


def _of_edit(edit: PlannedEdit, titles: Mapping[str, str]) -> Iterator[KnobSpec]:
    """The knob of one edit: an amount, how much, or a factor."""
    title, sure = edit.title or titles.get(edit.help, ""), edit.confidence or UNSURE
    begun = Text(f"{title} vanaf {day(edit.on, 'nl')}", f"{title} from {day(edit.on, 'en')}")
    if edit.kind is EditKind.PAY and edit.price_cents is not None:
        amount = edit.price_cents / 100
        most = max(1000.0, float(round(amount * 4, -3)))
        name, unit = f"edit.{edit.key}.amount", Text("euro", "euros")
        yield KnobSpec(name, Text(title, title), amount, 0, most, 50, unit, edit.price_source, sure, "")
    elif edit.quantity is not None and edit.unit is not None and edit.per is not None:
        much = float(edit.quantity)
        one, per = unit_name(edit.unit, 2), period_name(edit.per)
        unit = Text(f"{one.nl} {per.nl}", f"{one.en} {per.en}")
        name, source = f"edit.{edit.key}.quantity", edit.note or edit.price_source
        yield KnobSpec(name, begun, much, 0.5, max(2.0, much * 3), 0.5, unit, source, sure, "")
    elif edit.kind is EditKind.EVENT and edit.odds is not None:
        event = next((one.name for one in load_assumptions().events if one.key == edit.event), None)
        label = Text(f"Kans op: {event.nl}", f"Chance of: {event.en}") if event else begun
        about = f"event.{edit.event}.chance"
        unit = Text("keer zo groot", "times as large")
        yield KnobSpec(f"edit.{edit.key}.odds", label, edit.odds, 0, 3, 0.1, unit, edit.note, sure, about)


def number_typed(text: str) -> float | None:
    """The number that somebody typed, in Dutch or plain: "14.300", "2,5", "14300.50"; None: it is none."""
    plain = text.strip().replace("€", "").replace("\u00a0", "").replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") >= 1 and all(len(part) == 3 for part in plain.split(".")[1:]):
        plain = plain.replace(".", "")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return float(found) if found.is_finite() else None


def turned(
    asked: Asked,
    option: str,
    values: Mapping[str, str],
    stopped: frozenset[str] | None,
    known: AssumptionSet,
) -> Asked:
    """What is asked with the knobs turned, and with exactly the help `stopped` that stops in one option.

    `stopped` None: as the plan has it. Raises TurnedError naming every knob that cannot be so.
    """
    specs = {knob.name: knob for knob in knobs_of(asked, option, known)}
    faults, numbers = [], {}
    for name, text in values.items():
        if name not in specs:
            continue
        number = number_typed(text)
        if number is None or not specs[name].low <= number <= specs[name].high:
            faults.append(TurnFault(name, _outside(specs[name])))
        elif number != specs[name].start:
            numbers[name] = number
    if faults:
        raise TurnedError(faults)
    edits = tuple(_turned_edit(edit, numbers) for edit in asked.edits)
    beliefs = {row.about: row for row in asked.beliefs}
    for name, number in numbers.items():
        if name.startswith("belief."):
            about = name.removeprefix("belief.")
            beliefs[about] = _belief(about, number / 100, beliefs.get(about))
    if stopped is not None:
        edits = _with_stops(asked, option, edits, stopped)
    return replace(asked, edits=edits, beliefs=tuple(beliefs.values()))


def _turned_edit(edit: PlannedEdit, numbers: Mapping[str, float]) -> PlannedEdit:
    amount = numbers.get(f"edit.{edit.key}.amount")
    if amount is not None:
        # A span around the old amount says nothing of another amount.
        return edit.model_copy(
            update={"price_cents": round(amount * 100), "price_low_cents": None, "price_high_cents": None}
        )
    quantity = numbers.get(f"edit.{edit.key}.quantity")
    if quantity is not None:
        return edit.model_copy(update={"quantity": Decimal(str(quantity))})
    odds = numbers.get(f"edit.{edit.key}.odds")
    return edit if odds is None else edit.model_copy(update={"odds": odds})


def _belief(about: str, chance: float, held: Belief | None) -> Belief:
    """A chance as it is turned: as wide as before, around the new middle."""
    low, high = (held.low / held.mid, held.high / held.mid) if held and held.mid else (0.5, 2.0)
    sure = held.confidence if held else 2
    span = (max(0.0, chance * low), chance, min(1.0, chance * high))
    return Belief(
        key="gedraaid",
        plan=held.plan if held else "gedraaid",
        about=about,
        shape=Spread.PERT,
        low=span[0],
        mid=span[1],
        high=span[2],
        source=held.source if held else "aan de knop gedraaid",
        confidence=sure,
        entered_by=held.entered_by if held else "aan de knop gedraaid",
    )


def _with_stops(
    asked: Asked, option: str, edits: tuple[PlannedEdit, ...], stopped: frozenset[str]
) -> tuple[PlannedEdit, ...]:
    """The edits with exactly this help stopping in one option; other edits of that help go out."""
    as_now = next((row.key for row in asked.options if row.kind is OptionKind.AS_NOW), "")
    if option == as_now:
        return edits
    mine = [edit for edit in edits if edit.option == option]
    stops = {edit.help for edit in mine if edit.kind is EditKind.STOP}
    start = min((edit.on for edit in mine), default=asked.day)
    fresh = tuple(
        PlannedEdit(
            key=f"stop-{key}"[:40], option=option, kind=EditKind.STOP, on=max(start, asked.day), help=key
        )
        for key in sorted(stopped - stops)
    )
    out = (stops - stopped, stopped - stops)
    kept = tuple(
        edit
        for edit in edits
        if edit.option != option
        or not (
            (edit.kind is EditKind.STOP and edit.help in out[0])
            or (edit.help in out[1] and edit.kind is not EditKind.EVENT)
        )
    )
    return kept + fresh


def can_stop(asked: Asked) -> tuple[str, ...]:
    """The help that runs on the day that is asked, and so could stop."""
    return tuple(row.key for row in asked.file.help if runs_on(row, asked.day))


def _outside(knob: KnobSpec) -> Text:
    nl, en = ([figure(end, tongue, 2) for end in (knob.low, knob.high)] for tongue in LANGUAGES)
    return Text(
        f"{knob.label.nl}: vul een getal in van {nl[0]} tot en met {nl[1]}.",
        f"{knob.label.en}: fill in a number from {en[0]} to {en[1]}.",
    )
