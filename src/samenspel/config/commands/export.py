"""`samenspel export`: a household as a file or a workbook."""

from collections.abc import Sequence
from pathlib import Path

from rekenmodel.values import Language, Text
from samenspel.access.actions import DeniedError
from samenspel.config.commands.command import CommandError, Words, write_whole
from samenspel.config.commands.held import DENIED, household_of, now, user_of
from samenspel.exchange.actions import take_along
from samenspel.exchange.rules.file_json import write_file
from samenspel.exchange.rules.workbook_template import filled
from samenspel.households.queries import NoHouseholdError

USAGE = Text(
    """samenspel export HUISHOUDEN --user NAAM [--xlsx] [-o BESTAND] [--language en]

Een huishouden meenemen als bestand (JSON) of als werkmap.
HUISHOUDEN is het kenmerk of een deel van de naam.
--user     wie het meeneemt; deze naam staat in het journaal
--xlsx     als werkmap
-o         waar het bestand komt; anders hier, met de naam van het huishouden""",
    """samenspel export HOUSEHOLD --user NAME [--xlsx] [-o FILE] [--language nl]

Take a household along as a file (JSON) or as a workbook.
HOUSEHOLD is its id or a part of its name.
--user     who takes it along; this name stands in the journal
--xlsx     as a workbook
-o         where the file goes; otherwise here, with the name of the household""",
)


def run(words: Sequence[str], language: Language) -> int:
    """Write the household to a file; an existing file is only replaced when it was named."""
    asked = Words()
    asked.add_argument("household")
    asked.add_argument("--user", required=True)
    asked.add_argument("--xlsx", action="store_true")
    asked.add_argument("-o", "--output", type=Path, default=None)
    given = asked.parse_args(words)
    at, by = now(), user_of(given.user)
    household_id = household_of(by, given.household, at)
    subject = "werkmap" if given.xlsx else "bestand"
    try:
        file = take_along(by=by, at=at, household_id=household_id, subject=subject)
    except (DeniedError, NoHouseholdError) as wrong:
        raise CommandError(DENIED) from wrong
    path = given.output or Path(f"{file.key}.{'xlsx' if given.xlsx else 'json'}")
    if given.output is None and path.exists():
        raise CommandError(
            Text(
                f"{path} staat er al. Kies met -o een naam.",
                f"{path} is there already. Choose a name with -o.",
            )
        )
    write_whole(path, filled(file, language) if given.xlsx else write_file(file))
    print(path)
    return 0
