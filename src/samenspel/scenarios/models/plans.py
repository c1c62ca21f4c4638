"""The perspective plan of a household: its options, what they change, how they were weighed and decided."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from rekenmodel.costs import Period, Unit
from rekenmodel.values import Law, LifeDomain, Payer, PriceConcept, Purpose
from samenspel.households.models import Household, HouseholdRow
from samenspel.kit.constraints import check, coded, in_order, same_owner, together
from samenspel.scenarios.rules.codes import EditKind, Kept, KnotKind, OptionKind, PlanStatus, Side, Spread


class PerspectivePlan(HouseholdRow):
    """What a household wants in a year and what stands in its way (perspectiefplan)."""

    status = models.CharField("hoe ver", max_length=20)
    started_on = models.DateField("begonnen op")
    months = models.PositiveSmallIntegerField("maanden vooruit")
    knot = models.TextField("wat alles blokkeert", blank=True)
    knot_kind = models.CharField("soort knoop", max_length=20, null=True, blank=True)
    first_step = models.TextField("wat eerst moet", blank=True)
    support = models.TextField("wat daarbij nodig is", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "perspectiefplan"
        verbose_name_plural = "perspectiefplannen"
        constraints: ClassVar = [
            same_owner("plan_id_own", "id", "household_id"),
            coded("plan_status_known", "status", PlanStatus),
            coded("plan_knot_known", "knot_kind", KnotKind, empty=True),
            check("plan_months_range", Q(months__gte=1, months__lte=120)),
        ]


class PlanWords(models.Model):
    """A plan takes over words of the household, by their key (woorden in plan)."""

    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    plan = models.ForeignKey(PerspectivePlan, models.CASCADE, verbose_name="plan", related_name="+")
    word = models.CharField("welke woorden", max_length=40)

    class Meta:
        verbose_name = "woorden in plan"
        verbose_name_plural = "woorden in plan"
        constraints: ClassVar = [
            same_owner("planwords_plan_own", "plan_id", "household_id"),
            models.UniqueConstraint(fields=["plan", "word"], name="planwords_once"),
        ]

    def __str__(self) -> str:
        return self.word


class Option(HouseholdRow):
    """A way to go on; its edits make it a scenario (mogelijkheid)."""

    plan = models.ForeignKey(PerspectivePlan, models.RESTRICT, verbose_name="plan", related_name="+")
    title = models.CharField("mogelijkheid", max_length=200)
    kind = models.CharField("soort", max_length=20)
    note = models.TextField("wat houdt het in", blank=True)
    carried_by = models.CharField("wie voert het uit", max_length=200, blank=True)
    fund = models.CharField("uit welk potje", max_length=200, blank=True)
    fund_cents = models.BigIntegerField("bedrag in centen", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "mogelijkheid"
        verbose_name_plural = "mogelijkheden"
        constraints: ClassVar = [
            same_owner("option_id_own", "id", "household_id"),
            same_owner("option_plan_own", "plan_id", "household_id"),
            coded("option_kind_known", "kind", OptionKind),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(kind=OptionKind.AS_NOW), name="option_as_now_once"
            ),
        ]


class PlannedEdit(HouseholdRow):
    """What an option changes in help, payments or events (ingreep)."""

    option = models.ForeignKey(Option, models.RESTRICT, verbose_name="mogelijkheid", related_name="+")
    kind = models.CharField("soort", max_length=20)
    on = models.DateField("vanaf")
    until = models.DateField("tot en met", null=True, blank=True)
    help = models.CharField("welke hulp", max_length=40, blank=True)
    title = models.CharField("wat", max_length=200, blank=True)
    organisation = models.CharField("door wie", max_length=200, blank=True)
    purpose = models.CharField("waarvoor", max_length=20, null=True, blank=True)
    quantity = models.DecimalField("hoeveel", max_digits=8, decimal_places=2, null=True, blank=True)
    unit = models.CharField("eenheid", max_length=20, null=True, blank=True)
    per = models.CharField("per", max_length=20, null=True, blank=True)
    law = models.CharField("wet", max_length=20, null=True, blank=True)
    payer = models.CharField("betaler", max_length=20, null=True, blank=True)
    price_key = models.CharField("prijs uit de lijst", max_length=120, blank=True)
    price_cents = models.BigIntegerField("prijs in centen", null=True, blank=True)
    price_low_cents = models.BigIntegerField("laagste prijs in centen", null=True, blank=True)
    price_high_cents = models.BigIntegerField("hoogste prijs in centen", null=True, blank=True)
    price_year = models.PositiveSmallIntegerField("prijspeil", null=True, blank=True)
    price_concept = models.CharField("soort prijs", max_length=20, null=True, blank=True)
    price_source = models.CharField("bron van de prijs", max_length=200, blank=True)
    event = models.CharField("welke gebeurtenis", max_length=120, blank=True)
    odds = models.FloatField("factor op de kans", null=True, blank=True)
    confidence = models.PositiveSmallIntegerField("hoe zeker", null=True, blank=True)
    note = models.TextField("toelichting", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "ingreep"
        verbose_name_plural = "ingrepen"
        constraints: ClassVar = [
            same_owner("edit_id_own", "id", "household_id"),
            same_owner("edit_option_own", "option_id", "household_id"),
            coded("edit_kind_known", "kind", EditKind),
            coded("edit_purpose_known", "purpose", Purpose, empty=True),
            coded("edit_unit_known", "unit", Unit, empty=True),
            coded("edit_per_known", "per", Period, empty=True),
            coded("edit_law_known", "law", Law, empty=True),
            coded("edit_payer_known", "payer", Payer, empty=True),
            coded("edit_concept_known", "price_concept", PriceConcept, empty=True),
            in_order("edit_until_after_on", "on", "until"),
            together("edit_quantity_whole", "quantity", "unit", "per"),
            check("edit_odds_not_negative", Q(odds__isnull=True) | Q(odds__gte=0)),
            check("edit_confidence", Q(confidence__isnull=True) | Q(confidence__gte=1, confidence__lte=10)),
            check(
                "edit_subject",
                Q(kind=EditKind.EVENT, odds__isnull=False) & ~Q(event="")
                | Q(kind__in=[EditKind.STOP, EditKind.CHANGE]) & ~Q(help="")
                | Q(kind=EditKind.START) & (~Q(help="") | ~Q(title=""))
                | Q(kind=EditKind.PAY, price_cents__isnull=False) & ~Q(title=""),
            ),
        ]


class EditDomain(models.Model):
    """An edit works on a life domain (leefgebied van ingreep)."""

    household = models.ForeignKey(Household, models.CASCADE, verbose_name="huishouden", related_name="+")
    edit = models.ForeignKey(PlannedEdit, models.CASCADE, verbose_name="ingreep", related_name="+")
    domain = models.CharField("leefgebied", max_length=20)

    class Meta:
        verbose_name = "leefgebied van ingreep"
        verbose_name_plural = "leefgebieden van ingreep"
        constraints: ClassVar = [
            same_owner("editdomain_edit_own", "edit_id", "household_id"),
            coded("editdomain_known", "domain", LifeDomain),
            models.UniqueConstraint(fields=["edit", "domain"], name="editdomain_once"),
        ]

    def __str__(self) -> str:
        return self.domain


class Belief(HouseholdRow):
    """What the people of a plan think of one uncertain number (inschatting)."""

    plan = models.ForeignKey(PerspectivePlan, models.RESTRICT, verbose_name="plan", related_name="+")
    about = models.CharField("waarover", max_length=120)
    shape = models.CharField("verdeling", max_length=20)
    low = models.FloatField("laag")
    mid = models.FloatField("midden")
    high = models.FloatField("hoog")
    source = models.CharField("bron", max_length=200)
    confidence = models.PositiveSmallIntegerField("hoe zeker")
    entered_by = models.CharField("ingevuld door", max_length=200)

    class Meta(HouseholdRow.Meta):
        verbose_name = "inschatting"
        verbose_name_plural = "inschattingen"
        constraints: ClassVar = [
            same_owner("belief_id_own", "id", "household_id"),
            same_owner("belief_plan_own", "plan_id", "household_id"),
            coded("belief_shape_known", "shape", Spread),
            check("belief_in_order", Q(low__lte=F("mid"), mid__lte=F("high"))),
            check("belief_confidence", Q(confidence__gte=1, confidence__lte=10)),
            check("belief_has_source", ~Q(source="")),
            models.UniqueConstraint(fields=["plan", "about"], name="belief_once"),
        ]


class LegalGround(HouseholdRow):
    """An article that allows an option, and how to argue it (juridische grond)."""

    option = models.ForeignKey(Option, models.RESTRICT, verbose_name="mogelijkheid", related_name="+")
    basis = models.CharField("artikel", max_length=120)
    decision_form = models.CharField("als welk besluit", max_length=200, blank=True)
    argument = models.TextField("zo legt u het uit", blank=True)
    counter_argument = models.TextField("wat er tegenin te brengen is", blank=True)
    confirmed_by = models.CharField("nagekeken door", max_length=200, blank=True)
    confirmed_on = models.DateField("nagekeken op", null=True, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "juridische grond"
        verbose_name_plural = "juridische gronden"
        constraints: ClassVar = [
            same_owner("ground_id_own", "id", "household_id"),
            same_owner("ground_option_own", "option_id", "household_id"),
            check("ground_has_basis", ~Q(basis="")),
            check("ground_confirmed_by_somebody", Q(confirmed_on__isnull=True) | ~Q(confirmed_by="")),
        ]


class Judgement(HouseholdRow):
    """What one person finds of one side of the triangle, and on what ground (oordeel)."""

    option = models.ForeignKey(Option, models.RESTRICT, verbose_name="mogelijkheid", related_name="+")
    side = models.CharField("kant", max_length=20)
    author = models.CharField("wie", max_length=200)
    author_id = models.BigIntegerField("gebruiker", null=True, blank=True)
    on = models.DateField("op")
    answer = models.TextField("antwoord", blank=True)
    evidence = models.TextField("waar blijkt dat uit", blank=True)
    score = models.PositiveSmallIntegerField("0 tot 4", null=True, blank=True)
    dissent = models.TextField("ik zie het anders", blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "oordeel"
        verbose_name_plural = "oordelen"
        constraints: ClassVar = [
            same_owner("judgement_id_own", "id", "household_id"),
            same_owner("judgement_option_own", "option_id", "household_id"),
            coded("judgement_side_known", "side", Side),
            check("judgement_score", Q(score__isnull=True) | Q(score__lte=4)),
            models.UniqueConstraint(fields=["option", "side", "author"], name="judgement_once"),
        ]


class PlanDecision(HouseholdRow):
    """What was decided on a plan: by whom, on what mandate, under which conditions (besluit over plan)."""

    plan = models.ForeignKey(PerspectivePlan, models.RESTRICT, verbose_name="plan", related_name="+")
    option = models.ForeignKey(Option, models.RESTRICT, verbose_name="mogelijkheid", related_name="+")
    on = models.DateField("op")
    decided_by = models.CharField("door", max_length=200)
    mandate = models.CharField("mag dat omdat", max_length=200)
    ceiling_cents = models.BigIntegerField("hoogstens, in centen", null=True, blank=True)
    conditions = models.TextField("voorwaarden", blank=True)
    reason = models.TextField("reden")
    dissent = models.TextField("wie zag het anders", blank=True)
    decision = models.CharField("besluit op de gezinspagina", max_length=40, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "besluit over plan"
        verbose_name_plural = "besluiten over plan"
        constraints: ClassVar = [
            same_owner("plandecision_id_own", "id", "household_id"),
            same_owner("plandecision_plan_own", "plan_id", "household_id"),
            same_owner("plandecision_option_own", "option_id", "household_id"),
            check("plandecision_whole", ~Q(reason="") & ~Q(decided_by="") & ~Q(mandate="")),
        ]


class FollowUp(HouseholdRow):
    """A moment to look back: does the step still stand, and what did it bring (terugkijkmoment)."""

    plan = models.ForeignKey(PerspectivePlan, models.RESTRICT, verbose_name="plan", related_name="+")
    months = models.PositiveSmallIntegerField("na hoeveel maanden")
    due = models.DateField("terugkijken op")
    done_on = models.DateField("teruggekeken op", null=True, blank=True)
    kept = models.CharField("staat de stap nog", max_length=20, null=True, blank=True)
    found = models.TextField("wat zagen we", blank=True)
    realised_cents = models.BigIntegerField("werkelijk verschil in centen", null=True, blank=True)
    by = models.CharField("door", max_length=200, blank=True)

    class Meta(HouseholdRow.Meta):
        verbose_name = "terugkijkmoment"
        verbose_name_plural = "terugkijkmomenten"
        constraints: ClassVar = [
            same_owner("followup_id_own", "id", "household_id"),
            same_owner("followup_plan_own", "plan_id", "household_id"),
            coded("followup_kept_known", "kept", Kept, empty=True),
            check("followup_months_range", Q(months__gte=1, months__lte=60)),
            check("followup_kept_when_done", Q(kept__isnull=True) | Q(done_on__isnull=False)),
        ]
