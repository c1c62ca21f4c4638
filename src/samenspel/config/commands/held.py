"""Who acts on the command line, and which household is meant; all is decided and noted as on the page."""

from datetime import UTC, datetime

from rekenmodel.values import Text
from samenspel.accounts.models import User
from samenspel.accounts.queries import user_named
from samenspel.config.commands.command import CommandError
from samenspel.exchange.queries import households_with
from samenspel.households.queries import my_households
from samenspel.network.queries import networks

MOST_NAMED = 10


def now() -> datetime:
    """This moment."""
    return datetime.now(tz=UTC)


def user_of(name: str) -> User:
    """The user with this name."""
    found = user_named(name)
    if found is None:
        raise CommandError(
            Text(
                f"We kennen niemand met de naam {name}. Kies met --user de naam waarmee u zich aanmeldt.",
                f"We know nobody called {name}. With --user, give the name with which you sign in.",
            )
        )
    return found


def household_of(user: User, word: str, at: datetime) -> str:
    """The id of the household that is meant by its id, its key or a part of its name."""
    found = my_households(user, at=at, words=word)
    if len(found) == 1:
        return found[0].id
    named = "\n".join(f"  {one.id}  {one.name}" for one in found[:MOST_NAMED])
    if found:
        raise CommandError(
            Text(
                f"Meer gezinnen heten zo. Kies er één:\n{named}",
                f"More households match. Choose one:\n{named}",
            )
        )
    by_key = (households_with(network.pk, [word]).get(word) for network in networks())
    return next(filter(None, by_key), word)


DENIED = Text(
    "Dit huishouden is er niet, of u mag er niet bij. Vraag het aan wie het overzicht houdt.",
    "This household does not exist, or is not open to you. Ask whoever keeps the overview.",
)
