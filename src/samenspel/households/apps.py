"""The room households for Django."""

from django.apps import AppConfig


class HouseholdsConfig(AppConfig):
    """The room households."""

    name = "samenspel.households"
    verbose_name = "huishoudens"
