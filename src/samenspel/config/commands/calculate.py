"""`samenspel calculate`: what scenarios of a file come to, as text or as JSON."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from rekenmodel.comparison import Compared, compare, read_scenario_file
from rekenmodel.comparison.scenario_file import Asked
from rekenmodel.values import Language, RefusedError, Text, percent
from samenspel.config.commands.calculate_text import as_data, as_text
from samenspel.config.commands.command import CommandError, Words, width_of_terminal

NARROWEST = 40
STOPPED = 130
"""The exit code of a program that was stopped with Ctrl-C."""
PATIENCE = 1.0
"""Seconds before a run begins to say how far it is."""

USAGE = Text(
    """samenspel calculate SCENARIO.toml [--json] [--draws 10000] [--seed 1] [--width 100] [--language en]

Rekent scenario’s door en vergelijkt ze met zo doorgaan. Het antwoord staat bovenaan, met hoe zeker het is.
Wat er in het bestand staat: docs/how-to/calculate.md.
--json     alle uitkomsten als JSON, ook per maand
--draws    hoe vaak; anders wat in het bestand staat
--seed     startgetal; hetzelfde getal geeft hetzelfde antwoord
--width    hoe breed de tekst mag zijn, in letters
Dit leest alleen. Er wordt niets bewaard. Stoppen kan met Ctrl-C.""",
    """samenspel calculate SCENARIO.toml [--json] [--draws 10000] [--seed 1] [--width 100] [--language nl]

Calculates scenarios and compares them with carrying on. The answer comes first, with how sure it is.
What the file holds: docs/how-to/calculate.md.
--json     all results as JSON, also per month
--draws    how many draws; otherwise what the file says
--seed     the seed; the same number gives the same answer
--width    how wide the text may be, in letters
This only reads. Nothing is kept. Stop with Ctrl-C.""",
)


def run(words: Sequence[str], language: Language) -> int:
    """Print the comparison; 130 when it was stopped."""
    asked = Words()
    asked.add_argument("file", type=Path)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--draws", type=int, default=None)
    asked.add_argument("--seed", type=int, default=None)
    asked.add_argument("--width", type=int, default=None)
    given = asked.parse_args(words)
    wanted = _read(given.file)
    if given.draws is not None:
        wanted = replace(wanted, draws=given.draws)
    if given.seed is not None:
        wanted = replace(wanted, seed=given.seed)
    try:
        compared = _compared(wanted, given.file.name, language)
    except KeyboardInterrupt:
        print(_STOPPED.say(language), file=sys.stderr)
        return STOPPED
    if given.json:
        print(json.dumps(as_data(wanted, compared, language), ensure_ascii=False, indent=1))
    else:
        print(as_text(wanted, compared, language, max(given.width or width_of_terminal(), NARROWEST)))
    return 0


def _read(path: Path) -> Asked:
    try:
        return read_scenario_file(path)
    except RefusedError as refused:
        raise CommandError(refused.text) from refused
    except OSError as wrong:
        raise CommandError(
            Text(
                f"{path} kunnen we niet lezen. Kijk of de naam en de map kloppen.",
                f"We cannot read {path}. Check the name and the folder.",
            )
        ) from wrong


def _compared(wanted: Asked, file: str, language: Language) -> Compared:
    told = _Progress(language)
    try:
        return compare(
            *(wanted.case, wanted.scenarios, wanted.seed, wanted.draws, wanted.rate),
            perspective=wanted.perspective,
            progress=told,
        )
    except RefusedError as refused:
        raise CommandError(Text(f"{file}: {refused.text.nl}", f"{file}: {refused.text.en}")) from refused
    finally:
        told.end()


class _Progress:
    """Says on a terminal how far a long run is, over and over on one line."""

    def __init__(
        self, language: Language, clock: Callable[[], float] = monotonic, shown: bool | None = None
    ) -> None:
        self.language, self.clock, self.begin = language, clock, clock()
        self.shown = sys.stderr.isatty() if shown is None else shown
        self.said = False

    def __call__(self, share: float) -> None:
        if self.shown and self.clock() - self.begin >= PATIENCE:
            print(f"\r{percent(share, self.language)} ", end="", file=sys.stderr, flush=True)
            self.said = True

    def end(self) -> None:
        if self.said:
            print("\r      \r", end="", file=sys.stderr, flush=True)


_STOPPED = Text("Gestopt. Er is niets bewaard.", "Stopped. Nothing was kept.")
