"""What was changed, by whom and when, row by row: so that it can be undone and any past day can be read."""

import uuid
from typing import ClassVar

from django.db import models

from samenspel.households.models.base import Household


class Change(models.Model):
    """One act of one person: a field typed, a line added, a whole file brought in (wijziging)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    batch = models.UUIDField("hoort bij", null=True, blank=True)
    at = models.DateTimeField("wanneer")
    by_id = models.BigIntegerField("door", null=True)
    by_name = models.CharField("door wie", max_length=200)
    what = models.CharField("wat", max_length=40)
    undoes = models.ForeignKey(
        "self", models.SET_NULL, verbose_name="maakt ongedaan", related_name="+", null=True
    )

    class Meta:
        verbose_name = "wijziging"
        verbose_name_plural = "wijzigingen"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["household", "-at"], name="change_by_household"),
            models.Index(fields=["batch"], name="change_by_batch"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["undoes"], condition=~models.Q(undoes=None), name="change_undone_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"


class Revision(models.Model):
    """How one row was before and after a change; null means: was not there (versie)."""

    change = models.ForeignKey(Change, models.CASCADE, verbose_name="wijziging", related_name="+")
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    sequence = models.PositiveIntegerField("volgorde")
    table = models.CharField("tabel", max_length=20)
    key = models.CharField("sleutel", max_length=40)
    before = models.JSONField("voor", null=True)
    after = models.JSONField("na", null=True)

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering: ClassVar = ["change_id", "sequence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change", "sequence"], name="revision_sequence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"
