"""Who can sign in."""

from collections.abc import Iterable

from django.db.models import Q

from samenspel.accounts.models import User


def demo_people() -> list[User]:
    """The invented people of the demo, in the order in which they were brought in."""
    return list(User.objects.exclude(introduction="").order_by("pk"))


def user_named(username: str) -> User | None:
    """The user with this name, if there is one who may sign in."""
    return User.objects.filter(username=username, is_active=True).first()


def user_called(name: str) -> User | None:
    """The one user with this name to sign in with, or this whole name; None when there is none, or more."""
    wanted = " ".join(name.split())
    first, _, last = wanted.partition(" ")
    named = Q(username__iexact=wanted) | Q(first_name__iexact=first, last_name__iexact=last)
    found = list(User.objects.filter(named, is_active=True).order_by("pk")[:2]) if wanted else []
    return found[0] if len(found) == 1 else None


def organisation_names(organisations: Iterable[str]) -> dict[str, str]:
    """What the organisations of people who sign in are called, by id: one query."""
    found = User.objects.filter(organisation__in=list(organisations)).exclude(organisation_name="")
    return dict(found.order_by("pk").values_list("organisation", "organisation_name"))
