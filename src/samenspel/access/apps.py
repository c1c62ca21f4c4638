"""The room access for Django."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """The room access."""

    name = "samenspel.access"
    verbose_name = "toegang"
