"""What every command shares: how it fails, how it reads its words, and how it writes a file."""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from rekenmodel.values import Language, Text
from samenspel.desk.rules.typed import FIRST_YEAR, LAST_YEAR
from samenspel.exchange.rules.notices import Group

HERE = ZoneInfo("Europe/Amsterdam")
FAILED = 2
WIDE, WIDEST = 100, 140
"""How many letters a line has when it goes to a file or another program, and at most on a screen."""


class CommandError(Exception):
    """The command stops; the text says what to do. Nothing was written."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class WrongWordsError(Exception):
    """The words after the command are not understood; `why` is in English and may be empty."""


class Words(argparse.ArgumentParser):
    """Reads the words after a command; help and errors are said by the caller, in the reader's language."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self.add_argument("--language", choices=("nl", "en"), default="nl")

    def error(self, message: str) -> NoReturn:
        """Say that the words are wrong."""
        raise WrongWordsError(message)


def today() -> date:
    """The day it is here."""
    return datetime.now(tz=HERE).date()


def day_of(text: str) -> date:
    """A day written as 2026-03-01; raises ValueError, which the words' reader turns into its error."""
    day = date.fromisoformat(text)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(text)
    return day


def width_of_terminal() -> int:
    """How many letters a line may have where the output goes."""
    return min(shutil.get_terminal_size((WIDE, 24)).columns, WIDEST) if sys.stdout.isatty() else WIDE


def tell(groups: Iterable[Group], language: Language) -> None:
    """Print what is wrong or doubtful, errors first, beside the output."""
    for group in groups:
        kind = Text("Fout", "Error") if group.is_error else Text("Vraag", "Question")
        places = "; ".join(filter(None, (place.say(language) for place in group.places)))
        more = Text(f" en nog {group.more}", f" and {group.more} more").say(language) if group.more else ""
        where = f" ({places}{more})" if places else ""
        print(f"{kind.say(language)}: {group.text.say(language)}{where}", file=sys.stderr)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file completely or not at all."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        raise CommandError(_not_writable(path)) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise CommandError(_not_writable(path)) from None


def _not_writable(path: Path) -> Text:
    return Text(
        f"We kunnen {path} niet schrijven. Kies een andere map of een andere naam.",
        f"We cannot write {path}. Choose another folder or another name.",
    )
