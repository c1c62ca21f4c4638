"""Who stands in what relation to which household, from when until when."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samenspel.access.rules import Role
from samenspel.kit.constraints import check, coded

HOUSEHOLD_ROLES = (Role.CASE_LEAD, Role.HELPER, Role.FAMILY, Role.SUPPORTER, Role.MANAGER)
GENERAL_ROLES = (Role.CASE_LEAD, Role.HELPER, Role.MANAGER, Role.ADMINISTRATOR)


class Membership(models.Model):
    """Somebody takes part around a household for a time (deelname)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="gebruiker", related_name="+"
    )
    household_id = models.CharField("huishouden", max_length=32)
    role = models.CharField("rol", max_length=20)
    person_key = models.CharField("is in het gezin", max_length=40, blank=True)
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering: ClassVar = ["household_id", "user_id"]
        constraints: ClassVar = [
            coded("membership_role_known", "role", HOUSEHOLD_ROLES),
            check("membership_until_after_since", models.Q(until__gt=models.F("since"))),
            models.UniqueConstraint(fields=["user", "household_id"], name="membership_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["household_id"], name="membership_by_household")]

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
