"""What the address of a household page asks for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from django.http import HttpRequest
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Asked:
    """Which day is asked for, and on what paper it will be printed."""

    on: date
    today: date
    paper: Literal["a3", "a4"]

    @property
    def other_day(self) -> bool:
        """Whether this is not today."""
        return self.on != self.today


def asked_of(request: HttpRequest, at: datetime) -> Asked:
    """The day in the address, when it is a day that has been; else today."""
    today = timezone.localdate(at)
    try:
        on = min(date.fromisoformat(request.GET.get("op", "")), today)
    except ValueError:
        on = today
    return Asked(on, today, "a4" if request.GET.get("papier") == "a4" else "a3")
