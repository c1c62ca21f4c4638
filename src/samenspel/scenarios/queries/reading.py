"""Reading plans, runs and the network's lists: filtered by access, with a line in the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samenspel.access.actions import note_allowed, require, require_generally
from samenspel.access.queries import Standing
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.households.access import readable_tables
from samenspel.households.queries import NoHouseholdError, read_file
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import read_lists
from samenspel.network.models import Network
from samenspel.network.queries import networks, professional_of
from samenspel.scenarios.access import may_calculate, readable_lists
from samenspel.scenarios.models import ListVersion, OwnAssumption, OwnPrice, PlanChange, Run
from samenspel.scenarios.rules import lists
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.lists import Basis, basis
from samenspel.scenarios.rules.plan import PlanFile
from samenspel.scenarios.tables import TABLES


class NoPlanError(LookupError):
    """There is no such plan, run or version."""


@dataclass(frozen=True, slots=True)
class Planning:
    """The plans of one household as one person may see them, with the household around them."""

    id: str
    network_id: str
    file: HouseholdFile
    plans: PlanFile
    standing: Standing
    lists: frozenset[str]
    tables: frozenset[str]
    basis: Basis
    last_change: PlanChange | None

    @property
    def calculates(self) -> bool:
        """Whether this reader may see figures that come from help and levels."""
        return may_calculate(self.standing)


def planning_of(
    user: User, household_id: str, *, at: datetime, act: Act = Act.READ, subject: str = "perspectiefplan"
) -> Planning:
    """Read the plans of a household, and of the household what this reader may see of it."""
    held = require(user, household_id, Kind.JUDGEMENT, act, at=at, subject=subject)
    readable, tables = readable_lists(held, act), readable_tables(held, act)
    with transaction.atomic():
        for kind in (Kind.JUDGEMENT, Kind.SCENARIO):
            if held.may(kind, act).allowed:
                note_allowed(held, kind, act, at=at, subject=subject)
        file, network_id = read_file(household_id, tables)
        plans = read_plans(household_id, readable)
    last = PlanChange.objects.filter(household_id=household_id).first()
    return Planning(household_id, network_id, file, plans, held, readable, tables, basis_of(network_id), last)


def read_plans(household_id: str, names: Iterable[str]) -> PlanFile:
    """Read these lists of the plans of a household; raise `NoHouseholdError` when it does not exist.

    Callers ask the decision first: this reads whatever it is told to.
    """
    wanted = set(names)
    found = read_lists(household_id, [table for table in TABLES.values() if table.name in wanted])
    if found is None:
        raise NoHouseholdError(household_id)
    lists: dict[str, Any] = found[1]
    return PlanFile.model_construct(**lists)


def basis_of(network_id: str) -> Basis:
    """The lists that a network calculates with: its newest versions over those of the program."""
    newest = {kind: newest_version(network_id, kind) for kind in ListKind}
    return basis_at({kind: version for kind, version in newest.items() if version is not None})


def basis_at(versions: dict[ListKind, ListVersion]) -> Basis:
    """The lists with exactly these versions of the network's own."""
    prices = own_prices(versions[ListKind.PRICES]) if ListKind.PRICES in versions else ()
    assumed = own_assumptions(versions[ListKind.ASSUMPTIONS]) if ListKind.ASSUMPTIONS in versions else ()
    return basis(prices, assumed, {kind: version.number for kind, version in versions.items()})


def newest_version(network_id: str, kind: ListKind) -> ListVersion | None:
    """The newest version of a list of a network, if it has any."""
    return ListVersion.objects.filter(network_id=network_id, kind=kind).order_by("-number").first()


def own_prices(version: ListVersion) -> tuple[lists.OwnPrice, ...]:
    """The prices of one version."""
    names = list(lists.OwnPrice.model_fields)
    rows = OwnPrice.objects.filter(version=version).order_by("key").values(*names)
    return tuple(lists.OwnPrice.model_validate(row) for row in rows)


def own_assumptions(version: ListVersion) -> tuple[lists.OwnAssumption, ...]:
    """The assumptions of one version."""
    names = list(lists.OwnAssumption.model_fields)
    rows = OwnAssumption.objects.filter(version=version).order_by("key").values(*names)
    return tuple(lists.OwnAssumption.model_validate(row) for row in rows)


@dataclass(frozen=True, slots=True)
class OwnList:
    """One list of a network in one version, with the versions that there are, newest first."""

    network: str
    kind: ListKind
    version: ListVersion | None
    versions: tuple[ListVersion, ...]
    entries: tuple[lists.Entry, ...]


def own_list(
    user: User, network_id: str, kind: ListKind, *, at: datetime, number: int | None = None
) -> OwnList:
    """Read a list of a network in one version (None: the newest)."""
    require_generally(user, Kind.DIRECTORY, Act.READ, at=at, subject=f"eigen lijst: {kind}")
    network = Network.objects.filter(pk=network_id).first()
    if network is None:
        raise NoPlanError(network_id)
    versions = tuple(ListVersion.objects.filter(network=network, kind=kind).order_by("-number"))
    version = next((one for one in versions if number is None or one.number == number), None)
    if version is None and number is not None:
        raise NoPlanError(str(number))
    entries: tuple[lists.Entry, ...] = ()
    if version is not None:
        entries = own_prices(version) if kind is ListKind.PRICES else own_assumptions(version)
    return OwnList(network.name, kind, version, versions, entries)


def network_of(user: User) -> str | None:
    """The network whose lists somebody works with: that of the professional that he is, else the only one."""
    mine = professional_of(user)
    if mine is not None:
        return mine.network_id
    found = networks()
    return found[0].pk if len(found) == 1 else None


def runs_of(household_id: str, plan: str) -> tuple[Run, ...]:
    """The runs that were kept of a plan, newest first. Whoever asks has decided that they may be seen."""
    return tuple(Run.objects.filter(household_id=household_id, plan=plan).order_by("-at", "-pk"))


def run_of(user: User, household_id: str, run_id: UUID, *, at: datetime, act: Act = Act.READ) -> Run:
    """Read one run that was kept; raises `NoPlanError` when this household has none by that number."""
    held = require(user, household_id, Kind.SCENARIO, act, at=at, subject=f"doorrekening {run_id}")
    found = Run.objects.filter(pk=run_id, household_id=household_id).first()
    if found is None:
        raise NoPlanError(str(run_id))
    with transaction.atomic():
        note_allowed(held, Kind.SCENARIO, act, at=at, subject=f"doorrekening {run_id}")
    return found
