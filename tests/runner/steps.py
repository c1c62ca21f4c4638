"""The steps of `check` and `test`, each one command."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from samen import node
from tests.runner.chromium import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[2]
PYTEST = [sys.executable, "-m", "pytest", "--quiet"]
# Pure code is tested with nothing but Python: without Django and without the fixtures that need it.
PURE = [
    *(*PYTEST, "-p", "no:django", "--noconftest", "-W", "ignore::pytest.PytestConfigWarning"),
    *("-o", "addopts=--import-mode=importlib --hypothesis-profile=ci"),
]
MANAGE = [sys.executable, "-m", "samenspel.config.manage"]
TSC = ROOT / "frontend/node_modules/typescript/bin/tsc"
# Everything else leans on these: their own tests reach every line and branch.
COVERED = ["--cov", "--cov-report=term", "src/rekenmodel", "src/samenspel/access", "src/samenspel/journal"]
MOST = ["--ignore=tests/journeys"]


@dataclass(frozen=True)
class Step:
    """One line of the closing table: what it proves, the command, and what that adds to the environment."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)


def tool(name: str, *arguments: str) -> list[str]:
    """Return the command of a tool from the Python environment."""
    return [str(Path(sys.executable).with_name(name)), *arguments]


def check() -> list[Step]:
    """What takes seconds: run it before every commit."""
    pure = ["src/rekenmodel", *sorted(str(path) for path in pure_tests())]
    return [
        Step("lint (ruff)", tool("ruff", "check", "--quiet", "--output-format=concise")),
        Step("layout (ruff)", tool("ruff", "format", "--check", "--quiet", "--output-format=concise")),
        Step("types (mypy)", tool("mypy")),
        Step("floors (import-linter)", tool("lint-imports", "--no-logo")),
        Step("migrations complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], sqlite()),
        Step(
            "front-end types (tsc)",
            node("node", "frontend/node_modules/typescript/bin/tsc", "-p", "frontend"),
        ),
        Step("pure unit tests", [*PURE, *pure]),
    ]


def pure_tests() -> list[Path]:
    """Return the tests of rules and drawings in the rooms."""
    rooms = ROOT / "src" / "samenspel"
    return [path for name in ("rules", "drawings") for path in rooms.glob(f"*/tests/test_{name}*.py")]


def everything(postgres: str, browser: Path) -> list[Step]:
    """The steps of `check`, then all tests on both databases and the journeys in the browser."""
    postgresql = {"DATABASE_URL": postgres}
    return [
        *check()[:-1],
        Step("tests on SQLite", [*PYTEST, *MOST], sqlite()),
        Step("tests on PostgreSQL", [*PYTEST, *MOST, "src/samenspel", "tests"], postgresql),
        Step("coverage gates", [*PYTEST, *COVERED], sqlite()),
        Step("journeys (Chromium)", [*PYTEST, "tests/journeys"], {**postgresql, ENVIRONMENT: str(browser)}),
    ]


def sqlite() -> dict[str, str]:
    """Return the environment in which Django takes SQLite, whatever the caller's environment says."""
    return {"DATABASE_URL": ""}
