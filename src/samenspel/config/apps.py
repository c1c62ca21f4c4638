"""The room config for Django."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The room config."""

    name = "samenspel.config"
    verbose_name = "inrichting"
