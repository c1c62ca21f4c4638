"""Who can sign in."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who signs in (gebruiker)."""

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    @property
    def display_name(self) -> str:
        """The name as others read it."""
        return self.get_full_name() or self.username
