"""Shuffling and replaying messages changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_ledger import settle
from samenspel.exchange.tests.ijw_messages import VALID, accepted, facts

CONFLICTS = [
    *accepted("JW305_start", ("2026-02-03", "2026-02-04")).facts,
    *accepted("JW323_februari", ("DEC260305A", "DEC260305Z")).facts,
    *accepted("DeWit_JW305_kaya_start", ("STADW01", "STADW09")).facts,
    *accepted("DeWit_JW319_kaya_onderzoek", ("ANTDW02", "ANTDW09"), ("Antwoord>2<", "Antwoord>1<")).facts,
]
FACTS = [*facts(*VALID), *CONFLICTS]
EXPECTED = settle(FACTS)


@given(st.permutations(FACTS), st.lists(st.sampled_from(FACTS), max_size=30))
def test_order_and_repetition_change_nothing(shuffled: list[Fact], again: list[Fact]) -> None:
    assert settle([*shuffled, *again]) == EXPECTED


@given(st.lists(st.sampled_from(FACTS)))
def test_any_selection_settles_the_same_backwards(selection: list[Fact]) -> None:
    assert settle(selection) == settle(reversed(selection))


def test_nothing_settles_to_nothing() -> None:
    empty = settle([])
    assert (empty.helps, empty.asked, empty.clients, empty.loose, empty.findings) == ((), (), (), (), ())
