"""What the pages of the desk show."""

from dataclasses import dataclass
from datetime import date, datetime

from rekenmodel.costs import load_price_list
from rekenmodel.values import load_price_index
from samenspel.accounts.models import User
from samenspel.households.models import Change
from samenspel.households.queries import Dossier, dossier, last_change
from samenspel.households.rules.picture import Picture, Prices, picture
from samenspel.network.queries import RingSegment, segments


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """All that the household page is made of."""

    dossier: Dossier
    picture: Picture
    segments: tuple[RingSegment, ...]
    last_change: Change | None


def prices(on: date) -> Prices:
    """What amounts are calculated with on a day: said in euros of that year, as far as the index goes."""
    index = load_price_index()
    return Prices(load_price_list(), index, min(on.year, index.newest))


def household_page(user: User, household_id: str, *, at: datetime, on: date) -> HouseholdPage:
    """Read and calculate the picture of one household on the day `on`, as this user may see it."""
    held = dossier(user, household_id, at=at)
    seen = picture(held.file, on, prices(on))
    return HouseholdPage(held, seen, segments(held.network_id), last_change(household_id))
