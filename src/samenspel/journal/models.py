"""The journal: one line for each read, search, export, denial and write. Plain identifiers, no relations."""

from typing import ClassVar

from django.db import models


class Line(models.Model):
    """Who did what, on which household, when, for what purpose, and with what outcome (journaalregel)."""

    at = models.DateTimeField("wanneer")
    user_id = models.BigIntegerField("gebruiker", null=True)
    user_name = models.CharField("naam", max_length=200, blank=True)
    role = models.CharField("rol", max_length=20, blank=True)
    act = models.CharField("handeling", max_length=20)
    kind = models.CharField("soort gegevens", max_length=20)
    household_id = models.CharField("huishouden", max_length=32, blank=True)
    subject = models.CharField("wat", max_length=200, blank=True)
    allowed = models.BooleanField("toegestaan")
    reason = models.CharField("reden", max_length=20)
    purpose = models.CharField("waarvoor", max_length=200, blank=True)

    class Meta:
        verbose_name = "journaalregel"
        verbose_name_plural = "journaalregels"
        ordering: ClassVar = ["-at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["household_id", "-at"], name="line_by_household"),
            models.Index(fields=["user_id", "-at"], name="line_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.user_name} {self.act} {self.kind}"
