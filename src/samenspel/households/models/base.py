"""The household and the shape of every row that belongs to it.

A row's id is its household's id (32 characters), a dot and its own key. So a reference needs no join to be
read, and a check in the database refuses a reference to another household.
"""

from typing import ClassVar

from django.db import models

from samenspel.kit.constraints import check, same_owner
from samenspel.network.models import Network

HOUSEHOLD_ID_LENGTH = 32


class Household(models.Model):
    """A household around which helpers work together (huishouden)."""

    id = models.CharField(max_length=HOUSEHOLD_ID_LENGTH, primary_key=True)
    network = models.ForeignKey(Network, models.RESTRICT, verbose_name="netwerk", related_name="+")
    key = models.CharField("sleutel", max_length=40)
    name = models.CharField("naam", max_length=200)
    municipality = models.CharField("gemeentecode", max_length=4, blank=True)
    plan_holder = models.ForeignKey(
        "households.Person",
        models.RESTRICT,
        verbose_name="heeft regie over het plan",
        related_name="+",
        null=True,
        blank=True,
    )
    search_text = models.TextField("zoektekst", blank=True)

    class Meta:
        verbose_name = "huishouden"
        verbose_name_plural = "huishoudens"
        ordering: ClassVar = ["name", "id"]
        # So that the first page of a long list is read in order instead of sorted.
        indexes: ClassVar = [models.Index(fields=["name", "id"], name="household_by_name")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["network", "key"], name="household_key_once"),
            check("household_id_shape", models.Q(id__regex=r"^[0-9a-f]{32}$")),
            check("household_municipality_digits", models.Q(municipality__regex=r"^([0-9]{4})?$")),
            same_owner("household_plan_holder_own", "plan_holder_id", "id"),
        ]

    def __str__(self) -> str:
        return self.name


class HouseholdRow(models.Model):
    """A row that belongs to one household."""

    id = models.CharField(max_length=HOUSEHOLD_ID_LENGTH + 41, primary_key=True)
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    key = models.CharField("sleutel", max_length=40)
    position = models.PositiveIntegerField("volgorde", default=0)

    class Meta:
        abstract = True
        ordering: ClassVar = ["position", "key"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.key}"
