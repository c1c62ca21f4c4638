"""The first part of bringing in: files become proposals, messages become facts, a chunk at a time."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.utils.crypto import salted_hmac

from rekenmodel.values import Text
from samenspel.exchange.models import Batch, MessageFact, Proposal, Upload
from samenspel.exchange.queries import known_messages
from samenspel.exchange.rules.file_any import Messages, read_any
from samenspel.exchange.rules.file_findings import Outcome as FileOutcome
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_json import to_json
from samenspel.exchange.rules.ijw_reader import Message, read_message
from samenspel.exchange.rules.ijw_source import RawMessage, read_bytes
from samenspel.exchange.rules.message_links import client_of, home_of, link_of, number_of, without_bsn
from samenspel.exchange.rules.notices import Notice, of_file, of_message
from samenspel.exchange.rules.stages import Outcome

MESSAGES_AT_ONCE = 200
MOST_NOTICES = 300
ZIP = b"PK"


def digest(words: str) -> str:
    """A keyed digest: always the same for the same words, and of no use to anybody without the key."""
    return salted_hmac("samenspel.exchange", words, algorithm="sha256").hexdigest()


def read_some(batch: Batch) -> bool:
    """Read the next uploads and throw them away; return whether there may be more."""
    rows = list(Upload.objects.filter(batch=batch).order_by("position")[:MESSAGES_AT_ONCE])
    if not rows:
        return False
    if not rows[0].unpacked:
        rows = rows[:1]
        _read_file(batch, rows[0])
    else:
        rows = [row for row in rows if row.unpacked]
        _store(batch, [(row.name, bytes(row.data)) for row in rows])
    Upload.objects.filter(pk__in=[row.pk for row in rows]).delete()
    batch.done += len(rows)
    return True


def _read_file(batch: Batch, upload: Upload) -> None:
    data = bytes(upload.data)
    found = read_any(upload.name, data)
    if isinstance(found, FileOutcome):
        _propose(batch, found)
    elif data.startswith(ZIP):
        _unpack(batch, found)
    else:
        items = list(read_bytes(found.data, found.name))
        add_notices(batch, [of_message(item) for item in items if isinstance(item, Finding)])
        _store(batch, [(item.name, item.data) for item in items if isinstance(item, RawMessage)])


def _unpack(batch: Batch, archive: Messages) -> None:
    """Put every message of a zip in a row of its own, a slice at a time, so that memory stays small."""
    position = batch.total
    items = read_bytes(archive.data, archive.name)
    while slice_ := list(islice(items, MESSAGES_AT_ONCE)):
        add_notices(batch, [of_message(item) for item in slice_ if isinstance(item, Finding)])
        messages = [item for item in slice_ if isinstance(item, RawMessage)]
        Upload.objects.bulk_create(
            Upload(
                batch=batch, position=position + place, name=item.name[-300:], data=item.data, unpacked=True
            )
            for place, item in enumerate(messages)
        )
        position += len(messages)
    batch.total = position


def _propose(batch: Batch, found: FileOutcome) -> None:
    file = found.file
    Proposal.objects.create(
        batch=batch,
        position=Proposal.objects.filter(batch=batch).count(),
        source=found.name,
        file=file.model_dump(mode="json") if file else None,
        key=file.key if file else "",
        name=file.name if file else "",
        outcome=Outcome.TO_COMPARE if file else Outcome.BLOCKED,
        notices=[of_file(finding).to_json() for finding in found.findings],
        rows_good=found.rows_good,
        rows_questioned=found.rows_questioned,
        rows_wrong=found.rows_wrong,
    )


def _store(batch: Batch, raw: Iterable[tuple[str, bytes]]) -> None:
    """Read messages and keep their facts apart until somebody confirms them."""
    read = [read_message(data, name) for name, data in raw]
    accepted = {one.sha256: one for one in read if isinstance(one, Message)}
    known = known_messages(batch, accepted)
    for one in read:
        findings = one.questions if isinstance(one, Message) else one.findings
        if one.sha256 not in known:
            add_notices(batch, [of_message(finding) for finding in findings])
    fresh = [one for sha256, one in accepted.items() if sha256 not in known]
    MessageFact.objects.bulk_create([row for one in fresh for row in _facts(batch, one)])
    refused = sum(not isinstance(one, Message) for one in read)
    batch.messages += len(read)
    batch.messages_refused += refused
    batch.messages_known += len(read) - refused - len(fresh)


def _facts(batch: Batch, message: Message) -> Iterable[MessageFact]:
    for position, fact in enumerate(message.facts):
        hidden = without_bsn(fact, digest)
        link, home = link_of(hidden), home_of(hidden)
        yield MessageFact(
            network_id=batch.network_id,
            batch=batch.pk,
            sha256=message.sha256,
            position=position,
            kind=type(fact).__name__,
            client=client_of(hidden),
            link=digest(link) if link else "",
            home=digest(home) if home else "",
            law=fact.origin.law,
            municipality=fact.origin.municipality,
            number=number_of(fact),
            content=to_json(hidden),
        )


def save_all(proposals: Sequence[Proposal], fields: Sequence[str]) -> None:
    """Save these fields of proposals that are there already, in one statement."""
    Proposal.objects.bulk_create(proposals, update_conflicts=True, unique_fields=["id"], update_fields=fields)


def add_notices(batch: Batch, notices: Iterable[Notice]) -> None:
    """Keep what is to be said about the batch as a whole, as far as anybody would read it."""
    for notice in notices:
        if len(batch.notices) < MOST_NOTICES:
            batch.notices.append(notice.to_json())
        else:
            batch.notices_more += 1


def too_large(limit: int) -> Text:
    """Say that the files are too large together."""
    megabytes = limit // (1024 * 1024)
    return Text(
        f"Dit is te groot. We lezen samen hoogstens {megabytes} MB. Kies minder bestanden tegelijk.",
        f"This is too large. We read at most {megabytes} MB together. Choose fewer files at a time.",
    )
