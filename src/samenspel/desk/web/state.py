"""Voting on how the process goes, and agreeing on it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from rekenmodel.signals import ProcessState
from rekenmodel.signals.state_words import WORKING_STYLES
from rekenmodel.values import RefusedError
from samenspel.access.queries import standing
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.desk.queries import StateRound, state_round, voter_key
from samenspel.desk.rules.typed import Input, clean, read, written
from samenspel.desk.rules.votes import CAUSE_QUESTION, GOAL_QUESTION, next_review, spread_of
from samenspel.desk.web.edit_parts import Toast, in_panel, me, show
from samenspel.households import actions
from samenspel.households.actions import FaultyError
from samenspel.households.rules.codes import STATE_TEXTS
from samenspel.households.rules.faults import faults_of_shape
from samenspel.households.rules.record import StateVote
from samenspel.kit.templatetags.kit import language

QUESTIONS = {"goal_agreement": GOAL_QUESTION, "cause_known": CAUSE_QUESTION}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a vote or an agreement: the change, or what does not fit by field."""

    change: UUID | None
    wrong: dict[str, str]


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, household_id: str) -> HttpResponse:
    """Vote on the process state, see how others voted, and agree on a state."""
    at = timezone.now()
    on = timezone.localdate(at)
    if request.method == "GET":
        now = state_round(me(request), household_id, at=at, on=on)
        return _show(request, household_id, now, on, _sent_back(request))
    voting = request.POST.get("what") == "vote"
    answer = _vote(request, household_id, at, on) if voting else _agree(request, household_id, at, on)
    if answer.change and not in_panel(request):
        return redirect(f"{reverse('desk:state', args=[household_id])}?saved={answer.change}")
    fresh = state_round(me(request), household_id, at=at, on=on, act=Act.WRITE)
    return _show(request, household_id, fresh, on, answer)


def _sent_back(request: HttpRequest) -> Answer | None:
    """The change that a page without script was sent back with, so that it can still be taken back."""
    try:
        return Answer(UUID(request.GET.get("saved", "")), {})
    except ValueError:
        return None


def _voter(by: User, household_id: str, at: datetime) -> str:
    return voter_key(by, standing(by, household_id, at=at))


def _may_agree(by: User, household_id: str, at: datetime) -> bool:
    return standing(by, household_id, at=at).may(Kind.STRUCTURE, Act.WRITE).allowed


def _vote(request: HttpRequest, household_id: str, at: datetime, on: date) -> Answer:
    sent = {name: request.POST.get(name) or None for name in ("state", *QUESTIONS)}
    if not any(sent.values()):
        return Answer(None, {"state": _("Kies eerst wat u vindt.")})
    by = me(request)
    try:
        mine = StateVote.model_validate(
            {"voter": by.display_name, "voter_key": _voter(by, household_id, at), **sent}
        )
    except ValidationError as error:
        faults = faults_of_shape(error)
        return Answer(None, {fault.field: fault.text.say(language()) for fault in faults})
    return Answer(actions.vote(by=by, at=at, on=on, household_id=household_id, vote=mine), {})


def _agree(request: HttpRequest, household_id: str, at: datetime, on: date) -> Answer:
    """Write the agreed state with its reason beside what was computed, in the round that runs."""
    by = me(request)
    if not _may_agree(by, household_id, at):
        return Answer(None, {"agreed": _("Alleen wie de regie heeft, legt vast wat u samen afspreekt.")})
    now = state_round(by, household_id, at=at, on=on, act=Act.WRITE)
    if request.POST.get("agreed") not in {code.value for code in ProcessState}:
        return Answer(None, {"agreed": _("Kies hoe het nu gaat.")})
    try:
        review = read(Input.DAY, request.POST.get("next_review", "")).value
        values = {
            "on": on,
            "agreed": request.POST["agreed"],
            "reason": clean(request.POST.get("reason", "")),
            "next_review": review,
            "computed": now.computed.state,
            "rule_version": now.computed.rule_version,
            "signal_values": {
                str(signal.code): signal.value for signal in now.computed.signals if signal.value is not None
            },
        }
        return Answer(actions.agree(by=by, at=at, on=on, household_id=household_id, values=values), {})
    except RefusedError as error:
        return Answer(None, {"next_review": error.text.say(language())})
    except FaultyError as error:
        return Answer(None, {fault.field: fault.text.say(language()) for fault in error.faults})


def _show(
    request: HttpRequest, household_id: str, now: StateRound, on: date, answer: Answer | None = None
) -> HttpResponse:
    votes = now.round.votes if now.round else ()
    mine = _voter(me(request), household_id, timezone.now())
    held = next((vote for vote in votes if vote.voter_key == mine), None)
    voted = tuple(vote for vote in votes if vote.state)
    wrong = answer.wrong if answer else {}
    typed = request.POST if wrong and request.POST.get("what") == "agree" else None
    agreed = now.round.agreed if now.round else None
    proposed = agreed or now.computed.state
    context = {
        "url": reverse("desk:state", args=[household_id]),
        "household_id": household_id,
        "computed": now.computed,
        "mine": held if held in voted else None,
        "marks": [_mark_view(name, held) for name in QUESTIONS],
        "spreads": [spread_of(votes, name, QUESTIONS[name]) for name in QUESTIONS],
        "voters": voted,
        "may_agree": _may_agree(me(request), household_id, timezone.now()),
        "states": [(code.value, STATE_TEXTS[code], WORKING_STYLES[code]) for code in ProcessState],
        "chosen": typed.get("agreed", "") if typed else proposed.value,
        "reason": typed.get("reason", "") if typed else (now.round.reason if now.round else ""),
        "review": typed.get("next_review", "") if typed else _review(now, proposed, on),
        "agreed": STATE_TEXTS[agreed] if agreed else None,
        "wrong": [{"field": field, "text": text} for field, text in wrong.items()],
        "toast": Toast(_("Bewaard."), answer.change, household_id) if answer and answer.change else None,
    }
    return show(request, "desk/edit_state.html", context, title=_("Hoe gaat de hulp rond dit gezin?"))


def _review(now: StateRound, proposed: ProcessState, on: date) -> str:
    planned = now.round.next_review if now.round else None
    return written(Input.DAY, planned or next_review(proposed, on), language())


def _mark_view(name: str, mine: StateVote | None) -> dict[str, Any]:
    """One question with the marks to choose from and the mark that was given."""
    given = getattr(mine, name) if mine else None
    return {"name": name, "question": QUESTIONS[name], "marks": range(11), "given": given}
