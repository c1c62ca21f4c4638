"""Who can sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who signs in (gebruiker)."""

    introduction = models.CharField("wie is dat", max_length=200, blank=True)
    """Who somebody of the demo is; shown beside the sign-in form there, and nowhere else."""

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    @property
    def display_name(self) -> str:
        """The name as others read it."""
        return self.get_full_name() or self.username
