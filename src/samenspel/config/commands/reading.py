"""Reading what is named on the command line: household files, workbooks and messages, by their content."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rekenmodel.values import Text
from samenspel.exchange.rules.file_findings import Outcome
from samenspel.exchange.rules.file_json import read_file
from samenspel.exchange.rules.notices import Notice, of_file, refusal
from samenspel.households.rules.record import HouseholdFile

MOST_BYTES = 100 * 1024 * 1024
"""The largest file that any reader takes; each reader has its own, smaller limits."""
OTHERS = "samenspel.config.commands.reading_others"
"""The readers of workbooks and messages start slower, so they are only loaded when a file needs them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The households that were found, and what is wrong or doubtful."""

    files: tuple[HouseholdFile, ...]
    notices: tuple[Notice, ...]


class Others(Protocol):
    """The module that reads workbooks and messages."""

    def read_others(self, paths: Iterable[Path]) -> Reading:
        """Read them; messages of all paths belong together."""


def read(paths: Sequence[Path]) -> Reading:
    """Read every path; messages in all of them are settled together."""
    files: list[HouseholdFile] = []
    notices: list[Notice] = []
    others: list[Path] = []
    for path in paths:
        problem = _problem(path)
        if problem is not None:
            notices.append(refusal(str(path), problem))
        elif path.is_dir() or not _looks_like_json(path):
            others.append(path)
        else:
            add(read_file(path.read_bytes(), path.name), files, notices)
    if others:
        found = cast("Others", import_module(OTHERS)).read_others(others)
        files += found.files
        notices += found.notices
    return Reading(tuple(files), tuple(notices))


def add(outcome: Outcome, files: list[HouseholdFile], notices: list[Notice]) -> None:
    """Put what a reader found with the rest."""
    if outcome.file is not None:
        files.append(outcome.file)
    notices += map(of_file, outcome.findings)


def _problem(path: Path) -> Text | None:
    """Why a path cannot be read at all."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)
            return None
        if not path.is_file():
            return NOT_FOUND
        if path.stat().st_size > MOST_BYTES:
            return TOO_LARGE
        path.open("rb").close()
    except (OSError, ValueError):
        return UNREADABLE
    return None


def _looks_like_json(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(400).removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


NOT_FOUND = Text(
    "Dit bestand vinden we niet. Kijk of de naam en de map kloppen.",
    "We cannot find this file. Check the name and the folder.",
)
TOO_LARGE = Text(
    "Dit bestand is groter dan 100 MB. Zoveel lezen we niet in één keer.",
    "This file is larger than 100 MB. We do not read that much at once.",
)
UNREADABLE = Text(
    "Dit bestand mogen of kunnen we niet lezen. Vraag het aan wie het bewaart.",
    "We may not or cannot read this file. Ask whoever keeps it.",
)
