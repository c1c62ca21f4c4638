"""What the pages of the desk show."""

from dataclasses import dataclass
from datetime import date, datetime

from samenspel.access.actions import note_allowed, require
from samenspel.access.queries import Member, members_of
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.desk.rules.prices import prices
from samenspel.households.models import Change
from samenspel.households.queries import Dossier, dossier, last_change
from samenspel.households.rules.picture import Picture, picture
from samenspel.journal.models import Line
from samenspel.journal.queries import lines_of
from samenspel.network.queries import RingSegment, professional_of, segments


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """All that the household page is made of."""

    dossier: Dossier
    picture: Picture
    segments: tuple[RingSegment, ...]
    last_change: Change | None


def household_page(
    user: User,
    household_id: str,
    *,
    at: datetime,
    on: date,
    act: Act = Act.READ,
    subject: str = "gezinspagina",
) -> HouseholdPage:
    """Read and calculate the picture of one household on the day `on`, as this user may see or export it."""
    held = dossier(user, household_id, at=at, act=act, subject=subject)
    seen = picture(held.file, on, prices(on))
    return HouseholdPage(held, seen, segments(held.network_id), last_change(household_id))


def who_sees(held: Dossier, *, at: datetime) -> list[Member]:
    """Everybody who can open this household now: whoever may open it himself may know who else does."""
    return members_of(held.id, at=at)


def my_key(user: User) -> str:
    """The key of the professional that this user is, or nothing."""
    found = professional_of(user)
    return found.key if found else ""


def who_looked(user: User, household_id: str, *, at: datetime) -> list[Line]:
    """The journal of a household, for who may see it; reading it leaves a line as well."""
    held = require(user, household_id, Kind.JOURNAL, Act.READ, at=at, subject="wie keek er")
    lines = lines_of(household_id)
    note_allowed(held, Kind.JOURNAL, Act.READ, at=at, subject="wie keek er")
    return lines
