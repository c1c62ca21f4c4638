"""One copy of every message and one fixed order, so that replaying or shuffling changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_facts import Fact, Origin
from samenspel.exchange.rules.ijw_findings import Finding, Severity

AnyFact = TypeVar("AnyFact", bound=Fact)
MessageKey = tuple[str, str, str, str]


def one_copy(facts: Iterable[Fact]) -> tuple[list[Fact], list[Finding]]:
    """Return each fact once. Two different messages with one identification (TR056): the earliest counts."""
    messages: dict[MessageKey, dict[str, dict[Fact, None]]] = {}
    for fact in facts:
        origin = fact.origin
        key = (origin.law.value, origin.message_type, origin.sender, origin.identification)
        messages.setdefault(key, {}).setdefault(origin.sha256, {})[fact] = None
    kept: list[Fact] = []
    findings: list[Finding] = []
    for copies in messages.values():
        chosen = min((_first_origin(found) for found in copies.values()), key=_age)
        kept.extend(copies[chosen.sha256])
        if len(copies) > 1 and len({_content(found) for found in copies.values()}) > 1:
            findings.append(ask(chosen, "TR056", _same_identification(chosen)))
    return kept, findings


def in_order(facts: Sequence[AnyFact]) -> list[AnyFact]:
    """Return facts in the order of their messages; facts of one message in a fixed order."""
    if len(facts) < 2:
        return list(facts)
    return sorted(facts, key=lambda fact: (*_age(fact.origin), fact.origin.identification, repr(fact)))


def ask(origin: Origin, code: str, text: Text, help_key: str = "") -> Finding:
    """Make a question about something that only shows when messages are laid side by side."""
    return Finding(
        code=code,
        text=text,
        severity=Severity.QUESTION,
        message_type=origin.message_type,
        identification=origin.identification,
        help_key=help_key,
    )


def _first_origin(found: dict[Fact, None]) -> Origin:
    return next(iter(found)).origin


def _age(origin: Origin) -> tuple[str, str]:
    return origin.dated.isoformat(), origin.sha256


def _content(found: dict[Fact, None]) -> frozenset[Fact]:
    return frozenset(replace(fact, origin=replace(fact.origin, sha256="")) for fact in found)


def _same_identification(origin: Origin) -> Text:
    return Text(
        nl=f"Er zijn verschillende berichten {origin.message_type} met de identificatie "
        f"{origin.identification} van "
        f"{origin.sender}. We lezen het oudste. Vraag de afzender welk bericht geldt.",
        en=f"There are different messages {origin.message_type} with the identification "
        f"{origin.identification} from "
        f"{origin.sender}. We read the oldest. Ask the sender which message holds.",
    )
