"""The room desk for Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The room desk."""

    name = "samenspel.desk"
    verbose_name = "bureau"
