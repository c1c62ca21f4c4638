"""Who leads on what, what is agreed, what still has to happen, and what was decided."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rekenmodel.signals import LeadScope
from rekenmodel.values import LifeDomain
from samenspel.households.models.base import Household, HouseholdRow
from samenspel.households.models.goals import Goal
from samenspel.households.models.help import Help
from samenspel.households.models.people import Person, Supporter
from samenspel.households.rules.codes import MandateItem
from samenspel.kit.constraints import check, coded, in_order, one_of, same_owner
from samenspel.network.models import Professional

NOTHING_ELSE = Q(domain__isnull=True, help__isnull=True, goal__isnull=True)


class Lead(HouseholdRow):
    """Somebody leads on something and may decide on it (regie)."""

    scope = models.CharField("waarop", max_length=20)
    professional = models.ForeignKey(
        Professional, models.RESTRICT, verbose_name="wie", related_name="+", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.RESTRICT, verbose_name="wie van het gezin", related_name="+", null=True, blank=True
    )
    supporter = models.ForeignKey(
        Supporter, models.RESTRICT, verbose_name="welke naaste", related_name="+", null=True, blank=True
    )
    domain = models.CharField("leefgebied", max_length=20, null=True, blank=True)
    help = models.ForeignKey(
        Help, models.RESTRICT, verbose_name="hulp", related_name="+", null=True, blank=True
    )
    goal = models.ForeignKey(
        Goal, models.RESTRICT, verbose_name="doel", related_name="+", null=True, blank=True
    )
    mandate_note = models.CharField("mag zelf beslissen over", max_length=200, blank=True)
    deputy = models.ForeignKey(
        Professional, models.SET_NULL, verbose_name="vervanger", related_name="+", null=True, blank=True
    )
    deputy_person = models.ForeignKey(
        Person,
        models.RESTRICT,
        verbose_name="vervanger uit het gezin",
        related_name="+",
        null=True,
        blank=True,
    )
    deputy_supporter = models.ForeignKey(
        Supporter,
        models.RESTRICT,
        verbose_name="vervanger van dichtbij",
        related_name="+",
        null=True,
        blank=True,
    )
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    accepted = models.BooleanField("heeft ja gezegd", default=True)
    review_on = models.DateField("kijken we weer op", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "regie"
        verbose_name_plural = "regie"
        constraints: ClassVar = [
            same_owner("lead_id_own", "id", "household_id"),
            same_owner("lead_person_own", "person_id", "household_id"),
            same_owner("lead_supporter_own", "supporter_id", "household_id"),
            same_owner("lead_help_own", "help_id", "household_id"),
            same_owner("lead_goal_own", "goal_id", "household_id"),
            coded("lead_scope_known", "scope", LeadScope),
            coded("lead_domain_known", "domain", LifeDomain, empty=True),
            same_owner("lead_deputy_person_own", "deputy_person_id", "household_id"),
            same_owner("lead_deputy_supporter_own", "deputy_supporter_id", "household_id"),
            one_of("lead_one_holder", ["professional", "person", "supporter"]),
            one_of("lead_one_deputy", ["deputy", "deputy_person", "deputy_supporter"], at_least=0),
            check(
                "lead_scope_has_subject",
                Q(scope=LeadScope.DOMAIN, domain__isnull=False, help__isnull=True, goal__isnull=True)
                | Q(scope=LeadScope.HELP, help__isnull=False, domain__isnull=True, goal__isnull=True)
                | Q(scope=LeadScope.GOAL, goal__isnull=False, domain__isnull=True, help__isnull=True)
                | (~Q(scope__in=[LeadScope.DOMAIN, LeadScope.HELP, LeadScope.GOAL]) & NOTHING_ELSE),
            ),
            in_order("lead_until_after_since", "since", "until"),
            in_order("lead_review_after_since", "since", "review_on"),
        ]


class LeadMandate(models.Model):
    """An item of the catalogue that belongs to a lead (mandaat)."""

    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    lead = models.ForeignKey(Lead, models.CASCADE, verbose_name="regie", related_name="+")
    item = models.CharField("mag", max_length=30)

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        constraints: ClassVar = [
            same_owner("leadmandate_lead_own", "lead_id", "household_id"),
            coded("leadmandate_item_known", "item", MandateItem),
            models.UniqueConstraint(fields=["lead", "item"], name="leadmandate_once"),
        ]

    def __str__(self) -> str:
        return self.item


class Agreement(HouseholdRow):
    """What was agreed, with whom (afspraak)."""

    title = models.CharField("afspraak", max_length=200)
    parties = models.CharField("met wie", max_length=200, blank=True)
    agreed_on = models.DateField("afgesproken op", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    kept = models.CharField("hoe het loopt", max_length=200, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        constraints: ClassVar = [
            same_owner("agreement_id_own", "id", "household_id"),
            in_order("agreement_until_after_agreed", "agreed_on", "until"),
        ]


class Action(HouseholdRow):
    """Something somebody will do by a day (actie)."""

    title = models.CharField("actie", max_length=200)
    professional = models.ForeignKey(
        Professional, models.RESTRICT, verbose_name="wie", related_name="+", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.RESTRICT, verbose_name="wie van het gezin", related_name="+", null=True, blank=True
    )
    supporter = models.ForeignKey(
        Supporter, models.RESTRICT, verbose_name="welke naaste", related_name="+", null=True, blank=True
    )
    due = models.DateField("klaar op", null=True, blank=True)
    agreed_on = models.DateField("afgesproken op", null=True, blank=True)
    done_on = models.DateField("gedaan op", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "actie"
        verbose_name_plural = "acties"
        constraints: ClassVar = [
            same_owner("action_id_own", "id", "household_id"),
            same_owner("action_person_own", "person_id", "household_id"),
            same_owner("action_supporter_own", "supporter_id", "household_id"),
            one_of("action_at_most_one_owner", ["professional", "person", "supporter"], at_least=0),
            in_order("action_due_after_agreed", "agreed_on", "due"),
            in_order("action_done_after_agreed", "agreed_on", "done_on"),
        ]


class Decision(HouseholdRow):
    """What was decided, why, by whom, and who saw it otherwise (besluit)."""

    title = models.CharField("besluit", max_length=200)
    on = models.DateField("op")
    reason = models.TextField("reden")
    decided_by = models.CharField("door", max_length=200, blank=True)
    dissent = models.TextField("wie zag het anders", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        constraints: ClassVar = [
            same_owner("decision_id_own", "id", "household_id"),
            check("decision_has_reason", ~Q(reason="")),
        ]
