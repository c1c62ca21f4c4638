"""Proposes who belongs to one household; a person confirms or changes it before anything is written.

Two clients are put together when
1. they share an address (postcode, number, letter, addition; not a correspondence address); or
2. one names the other as a parent, partner, child, foster parent or member of the family or living unit; or
3. both name the same parent or foster parent.
More than `MOST_TOGETHER` clients at one address or with one parent stay apart: that is an institution.
A named person is the same as another when the names agree and so does the birth date, or (with a birth date
missing) the address. Other people who are named stand beside the household with the label of their relation.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rekenmodel.values import Law, Text
from samenspel.exchange.rules.ijw_clients import Client
from samenspel.exchange.rules.ijw_facts import Address, PersonName, Relation
from samenspel.exchange.rules.ijw_tables import label

MOST_TOGETHER = 8
CORRESPONDENCE = "02"
LIVE_TOGETHER = frozenset({"06", "10", "12", "13", "16", "18"})
SHARED_PARENT = frozenset({"10", "13"})
"""Not the guardian (11): that may be an institution with many children."""
FAMILY = LIVE_TOGETHER | {"11", "17"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What somebody is to a client: the client's BSN, the code of list COD472 and its Dutch label."""

    client: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedPerson:
    """Somebody who is named around a client and is not a client here."""

    name: PersonName
    birth_date: date | None
    gender: str
    named: tuple[Named, ...]
    lives_here: bool

    @property
    def family(self) -> bool:
        """True when at least one client names this person as family."""
        return any(one.kind in FAMILY for one in self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One client is something to another: `client` names `other` with this relation."""

    client: str
    other: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedHousehold:
    """Clients who probably live together, the people named around them, and why we think so."""

    members: tuple[Client, ...]
    people: tuple[RelatedPerson, ...]
    links: tuple[Link, ...]
    grounds: tuple[Text, ...]


def households(clients: Iterable[Client]) -> tuple[ProposedHousehold, ...]:
    """Return the proposed households, ordered by the lowest BSN in each. Every client is in exactly one."""
    ordered = sorted(clients, key=lambda client: client.bsn)
    groups = _Groups(client.bsn for client in ordered)
    _join_addresses(ordered, groups)
    links = _links(ordered)
    for link in links:
        if link.kind in LIVE_TOGETHER:
            groups.join((link.client, link.other), _by_relation(link))
    _join_shared_parents(ordered, groups)
    by_group: dict[str, list[Client]] = defaultdict(list)
    for client in ordered:
        by_group[groups.root(client.bsn)].append(client)
    return tuple(_household(members, links, groups) for members in by_group.values())


class _Groups:
    """Who has been put together with whom, and why."""

    def __init__(self, bsns: Iterable[str]) -> None:
        self.parent = {bsn: bsn for bsn in bsns}
        self.grounds: list[tuple[str, Text]] = []

    def root(self, bsn: str) -> str:
        while self.parent[bsn] != bsn:
            self.parent[bsn] = self.parent[self.parent[bsn]]
            bsn = self.parent[bsn]
        return bsn

    def join(self, bsns: Sequence[str], ground: Text) -> None:
        lowest = min(self.root(bsn) for bsn in bsns)
        for bsn in bsns:
            self.parent[self.root(bsn)] = lowest
        self.grounds.append((bsns[0], ground))


def _place(address: Address) -> tuple[Hashable, ...]:
    return (address.postcode, address.house_number, address.letter, address.addition)


def _places(client: Client) -> set[tuple[Hashable, ...]]:
    return {_place(address) for address in client.addresses if address.kind != CORRESPONDENCE}


def _join_addresses(clients: list[Client], groups: _Groups) -> None:
    by_place: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for client in clients:
        for place in _places(client):
            by_place[place].append(client.bsn)
    for place in sorted(by_place, key=repr):
        if 2 <= len(by_place[place]) <= MOST_TOGETHER:
            groups.join(by_place[place], SAME_ADDRESS)


def _names(name: PersonName) -> tuple[str, str]:
    given = name.first_names.split(" ")[0] or name.initials[:1]
    return (name.family_name.casefold(), given.casefold())


def _same_person(relation: Relation, client: Client) -> bool:
    if _names(relation.name) != _names(client.name):
        return False
    if relation.birth_date and client.birth_date:
        return relation.birth_date == client.birth_date
    return relation.address is not None and _place(relation.address) in _places(client)


def _links(clients: list[Client]) -> list[Link]:
    by_name: dict[tuple[str, str], list[Client]] = defaultdict(list)
    for client in clients:
        by_name[_names(client.name)].append(client)
    return [
        Link(client=client.bsn, other=other.bsn, kind=relation.kind, label=_label(relation))
        for client in clients
        for relation in client.relations
        for other in by_name[_names(relation.name)]
        if other.bsn != client.bsn and _same_person(relation, other)
    ]


def _identity(relation: Relation) -> tuple[Hashable, ...] | None:
    """What makes a named person the same in two messages; none when the name is all we have."""
    if relation.birth_date:
        return (*_names(relation.name), relation.birth_date)
    return (*_names(relation.name), *_place(relation.address)) if relation.address else None


def _join_shared_parents(clients: list[Client], groups: _Groups) -> None:
    children: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    names: dict[tuple[Hashable, ...], str] = {}
    for client in clients:
        for relation in client.relations:
            identity = _identity(relation)
            if relation.kind in SHARED_PARENT and identity is not None:
                children[identity].append(client.bsn)
                names[identity] = relation.name.shown
    for identity in sorted(children, key=repr):
        if 2 <= len(set(children[identity])) <= MOST_TOGETHER:
            groups.join(children[identity], _by_parent(names[identity]))


def _household(members: list[Client], links: list[Link], groups: _Groups) -> ProposedHousehold:
    bsns = {member.bsn for member in members}
    root = groups.root(members[0].bsn)
    grounds = dict.fromkeys(ground for bsn, ground in groups.grounds if groups.root(bsn) == root)
    return ProposedHousehold(
        members=tuple(members),
        people=_people(members),
        links=tuple(link for link in links if link.client in bsns and link.other in bsns),
        grounds=tuple(grounds),
    )


def _people(members: list[Client]) -> tuple[RelatedPerson, ...]:
    homes = {place for member in members for place in _places(member)}
    found: dict[tuple[Hashable, ...], list[tuple[str, Relation]]] = defaultdict(list)
    for member in members:
        for relation in member.relations:
            if not any(_same_person(relation, other) for other in members):
                identity = _identity(relation) or (*_names(relation.name), member.bsn)
                found[identity].append((member.bsn, relation))
    return tuple(_person(found[identity], homes) for identity in sorted(found, key=repr))


def _person(named: list[tuple[str, Relation]], homes: set[tuple[Hashable, ...]]) -> RelatedPerson:
    relations = [relation for _, relation in named]
    return RelatedPerson(
        name=relations[0].name,
        birth_date=next((one.birth_date for one in relations if one.birth_date), None),
        gender=next((one.gender for one in relations if one.gender), ""),
        named=tuple(Named(client=bsn, kind=one.kind, label=_label(one)) for bsn, one in named),
        lives_here=any(one.address is not None and _place(one.address) in homes for one in relations),
    )


def _label(relation: Relation) -> str:
    return label(Law.JEUGDWET, "SoortRelatie", relation.kind)


SAME_ADDRESS = Text(
    nl="Deze mensen wonen volgens de berichten op hetzelfde adres.",
    en="According to the messages these people live at the same address.",
)


def _by_relation(link: Link) -> Text:
    relation = link.label.lower()
    return Text(
        nl=f"Een bericht noemt de een als {relation} van de ander.",
        en=f"A message names one as {relation} (in Dutch) of the other.",
    )


def _by_parent(name: str) -> Text:
    return Text(
        nl=f"De berichten noemen {name} als ouder of verzorger van beiden.",
        en=f"The messages name {name} as parent or carer of both.",
    )
