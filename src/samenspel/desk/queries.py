"""What the pages of the desk show, and what an editor reads for who may write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from rekenmodel.costs import load_price_list
from rekenmodel.signals import StateResult, process_state
from rekenmodel.values import Text
from samenspel.access.actions import note_allowed, require, require_generally
from samenspel.access.queries import Member, Standing, may_generally, members_of
from samenspel.access.rules import Act, Kind, Role
from samenspel.accounts.models import User
from samenspel.desk.rules.fields import Around, Form
from samenspel.desk.rules.forms import FORMS
from samenspel.desk.rules.prices import prices
from samenspel.desk.rules.titles import referring
from samenspel.households.access import locked_because, readable_tables
from samenspel.households.models import Change, Revision
from samenspel.households.queries import (
    Dossier,
    NoHouseholdError,
    dossier,
    dossier_as_known,
    read_file,
    recent_changes,
)
from samenspel.households.rules.picture import Picture, picture
from samenspel.households.rules.record import Facts, HouseholdFile, State
from samenspel.households.rules.rounds import current_round
from samenspel.households.rules.situation import file_on, situation
from samenspel.households.tables import TABLES
from samenspel.journal.models import Line
from samenspel.journal.queries import lines_of
from samenspel.kit.rows import Row
from samenspel.network.queries import RingSegment, known_keys, professional_of, segments

HOUSEHOLD = "household"
RECENT = 20


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """All that the household page is made of."""

    dossier: Dossier
    picture: Picture
    segments: tuple[RingSegment, ...]
    recent: tuple[Change, ...]

    @property
    def last_change(self) -> Change | None:
        """The newest change: what the page says was saved when."""
        return self.recent[0] if self.recent else None


def household_page(
    user: User,
    household_id: str,
    *,
    at: datetime,
    on: date,
    act: Act = Act.READ,
    subject: str = "gezinspagina",
    known: datetime | None = None,
) -> HouseholdPage:
    """Read and calculate the picture of one household on the day `on`, as this user may see or export it.

    With `known` only what was written down by that moment is there.
    """
    if known is None:
        held = dossier(user, household_id, at=at, act=act, subject=subject)
    else:
        held = dossier_as_known(user, household_id, at=at, moment=known, act=act, subject=subject)
    seen = picture(held.file, on, prices(on), timezone.localtime(at).date())
    return HouseholdPage(held, seen, segments(held.network_id), tuple(recent_changes(household_id)))


def who_sees(held: Dossier, *, at: datetime) -> list[Member]:
    """Everybody who can open this household now: whoever may open it himself may know who else does."""
    return members_of(held.id, at=at)


def my_key(user: User) -> str:
    """The key of the professional that this user is, or nothing."""
    found = professional_of(user)
    return found.key if found else ""


KINDS_OF_MEMBERS = {Role.FAMILY: "person", Role.SUPPORTER: "supporter"}


def voter_key(user: User, held: Standing) -> str:
    """Whose vote this user gives: of the professional, person or supporter that he is, else his own."""
    if held.person_key and held.role in KINDS_OF_MEMBERS:
        return f"{KINDS_OF_MEMBERS[held.role]}:{held.person_key}"
    key = my_key(user)
    return f"professional:{key}" if key else f"user:{user.pk}"


def who_looked(user: User, household_id: str, *, at: datetime) -> list[Line]:
    """The journal of a household, for who may see it; reading it leaves a line as well."""
    held = require(user, household_id, Kind.JOURNAL, Act.READ, at=at, subject="wie keek er")
    lines = lines_of(household_id)
    note_allowed(held, Kind.JOURNAL, Act.READ, at=at, subject="wie keek er")
    return lines


@dataclass(frozen=True, slots=True)
class Editing:
    """One row and what can be chosen around it; `row` is None for a row that is still to be added."""

    household_id: str
    table: str
    key: str
    form: Form
    shape: type[Row]
    row: Row | None
    around: Around
    held: Standing
    locked: Text | None = None
    """Whom to ask when this row is not his to change: then the fields can be read only."""

    @property
    def values(self) -> dict[str, Any]:
        """The values of the row by column."""
        return self.row.model_dump() if self.row else {}


def kind_of(table: str) -> Kind:
    """What kind of data a list is; raises `NoHouseholdError` for a list that does not exist."""
    if table == HOUSEHOLD:
        return Kind.STRUCTURE
    if table not in TABLES:
        raise NoHouseholdError(table)
    return TABLES[table].kind


def shape_of(table: str) -> type[Row]:
    """The shape of the rows of a list."""
    return Facts if table == HOUSEHOLD else TABLES[table].row


def editing(
    user: User, household_id: str, table: str, key: str, *, at: datetime, lists: frozenset[str] | None = None
) -> Editing:
    """Read a row with the lists that it chooses from (`lists`, else all); an empty key is a new row.

    Opening an editor leaves a line in the journal; a change leaves its own, so with `lists` none is left.
    """
    kind = kind_of(table)
    held = require(user, household_id, kind, Act.WRITE, at=at, subject=f"{table}/{key}")
    form = FORMS[table]
    wanted = form.lists if lists is None else lists
    file = _file(user, held, {*wanted, table}, at=at)
    row = _row(file, table, key)
    if key and row is None:
        raise NoHouseholdError(key)
    if lists is None:
        with transaction.atomic():
            note_allowed(held, kind, Act.READ, at=at, subject=f"wijzigen: {table}/{key}")
    around = Around(file, load_price_list(), table, key)
    locked = locked_because(held, table, row) if lists is None else None
    return Editing(household_id, table, key, form, shape_of(table), row, around, held, locked)


def _file(user: User, held: Standing, wanted: Iterable[str], *, at: datetime) -> HouseholdFile:
    names = set(wanted)
    file, network_id = read_file(held.household_id, names & readable_tables(held))
    if "directory" not in names or not may_generally(user, Kind.DIRECTORY, Act.READ).allowed:
        return file
    require_generally(user, Kind.DIRECTORY, Act.READ, at=at, subject="keuzelijst")
    directory = known_keys(network_id)
    return file.model_copy(
        update={"organisations": directory.organisations, "professionals": directory.professionals}
    )


def _row(file: HouseholdFile, table: str, key: str) -> Row | None:
    if table == HOUSEHOLD:
        return Facts.model_validate({name: getattr(file, name) for name in Facts.model_fields})
    return next((row for row in getattr(file, table) if row.key == key), None)


def changed_by(household_id: str, table: str, key: str, columns: Iterable[str]) -> Change | None:
    """The newest change of one of these columns of a row."""
    found = Revision.objects.filter(household_id=household_id, table=table, key=key).select_related("change")
    for revision in found.order_by("-change__at", "-change_id", "-sequence")[:RECENT]:
        before: Mapping[str, Any] = revision.before or {}
        after: Mapping[str, Any] = revision.after or {}
        if any(before.get(column) != after.get(column) for column in columns):
            return revision.change
    return None


def still_used(
    user: User, household_id: str, table: str, key: str, *, at: datetime
) -> tuple[HouseholdFile, list[tuple[str, Row]]]:
    """The household and the rows that name this row: these must let go of it before it can be taken out."""
    kind = kind_of(table)
    held = require(user, household_id, kind, Act.WRITE, at=at, subject=f"{table}/{key}")
    with transaction.atomic():
        note_allowed(held, kind, Act.READ, at=at, subject=f"weghalen: {table}/{key}")
        file, _ = read_file(household_id, readable_tables(held))
    return file, list(referring(file, table, key))


@dataclass(frozen=True, slots=True)
class StateRound:
    """The process state as it is computed now, and the round of votes that runs."""

    computed: StateResult
    round: State | None


def state_round(user: User, household_id: str, *, at: datetime, on: date, act: Act = Act.READ) -> StateRound:
    """Read and compute the process state on the day `on`, for somebody who may vote on it."""
    held = require(user, household_id, Kind.PROCESS, Act.WRITE, at=at, subject="processtand")
    file, _ = read_file(household_id, readable_tables(held))
    if act is Act.READ:
        with transaction.atomic():
            note_allowed(held, Kind.PROCESS, Act.READ, at=at, subject="processtand")
    return StateRound(process_state(situation(file_on(file, on), on)), current_round(file.states, on))
