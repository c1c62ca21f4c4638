"""Looking in an emergency, and judging that afterwards."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samenspel.access.actions import DeniedError
from samenspel.access.actions.emergency import NotToReviewError, TooShortError, open_in_emergency, review
from samenspel.access.queries import emergencies_of, emergencies_to_judge
from samenspel.access.rules.emergency import (
    REASON_TEXTS,
    SHORTEST_REASON,
    VERDICT_TEXTS,
    EmergencyReason,
    Verdict,
)
from samenspel.accounts.models import User
from samenspel.kit.templatetags.kit import language


@require_http_methods(["GET", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """Open a household for an hour, see what is open, and judge what others opened."""
    if request.method == "POST":
        return _open(request)
    return _show(request)


def _show(request: HttpRequest, wrong: str = "", status: int = 200) -> HttpResponse:
    user, at = cast("User", request.user), timezone.now()
    said = language()
    context: dict[str, Any] = {
        "here": "emergency",
        "wrong": wrong,
        "sent": {name: request.POST.get(name, "") for name in ("household", "reason", "explanation")},
        "shortest": SHORTEST_REASON,
        "reasons": [(code.value, text.say(said)) for code, text in REASON_TEXTS.items()],
        "verdicts": [(code.value, text.say(said)) for code, text in VERDICT_TEXTS.items()],
        "open": emergencies_of(user, at=at),
        "judge": [
            (row, REASON_TEXTS[EmergencyReason(row.reason)].say(said))
            for row in emergencies_to_judge(user, at=at)
        ],
    }
    return render(request, "access/emergency.html", context, status=status)


def _open(request: HttpRequest) -> HttpResponse:
    household_id, reason = request.POST.get("household", "").strip(), request.POST.get("reason", "")
    if reason not in set(EmergencyReason):
        return _show(request, _("Kies waarom u niet kunt wachten."), 422)
    try:
        open_in_emergency(
            user=cast("User", request.user),
            at=timezone.now(),
            household_id=household_id[:32],
            reason=EmergencyReason(reason),
            explanation=request.POST.get("explanation", ""),
        )
    except TooShortError:
        return _show(request, _("Schrijf in minstens 20 tekens op wat er aan de hand is."), 422)
    except DeniedError:
        said = _("Dit gezin kunt u zo niet openen. Klopt het kenmerk? Bel anders uw leidinggevende, of 112.")
        return _show(request, said, 422)
    return redirect("desk:household", household_id)


@require_POST
def judge(request: HttpRequest, access: int) -> HttpResponse:
    """Say what one thinks of it."""
    by, at, said = cast("User", request.user), timezone.now(), request.POST.get("note", "")
    try:
        review(by=by, at=at, access_id=access, verdict=Verdict(request.POST.get("verdict", "")), note_=said)
    except (NotToReviewError, ValueError):
        messages.error(request, _("Dit kunt u niet beoordelen."), "wrong")
    else:
        messages.success(request, _("Uw oordeel is bewaard."), "well")
    return redirect("access:emergency")
