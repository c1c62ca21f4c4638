"""What does not fit within one row: for each kind of row a check that says which field and what to do.

The database refuses the same things; here they are said so that somebody can mend them.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from rekenmodel.signals import EventKind, LeadScope
from rekenmodel.values import Text
from samenspel.households.rules.codes import Authority, RelationKind
from samenspel.households.rules.record import (
    Action,
    Agreement,
    Case,
    Declaration,
    Event,
    Goal,
    Help,
    Lead,
    Person,
    Problem,
    Relation,
    State,
    Supporter,
    Words,
)
from samenspel.kit.rows import Row


def day_nl(day: date) -> str:
    """A day in figures, as a workbook shows it."""
    return f"{day.day}-{day.month}-{day.year}"


def before(row: Row, first: str, second: str, said: Text) -> Iterator[tuple[str, Text]]:
    """`second` may not lie before `first`."""
    begin, end = getattr(row, first), getattr(row, second)
    if begin is not None and end is not None and end < begin:
        yield (
            second,
            Text(
                f"{said.nl} ligt voor {day_nl(begin)}. Kies een datum op of na {day_nl(begin)}.",
                f"{said.en} is before {begin.isoformat()}. Choose a date on or after {begin.isoformat()}.",
            ),
        )


END = Text("Het einde", "The end")
LOOK = Text("De dag waarop u samen weer kijkt", "The day on which you look again")
OVER = ("since", "until", END)


def case_faults(row: Case) -> Iterator[tuple[str, Text]]:
    """A case closes after it opens."""
    yield from before(row, "opened_on", "closed_on", Text("De sluiting", "The closing"))


def person_faults(row: Person) -> Iterator[tuple[str, Text]]:
    """Somebody who lives in the house lives nowhere else."""
    yield from before(row, *OVER)
    if row.in_house and row.lives_at:
        yield (
            "lives_at",
            Text(
                "Iemand woont in huis of ergens anders. Zet 'woont in huis' uit of maak dit veld leeg.",
                "Somebody lives in the house or elsewhere. Switch off 'lives in the house' or clear this.",
            ),
        )


PARENTAL = {
    RelationKind.PARENT,
    RelationKind.STEP_PARENT,
    RelationKind.FOSTER_PARENT,
    RelationKind.GRANDPARENT,
    RelationKind.GUARDIAN,
}


def relation_faults(row: Relation) -> Iterator[tuple[str, Text]]:
    """Two persons; only somebody who raises a child can have authority."""
    yield from before(row, *OVER)
    if row.person == row.other:
        yield "other", Text("Kies twee verschillende mensen.", "Choose two different people.")
    if row.authority is not Authority.NONE and row.kind not in PARENTAL:
        yield (
            "authority",
            Text(
                "Alleen een ouder, verzorger of voogd heeft gezag. Kies een andere relatie of 'geen gezag'.",
                "Only a parent, carer or guardian has authority. Choose another or 'no authority'.",
            ),
        )


def supporter_faults(row: Supporter) -> Iterator[tuple[str, Text]]:
    """Dates in order."""
    yield from before(row, *OVER)


def goal_faults(row: Goal) -> Iterator[tuple[str, Text]]:
    """Dates in order; only a closed goal was reached."""
    yield from before(row, "since", "closed_on", Text("De afsluiting", "The closing"))
    yield from before(row, "since", "horizon", Text("De datum van het doel", "The date of the goal"))
    if row.reached and row.closed_on is None:
        yield "closed_on", Text("Vul in wanneer het doel gelukt is.", "Say when the goal was reached.")


def problem_faults(row: Problem) -> Iterator[tuple[str, Text]]:
    """Dates in order."""
    yield from before(row, "since", "solved_on", Text("De oplossing", "The solution"))


def help_faults(row: Help) -> Iterator[tuple[str, Text]]:
    """Help is given by somebody, its dates are in order, and quantity and price are whole."""
    yield from before(row, "since", "until", Text("Het einde van de hulp", "The end of the help"))
    yield from before(row, "since", "planned_end", Text("Het afgesproken einde", "The agreed end"))
    yield from before(row, "since", "evaluation_on", LOOK)
    yield from before(row, "waiting_since", "since", Text("De start", "The start"))
    if not (row.organisation or row.professional or row.supporter):
        yield "organisation", Text("Vul in wie deze hulp geeft.", "Say who gives this help.")
    if row.until is not None and row.since is None:
        yield "since", Text("De hulp is gestopt. Vul ook in wanneer zij begon.", "Say when this help began.")
    if row.stopped_unfinished and row.until is None:
        yield "until", Text("Vul in wanneer de hulp stopte.", "Say when the help stopped.")
    if row.stays and row.planned_end is not None:
        yield (
            "planned_end",
            Text(
                "Hulp die blijft heeft geen afgesproken einde. Kies één van de twee.",
                "Help that stays has no agreed end. Choose one of the two.",
            ),
        )
    yield from amount_faults(row)


def amount_faults(row: Help) -> Iterator[tuple[str, Text]]:
    """A quantity has a unit and a period; a price has a kind and a source and lies within its own band."""
    parts = (row.quantity, row.unit, row.per)
    if any(part is not None for part in parts) and None in parts:
        yield (
            "quantity",
            Text(
                "Vul alle drie in: hoeveel, welke eenheid en per wanneer. Bijvoorbeeld 4 uur per week.",
                "Fill in all three: how much, which unit and per what. For example 4 hours per week.",
            ),
        )
    if (row.price_cents is None) != (row.price_concept is None):
        yield "price_concept", Text("Vul bij een prijs ook de soort in.", "Say what kind of price this is.")
    if row.price_cents is not None and not row.price_source:
        yield "price_source", Text("Vul in waar deze prijs vandaan komt.", "Say where this price comes from.")
    low, high = row.price_low_cents, row.price_high_cents
    if row.price_cents is None and (low is not None or high is not None):
        yield "price_cents", Text("Vul ook de prijs zelf in.", "Fill in the price itself as well.")
    elif row.price_cents is not None and (
        (low is not None and low > row.price_cents) or (high is not None and high < row.price_cents)
    ):
        yield (
            "price_cents",
            Text(
                "De prijs ligt buiten laagste en hoogste.", "The price lies outside its lowest and highest."
            ),
        )


def declaration_faults(row: Declaration) -> Iterator[tuple[str, Text]]:
    """Dates in order."""
    yield from before(row, "begin", "end", END)


SUBJECTS = {LeadScope.DOMAIN: "domain", LeadScope.HELP: "help", LeadScope.GOAL: "goal"}


def lead_faults(row: Lead) -> Iterator[tuple[str, Text]]:
    """One holder, and a subject that fits the scope."""
    yield from before(row, *OVER)
    yield from before(row, "since", "review_on", LOOK)
    if sum(one is not None for one in (row.deputy, row.deputy_person, row.deputy_supporter)) > 1:
        yield "deputy", Text("Kies één persoon die vervangt.", "Choose one deputy.")
    if sum(holder is not None for holder in (row.professional, row.person, row.supporter)) != 1:
        yield "professional", Text("Kies precies één persoon die dit trekt.", "Choose exactly one person.")
    wanted = SUBJECTS.get(row.scope)
    for name in SUBJECTS.values():
        value = getattr(row, name)
        if name == wanted and value is None:
            yield name, Text("Vul in waarop iemand de regie heeft.", "Say on what somebody has the lead.")
        if name != wanted and value is not None:
            yield name, Text("Dit past niet bij de gekozen soort regie. Maak het leeg.", "Clear this field.")


def action_faults(row: Action) -> Iterator[tuple[str, Text]]:
    """One owner at most; dates in order."""
    yield from before(row, "agreed_on", "due", Text("De datum waarop het klaar is", "The due date"))
    yield from before(row, "agreed_on", "done_on", Text("De datum waarop het gedaan is", "The date done"))
    if sum(owner is not None for owner in (row.professional, row.person, row.supporter)) > 1:
        yield "professional", Text("Kies één persoon die dit doet.", "Choose one person who does this.")


def agreement_faults(row: Agreement) -> Iterator[tuple[str, Text]]:
    """Dates in order."""
    yield from before(row, "agreed_on", "until", END)


def event_faults(row: Event) -> Iterator[tuple[str, Text]]:
    """Only a crisis can be a danger to life."""
    if row.life_threatening and row.kind is not EventKind.CRISIS:
        yield (
            "kind",
            Text("Levensgevaar kan alleen bij een crisis.", "Only a crisis can be a danger to life."),
        )


def words_faults(row: Words) -> Iterator[tuple[str, Text]]:
    """Somebody said something."""
    if not row.text:
        yield "text", Text("Vul de woorden in.", "Fill in the words.")
    if row.person is not None and row.supporter is not None:
        yield "person", Text("Kies één persoon die dit zei.", "Choose one person who said this.")


def state_faults(row: State) -> Iterator[tuple[str, Text]]:
    """An agreed state has a reason; dates in order."""
    yield from before(row, "on", "next_review", Text("De volgende keer", "The next time"))
    if row.agreed is not None and not row.reason:
        yield "reason", Text("Vul in waarom u dit afspreekt.", "Say why you agree on this.")
    if row.computed is not None and not row.rule_version:
        yield "rule_version", Text("Vul de versie van de regel in.", "Fill in the version of the rule.")


LOOKS: dict[type[Row], str] = {Help: "evaluation_on", Lead: "review_on"}


def past_looks(row: Row, today: date) -> Iterator[tuple[str, Text]]:
    """Ask, and do not refuse: a day to look again that has been, while the help or the lead goes on."""
    name = LOOKS.get(type(row))
    day = getattr(row, name) if name else None
    until = getattr(row, "until", None)
    if name and day is not None and day < today and (until is None or until > today):
        yield (
            name,
            Text(
                f"{day_nl(day)} is al geweest. Kies een dag die nog komt, als u nog samen gaat kijken.",
                f"{day.isoformat()} has been. Choose a day that is still to come, if you will look again.",
            ),
        )


Check = Callable[[Any], Iterable[tuple[str, Text]]]
CHECKS: dict[type[Row], Check] = {
    Case: case_faults,
    Person: person_faults,
    Relation: relation_faults,
    Supporter: supporter_faults,
    Goal: goal_faults,
    Problem: problem_faults,
    Help: help_faults,
    Declaration: declaration_faults,
    Lead: lead_faults,
    Agreement: agreement_faults,
    Action: action_faults,
    Event: event_faults,
    Words: words_faults,
    State: state_faults,
}
