"""What was changed in a plan, by whom and when, row by row: so that it can be undone."""

import uuid
from typing import ClassVar

from django.db import models

from samenspel.households.models import Household


class PlanChange(models.Model):
    """One act of one person in the plans of a household (wijziging van plan)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    at = models.DateTimeField("wanneer")
    by_id = models.BigIntegerField("door", null=True)
    by_name = models.CharField("door wie", max_length=200)
    what = models.CharField("wat", max_length=40)
    undoes = models.ForeignKey(
        "self", models.SET_NULL, verbose_name="maakt ongedaan", related_name="+", null=True
    )

    class Meta:
        verbose_name = "wijziging van plan"
        verbose_name_plural = "wijzigingen van plan"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["household", "-at"], name="planchange_by_household")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["undoes"], condition=~models.Q(undoes=None), name="planchange_undone_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.at:%Y-%m-%d %H:%M}"


class PlanRevision(models.Model):
    """How one row of a plan was before and after a change; null means: was not there (versie van plan)."""

    change = models.ForeignKey(PlanChange, models.CASCADE, verbose_name="wijziging", related_name="+")
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    sequence = models.PositiveIntegerField("volgorde")
    table = models.CharField("tabel", max_length=20)
    key = models.CharField("sleutel", max_length=40)
    before = models.JSONField("voor", null=True)
    after = models.JSONField("na", null=True)

    class Meta:
        verbose_name = "versie van plan"
        verbose_name_plural = "versies van plan"
        ordering: ClassVar = ["change_id", "sequence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change", "sequence"], name="planrevision_sequence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"
