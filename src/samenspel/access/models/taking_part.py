"""Who takes part around which household, for how long, and who let him in."""

from datetime import timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from samenspel.access.models.base import by_user, of_household, of_organisation, of_person
from samenspel.access.rules.words import Role
from samenspel.kit.constraints import check, coded, in_order, together

HOUSEHOLD_ROLES = (
    Role.CASE_LEAD,
    Role.HELPER,
    Role.FAMILY,
    Role.REPRESENTATIVE,
    Role.SUPPORTER,
    Role.MANAGER,
    Role.FACILITATOR,
)
GENERAL_ROLES = (
    Role.CASE_LEAD,
    Role.HELPER,
    Role.MANAGER,
    Role.POLICY,
    Role.ADMINISTRATOR,
    Role.OVERSIGHT,
)
LONGEST_TERM = timedelta(days=184)
"""Six months, whichever they are. Longer only by extending on purpose."""
LONGEST_QUESTION = timedelta(days=14)
ENDINGS = ("extended", "replaced", "stopped", "left")
ANSWERS = ("accepted", "declined", "withdrawn")


class Membership(models.Model):
    """Somebody takes part around a household for a time (deelname). A row is never changed but to end it."""

    user = by_user("gebruiker")
    household_id = of_household()
    role = models.CharField("rol", max_length=20)
    person_key = of_person("is in het gezin", blank=True)
    person_born = models.DateField("die is geboren op", null=True, blank=True)
    organisation = of_organisation("namens")
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")
    granted_by = by_user("toegelaten door", null=True)
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True)
    ended_by = by_user("beëindigd door", null=True)
    ending = models.CharField("waarom beëindigd", max_length=20, null=True, blank=True)

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering: ClassVar = ["household_id", "user_id", "-since", "-pk"]
        constraints: ClassVar = [
            coded("membership_role_known", "role", HOUSEHOLD_ROLES),
            coded("membership_ending_known", "ending", ENDINGS, empty=True),
            check("membership_until_after_since", Q(until__gt=F("since"))),
            check("membership_six_months", Q(until__lte=F("since") + LONGEST_TERM)),
            in_order("membership_ended_after_since", "since", "ended_at"),
            together("membership_ending_whole", "ended_at", "ending"),
            models.UniqueConstraint(
                fields=["user", "household_id"], condition=Q(ended_at=None), name="membership_once"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["household_id"], name="membership_by_household")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.household_id}"


class Referral(models.Model):
    """Somebody is asked to take part, and says yes or no himself (verwijzing)."""

    household_id = of_household()
    user = by_user("wie")
    role = models.CharField("als", max_length=20)
    person_key = of_person("is in het gezin", blank=True)
    by = by_user("gevraagd door")
    why = models.CharField("waarvoor", max_length=200)
    asked_at = models.DateTimeField("gevraagd op")
    until = models.DateTimeField("antwoord voor")
    answer = models.CharField("antwoord", max_length=20, null=True, blank=True)
    answered_at = models.DateTimeField("beantwoord op", null=True, blank=True)
    note = models.CharField("toelichting", max_length=200, blank=True)

    class Meta:
        verbose_name = "verwijzing"
        verbose_name_plural = "verwijzingen"
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            coded("referral_role_known", "role", HOUSEHOLD_ROLES),
            coded("referral_answer_known", "answer", ANSWERS, empty=True),
            together("referral_answer_whole", "answer", "answered_at"),
            check("referral_to_another", ~Q(user=F("by"))),
            check("referral_says_why", ~Q(why="")),
            check("referral_until_after_asked", Q(until__gt=F("asked_at"))),
            check("referral_two_weeks", Q(until__lte=F("asked_at") + LONGEST_QUESTION)),
            in_order("referral_answered_after_asked", "asked_at", "answered_at"),
            models.UniqueConstraint(
                fields=["user", "household_id"], condition=Q(answer=None), name="referral_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.household_id}"


class GeneralRole(models.Model):
    """What somebody may do that concerns no household: the directory, opening a new household (functie)."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="gebruiker", related_name="+"
    )
    role = models.CharField("rol", max_length=20)

    class Meta:
        verbose_name = "functie"
        verbose_name_plural = "functies"
        constraints: ClassVar = [coded("generalrole_role_known", "role", GENERAL_ROLES)]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
