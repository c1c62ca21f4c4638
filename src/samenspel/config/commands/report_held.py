"""The report of a household in the platform."""

from datetime import date

from rekenmodel.values import Language
from samenspel.access.actions import DeniedError
from samenspel.access.rules import Act
from samenspel.config.commands.command import CommandError
from samenspel.config.commands.held import DENIED, household_of, now, user_of
from samenspel.desk.queries import household_page
from samenspel.desk.rules.scene import Scene
from samenspel.households.queries import NoHouseholdError


def scene_of_household(word: str, user: str, on: date, language: Language) -> tuple[Scene, str]:
    """The scene that this user may take along, and the name of the user."""
    at, by = now(), user_of(user)
    household_id = household_of(by, word, at)
    try:
        page = household_page(by, household_id, at=at, on=on, act=Act.EXPORT, subject="verslag")
    except (DeniedError, NoHouseholdError) as wrong:
        raise CommandError(DENIED) from wrong
    return Scene(page.picture, page.segments, page.dossier.tables, language), by.display_name
