"""Writing down on what a sharing rests, and taking that back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samenspel.access.actions.asking import note_allowed, require, require_generally
from samenspel.access.models import Consent, Ground, LegalBasis
from samenspel.access.rules import Act, AgeBand, Category, GivenBy, GroundKind, Kind, Level, Use
from samenspel.access.rules.articles import articles
from samenspel.access.rules.derive import consented
from samenspel.accounts.models import User

BILL = "wetsvoorstel"


class NotEnoughError(ValueError):
    """At this age it takes the yes of somebody else as well."""


class NoGroundError(LookupError):
    """There is no such basis, or it was withdrawn."""


def put_laws(network_id: str) -> int:
    """Give a network the list of articles that comes along; what it has already stays as it is."""
    rows = [_law(network_id, row) for row in articles()]
    there = LegalBasis.objects.filter(network_id=network_id).order_by("pk")
    known = set(there.values_list("law", "article", "subject"))
    new = [row for row in rows if (row.law, row.article, row.subject) not in known]
    LegalBasis.objects.bulk_create(new)
    return len(new)


def _law(network_id: str, row: Mapping[str, str]) -> LegalBasis:
    return LegalBasis(
        network_id=network_id,
        law=row["law"],
        article=row["article"],
        subject=row["subject"],
        allows=row["what_it_allows"],
        kind=row["kind"],
        state="bill" if row["kind"] == BILL else "in_force",
        confirmed=row["evidence"] == "text_read",
        text_date=date.fromisoformat(row["text_date"]) if row["text_date"] else None,
        source_url=row["source_url"],
    )


def change_law(*, by: User, at: datetime, law: LegalBasis, **values: object) -> LegalBasis:
    """Change what a network says of an article: whether it holds, in what term, whether it was read."""
    require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=f"wetsartikel: {law}")
    for name, value in values.items():
        setattr(law, name, value)
    law.save(update_fields=list(values), force_update=True)
    return law


@dataclass(frozen=True, slots=True, kw_only=True)
class Yes:
    """What somebody said yes to: whose data, for whom, to what end, how close, and until when."""

    person_key: str
    band: AgeBand
    given_by: GivenBy
    recipient: str
    use: Use
    level_max: Level
    until: datetime
    evidence: str


def record_consent(
    *, by: User, at: datetime, household_id: str, yes: Yes, categories: Iterable[Category]
) -> list[Ground]:
    """Write down that somebody said yes, by the rule of his age; it gives one basis per kind of data."""
    if not consented(yes.band, yes.given_by):
        raise NotEnoughError(f"{yes.band} {yes.given_by}")
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="toestemming")
    with transaction.atomic():
        made = [_consented(by, at, household_id, yes, category) for category in categories]
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=f"toestemming: {yes.person_key}")
    return made


def _consented(by: User, at: datetime, household_id: str, yes: Yes, category: Category) -> Ground:
    same = {
        "household_id": household_id,
        "person_key": yes.person_key,
        "recipient": yes.recipient,
        "category": category,
        "use": yes.use,
        "until": yes.until,
    }
    consent = Consent.objects.create(
        **same, band=yes.band, given_by=yes.given_by, given_at=at, evidence=yes.evidence, recorded_by=by
    )
    return Ground.objects.create(
        **same, level_max=yes.level_max, kind=GroundKind.CONSENT, consent=consent, since=at, given_by=by
    )


def withdraw(*, by: User, at: datetime, household_id: str, ground_id: int) -> None:
    """Withdraw a basis, and the consent that it rests on; it acts on the next page that is asked for."""
    held = require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="grondslag intrekken")
    with transaction.atomic():
        row = (
            Ground.objects.select_for_update(of=("self",))
            .filter(pk=ground_id, household_id=household_id, withdrawn_at=None)
            .first()
        )
        if row is None:
            raise NoGroundError(str(ground_id))
        row.withdrawn_at, row.withdrawn_by = at, by
        row.save(update_fields=["withdrawn_at", "withdrawn_by"], force_update=True)
        if row.consent_id is not None:
            Consent.objects.filter(pk=row.consent_id).update(withdrawn_at=at)
        note_allowed(held, Kind.EXISTENCE, Act.GRANT, at=at, subject=f"grondslag ingetrokken: {row}")
