"""Reading the directory: organisations, teams, professionals, and how a network groups the life domains."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from rekenmodel.values import LifeDomain, Text
from samenspel.accounts.models import User
from samenspel.kit.kept import Kept, Listed
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
    teams: dict[str, rules.Team] = {}
    people = []
    wanted = {f"{network_id}.{key}" for key in organisations}
    for key, name, organisation, function, expertise, *team in _people.rows(
        json.dumps([f"{network_id}.{key}" for key in professionals])
    ):
        wanted.add(organisation)
        team_id, team_key, team_name, team_organisation = team
        if team_id is not None:
            wanted.add(team_organisation)
            teams[team_id] = rules.Team(key=team_key, name=team_name, organisation=key_of(team_organisation))
        people.append(
            rules.Professional(
                key=key,
                name=name,
                organisation=key_of(organisation),
                team=team_key,
                function=function,
                expertise=tuple(json.loads(expertise)),
            )
        )
    found = _organisations.rows(json.dumps(sorted(wanted)))
    return Rows(
        tuple(rules.Organisation(key=key, name=name, kind=kind, agb=agb) for key, name, kind, agb in found),
        tuple(team for _, team in sorted(teams.items())),
        tuple(people),
    )


@Kept
def _people() -> QuerySet[Professional, Any]:
    found = Professional.objects.filter(pk__in=Listed()).order_by("pk")
    team = ("team_id", "team__key", "team__name", "team__organisation_id")
    return found.values_list("key", "name", "organisation_id", "function", "expertise", *team)


@Kept
def _organisations() -> QuerySet[Organisation, Any]:
    found = Organisation.objects.filter(pk__in=Listed()).order_by("pk")
    return found.values_list("key", "name", "kind", "agb")


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
    grouped: dict[str, RingSegment] = {}
    for key, name, name_en, domain in _segment_domains.rows(network_id):
        before = grouped[key].domains if key in grouped else ()
        grouped[key] = RingSegment(key, Text(name, name_en), (*before, LifeDomain(domain)))
    return tuple(grouped.values())


@Kept
def _segment_domains() -> QuerySet[SegmentDomain, Any]:
    found = SegmentDomain.objects.filter(network="").order_by("segment__position", "pk")
    return found.values_list("segment__key", "segment__name", "segment__name_en", "domain")


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


def organisations_of(professionals: Iterable[str]) -> dict[str, str]:
    """For professionals by id the id of the organisation they work for: one query."""
    found = Professional.objects.filter(pk__in=list(professionals)).order_by("pk")
    return dict(found.values_list("pk", "organisation_id"))


def organisation_names(ids: Iterable[str]) -> dict[str, str]:
    """The names of organisations by id: one query."""
    return dict(Organisation.objects.filter(pk__in=list(ids)).order_by("pk").values_list("pk", "name"))
