"""The room scenarios for Django."""

from django.apps import AppConfig


class ScenariosConfig(AppConfig):
    """The room scenarios."""

    name = "samenspel.scenarios"
    verbose_name = "doorrekenen"
