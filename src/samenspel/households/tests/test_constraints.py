"""What the database refuses by itself: one row per constraint, and none is forgotten."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CheckConstraint, UniqueConstraint

from samenspel.access.models import GeneralRole, Membership
from samenspel.households import models
from samenspel.households.models import Household
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import NOW, Cast, bring_in, cast, user
from samenspel.network.models import Network, Organisation, Professional, Segment, SegmentDomain, Team

DAY = date(2026, 5, 1)
EARLIER = DAY - timedelta(days=1)
H = "own"  # stands for the id of the household
O = "other"  # noqa: E741 stands for the id of another household

# name of the constraint: model, the fields that break it (values with {own} or {other} are filled in)
BROKEN: dict[str, tuple[type[Any], dict[str, Any]]] = {
    "household_id_shape": (Household, {"id": "X" * 32, "network_id": "noord", "key": "x", "name": "x"}),
    "household_key_once": (Household, {"id": "a" * 32, "network_id": "noord", "key": "vos", "name": "x"}),
    "household_municipality_digits": (
        Household,
        {"id": "a" * 32, "network_id": "noord", "key": "x", "name": "x", "municipality": "05"},
    ),
    "household_plan_holder_own": (
        Household,
        {"id": "a" * 32, "network_id": "noord", "key": "x", "name": "x", "plan_holder_id": "{own}.ada"},
    ),
    "case_id_own": (models.Case, {"id": "{other}.x", "opened_on": DAY, "closed_on": DAY}),
    "case_closed_after_opened": (models.Case, {"opened_on": DAY, "closed_on": EARLIER}),
    "case_one_open": (models.Case, {"opened_on": DAY}),
    "person_id_own": (models.Person, {"id": "{other}.x", "name": "x"}),
    "person_until_after_since": (models.Person, {"name": "x", "since": DAY, "until": EARLIER}),
    "person_lives_elsewhere_only": (models.Person, {"name": "x", "in_house": True, "lives_at": "bij oma"}),
    "person_bsn_once": (models.Person, {"name": "x", "bsn_digest": "d"}),
    "relation_id_own": (
        models.Relation,
        {"id": "{other}.x", "person_id": "{own}.ada", "other_id": "{own}.cor", "kind": "partner"},
    ),
    "relation_person_own": (
        models.Relation,
        {"person_id": "{other}.eva", "other_id": "{own}.cor", "kind": "partner"},
    ),
    "relation_other_own": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{other}.eva", "kind": "partner"},
    ),
    "relation_kind_known": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{own}.cor", "kind": "x"},
    ),
    "relation_authority_known": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{own}.cor", "kind": "parent", "authority": "x"},
    ),
    "relation_two_persons": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{own}.ada", "kind": "other"},
    ),
    "relation_authority_of_parent": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{own}.cor", "kind": "partner", "authority": "sole"},
    ),
    "relation_until_after_since": (
        models.Relation,
        {"person_id": "{own}.ada", "other_id": "{own}.cor", "kind": "other", "since": DAY, "until": EARLIER},
    ),
    "supporter_id_own": (models.Supporter, {"id": "{other}.x", "name": "x"}),
    "supporter_tie_known": (models.Supporter, {"name": "x", "tie": "x"}),
    "supporter_until_after_since": (models.Supporter, {"name": "x", "since": DAY, "until": EARLIER}),
    "goal_id_own": (models.Goal, {"id": "{other}.x", "title": "x"}),
    "goal_person_own": (models.Goal, {"title": "x", "person_id": "{other}.eva"}),
    "goal_domain_known": (models.Goal, {"title": "x", "domain": "x"}),
    "goal_closed_after_since": (models.Goal, {"title": "x", "since": DAY, "closed_on": EARLIER}),
    "goal_horizon_after_since": (models.Goal, {"title": "x", "since": DAY, "horizon": EARLIER}),
    "goal_reached_when_closed": (models.Goal, {"title": "x", "reached": True}),
    "problem_id_own": (models.Problem, {"id": "{other}.x", "title": "x", "domain": "money"}),
    "problem_domain_known": (models.Problem, {"title": "x", "domain": "x"}),
    "problem_solved_after_since": (
        models.Problem,
        {"title": "x", "domain": "money", "since": DAY, "solved_on": EARLIER},
    ),
    "help_id_own": (models.Help, {"id": "{other}.x", "title": "x", "organisation_id": "noord.de-haven"}),
    "help_supporter_own": (models.Help, {"title": "x", "supporter_id": "{other}.tante"}),
    "help_by_somebody": (models.Help, {"title": "x"}),
    "help_purpose_known": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "purpose": "x"}),
    "help_unit_known": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "unit": "x", "per": "week", "quantity": 1},
    ),
    "help_per_known": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "unit": "hour", "per": "x", "quantity": 1},
    ),
    "help_law_known": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "law": "x"}),
    "help_payer_known": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "payer": "x"}),
    "help_price_concept_known": (
        models.Help,
        {
            "title": "x",
            "supporter_id": "{own}.opa",
            "price_cents": 1,
            "price_concept": "x",
            "price_source": "x",
        },
    ),
    "help_until_after_since": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "since": DAY, "until": EARLIER},
    ),
    "help_planned_end_after_since": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "since": DAY, "planned_end": EARLIER},
    ),
    "help_since_after_waiting": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "waiting_since": DAY, "since": EARLIER},
    ),
    "help_stopped_had_started": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "until": DAY}),
    "help_unfinished_when_stopped": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "stopped_unfinished": True},
    ),
    "help_stays_or_ends": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "stays": True, "planned_end": DAY},
    ),
    "help_quantity_has_unit": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "quantity": 1}),
    "help_price_has_concept": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "price_cents": 1, "price_source": "x"},
    ),
    "help_price_has_source": (
        models.Help,
        {"title": "x", "supporter_id": "{own}.opa", "price_cents": 1, "price_concept": "tariff"},
    ),
    "help_price_in_band": (
        models.Help,
        {
            "title": "x",
            "supporter_id": "{own}.opa",
            "price_cents": 1,
            "price_concept": "tariff",
            "price_source": "x",
            "price_low_cents": 2,
        },
    ),
    "help_band_has_price": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "price_low_cents": 2}),
    "help_amounts_positive": (models.Help, {"title": "x", "supporter_id": "{own}.opa", "budget_cents": -1}),
    "helpdomain_help_own": (models.HelpDomain, {"help_id": "{other}.hulp", "domain": "money"}),
    "helpdomain_domain_known": (models.HelpDomain, {"help_id": "{own}.thuis", "domain": "x"}),
    "helpdomain_once": (models.HelpDomain, {"help_id": "{own}.thuis", "domain": "parenting"}),
    "helpperson_help_own": (models.HelpPerson, {"help_id": "{other}.hulp", "person_id": "{own}.ada"}),
    "helpperson_person_own": (models.HelpPerson, {"help_id": "{own}.thuis", "person_id": "{other}.eva"}),
    "helpperson_once": (models.HelpPerson, {"help_id": "{own}.therapie", "person_id": "{own}.bas"}),
    "helpgoal_help_own": (models.HelpGoal, {"help_id": "{other}.hulp", "goal_id": "{own}.school"}),
    "helpgoal_goal_own": (models.HelpGoal, {"help_id": "{own}.thuis", "goal_id": "{other}.doel"}),
    "helpgoal_once": (models.HelpGoal, {"help_id": "{own}.therapie", "goal_id": "{own}.school"}),
    "helpconflict_help_own": (models.HelpConflict, {"help_id": "{other}.hulp", "other_id": "{own}.thuis"}),
    "helpconflict_other_own": (models.HelpConflict, {"help_id": "{own}.thuis", "other_id": "{other}.hulp"}),
    "helpconflict_two_lines": (models.HelpConflict, {"help_id": "{own}.thuis", "other_id": "{own}.thuis"}),
    "helpconflict_once": (models.HelpConflict, {"help_id": "{own}.therapie", "other_id": "{own}.thuis"}),
    "declaration_id_own": (
        models.Declaration,
        {"id": "{other}.x", "help_id": "{own}.thuis", "begin": DAY, "end": DAY, "cents": 1},
    ),
    "declaration_help_own": (
        models.Declaration,
        {"help_id": "{other}.hulp", "begin": DAY, "end": DAY, "cents": 1},
    ),
    "declaration_end_after_begin": (
        models.Declaration,
        {"help_id": "{own}.thuis", "begin": DAY, "end": EARLIER, "cents": 1},
    ),
    "declaration_reference_once": (
        models.Declaration,
        {"help_id": "{own}.therapie", "begin": DAY, "end": DAY, "cents": 1, "reference": "P1"},
    ),
    "effect_id_own": (
        models.Effect,
        {"id": "{other}.x", "help_id": "{own}.thuis", "layer": "result", "title": "x"},
    ),
    "effect_help_own": (models.Effect, {"help_id": "{other}.hulp", "layer": "result", "title": "x"}),
    "effect_layer_known": (models.Effect, {"help_id": "{own}.thuis", "layer": "x", "title": "x"}),
    "effect_evidence_known": (
        models.Effect,
        {"help_id": "{own}.thuis", "layer": "result", "title": "x", "evidence": "x"},
    ),
    "lead_id_own": (models.Lead, {"id": "{other}.x", "scope": "case", "person_id": "{own}.ada"}),
    "lead_person_own": (models.Lead, {"scope": "case", "person_id": "{other}.eva"}),
    "lead_supporter_own": (models.Lead, {"scope": "case", "supporter_id": "{other}.tante"}),
    "lead_help_own": (models.Lead, {"scope": "help", "person_id": "{own}.ada", "help_id": "{other}.hulp"}),
    "lead_goal_own": (models.Lead, {"scope": "goal", "person_id": "{own}.ada", "goal_id": "{other}.doel"}),
    "lead_scope_known": (models.Lead, {"scope": "x", "person_id": "{own}.ada"}),
    "lead_domain_known": (models.Lead, {"scope": "domain", "person_id": "{own}.ada", "domain": "x"}),
    "lead_one_holder": (
        models.Lead,
        {"scope": "case", "person_id": "{own}.ada", "supporter_id": "{own}.opa"},
    ),
    "lead_scope_has_subject": (models.Lead, {"scope": "domain", "person_id": "{own}.ada"}),
    "lead_until_after_since": (
        models.Lead,
        {"scope": "case", "person_id": "{own}.ada", "since": DAY, "until": EARLIER},
    ),
    "leadmandate_lead_own": (models.LeadMandate, {"lead_id": "{other}.regie", "item": "buy_time"}),
    "leadmandate_item_known": (models.LeadMandate, {"lead_id": "{own}.casus", "item": "x"}),
    "leadmandate_once": (models.LeadMandate, {"lead_id": "{own}.casus", "item": "buy_time"}),
    "agreement_id_own": (models.Agreement, {"id": "{other}.x", "title": "x"}),
    "agreement_until_after_agreed": (models.Agreement, {"title": "x", "agreed_on": DAY, "until": EARLIER}),
    "action_id_own": (models.Action, {"id": "{other}.x", "title": "x"}),
    "action_person_own": (models.Action, {"title": "x", "person_id": "{other}.eva"}),
    "action_supporter_own": (models.Action, {"title": "x", "supporter_id": "{other}.tante"}),
    "action_at_most_one_owner": (
        models.Action,
        {"title": "x", "person_id": "{own}.ada", "supporter_id": "{own}.opa"},
    ),
    "action_due_after_agreed": (models.Action, {"title": "x", "agreed_on": DAY, "due": EARLIER}),
    "action_done_after_agreed": (models.Action, {"title": "x", "agreed_on": DAY, "done_on": EARLIER}),
    "decision_id_own": (models.Decision, {"id": "{other}.x", "title": "x", "on": DAY, "reason": "x"}),
    "decision_has_reason": (models.Decision, {"title": "x", "on": DAY, "reason": ""}),
    "event_id_own": (models.Event, {"id": "{other}.x", "title": "x", "kind": "move", "on": DAY}),
    "event_person_own": (models.Event, {"title": "x", "kind": "move", "on": DAY, "person_id": "{other}.eva"}),
    "event_kind_known": (models.Event, {"title": "x", "kind": "x", "on": DAY}),
    "event_danger_is_crisis": (
        models.Event,
        {"title": "x", "kind": "move", "on": DAY, "life_threatening": True},
    ),
    "words_id_own": (models.Words, {"id": "{other}.x", "kind": "other", "text": "x", "on": DAY}),
    "words_person_own": (models.Words, {"kind": "other", "text": "x", "on": DAY, "person_id": "{other}.eva"}),
    "words_supporter_own": (
        models.Words,
        {"kind": "other", "text": "x", "on": DAY, "supporter_id": "{other}.tante"},
    ),
    "words_kind_known": (models.Words, {"kind": "x", "text": "x", "on": DAY}),
    "words_at_most_one_voice": (
        models.Words,
        {"kind": "other", "text": "x", "on": DAY, "person_id": "{own}.ada", "supporter_id": "{own}.opa"},
    ),
    "words_not_empty": (models.Words, {"kind": "other", "text": "", "on": DAY}),
    "state_id_own": (models.State, {"id": "{other}.x", "on": DAY}),
    "state_agreed_known": (models.State, {"on": DAY, "agreed": "x", "reason": "x"}),
    "state_computed_known": (models.State, {"on": DAY, "computed": "x", "rule_version": "1"}),
    "state_computed_has_version": (models.State, {"on": DAY, "computed": "complex"}),
    "state_agreed_has_reason": (models.State, {"on": DAY, "agreed": "complex"}),
    "state_review_after": (models.State, {"on": DAY, "next_review": EARLIER}),
    "statevote_row_own": (models.StateVote, {"row_id": "{other}.stand", "voter": "x"}),
    "statevote_state_known": (models.StateVote, {"row_id": "{own}.s1", "voter": "x", "state": "x"}),
    "statevote_once": (models.StateVote, {"row_id": "{own}.s1", "voter": "Ada"}),
    "statevote_marks": (models.StateVote, {"row_id": "{own}.s1", "voter": "x", "cause_known": 11}),
    "network_key_shape": (Network, {"key": "Noord!", "name": "x"}),
    "segment_one_per_place": (
        Segment,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "name_en": "x", "position": 0},
    ),
    "segment_id_of_network": (
        Segment,
        {"id": "zuid.x", "network_id": "noord", "key": "x", "name": "x", "name_en": "x", "position": 99},
    ),
    "segmentdomain_domain_known": (
        SegmentDomain,
        {"segment_id": "noord.geld", "network_id": "noord", "domain": "x"},
    ),
    "segmentdomain_once": (
        SegmentDomain,
        {"segment_id": "noord.geld", "network_id": "noord", "domain": "money"},
    ),
    "segmentdomain_of_network": (
        SegmentDomain,
        {"segment_id": "zuid.geld", "network_id": "leeg", "domain": "money"},
    ),
    "organisation_kind_known": (
        Organisation,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "kind": "x"},
    ),
    "organisation_agb_digits": (
        Organisation,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "agb": "12"},
    ),
    "organisation_agb_once": (
        Organisation,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "agb": "12345678"},
    ),
    "organisation_id_of_network": (
        Organisation,
        {"id": "zuid.x", "network_id": "noord", "key": "x", "name": "x"},
    ),
    "team_id_of_network": (
        Team,
        {"id": "zuid.x", "network_id": "noord", "key": "x", "name": "x", "organisation_id": "noord.gemeente"},
    ),
    "team_organisation_of_network": (
        Team,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "organisation_id": "zuid.stad"},
    ),
    "professional_id_of_network": (
        Professional,
        {"id": "zuid.x", "network_id": "noord", "key": "x", "name": "x", "organisation_id": "noord.gemeente"},
    ),
    "professional_organisation_of_network": (
        Professional,
        {"id": "noord.x", "network_id": "noord", "key": "x", "name": "x", "organisation_id": "zuid.stad"},
    ),
    "professional_team_of_network": (
        Professional,
        {
            "id": "noord.x",
            "network_id": "noord",
            "key": "x",
            "name": "x",
            "organisation_id": "noord.gemeente",
            "team_id": "zuid.team",
        },
    ),
    "membership_role_known": (
        Membership,
        {"household_id": "a" * 32, "role": "x", "since": NOW, "until": NOW + timedelta(1)},
    ),
    "membership_until_after_since": (
        Membership,
        {"household_id": "a" * 32, "role": "helper", "since": NOW, "until": NOW},
    ),
    "membership_once": (
        Membership,
        {"household_id": "{own}", "role": "helper", "since": NOW, "until": NOW + timedelta(1)},
    ),
    "generalrole_role_known": (GeneralRole, {"role": "family"}),
    "change_undone_once": (models.Change, {}),
    "revision_sequence_once": (models.Revision, {}),
}

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
        "user": str(people.helper.pk),
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
    if model is Membership:
        found |= {"user_id": int(ids["user"])}
    if model is GeneralRole:
        found |= {"user": user("los")}
    return found


BY_HAND = {"change_undone_once", "revision_sequence_once"}


@pytest.mark.parametrize("name", [name for name in BROKEN if name not in BY_HAND])
def test_the_database_refuses(name: str, ids: dict[str, str]) -> None:
    model, values = BROKEN[name]
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        model.objects.bulk_create([model(**filled(model, values, ids))])
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
    rooms = {"network", "households", "access"}
    there = {
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in rooms
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint | UniqueConstraint)
    }
    assert there == set(BROKEN)
