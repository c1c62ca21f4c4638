"""Measure the household: `python3 samen.py bench household [--write] [--again] [--only page lists ...]`."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import psycopg

from benchmarks.household.figures import Figure, table, taken_over
from benchmarks.household.store import ROOT, filled
from tests.runner.postgres import NoPostgres, server

PARTS = ("page", "data", "lists", "served", "overview", "messages")
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- household: begin -->\n", "<!-- household: end -->\n"
CHILD = """
import sys, django
from importlib import import_module
django.setup()
import_module("benchmarks.household." + sys.argv[1]).main()
"""


class PartFailed(Exception):
    """A part stopped before it had its figures."""


def main() -> int:
    """Run the parts one after another, print the table, and return 1 when a figure is missed."""
    options = arguments()
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    try:
        with (
            tempfile.TemporaryDirectory(prefix="samenspel-bench-") as folder,
            server() as address,
            filled(address, partial(seed, folder), again=options.again) as database,
        ):
            run("collect", database, folder)
            measured = [measure(part, database, folder) for part in options.only]
            machine = describe(address, busy)
    except (NoPostgres, PartFailed) as reason:
        print(reason)
        return 1
    figures = [figure for found in measured for figure in found]
    print(f"\n{machine}\n\n{table(figures)}\n")
    if options.write:
        write(machine, figures)
    missed = [one for one in figures if one.missed]
    for one in missed:
        print(f"Missed: {one.name} is {one.cells[1]}, must be {one.limit}.")
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="samen.py bench household")
    parser.add_argument("--write", action="store_true", help="put the table in docs/reference/benchmarks.md")
    parser.add_argument("--again", action="store_true", help="fill the database anew")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="run these parts only")
    return parser.parse_args()


def seed(folder: str, database: str) -> None:
    """Fill an empty database."""
    print("Filling a database with 100,000 households; this takes some minutes, once.", flush=True)
    begin = time.monotonic()
    run("seed", database, folder)
    print(f"Filled in {time.monotonic() - begin:.0f} seconds.", flush=True)


def measure(part: str, database: str, folder: str) -> list[Figure]:
    """Measure one part, and say what is being done."""
    print(f"Measuring: {part}.", flush=True)
    return taken_over(run(part, database, folder))


def run(part: str, database: str, folder: str) -> str:
    """Run one part in a process of its own, with the settings of production; return what it printed."""
    settings = {
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "benchmarks.household.settings",
        "SAMENSPEL_DEBUG": "0",
        "SAMENSPEL_HOSTS": "127.0.0.1,testserver",
        "SAMENSPEL_SECRET_KEY": "only to measure with",
        "SAMENSPEL_VAR": folder,
    }
    finished = subprocess.run(
        [sys.executable, "-c", CHILD, part],
        cwd=ROOT,
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if finished.returncode != 0:
        raise PartFailed(f"The part {part} stopped; the lines above say why.")
    return finished.stdout


def describe(address: str, busy: float) -> str:
    """When, on what and on which versions was measured; `busy` is how many programs wanted a core already."""
    with psycopg.connect(address) as link:
        postgres = link.info.server_version // 10_000
    cores = os.cpu_count()
    return (
        f"{datetime.now(tz=UTC):%Y-%m-%d}, {cores} cores ({processor()}), {platform.system()}, "
        f"Python {platform.python_version()}, PostgreSQL {postgres}; load {busy:.1f} at the start"
    )


def processor() -> str:
    """What the processor calls itself."""
    facts = Path("/proc/cpuinfo")
    lines = facts.read_text().splitlines() if facts.is_file() else []
    named = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return named[0] if named else platform.machine()


def write(machine: str, figures: Sequence[Figure]) -> None:
    """Put the table in the documentation, between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{machine}\n\n{table(figures)}\n\n{END}{after}", encoding="utf-8")
    print(f"Written to {PAGE.relative_to(ROOT)}.")


if __name__ == "__main__":
    sys.exit(main())
