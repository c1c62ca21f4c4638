"""The command `samenspel`: the same job as the pages, without a browser.

A command's module is only loaded when it is asked for, so that `overview` starts without the database.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from itertools import pairwise
from typing import Protocol, cast

from rekenmodel.values import Language, Text
from samenspel.config.commands.command import FAILED, CommandError, WrongWordsError

COMMANDS = ("overview", "calculate", "import", "export", "report", "verify")
MODULES = {name: f"samenspel.config.commands.{name}" for name in COMMANDS} | {
    "import": "samenspel.config.commands.bring_in"  # import is a word of the language itself
}
NEED_PLATFORM = frozenset({"import", "export", "verify"})
PLATFORM = "samenspel.config.commands.platform"

USAGE = Text(
    """Samenspel: één beeld van alle hulp rond een huishouden.

  samenspel overview BESTAND...   het beeld als tekst
  samenspel calculate SCENARIO    scenario’s doorrekenen en vergelijken
  samenspel report BESTAND        het verslag als PDF
  samenspel import BESTAND...     inlezen in het netwerk
  samenspel export HUISHOUDEN     een huishouden meenemen als bestand
  samenspel verify                klopt het journaal nog?

Meer over een opdracht: samenspel OPDRACHT --help. In het Engels: --language en.""",
    """Samenspel: one picture of all help around a household.

  samenspel overview FILE...      the picture as text
  samenspel calculate SCENARIO    calculate and compare scenarios
  samenspel report FILE           the report as a PDF
  samenspel import FILE...        bring in to the network
  samenspel export HOUSEHOLD      take a household along as a file
  samenspel verify                is the journal still what was written?

More on a command: samenspel COMMAND --help --language en. Without --language it is in Dutch.""",
)


class Command(Protocol):
    """The module of a command."""

    USAGE: Text

    def run(self, words: Sequence[str], language: Language) -> int:
        """Do it; return the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the words name; 0 is all well, 2 is something that could not be done."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    language = language_of(words)
    try:
        code = _run(language_behind(words), language)
        sys.stdout.flush()
    except CommandError as wrong:
        print(wrong.text.say(language), file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # whoever reads the output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def language_of(words: Sequence[str]) -> Language:
    """The language asked for, looked up before anything else so that every message can be in it."""
    asked = [one.partition("=")[2] for one in words if one.startswith("--language=")]
    asked += [after for one, after in pairwise(words) if one == "--language"]
    return "en" if asked[-1:] == ["en"] else "nl"


def language_behind(words: Sequence[str]) -> list[str]:
    """The same words; a language in front goes behind the command, where every command reads it."""
    first = words[0] if words else ""
    many = 1 if first.startswith("--language=") else 2 if first == "--language" else 0
    return [*words[many:], *words[:many]]


def _run(words: list[str], language: Language) -> int:
    name = words[0] if words else "--help"
    if name not in MODULES:
        known = name in {"-h", "--help"} or name.startswith("--language")
        print(USAGE.say(language), file=sys.stdout if known else sys.stderr)
        return 0 if known else FAILED
    if name in NEED_PLATFORM:
        import_module(PLATFORM)
    command = cast("Command", import_module(MODULES[name]))
    if {"-h", "--help"} & set(words):
        print(command.USAGE.say(language))
        return 0
    try:
        return command.run(words[1:], language)
    except WrongWordsError as wrong:
        said = Text(
            "Deze opdracht klopt niet. Zo werkt hij:",
            f"This command is not right: {wrong}. It works like this:",
        )
        print(f"{said.say(language)}\n\n{command.USAGE.say(language)}", file=sys.stderr)
        return FAILED
