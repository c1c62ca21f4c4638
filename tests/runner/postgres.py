"""A PostgreSQL for the tests: the one named, the one on this machine, or a private one.

`server()` gives the address of a server on which databases can be made. `database(address)` gives the address
of a database with a name of its own, so that two runs at the same time do not meet; it is removed afterwards.
"""

import getpass
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

HOST, PORT = "127.0.0.1", 5432
INSTALLED = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
# A test database may be lost in a power cut; what that saves is most of the waiting.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50"


class NoPostgres(Exception):
    """There is no PostgreSQL to test on; the message says what to install."""


@contextmanager
def server() -> Iterator[str]:
    """Give the address of a PostgreSQL server on which databases can be made."""
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(("postgres:", "postgresql:")):
        yield named
    elif running := running_server():
        yield running
    else:
        with private_server() as address:
            yield address


@contextmanager
def database(address: str) -> Iterator[str]:
    """Give the address of an empty database of our own; drop it and Django's test copy afterwards."""
    name = f"samenspel_{secrets.token_hex(6)}"
    run_on(address, "CREATE DATABASE {}", name)
    try:
        yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
    finally:
        for leftover in (f"test_{name}", name):
            run_on(address, "DROP DATABASE IF EXISTS {} WITH (FORCE)", leftover)


def run_on(address: str, statement: str, name: str) -> None:
    """Run one statement about a database, outside any transaction."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(sql.Identifier(name)))


def running_server() -> str:
    """Return the address of a server on 127.0.0.1:5432 that lets us make databases, or nothing."""
    password = quote(os.environ.get("PGPASSWORD", ""), safe="")
    for user in filter(None, (os.environ.get("PGUSER"), getpass.getuser(), "postgres")):
        address = f"postgresql://{quote(user, safe='')}:{password}@{HOST}:{PORT}/postgres"
        try:
            with psycopg.connect(address, connect_timeout=3) as connection:
                row = connection.execute(
                    "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
                ).fetchone()
        except psycopg.OperationalError:
            continue
        if row and row[0]:
            return address
    return ""


@contextmanager
def private_server() -> Iterator[str]:
    """Start a server in a temporary folder, on a free port, with a password; stop it afterwards."""
    programs = installed_programs()
    # PostgreSQL refuses to run as root.
    owner = "nobody" if os.name == "posix" and os.geteuid() == 0 else None
    control = programs / "pg_ctl"
    password, port = secrets.token_urlsafe(24), free_port()
    with tempfile.TemporaryDirectory(prefix="samenspel-postgres-") as folder:
        secret = Path(folder) / "password"
        secret.write_text(password)
        if owner:
            shutil.chown(folder, owner)
            shutil.chown(secret, owner)
        data, log = f"{folder}/data", f"{folder}/log"
        login = ("--username=samenspel", "--auth=scram-sha-256", f"--pwfile={secret}")
        call(owner, folder, programs / "initdb", "--pgdata", data, *login, "--encoding=UTF8", "--no-sync")
        listen = f"-c listen_addresses={HOST} -c port={port} -c unix_socket_directories= {FAST}"
        begin = ("start", "--wait", "--pgdata", data, "--log", log, "-o", listen)
        call(owner, folder, control, *begin)
        try:
            yield f"postgresql://samenspel:{password}@{HOST}:{port}/postgres"
        finally:
            call(owner, folder, control, "stop", "--mode=immediate", "--pgdata", data)


def call(owner: str | None, folder: str, program: Path, *arguments: str) -> None:
    """Run one of PostgreSQL's programs as its owner; its words are shown only when it fails."""
    # Not through pipes: the server that pg_ctl leaves behind would keep them open.
    with tempfile.TemporaryFile() as words:
        finished = subprocess.run(
            [str(program), *arguments], user=owner, cwd=folder, stdout=words, stderr=words, check=False
        )
        if finished.returncode != 0:
            words.seek(0)
            raise NoPostgres(f"{program.name} failed: {words.read().decode(errors='replace').strip()}")


def installed_programs() -> Path:
    """Return the newest folder with PostgreSQL's programs; Debian keeps them off the PATH."""
    folders = [path for pattern in INSTALLED for path in Path("/").glob(pattern.lstrip("/"))]
    found = [folder for folder in folders if (folder / "initdb").exists()]
    if found:
        return max(found, key=lambda folder: [int(digits) for digits in folder.parts if digits.isdigit()])
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    raise NoPostgres(
        "The tests need PostgreSQL: set DATABASE_URL to a server, or install one "
        "(Debian or Ubuntu: apt-get install postgresql)."
    )


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
