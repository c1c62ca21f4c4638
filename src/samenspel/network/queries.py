"""Reading the directory: organisations, teams, professionals, and how a network groups the life domains."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from rekenmodel.values import LifeDomain, Text
from samenspel.accounts.models import User
from samenspel.network import rules
from samenspel.network.models import Network, Organisation, Professional, SegmentDomain, Team


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of the directory, by key."""

    organisations: tuple[rules.Organisation, ...]
    teams: tuple[rules.Team, ...]
    professionals: tuple[rules.Professional, ...]


@dataclass(frozen=True, slots=True)
class RingSegment:
    """A segment of the ring with its life domains, in the order of the network."""

    key: str
    name: Text
    domains: tuple[LifeDomain, ...]


def key_of(row_id: str) -> str:
    """The key within the id of a row."""
    return row_id.partition(".")[2]


def rows_of(network_id: str, professionals: Iterable[str], organisations: Iterable[str]) -> Rows:
    """The named rows, with the teams and organisations that they belong to: two queries."""
    people = list(
        Professional.objects.filter(pk__in=[f"{network_id}.{key}" for key in professionals])
        .select_related("team")
        .order_by("pk")
    )
    teams = {person.team.pk: person.team for person in people if person.team is not None}
    wanted = {f"{network_id}.{key}" for key in organisations}
    wanted |= {person.organisation_id for person in people} | {
        team.organisation_id for team in teams.values()
    }
    found = Organisation.objects.filter(pk__in=wanted).order_by("pk")
    return Rows(
        tuple(organisation_row(row) for row in found),
        tuple(
            rules.Team(key=team.key, name=team.name, organisation=key_of(team.organisation_id))
            for team in sorted(teams.values(), key=lambda team: team.pk)
        ),
        tuple(professional_row(row) for row in people),
    )


def organisation_row(row: Organisation) -> rules.Organisation:
    """An organisation as a plain row."""
    kind = rules.OrganisationKind(row.kind)
    return rules.Organisation(key=row.key, name=row.name, kind=kind, agb=row.agb)


def professional_row(row: Professional) -> rules.Professional:
    """A professional as a plain row."""
    return rules.Professional(
        key=row.key,
        name=row.name,
        organisation=key_of(row.organisation_id),
        team=key_of(row.team_id) if row.team_id else None,
        function=row.function,
        expertise=tuple(row.expertise),
    )


def segments(network_id: str) -> tuple[RingSegment, ...]:
    """The segments of the ring in their order: one query."""
    found = SegmentDomain.objects.filter(network=network_id).select_related("segment")
    grouped: dict[str, RingSegment] = {}
    for row in found.order_by("segment__position", "pk"):
        key = row.segment.key
        before = grouped[key].domains if key in grouped else ()
        name = Text(row.segment.name, row.segment.name_en)
        grouped[key] = RingSegment(key, name, (*before, LifeDomain(row.domain)))
    return tuple(grouped.values())


def known_keys(network_id: str) -> Rows:
    """The whole directory of a network, for checking a file against it."""
    return Rows(
        tuple(
            organisation_row(row) for row in Organisation.objects.filter(network=network_id).order_by("pk")
        ),
        tuple(
            rules.Team(key=row.key, name=row.name, organisation=key_of(row.organisation_id))
            for row in Team.objects.filter(network=network_id).order_by("pk")
        ),
        tuple(
            professional_row(row) for row in Professional.objects.filter(network=network_id).order_by("pk")
        ),
    )


def professional_of(user: User) -> Professional | None:
    """The professional that this user is, if any."""
    return Professional.objects.filter(user=user).first()


def networks() -> list[Network]:
    """All networks of this installation."""
    return list(Network.objects.filter(~Q(key="")).order_by("key"))
