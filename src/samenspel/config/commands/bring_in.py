"""`samenspel import`: bring households in to a network, from files, workbooks and messages."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from rekenmodel.values import Language, Text
from samenspel.access.actions import DeniedError
from samenspel.accounts.models import User
from samenspel.config.commands.command import FAILED, CommandError, Words, tell
from samenspel.config.commands.held import now, user_of
from samenspel.exchange.actions import bring_in_files, cancel, confirm, finish
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.queries import proposals_of
from samenspel.exchange.rules.notices import Notice, grouped
from samenspel.exchange.rules.stages import Outcome
from samenspel.network.queries import networks

USAGE = Text(
    """samenspel import BESTAND... --network NAAM --user NAAM [--preview] [--language en]

Huishoudens inlezen. BESTAND is een huishoudbestand (JSON), een werkmap (XLSX), of iJw- en iWmo-berichten
(XML, ZIP of een map). Van elk huishouden wordt alles bewaard, of niets.
--network  in welk netwerk
--user     wie inleest; deze naam staat in het journaal
--preview  alleen laten zien wat er zou gebeuren""",
    """samenspel import FILE... --network NAME --user NAME [--preview] [--language nl]

Bring households in. FILE is a household file (JSON), a workbook (XLSX), or iJw and iWmo messages
(XML, ZIP or a folder). Of each household all is kept, or nothing.
--network  into which network
--user     who brings it in; this name stands in the journal
--preview  only show what would happen""",
)
OUTCOMES = {
    Outcome.NEW: Text("nieuw", "new"),
    Outcome.CHANGES: Text("verandert", "changes"),
    Outcome.SAME: Text("blijft gelijk", "stays the same"),
    Outcome.BLOCKED: Text("niet ingelezen", "not brought in"),
    Outcome.DENIED: Text("mag u niet wijzigen", "not yours to change"),
    Outcome.WRITTEN: Text("bewaard", "kept"),
    Outcome.FAILED: Text("niet bewaard", "not kept"),
}
WRONG = frozenset({Outcome.BLOCKED, Outcome.DENIED, Outcome.FAILED})


def run(words: Sequence[str], language: Language) -> int:
    """Bring in; print each household with what became of it."""
    asked = Words()
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--network", required=True)
    asked.add_argument("--user", required=True)
    asked.add_argument("--preview", action="store_true")
    given = asked.parse_args(words)
    at, by = now(), user_of(given.user)
    batch = _read(given.files, _network(given.network), by, at)
    if given.preview:
        return _told(batch, language, by=by, at=at)
    confirm(by=by, at=at, batch_id=batch.pk)
    return _told(finish(by=by, at=at, batch_id=batch.pk), language)


def _read(paths: Sequence[Path], network_id: str, by: User, at: datetime) -> Batch:
    """Read all files up to the preview."""
    with ExitStack() as opened:
        files: list[tuple[str, BinaryIO]] = []
        for path in _files(paths):
            try:
                files.append((path.name, opened.enter_context(path.open("rb"))))
            except OSError as wrong:
                raise CommandError(_not_found(path)) from wrong
        try:
            return bring_in_files(by=by, at=at, network_id=network_id, files=files)
        except DeniedError as wrong:
            raise CommandError(DENIED) from wrong


def _files(paths: Sequence[Path]) -> list[Path]:
    """The files, and those in the folders."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [one for one in inside if (not one.is_dir() and not one.is_symlink()) or one is path]
    return found


def _network(name: str) -> str:
    known = networks()
    for one in known:
        if name in {one.key, one.name}:
            return one.pk
    keys = ", ".join(one.key for one in known)
    raise CommandError(
        Text(
            f"Er is geen netwerk {name}. Kies uit: {keys}.",
            f"There is no network {name}. Choose from: {keys}.",
        )
    )


def _told(batch: Batch, language: Language, *, by: User | None = None, at: datetime | None = None) -> int:
    """Say what became of every household; a preview is thrown away after that."""
    rows = list(proposals_of(batch))
    notices = [Notice.from_json(one) for one in batch.notices]
    notices += [Notice.from_json(one) for row in rows for one in row.notices]
    groups = grouped(notices)
    tell(groups, language)
    for row in rows:
        print(_line(row, language))
    if by is not None and at is not None:
        cancel(by=by, at=at, batch_id=batch.pk)
    wrong = any(group.is_error for group in groups) or any(row.outcome in WRONG for row in rows)
    return FAILED if wrong or not rows else 0


def _line(row: Proposal, language: Language) -> str:
    counts = Text(
        f"{row.added} erbij, {row.changed} anders, {row.gone} weg, {row.same} gelijk",
        f"{row.added} added, {row.changed} changed, {row.gone} gone, {row.same} the same",
    )
    outcome = OUTCOMES.get(Outcome(row.outcome), Text(row.outcome, row.outcome))
    return f"{row.name or row.source}: {outcome.say(language)} ({counts.say(language)})"


def _not_found(path: Path) -> Text:
    return Text(
        f"{path} vinden we niet. Kijk of de naam en de map kloppen.",
        f"We cannot find {path}. Check the name and the folder.",
    )


DENIED = Text(
    "U mag hier geen huishoudens inlezen. Vraag het aan wie het netwerk beheert.",
    "You may not bring households in here. Ask whoever manages the network.",
)
