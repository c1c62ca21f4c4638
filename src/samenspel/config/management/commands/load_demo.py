"""`load_demo`: bring in the invented network and print who can sign in."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from samenspel.accounts.queries import demo_people
from samenspel.config.demo import load_demo


class Command(BaseCommand):
    """Bring in the demo once; print the logins every time."""

    help = "Bring in the invented demo network, once, and print who can sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it."""
        people = demo_people()
        if not people:
            with transaction.atomic():
                people = load_demo(at=timezone.now(), password=settings.DEMO_PASSWORD)
        self.stdout.write(f"Iedereen hier is verzonnen. Het wachtwoord is steeds: {settings.DEMO_PASSWORD}")
        width = max(len(person.username) for person in people)
        for person in people:
            self.stdout.write(f"  {person.username:<{width}}  {person.introduction}")
