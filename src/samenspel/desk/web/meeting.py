"""The sheet for the next meeting: what to talk about, on one side of paper."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samenspel.accounts.models import User
from samenspel.desk.queries import household_page
from samenspel.desk.rules.agenda import agenda_of
from samenspel.desk.rules.scene import Scene
from samenspel.households.access import may_write
from samenspel.kit.templatetags.kit import language


def sheet(request: HttpRequest, household_id: str) -> HttpResponse:
    """What to talk about, from the words of the household, what is late and what stands out."""
    at = timezone.now()
    today = timezone.localtime(at).date()
    page = household_page(cast("User", request.user), household_id, at=at, on=today, subject="gesprek")
    scene = Scene(page.picture, page.segments, page.dossier.tables, language())
    context = {
        "here": "households",
        "household_id": household_id,
        "file": page.picture.file,
        "agenda": agenda_of(scene),
        "tables": scene.tables,
        "plans": may_write(page.dossier.standing, "cases"),
        "lines": range(5),
    }
    return render(request, "desk/meeting.html", context)
