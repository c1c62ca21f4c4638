"""How facts of messages belong together, and how they are kept without a citizen service number (BSN)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace

from samenspel.exchange.rules.ijw_clients import clients_of
from samenspel.exchange.rules.ijw_facts import (
    AnswerFact,
    AssignmentFact,
    ChangeRequestFact,
    ClientFact,
    DeclarationAnswerFact,
    DeclarationFact,
    Fact,
    RequestFact,
    StartFact,
    StopFact,
)
from samenspel.exchange.rules.ijw_households import CORRESPONDENCE, households

Digest = Callable[[str], str]


def without_bsn(fact: Fact, digest: Digest) -> Fact:
    """Return the fact with a digest in the place of every BSN; nothing else in a fact holds one."""
    if isinstance(fact, DeclarationAnswerFact):
        return replace(fact, lines=tuple(replace(line, bsn=digest(line.bsn)) for line in fact.lines))
    return fact if isinstance(fact, AnswerFact) else replace(fact, bsn=digest(fact.bsn))


def client_of(fact: Fact) -> str:
    """Whom the fact is about; empty for an answer, which is about a request or a declaration."""
    return "" if isinstance(fact, AnswerFact | DeclarationAnswerFact) else fact.bsn


def link_of(fact: Fact) -> str:
    """What ties an answer to what it answers: the same text for both; empty for all other facts."""
    origin = fact.origin
    if isinstance(fact, RequestFact | ChangeRequestFact | AnswerFact):
        return f"vraag {origin.law} {origin.municipality} {origin.provider} {fact.reference}"
    if isinstance(fact, DeclarationFact):
        return f"declaratie {origin.law} {origin.provider} {origin.identification}"
    if isinstance(fact, DeclarationAnswerFact):
        return f"declaratie {origin.law} {origin.provider} {fact.declaration_message}"
    return ""


def home_of(fact: Fact) -> str:
    """Where the client lives, as one text; empty when the fact does not say."""
    if not isinstance(fact, ClientFact):
        return ""
    home = next((one for one in fact.addresses if one.kind != CORRESPONDENCE), None)
    return f"{home.postcode} {home.house_number} {home.letter} {home.addition}" if home else ""


def number_of(fact: Fact) -> int | None:
    """The number of the assignment that the fact is about, when it names one."""
    if isinstance(fact, AssignmentFact | StartFact | StopFact | DeclarationFact):
        return fact.number
    return None


def groups_of(facts: Iterable[Fact]) -> list[tuple[str, ...]]:
    """Which clients probably make one household."""
    clients, _ = clients_of([fact for fact in facts if isinstance(fact, ClientFact)])
    return [tuple(member.bsn for member in group.members) for group in households(clients)]


def by_group(facts: Sequence[Fact], groups: Iterable[tuple[str, ...]]) -> list[list[Fact]]:
    """Return for each group of clients the facts about them, with the answers to their requests and bills."""
    about: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in facts:
        about[("client", client_of(fact)) if client_of(fact) else ("link", link_of(fact))].append(fact)
    found = []
    for group in groups:
        own = [fact for client in group for fact in about.get(("client", client), ())]
        links = dict.fromkeys(link for fact in own if (link := link_of(fact)))
        found.append(own + [fact for link in links for fact in about.get(("link", link), ())])
    return found
