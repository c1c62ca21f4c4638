"""What is being brought in: files for as long as needed, what they would do, and facts of messages."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from samenspel.exchange.rules.stages import Outcome, Stage
from samenspel.kit.constraints import check, coded, in_order
from samenspel.network.models import Network


class Batch(models.Model):
    """One act of bringing in, from upload to undo; only its maker sees it (inleesbeurt)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="door", related_name="+")
    network = models.ForeignKey(Network, models.CASCADE, verbose_name="netwerk", related_name="+")
    made_at = models.DateTimeField("gemaakt")
    expires_at = models.DateTimeField("vervalt")
    stage = models.CharField("stand", max_length=20, default=Stage.READING)
    names = models.JSONField("bestanden", default=list)
    total = models.PositiveIntegerField("totaal", default=0)
    done = models.PositiveIntegerField("gedaan", default=0)
    messages = models.PositiveIntegerField("berichten gelezen", default=0)
    messages_known = models.PositiveIntegerField("berichten al bekend", default=0)
    messages_refused = models.PositiveIntegerField("berichten geweigerd", default=0)
    people_waiting = models.PositiveIntegerField("mensen zonder toewijzing", default=0)
    notices = models.JSONField("meldingen", default=list)
    notices_more = models.PositiveIntegerField("nog meer meldingen", default=0)

    class Meta:
        verbose_name = "inleesbeurt"
        verbose_name_plural = "inleesbeurten"
        ordering: ClassVar = ["-made_at", "-id"]
        constraints: ClassVar = [
            coded("batch_stage_known", "stage", Stage),
            in_order("batch_expires_after_made", "made_at", "expires_at"),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.made_at:%Y-%m-%d %H:%M}"


class Upload(models.Model):
    """A file or message as it came, until it is read; then the row is gone (aangeleverd bestand)."""

    batch = models.ForeignKey(Batch, models.CASCADE, verbose_name="inleesbeurt", related_name="+")
    position = models.PositiveIntegerField("volgorde")
    name = models.CharField("naam", max_length=300)
    unpacked = models.BooleanField("komt uit een zip", default=False)
    data = models.BinaryField("inhoud")

    class Meta:
        verbose_name = "aangeleverd bestand"
        verbose_name_plural = "aangeleverde bestanden"
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "position"], name="upload_position_once")
        ]

    def __str__(self) -> str:
        return self.name


class Proposal(models.Model):
    """What bringing in would do, or did, to one household (voorstel)."""

    batch = models.ForeignKey(Batch, models.CASCADE, verbose_name="inleesbeurt", related_name="+")
    position = models.PositiveIntegerField("volgorde")
    source = models.CharField("uit", max_length=300, blank=True)
    file = models.JSONField("gegevens", null=True)
    clients = models.JSONField("kenmerken van clienten", default=list)
    household_id = models.CharField("huishouden", max_length=32, blank=True)
    key = models.CharField("sleutel", max_length=40, blank=True)
    name = models.CharField("naam", max_length=200, blank=True)
    outcome = models.CharField("uitkomst", max_length=20, default=Outcome.TO_COMPARE)
    taken = models.BooleanField("meenemen", default=True)
    opened = models.BooleanField("nieuw geopend", default=False)
    marked = models.JSONField("gemerkte personen", default=list)
    lookalikes = models.JSONField("misschien hetzelfde gezin", default=list)
    brought = models.JSONField("nieuw in het netwerk", default=list)
    notices = models.JSONField("meldingen", default=list)
    differences = models.JSONField("verschillen", default=list)
    added = models.PositiveIntegerField("erbij", default=0)
    changed = models.PositiveIntegerField("anders", default=0)
    gone = models.PositiveIntegerField("weg", default=0)
    same = models.PositiveIntegerField("blijft", default=0)
    rows_good = models.PositiveIntegerField("regels goed", default=0)
    rows_questioned = models.PositiveIntegerField("regels met een vraag", default=0)
    rows_wrong = models.PositiveIntegerField("regels met een fout", default=0)

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "position"], name="proposal_position_once"),
            coded("proposal_outcome_known", "outcome", Outcome),
            check("proposal_written_somewhere", ~Q(outcome=Outcome.WRITTEN) | ~Q(household_id="")),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.outcome}"


class MessageFact(models.Model):
    """One thing that a message says; a person is a keyed digest, never a BSN (feit uit een bericht)."""

    network = models.ForeignKey(Network, models.CASCADE, verbose_name="netwerk", related_name="+")
    batch = models.UUIDField("inleesbeurt")
    kept = models.BooleanField("bewaard", default=False)
    sha256 = models.CharField("kenmerk van het bericht", max_length=64)
    position = models.PositiveIntegerField("volgorde")
    kind = models.CharField("soort", max_length=30)
    client = models.CharField("kenmerk van de client", max_length=64, blank=True)
    link = models.CharField("hoort bij", max_length=64, blank=True)
    home = models.CharField("kenmerk van het adres", max_length=64, blank=True)
    law = models.CharField("wet", max_length=20)
    municipality = models.CharField("gemeentecode", max_length=4)
    number = models.PositiveBigIntegerField("toewijzingsnummer", null=True)
    content = models.JSONField("inhoud")

    class Meta:
        verbose_name = "feit uit een bericht"
        verbose_name_plural = "feiten uit berichten"
        ordering: ClassVar = ["sha256", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["network", "sha256", "position"], condition=Q(kept=True), name="messagefact_kept_once"
            ),
            models.UniqueConstraint(fields=["batch", "sha256", "position"], name="messagefact_once_in_batch"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["network", "client"], name="messagefact_by_client"),
            models.Index(fields=["network", "link"], condition=~Q(link=""), name="messagefact_by_link"),
            models.Index(fields=["network", "home"], condition=~Q(home=""), name="messagefact_by_home"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.law}"
