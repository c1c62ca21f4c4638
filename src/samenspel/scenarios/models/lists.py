"""The network's own prices and assumptions: complete versions, each made by somebody and never changed."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rekenmodel.costs import Unit
from rekenmodel.values import Law, Payer, PriceConcept
from samenspel.kit.constraints import check, coded
from samenspel.network.models import Network
from samenspel.scenarios.rules.codes import ListKind, Spread

CONFIDENCE = Q(confidence__gte=1, confidence__lte=10)


class ListVersion(models.Model):
    """One version of what a network adds to the list that comes with the program (versie van eigen lijst)."""

    network = models.ForeignKey(Network, models.CASCADE, verbose_name="netwerk", related_name="+")
    kind = models.CharField("welke lijst", max_length=20)
    number = models.PositiveIntegerField("versie")
    at = models.DateTimeField("wanneer")
    by_id = models.BigIntegerField("door", null=True)
    by_name = models.CharField("door wie", max_length=200)
    note = models.CharField("toelichting", max_length=200, blank=True)

    class Meta:
        verbose_name = "versie van eigen lijst"
        verbose_name_plural = "versies van eigen lijst"
        ordering: ClassVar = ["network_id", "kind", "-number"]
        constraints: ClassVar = [
            coded("listversion_kind_known", "kind", ListKind),
            models.UniqueConstraint(fields=["network", "kind", "number"], name="listversion_number_once"),
            check("listversion_number_above_zero", Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class OwnPrice(models.Model):
    """A price of the network itself, in one version of its list (eigen prijs)."""

    version = models.ForeignKey(ListVersion, models.CASCADE, verbose_name="versie", related_name="+")
    key = models.CharField("sleutel", max_length=120)
    item = models.CharField("wat", max_length=200)
    amount = models.DecimalField("prijs", max_digits=12, decimal_places=2)
    low = models.DecimalField("laag", max_digits=12, decimal_places=2, null=True, blank=True)
    high = models.DecimalField("hoog", max_digits=12, decimal_places=2, null=True, blank=True)
    unit = models.CharField("eenheid", max_length=20)
    price_year = models.PositiveSmallIntegerField("prijspeil")
    concept = models.CharField("soort prijs", max_length=20)
    payer = models.CharField("betaler", max_length=20, null=True, blank=True)
    law = models.CharField("wet", max_length=20, null=True, blank=True)
    source = models.CharField("bron", max_length=200)
    confidence = models.PositiveSmallIntegerField("hoe zeker")
    entered_by = models.CharField("ingevuld door", max_length=200)

    class Meta:
        verbose_name = "eigen prijs"
        verbose_name_plural = "eigen prijzen"
        ordering: ClassVar = ["version_id", "key"]
        constraints: ClassVar = [
            coded("ownprice_unit_known", "unit", Unit),
            coded("ownprice_concept_known", "concept", PriceConcept),
            coded("ownprice_payer_known", "payer", Payer, empty=True),
            coded("ownprice_law_known", "law", Law, empty=True),
            check("ownprice_not_negative", Q(amount__gte=0)),
            check(
                "ownprice_in_order",
                Q(low__isnull=True, high__isnull=True) | Q(low__lte=F("amount"), high__gte=F("amount")),
            ),
            check("ownprice_confidence", CONFIDENCE),
            check("ownprice_has_source", ~Q(source="")),
            models.UniqueConstraint(fields=["version", "key"], name="ownprice_once"),
        ]

    def __str__(self) -> str:
        return self.item


class OwnAssumption(models.Model):
    """An assumption of the network itself, in one version of its list (eigen aanname)."""

    version = models.ForeignKey(ListVersion, models.CASCADE, verbose_name="versie", related_name="+")
    key = models.CharField("sleutel", max_length=120)
    name = models.CharField("wat", max_length=200)
    shape = models.CharField("verdeling", max_length=20)
    low = models.FloatField("laag")
    mid = models.FloatField("midden")
    high = models.FloatField("hoog")
    unit = models.CharField("eenheid", max_length=60)
    source = models.CharField("bron", max_length=400)
    confidence = models.PositiveSmallIntegerField("hoe zeker")
    entered_by = models.CharField("ingevuld door", max_length=200)

    class Meta:
        verbose_name = "eigen aanname"
        verbose_name_plural = "eigen aannames"
        ordering: ClassVar = ["version_id", "key"]
        constraints: ClassVar = [
            coded("ownassumption_shape_known", "shape", Spread),
            check("ownassumption_in_order", Q(low__lte=F("mid"), mid__lte=F("high"))),
            check("ownassumption_confidence", CONFIDENCE),
            check("ownassumption_has_source", ~Q(source="")),
            models.UniqueConstraint(fields=["version", "key"], name="ownassumption_once"),
        ]

    def __str__(self) -> str:
        return self.name
