"""The room kit for Django."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """The room kit."""

    name = "samenspel.kit"
    verbose_name = "gereedschap"
