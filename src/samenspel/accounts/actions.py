"""Making people who can sign in."""

from samenspel.accounts.models import User


def make_user(*, username: str, name: str, password: str, introduction: str = "") -> User:
    """Make somebody who can sign in with this password."""
    first, _, last = name.partition(" ")
    user = User(username=username, first_name=first, last_name=last, introduction=introduction)
    user.set_password(password)
    user.save(force_insert=True)
    return user


def works_for(user: User, organisation: str, name: str = "") -> None:
    """Say for which organisation of a network somebody works, and what it is called."""
    user.organisation, user.organisation_name = organisation, name
    user.save(update_fields=["organisation", "organisation_name"], force_update=True)
