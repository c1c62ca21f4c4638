"""Networks with their organisations, teams and professionals, and how they group the life domains.

A row's id is its network's key, a dot and its own key ("noord.marit-kok"): a reference can be read,
and the database can refuse a reference to another network.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models

from rekenmodel.values import LifeDomain
from samenspel.kit.constraints import check, coded, same_owner
from samenspel.network.rules import OrganisationKind


class Network(models.Model):
    """Organisations that work together in one area (netwerk)."""

    key = models.CharField("sleutel", max_length=40, primary_key=True)
    name = models.CharField("naam", max_length=200)
    price_year = models.PositiveSmallIntegerField("prijspeil", default=2026)

    class Meta:
        verbose_name = "netwerk"
        verbose_name_plural = "netwerken"
        constraints: ClassVar = [check("network_key_shape", models.Q(key__regex=r"^[a-z0-9][a-z0-9-]*$"))]

    def __str__(self) -> str:
        return self.name


class NetworkRow(models.Model):
    """A row that belongs to one network."""

    id = models.CharField(max_length=81, primary_key=True)
    network = models.ForeignKey(Network, models.CASCADE, verbose_name="netwerk", related_name="+")
    key = models.CharField("sleutel", max_length=40)
    name = models.CharField("naam", max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class Segment(NetworkRow):
    """A part of the ring: one or more life domains under one name (segment)."""

    name_en = models.CharField("naam in het Engels", max_length=200)
    position = models.PositiveSmallIntegerField("plaats")

    class Meta:
        verbose_name = "segment"
        verbose_name_plural = "segmenten"
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "position"], name="segment_one_per_place"),
            same_owner("segment_id_of_network", "id", "network_id"),
        ]


class SegmentDomain(models.Model):
    """A life domain lies in exactly one segment of a network (leefgebied in segment)."""

    segment = models.ForeignKey(Segment, models.CASCADE, verbose_name="segment", related_name="+")
    network = models.ForeignKey(Network, models.CASCADE, verbose_name="netwerk", related_name="+")
    domain = models.CharField("leefgebied", max_length=20)

    class Meta:
        verbose_name = "leefgebied in segment"
        verbose_name_plural = "leefgebieden in segment"
        constraints: ClassVar = [
            coded("segmentdomain_domain_known", "domain", LifeDomain),
            models.UniqueConstraint(fields=["network", "domain"], name="segmentdomain_once"),
            same_owner("segmentdomain_of_network", "segment_id", "network_id"),
        ]

    def __str__(self) -> str:
        return f"{self.segment_id}: {self.domain}"


class Organisation(NetworkRow):
    """An organisation that takes part in the network (organisatie)."""

    kind = models.CharField("soort", max_length=20, default=OrganisationKind.CARE)
    agb = models.CharField("AGB-code", max_length=8, blank=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            coded("organisation_kind_known", "kind", OrganisationKind),
            check("organisation_agb_digits", models.Q(agb__regex=r"^([0-9]{8})?$")),
            models.UniqueConstraint(
                fields=["network", "agb"], condition=~models.Q(agb=""), name="organisation_agb_once"
            ),
            same_owner("organisation_id_of_network", "id", "network_id"),
        ]


class Team(NetworkRow):
    """A team of an organisation (team)."""

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, verbose_name="organisatie", related_name="+"
    )

    class Meta:
        verbose_name = "team"
        verbose_name_plural = "teams"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            same_owner("team_id_of_network", "id", "network_id"),
            same_owner("team_organisation_of_network", "organisation_id", "network_id"),
        ]


class Professional(NetworkRow):
    """Somebody who helps for a living (professional)."""

    organisation = models.ForeignKey(
        Organisation, models.RESTRICT, verbose_name="organisatie", related_name="+"
    )
    team = models.ForeignKey(
        Team, models.SET_NULL, verbose_name="team", related_name="+", null=True, blank=True
    )
    function = models.CharField("functie", max_length=200, blank=True)
    expertise = models.JSONField("deskundigheid", default=list, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name="gebruiker",
        related_name="+",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = "professional"
        verbose_name_plural = "professionals"
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            same_owner("professional_id_of_network", "id", "network_id"),
            same_owner("professional_organisation_of_network", "organisation_id", "network_id"),
            same_owner("professional_team_of_network", "team_id", "network_id"),
        ]
