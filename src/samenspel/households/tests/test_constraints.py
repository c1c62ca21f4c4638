"""What the database refuses by itself: one row per constraint, and none is forgotten."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from samenspel.households import models
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import NOW, Cast, bring_in, cast
from samenspel.network.models import Network, Organisation, Segment, Team

# For each constraint its model and the fields that break it; {own} and {other} stand for two households.
BROKEN: dict[str, tuple[str, dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "data" / "broken_rows.json").read_text(encoding="utf-8")
)

OTHER = HouseholdFile.model_validate(
    {
        "key": "pels",
        "name": "Gezin Pels",
        "persons": [{"key": "eva", "name": "Eva Pels"}],
        "supporters": [{"key": "tante", "name": "Tante Jet"}],
        "goals": [{"key": "doel", "title": "Rust"}],
        "help": [{"key": "hulp", "title": "Hulp", "supporter": "tante"}],
        "leads": [{"key": "regie", "scope": "case", "person": "eva"}],
        "states": [{"key": "stand", "on": "2026-05-01"}],
    }
)


@pytest.fixture
def ids(db: None) -> dict[str, str]:
    people: Cast = cast()
    models.Person.objects.filter(pk=f"{people.household_id}.cor").update(bsn_digest="d")
    zuid = Network.objects.create(key="zuid", name="Zuid")
    Network.objects.create(key="leeg", name="Leeg")
    stad = Organisation.objects.create(id="zuid.stad", network=zuid, key="stad", name="Stad")
    Team.objects.create(id="zuid.team", network=zuid, key="team", name="Team", organisation=stad)
    Segment.objects.create(id="zuid.geld", network=zuid, key="geld", name="Geld", name_en="Money", position=0)
    return {
        "own": people.household_id,
        "other": bring_in(people.case_lead, OTHER),
    }


def filled(model: type[Any], values: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """The broken row with the ids of today filled in, and what every row of a household needs."""
    found = {
        name: value.replace("{own}", ids["own"]).replace("{other}", ids["other"])
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }
    names = {field.name for field in model._meta.get_fields()}
    if {"household", "position"} <= names:
        found = {"id": f"{ids['own']}.x", "key": "x"} | found
    if "household" in names:
        found |= {"household_id": ids["own"]}
    return found


BY_HAND = {"change_undone_once", "revision_sequence_once"}


@pytest.mark.parametrize("name", [name for name in BROKEN if name not in BY_HAND])
def test_the_database_refuses(name: str, ids: dict[str, str]) -> None:
    label, values = BROKEN[name]
    model = apps.get_model(label)
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model._default_manager.bulk_create([model(**filled(model, values, ids))])
    if connection.vendor == "postgresql":
        assert name in str(refused.value)


def test_a_change_is_undone_once_and_its_versions_are_numbered_once(ids: dict[str, str]) -> None:
    change = models.Change.objects.create(household_id=ids["own"], at=NOW, by_name="x", what="x")
    models.Change.objects.create(household_id=ids["own"], at=NOW, by_name="x", what="undo", undoes=change)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Change.objects.create(household_id=ids["own"], at=NOW, by_name="x", what="undo", undoes=change)
    row = {"change": change, "household_id": ids["own"], "sequence": 0, "table": "help", "key": "x"}
    models.Revision.objects.create(**row)
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Revision.objects.create(**row)


def test_every_constraint_of_these_rooms_has_its_test() -> None:
    rooms = {"network", "households"}
    there = {
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in rooms
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }
    assert there == set(BROKEN)
