"""The room accounts for Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The room accounts."""

    name = "samenspel.accounts"
    verbose_name = "aanmelden"
