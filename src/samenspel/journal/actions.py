"""Writing the journal. A line is never changed and never removed."""

from dataclasses import dataclass
from datetime import datetime

from samenspel.journal.models import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a line says."""

    act: str
    kind: str
    allowed: bool
    reason: str
    role: str = ""
    household_id: str = ""
    subject: str = ""
    purpose: str = ""


def note(entry: Entry, *, by_id: int | None, by_name: str, at: datetime) -> None:
    """Write one line, in the transaction that is open, if any."""
    Line.objects.create(
        at=at,
        user_id=by_id,
        user_name=by_name,
        role=entry.role,
        act=entry.act,
        kind=entry.kind,
        household_id=entry.household_id,
        subject=entry.subject[:200],
        allowed=entry.allowed,
        reason=entry.reason,
        purpose=entry.purpose[:200],
    )
