"""Bringing in, from upload to undo, and taking along. Long work goes in chunks, so a page shows progress."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import BinaryIO
from uuid import UUID

from django.conf import settings
from django.db import transaction

from samenspel.access.actions import note_allowed, require, require_generally
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.exchange.access import takes_along
from samenspel.exchange.actions.comparing import compare_some, propose_households, waiting_notice
from samenspel.exchange.actions.keeping import finish_undo, finish_writing, undo_some, write_some
from samenspel.exchange.actions.reading import add_notices, read_some, too_large
from samenspel.exchange.models import Batch, MessageFact, Proposal, Upload
from samenspel.exchange.queries import batch_of, halfway_batches, proposals_of, stale_batches
from samenspel.exchange.rules.bsn import masked
from samenspel.exchange.rules.notices import refusal
from samenspel.exchange.rules.stages import UNWRITTEN, WORKING, WRITABLE, Outcome, Stage
from samenspel.households.queries import dossier_as_known, read_file
from samenspel.households.rules.record import HouseholdFile

KEPT_FOR = timedelta(hours=24)
Files = Iterable[tuple[str, BinaryIO]]


class WrongStageError(Exception):
    """The batch is not at a point where this can be done."""


def receive(*, by: User, at: datetime, network_id: str, files: Files) -> UUID:
    """Keep files for reading; return the new batch. What is too large is refused without being read."""
    given = [(masked(name), stream) for name, stream in files]
    subject = f"inlezen: {', '.join(name for name, _ in given)}"
    require_generally(by, Kind.EXISTENCE, Act.CREATE, at=at, subject=subject)
    left = settings.UPLOAD_LIMIT
    with transaction.atomic():
        names = [name[-300:] for name, _ in given]
        batch = Batch.objects.create(
            by=by, network_id=network_id, made_at=at, expires_at=at + KEPT_FOR, names=names, total=len(given)
        )
        for position, (name, stream) in enumerate(given):
            data = stream.read(left + 1)
            if len(data) > left:
                add_notices(batch, [refusal(name, too_large(settings.UPLOAD_LIMIT))])
                batch.done += 1
                continue
            left -= len(data)
            Upload.objects.create(batch=batch, position=position, name=name[-300:], data=data)
        batch.save()
    return batch.pk


def step(*, by: User, at: datetime, batch_id: UUID) -> Batch:
    """Do the next chunk of a batch's work and return the batch; in a resting stage nothing happens."""
    batch = batch_of(by, batch_id, at=at)
    if batch.stage in {Stage.READING, Stage.COMPARING}:
        with transaction.atomic():
            batch = Batch.objects.select_for_update().get(pk=batch.pk)
            STEPS[Stage(batch.stage)](batch, by, at)
            batch.save()
    elif batch.stage in WORKING:
        STEPS[Stage(batch.stage)](batch, by, at)
        batch.done = _done(batch)
        batch.save(update_fields=["stage", "done"])
    return batch


def _read(batch: Batch, by: User, at: datetime) -> None:
    if read_some(batch):
        return
    propose_households(batch, by=by, at=at)
    if batch.people_waiting:
        add_notices(batch, [waiting_notice(batch.people_waiting)])
    batch.stage = Stage.COMPARING
    batch.done, batch.total = 0, proposals_of(batch).filter(outcome=Outcome.TO_COMPARE).count()


def _compare(batch: Batch, by: User, at: datetime) -> None:
    if not compare_some(batch, by=by, at=at):
        batch.stage = Stage.PREVIEWED


def _write(batch: Batch, by: User, at: datetime) -> None:
    if write_some(batch, by=by, at=at):
        return
    with transaction.atomic():
        finish_writing(batch)
        batch.stage = Stage.WRITTEN
        batch.save()


def _undo(batch: Batch, by: User, at: datetime) -> None:
    if undo_some(batch, by=by, at=at):
        return
    with transaction.atomic():
        if finish_undo(batch, by=by, at=at):
            batch.stage, batch.notices = Stage.UNDONE, []
        else:
            batch.stage = Stage.WRITTEN
        batch.save()


def _done(batch: Batch) -> int:
    """How many households of this stage are finished, counted afresh so that two tabs cannot miscount."""
    to_do = [Outcome.WRITTEN] if batch.stage == Stage.UNDOING else list(WRITABLE)
    left = proposals_of(batch).filter(outcome__in=to_do, taken=True).count()
    return max(0, batch.total - left)


STEPS: dict[Stage, Callable[[Batch, User, datetime], None]] = {
    Stage.READING: _read,
    Stage.COMPARING: _compare,
    Stage.WRITING: _write,
    Stage.UNDOING: _undo,
}


def confirm(
    *,
    by: User,
    at: datetime,
    batch_id: UUID,
    left_out: Collection[int] = (),
    taken: Collection[int] = (),
) -> Batch:
    """Start writing all households of a preview but those left out (by the id of their proposal)."""
    batch = _at_stage(by, batch_id, {Stage.PREVIEWED}, at)
    with transaction.atomic():
        _leave_out(batch, left_out, taken)
        batch.stage = Stage.WRITING
        batch.done = 0
        batch.total = proposals_of(batch).filter(taken=True, outcome__in=WRITABLE).count()
        batch.save()
    return batch


def same_as(
    *,
    by: User,
    at: datetime,
    batch_id: UUID,
    proposal_id: int,
    household_id: str,
    left_out: Collection[int] = (),
    taken: Collection[int] = (),
) -> Batch:
    """Say that the people of some messages are a household that stands here; with no household: a new one.

    Only what the preview asked can be answered. What the messages would change there is worked out next.
    """
    batch = _at_stage(by, batch_id, {Stage.PREVIEWED}, at)
    with transaction.atomic():
        proposal = proposals_of(batch).select_for_update().filter(pk=proposal_id).first()
        asked = [one["household"] for one in proposal.lookalikes] if proposal else []
        if proposal is None or not asked or household_id not in {"", *asked}:
            raise WrongStageError(batch.stage)
        _leave_out(batch, left_out, taken)
        proposal.household_id, proposal.outcome, proposal.notices = household_id, Outcome.TO_COMPARE, []
        proposal.save(update_fields=["household_id", "outcome", "notices"])
        batch.stage, batch.done, batch.total = Stage.COMPARING, 0, 1
        batch.save()
    return batch


def _leave_out(batch: Batch, left_out: Collection[int], taken: Collection[int]) -> None:
    proposals_of(batch).filter(pk__in=list(left_out)).update(taken=False)
    proposals_of(batch).filter(pk__in=list(taken), outcome__in=WRITABLE).update(taken=True)


def start_undo(*, by: User, at: datetime, batch_id: UUID) -> Batch:
    """Start taking a whole batch back."""
    batch = _at_stage(by, batch_id, {Stage.WRITTEN}, at)
    with transaction.atomic():
        kept = proposals_of(batch).filter(outcome=Outcome.KEPT)
        kept.update(outcome=Outcome.WRITTEN)
        batch.stage = Stage.UNDOING
        batch.done, batch.total = 0, proposals_of(batch).filter(outcome=Outcome.WRITTEN).count()
        batch.save()
    return batch


def cancel(*, by: User, at: datetime, batch_id: UUID) -> Batch | None:
    """Stop: before anything was written the batch disappears; while writing, what is written stays."""
    batch = _at_stage(by, batch_id, UNWRITTEN | {Stage.WRITING}, at)
    if batch.stage == Stage.WRITING:
        proposals_of(batch).filter(outcome__in=WRITABLE).update(taken=False)
        return step(by=by, at=at, batch_id=batch_id)
    with transaction.atomic():
        MessageFact.objects.filter(batch=batch.pk, kept=False).delete()
        batch.delete()
    return None


def _at_stage(by: User, batch_id: UUID, stages: Collection[Stage], at: datetime) -> Batch:
    batch = batch_of(by, batch_id, at=at)
    if batch.stage not in stages or (batch.stage in UNWRITTEN and batch.expires_at <= at):
        raise WrongStageError(batch.stage)
    return batch


def expire(*, at: datetime) -> int:
    """Throw away what nobody confirmed within a day; return how many batches that were."""
    stale = stale_batches(at)
    for batch in stale:
        with transaction.atomic():
            MessageFact.objects.filter(batch=batch.pk, kept=False).delete()
            Upload.objects.filter(batch=batch).delete()
            Proposal.objects.filter(batch=batch).delete()
            batch.stage, batch.notices = Stage.EXPIRED, []
            batch.save()
    for batch in halfway_batches(at):
        with transaction.atomic():
            proposals_of(batch).filter(outcome__in=WRITABLE).update(taken=False)
            finish_writing(batch)
            batch.stage = Stage.WRITTEN
            batch.save()
    return len(stale)


def finish(*, by: User, at: datetime, batch_id: UUID) -> Batch:
    """Do all chunks until the batch rests; for the command line and for tests."""
    batch = step(by=by, at=at, batch_id=batch_id)
    while batch.stage in WORKING:
        batch = step(by=by, at=at, batch_id=batch_id)
    return batch


def bring_in_files(*, by: User, at: datetime, network_id: str, files: Files) -> Batch:
    """Read files up to the preview; nothing is written yet. `confirm` and `finish` write it."""
    batch_id = receive(by=by, at=at, network_id=network_id, files=files)
    return finish(by=by, at=at, batch_id=batch_id)


def take_along(
    *, by: User, at: datetime, household_id: str, subject: str, known_at: datetime | None = None
) -> HouseholdFile:
    """Return the household to take along; lists that this user may not take along are left out.

    With `known_at` as it was written down at that moment.
    """
    held = require(by, household_id, Kind.STRUCTURE, Act.EXPORT, at=at, subject=subject)
    if known_at is not None:
        return dossier_as_known(
            by, household_id, at=at, moment=known_at, act=Act.EXPORT, subject=subject
        ).file
    tables = takes_along(held)
    with transaction.atomic():
        file, _ = read_file(household_id, tables)
        note_allowed(
            held, Kind.STRUCTURE, Act.EXPORT, at=at, subject=f"{subject}: {', '.join(sorted(tables))}"
        )
    return file
