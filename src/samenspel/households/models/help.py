"""Help: what is done, for whom, by whom, why, since when, how much and who pays."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rekenmodel.costs import Period, Unit
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose
from samenspel.households.models.base import Household, HouseholdRow
from samenspel.households.models.goals import Goal
from samenspel.households.models.people import Person, Supporter
from samenspel.households.rules.codes import EffectLayer, Evidence
from samenspel.kit.constraints import check, coded, in_order, one_of, same_owner, together
from samenspel.network.models import Organisation, Professional


class Help(HouseholdRow):
    """One line of help (hulp)."""

    title = models.CharField("hulp", max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.RESTRICT, verbose_name="organisatie", related_name="+", null=True, blank=True
    )
    professional = models.ForeignKey(
        Professional, models.RESTRICT, verbose_name="door wie", related_name="+", null=True, blank=True
    )
    supporter = models.ForeignKey(
        Supporter, models.RESTRICT, verbose_name="door welke naaste", related_name="+", null=True, blank=True
    )
    purpose = models.CharField("waarvoor", max_length=20, null=True, blank=True)
    purpose_note = models.CharField("waarvoor, in woorden", max_length=200, blank=True)
    expected_effect = models.TextField("verwacht effect", blank=True)
    waiting_since = models.DateField("wacht sinds", null=True, blank=True)
    since = models.DateField("sinds", null=True, blank=True)
    until = models.DateField("gestopt op", null=True, blank=True)
    planned_end = models.DateField("afgesproken einde", null=True, blank=True)
    stays = models.BooleanField("blijft", default=False)
    stopped_unfinished = models.BooleanField("gestopt zonder af te zijn", default=False)
    stop_reason = models.CharField("waarom gestopt", max_length=200, blank=True)
    evaluation_on = models.DateField("samen kijken op", null=True, blank=True)
    contacts_per_week = models.DecimalField(
        "contacten per week", max_digits=8, decimal_places=2, null=True, blank=True
    )
    quantity = models.DecimalField("hoeveel", max_digits=8, decimal_places=2, null=True, blank=True)
    unit = models.CharField("eenheid", max_length=20, null=True, blank=True)
    per = models.CharField("per", max_length=20, null=True, blank=True)
    law = models.CharField("wet", max_length=20, null=True, blank=True)
    product_code = models.CharField("productcode", max_length=20, blank=True)
    payer = models.CharField("betaler", max_length=20, null=True, blank=True)
    payer_name = models.CharField("welke betaler", max_length=200, blank=True)
    payer_disputed = models.BooleanField("betaler niet eens", default=False)
    price_key = models.CharField("prijs uit de lijst", max_length=120, blank=True)
    price_cents = models.BigIntegerField("prijs in centen", null=True, blank=True)
    price_low_cents = models.BigIntegerField("laagste prijs in centen", null=True, blank=True)
    price_high_cents = models.BigIntegerField("hoogste prijs in centen", null=True, blank=True)
    price_year = models.PositiveSmallIntegerField("prijspeil", null=True, blank=True)
    price_concept = models.CharField("soort prijs", max_length=20, null=True, blank=True)
    price_source = models.CharField("bron van de prijs", max_length=200, blank=True)
    budget_cents = models.BigIntegerField("budget in centen", null=True, blank=True)
    note = models.TextField("toelichting", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "hulp"
        verbose_name_plural = "hulp"
        constraints: ClassVar = [
            same_owner("help_id_own", "id", "household_id"),
            same_owner("help_supporter_own", "supporter_id", "household_id"),
            one_of("help_by_somebody", ["organisation", "professional", "supporter"], at_most=3),
            coded("help_purpose_known", "purpose", Purpose, empty=True),
            coded("help_unit_known", "unit", Unit, empty=True),
            coded("help_per_known", "per", Period, empty=True),
            coded("help_law_known", "law", Law, empty=True),
            coded("help_payer_known", "payer", Payer, empty=True),
            coded("help_price_concept_known", "price_concept", PriceConcept, empty=True),
            in_order("help_until_after_since", "since", "until"),
            in_order("help_planned_end_after_since", "since", "planned_end"),
            in_order("help_since_after_waiting", "waiting_since", "since"),
            in_order("help_evaluation_after_since", "since", "evaluation_on"),
            check("help_stopped_had_started", Q(until__isnull=True) | Q(since__isnull=False)),
            check("help_unfinished_when_stopped", Q(stopped_unfinished=False) | Q(until__isnull=False)),
            check("help_stays_or_ends", Q(stays=False) | Q(planned_end__isnull=True)),
            together("help_quantity_has_unit", "quantity", "unit", "per"),
            together("help_price_has_concept", "price_cents", "price_concept"),
            check("help_price_has_source", Q(price_cents__isnull=True) | ~Q(price_source="")),
            check(
                "help_price_in_band",
                (Q(price_low_cents__isnull=True) | Q(price_low_cents__lte=F("price_cents")))
                & (Q(price_high_cents__isnull=True) | Q(price_high_cents__gte=F("price_cents"))),
            ),
            check(
                "help_band_has_price",
                Q(price_cents__isnull=False) | Q(price_low_cents__isnull=True, price_high_cents__isnull=True),
            ),
            check(
                "help_amounts_positive",
                (Q(quantity__isnull=True) | Q(quantity__gte=0))
                & (Q(contacts_per_week__isnull=True) | Q(contacts_per_week__gte=0))
                & (Q(price_cents__isnull=True) | Q(price_cents__gte=0))
                & (Q(price_low_cents__isnull=True) | Q(price_low_cents__gte=0))
                & (Q(budget_cents__isnull=True) | Q(budget_cents__gte=0)),
            ),
        ]


class HelpLink(models.Model):
    """A link from a line of help, within one household."""

    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    help = models.ForeignKey(Help, models.CASCADE, verbose_name="hulp", related_name="+")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class HelpDomain(HelpLink):
    """Help works on a life domain (leefgebied van hulp)."""

    domain = models.CharField("leefgebied", max_length=20)

    class Meta:
        verbose_name = "leefgebied van hulp"
        verbose_name_plural = "leefgebieden van hulp"
        constraints: ClassVar = [
            same_owner("helpdomain_help_own", "help_id", "household_id"),
            coded("helpdomain_domain_known", "domain", LifeDomain),
            models.UniqueConstraint(fields=["help", "domain"], name="helpdomain_once"),
        ]


class HelpPerson(HelpLink):
    """Help is meant for a person (hulp voor wie)."""

    person = models.ForeignKey(Person, models.RESTRICT, verbose_name="voor wie", related_name="+")

    class Meta:
        verbose_name = "hulp voor wie"
        verbose_name_plural = "hulp voor wie"
        constraints: ClassVar = [
            same_owner("helpperson_help_own", "help_id", "household_id"),
            same_owner("helpperson_person_own", "person_id", "household_id"),
            models.UniqueConstraint(fields=["help", "person"], name="helpperson_once"),
        ]


class HelpGoal(HelpLink):
    """Help serves a goal (doel van hulp)."""

    goal = models.ForeignKey(Goal, models.RESTRICT, verbose_name="doel", related_name="+")

    class Meta:
        verbose_name = "doel van hulp"
        verbose_name_plural = "doelen van hulp"
        constraints: ClassVar = [
            same_owner("helpgoal_help_own", "help_id", "household_id"),
            same_owner("helpgoal_goal_own", "goal_id", "household_id"),
            models.UniqueConstraint(fields=["help", "goal"], name="helpgoal_once"),
        ]


class HelpConflict(HelpLink):
    """Help that somebody declared to work against other help (hulp die botst)."""

    other = models.ForeignKey(Help, models.RESTRICT, verbose_name="botst met", related_name="+")

    class Meta:
        verbose_name = "hulp die botst"
        verbose_name_plural = "hulp die botst"
        constraints: ClassVar = [
            same_owner("helpconflict_help_own", "help_id", "household_id"),
            same_owner("helpconflict_other_own", "other_id", "household_id"),
            check("helpconflict_two_lines", ~Q(help=F("other"))),
            models.UniqueConstraint(fields=["help", "other"], name="helpconflict_once"),
        ]


class Declaration(HouseholdRow):
    """An amount that was declared or invoiced for a line of help; a credit is negative (declaratie)."""

    help = models.ForeignKey(Help, models.RESTRICT, verbose_name="hulp", related_name="+")
    begin = models.DateField("van")
    end = models.DateField("tot en met")
    cents = models.BigIntegerField("bedrag in centen")
    reference = models.CharField("kenmerk", max_length=200, blank=True)
    corrects = models.CharField("corrigeert", max_length=200, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "declaratie"
        verbose_name_plural = "declaraties"
        constraints: ClassVar = [
            same_owner("declaration_id_own", "id", "household_id"),
            same_owner("declaration_help_own", "help_id", "household_id"),
            in_order("declaration_end_after_begin", "begin", "end"),
            models.UniqueConstraint(
                fields=["help", "reference"], condition=~Q(reference=""), name="declaration_reference_once"
            ),
        ]


class Effect(HouseholdRow):
    """What a line of help brings, for whom, and how sure that is (effect)."""

    help = models.ForeignKey(Help, models.RESTRICT, verbose_name="hulp", related_name="+")
    layer = models.CharField("laag", max_length=20)
    title = models.CharField("effect", max_length=200)
    for_whom = models.CharField("voor wie", max_length=200, blank=True)
    note = models.TextField("toelichting", blank=True)
    evidence = models.CharField("hoe zeker", max_length=20, default=Evidence.ASSUMPTION)
    by = models.DateField("wanneer", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "effect"
        verbose_name_plural = "effecten"
        constraints: ClassVar = [
            same_owner("effect_id_own", "id", "household_id"),
            same_owner("effect_help_own", "help_id", "household_id"),
            coded("effect_layer_known", "layer", EffectLayer),
            coded("effect_evidence_known", "evidence", Evidence),
        ]
