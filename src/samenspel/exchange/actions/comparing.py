"""The second part of bringing in: which household each proposal is about, and what it would change there."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from rekenmodel.values import Text
from samenspel.access.actions import DeniedError
from samenspel.accounts.models import User
from samenspel.exchange.access import may_add_to_directory, may_bring_in
from samenspel.exchange.actions.planning import Plan, Planner
from samenspel.exchange.actions.reading import add_notices, save_all
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.queries import (
    facts_about,
    housemates,
    keys_before,
    known_clients,
    new_clients,
    people_like,
    proposals_of,
)
from samenspel.exchange.rules.comparison import compare, rows_in
from samenspel.exchange.rules.ijw_clients import clients_of
from samenspel.exchange.rules.ijw_facts import (
    AssignmentFact,
    ChangeRequestFact,
    ClientFact,
    Fact,
    RequestFact,
)
from samenspel.exchange.rules.ijw_findings import Severity
from samenspel.exchange.rules.lookalikes import lookalikes
from samenspel.exchange.rules.message_links import client_of, groups_of
from samenspel.exchange.rules.notices import Notice, question, refusal
from samenspel.exchange.rules.stages import Outcome

HOUSEHOLDS_AT_ONCE = 50
SHOWN = (
    *("household_id", "key", "name", "outcome", "taken", "notices", "differences"),
    *("added", "changed", "gone", "same", "rows_good", "rows_questioned", "rows_wrong"),
)
GROUPING = (ClientFact.__name__,)
HELP = tuple(kind.__name__ for kind in (AssignmentFact, RequestFact, ChangeRequestFact))


def propose_households(batch: Batch, *, by: User, at: datetime) -> None:
    """Put the clients of the messages together in households, each a proposal; the rest waits for a 301."""
    clients = new_clients(batch)
    others = housemates(batch, clients)
    known = known_clients(batch.network_id, [*clients, *others])
    facts = [fact for fact, _ in facts_about(batch, [*clients, *others], GROUPING)]
    helped = {client_of(fact) for fact, _ in facts_about(batch, clients, HELP)} if clients else set()
    new = set(clients)
    found: dict[tuple[str, str], list[str]] = {}
    for group in groups_of(facts):
        homes = sorted({known[client][0] for client in group if client in known})
        if len(homes) > 1:
            add_notices(batch, [question(Text("berichten", "messages"), TWO_HOUSEHOLDS)])
        fallback = homes[0] if homes else ""
        for client in group:
            place = known[client][0] if client in known else fallback
            found.setdefault((place, place or group[0]), []).append(client)
    start = proposals_of(batch).count()
    kept = [
        (place, members)
        for (place, _), members in found.items()
        if new.intersection(members) and (place or helped.intersection(members))
    ]
    batch.people_waiting = len(new.difference(*(members for _, members in kept)))
    alike = _alike(batch, facts, [members for place, members in kept if not place], by=by, at=at)
    Proposal.objects.bulk_create(
        Proposal(
            batch=batch,
            position=start + index,
            household_id=place,
            clients=members,
            lookalikes=alike.get(members[0], []),
        )
        for index, (place, members) in enumerate(kept)
    )


def _alike(
    batch: Batch, facts: Iterable[Fact], groups: Iterable[Sequence[str]], *, by: User, at: datetime
) -> dict[str, list[dict[str, Any]]]:
    """For the first client of each group the households that may be the same one."""
    clients = {
        one.bsn: one for one in clients_of([fact for fact in facts if isinstance(fact, ClientFact)])[0]
    }
    asked = [[clients[bsn] for bsn in group if bsn in clients] for group in groups]
    births = {one.birth_date for group in asked for one in group if one.birth_date}
    there = people_like(by, batch.network_id, births, at=at) if births else []
    return {group[0].bsn: lookalikes(group, there) for group in asked if there and group}


def compare_some(batch: Batch, *, by: User, at: datetime) -> bool:
    """Work out the next proposals; return whether there may be more."""
    waiting = proposals_of(batch).filter(outcome=Outcome.TO_COMPARE)
    rows = list(waiting[:HOUSEHOLDS_AT_ONCE])
    if not rows:
        return False
    planner = Planner(batch, rows, by=by, at=at)
    may_open, may_add = may_bring_in(by), may_add_to_directory(by)
    named = keys_before(batch, rows[0].position)
    for proposal in rows:
        try:
            plan = planner.plan(proposal)
        except DeniedError:
            _deny(proposal)
        else:
            _show(proposal, plan, named)
            if not (plan.household_id or (may_open and may_add)):
                _deny(proposal)
        if proposal.outcome != Outcome.BLOCKED:
            named.add(proposal.key)
    save_all(rows, SHOWN)
    batch.done += len(rows)
    return True


def _deny(proposal: Proposal) -> None:
    """Say no, and nothing about a household that this user may not see."""
    proposal.outcome, proposal.household_id, proposal.taken = Outcome.DENIED, "", False
    proposal.name = proposal.name or "?"
    proposal.differences = []


def _show(proposal: Proposal, plan: Plan, named: Collection[str]) -> None:
    comparison = compare(plan.before, plan.file, plan.gone)
    notices = [*plan.notices, *plan.faults]
    if not proposal.clients and plan.file.key in named:
        notices.append(refusal(proposal.source, TWICE))
    if proposal.clients:
        places = {notice.where for notice in plan.notices if notice.severity is Severity.QUESTION}
        proposal.rows_questioned = min(len(places), rows_in(plan.file))
        proposal.rows_good = rows_in(plan.file) - proposal.rows_questioned
    proposal.household_id = plan.household_id
    proposal.key, proposal.name = plan.file.key, plan.file.name
    proposal.notices += [notice.to_json() for notice in notices]
    proposal.added, proposal.changed = comparison.added, comparison.changed
    proposal.gone, proposal.same = comparison.gone, comparison.same
    proposal.differences = [one.to_json() for one in comparison.differences]
    if any(notice.severity is Severity.ERROR for notice in notices):
        proposal.outcome = Outcome.BLOCKED
        proposal.rows_wrong = max(1, len(plan.faults))
    elif plan.household_id:
        proposal.outcome = Outcome.SAME if comparison.changes_nothing else Outcome.CHANGES
    else:
        proposal.outcome = Outcome.NEW


def waiting_notice(count: int) -> Notice:
    """Say that there are people without an assignment."""
    return question(
        Text("berichten", "messages"),
        Text(
            f"Van {count} mensen is er nog geen toewijzing (301) of verzoek (315). "
            "Hun berichten wachten daarop.",
            f"There is no assignment (301) or request (315) yet for {count} people. "
            "Their messages wait for it.",
        ),
    )


TWO_HOUSEHOLDS = Text(
    "De berichten zeggen dat mensen bij elkaar horen die hier in twee gezinnen staan. We laten dat zo. "
    "Kijk of dat klopt.",
    "The messages say that people belong together who are in two households here. We leave that as it is. "
    "See whether that is right.",
)
TWICE = Text(
    "Dit gezin staat in twee bestanden. Kies er één van.",
    "This household is in two files. Choose one of them.",
)
