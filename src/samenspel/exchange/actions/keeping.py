"""The third part of bringing in: writing each household whole or not at all, and taking that back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from rekenmodel.values import Text
from samenspel.access.actions import DeniedError, note_allowed, require, require_generally
from samenspel.access.queries import standing
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.exchange.access import may_add_to_directory, may_bring_in
from samenspel.exchange.actions.planning import SUBJECT, Plan, Planner
from samenspel.exchange.models import Batch, MessageFact, Proposal
from samenspel.exchange.queries import proposals_of
from samenspel.exchange.rules.comparison import HELD, facts_of
from samenspel.exchange.rules.directory_fit import Directory
from samenspel.exchange.rules.notices import Notice, question, refusal
from samenspel.exchange.rules.stages import WRITABLE, Outcome
from samenspel.households.actions import (
    ChangedSinceError,
    changes_that_stand,
    forget_import,
    mark_persons,
    open_household,
)
from samenspel.households.actions import undo as undo_change
from samenspel.households.writing import HOUSEHOLD, StillUsedError, Writing, changing, put_file
from samenspel.network.actions import put_directory
from samenspel.network.models import Network

HOUSEHOLDS_AT_ONCE = 40


def write_some(batch: Batch, *, by: User, at: datetime) -> bool:
    """Write the next households, each in a transaction of its own; return whether there may be more."""
    rows = list(proposals_of(batch).filter(taken=True, outcome__in=WRITABLE)[:HOUSEHOLDS_AT_ONCE])
    if not rows:
        return False
    planner = Planner(batch, rows, by=by, at=at)
    may_open = may_bring_in(by) and may_add_to_directory(by)
    for proposal in rows:
        _write_one(batch, proposal, planner, by=by, at=at, may_open=may_open)
    return True


def _write_one(
    batch: Batch, proposal: Proposal, planner: Planner, *, by: User, at: datetime, may_open: bool
) -> None:
    try:
        plan = planner.plan(proposal)
        if not (plan.household_id or may_open):
            _refuse_opening(by=by, at=at)
        if plan.faults:
            _fail(proposal, list(plan.faults))
            return
        with transaction.atomic():
            Network.objects.select_for_update().get(pk=batch.network_id)
            waiting = Proposal.objects.select_for_update().filter(pk=proposal.pk, outcome__in=WRITABLE)
            if waiting.exists():
                _write(batch, proposal, plan, planner.directory, by=by, at=at)
    except DeniedError:
        _fail(proposal, [refusal(proposal.name, NOT_YOURS)], Outcome.DENIED)
    except IntegrityError:
        _fail(proposal, [refusal(proposal.name, CHANGED_MEANWHILE)])


def _refuse_opening(*, by: User, at: datetime) -> None:
    """Ask in earnest before a transaction opens, so that the line of the refusal stays."""
    require_generally(by, Kind.EXISTENCE, Act.CREATE, at=at, subject=SUBJECT)
    require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=SUBJECT)


def _fail(proposal: Proposal, notices: Sequence[Notice], outcome: Outcome = Outcome.FAILED) -> None:
    proposal.outcome = outcome
    proposal.notices = [notice.to_json() for notice in notices]
    proposal.save()


def _write(batch: Batch, proposal: Proposal, plan: Plan, known: Directory, *, by: User, at: datetime) -> None:
    household_id = plan.household_id
    _put_new_directory(batch, plan, known, by=by, at=at)
    if not household_id:
        household_id = open_household(by=by, at=at, network_id=batch.network_id, facts=facts_of(plan.file))
        proposal.opened = True
    tables = (
        {name for name in HELD if getattr(plan.file, name)} | {HOUSEHOLD} | {name for name, _ in plan.gone}
    )
    with changing(
        by=by, at=at, household_id=household_id, what="import", tables=frozenset(tables), batch=batch.pk
    ) as writing:
        left = _put(writing, plan)
    if plan.persons:
        digests = {key: client for client, key in plan.persons.items()}
        mark_persons(by=by, at=at, household_id=household_id, digests=digests)
        proposal.marked = sorted(digests)
    keep_facts(batch, proposal.clients)
    held = standing(by, household_id, at=at)
    note_allowed(
        held, Kind.STRUCTURE, Act.IMPORT, at=at, subject=f"{SUBJECT}: {proposal.source or 'berichten'}"
    )
    proposal.household_id, proposal.outcome, proposal.file = household_id, Outcome.WRITTEN, None
    # What stood there is not kept outside the household: only which rows changed.
    proposal.differences = [one[:3] for one in proposal.differences]
    proposal.notices += [question(Text(name, name), STILL_USED).to_json() for name in left]
    proposal.save()


def _put_new_directory(batch: Batch, plan: Plan, known: Directory, *, by: User, at: datetime) -> None:
    """Add what the network does not know yet; nothing to add asks for no right to add."""
    there = {row.key for rows in (known.organisations, known.teams, known.professionals) for row in rows}
    file = plan.file
    new = [row for row in (*file.organisations, *file.teams, *file.professionals) if row.key not in there]
    if new:
        put_directory(
            by=by,
            at=at,
            network_id=batch.network_id,
            organisations=file.organisations,
            teams=file.teams,
            professionals=file.professionals,
        )


def _put(writing: Writing, plan: Plan) -> list[str]:
    """Write the rows, and take out those that no longer hold; return help that other rows still refer to."""
    left = []
    for table, key in plan.gone:
        if table != "help":
            writing.remove(table, key)
    put_file(writing, plan.file)
    for table, key in plan.gone:
        if table == "help":
            try:
                writing.remove(table, key)
            except StillUsedError:
                left.append(key)
    return left


def keep_facts(batch: Batch, clients: Sequence[str]) -> None:
    """Keep the facts about these clients for good; a message that was kept meanwhile counts once."""
    if clients:
        _keep(batch, MessageFact.objects.filter(network=batch.network_id, client__in=list(clients)))


def _keep(batch: Batch, facts: QuerySet[MessageFact]) -> None:
    staged = facts.filter(batch=batch.pk, kept=False)
    same = MessageFact.objects.filter(
        kept=True, network=batch.network_id, sha256=OuterRef("sha256"), position=OuterRef("position")
    )
    staged.filter(Exists(same)).delete()
    staged.update(kept=True)


def finish_writing(batch: Batch) -> None:
    """Keep what waits for an assignment, forget what was not taken, and drop what is no longer needed."""
    taken = (Outcome.WRITTEN, Outcome.SAME)
    others = proposals_of(batch).exclude(outcome__in=taken).values_list("clients", flat=True)
    left_out = [client for clients in others for client in clients]
    Network.objects.select_for_update().get(pk=batch.network_id)
    about = MessageFact.objects.filter(network=batch.network_id, client__in=left_out)
    answered = about.exclude(link="").order_by("link").values_list("link", flat=True).distinct()
    staged = MessageFact.objects.filter(network=batch.network_id, batch=batch.pk, kept=False)
    staged.filter(client="", link__in=list(answered)).delete()
    staged.filter(client__in=left_out).delete()
    _keep(batch, MessageFact.objects.filter(network=batch.network_id))
    proposals_of(batch).update(file=None)


def undo_some(batch: Batch, *, by: User, at: datetime) -> bool:
    """Take the next households back, each whole or not at all; return whether there may be more."""
    rows = list(proposals_of(batch).filter(outcome=Outcome.WRITTEN)[:HOUSEHOLDS_AT_ONCE])
    for proposal in rows:
        try:
            require(by, proposal.household_id, Kind.STRUCTURE, Act.IMPORT, at=at, subject=SUBJECT)
            with transaction.atomic():
                _take_back(batch, proposal, by=by, at=at)
        except ChangedSinceError:
            _stays(proposal, CHANGED_SINCE)
        except StillUsedError:
            _stays(proposal, CHANGED_SINCE)
        except DeniedError:
            _stays(proposal, NOT_YOURS)
    return bool(rows)


def _stays(proposal: Proposal, why: Text) -> None:
    proposal.outcome = Outcome.KEPT
    proposal.notices = [refusal(proposal.name, why).to_json()]
    proposal.save()


def _take_back(batch: Batch, proposal: Proposal, *, by: User, at: datetime) -> None:
    household_id = proposal.household_id
    if proposal.opened:
        forget_import(by=by, at=at, household_id=household_id, batch=batch.pk)
    else:
        for change in changes_that_stand(household_id):
            if change.batch == batch.pk:
                undo_change(by=by, at=at, household_id=household_id, change_id=change.pk)
        if proposal.marked:
            mark_persons(by=by, at=at, household_id=household_id, digests=dict.fromkeys(proposal.marked, ""))
    MessageFact.objects.filter(network=batch.network_id, client__in=proposal.clients, batch=batch.pk).delete()
    proposal.outcome, proposal.differences, proposal.notices, proposal.clients = Outcome.UNDONE, [], [], []
    proposal.save()


def finish_undo(batch: Batch) -> bool:
    """Forget all that the batch brought, once every household is taken back; return whether that is so."""
    if proposals_of(batch).filter(outcome=Outcome.KEPT).exists():
        return False
    MessageFact.objects.filter(batch=batch.pk).delete()
    proposals_of(batch).delete()
    return True


NOT_YOURS = Text(
    "Dit gezin kunt u niet bijwerken. Vraag het aan wie het overzicht houdt rond het gezin.",
    "You cannot update this household. Ask whoever keeps the overview around it.",
)
CHANGED_MEANWHILE = Text(
    "Iemand veranderde dit gezin terwijl u las. Er is niets bewaard. Lees het bestand nog een keer in.",
    "Somebody changed this household while you were reading. Nothing was saved. Bring the file in again.",
)
CHANGED_SINCE = Text(
    "Iemand veranderde dit gezin na het inlezen. Daarom laten we het staan. "
    "U kunt het op de gezinspagina wijzigen.",
    "Somebody changed this household after it was brought in. So we leave it. "
    "You can change it on its own page.",
)
STILL_USED = Text(
    "Deze hulp is ingetrokken, maar andere regels verwijzen ernaar. Haal haar zelf weg op de gezinspagina.",
    "This help was withdrawn, but other lines refer to it. Remove it yourself on the household page.",
)
