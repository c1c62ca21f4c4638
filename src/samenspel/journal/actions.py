"""Writing the two logs. A line is never changed and never removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from samenspel.journal.models import Line, Processing
from samenspel.journal.rules import FIRST, PROCESSED, SAID, activity, chain_of, digest, link

DONE, REFUSED = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a line says; `data_subjects` are the row ids of the persons whose data it is about."""

    act: str
    kind: str
    allowed: bool
    reason: str
    role: str = ""
    organisation: str = ""
    household_id: str = ""
    subject: str = ""
    purpose: str = ""
    basis: str = ""
    emergency: bool = False
    data_subjects: tuple[str, ...] = ()


def note(entry: Entry, *, by_id: int | None, by_name: str, at: datetime) -> None:
    """Write the line and its processing lines, in the transaction that is open, if any."""
    note_all((entry,), by_id=by_id, by_name=by_name, at=at)


def note_all(entries: Iterable[Entry], *, by_id: int | None, by_name: str, at: datetime) -> None:
    """Write many lines at once, in an order that cannot make two writers wait for each other."""
    lines, processings = [], []
    for entry in sorted(entries, key=lambda one: one.household_id):
        line = _line(entry, by_id, by_name, at)
        own = _processings(entry, line.event, at)
        line.digest = digest(_values(line, SAID), [_values(one, PROCESSED) for one in own])
        lines.append(line)
        processings += own
    with transaction.atomic(savepoint=False):
        _link(lines if connection.vendor == "sqlite" else ())
        Line.objects.bulk_create(lines)
        if processings:
            Processing.objects.bulk_create(processings)


def keyed(row_id: str) -> str:
    """The pseudonym of a data subject in the processing log: HMAC-SHA-256 with a key of its own."""
    secret = settings.SAMENSPEL_SUBJECT_KEY
    return salted_hmac("samenspel.journal.data_subject", row_id, secret, algorithm="sha256").hexdigest()


def _line(entry: Entry, by_id: int | None, by_name: str, at: datetime) -> Line:
    return Line(
        event=token_hex(16),
        at=at,
        user_id=by_id,
        user_name=by_name,
        organisation=entry.organisation[:200],
        role=entry.role,
        act=entry.act,
        kind=entry.kind,
        household_id=entry.household_id,
        subject=entry.subject[:200],
        allowed=entry.allowed,
        reason=entry.reason,
        purpose=entry.purpose[:200],
        basis=entry.basis,
        emergency=entry.emergency,
        chain=chain_of(entry.household_id, by_id),
    )


def _processings(entry: Entry, event: str, at: datetime) -> list[Processing]:
    return [
        Processing(
            event=event,
            operation=token_hex(8),
            name=entry.subject[:200] or entry.kind,
            activity=activity(entry.kind, entry.act),
            data_subject=keyed(row_id),
            started=at,
            ended=at,
            status=DONE if entry.allowed else REFUSED,
        )
        for row_id in dict.fromkeys(entry.data_subjects)
    ]


def _values(row: Line | Processing, names: Iterable[str]) -> dict[str, object]:
    return {name: getattr(row, name) for name in names}


def _link(lines: Iterable[Line]) -> None:
    """Give each line its place and link; SQLite has one writer at a time, PostgreSQL does it in a trigger."""
    ends: dict[str, tuple[int, str]] = {}
    for line in lines:
        sequence, last = ends.get(line.chain) or _end(line.chain)
        line.sequence, line.link = sequence + 1, link(last, line.digest)
        ends[line.chain] = line.sequence, line.link


def _end(chain: str) -> tuple[int, str]:
    found = Line.objects.filter(chain=chain).order_by("-sequence").values_list("sequence", "link").first()
    return found or (0, FIRST)
