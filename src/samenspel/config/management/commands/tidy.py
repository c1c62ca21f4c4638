"""`tidy`: throw away what was brought in and not confirmed within a day. Run it at start and every day."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from samenspel.exchange.actions import expire


class Command(BaseCommand):
    """Throw away what nobody confirmed."""

    help = "Throw away what was brought in and not confirmed within a day."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        expire(at=timezone.now())
