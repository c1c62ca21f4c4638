"""What happened, what the household says itself, and how the process stands."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from rekenmodel.signals import EventKind, ProcessState
from samenspel.households.models.base import Household, HouseholdRow
from samenspel.households.models.people import Person, Supporter
from samenspel.households.rules.codes import WordsKind
from samenspel.households.rules.record import VOTER_KEY
from samenspel.kit.constraints import check, coded, in_order, one_of, same_owner


class Event(HouseholdRow):
    """Something that happened (gebeurtenis)."""

    title = models.CharField("gebeurtenis", max_length=200)
    kind = models.CharField("soort", max_length=20)
    on = models.DateField("op")
    person = models.ForeignKey(
        Person, models.RESTRICT, verbose_name="van wie", related_name="+", null=True, blank=True
    )
    life_threatening = models.BooleanField("levensgevaar", default=False)

    class Meta(HouseholdRow.Meta):
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        constraints: ClassVar = [
            same_owner("event_id_own", "id", "household_id"),
            same_owner("event_person_own", "person_id", "household_id"),
            coded("event_kind_known", "kind", EventKind),
            check("event_danger_is_crisis", Q(life_threatening=False) | Q(kind=EventKind.CRISIS)),
        ]


class Words(HouseholdRow):
    """The household's own words (eigen woorden)."""

    kind = models.CharField("op welke vraag", max_length=20)
    text = models.TextField("eigen woorden")
    person = models.ForeignKey(
        Person, models.RESTRICT, verbose_name="wie", related_name="+", null=True, blank=True
    )
    supporter = models.ForeignKey(
        Supporter, models.RESTRICT, verbose_name="welke naaste", related_name="+", null=True, blank=True
    )
    on = models.DateField("op")

    class Meta(HouseholdRow.Meta):
        verbose_name = "eigen woorden"
        verbose_name_plural = "eigen woorden"
        constraints: ClassVar = [
            same_owner("words_id_own", "id", "household_id"),
            same_owner("words_person_own", "person_id", "household_id"),
            same_owner("words_supporter_own", "supporter_id", "household_id"),
            coded("words_kind_known", "kind", WordsKind),
            one_of("words_at_most_one_voice", ["person", "supporter"], at_least=0),
            check("words_not_empty", ~Q(text="")),
        ]


class State(HouseholdRow):
    """The state of the process on a day: computed, voted and agreed (processtand)."""

    on = models.DateField("op")
    agreed = models.CharField("afgesproken stand", max_length=20, null=True, blank=True)
    computed = models.CharField("berekende stand", max_length=20, null=True, blank=True)
    rule_version = models.CharField("versie van de regel", max_length=200, blank=True)
    signal_values = models.JSONField("waarden", default=dict, blank=True)
    reason = models.TextField("reden", blank=True)
    next_review = models.DateField("kijken we weer op", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "processtand"
        verbose_name_plural = "processtanden"
        constraints: ClassVar = [
            same_owner("state_id_own", "id", "household_id"),
            coded("state_agreed_known", "agreed", ProcessState, empty=True),
            coded("state_computed_known", "computed", ProcessState, empty=True),
            check("state_computed_has_version", Q(computed__isnull=True) | ~Q(rule_version="")),
            check("state_agreed_has_reason", Q(agreed__isnull=True) | ~Q(reason="")),
            in_order("state_review_after", "on", "next_review"),
        ]


class StateVote(models.Model):
    """What one person says of the process (stem)."""

    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    row = models.ForeignKey(State, models.CASCADE, verbose_name="processtand", related_name="+")
    voter = models.CharField("wie", max_length=200)
    voter_key = models.CharField("wiens stem", max_length=VOTER_KEY)
    state = models.CharField("stand", max_length=20, null=True, blank=True)
    goal_agreement = models.DecimalField(
        "willen we hetzelfde", max_digits=3, decimal_places=1, null=True, blank=True
    )
    cause_known = models.DecimalField(
        "weten we wat helpt", max_digits=3, decimal_places=1, null=True, blank=True
    )

    class Meta:
        verbose_name = "stem"
        verbose_name_plural = "stemmen"
        constraints: ClassVar = [
            same_owner("statevote_row_own", "row_id", "household_id"),
            coded("statevote_state_known", "state", ProcessState, empty=True),
            models.UniqueConstraint(fields=["row", "voter_key"], name="statevote_once"),
            check("statevote_has_voter", ~Q(voter_key="")),
            check(
                "statevote_marks",
                (Q(goal_agreement__isnull=True) | Q(goal_agreement__gte=0, goal_agreement__lte=10))
                & (Q(cause_known__isnull=True) | Q(cause_known__gte=0, cause_known__lte=10)),
            ),
        ]

    def __str__(self) -> str:
        return self.voter
