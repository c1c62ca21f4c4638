"""Who can sign in."""

from samenspel.accounts.models import User


def demo_people() -> list[User]:
    """The invented people of the demo, in the order in which they were brought in."""
    return list(User.objects.exclude(introduction="").order_by("pk"))


def user_named(username: str) -> User | None:
    """The user with this name, if there is one who may sign in."""
    return User.objects.filter(username=username, is_active=True).first()
