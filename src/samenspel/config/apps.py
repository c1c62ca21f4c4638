"""The room config for Django."""

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import register
from django.core.exceptions import ImproperlyConfigured

from samenspel.config.doors import check_doors


class ConfigConfig(AppConfig):
    """The room config."""

    name = "samenspel.config"
    verbose_name = "inrichting"

    def ready(self) -> None:
        """Check every address at start; refuse real data: no database here guards every row by itself yet."""
        register(check_doors)
        if settings.REAL_DATA:
            raise ImproperlyConfigured(
                "Real data needs a database with row-level security, which is not in place yet. "
                "Set SAMENSPEL_REAL_DATA=0 and use invented data only."
            )
