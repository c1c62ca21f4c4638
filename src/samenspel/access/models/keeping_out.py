"""Who is kept out, what is shielded, and who looked in an emergency."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from samenspel.access.models.base import by_user, of_household, of_organisation, of_person
from samenspel.access.rules.emergency import LONGEST, SHORTEST_REASON, EmergencyReason, Verdict
from samenspel.kit.constraints import check, coded, in_order, together

LONGEST_SIGHT = timedelta(days=184)
BLOCKADE_REASONS = ("own_family", "neighbour", "conflict", "safety", "asked_by_family")


class Blockade(models.Model):
    """Somebody, or a whole organisation, is kept away from a household, whatever else holds (blokkade)."""

    household_id = of_household()
    user = by_user("wie", null=True)
    organisation = of_organisation("welke organisatie")
    reason = models.CharField("reden", max_length=20)
    note = models.CharField("toelichting", max_length=200, blank=True)
    since = models.DateTimeField("sinds")
    by = by_user("door", null=True)
    lifted_at = models.DateTimeField("opgeheven op", null=True, blank=True)
    lifted_by = by_user("opgeheven door", null=True)

    class Meta:
        verbose_name = "blokkade"
        verbose_name_plural = "blokkades"
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            coded("blockade_reason_known", "reason", BLOCKADE_REASONS),
            check(
                "blockade_of_one",
                Q(user__isnull=False, organisation="") | (Q(user__isnull=True) & ~Q(organisation="")),
            ),
            in_order("blockade_lifted_after_since", "since", "lifted_at"),
            models.UniqueConstraint(
                fields=["household_id", "user"], condition=Q(lifted_at=None), name="blockade_once"
            ),
            models.UniqueConstraint(
                fields=["household_id", "organisation"],
                condition=Q(lifted_at=None, user=None),
                name="blockade_organisation_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id or self.organisation} {self.household_id}"


class Shielding(models.Model):
    """A person of a household is shielded: nothing that leads to where he is goes out (afscherming).

    Where he is, is not kept here at all.
    """

    household_id = of_household()
    person_key = of_person()
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")
    by = by_user("door", null=True)
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True)

    class Meta:
        verbose_name = "afscherming"
        verbose_name_plural = "afschermingen"
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            check("shielding_of_somebody", ~Q(person_key="")),
            check("shielding_until_after_since", Q(until__gt=F("since"))),
            in_order("shielding_ended_after_since", "since", "ended_at"),
            models.UniqueConstraint(
                fields=["household_id", "person_key"], condition=Q(ended_at=None), name="shielding_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_key} {self.household_id}"


class ShieldingLifted(models.Model):
    """One user may see what is shielded of one person, for a time: the only way (inzage in afscherming)."""

    shielding = models.ForeignKey(Shielding, models.CASCADE, verbose_name="afscherming", related_name="+")
    user = by_user("voor wie")
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")
    by = by_user("door", null=True)

    class Meta:
        verbose_name = "inzage in afscherming"
        verbose_name_plural = "inzagen in afscherming"
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            check("shieldinglifted_until_after_since", Q(until__gt=F("since"))),
            check("shieldinglifted_six_months", Q(until__lte=F("since") + LONGEST_SIGHT)),
            models.UniqueConstraint(fields=["shielding", "user", "since"], name="shieldinglifted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.shielding_id}"


class EmergencyAccess(models.Model):
    """Somebody opened a household in an emergency, and another judges that afterwards (noodtoegang)."""

    user = by_user("wie")
    household_id = of_household()
    reason = models.CharField("reden", max_length=20)
    explanation = models.CharField("toelichting", max_length=500)
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")
    review_by = models.DateField("beoordelen voor")
    reviewed_by = by_user("beoordeeld door", null=True)
    reviewed_at = models.DateTimeField("beoordeeld op", null=True, blank=True)
    verdict = models.CharField("oordeel", max_length=20, null=True, blank=True)
    review_note = models.CharField("over het oordeel", max_length=200, blank=True)

    class Meta:
        verbose_name = "noodtoegang"
        verbose_name_plural = "noodtoegangen"
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            coded("emergencyaccess_reason_known", "reason", EmergencyReason),
            coded("emergencyaccess_verdict_known", "verdict", Verdict, empty=True),
            check("emergencyaccess_explained", Q(GreaterThanOrEqual(Length("explanation"), SHORTEST_REASON))),
            check("emergencyaccess_until_after_since", Q(until__gt=F("since"))),
            check("emergencyaccess_one_hour", Q(until__lte=F("since") + LONGEST)),
            together("emergencyaccess_review_whole", "reviewed_at", "verdict"),
            check("emergencyaccess_other_reviewer", Q(reviewed_by=None) | ~Q(reviewed_by=F("user"))),
            in_order("emergencyaccess_reviewed_after", "since", "reviewed_at"),
        ]
        indexes: ClassVar = [models.Index(fields=["household_id", "-since"], name="emergencyaccess_by_home")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.household_id}"
