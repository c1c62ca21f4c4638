"""A new version of the network's own prices or assumptions; older versions stay, because runs name them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction

from samenspel.access.actions import require_generally
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.scenarios.models import ListVersion, OwnAssumption, OwnPrice
from samenspel.scenarios.queries import newest_version
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.lists import Entry, basis
from samenspel.scenarios.rules.lists import OwnAssumption as AssumptionRow
from samenspel.scenarios.rules.lists import OwnPrice as PriceRow


class ListChangedError(Exception):
    """Somebody else made a version at the same moment."""


def put_list(
    *, by: User, at: datetime, network_id: str, kind: ListKind, entries: Iterable[Entry], note: str = ""
) -> int:
    """Keep these entries as the newest version of a list; return its number.

    Raise RefusedError, naming the entry, when one cannot be right: then no version is made.
    """
    require_generally(by, Kind.DIRECTORY, Act.WRITE, at=at, subject=f"eigen lijst: {kind}")
    rows = tuple(entries)
    prices = [row for row in rows if isinstance(row, PriceRow)]
    assumed = [row for row in rows if isinstance(row, AssumptionRow)]
    basis(prices, assumed)
    newest = newest_version(network_id, kind)
    try:
        with transaction.atomic():
            version = ListVersion.objects.create(
                network_id=network_id,
                kind=kind,
                number=newest.number + 1 if newest else 1,
                at=at,
                by_id=by.pk,
                by_name=by.display_name,
                note=note[:200],
            )
            OwnPrice.objects.bulk_create(OwnPrice(version=version, **row.model_dump()) for row in prices)
            OwnAssumption.objects.bulk_create(
                OwnAssumption(version=version, **row.model_dump()) for row in assumed
            )
    except IntegrityError as error:
        raise ListChangedError(kind) from error
    return version.number
