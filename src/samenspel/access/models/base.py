"""What the tables of the room share: the household, a person in it, and the user."""

from typing import Any

from django.conf import settings
from django.db import models

HOUSEHOLD_LENGTH, KEY_LENGTH, ORGANISATION_LENGTH = 32, 40, 81


def of_household() -> "models.CharField[str, str]":
    """The household by its id: the room does not know the table of households."""
    return models.CharField("huishouden", max_length=HOUSEHOLD_LENGTH)


def of_person(name: str = "wie van het gezin", *, blank: bool = False) -> "models.CharField[str, str]":
    """A person of the household, by key."""
    return models.CharField(name, max_length=KEY_LENGTH, blank=blank)


def of_organisation(name: str = "organisatie") -> "models.CharField[str, str]":
    """An organisation of a network, by its id."""
    return models.CharField(name, max_length=ORGANISATION_LENGTH, blank=True)


def by_user(name: str, *, null: bool = False) -> "models.ForeignKey[Any, Any]":
    """Somebody who signs in."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL if null else models.CASCADE,
        verbose_name=name,
        related_name="+",
        null=null,
        blank=null,
    )
