"""The people around one household: who takes part until when, who was asked, who is kept out."""

from datetime import datetime
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rekenmodel.values import Text
from samenspel.access.actions import note_allowed, require
from samenspel.access.actions.basis import NoGroundError
from samenspel.access.actions.basis import withdraw as withdraw_ground
from samenspel.access.actions.keeping_out import NoBlockadeError, OwnBlockadeError
from samenspel.access.actions.keeping_out import block as keep_out
from samenspel.access.actions.keeping_out import lift as let_in
from samenspel.access.actions.taking_part import TERM, LastLeadError, NoSuchError, end, refer
from samenspel.access.actions.taking_part import answer as answer_question
from samenspel.access.actions.taking_part import extend as extend_term
from samenspel.access.models import Blockade, EmergencyAccess, Ground, Membership
from samenspel.access.queries import Around, around, questions_to
from samenspel.access.rules import Act, Category, GroundKind, Kind, Role
from samenspel.access.rules.emergency import REASON_TEXTS, EmergencyReason
from samenspel.access.rules.sentences import (
    BLOCKADE_TEXTS,
    CATEGORY_TEXTS,
    GROUND_TEXTS,
    ROLE_TEXTS,
)
from samenspel.accounts.models import User
from samenspel.accounts.queries import organisation_names, user_called
from samenspel.kit.templatetags.kit import language, on_day

ASKABLE = (Role.HELPER, Role.SUPPORTER, Role.MANAGER, Role.FACILITATOR, Role.CASE_LEAD)
SUBJECT = "wie doet mee"
SOON_DAYS = 30


def _me(request: HttpRequest) -> User:
    return cast("User", request.user)


def _say(text: Text) -> str:
    return text.say(language())


@require_GET
def members(request: HttpRequest, household_id: str) -> HttpResponse:
    """Who takes part; whoever keeps the overview changes it here."""
    at = timezone.now()
    held = require(_me(request), household_id, Kind.EXISTENCE, Act.READ, at=at, subject=SUBJECT)
    note_allowed(held, Kind.EXISTENCE, Act.READ, at=at, subject=SUBJECT)
    found = around(held)
    may = held.may(Kind.EXISTENCE, Act.GRANT).allowed
    context = {
        "here": "households",
        "household_id": household_id,
        "may": may,
        "running": [_member(row, at) for row in found.running],
        "my_id": held.user_id,
        "asked": [(row, _say(ROLE_TEXTS[Role(row.role)])) for row in found.asked],
        "earlier": [(row, _say(ROLE_TEXTS[Role(row.role)])) for row in found.earlier],
        "emergencies": [_looked(row) for row in found.emergencies],
        "roles": [(role.value, _say(ROLE_TEXTS[role])) for role in ASKABLE],
    }
    return render(request, "access/members.html", context | (_lead_only(found) if may else {}))


def _lead_only(found: Around) -> dict[str, Any]:
    organisations = {row.recipient for row in found.grounds} | {row.organisation for row in found.blockades}
    names = organisation_names(organisations)
    return {
        "grounds": [_ground(row, names) for row in found.grounds],
        "blockades": [_kept_out(row, names) for row in found.blockades],
        "block_reasons": [(code, _say(text)) for code, text in BLOCKADE_TEXTS.items()],
    }


def _member(row: Membership, at: datetime) -> dict[str, Any]:
    days = (row.until - at).days
    return {"row": row, "role": _say(ROLE_TEXTS[Role(row.role)]), "soon": days < SOON_DAYS}


def _looked(row: EmergencyAccess) -> dict[str, Any]:
    return {"row": row, "reason": _say(REASON_TEXTS[EmergencyReason(row.reason)])}


def _ground(row: Ground, names: dict[str, str]) -> dict[str, Any]:
    return {
        "row": row,
        "recipient": names.get(row.recipient, row.recipient),
        "category": _say(CATEGORY_TEXTS[Category(row.category)]),
        "kind": _say(GROUND_TEXTS[GroundKind(row.kind)]),
    }


def _kept_out(row: Blockade, names: dict[str, str]) -> dict[str, Any]:
    name = row.user.display_name if row.user else names.get(row.organisation, row.organisation)
    return {"row": row, "name": name, "reason": _say(BLOCKADE_TEXTS[row.reason])}


def _back(request: HttpRequest, household_id: str, said: str, *, well: bool = True) -> HttpResponse:
    if well:
        messages.success(request, said, "well")
    else:
        messages.error(request, said, "wrong")
    return redirect("access:members", household_id)


@require_POST
def ask(request: HttpRequest, household_id: str) -> HttpResponse:
    """Ask somebody to take part."""
    at, by = timezone.now(), _me(request)
    require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="vragen om mee te doen")
    why = " ".join(request.POST.get("why", "").split())[:200]
    role = request.POST.get("role", "")
    user = user_called(request.POST.get("who", ""))
    if user is None or user == by or role not in set(ASKABLE):
        said = _("We vonden niemand met precies die naam. Vul de hele naam in, of de naam om aan te melden.")
        return _back(request, household_id, said, well=False)
    if not why:
        return _back(request, household_id, _("Schrijf erbij waarvoor u dit vraagt."), well=False)
    refer(by=by, at=at, household_id=household_id, user=user, role=Role(role), why=why)
    said = _("%(who)s krijgt de vraag om mee te doen en antwoordt zelf.") % {"who": user.display_name}
    return _back(request, household_id, said)


@require_POST
def extend(request: HttpRequest, household_id: str, membership: int) -> HttpResponse:
    """Let somebody take part for another half year."""
    at = timezone.now()
    try:
        row = extend_term(
            by=_me(request), at=at, household_id=household_id, membership_id=membership, until=at + TERM
        )
    except NoSuchError:
        return _back(request, household_id, _("Deze deelname is al gestopt."), well=False)
    until = on_day(timezone.localtime(row.until).date())
    said = _("%(who)s doet mee tot %(until)s.") % {"who": row.user.display_name, "until": until}
    return _back(request, household_id, said)


@require_POST
def stop(request: HttpRequest, household_id: str, membership: int) -> HttpResponse:
    """End somebody's part, or one's own."""
    by, at = _me(request), timezone.now()
    try:
        end(by=by, at=at, household_id=household_id, membership_id=membership)
    except NoSuchError:
        return _back(request, household_id, _("Deze deelname is al gestopt."), well=False)
    except LastLeadError:
        said = _("Iemand moet het overzicht houden. Vraag eerst een ander om dat te doen.")
        return _back(request, household_id, said, well=False)
    if request.POST.get("own"):
        messages.success(request, _("U doet niet meer mee."), "well")
        return redirect("desk:start")
    return _back(request, household_id, _("Deze deelname is gestopt."))


@require_POST
def withdraw(request: HttpRequest, household_id: str, ground: int) -> HttpResponse:
    """Withdraw a basis."""
    try:
        withdraw_ground(by=_me(request), at=timezone.now(), household_id=household_id, ground_id=ground)
    except NoGroundError:
        return _back(request, household_id, _("Deze grondslag was al ingetrokken."), well=False)
    return _back(request, household_id, _("De grondslag is ingetrokken. Dat werkt meteen."))


@require_POST
def block(request: HttpRequest, household_id: str) -> HttpResponse:
    """Keep somebody out."""
    at, by = timezone.now(), _me(request)
    require(by, household_id, Kind.EXISTENCE, Act.GRANT, at=at, subject="blokkade")
    user, reason = user_called(request.POST.get("who", "")), request.POST.get("reason", "")
    if user is None or reason not in BLOCKADE_TEXTS:
        said = _("We vonden niemand met precies die naam. Vul de hele naam in, of de naam om aan te melden.")
        return _back(request, household_id, said, well=False)
    try:
        keep_out(by=by, at=at, household_id=household_id, user=user, reason=reason)
    except OwnBlockadeError:
        return _back(request, household_id, _("U kunt uzelf niet buitensluiten."), well=False)
    said = _("%(who)s kan dit gezin niet meer zien. Dat werkt meteen.") % {"who": user.display_name}
    return _back(request, household_id, said)


@require_POST
def lift(request: HttpRequest, household_id: str, blockade: int) -> HttpResponse:
    """Let somebody in again."""
    try:
        let_in(by=_me(request), at=timezone.now(), household_id=household_id, blockade_id=blockade)
    except NoBlockadeError:
        return _back(request, household_id, _("Deze blokkade was al opgeheven."), well=False)
    return _back(request, household_id, _("De blokkade is opgeheven."))


@require_GET
def questions(request: HttpRequest) -> HttpResponse:
    """The questions to take part that somebody has not answered."""
    found = questions_to(_me(request), at=timezone.now())
    shown = [(row, _say(ROLE_TEXTS[Role(row.role)])) for row in found]
    return render(request, "access/questions.html", {"here": "questions", "questions": shown})


@require_POST
def answer(request: HttpRequest, referral: int) -> HttpResponse:
    """Say yes or no."""
    accepts = request.POST.get("answer") == "ja"
    try:
        row = answer_question(
            by=_me(request),
            at=timezone.now(),
            referral_id=referral,
            accepts=accepts,
            note=request.POST.get("note", ""),
        )
    except NoSuchError:
        messages.error(request, _("Deze vraag is er niet meer."), "wrong")
        return redirect("access:questions")
    if accepts:
        return redirect("desk:household", row.household_id)
    messages.success(request, _("U zei nee. Wie het vroeg, ziet dat."), "well")
    return redirect("access:questions")
