"""Changing the directory: what a file brings along is added, what is there is kept up to date."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from django.db import transaction
from django.db.models import ForeignObjectRel

from rekenmodel.values import LifeDomain, Text
from samenspel.access.actions import require_generally
from samenspel.access.rules import Act, Kind
from samenspel.accounts.actions import works_for
from samenspel.accounts.models import User
from samenspel.network import rules
from samenspel.network.models import Network, Organisation, Professional, Segment, SegmentDomain, Team

LISTS: dict[str, type[Professional] | type[Team] | type[Organisation]] = {
    "professionals": Professional,
    "teams": Team,
    "organisations": Organisation,
}
"""The lists of the directory, in the order in which they can be taken out."""


def open_network(
    *,
    key: str,
    name: str,
    segments: Iterable[tuple[str, Text, tuple[LifeDomain, ...]]] = rules.DEFAULT_SEGMENTS,
) -> Network:
    """Open a network with its ring; used when an installation is set up, before anybody can sign in."""
    with transaction.atomic():
        network, _ = Network.objects.get_or_create(key=key, defaults={"name": name})
        set_segments(network, segments)
    return network


def set_segments(network: Network, segments: Iterable[tuple[str, Text, tuple[LifeDomain, ...]]]) -> None:
    """Group the life domains into the segments of the ring."""
    Segment.objects.filter(network=network).delete()
    for position, (key, name, domains) in enumerate(segments):
        segment = Segment.objects.create(
            id=f"{network.pk}.{key}",
            network=network,
            key=key,
            name=name.nl,
            name_en=name.en,
            position=position,
        )
        SegmentDomain.objects.bulk_create(
            SegmentDomain(segment=segment, network=network, domain=domain) for domain in domains
        )


def put_directory(
    *,
    by: User,
    at: datetime,
    network_id: str,
    organisations: Iterable[rules.Organisation],
    teams: Iterable[rules.Team],
    professionals: Iterable[rules.Professional],
) -> None:
    """Add organisations, teams and professionals; those that are there are left as they are."""
    require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=network_id)
    made = (
        [_organisation(network_id, row) for row in organisations],
        [_team(network_id, row) for row in teams],
        [_professional(network_id, row) for row in professionals],
    )
    with transaction.atomic():
        Organisation.objects.bulk_create(made[0], ignore_conflicts=True)
        Team.objects.bulk_create(made[1], ignore_conflicts=True)
        Professional.objects.bulk_create(made[2], ignore_conflicts=True)


def take_out(*, by: User, at: datetime, network_id: str, rows: Iterable[tuple[str, str]]) -> None:
    """Take rows out again (list and key), as far as nobody refers to them; those that are used stay."""
    require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=network_id)
    wanted = list(rows)
    with transaction.atomic():
        for name, model in LISTS.items():
            ids = [f"{network_id}.{key}" for table, key in wanted if table == name]
            for row in model.objects.filter(pk__in=ids).order_by("pk"):
                if not _is_used(row):
                    row.delete()


def _is_used(row: Professional | Team | Organisation) -> bool:
    """Whether any row of any room refers to this one, or somebody signs in as it or works there."""
    if getattr(row, "user_id", None) is not None or User.objects.filter(organisation=row.pk).exists():
        return True
    return any(
        cast("Any", one.related_model).objects.filter(**{one.field.name: row.pk}).exists()
        for one in row._meta.get_fields(include_hidden=True)
        if isinstance(one, ForeignObjectRel)
    )


def _organisation(network_id: str, row: rules.Organisation) -> Organisation:
    return Organisation(id=f"{network_id}.{row.key}", network_id=network_id, **row.model_dump())


def _team(network_id: str, row: rules.Team) -> Team:
    return Team(
        id=f"{network_id}.{row.key}",
        network_id=network_id,
        key=row.key,
        name=row.name,
        organisation_id=f"{network_id}.{row.organisation}",
    )


def _professional(network_id: str, row: rules.Professional) -> Professional:
    return Professional(
        id=f"{network_id}.{row.key}",
        network_id=network_id,
        key=row.key,
        name=row.name,
        organisation_id=f"{network_id}.{row.organisation}",
        team_id=f"{network_id}.{row.team}" if row.team else None,
        function=row.function,
        expertise=list(row.expertise),
    )


def connect_user(*, network_id: str, professional: str, user: User) -> None:
    """Say that a professional and somebody who signs in are the same person."""
    found = Professional.objects.filter(pk=f"{network_id}.{professional}")
    with transaction.atomic():
        found.update(user=user)
        works_for(user, *found.values_list("organisation_id", "organisation__name").get())
