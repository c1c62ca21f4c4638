"""What the address of a household page asks for."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, cast
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils import timezone

from rekenmodel.values import RefusedError
from samenspel.desk.rules.typed import Input, read

Paper = Literal["", "a3", "a4"]
KNOWN_THEN = "toen"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which day is asked for, and on what paper it will be printed.

    `later` is a day that was asked for and still has to come, `unread` what was typed and is no day: the
    page then shows today. With `known` the page holds only what was written down by the end of that day.
    """

    on: date
    today: date
    paper: Paper = ""
    later: date | None = None
    unread: str = ""
    known: bool = False

    @property
    def other_day(self) -> bool:
        """Whether this is not today."""
        return self.on != self.today

    @property
    def moment(self) -> datetime | None:
        """The end of the day of which is shown what was known, when that is asked."""
        if not self.known:
            return None
        return timezone.make_aware(datetime.combine(self.on, time.max))

    @property
    def query(self) -> str:
        """How an address asks for the same day; empty for today."""
        if not self.other_day:
            return ""
        return urlencode({"op": self.on.isoformat()} | ({"weten": KNOWN_THEN} if self.known else {}))


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
    if on > today:
        return Asked(today, today, paper, later=on)
    return Asked(on, today, paper, known=on < today and request.GET.get("weten") == KNOWN_THEN)
