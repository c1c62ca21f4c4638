"""The room network for Django."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """The room network."""

    name = "samenspel.network"
    verbose_name = "netwerk"
