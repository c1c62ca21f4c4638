"""What the tests of the repository read: its files, its floors and its parsed code."""

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PLATFORM = ROOT / "src" / "samenspel"
LIBRARY = ROOT / "src" / "rekenmodel"


@cache
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def layers(contract: str) -> list[str]:
    """Return the layers of one import contract in pyproject.toml, lowest first."""
    contracts = project()["tool"]["importlinter"]["contracts"]
    found = next(entry["layers"] for entry in contracts if entry["id"] == contract)
    return [layer.strip("()") for layer in reversed(found)]


def floors() -> list[str]:
    """Return the rooms, lowest first, from the one list of floors."""
    return layers("floors")


@cache
def files() -> list[Path]:
    """Return the files that are in git or about to be: all but those that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name]
    return sorted(path for path in paths if path.is_file())


@cache
def texts() -> dict[str, str]:
    """Return the text files by their path within the repository; pictures and fonts are left out.

    Samples in another encoding on purpose are read with a mark for each strange byte.
    """
    found = {}
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:8000]:
            found[str(path.relative_to(ROOT))] = content.decode("utf-8", errors="replace")
    return found


@cache
def code(folder: Path) -> dict[Path, ast.Module]:
    """Return the parsed Python files under a folder, migrations apart: Django writes those."""
    return {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix == ".py" and path.is_relative_to(folder) and "migrations" not in path.parts
    }


def is_test(path: Path) -> bool:
    """Whether a file belongs to the tests."""
    return "tests" in path.relative_to(ROOT).parts or path.name == "conftest.py"


def glossary() -> list[dict[str, str]]:
    """Return the rows of the tables in GLOSSARY.md as Dutch term, identifier and room."""
    rows = []
    for line in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) == 4 and cells[0] != "Nederlands" and not set(cells[0]) <= set("-: "):
            rows.append(
                {"term": cells[0].strip("*"), "identifier": cells[1].strip("`"), "room": cells[3].strip("`")}
            )
    return rows
