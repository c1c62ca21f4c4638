"""Two logs that only grow, joined by the event: who did what, and whose data was processed for what.

Plain identifiers, no relations: a line stays when what it speaks of is gone. The database refuses to change
or remove a line (migration `0002_append_only`), and each line is linked to the one before it (`rules`).
"""

from typing import ClassVar

from django.db import models


class Line(models.Model):
    """Who did what, on which household, when, on what ground, with what outcome (journaalregel; NEN 7513)."""

    event = models.CharField("gebeurtenis", max_length=32)
    at = models.DateTimeField("wanneer")
    user_id = models.BigIntegerField("gebruiker", null=True)
    user_name = models.CharField("naam", max_length=200, blank=True)
    organisation = models.CharField("organisatie", max_length=200, blank=True)
    role = models.CharField("rol", max_length=20, blank=True)
    act = models.CharField("handeling", max_length=20)
    kind = models.CharField("soort gegevens", max_length=20)
    household_id = models.CharField("huishouden", max_length=32, blank=True)
    subject = models.CharField("wat", max_length=200, blank=True)
    allowed = models.BooleanField("toegestaan")
    reason = models.CharField("reden", max_length=20)
    purpose = models.CharField("waarvoor", max_length=200, blank=True)
    basis = models.CharField("grondslag", max_length=64, blank=True)
    emergency = models.BooleanField("noodtoegang", default=False)
    chain = models.CharField("keten", max_length=40)
    sequence = models.BigIntegerField("plaats in de keten", default=0)
    digest = models.CharField("vingerafdruk", max_length=64)
    link = models.CharField("schakel", max_length=64, default="")

    class Meta:
        verbose_name = "journaalregel"
        verbose_name_plural = "journaalregels"
        ordering: ClassVar = ["-at", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="line_one_place_in_chain"),
            models.UniqueConstraint(fields=["event"], name="line_one_per_event"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["household_id", "-at"], name="line_by_household"),
            models.Index(fields=["user_id", "-at"], name="line_by_user"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.user_name} {self.act} {self.kind}"


class Processing(models.Model):
    """Whose data an event processed, one line per person, without the user (verwerkingsregel).

    The fields are those of the standard Logboek dataverwerkingen: `event` is its trace_id, `operation` its
    operation_id; `data_subject` is keyed, so that the log alone tells nobody who it is about.
    """

    event = models.CharField("gebeurtenis", max_length=32)
    operation = models.CharField("verwerking", max_length=16)
    name = models.CharField("naam", max_length=200)
    activity = models.CharField("verwerkingsactiviteit", max_length=100)
    data_subject = models.CharField("betrokkene", max_length=64)
    started = models.DateTimeField("begonnen")
    ended = models.DateTimeField("geëindigd")
    status = models.PositiveSmallIntegerField("uitkomst")

    class Meta:
        verbose_name = "verwerkingsregel"
        verbose_name_plural = "verwerkingsregels"
        ordering: ClassVar = ["-started", "-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["event", "data_subject"], name="processing_one_per_subject"),
            models.CheckConstraint(condition=models.Q(status__in=[0, 1, 2]), name="processing_status_known"),
        ]
        indexes: ClassVar = [models.Index(fields=["data_subject", "-started"], name="processing_by_subject")]

    def __str__(self) -> str:
        return f"{self.started:%Y-%m-%d %H:%M} {self.activity}"
