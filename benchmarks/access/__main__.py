"""Measure access: `python3 samen.py bench access [--write] [--only cells mutants probes] [--rounds 62]`.

Every cell of the decision against SQL on SQLite and PostgreSQL, every mutant of the rules, and every address
tried by everybody around and outside a household, once against what is there and once against what is not.
"""

import argparse
import os
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import django

PARTS = ("cells", "mutants", "probes")
ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- access: begin -->\n", "<!-- access: end -->\n"
Row = tuple[str, str, str, bool]
"""A figure: its name, what was measured, what it must be, and whether it is."""


def main() -> int:
    """Run the parts, print the table, and return 1 when a figure is missed."""
    options = arguments()
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.access.settings"
    django.setup()
    rows: list[Row] = []
    for part in options.only:
        print(f"{part} …", flush=True)
        rows += measure(part, options.rounds)
    print(f"\n{table(rows)}\n")
    if options.write:
        write(table(rows))
    missed = [name for name, _, _, good in rows if not good]
    for name in missed:
        print(f"Missed: {name}.")
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python3 samen.py bench access", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--rounds", type=int, default=62, help="how many households each address is tried on")
    parser.add_argument("--write", action="store_true", help="write the table into docs/reference")
    return parser.parse_args()


def measure(part: str, rounds: int) -> list[Row]:
    """The rows of one part, with how long it took."""
    figures = import_module("benchmarks.access.figures")  # reads models, so only after Django is set up
    parts: dict[str, Callable[[], list[Row]]] = {
        "cells": figures.cells_rows,
        "mutants": figures.mutant_rows,
        "probes": lambda: figures.probe_rows(rounds),
    }
    start = time.perf_counter()
    rows = parts[part]()
    print(f"  {time.perf_counter() - start:.0f} s", flush=True)
    return rows


def table(rows: list[Row]) -> str:
    """The rows as a table of Markdown."""
    lines = ["| figure | measured | must be | |", "|---|---|---|---|"]
    lines += [
        f"| {name} | {said} | {limit} | {'yes' if good else 'NO'} |" for name, said, limit, good in rows
    ]
    return "\n".join(lines)


def write(text: str) -> None:
    """Put the table between its marks, at the end of the page when it is not there yet."""
    page = PAGE.read_text(encoding="utf-8")
    if BEGIN not in page:
        page += f"\n## Access\n\n`python3 samen.py bench access --write`\n\n{BEGIN}{END}"
    head, rest = page.split(BEGIN)
    PAGE.write_text(f"{head}{BEGIN}{text}\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
