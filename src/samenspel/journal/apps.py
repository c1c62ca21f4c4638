"""The room journal for Django."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The room journal."""

    name = "samenspel.journal"
    verbose_name = "journaal"
