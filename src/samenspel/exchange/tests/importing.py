"""What the tests of bringing in share: a case lead, files as a browser gives them, and counting all rows."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from django.apps import apps

from samenspel.access.actions import appoint
from samenspel.access.rules import Role
from samenspel.accounts.models import User
from samenspel.exchange.actions import bring_in_files, confirm, finish
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.rules.file_json import write_file
from samenspel.exchange.tests.ijw_messages import sample
from samenspel.households.models import Household
from samenspel.households.queries import read_file
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL, user
from samenspel.network.actions import open_network

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LEFT_ALONE = {"Line", "Processing", "Batch", "Proposal"}
"""The journal grows, and a batch says what was refused: neither is data about a household."""


def case_lead(name: str = "lia") -> User:
    """Somebody who may bring in, with a network to bring into."""
    open_network(key="noord", name="Noord")
    somebody = user(name)
    appoint(user=somebody, role=Role.CASE_LEAD)
    return somebody


def messages(names: Iterable[str]) -> list[tuple[str, bytes]]:
    """Sample messages as files."""
    return [(f"{name.removesuffix('.xml')}.xml", sample(name)) for name in names]


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The same in one zip."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


def as_json(file: HouseholdFile = FULL, **changes: object) -> bytes:
    """A household file, with other values for some fields."""
    return write_file(HouseholdFile.model_validate(file.model_dump() | changes))


def read(by: User, *files: tuple[str, bytes]) -> Batch:
    """Bring files in up to the preview."""
    return bring_in_files(
        by=by, at=NOW, network_id="noord", files=[(name, BytesIO(data)) for name, data in files]
    )


def keep(by: User, batch: Batch, *, left_out: Iterable[int] = ()) -> Batch:
    """Confirm a preview and write it."""
    confirm(by=by, at=NOW, batch_id=batch.pk, left_out=list(left_out))
    return finish(by=by, at=NOW, batch_id=batch.pk)


def brought_in(by: User, *files: tuple[str, bytes]) -> Batch:
    """Bring files in and write them."""
    return keep(by, read(by, *files))


def one(batch: Batch) -> Proposal:
    """The only proposal of a batch."""
    return Proposal.objects.get(batch=batch)


def households() -> dict[str, HouseholdFile]:
    """Everything that stands in the database, by key."""
    rows = Household.objects.order_by("pk")
    return {row.key: read_file(row.pk, TABLES)[0] for row in rows}


def contents() -> list[dict[str, object]]:
    """The same as plain values, whatever the keys of the households."""
    return sorted(
        (file.model_dump(mode="json") for file in households().values()), key=lambda file: str(file["name"])
    )


def counts() -> dict[str, int]:
    """How many rows every table holds."""
    models = [model for model in apps.get_models() if model.__module__.startswith("samenspel.")]
    return {
        model.__name__: model._default_manager.count() for model in models if model.__name__ not in LEFT_ALONE
    }
