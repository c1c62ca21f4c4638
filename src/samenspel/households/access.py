"""Which lists of a household somebody may read or write, as named questions to the access room."""

from samenspel.access.queries import Standing
from samenspel.access.rules import Act, Kind
from samenspel.households.tables import TABLES


def readable_tables(held: Standing, act: Act = Act.READ) -> frozenset[str]:
    """The lists that somebody with this standing may read (or take along)."""
    return frozenset(name for name, table in TABLES.items() if held.may(table.kind, act).allowed)


def may_write(held: Standing, table: str) -> bool:
    """Whether somebody with this standing may change rows of this list."""
    return held.may(TABLES[table].kind, Act.WRITE).allowed


def may_see_journal(held: Standing) -> bool:
    """Whether somebody with this standing may see who looked."""
    return held.may(Kind.JOURNAL, Act.READ).allowed
