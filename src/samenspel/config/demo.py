"""Bringing in the demo: an invented network, its people and four households."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from samenspel.access.actions import admit, appoint
from samenspel.access.actions.basis import put_laws
from samenspel.access.actions.taking_part import TERM, end
from samenspel.access.queries import running_of
from samenspel.access.rules import Role
from samenspel.accounts.actions import make_user
from samenspel.accounts.models import User
from samenspel.households.actions import open_household, write_file
from samenspel.households.rules.record import Facts, HouseholdFile
from samenspel.network.actions import connect_user, open_network, put_directory
from samenspel.network.rules import Organisation, Professional, Team
from samenspel.scenarios.actions import write_plans
from samenspel.scenarios.rules.plan import PlanFile

DEMO = Path(__file__).resolve().parent.parent / "exchange" / "data" / "demo"
DEMO_PLANS = Path(__file__).resolve().parent.parent / "scenarios" / "data" / "demo"


class DemoMembership(BaseModel):
    """Somebody takes part around a household."""

    model_config = ConfigDict(extra="forbid")

    household: str
    role: Role
    person: str = ""


class DemoUser(BaseModel):
    """Somebody who can sign in to the demo."""

    model_config = ConfigDict(extra="forbid")

    username: str
    name: str
    introduction: str
    general_role: Role | None = None
    professional: str | None = None
    memberships: tuple[DemoMembership, ...] = ()


class DemoNetwork(BaseModel):
    """The file network.json."""

    model_config = ConfigDict(extra="forbid")

    key: str
    name: str
    organisations: tuple[Organisation, ...]
    teams: tuple[Team, ...]
    professionals: tuple[Professional, ...]
    users: tuple[DemoUser, ...]


def load_demo(*, at: datetime, password: str) -> list[User]:
    """Bring in everything; return the people who can sign in. The first of them opens the households."""
    demo = DemoNetwork.model_validate_json((DEMO / "network.json").read_bytes())
    network = open_network(key=demo.key, name=demo.name)
    put_laws(network.pk)
    users = {
        one.username: make_user(
            username=one.username, name=one.name, password=password, introduction=one.introduction
        )
        for one in demo.users
    }
    for one in demo.users:
        if one.general_role is not None:
            appoint(user=users[one.username], role=one.general_role)
    opener = next(iter(users.values()))
    put_directory(
        by=opener,
        at=at,
        network_id=network.pk,
        organisations=demo.organisations,
        teams=demo.teams,
        professionals=demo.professionals,
    )
    for one in demo.users:
        if one.professional is not None:
            connect_user(network_id=network.pk, professional=one.professional, user=users[one.username])
    households = {
        file.key: _bring_in(file, by=opener, at=at, network_id=network.pk) for file in demo_households()
    }
    for key, plans in demo_plans().items():
        file = _signed(plans, users.values())
        write_plans(by=opener, at=at, household_id=households[key], file=file, what="demo")
    for one in demo.users:
        for part in one.memberships:
            admit(
                user=users[one.username],
                household_id=households[part.household],
                role=part.role,
                person_key=part.person,
                by=opener,
                since=at,
                until=at + TERM,
            )
    of_opener = {part.household for part in demo.users[0].memberships}
    for key, household_id in households.items():
        if key not in of_opener:
            own = running_of(household_id, at=at).get(user=opener)
            end(by=opener, at=at, household_id=household_id, membership_id=own.pk)
    return list(users.values())


def demo_households() -> list[HouseholdFile]:
    """The households of the demo, as files."""
    return [
        HouseholdFile.model_validate_json(path.read_bytes())
        for path in sorted(DEMO.glob("huishouden-*.json"))
    ]


def demo_plans() -> dict[str, PlanFile]:
    """The plans of the demo, by the key of their household."""
    return {
        path.stem.removeprefix("plan-"): PlanFile.model_validate_json(path.read_bytes())
        for path in sorted(DEMO_PLANS.glob("plan-*.json"))
    }


def _signed(plans: PlanFile, users: Iterable[User]) -> PlanFile:
    """The plans with each judgement in the hands of the user who wrote it."""
    ids = {user.display_name: user.pk for user in users}
    rows = tuple(row.model_copy(update={"author_id": ids.get(row.author)}) for row in plans.judgements)
    return plans.model_copy(update={"judgements": rows})


def _bring_in(file: HouseholdFile, *, by: User, at: datetime, network_id: str) -> str:
    put_directory(
        by=by,
        at=at,
        network_id=network_id,
        organisations=file.organisations,
        teams=file.teams,
        professionals=file.professionals,
    )
    facts = Facts(key=file.key, name=file.name, municipality=file.municipality)
    household_id = open_household(by=by, at=at, network_id=network_id, facts=facts)
    write_file(by=by, at=at, household_id=household_id, file=file, what="demo")
    return household_id
