"""`samenspel report`: the report of a household as a PDF."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rekenmodel.values import Language, Text
from samenspel.config.commands.command import CommandError, Words, day_of, tell, today, write_whole
from samenspel.config.commands.reading import read
from samenspel.desk.rules.from_file import scene_of_file
from samenspel.desk.rules.report_content import Made
from samenspel.desk.rules.report_pdf import report_pdf
from samenspel.desk.rules.scene import Scene
from samenspel.exchange.rules.notices import grouped

PLATFORM = "samenspel.config.commands.platform"
HELD = "samenspel.config.commands.report_held"
"""Only a household in the database needs the platform."""

USAGE = Text(
    """samenspel report BESTAND -o verslag.pdf [--paper a3] [--on 2026-03-01] [--language en]
samenspel report HUISHOUDEN --user NAAM -o verslag.pdf [--paper a3] [--on 2026-03-01] [--language en]

Het verslag van één huishouden als PDF, uit een bestand of uit het platform.
-o         waar het verslag komt
--paper    a3 (liggend, om op te hangen) of a4 (staand)
--on       hoe het was op deze dag; anders vandaag
--user     wie het verslag maakt; deze naam staat in het journaal""",
    """samenspel report FILE -o report.pdf [--paper a3] [--on 2026-03-01] [--language nl]
samenspel report HOUSEHOLD --user NAME -o report.pdf [--paper a3] [--on 2026-03-01] [--language nl]

The report of one household as a PDF, from a file or from the platform.
-o         where the report goes
--paper    a3 (landscape, for the wall) or a4 (portrait)
--on       as it was on this day; otherwise today
--user     who makes the report; this name stands in the journal""",
)


class Held(Protocol):
    """The module that reads a household from the platform."""

    def scene_of_household(self, word: str, user: str, on: date, language: Language) -> tuple[Scene, str]:
        """The scene, and the name of who reads it."""


def run(words: Sequence[str], language: Language) -> int:
    """Write the report."""
    asked = Words()
    asked.add_argument("household")
    asked.add_argument("-o", "--output", type=Path, required=True)
    asked.add_argument("--paper", choices=("a3", "a4"), default="a3")
    asked.add_argument("--on", type=day_of, default=None)
    asked.add_argument("--user", default="")
    given = asked.parse_args(words)
    on = given.on or today()
    if given.user:
        import_module(PLATFORM)
        held = cast("Held", import_module(HELD))
        scene, by = held.scene_of_household(given.household, given.user, on, language)
    else:
        scene, by = _from_file(Path(given.household), on, language), ""
    write_whole(given.output, report_pdf(scene, Made(today(), by), given.paper))
    print(given.output)
    return 0


def _from_file(path: Path, on: date, language: Language) -> Scene:
    found = read([path])
    tell(grouped(found.notices), language)
    if not found.files:
        raise CommandError(NOT_MADE)
    if len(found.files) > 1:
        raise CommandError(MORE)
    return scene_of_file(found.files[0], on, language, today())


NOT_MADE = Text(
    "Er is geen verslag gemaakt. Staat het huishouden in het platform? Zeg dan met --user wie u bent.",
    "No report was made. Is the household in the platform? Then say with --user who you are.",
)
MORE = Text(
    "Hierin staan meer huishoudens. Kies een bestand met één huishouden.",
    "This holds more households. Choose a file with one household.",
)
