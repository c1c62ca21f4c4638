"""Who the messages are about: one person per BSN, the newest full description first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rekenmodel.values import Law, Text
from samenspel.exchange.rules.ijw_facts import Address, ClientFact, PersonName, Relation
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_order import ask, in_order
from samenspel.exchange.rules.ijw_tables import label

UNKNOWN_GENDER = "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A person who gets or asks for help. `gender` is a code of list COD046; labels are Dutch."""

    bsn: str
    name: PersonName
    birth_date: date | None
    gender: str
    legal_status: str = ""
    representation: str = ""
    addresses: tuple[Address, ...] = ()
    relations: tuple[Relation, ...] = ()


def clients_of(facts: Sequence[ClientFact]) -> tuple[list[Client], list[Finding]]:
    """Return one client per BSN, ordered by BSN, and ask when messages disagree about who that is."""
    by_bsn: dict[str, list[ClientFact]] = defaultdict(list)
    for fact in in_order(facts):
        by_bsn[fact.bsn].append(fact)
    clients, findings = [], []
    for bsn in sorted(by_bsn):
        clients.append(_client(by_bsn[bsn]))
        findings.extend(_disagreements(by_bsn[bsn]))
    return clients, findings


def _client(facts: list[ClientFact]) -> Client:
    newest = max(enumerate(facts), key=lambda pair: (pair[1].full, pair[0]))[1]
    per_law = {(fact.origin.law, fact.origin.municipality): fact for fact in facts if fact.full}
    newest_first = sorted(per_law.values(), key=lambda fact: (fact is not newest, fact.origin.law))
    relations = {
        (one.kind, one.name.shown.casefold(), one.birth_date): one
        for fact in newest_first
        for one in fact.relations
    }
    law = newest.origin.law
    return Client(
        bsn=newest.bsn,
        name=newest.name,
        birth_date=newest.birth_date,
        gender=newest.gender,
        legal_status=_first_label(
            newest_first, law, "JuridischeStatus", [fact.legal_status for fact in newest_first]
        ),
        representation=_first_label(
            newest_first, law, "WettelijkeVertegenwoordiging", [fact.representation for fact in newest_first]
        ),
        addresses=newest.addresses,
        relations=tuple(relations.values()),
    )


def _first_label(facts: list[ClientFact], law: Law, datatype: str, codes: list[str | None]) -> str:
    return label(law, datatype, next((code for code in codes if code), None)) if facts else ""


def _disagreements(facts: list[ClientFact]) -> list[Finding]:
    births = {fact.birth_date for fact in facts if fact.birth_date}
    genders = {fact.gender for fact in facts if fact.gender not in {"", UNKNOWN_GENDER}}
    names = {fact.name.family_name.casefold() for fact in facts}
    found = []
    if len(births) > 1:
        found.append(ask(facts[-1].origin, "PERSOON", _differs(facts[-1], "geboortedatum", "date of birth")))
    if len(genders) > 1:
        found.append(ask(facts[-1].origin, "PERSOON", _differs(facts[-1], "geslacht", "gender")))
    if len(names) > 1:
        found.append(ask(facts[-1].origin, "PERSOON", _differs(facts[-1], "achternaam", "family name")))
    return found


def _differs(fact: ClientFact, nl: str, en: str) -> Text:
    return Text(
        nl=f"Berichten over het BSN dat eindigt op {fact.bsn[-3:]} noemen een verschillend(e) {nl}. "
        "Kijk of het om dezelfde persoon gaat.",
        en=f"Messages about the BSN ending in {fact.bsn[-3:]} give a different {en}. "
        "See whether they are about the same person.",
    )
