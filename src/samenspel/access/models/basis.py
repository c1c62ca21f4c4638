"""On what a sharing of data rests: the article of the law, the basis for one sharing, and consent."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from samenspel.access.models.base import by_user, of_household, of_organisation, of_person
from samenspel.access.rules.words import AgeBand, Category, GivenBy, GroundKind, Level, Use
from samenspel.kit.constraints import check, coded, in_order

STATES = ("in_force", "bill", "ended")


class LegalBasis(models.Model):
    """An article of a law that a network may lean on, from when until when (wetsartikel).

    Rows come from a list with sources. What nobody read in the source itself is not confirmed, and the page
    says so. A network edits its own rows; nothing in the code names an article.
    """

    network_id = models.CharField("netwerk", max_length=40)
    law = models.CharField("wet", max_length=100)
    article = models.CharField("artikel", max_length=40, blank=True)
    subject = models.CharField("onderwerp", max_length=200)
    allows = models.TextField("wat het mogelijk maakt")
    kind = models.CharField("soort", max_length=40)
    state = models.CharField("stand", max_length=20, default="in_force")
    confirmed = models.BooleanField("gelezen in de bron", default=False)
    text_date = models.DateField("tekst van", null=True, blank=True)
    source_url = models.CharField("bron", max_length=200, blank=True)
    since = models.DateField("geldt vanaf", null=True, blank=True)
    until = models.DateField("geldt tot", null=True, blank=True)

    class Meta:
        verbose_name = "wetsartikel"
        verbose_name_plural = "wetsartikelen"
        ordering: ClassVar = ["law", "article", "subject", "pk"]
        constraints: ClassVar = [
            coded("legalbasis_state_known", "state", STATES),
            check("legalbasis_read_has_date", Q(confirmed=False) | Q(text_date__isnull=False)),
            in_order("legalbasis_until_after_since", "since", "until"),
            models.UniqueConstraint(
                fields=["network_id", "law", "article", "subject", "since"], name="legalbasis_once"
            ),
            models.UniqueConstraint(
                fields=["network_id", "law", "article", "subject"],
                condition=Q(since=None),
                name="legalbasis_once_undated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.law} {self.article}".strip()


class Consent(models.Model):
    """Somebody said yes to sharing one kind of data with one organisation to one end (toestemming)."""

    household_id = of_household()
    person_key = of_person("van wie de gegevens zijn")
    recipient = of_organisation("voor wie")
    category = models.CharField("soort gegevens", max_length=20)
    use = models.CharField("waarvoor", max_length=20)
    band = models.CharField("leeftijd toen", max_length=20)
    given_by = models.CharField("wie ja zei", max_length=20)
    given_at = models.DateTimeField("gegeven op")
    until = models.DateTimeField("tot")
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    evidence = models.CharField("hoe het bleek", max_length=200)
    recorded_by = by_user("opgeschreven door", null=True)

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering: ClassVar = ["-given_at", "-pk"]
        constraints: ClassVar = [
            coded("consent_category_known", "category", Category),
            coded("consent_use_known", "use", Use),
            check(
                "consent_age_rule",
                Q(band=AgeBand.UNDER_12, given_by__in=[GivenBy.PARENTS, GivenBy.BOTH])
                | Q(band=AgeBand.FROM_12, given_by=GivenBy.BOTH)
                | Q(
                    band__in=[AgeBand.FROM_16, AgeBand.UNKNOWN],
                    given_by__in=[GivenBy.PERSON, GivenBy.BOTH],
                ),
            ),
            check("consent_of_somebody", ~Q(person_key="")),
            check("consent_has_evidence", ~Q(evidence="")),
            check("consent_until_after_given", Q(until__gt=F("given_at"))),
            in_order("consent_withdrawn_after_given", "given_at", "withdrawn_at"),
        ]

    def __str__(self) -> str:
        return f"{self.person_key} {self.category} {self.recipient}"


class Ground(models.Model):
    """The basis of one sharing: whose data, for which organisation, what kind, to what end (grondslag).

    An empty person is the whole household. A row is never changed but to withdraw it.
    """

    household_id = of_household()
    person_key = of_person("van wie de gegevens zijn", blank=True)
    recipient = of_organisation("voor wie")
    category = models.CharField("soort gegevens", max_length=20)
    level_max = models.PositiveSmallIntegerField("tot en met klasse")
    use = models.CharField("waarvoor", max_length=20)
    kind = models.CharField("rust op", max_length=20)
    law = models.ForeignKey(
        LegalBasis, models.RESTRICT, verbose_name="wetsartikel", related_name="+", null=True, blank=True
    )
    consent = models.ForeignKey(
        Consent, models.RESTRICT, verbose_name="toestemming", related_name="+", null=True, blank=True
    )
    breaks_secrecy = models.BooleanField("doorbreekt geheimhouding", default=False)
    evidence = models.CharField("waaruit dat blijkt", max_length=200, blank=True)
    since = models.DateTimeField("sinds")
    until = models.DateTimeField("tot")
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)
    withdrawn_by = by_user("ingetrokken door", null=True)
    given_by = by_user("vastgelegd door", null=True)

    class Meta:
        verbose_name = "grondslag"
        verbose_name_plural = "grondslagen"
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            coded("ground_category_known", "category", Category),
            coded("ground_use_known", "use", Use),
            coded("ground_kind_known", "kind", GroundKind),
            check("ground_never_shielded", Q(level_max__lt=Level.SHIELDED.value)),
            check("ground_until_after_since", Q(until__gt=F("since"))),
            in_order("ground_withdrawn_after_since", "since", "withdrawn_at"),
            check(
                "ground_consent_of_consent",
                Q(kind=GroundKind.CONSENT, consent__isnull=False)
                | (~Q(kind=GroundKind.CONSENT) & Q(consent__isnull=True)),
            ),
            check("ground_secrecy_has_evidence", Q(breaks_secrecy=False) | ~Q(evidence="")),
        ]
        indexes: ClassVar = [models.Index(fields=["household_id", "recipient"], name="ground_by_recipient")]

    def __str__(self) -> str:
        return f"{self.category} {self.recipient}"
