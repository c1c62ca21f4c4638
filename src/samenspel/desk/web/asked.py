"""What the address of a household page asks for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from django.http import HttpRequest
from django.utils import timezone

from rekenmodel.values import RefusedError
from samenspel.desk.rules.typed import Input, read

Paper = Literal["", "a3", "a4"]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which day is asked for, and on what paper it will be printed.

    `later` is a day that was asked for and still has to come, `unread` what was typed and is no day: the
    page then shows today.
    """

    on: date
    today: date
    paper: Paper = ""
    later: date | None = None
    unread: str = ""

    @property
    def other_day(self) -> bool:
        """Whether this is not today."""
        return self.on != self.today


def asked_of(request: HttpRequest, at: datetime) -> Asked:
    """The day in the address, as people type it too, when it is a day that has been; else today."""
    today = timezone.localdate(at)
    wanted = request.GET.get("papier", "")
    paper = cast("Paper", wanted) if wanted in {"a3", "a4"} else ""
    typed = request.GET.get("op", "")[:40]
    try:
        on = read(Input.DAY, typed).value or today
    except RefusedError:
        return Asked(today, today, paper, unread=typed)
    return Asked(today, today, paper, later=on) if on > today else Asked(on, today, paper)
