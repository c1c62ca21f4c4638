"""The start page: my households, and finding one."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from samenspel.access.queries import general_role
from samenspel.access.rules import Act, Level, Role
from samenspel.access.rules.matrix import MATRIX
from samenspel.accounts.models import User
from samenspel.households.queries import MOST_LISTED, my_households


def start(request: HttpRequest) -> HttpResponse:
    """List the households that somebody takes part in."""
    words = request.GET.get("zoek", "").strip()[:100]
    user = cast("User", request.user)
    found = my_households(user, at=timezone.now(), words=words)
    roles = role_names()
    context = {
        "here": "households",
        "households": [{"id": one.id, "name": one.name, "role": roles[one.role]} for one in found],
        "words": words,
        "full": len(found) == MOST_LISTED,
        "opens_in_emergency": Act.EMERGENCY in MATRIX[general_role(user), Level.SPECIAL],
    }
    return render(request, "desk/start.html", context)


def role_names() -> dict[Role, str]:
    """What a role is called to the person who has it."""
    return {
        Role.CASE_LEAD: _("u kunt hier alles bijwerken"),
        Role.HELPER: _("u helpt hier"),
        Role.FAMILY: _("uw eigen gezin"),
        Role.SUPPORTER: _("u bent een naaste"),
        Role.MANAGER: _("u ziet de stand van de hulp"),
    }
