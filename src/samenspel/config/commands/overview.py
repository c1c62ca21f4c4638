"""`samenspel overview`: the picture of a household as text."""

from collections.abc import Sequence
from pathlib import Path

from rekenmodel.values import Language, Text
from samenspel.config.commands.command import FAILED, Words, day_of, tell, today, width_of_terminal
from samenspel.config.commands.reading import read
from samenspel.desk.rules.from_file import scene_of_file
from samenspel.desk.rules.overview_sections import overview
from samenspel.exchange.rules.notices import grouped

NARROWEST = 20

USAGE = Text(
    """samenspel overview BESTAND... [--on 2026-03-01] [--width 100] [--language en]

Het beeld van een huishouden als tekst. Wat opvalt, staat bovenaan.
BESTAND is een huishoudbestand (JSON), een werkmap (XLSX), of iJw- en iWmo-berichten (XML, ZIP of een map).
--on       hoe het was op deze dag; anders vandaag
--width    hoe breed de tekst mag zijn, in letters
Dit leest alleen. Er wordt niets bewaard.""",
    """samenspel overview FILE... [--on 2026-03-01] [--width 100] [--language nl]

The picture of a household as text. What stands out comes first.
FILE is a household file (JSON), a workbook (XLSX), or iJw and iWmo messages (XML, ZIP or a folder).
--on       as it was on this day; otherwise today
--width    how wide the text may be, in letters
This only reads. Nothing is kept.""",
)


def run(words: Sequence[str], language: Language) -> int:
    """Print the picture of every household in the files; what is wrong goes beside the output."""
    asked = Words()
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--on", type=day_of, default=None)
    asked.add_argument("--width", type=int, default=None)
    given = asked.parse_args(words)
    found = read(given.files)
    groups = grouped(found.notices)
    tell(groups, language)
    width = max(given.width or width_of_terminal(), NARROWEST)
    now = today()
    on = given.on or now
    scenes = (scene_of_file(file, on, language, now) for file in found.files)
    print("\n\n".join(overview(scene, width) for scene in scenes), end="")
    return FAILED if any(group.is_error for group in groups) else 0
