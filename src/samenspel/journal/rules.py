"""How lines hang together: a digest of what a line says, and a link to the line before it.

A chain is the row of lines about one household, or of one person's lines about no household. Each link is
made from the link before it and the line's own digest, so that a line that was changed, dropped, added or
moved afterwards no longer fits. The last line alone can be dropped unseen: therefore `fingerprint` names the
ends of all chains, to be kept somewhere else.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any

FIRST = "0" * 64
SAID = (
    "event",
    "at",
    "user_id",
    "user_name",
    "organisation",
    "role",
    "act",
    "kind",
    "household_id",
    "subject",
    "allowed",
    "reason",
    "purpose",
    "basis",
    "emergency",
)


def digest(said: Mapping[str, Any], processings: Iterable[Mapping[str, Any]] = ()) -> str:
    """SHA-256, in hexadecimal, of what a line says (`SAID`) with the processing lines that belong to it."""
    own = [_plain(said[name]) for name in SAID]
    per_subject = sorted([_plain(one[name]) for name in PROCESSED] for one in processings)
    text = json.dumps([own, per_subject], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def link(previous: str, own: str) -> str:
    """The link of a line: SHA-256 of the link before it followed by its own digest, both in hexadecimal.

    PostgreSQL makes the same one in a trigger; see the migration `0002_append_only`.
    """
    return hashlib.sha256(f"{previous}{own}".encode()).hexdigest()


def chain_of(household_id: str, user_id: int | None) -> str:
    """The chain that a line belongs to."""
    if household_id:
        return household_id
    return f"user:{user_id}" if user_id is not None else "nobody"


PROCESSED = ("operation", "name", "activity", "data_subject", "started", "ended", "status")


def activity(kind: str, act: str) -> str:
    """The address of a processing activity in the register (`dpl.core.processing_activity_id`)."""
    return f"urn:samenspel:processing:{kind}:{act}"


@dataclass(frozen=True, slots=True)
class Link:
    """One line as the verification sees it: what was written, and the digest of what stands there now."""

    chain: str
    sequence: int
    link: str
    digest: str
    recomputed: str


class Fault(StrEnum):
    """What is wrong at a place in a chain."""

    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the journal is no longer what was written."""

    chain: str
    sequence: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class End:
    """Where a chain stands: how many lines, and the link of the last."""

    chain: str
    sequence: int
    link: str


def follow(links: Iterable[Link]) -> Iterator[Break | End]:
    """Go through all lines, by chain and sequence: gives each break, and after each chain its end."""
    for chain, lines in groupby(links, key=attrgetter("chain")):
        end = End(chain, 0, FIRST)
        for one in lines:
            if one.sequence != end.sequence + 1:
                yield Break(chain, end.sequence + 1, Fault.MISSING)
            elif one.digest != one.recomputed or one.link != link(end.link, one.digest):
                yield Break(chain, one.sequence, Fault.CHANGED)
            end = End(chain, one.sequence, one.link)
        yield end


def fingerprint(ends: Iterable[End]) -> str:
    """One SHA-256 over the ends of all chains: whoever keeps it elsewhere can see that the tail was cut."""
    text = "\n".join(sorted(f"{end.chain} {end.sequence} {end.link}" for end in ends))
    return hashlib.sha256(text.encode()).hexdigest()


def shortened(before: Iterable[End], now: Iterable[End]) -> list[Break]:
    """The chains that lost lines since `before` was kept, or whose line at that place is another one.

    A chain that grew is all right as far as its ends can tell; `follow` checks what lies between.
    """
    ends = {end.chain: end for end in now}
    found = []
    for kept in before:
        end = ends.get(kept.chain)
        if end is None or end.sequence < kept.sequence:
            found.append(Break(kept.chain, kept.sequence, Fault.MISSING))
        elif end.sequence == kept.sequence and end.link != kept.link:
            found.append(Break(kept.chain, kept.sequence, Fault.CHANGED))
    return found


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value
