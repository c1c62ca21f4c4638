"""The published tables that the library must reproduce; see README.md beside them."""

import csv
import json
from pathlib import Path
from typing import Any

_TABLES = Path(__file__).resolve().parents[2] / "src" / "rekenmodel" / "social_value" / "tests" / "golden"


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one CSV table."""
    with (_TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def record(name: str) -> dict[str, Any]:
    """Return one JSON file."""
    found: dict[str, Any] = json.loads((_TABLES / f"{name}.json").read_text(encoding="utf-8"))
    return found
