"""`samenspel verify`: is the journal still what was written?"""

import json
from collections.abc import Sequence
from pathlib import Path

from rekenmodel.values import Language, Text
from samenspel.config.commands.command import FAILED, CommandError, Words, write_whole
from samenspel.journal.queries import verified
from samenspel.journal.rules import Break, End, Fault, fingerprint, shortened

USAGE = Text(
    """samenspel verify [--keep BESTAND] [--against BESTAND] [--language en]

Nagaan of het journaal nog is wat er geschreven is: elke regel, en de schakel naar de regel ervoor.
Dat de laatste regels weg zijn, zie je alleen met een eerder bewaarde stand.
--keep     de stand van nu bewaren; leg dit bestand ergens anders neer
--against  vergelijken met een eerder bewaarde stand
Antwoord 0: alles klopt. Antwoord 2: er is iets veranderd of weg.""",
    """samenspel verify [--keep FILE] [--against FILE] [--language nl]

Check that the journal is still what was written: each line, and its link to the line before it.
That the last lines are gone only shows against a state that was kept earlier.
--keep     keep the state of now; put this file somewhere else
--against  compare with a state that was kept earlier
Exit code 0: all is well. Exit code 2: something was changed or is gone.""",
)

FAULTS = {
    Fault.CHANGED: Text("is veranderd", "was changed"),
    Fault.MISSING: Text("is weg", "is gone"),
}


def run(words: Sequence[str], language: Language) -> int:
    """Read both logs from the first line on and say what no longer fits."""
    asked = Words()
    asked.add_argument("--keep", type=Path, default=None)
    asked.add_argument("--against", type=Path, default=None)
    given = asked.parse_args(words)
    kept = _read(given.against) if given.against else []
    found = list(verified())
    ends = [one for one in found if isinstance(one, End)]
    breaks = [one for one in found if isinstance(one, Break)] + shortened(kept, ends)
    for one in breaks:
        print(_said(one).say(language))
    lines = sum(end.sequence for end in ends)
    print(_outcome(lines, len(ends), len(breaks), fingerprint(ends)).say(language))
    if given.keep:
        write_whole(given.keep, _written(ends))
        print(given.keep)
    return FAILED if breaks else 0


def _said(one: Break) -> Text:
    fault = FAULTS[one.fault]
    return Text(
        f"Keten {one.chain}: regel {one.sequence} {fault.nl}.",
        f"Chain {one.chain}: line {one.sequence} {fault.en}.",
    )


def _outcome(lines: int, chains: int, breaks: int, print_of: str) -> Text:
    faults = Text(f"{breaks} plaatsen kloppen niet", f"{breaks} places are wrong")
    right = Text("alles klopt", "all is well")
    said = faults if breaks else right
    return Text(
        f"{lines} regels in {chains} ketens: {said.nl}. Vingerafdruk {print_of}.",
        f"{lines} lines in {chains} chains: {said.en}. Fingerprint {print_of}.",
    )


def _written(ends: Sequence[End]) -> bytes:
    rows = [json.dumps([end.chain, end.sequence, end.link]) for end in ends]
    return "".join(f"{row}\n" for row in rows).encode()


def _read(path: Path) -> list[End]:
    try:
        rows = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
        return [End(str(chain), int(sequence), str(link)) for chain, sequence, link in rows]
    except (OSError, ValueError, TypeError):
        raise CommandError(
            Text(
                f"{path} is geen bewaarde stand van het journaal. Maak er een met --keep.",
                f"{path} is not a kept state of the journal. Make one with --keep.",
            )
        ) from None
