"""The room exchange for Django."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """The room exchange."""

    name = "samenspel.exchange"
    verbose_name = "uitwisseling"
