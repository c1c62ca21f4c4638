"""Who may read or write which part of a plan, as named questions to the access room."""

from samenspel.access.queries import Standing, may_generally
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.scenarios.tables import READ_AS, TABLES


def readable_lists(held: Standing, act: Act = Act.READ) -> frozenset[str]:
    """The lists of a plan that somebody with this standing may read (or take along)."""
    return frozenset(name for name, kind in READ_AS.items() if held.may(kind, act).allowed)


def may_write(held: Standing, table: str) -> bool:
    """Whether somebody with this standing may change this list of a plan; judgements only his own."""
    return held.may(TABLES[table].kind, Act.WRITE).allowed


def may_calculate(held: Standing) -> bool:
    """Whether somebody with this standing may see what is calculated from help and levels."""
    return held.may(Kind.SCENARIO, Act.READ).allowed


def may_take(held: Standing, kind: Kind) -> bool:
    """Whether somebody with this standing may take this kind of data out of the platform."""
    return held.may(kind, Act.EXPORT).allowed


def may_write_for_others(held: Standing) -> bool:
    """Whether somebody with this standing may also change what another person judged."""
    return held.may(Kind.SCENARIO, Act.WRITE).allowed


def may_write_lists(user: User) -> bool:
    """Whether this user may change the network's own prices and assumptions."""
    return may_generally(user, Kind.DIRECTORY, Act.WRITE).allowed
