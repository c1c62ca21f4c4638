"""Who may bring households in and take them along, as named questions to the access room."""

from samenspel.access.queries import Standing, may_generally
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.households.tables import TABLES


def may_bring_in(user: User) -> bool:
    """Whether this user may open households, and so bring files in at all."""
    return may_generally(user, Kind.EXISTENCE, Act.CREATE).allowed


def may_add_to_directory(user: User) -> bool:
    """Whether this user may add the organisations and professionals that a file brings along."""
    return may_generally(user, Kind.DIRECTORY, Act.WRITE).allowed


def takes_along(held: Standing) -> frozenset[str]:
    """The lists that somebody with this standing may take along in a file."""
    return frozenset(name for name, table in TABLES.items() if held.may(table.kind, Act.EXPORT).allowed)
