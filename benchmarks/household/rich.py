"""The two households whose page is measured: an invented rich one, and the largest file of the demo."""

from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from rekenmodel.signals import EventKind
from rekenmodel.values import LifeDomain, Purpose
from samenspel.access.actions import appoint
from samenspel.access.rules import Role
from samenspel.accounts.actions import make_user
from samenspel.accounts.models import User
from samenspel.config.demo import DEMO
from samenspel.households.actions import open_household, write_file
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.network.actions import put_directory

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = NOW.date()
READER = "reader"
LARGEST = DEMO / "huishouden-bakker-martina.json"
RICH_ID, LARGEST_ID = "a" * 32, "b" * 32
HELP, ORGANISATIONS, PROFESSIONALS, AGREEMENTS = 60, 15, 30, 200

Record = dict[str, Any]


def rich() -> HouseholdFile:
    """A household with 60 lines of help by 15 organisations and 200 agreements, and much of all else."""
    return HouseholdFile.model_validate(
        {
            "key": "rijk",
            "name": "Gezin Rijk",
            "municipality": "0518",
            "organisations": many(ORGANISATIONS, "org", lambda n: {"name": f"Organisatie Rijk {n}"}),
            "professionals": many(PROFESSIONALS, "pro", professional),
            "cases": [{"key": "case", "opened_on": "2023-01-10", "next_meeting_at": "2026-12-03T14:00Z"}],
            "persons": many(
                6, "person", lambda n: {"name": f"Persoon {n} Rijk", "birth_date": day(9000 + n)}
            ),
            "relations": many(4, "relation", relation),
            "supporters": many(5, "supporter", lambda n: {"name": f"Naaste {n}", "gives": "eet mee"}),
            "goals": many(15, "goal", goal),
            "problems": many(8, "problem", lambda n: {"title": f"Probleem {n}", "domain": domain(n)}),
            "help": many(HELP, "help", line_of_help),
            "declarations": many(4 * HELP, "declaration", declaration),
            "leads": [{"key": "case", "scope": "case", "professional": "pro-1"}, *many(14, "lead", lead)],
            "effects": many(40, "effect", effect),
            "agreements": many(AGREEMENTS, "agreement", agreement),
            "actions": many(60, "action", action),
            "events": many(30, "event", event),
            "decisions": many(12, "decision", decision),
            "words": many(3, "words", words),
            "states": many(10, "state", state),
        }
    )


def many(count: int, name: str, made: Any) -> list[Record]:
    """`count` rows with keys of their own."""
    return [{"key": f"{name}-{number}", **made(number)} for number in range(count)]


def day(ago: int) -> date:
    """The day so many days ago."""
    return TODAY - timedelta(days=ago)


def domain(number: int) -> str:
    """A life domain, in turn."""
    return next(islice(cycle(LifeDomain), number, None))


def professional(number: int) -> Record:
    """Somebody who helps."""
    return {
        "name": f"Helper Rijk {number}",
        "organisation": f"org-{number % ORGANISATIONS}",
        "function": "hulpverlener",
    }


def relation(number: int) -> Record:
    """A parent of a child."""
    return {
        "person": f"person-{number % 2}",
        "other": f"person-{2 + number // 2}",
        "kind": "parent",
        "authority": "joint",
    }


def goal(number: int) -> Record:
    """A goal with a horizon."""
    return {
        "title": f"Doel {number}: weer rust in huis",
        "own_words": "Dat het gewoon weer fijn is thuis.",
        "domain": domain(number),
        "person": f"person-{number % 6}",
        "horizon": day(-200 - number),
        "since": day(600 - number),
    }


def line_of_help(number: int) -> Record:
    """Help over four years: half of it runs, half of it stopped."""
    began = 1400 - 20 * number
    stopped = {"until": day(began - 300)} if number % 2 and began > 400 else {}
    return {
        "title": f"Begeleiding {number}",
        "organisation": f"org-{number % ORGANISATIONS}",
        "professional": f"pro-{number % PROFESSIONALS}",
        "domains": list({domain(number), domain(number + 3)}),
        "for_whom": [f"person-{number % 6}"],
        "goals": [f"goal-{number % 15}"],
        "purpose": list(Purpose)[number % len(Purpose)],
        "expected_effect": "Het gezin redt dit over een jaar zonder ons.",
        "since": day(began),
        "planned_end": day(-60 - number),
        "evaluation_on": day(-number),
        "contacts_per_week": "1",
        "quantity": "2.5",
        "unit": "hour",
        "per": "week",
        "law": "jeugdwet",
        "payer": ("municipality", "health_insurer", "care_office")[number % 3],
        "price_cents": 9_500 + 10 * number,
        "price_year": 2024,
        "price_concept": "tariff",
        "price_source": "verzonnen tarief",
        **stopped,
    }


def declaration(number: int) -> Record:
    """A month of a line of help, declared."""
    began = day(1400 - 20 * (number % HELP) - 31 * (number // HELP))
    return {
        "help": f"help-{number % HELP}",
        "begin": began,
        "end": began + timedelta(days=27),
        "cents": 40_000 + number,
        "reference": f"R{number}",
    }


def lead(number: int) -> Record:
    """Lead on a life domain."""
    return {
        "scope": "domain",
        "domain": domain(number),
        "professional": f"pro-{number}",
        "mandate": ["extra_means", "buy_time"],
        "since": day(300 + number),
    }


def effect(number: int) -> Record:
    """What a line of help brings."""
    return {"help": f"help-{number}", "layer": "result", "title": f"Effect {number}", "evidence": "measured"}


def agreement(number: int) -> Record:
    """Something that was agreed."""
    return {
        "title": f"Afspraak {number}: eerst bellen met elkaar",
        "parties": "iedereen",
        "agreed_on": day(700 - number),
    }


def action(number: int) -> Record:
    """Something somebody will do."""
    done = {"done_on": day(300 - number)} if number % 2 else {}
    return {
        "title": f"Brief {number} schrijven",
        "professional": f"pro-{number % PROFESSIONALS}",
        "due": day(290 - 6 * number),
        "agreed_on": day(400),
        **done,
    }


def event(number: int) -> Record:
    """Something that happened."""
    kinds = list(EventKind)
    return {"title": f"Gebeurtenis {number}", "kind": kinds[number % len(kinds)], "on": day(40 * number)}


def decision(number: int) -> Record:
    """A decision with its reason."""
    return {"title": f"Besluit {number}", "on": day(80 * number), "reason": "Zo is er meer rust."}


def words(number: int) -> Record:
    """The answer of the household to one question."""
    kinds = ("year_ahead", "first_needed", "contribution")
    return {
        "kind": kinds[number],
        "text": "Dat het rustig is en wij samen eten.",
        "person": "person-0",
        "on": day(30),
    }


def state(number: int) -> Record:
    """An agreed state with five votes."""
    return {
        "on": day(1 + 90 * number),
        "agreed": "complex",
        "reason": "Er is nog veel onrust.",
        "votes": [
            {"voter": f"Stem {voter}", "state": "complex", "goal_agreement": "7.5"} for voter in range(5)
        ],
    }


def write_rich_households(network_id: str) -> None:
    """Bring both in, as somebody would who opens a household; he is the reader of the page later on."""
    reader = make_user(username=READER, name="Lia Lezer", password="meten is weten", introduction="")  # noqa: S106 a measurement
    appoint(user=reader, role=Role.CASE_LEAD)
    bring_in(reader, network_id, RICH_ID, rich())
    bring_in(reader, network_id, LARGEST_ID, HouseholdFile.model_validate_json(LARGEST.read_bytes()))


def bring_in(by: User, network_id: str, household_id: str, file: HouseholdFile) -> None:
    """Write one whole file."""
    lists = {name: getattr(file, name) for name in ("organisations", "teams", "professionals")}
    put_directory(by=by, at=NOW, network_id=network_id, **lists)
    facts = Facts(key=file.key, name=file.name, municipality=file.municipality)
    open_household(by=by, at=NOW, network_id=network_id, facts=facts, household_id=household_id)
    write_file(by=by, at=NOW, household_id=household_id, file=file, what="bench")
