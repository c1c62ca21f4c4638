"""What does not fit in the rows of a plan, said so that somebody can mend it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from typing import Any

from rekenmodel.trajectory import load_assumptions
from rekenmodel.values import RefusedError, Text
from samenspel.households.rules.faults import Fault
from samenspel.households.rules.row_faults import amount_faults, before
from samenspel.kit.rows import Row
from samenspel.scenarios.rules.case import month_of
from samenspel.scenarios.rules.codes import EditKind, OptionKind
from samenspel.scenarios.rules.legal import legal_bases
from samenspel.scenarios.rules.lists import assumed
from samenspel.scenarios.rules.plan import (
    MOST_OPTIONS,
    Belief,
    FollowUp,
    Judgement,
    LegalGround,
    PlanFile,
    PlannedEdit,
)

Found = Iterator[tuple[str, Text]]
LISTS = tuple(name for name in PlanFile.model_fields if name != "format")


def edit_faults(row: PlannedEdit) -> Found:
    """An edit says what it is about, its days are in order, and quantity and price are whole."""
    yield from before(row, "on", "until", Text("Het einde", "The end"))
    yield from amount_faults(row)  # type: ignore[arg-type]  # an edit has the same columns for quantity and price
    if row.price_cents is not None and row.price_year is None:
        yield "price_year", Text("Vul in van welk jaar deze prijs is.", "Say of which year this price is.")
    yield from SUBJECT_FAULTS[row.kind](row)


def _about_help(row: PlannedEdit) -> Found:
    if not row.help:
        yield "help", Text("Kies de hulp waar dit over gaat.", "Choose the help that this is about.")


def _change(row: PlannedEdit) -> Found:
    yield from _about_help(row)
    if (
        all(value is None for value in (row.quantity, row.payer, row.until, row.price_cents))
        and not row.price_key
    ):
        yield (
            "quantity",
            Text(
                "Vul in wat er verandert: hoeveel, de prijs, wie betaalt of het einde.",
                "Say what changes: how much, the price, who pays or the end.",
            ),
        )


def _start(row: PlannedEdit) -> Found:
    if not row.help and not row.title:
        yield "title", Text("Vul in welke hulp begint.", "Say which help starts.")
    if not row.help and row.price_cents is None and not row.price_key:
        yield (
            "price_cents",
            Text(
                "Vul een prijs in of kies er een uit de lijst. Kost het niets? Vul dan 0 in.",
                "Fill in a price or choose one from the list. Does it cost nothing? Fill in 0.",
            ),
        )
    if not row.help and row.quantity is None:
        yield "quantity", Text("Vul in hoeveel hulp er komt.", "Say how much help comes.")


def _pay(row: PlannedEdit) -> Found:
    if not row.title:
        yield "title", Text("Vul in waarvoor u betaalt.", "Say what you pay for.")
    if row.price_cents is None:
        yield "price_cents", Text("Vul het bedrag in.", "Fill in the amount.")
    if row.payer is None:
        yield "payer", Text("Vul in wie betaalt.", "Say who pays.")


def _event(row: PlannedEdit) -> Found:
    known = {event.key for event in load_assumptions().events}
    if row.event not in known:
        yield "event", Text("Kies een gebeurtenis uit de lijst.", "Choose an event from the list.")
    if row.odds is None or row.odds < 0:
        yield (
            "odds",
            Text(
                "Vul een factor in van nul of hoger: 0 kan niet gebeuren, 1 verandert niets.",
                "Fill in a factor of zero or more: 0 cannot happen, 1 changes nothing.",
            ),
        )


SUBJECT_FAULTS: dict[EditKind, Callable[[PlannedEdit], Found]] = {
    EditKind.STOP: _about_help,
    EditKind.CHANGE: _change,
    EditKind.START: _start,
    EditKind.PAY: _pay,
    EditKind.EVENT: _event,
}


def belief_faults(row: Belief) -> Found:
    """The three are in order, and a chance lies from 0 to 1."""
    try:
        known = load_assumptions()
        assumed(
            known,
            row.about,
            row.shape,
            (row.low, row.mid, row.high),
            row.source,
            row.confidence,
            row.entered_by,
        )
    except RefusedError as refused:
        yield ("about" if row.about not in load_assumptions().entries else "mid"), refused.text


def ground_faults(row: LegalGround) -> Found:
    """The article is in the list; who confirmed it has a name."""
    if row.basis not in legal_bases():
        yield "basis", Text("Kies een artikel uit de lijst.", "Choose an article from the list.")
    if row.confirmed_on is not None and not row.confirmed_by:
        yield "confirmed_by", Text("Vul in wie dit heeft nagekeken.", "Say who looked at this.")


def follow_up_faults(row: FollowUp) -> Found:
    """Whether a step stands is said of a day."""
    if row.kept is not None and row.done_on is None:
        yield "done_on", Text("Vul in op welke dag u terugkeek.", "Say on which day you looked back.")


Check = Callable[[Any], Iterable[tuple[str, Text]]]
CHECKS: dict[type[Row], Check] = {
    PlannedEdit: edit_faults,
    Belief: belief_faults,
    LegalGround: ground_faults,
    FollowUp: follow_up_faults,
}

REFERENCES: dict[str, dict[str, str]] = {
    "options": {"plan": "plans"},
    "edits": {"option": "options"},
    "beliefs": {"plan": "plans"},
    "grounds": {"option": "options"},
    "judgements": {"option": "options"},
    "plan_decisions": {"plan": "plans", "option": "options"},
    "follow_ups": {"plan": "plans"},
}


def faults_of_row(table: str, row: Row) -> list[Fault]:
    """What does not fit within one row."""
    check = CHECKS.get(type(row))
    return [Fault(table, row.key, field, text) for field, text in check(row)] if check else []


def faults_of_plans(file: PlanFile) -> list[Fault]:
    """What does not fit in all plans of a household: within rows, between rows, and what comes twice."""
    found = [fault for name in LISTS for row in getattr(file, name) for fault in faults_of_row(name, row)]
    keys = {name: {row.key for row in getattr(file, name)} for name in LISTS}
    for name, refs in REFERENCES.items():
        for row in getattr(file, name):
            for field, target in refs.items():
                if getattr(row, field) not in keys[target]:
                    found.append(Fault(name, row.key, field, UNKNOWN))
    found += _options(file)
    found += _twice(file)
    return found


def out_of_reach(file: PlanFile, keys: Collection[str], today: date) -> Iterator[Fault]:
    """Those of these edits that begin after the months that a run counts from today: none would count them.

    Nothing is said of other edits, so that a plan of long ago can still be changed.
    """
    months = {row.key: row.months for row in file.plans}
    for option in file.options:
        reach = months.get(option.plan)
        for row in file.edits_of(option.key):
            if row.key in keys and reach is not None and month_of(row.on, today) >= reach:
                yield Fault("edits", row.key, "on", _too_late(reach))


def _too_late(months: int) -> Text:
    return Text(
        f"Deze dag valt buiten de looptijd van {months} maanden en telt dan niet mee. "
        "Kies een eerdere dag of reken over meer maanden.",
        f"This day is outside the {months} months that are calculated, and would not count. "
        "Choose an earlier day or more months.",
    )


def _options(file: PlanFile) -> Iterator[Fault]:
    """Every plan has at most five options, one of which at most is carrying on; that one has no edits."""
    for plan in file.plans:
        mine = file.options_of(plan.key)
        if len(mine) > MOST_OPTIONS:
            yield Fault("options", mine[-1].key, "title", TOO_MANY)
        yield from (
            Fault("options", row.key, "kind", AS_NOW_TWICE)
            for row in mine[1:]
            if row.kind is OptionKind.AS_NOW
        )
    as_now = {row.key for row in file.options if row.kind is OptionKind.AS_NOW}
    yield from (
        Fault("edits", row.key, "option", AS_NOW_EDITED) for row in file.edits if row.option in as_now
    )
    for decision in file.plan_decisions:
        if decision.option not in {row.key for row in file.options_of(decision.plan)}:
            yield Fault("plan_decisions", decision.key, "option", OTHER_PLAN)


def _twice(file: PlanFile) -> Iterator[Fault]:
    """One judgement per person and side, one belief per number."""
    judged: set[tuple[str, str, str]] = set()
    for row in file.judgements:
        mine = (row.option, row.side, row.author)
        if mine in judged:
            yield Fault("judgements", row.key, "side", _said_twice(row))
        judged.add(mine)
    believed: set[tuple[str, str]] = set()
    for belief in file.beliefs:
        if (belief.plan, belief.about) in believed:
            yield Fault("beliefs", belief.key, "about", BELIEVED_TWICE)
        believed.add((belief.plan, belief.about))


def _said_twice(row: Judgement) -> Text:
    return Text(
        f"{row.author} gaf over deze kant al een oordeel. Wijzig dat.",
        f"{row.author} judged this side already. Change that.",
    )


UNKNOWN = Text("Dit staat niet in het plan. Kies een ander.", "This is not in the plan. Choose another.")
TOO_MANY = Text(
    f"Een plan heeft hoogstens {MOST_OPTIONS} mogelijkheden, met ‘zo doorgaan’ erbij. Haal er één weg.",
    f"A plan has {MOST_OPTIONS} options at most, with carrying on among them. Remove one.",
)
AS_NOW_TWICE = Text("‘Zo doorgaan’ staat er al.", "Carrying on is there already.")
AS_NOW_EDITED = Text(
    "Bij ‘zo doorgaan’ verandert niets. Zet de verandering bij een andere mogelijkheid.",
    "Nothing changes when carrying on. Put the change with another option.",
)
OTHER_PLAN = Text("Deze mogelijkheid hoort bij een ander plan.", "This option belongs to another plan.")
BELIEVED_TWICE = Text("Dit getal is al ingeschat. Wijzig dat.", "This number has an estimate. Change that.")
