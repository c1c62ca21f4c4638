"""Reading workbooks and iJw and iWmo messages named on the command line."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from rekenmodel.values import Text
from samenspel.config.commands.reading import Reading, add
from samenspel.exchange.rules.file_any import Messages, read_any
from samenspel.exchange.rules.from_messages import household_files
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_findings import Findings
from samenspel.exchange.rules.ijw_reader import read_message
from samenspel.exchange.rules.ijw_source import Item, RawMessage, read_path
from samenspel.exchange.rules.notices import Notice, of_message, refusal
from samenspel.households.rules.record import HouseholdFile


def read_others(paths: Iterable[Path]) -> Reading:
    """Read workbooks, and all messages together: their facts only make sense side by side."""
    files: list[HouseholdFile] = []
    notices: list[Notice] = []
    facts: list[Fact] = []
    messages = False
    for path in paths:
        if not path.is_dir():
            found = read_any(path.name, path.read_bytes())
            if not isinstance(found, Messages):
                add(found, files, notices)
                continue
        messages = True
        for item in read_path(path):
            facts += _facts(item, notices)
    for one in household_files(facts, digest):
        if one.has_help:
            files.append(one.file)
        notices += one.notices
    if messages and not files and not notices:
        notices.append(refusal("", NOTHING))
    return Reading(tuple(files), tuple(notices))


def _facts(item: Item, notices: list[Notice]) -> tuple[Fact, ...]:
    """The facts of one message; what is wrong or doubtful in it is added to the notices."""
    if not isinstance(item, RawMessage):
        notices.append(of_message(item))
        return ()
    found = read_message(item.data, item.name)
    if isinstance(found, Findings):
        notices += map(of_message, found.findings)
        return ()
    notices += map(of_message, found.questions)
    return found.facts


def digest(bsn: str) -> str:
    """What stands in the place of a citizen service number while the text is made; nothing is kept."""
    return sha256(bsn.encode()).hexdigest()


NOTHING = Text(
    "In deze berichten staat geen hulp. Kies de map of de zip met de berichten.",
    "There is no help in these messages. Choose the folder or the zip with the messages.",
)
