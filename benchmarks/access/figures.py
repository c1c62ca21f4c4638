"""The figures of access: cells, mutants and probes, each as a row of the table."""

import psycopg
from django.core.management import call_command

from benchmarks.access.mutants import alive
from benchmarks.access.probes import probe
from samenspel.access.rules import decision, derive
from samenspel.access.tests import cells
from tests.runner.postgres import NoPostgres, server

Row = tuple[str, str, str, bool]
LEAST_CELLS, LEAST_PROBES = 226_800, 100_000


def cells_rows() -> list[Row]:
    """Every cell in Python against SQL, on SQLite and on PostgreSQL."""
    rows = [*on_database("SQLite", None)]
    try:
        with server() as address, psycopg.connect(address) as connection:
            rows += on_database("PostgreSQL", lambda text: connection.execute(text.encode()).fetchall())
    except NoPostgres as reason:
        rows.append(("decision cells on PostgreSQL", str(reason), "0 differences", False))
    return rows


def on_database(name: str, run: "cells.Run | None") -> list[Row]:
    """The cells of the decision and of the axes that it is derived from, on one database."""
    decided = cells.cells(cells.answers("decision", run))
    different = cells.decision_differs(decision, decided)
    size, axes = len(decided), 0
    derived = []
    for axis, differs in (
        ("relation", cells.relation_differs),
        ("basis", cells.basis_differs),
        ("covers", cells.covering_differs),
    ):
        found = cells.answers(axis, run)
        axes += len(found)
        derived.append(differs(derive, found))
    first = [one for one in derived if one]
    return [
        (
            f"decision cells, Python and {name}",
            f"{size:,}, {'differs at ' + str(different) if different else '0 differences'}",
            f">= {LEAST_CELLS:,}, 0",
            different is None and size >= LEAST_CELLS,
        ),
        (
            f"cells of relation, age, basis, purpose and category, {name}",
            f"{axes:,}, {'differs at ' + str(first[0]) if first else '0 differences'}",
            "0",
            not first,
        ),
    ]


def mutant_rows() -> list[Row]:
    """Every mutant of the rules."""
    tried, left = alive()
    for one in left:
        print(f"  alive: {one.module} {one.what}")
    killed = f"{tried - len(left)} of {tried}"
    return [("mutants in the rules of access killed", killed, "100 %", not left)]


def probe_rows(rounds: int) -> list[Row]:
    """Every address by everybody on several households, each beside one that does not exist."""
    call_command("migrate", verbosity=0)
    found = probe(rounds)
    for leak in found.leaks[:10]:
        print(f"  leak: {leak}")
    return [
        (
            "address x persona x household probes, application layer alone",
            f"{found.tried:,}, {len(found.leaks)} leaks",
            f">= {LEAST_PROBES:,}, 0",
            found.tried >= LEAST_PROBES and not found.leaks,
        ),
        ("lines of refusals missing", f"{found.unlogged}", "0", found.unlogged == 0),
    ]
