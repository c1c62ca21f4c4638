"""The database of the measurement: filled once and kept; every run works in a copy of its own."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

NAME, COPY = "samenspel_bench", "samenspel_bench_run"
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def stamp() -> str:
    """One hash over all that the content of the database depends on."""
    paths = [HERE / "seed.py", HERE / "rich.py", *(ROOT / "src" / "samenspel").glob("*/migrations/*.py")]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sorted(paths))).hexdigest()


@contextmanager
def filled(server: str, fill: Callable[[str], None], *, again: bool) -> Iterator[str]:
    """Give the address of a filled database; `fill` is called with an empty one when there is none yet."""
    wanted = stamp()
    with psycopg.connect(server, autocommit=True) as link:
        if again or kept(link) != wanted:
            make(link, NAME)
            fill(address(server, NAME))
            link.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(NAME), wanted))
        make(link, COPY, template=NAME)
        try:
            yield address(server, COPY)
        finally:
            drop(link, COPY)


def kept(link: psycopg.Connection) -> str:
    """The stamp on the database that is there; nothing when there is none."""
    row = link.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
    ).fetchone()
    return str(row[0]) if row else ""


def make(link: psycopg.Connection, name: str, *, template: str = "template0") -> None:
    """Make a database anew."""
    drop(link, name)
    names = (sql.Identifier(name), sql.Identifier(template))
    link.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(*names))


def drop(link: psycopg.Connection, name: str) -> None:
    """Remove a database, if it is there."""
    link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def address(server: str, name: str) -> str:
    """The address of a database on the same server."""
    return urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
