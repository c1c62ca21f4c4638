"""A small cast that shows who may see what, and a household with a row in every list."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from samenspel.access.actions import admit, appoint
from samenspel.access.rules import Role
from samenspel.accounts.actions import works_for
from samenspel.accounts.models import User
from samenspel.households.actions import open_household, write_file
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.network.actions import open_network, put_directory

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

FULL = HouseholdFile.model_validate(
    {
        "key": "vos",
        "name": "Gezin Vos",
        "municipality": "0518",
        "plan_holder": "ada",
        "organisations": [
            {"key": "de-haven", "name": "De Haven", "agb": "12345678"},
            {"key": "gemeente", "name": "Gemeente", "kind": "municipality"},
        ],
        "teams": [{"key": "wijkteam", "name": "Wijkteam", "organisation": "gemeente"}],
        "professionals": [
            {"key": "jo-berg", "name": "Jo Berg", "organisation": "de-haven", "function": "therapeut"},
            {
                "key": "lia-tol",
                "name": "Lia Tol",
                "organisation": "gemeente",
                "team": "wijkteam",
                "expertise": ["schulden", "wonen"],
            },
        ],
        "cases": [
            {
                "key": "eerste",
                "opened_on": "2025-01-10",
                "next_meeting_at": "2026-12-03T15:30:00+01:00",
                "next_meeting_where": "Bij Ada thuis",
            }
        ],
        "persons": [
            {"key": "ada", "name": "Ada Vos", "role": "moeder", "birth_date": "1988-04-01"},
            {"key": "bas", "name": "Bas Vos", "role": "zoon", "birth_date": "2012-09-30"},
            {"key": "cor", "name": "Cor Vos", "in_house": False, "lives_at": "woont in Zwolle"},
        ],
        "relations": [
            {"key": "ada-bas", "person": "ada", "other": "bas", "kind": "parent", "authority": "sole"}
        ],
        "supporters": [
            {"key": "opa", "name": "Opa Wim", "relation": "opa", "tie": "strong", "gives": "kookt"}
        ],
        "goals": [
            {
                "key": "school",
                "title": "Bas naar school",
                "own_words": "Gewoon weer naar school",
                "domain": "child",
                "person": "bas",
                "horizon": "2027-07-01",
                "since": "2026-01-01",
            }
        ],
        "problems": [{"key": "huur", "title": "Huurschuld", "domain": "money", "since": "2026-02-01"}],
        "help": [
            {
                "key": "therapie",
                "title": "Therapie",
                "organisation": "de-haven",
                "professional": "jo-berg",
                "domains": ["mental", "child"],
                "for_whom": ["bas"],
                "goals": ["school"],
                "purpose": "treatment",
                "expected_effect": "Bas slaapt door",
                "since": "2026-02-01",
                "planned_end": "2027-02-01",
                "evaluation_on": "2026-12-10",
                "contacts_per_week": "1",
                "quantity": "1.5",
                "unit": "hour",
                "per": "week",
                "law": "jeugdwet",
                "payer": "municipality",
                "payer_name": "Gemeente Den Haag",
                "price_cents": 10117,
                "price_year": 2024,
                "price_concept": "tariff",
                "price_source": "raamcontract",
                "conflicts_with": ["thuis"],
            },
            {
                "key": "thuis",
                "title": "Hulp thuis",
                "professional": "lia-tol",
                "domains": ["parenting"],
                "since": "2026-03-01",
            },
        ],
        "declarations": [
            {
                "key": "d1",
                "help": "therapie",
                "begin": "2026-02-01",
                "end": "2026-02-28",
                "cents": 60702,
                "reference": "P1",
            },
            {
                "key": "d2",
                "help": "therapie",
                "begin": "2026-02-01",
                "end": "2026-02-28",
                "cents": -10117,
                "reference": "P2",
                "corrects": "P1",
            },
        ],
        "leads": [
            {
                "key": "casus",
                "scope": "case",
                "professional": "lia-tol",
                "mandate": ["extra_means", "buy_time"],
                "deputy": "jo-berg",
                "since": "2025-02-01",
            },
            {"key": "geest", "scope": "domain", "domain": "mental", "professional": "jo-berg"},
        ],
        "effects": [
            {
                "key": "e1",
                "help": "therapie",
                "layer": "result",
                "title": "Slaapt door",
                "evidence": "measured",
            }
        ],
        "agreements": [
            {"key": "a1", "title": "Eén bericht per week", "parties": "iedereen", "agreed_on": "2026-04-01"}
        ],
        "actions": [
            {
                "key": "t1",
                "title": "Brief schrijven",
                "professional": "lia-tol",
                "due": "2026-11-01",
                "agreed_on": "2026-10-01",
            }
        ],
        "events": [
            {
                "key": "g1",
                "title": "Ruzie thuis",
                "kind": "crisis",
                "on": "2026-10-11",
                "person": "bas",
                "life_threatening": True,
            }
        ],
        "decisions": [
            {
                "key": "b1",
                "title": "Geen tweede therapeut",
                "on": "2026-05-01",
                "reason": "Rust",
                "dissent": "School wilde sneller",
            }
        ],
        "words": [
            {
                "key": "w1",
                "kind": "year_ahead",
                "text": "Dat het rustig is.",
                "person": "ada",
                "on": "2026-10-01",
            }
        ],
        "states": [
            {
                "key": "s1",
                "on": "2026-06-01",
                "agreed": "complex",
                "computed": "turbulent",
                "rule_version": "1",
                "signal_values": {"crisis": 2},
                "reason": "Het wordt rustiger",
                "votes": [
                    {
                        "voter": "Ada",
                        "voter_key": "person:ada",
                        "state": "complex",
                        "goal_agreement": "7.5",
                        "cause_known": "6",
                    }
                ],
            }
        ],
    }
)


@dataclass(frozen=True)
class Cast:
    """The people of the tests."""

    household_id: str
    case_lead: User
    helper: User
    mother: User
    supporter: User
    manager: User
    stranger: User


def user(name: str) -> User:
    """Somebody who can sign in, with a hash that costs nothing."""
    return User.objects.create(username=name, first_name=name.title(), password="!")


def cast() -> Cast:
    """A network with one household and everybody around it."""
    open_network(key="noord", name="Noord")
    people = {name: user(name) for name in ("lia", "jo", "ada", "opa", "hanneke", "iemand")}
    appoint(user=people["lia"], role=Role.CASE_LEAD)
    household_id = bring_in(people["lia"], FULL)
    works_for(people["jo"], "noord.de-haven")
    since, until = NOW - timedelta(days=1), NOW + timedelta(days=100)
    for name, role, person in (
        ("jo", Role.HELPER, ""),
        ("ada", Role.FAMILY, "ada"),
        ("opa", Role.SUPPORTER, ""),
        ("hanneke", Role.MANAGER, ""),
    ):
        admit(
            user=people[name],
            household_id=household_id,
            role=role,
            person_key=person,
            since=since,
            until=until,
        )
    return Cast(household_id, *people.values())


def bring_in(by: User, file: HouseholdFile) -> str:
    """Write a whole file as somebody would."""
    put_directory(
        by=by,
        at=NOW,
        network_id="noord",
        organisations=file.organisations,
        teams=file.teams,
        professionals=file.professionals,
    )
    facts = Facts(key=file.key, name=file.name)
    household_id = open_household(by=by, at=NOW, network_id="noord", facts=facts)
    write_file(by=by, at=NOW, household_id=household_id, file=file, what="test")
    return household_id
