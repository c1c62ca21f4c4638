"""The third part of bringing in: writing each household whole or not at all, and taking that back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import DataError, IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from rekenmodel.values import Text
from samenspel.access.actions import (
    DeniedError,
    Done,
    note_all_allowed,
    require,
    require_each,
    require_generally,
)
from samenspel.access.queries import standings
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.exchange.access import may_add_to_directory, may_bring_in
from samenspel.exchange.actions.planning import SUBJECT, Plan, Planner
from samenspel.exchange.actions.reading import save_all
from samenspel.exchange.models import Batch, MessageFact, Proposal
from samenspel.exchange.queries import named_in_history, proposals_of, still_waiting, unknown
from samenspel.exchange.rules.comparison import DIRECTORY, HELD, facts_of
from samenspel.exchange.rules.directory_fit import Directory
from samenspel.exchange.rules.notices import Notice, question, refusal
from samenspel.exchange.rules.stages import WRITABLE, Outcome
from samenspel.households.actions import (
    ChangedSinceError,
    changes_that_stand,
    forget_import,
    mark_persons,
)
from samenspel.households.actions import undo as undo_change
from samenspel.households.writing import (
    HOUSEHOLD,
    StillUsedError,
    Writing,
    changing_each,
    kinds_of,
    open_all,
    put_file,
)
from samenspel.network.actions import put_directory, take_out
from samenspel.network.models import Network

HOUSEHOLDS_AT_ONCE = 50
WRITTEN = (
    *("household_id", "outcome", "file", "differences", "notices"),
    *("opened", "marked", "brought", "lookalikes"),
)
Pair = tuple[Proposal, Plan]


def write_some(batch: Batch, *, by: User, at: datetime) -> bool:
    """Write the next households; return whether there may be more."""
    waiting = proposals_of(batch).filter(taken=True, outcome__in=WRITABLE)
    ids = list(waiting.values_list("pk", flat=True)[:HOUSEHOLDS_AT_ONCE])
    if ids:
        _write_whole(batch, ids, by=by, at=at)
    return bool(ids)


def _write_whole(batch: Batch, ids: Sequence[int], *, by: User, at: datetime) -> None:
    """Write households in one transaction; when that fails, each half in its own, down to the one that fails.

    So a household comes in whole or not at all, one that does not fit stops no other, and many that fit
    cost little more than one.
    """
    rows = list(proposals_of(batch).filter(pk__in=ids, outcome__in=WRITABLE))
    ids = [row.pk for row in rows]
    try:
        _write(batch, _ready(batch, rows, by=by, at=at), by=by, at=at)
    except (IntegrityError, DataError, DeniedError) as reason:
        half = len(rows) // 2
        if half:
            for part in (ids[:half], ids[half:]):
                _write_whole(batch, part, by=by, at=at)
        elif isinstance(reason, DeniedError):
            _fail(rows[0], [refusal(rows[0].name, NOT_YOURS)], Outcome.DENIED)
        else:
            _fail(rows[0], [refusal(rows[0].name, CHANGED_MEANWHILE)])


def _ready(batch: Batch, rows: Sequence[Proposal], *, by: User, at: datetime) -> list[Pair]:
    """What can be written of these proposals, each household once; refuse what cannot.

    Asked in earnest before a transaction opens, so that the line of a refusal stays.
    """
    planner = Planner(batch, rows, by=by, at=at)
    may_add = may_add_to_directory(by)
    may_open = may_bring_in(by) and may_add
    ready: dict[str, Pair] = {}
    for proposal in rows:
        try:
            plan = planner.plan(proposal)
            if plan.household_id:
                require_each(by, {plan.household_id: kinds_of(_tables(plan))}, Act.WRITE, at=at)
            elif not may_open:
                require_generally(by, Kind.EXISTENCE, Act.CREATE, at=at, subject=SUBJECT)
            if not may_add and any(_new_directory(batch, [plan]).values()):
                require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=SUBJECT)
        except DeniedError:
            _fail(proposal, [refusal(proposal.name, NOT_YOURS)], Outcome.DENIED)
        else:
            if plan.faults:
                _fail(proposal, list(plan.faults))
            else:
                ready.setdefault(plan.household_id or plan.file.key, (proposal, plan))
    return list(ready.values())


def _fail(proposal: Proposal, notices: Sequence[Notice], outcome: Outcome = Outcome.FAILED) -> None:
    proposal.outcome = outcome
    proposal.notices = [notice.to_json() for notice in notices]
    proposal.save(update_fields=["outcome", "notices"])


def _write(batch: Batch, pairs: Sequence[Pair], *, by: User, at: datetime) -> None:
    with transaction.atomic():
        Network.objects.select_for_update().get(pk=batch.network_id)
        waiting = set(still_waiting(proposal.pk for proposal, _ in pairs))
        pairs = [(proposal, plan) for proposal, plan in pairs if proposal.pk in waiting]
        if not pairs:
            return
        _put_new_directory(batch, pairs, by=by, at=at)
        plans = _opened(batch, pairs, by=by, at=at)
        left = _put_rows(batch, plans, by=by, at=at)
        proposals = [proposal for proposal, _ in pairs]
        keep_facts(batch, [client for proposal in proposals for client in proposal.clients])
        _note_import(plans, by=by, at=at)
        for household_id, (proposal, plan) in plans.items():
            _written(proposal, household_id, plan, left[household_id])
        save_all(proposals, WRITTEN)


def _new_directory(batch: Batch, plans: Iterable[Plan]) -> dict[str, Sequence[Any]]:
    """The organisations, teams and professionals of these plans that the network does not know yet."""
    files = [plan.file for plan in plans]
    new = unknown(
        batch.network_id,
        Directory(
            [row for file in files for row in file.organisations],
            [row for file in files for row in file.teams],
            [row for file in files for row in file.professionals],
        ),
    )
    return {name: getattr(new, name) for name in DIRECTORY}


def _put_new_directory(batch: Batch, pairs: Sequence[Pair], *, by: User, at: datetime) -> None:
    """Add what the network does not know yet; nothing to add asks for no right to add."""
    new = _new_directory(batch, [plan for _, plan in pairs])
    if any(new.values()):
        put_directory(by=by, at=at, network_id=batch.network_id, **new)
    left = {(name, row.key) for name, rows in new.items() for row in rows}
    for proposal, plan in pairs:
        own = {(name, row.key) for name in DIRECTORY for row in getattr(plan.file, name)} & left
        proposal.brought, left = sorted(own), left - own


def _opened(batch: Batch, pairs: Sequence[Pair], *, by: User, at: datetime) -> dict[str, Pair]:
    """Open the households that are new; return all by id."""
    new = [pair for pair in pairs if not pair[1].household_id]
    ids: list[str] = []
    if new:
        facts = [facts_of(plan.file) for _, plan in new]
        ids = open_all(by=by, at=at, network_id=batch.network_id, facts=facts)
    for proposal, _ in new:
        proposal.opened = True
    known = {plan.household_id: (proposal, plan) for proposal, plan in pairs if plan.household_id}
    return known | dict(zip(ids, new, strict=True))


def _tables(plan: Plan) -> frozenset[str]:
    """The lists that a plan touches."""
    named = {name for name in HELD if getattr(plan.file, name)} | {name for name, _ in plan.gone}
    return frozenset(named | {HOUSEHOLD} | ({"persons"} if plan.persons else set()))


def _put_rows(batch: Batch, plans: Mapping[str, Pair], *, by: User, at: datetime) -> dict[str, list[str]]:
    """Write the rows of every household; return the help in each that other rows still refer to."""
    tables = {household_id: _tables(plan) for household_id, (_, plan) in plans.items()}
    left = {}
    with changing_each(tables, by=by, at=at, what="import", batch=batch.pk) as writings:
        for household_id, writing in writings.items():
            plan = plans[household_id][1]
            left[household_id] = _put(writing, plan)
            if plan.persons:
                writing.mark({key: client for client, key in plan.persons.items()})
    return left


def _note_import(plans: Mapping[str, Pair], *, by: User, at: datetime) -> None:
    held = standings(by, plans, at=at)
    lines = [
        Done(held[pk], Kind.STRUCTURE, Act.IMPORT, f"{SUBJECT}: {proposal.source or 'berichten'}")
        for pk, (proposal, _) in plans.items()
    ]
    note_all_allowed(lines, at=at)


def _written(proposal: Proposal, household_id: str, plan: Plan, left: Sequence[str]) -> None:
    proposal.marked = sorted(plan.persons.values())
    proposal.household_id, proposal.outcome, proposal.file = household_id, Outcome.WRITTEN, None
    proposal.lookalikes = []
    # What stood there is not kept outside the household: only which rows changed.
    proposal.differences = [one[:3] for one in proposal.differences]
    proposal.notices += [question(Text(name, name), STILL_USED).to_json() for name in left]


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
    proposals_of(batch).update(file=None, lookalikes=[])


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


def finish_undo(batch: Batch, *, by: User, at: datetime) -> bool:
    """Forget all that the batch brought, once every household is taken back; return whether that is so."""
    if proposals_of(batch).filter(outcome=Outcome.KEPT).exists():
        return False
    MessageFact.objects.filter(batch=batch.pk).delete()
    _take_out_of_directory(batch, by=by, at=at)
    proposals_of(batch).delete()
    return True


def _take_out_of_directory(batch: Batch, *, by: User, at: datetime) -> None:
    """Take out what the batch brought to the directory, unless somebody uses it or looks back at it."""
    brought = {
        (name, key) for rows in proposals_of(batch).values_list("brought", flat=True) for name, key in rows
    }
    left = brought - named_in_history(batch)
    if left and may_add_to_directory(by):
        take_out(by=by, at=at, network_id=batch.network_id, rows=sorted(left))


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
