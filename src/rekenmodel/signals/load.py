"""What all help together asks of the household, and the facts of the case front page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from rekenmodel.signals.days import (
    active_helps,
    domains_in_use,
    domains_with_one_lead,
    helpers_at_work,
    late_actions,
    once,
    organisations_at_work,
)
from rekenmodel.signals.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLoad:
    """Counts of active help. Contacts and hours are per week, over the lines of which they are known."""

    helpers: int
    organisations: int
    contacts_per_week: Decimal
    contacts_unknown: int
    hours_per_week: Decimal
    hours_unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SixFacts:
    """The counts of the front page; cost and trend, the other two facts, come from elsewhere."""

    active_help_lines: int
    organisations: int
    domains_with_one_lead: int
    domains_in_use: int
    late_actions: int


def _known_sum(amounts: Iterable[Decimal | None]) -> tuple[Decimal, int]:
    listed = list(amounts)
    known = [amount for amount in listed if amount is not None]
    return sum(known, Decimal()), len(listed) - len(known)


@once
def load_on_family(situation: Situation) -> FamilyLoad:
    """People, organisations, appointments and hours per week; unknown is counted apart, never as zero."""
    lines = active_helps(situation)
    contacts, contacts_unknown = _known_sum(line.contacts_per_week for line in lines)
    hours, hours_unknown = _known_sum(line.hours_per_week for line in lines)
    return FamilyLoad(
        helpers=len(helpers_at_work(situation)),
        organisations=len(organisations_at_work(situation)),
        contacts_per_week=contacts,
        contacts_unknown=contacts_unknown,
        hours_per_week=hours,
        hours_unknown=hours_unknown,
    )


def six_facts(situation: Situation) -> SixFacts:
    """Active help lines, organisations, domains with exactly one lead of the domains in use, late actions."""
    return SixFacts(
        active_help_lines=len(active_helps(situation)),
        organisations=len(organisations_at_work(situation)),
        domains_with_one_lead=len(domains_with_one_lead(situation)),
        domains_in_use=len(domains_in_use(situation)),
        late_actions=len(late_actions(situation)),
    )
