"""From clients and the people named around them to persons, relations and supporters of a household.

Only new people are added: what stands in the household about a person belongs to people, not to messages.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samenspel.exchange.rules.ijw_clients import Client
from samenspel.exchange.rules.ijw_households import FAMILY, ProposedHousehold, RelatedPerson
from samenspel.exchange.rules.workbook_names import Keys, slug
from samenspel.households.rules.codes import RelationKind
from samenspel.households.rules.record import HouseholdFile, Person, Relation, Supporter

CLOSE_BY = frozenset({"09", "19", "20"})
"""Somebody else, a neighbour, a friend. Guardians of money, doctors and helpers are left out."""
CHILD = "16"
KINDS = {
    "10": RelationKind.PARENT,
    "11": RelationKind.GUARDIAN,
    "12": RelationKind.PARTNER,
    "13": RelationKind.FOSTER_PARENT,
    CHILD: RelationKind.PARENT,
}
ROLES = {"10": "ouder", "11": "voogd", "12": "partner", "13": "pleegouder", CHILD: "zoon of dochter"}


@dataclass
class People:
    """The people of one household: which key each client has, and who is new."""

    persons: dict[str, str]
    new_persons: list[Person] = field(default_factory=list)
    new_supporters: list[Supporter] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)


def people_of(
    groups: Sequence[ProposedHousehold], before: HouseholdFile | None, known: Mapping[str, str]
) -> People:
    """Return the people of a household; `known` gives the keys of clients that stand in it already."""
    found = People(dict(known))
    there = list(before.persons) if before else []
    keys = Keys({person.key for person in there})
    for member in sorted((one for group in groups for one in group.members), key=_oldest_first):
        if member.bsn not in found.persons:
            key = _same(there, member.name.shown, member.birth_date, set(found.persons.values()))
            found.persons[member.bsn] = key or _add_client(found, keys, member)
    links = [link for group in groups for link in group.links]
    for related in (one for group in groups for one in group.people):
        _add_related(found, there, keys, related, before)
    for link in links:
        _relate(found, found.persons[link.other], found.persons[link.client], link.kind)
    stand = {relation.key for relation in before.relations} if before else set()
    pairs = {frozenset((one.person, one.other)) for one in before.relations} if before else set()
    found.relations = {
        key: relation
        for key, relation in found.relations.items()
        if key not in stand and frozenset((relation.person, relation.other)) not in pairs
    }
    return found


def household_name(members: Sequence[Client]) -> str:
    """What a new household is called: after the family name that most of its clients have."""
    names = sorted(f"{one.name.prefix} {one.name.family_name}".strip() for one in members)
    name = max(names, key=names.count)
    return f"Gezin {name[:1].upper()}{name[1:]}"[:200]


def household_key(members: Sequence[Client]) -> str:
    """The key of a new household: its name and a piece of a digest, so that two families De Vries differ."""
    first = min(members, key=lambda member: member.bsn)
    return f"{slug((household_name(members)[6:],))[:28].strip('-')}-{first.bsn[:8]}"


def _oldest_first(client: Client) -> tuple[date, str]:
    return client.birth_date or date.max, client.bsn


def _same(there: Sequence[Person], name: str, birth_date: date | None, taken: set[str]) -> str | None:
    """The person who stands there already: the same name, and no other date of birth."""
    for person in there:
        same_day = None in {person.birth_date, birth_date} or person.birth_date == birth_date
        if person.key not in taken and person.name.casefold() == name.casefold() and same_day:
            return person.key
    return None


def _add_client(found: People, keys: Keys, client: Client) -> str:
    key = keys.make(client.name.shown.split(" ")[0] or "persoon")
    name = client.name.shown[:200] or "?"
    found.new_persons.append(Person(key=key, name=name, birth_date=client.birth_date))
    return key


def _add_related(
    found: People, there: Sequence[Person], keys: Keys, related: RelatedPerson, before: HouseholdFile | None
) -> None:
    name = related.name.shown[:200] or "?"
    if not related.family:
        _add_supporter(found, related, name, before)
        return
    key = _same(there, name, related.birth_date, set())
    if key is None:
        key = keys.make(name.split(" ")[0])
        role = next((ROLES[one.kind] for one in related.named if one.kind in ROLES), "")
        found.new_persons.append(
            Person(key=key, name=name, role=role, birth_date=related.birth_date, in_house=related.lives_here)
        )
    for one in related.named:
        if one.kind in FAMILY and one.client in found.persons:
            _relate(found, key, found.persons[one.client], one.kind)


def _add_supporter(found: People, related: RelatedPerson, name: str, before: HouseholdFile | None) -> None:
    named = next((one for one in related.named if one.kind in CLOSE_BY), None)
    there = {one.name.casefold() for one in (*(before.supporters if before else ()), *found.new_supporters)}
    if named is not None and name.casefold() not in there:
        keys = Keys({one.key for one in before.supporters} if before else set())
        keys.taken |= {one.key for one in found.new_supporters}
        label = "" if named.kind == "09" else named.label.lower()
        key = keys.make(name.split(" ")[0])
        found.new_supporters.append(Supporter(key=key, name=name, relation=label[:200]))


def _relate(found: People, person: str, client: str, code: str) -> None:
    """`person` is to `client` what the message says; the same tie said by both counts once."""
    if person == client:
        return
    kind = KINDS.get(code, RelationKind.OTHER)
    first, second = (client, person) if code == CHILD else (person, client)
    if kind in {RelationKind.PARTNER, RelationKind.OTHER}:
        first, second = sorted((first, second))
    key = slug((first, second))
    same = {frozenset((one.person, one.other)): name for name, one in found.relations.items()}
    earlier = same.get(frozenset((first, second)))
    if earlier is not None:
        if kind is RelationKind.OTHER or found.relations[earlier].kind is not RelationKind.OTHER:
            return
        del found.relations[earlier]
    found.relations[key] = Relation(key=key, person=first, other=second, kind=kind)
