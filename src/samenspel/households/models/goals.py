"""What should become better: goals and problems."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rekenmodel.values import LifeDomain
from samenspel.households.models.base import HouseholdRow
from samenspel.households.models.people import Person
from samenspel.kit.constraints import check, coded, in_order, same_owner


class Goal(HouseholdRow):
    """A goal in own words and in the words of professionals (doel)."""

    title = models.CharField("doel", max_length=200)
    own_words = models.TextField("in eigen woorden", blank=True)
    domain = models.CharField("leefgebied", max_length=20, null=True, blank=True)
    person = models.ForeignKey(
        Person, models.RESTRICT, verbose_name="van wie", related_name="+", null=True, blank=True
    )
    horizon = models.DateField("bereikt op", null=True, blank=True)
    since = models.DateField("sinds", null=True, blank=True)
    closed_on = models.DateField("afgesloten op", null=True, blank=True)
    reached = models.BooleanField("gelukt", default=False)

    class Meta(HouseholdRow.Meta):
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        constraints: ClassVar = [
            same_owner("goal_id_own", "id", "household_id"),
            same_owner("goal_person_own", "person_id", "household_id"),
            coded("goal_domain_known", "domain", LifeDomain, empty=True),
            in_order("goal_closed_after_since", "since", "closed_on"),
            in_order("goal_horizon_after_since", "since", "horizon"),
            check("goal_reached_when_closed", Q(reached=False) | Q(closed_on__isnull=False)),
        ]


class Problem(HouseholdRow):
    """Something that is wrong, in plain words (probleem)."""

    title = models.CharField("probleem", max_length=200)
    note = models.TextField("toelichting", blank=True)
    domain = models.CharField("leefgebied", max_length=20)
    since = models.DateField("sinds", null=True, blank=True)
    solved_on = models.DateField("opgelost op", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "probleem"
        verbose_name_plural = "problemen"
        constraints: ClassVar = [
            same_owner("problem_id_own", "id", "household_id"),
            coded("problem_domain_known", "domain", LifeDomain),
            in_order("problem_solved_after_since", "since", "solved_on"),
        ]
