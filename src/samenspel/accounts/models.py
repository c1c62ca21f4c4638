"""Who can sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who signs in (gebruiker)."""

    introduction = models.CharField("wie is dat", max_length=200, blank=True)
    """Who somebody of the demo is; shown beside the sign-in form there, and nowhere else."""

    organisation = models.CharField("werkt bij", max_length=81, blank=True)
    """The organisation of a network that somebody works for, by its id; empty for who works for none."""

    organisation_name = models.CharField("naam van de organisatie", max_length=200, blank=True)

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"

    @property
    def display_name(self) -> str:
        """The name as others read it."""
        return self.get_full_name() or self.username
