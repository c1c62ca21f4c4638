"""A run that was kept: all that is needed to make it again, and what came out."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q

from samenspel.households.models import Household
from samenspel.kit.constraints import check


class Run(models.Model):
    """One calculation, kept with its inputs and versions; never changed afterwards (doorrekening)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    plan = models.CharField("plan", max_length=40)
    at = models.DateTimeField("wanneer")
    by_id = models.BigIntegerField("door", null=True)
    by_name = models.CharField("door wie", max_length=200)
    seed = models.BigIntegerField("startgetal")
    draws = models.PositiveIntegerField("doorrekeningen")
    versions = models.JSONField("versies")
    inputs = models.JSONField("invoer")
    results = models.JSONField("uitkomst")

    class Meta:
        verbose_name = "doorrekening"
        verbose_name_plural = "doorrekeningen"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [models.Index(fields=["household", "plan", "-at"], name="run_by_plan")]
        constraints: ClassVar = [check("run_draws_above_zero", Q(draws__gte=1))]

    def __str__(self) -> str:
        return f"{self.plan} {self.at:%Y-%m-%d %H:%M}"
