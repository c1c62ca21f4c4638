"""From the household file to what the calculation library looks at: signals, process state and costs."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar
from zoneinfo import ZoneInfo

from rekenmodel.costs import Declared, HelpCost, Period, Price, PriceItem, PriceList, Unit
from rekenmodel.signals import Action, Event, Goal, Help, Lead, LeadScope, Problem, Situation, Vote
from samenspel.households.rules import record
from samenspel.network.rules import Organisation, Professional

Dated = TypeVar("Dated", record.Person, record.Relation, record.Supporter)

HERE = ZoneInfo("Europe/Amsterdam")
NO_MEETING: Mapping[str, object] = {
    "next_meeting_at": None,
    "next_meeting_where": "",
    "next_meeting_note": "",
}

STILL_OPEN: Mapping[str, object] = {"closed_on": None, "reached": False}

WEEKS_PER_MONTH = Decimal("4.348")
WEEKS_PER_YEAR = Decimal("52.18")
PER_WEEK = {
    Period.DAY: Decimal(7),
    Period.WEEK: Decimal(1),
    Period.MONTH: 1 / WEEKS_PER_MONTH,
    Period.YEAR: 1 / WEEKS_PER_YEAR,
}
HOURS = {Unit.MINUTE: 1 / Decimal(60), Unit.HOUR: Decimal(1), Unit.HALF_DAY: Decimal(4), Unit.DAY: Decimal(8)}


def file_on(file: record.HouseholdFile, day: date, today: date | None = None) -> record.HouseholdFile:
    """Return the file as it was true on `day`: what came later is out, what was done later is open.

    What is planned now belongs to today and not to a day before it; `today` None: `day` is today.
    """
    known = known_then(file, day) if today is not None and day < today else file
    return _true_on(known, day)


def _true_on(file: record.HouseholdFile, day: date) -> record.HouseholdFile:
    return file.model_copy(
        update={
            "actions": tuple(
                row if _was(row.done_on, day) else row.model_copy(update={"done_on": None})
                for row in file.actions
                if row.agreed_on is None or row.agreed_on <= day
            ),
            "agreements": tuple(
                row for row in file.agreements if row.agreed_on is None or row.agreed_on <= day
            ),
            "decisions": tuple(row for row in file.decisions if row.on <= day),
            "events": tuple(row for row in file.events if row.on <= day),
            "words": tuple(row for row in file.words if row.on <= day),
            "states": tuple(row for row in file.states if row.on <= day),
            "cases": tuple(_with_meeting(row, day) for row in file.cases if row.opened_on <= day),
            "goals": tuple(
                row if _was(row.closed_on, day) else row.model_copy(update=STILL_OPEN)
                for row in file.goals
                if row.since is None or row.since <= day
            ),
            "problems": tuple(
                row if _was(row.solved_on, day) else row.model_copy(update={"solved_on": None})
                for row in file.problems
                if row.since is None or row.since <= day
            ),
            "persons": _there(file.persons, day),
            "relations": _there(file.relations, day),
            "supporters": _there(file.supporters, day),
        }
    )


def _was(value: date | None, day: date) -> bool:
    """Whether what is held is as it was on `day`: it has no date yet, or one that has been."""
    return value is None or value <= day


def _by(value: date | None, day: date) -> date | None:
    return value if value is not None and value <= day else None


def _there(rows: tuple[Dated, ...], day: date) -> tuple[Dated, ...]:
    return tuple(
        row
        for row in rows
        if (row.since is None or row.since <= day) and (row.until is None or row.until > day)
    )


def _with_meeting(row: record.Case, day: date) -> record.Case:
    """The case without its next meeting when that has been."""
    meets = row.next_meeting_at
    return row if meets is None or meets.astimezone(HERE).date() >= day else row.model_copy(update=NO_MEETING)


def known_then(file: record.HouseholdFile, day: date) -> record.HouseholdFile:
    """Return the file of a day that has been: without what was only planned or born after it.

    What pointed at something that is out points at nothing; the next meeting is the one from today.
    """
    persons = tuple(row for row in file.persons if row.birth_date is None or row.birth_date <= day)
    born = {row.key for row in persons}
    goals = {row.key for row in file.goals if row.since is None or row.since <= day}
    asked = [row for row in file.help if _asked_by(row, day)]
    helps = {row.key for row in asked}
    return file.model_copy(
        update={
            "persons": persons,
            "relations": tuple(row for row in file.relations if {row.person, row.other} <= born),
            "cases": tuple(row.model_copy(update=NO_MEETING) for row in file.cases),
            "help": tuple(
                row.model_copy(
                    update={
                        "since": _by(row.since, day),
                        "until": _by(row.until, day),
                        "stopped_unfinished": row.stopped_unfinished and _by(row.until, day) is not None,
                        "for_whom": tuple(key for key in row.for_whom if key in born),
                        "goals": tuple(key for key in row.goals if key in goals),
                        "conflicts_with": tuple(key for key in row.conflicts_with if key in helps),
                    }
                )
                for row in asked
            ),
            "declarations": tuple(row for row in file.declarations if row.help in helps),
            "effects": tuple(row for row in file.effects if row.help in helps),
            "leads": tuple(
                row
                for row in file.leads
                if (row.since is None or row.since <= day)
                and (row.help is None or row.help in helps)
                and (row.goal is None or row.goal in goals)
            ),
        }
    )


def _asked_by(row: record.Help, day: date) -> bool:
    """Whether this help had begun or somebody waited for it; of help without a day we assume it."""
    begun = [when for when in (row.waiting_since, row.since) if when is not None]
    return not begun or min(begun) <= day


def situation(file: record.HouseholdFile, on: date) -> Situation:
    """Return what the signals and the process state look at on the day `on`."""
    organisations = works_for(file)
    return Situation(
        on=on,
        helps=tuple(_help(row, organisations) for row in file.help),
        leads=tuple(_lead(row) for row in file.leads),
        goals=tuple(
            Goal(
                key=row.key,
                title=row.title,
                domain=row.domain,
                horizon=row.horizon,
                since=row.since,
                closed_on=row.closed_on,
                reached=row.reached,
            )
            for row in file.goals
        ),
        problems=tuple(
            Problem(key=row.key, title=row.title, domain=row.domain, since=row.since, solved_on=row.solved_on)
            for row in file.problems
        ),
        actions=tuple(
            Action(
                key=row.key,
                title=row.title,
                owner=holder(row),
                due=row.due,
                done_on=row.done_on,
                agreed_on=row.agreed_on,
            )
            for row in file.actions
        ),
        events=tuple(
            Event(
                key=row.key, title=row.title, kind=row.kind, on=row.on, life_threatening=row.life_threatening
            )
            for row in file.events
        ),
        votes=_latest_votes(file),
        own_words=bool(file.words),
        names=names(file),
    )


def holder(row: record.Lead | record.Action | record.Help) -> str:
    """Who holds a lead, owns an action or gives help, as one key over all lists; empty when nobody does."""
    for kind in ("professional", "person", "supporter"):
        key = getattr(row, kind, None)
        if key is not None:
            return f"{kind}:{key}"
    return ""


def names(file: record.HouseholdFile) -> dict[str, str]:
    """Display names by the keys that `holder` gives, and of organisations."""
    found: dict[str, str] = {}
    lists: tuple[
        tuple[str, Iterable[Professional | record.Person | record.Supporter | Organisation]], ...
    ] = (
        ("professional", file.professionals),
        ("person", file.persons),
        ("supporter", file.supporters),
        ("organisation", file.organisations),
    )
    for kind, rows in lists:
        found |= {f"{kind}:{row.key}": row.name for row in rows}
    return found


def works_for(file: record.HouseholdFile) -> dict[str, str]:
    """For each professional the organisation that he works for, by key."""
    return {person.key: person.organisation for person in file.professionals}


def organisation_of(row: record.Help, works_for: Mapping[str, str]) -> str:
    """The organisation that gives this help: named on the line, or the one its professional works for."""
    key = row.organisation or works_for.get(row.professional or "")
    return f"organisation:{key}" if key else ""


def _help(row: record.Help, works_for: Mapping[str, str]) -> Help:
    organisation = organisation_of(row, works_for)
    return Help(
        key=row.key,
        title=row.title,
        helper=holder(row) or organisation,
        organisation=organisation,
        domains=frozenset(row.domains),
        purpose=row.purpose,
        expected_effect=row.expected_effect,
        for_whom=frozenset(f"person:{key}" for key in row.for_whom),
        waiting_since=row.waiting_since,
        since=row.since,
        until=row.until,
        planned_end=row.planned_end,
        stays=row.stays,
        evaluation_on=row.evaluation_on,
        hours_per_week=hours_per_week(row),
        contacts_per_week=row.contacts_per_week,
        payer=row.payer,
        payer_disputed=row.payer_disputed,
        goals=frozenset(row.goals),
        declared_conflicts=frozenset(row.conflicts_with),
    )


def hours_per_week(row: record.Help) -> Decimal | None:
    """How many hours a week this help takes of the household; None when its unit is not time with people."""
    if row.quantity is None or row.unit not in HOURS or row.per not in PER_WEEK:
        return None
    return row.quantity * HOURS[row.unit] * PER_WEEK[row.per]


def _lead(row: record.Lead) -> Lead:
    subject = {LeadScope.DOMAIN: row.domain, LeadScope.HELP: row.help, LeadScope.GOAL: row.goal}
    return Lead(
        key=row.key,
        holder=holder(row),
        scope=row.scope,
        subject=subject.get(row.scope) or "",
        since=row.since,
        until=row.until,
        accepted=row.accepted,
    )


def _latest_votes(file: record.HouseholdFile) -> tuple[Vote, ...]:
    voted = [row for row in file.states if row.votes]
    if not voted:
        return ()
    latest = max(voted, key=lambda row: row.on)
    return tuple(
        Vote(voter=vote.voter_key, goal_agreement=vote.goal_agreement, cause_known=vote.cause_known)
        for vote in latest.votes
        if vote.goal_agreement is not None and vote.cause_known is not None
    )


def cost_lines(file: record.HouseholdFile, prices: PriceList) -> tuple[HelpCost, ...]:
    """Return what the cost calculation looks at; help by supporters costs nothing and is left out."""
    bills: dict[str, list[Declared]] = {}
    for bill in file.declarations:
        bills.setdefault(bill.help, []).append(
            Declared(bill.begin, bill.end, bill.cents, bill.reference, corrects=bill.corrects or None)
        )
    return tuple(
        HelpCost(
            key=row.key,
            title=row.title,
            payer=None if row.payer_disputed else row.payer,
            law=row.law,
            since=row.since,
            until=row.until,
            planned_end=row.planned_end,
            unit=row.unit or Unit.HOUR,
            quantity=row.quantity,
            period=row.per or Period.WEEK,
            price=price_of(row, prices.items),
            declared=tuple(bills.get(row.key, ())),
            assigned=row.budget_cents,
        )
        for row in file.help
        if row.supporter is None
    )


def price_of(row: record.Help, listed: Mapping[str, PriceItem]) -> Price | None:
    """The price on the line itself, else the one it names in the price list, else unknown."""
    if row.price_cents is not None and row.price_concept is not None:
        low, high = row.price_low_cents, row.price_high_cents
        return Price(
            euros(row.price_cents),
            row.price_year,
            row.price_concept,
            row.price_source,
            euros(low if low is not None else row.price_cents) if (low, high) != (None, None) else None,
            euros(high if high is not None else row.price_cents) if (low, high) != (None, None) else None,
        )
    item = listed.get(row.price_key)
    return item.price if item is not None else None


def euros(cents: int) -> Decimal:
    """Cents as euros."""
    return Decimal(cents) / 100
