"""The chain without a database: every kind of tampering shows, and nothing else does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.journal.rules import (
    FIRST,
    PROCESSED,
    SAID,
    Break,
    End,
    Fault,
    Link,
    chain_of,
    digest,
    fingerprint,
    follow,
    link,
    shortened,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LINE: dict[str, Any] = dict.fromkeys(SAID, "x") | {
    "at": NOW,
    "allowed": True,
    "emergency": False,
    "user_id": 7,
}
PER_SUBJECT: dict[str, Any] = dict.fromkeys(PROCESSED, "y") | {"started": NOW, "ended": NOW, "status": 1}


def chain(name: str, length: int) -> list[Link]:
    links, last = [], FIRST
    for place in range(1, length + 1):
        own = digest({**LINE, "event": f"{name}{place}"})
        last = link(last, own)
        links.append(Link(name, place, last, own, own))
    return links


def ends(links: list[Link]) -> list[End]:
    return [one for one in follow(links) if isinstance(one, End)]


def faults(links: list[Link]) -> list[Break]:
    return [one for one in follow(links) if isinstance(one, Break)]


@pytest.mark.parametrize("name", SAID)
def test_every_field_of_a_line_is_in_its_digest(name: str) -> None:
    other = NOW + timedelta(microseconds=1) if name == "at" else "other"
    assert digest({**LINE, name: other}) != digest(LINE)


@pytest.mark.parametrize("name", PROCESSED)
def test_every_field_of_a_processing_line_is_in_the_digest(name: str) -> None:
    other = NOW + timedelta(microseconds=1) if name in {"started", "ended"} else "other"
    assert digest(LINE, [{**PER_SUBJECT, name: other}]) != digest(LINE, [PER_SUBJECT])


def test_a_processing_line_too_few_or_too_many_shows_but_their_order_does_not() -> None:
    other = {**PER_SUBJECT, "data_subject": "z"}
    assert len({digest(LINE, some) for some in ([], [PER_SUBJECT], [PER_SUBJECT, other])}) == 3
    assert digest(LINE, [PER_SUBJECT, other]) == digest(LINE, [other, PER_SUBJECT])


def test_the_same_moment_in_another_zone_is_the_same() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=2)))
    assert digest({**LINE, "at": elsewhere}) == digest(LINE)


def test_chains_without_a_household_are_kept_per_person() -> None:
    assert chain_of("h", 7) == "h"
    assert chain_of("", 7) == "user:7"
    assert chain_of("", None) == "nobody"


def test_a_whole_journal_has_no_breaks_and_an_end_per_chain() -> None:
    links = chain("a", 3) + chain("b", 1)
    assert faults(links) == []
    assert [(end.chain, end.sequence) for end in ends(links)] == [("a", 3), ("b", 1)]
    assert list(follow([])) == []


@given(st.integers(1, 8), st.data())
def test_any_one_line_changed_dropped_or_swapped_is_found(length: int, data: st.DataObject) -> None:
    links = chain("a", length) + chain("b", 2)
    place = data.draw(st.integers(0, length - 1))
    changed = [*links]
    changed[place] = replace(links[place], recomputed="0" * 64)
    assert faults(changed) == [Break("a", place + 1, Fault.CHANGED)]
    rewritten = [*links]
    rewritten[place] = replace(links[place], digest="0" * 64, recomputed="0" * 64)
    assert Break("a", place + 1, Fault.CHANGED) in faults(rewritten)
    dropped = links[:place] + links[place + 1 :]
    if place < length - 1:
        assert faults(dropped) == [Break("a", place + 1, Fault.MISSING)]
    else:
        assert shortened(ends(links), ends(dropped)) == [Break("a", length, Fault.MISSING)]
        assert fingerprint(ends(dropped)) != fingerprint(ends(links))


def test_a_rewritten_chain_no_longer_fits_the_ends_that_were_kept() -> None:
    kept = ends(chain("a", 2))
    forged = [End("a", 2, "0" * 64)]
    assert shortened(kept, forged) == [Break("a", 2, Fault.CHANGED)]
    assert shortened(kept, ends(chain("a", 5))) == []
    assert shortened(kept, []) == [Break("a", 2, Fault.MISSING)]
    assert fingerprint(kept) != fingerprint(forged)
