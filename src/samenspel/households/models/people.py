"""The people of a household, how they relate, and who is close."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from samenspel.households.models.base import HouseholdRow
from samenspel.households.rules.codes import Authority, RelationKind, Tie
from samenspel.kit.constraints import check, coded, in_order, same_owner


class Case(HouseholdRow):
    """A period in which the network works together around a household (casus)."""

    title = models.CharField("titel", max_length=200, blank=True)
    opened_on = models.DateField("geopend op")
    closed_on = models.DateField("gesloten op", null=True, blank=True)
    next_meeting_at = models.DateTimeField("volgend gesprek", null=True, blank=True)
    next_meeting_where = models.CharField("waar", max_length=200, blank=True)
    next_meeting_note = models.TextField("over het gesprek", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "casus"
        verbose_name_plural = "casussen"
        constraints: ClassVar = [
            same_owner("case_id_own", "id", "household_id"),
            in_order("case_closed_after_opened", "opened_on", "closed_on"),
            models.UniqueConstraint(fields=["household"], condition=Q(closed_on=None), name="case_one_open"),
        ]


class Person(HouseholdRow):
    """Somebody who belongs to a household (persoon)."""

    name = models.CharField("naam", max_length=200)
    role = models.CharField("rol in het gezin", max_length=200, blank=True)
    birth_date = models.DateField("geboren op", null=True, blank=True)
    in_house = models.BooleanField("woont in huis", default=True)
    lives_at = models.CharField("woont bij", max_length=200, blank=True)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)
    bsn_digest = models.CharField("kenmerk van het BSN", max_length=64, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints: ClassVar = [
            same_owner("person_id_own", "id", "household_id"),
            in_order("person_until_after_since", "since", "until"),
            check("person_lives_elsewhere_only", Q(in_house=False) | Q(lives_at="")),
            models.UniqueConstraint(
                fields=["household", "bsn_digest"], condition=~Q(bsn_digest=""), name="person_bsn_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["bsn_digest"], condition=~Q(bsn_digest=""), name="person_bsn")
        ]


class Relation(HouseholdRow):
    """How two persons relate, with parental authority of the first over the second (relatie)."""

    person = models.ForeignKey(Person, models.RESTRICT, verbose_name="persoon", related_name="+")
    other = models.ForeignKey(Person, models.RESTRICT, verbose_name="van", related_name="+")
    kind = models.CharField("soort", max_length=20)
    authority = models.CharField("ouderlijk gezag", max_length=20, default=Authority.NONE)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "relatie"
        verbose_name_plural = "relaties"
        constraints: ClassVar = [
            same_owner("relation_id_own", "id", "household_id"),
            same_owner("relation_person_own", "person_id", "household_id"),
            same_owner("relation_other_own", "other_id", "household_id"),
            coded("relation_kind_known", "kind", RelationKind),
            coded("relation_authority_known", "authority", Authority),
            check("relation_two_persons", ~Q(person=F("other"))),
            check(
                "relation_authority_of_parent",
                Q(authority=Authority.NONE)
                | Q(
                    kind__in=[
                        RelationKind.PARENT,
                        RelationKind.STEP_PARENT,
                        RelationKind.FOSTER_PARENT,
                        RelationKind.GRANDPARENT,
                        RelationKind.GUARDIAN,
                    ]
                ),
            ),
            in_order("relation_until_after_since", "since", "until"),
        ]


class Supporter(HouseholdRow):
    """Somebody close who helps without being paid for it (naaste)."""

    name = models.CharField("naam", max_length=200)
    relation = models.CharField("wie is het", max_length=200, blank=True)
    tie = models.CharField("band", max_length=20, default=Tie.SOME)
    gives = models.CharField("doet", max_length=200, blank=True)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("tot", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "naaste"
        verbose_name_plural = "naasten"
        constraints: ClassVar = [
            same_owner("supporter_id_own", "id", "household_id"),
            coded("supporter_tie_known", "tie", Tie),
            in_order("supporter_until_after_since", "since", "until"),
        ]
