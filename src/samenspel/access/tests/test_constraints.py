"""What the database refuses by itself around access: one row per constraint, and none is forgotten."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from samenspel.access.models import Consent, GeneralRole, Shielding
from samenspel.accounts.models import User

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
HOME = "a" * 32
SINCE = {"since": NOW, "until": NOW + DAY}
LONG = NOW + 185 * DAY

# A row that the database takes, per table; each constraint below breaks one thing in it.
SOUND: dict[str, dict[str, Any]] = {
    "membership": {"household_id": HOME, "user": "jo", "role": "helper", **SINCE},
    "referral": {
        "household_id": HOME,
        "user": "jo",
        "by": "lia",
        "role": "helper",
        "why": "Bas",
        "asked_at": NOW,
        "until": NOW + DAY,
    },
    "generalrole": {"user": "jo", "role": "helper"},
    "legalbasis": {"network_id": "noord", "law": "Wet", "article": "1", "subject": "x", "allows": "x"},
    "consent": {
        "household_id": HOME,
        "person_key": "ada",
        "category": "health",
        "use": "helping",
        "band": "from_16",
        "given_by": "person",
        "given_at": NOW,
        "until": NOW + DAY,
        "evidence": "gesprek",
    },
    "ground": {
        "household_id": HOME,
        "category": "ordinary",
        "level_max": 2,
        "use": "helping",
        "kind": "task",
        **SINCE,
    },
    "blockade": {"household_id": HOME, "user": "jo", "reason": "conflict", "since": NOW},
    "shielding": {"household_id": HOME, "person_key": "ada", **SINCE},
    "shieldinglifted": {"shielding": True, "user": "jo", **SINCE},
    "emergencyaccess": {
        "household_id": HOME,
        "user": "jo",
        "reason": "life",
        "explanation": "De buren horen nu hulpgeroep",
        "since": NOW,
        "until": NOW + timedelta(minutes=60),
        "review_by": date(2026, 11, 25),
    },
}

BROKEN: dict[str, dict[str, Any]] = {
    "membership_role_known": {"role": "policy"},
    "membership_ending_known": {"ended_at": NOW, "ending": "gone"},
    "membership_until_after_since": {"until": NOW},
    "membership_six_months": {"until": LONG},
    "membership_ended_after_since": {"ended_at": NOW - DAY, "ending": "stopped"},
    "membership_ending_whole": {"ended_at": NOW},
    "referral_role_known": {"role": "administrator"},
    "referral_answer_known": {"answer": "perhaps", "answered_at": NOW},
    "referral_answer_whole": {"answer": "accepted"},
    "referral_to_another": {"by": "jo"},
    "referral_says_why": {"why": ""},
    "referral_until_after_asked": {"until": NOW},
    "referral_two_weeks": {"until": NOW + 15 * DAY},
    "referral_answered_after_asked": {"answer": "declined", "answered_at": NOW - DAY},
    "generalrole_role_known": {"role": "family"},
    "legalbasis_state_known": {"state": "perhaps"},
    "legalbasis_read_has_date": {"confirmed": True},
    "legalbasis_until_after_since": {"since": date(2026, 1, 2), "until": date(2026, 1, 1)},
    "consent_category_known": {"category": "secret"},
    "consent_use_known": {"use": "selling"},
    "consent_age_rule": {"band": "from_12"},
    "consent_of_somebody": {"person_key": ""},
    "consent_has_evidence": {"evidence": ""},
    "consent_until_after_given": {"until": NOW},
    "consent_withdrawn_after_given": {"withdrawn_at": NOW - DAY},
    "ground_category_known": {"category": "secret"},
    "ground_use_known": {"use": "selling"},
    "ground_kind_known": {"kind": "habit"},
    "ground_never_shielded": {"level_max": 4},
    "ground_until_after_since": {"until": NOW},
    "ground_withdrawn_after_since": {"withdrawn_at": NOW - DAY},
    "ground_consent_of_consent": {"kind": "consent"},
    "ground_secrecy_has_evidence": {"breaks_secrecy": True},
    "blockade_reason_known": {"reason": "dislike"},
    "blockade_of_one": {"organisation": "noord.de-haven"},
    "blockade_lifted_after_since": {"lifted_at": NOW - DAY},
    "shielding_of_somebody": {"person_key": ""},
    "shielding_until_after_since": {"until": NOW},
    "shielding_ended_after_since": {"ended_at": NOW - DAY},
    "shieldinglifted_until_after_since": {"until": NOW},
    "shieldinglifted_six_months": {"until": LONG},
    "emergencyaccess_reason_known": {"reason": "curious"},
    "emergencyaccess_verdict_known": {"verdict": "fine", "reviewed_at": NOW},
    "emergencyaccess_explained": {"explanation": "x" * 19},
    "emergencyaccess_until_after_since": {"until": NOW},
    "emergencyaccess_one_hour": {"until": NOW + timedelta(minutes=60, seconds=1)},
    "emergencyaccess_review_whole": {"verdict": "right"},
    "emergencyaccess_other_reviewer": {"reviewed_by": "jo"},
    "emergencyaccess_reviewed_after": {"verdict": "right", "reviewed_at": NOW - DAY},
}

# Each of these takes one sound row, and refuses the same once more.
ONCE: dict[str, dict[str, Any]] = {
    "membership_once": {},
    "referral_once": {},
    "legalbasis_once": {"since": date(2026, 1, 1)},
    "legalbasis_once_undated": {},
    "blockade_once": {},
    "blockade_organisation_once": {"user": None, "organisation": "noord.de-haven"},
    "shielding_once": {},
    "shieldinglifted_once": {},
}


@pytest.fixture
def users(db: None) -> dict[str, User]:
    return {name: User.objects.create(username=name) for name in ("jo", "lia")}


def made(table: str, changes: dict[str, Any], users: dict[str, User]) -> Any:
    """A row of a table, not saved yet, with real users in the place of names."""
    values = SOUND[table] | changes
    if values.get("shielding") is True:
        values |= {"shielding": Shielding.objects.get_or_create(**SOUND["shielding"])[0]}
    named = {name: users.get(value, value) for name, value in values.items() if isinstance(value, str)}
    return apps.get_model("access", table)(**values | named)


@pytest.mark.parametrize("table", SOUND)
def test_the_database_takes_a_sound_row(table: str, users: dict[str, User]) -> None:
    row = made(table, {}, users)
    row.save()
    assert str(row)


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(name: str, users: dict[str, User]) -> None:
    row = made(name.partition("_")[0], BROKEN[name], users)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        row.save()
    if connection.vendor == "postgresql":
        assert name in str(refused.value)


@pytest.mark.parametrize("name", ONCE)
def test_the_database_takes_it_once(name: str, users: dict[str, User]) -> None:
    table = name.partition("_")[0]
    row = made(table, ONCE[name], users)
    row.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        made(table, ONCE[name], users).save()
    assert type(row).objects.count() == 1


@pytest.mark.parametrize(
    ("band", "enough"),
    [
        ("under_12", {"parents", "both"}),
        ("from_12", {"both"}),
        ("from_16", {"person", "both"}),
        ("unknown", {"person", "both"}),
    ],
)
def test_the_database_knows_the_age_rule(band: str, enough: set[str], users: dict[str, User]) -> None:
    for given_by in ("nobody", "person", "parents", "both"):
        row = made("consent", {"band": band, "given_by": given_by}, users)
        if given_by in enough:
            row.save()
        else:
            with pytest.raises(IntegrityError), transaction.atomic():
                row.save()
    assert set(Consent.objects.values_list("given_by", flat=True)) == enough


def test_every_constraint_of_the_room_has_its_test() -> None:
    there = {
        constraint.name
        for model in apps.get_app_config("access").get_models()
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }
    assert there == set(BROKEN) | set(ONCE)
    assert GeneralRole in set(apps.get_app_config("access").get_models())
