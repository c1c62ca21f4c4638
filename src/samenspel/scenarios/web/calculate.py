"""The page "Doorrekenen": the answer, the knobs that are answered live, runs that are kept and made again."""

import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samenspel.desk.web.edit_parts import in_panel, me
from samenspel.kit.templatetags.kit import clock, language, on_day
from samenspel.scenarios import actions
from samenspel.scenarios.access import may_write_for_others
from samenspel.scenarios.actions import NotRepeatedError
from samenspel.scenarios.models import Run
from samenspel.scenarios.queries import (
    Calculated,
    NoPlanError,
    Planning,
    Turns,
    calculated,
    page_of,
    planning_of,
    run_of,
)
from samenspel.scenarios.queries.calculating import stopped_of
from samenspel.scenarios.rules.asking import from_input
from samenspel.scenarios.rules.outcome import Outcome
from samenspel.scenarios.rules.page import PageInput, scenario_page
from samenspel.scenarios.rules.realised import realised
from samenspel.scenarios.rules.running import MOST_DRAWS, USUAL_DRAWS
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.rules.shown import ScenarioPage
from samenspel.scenarios.web.drawn import drawn

QUICK_DRAWS = 2_000
"""While a knob turns: enough for the middle and the band, within the time in which an answer feels live."""


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, household_id: str) -> HttpResponse:
    """The page; a post brings turned knobs: a script gets the parts that change, a browser all of it."""
    at = timezone.now()
    turns = turns_of(request)
    try:
        found = ask(request, household_id, turns, at)
    except NoPlanError:
        return redirect("scenarios:plan", household_id)
    if request.method == "POST" and "keep" in request.POST and found.outcome is not None:
        return _keep(request, found, at)
    if found.outcome is None and found.wrong:
        return _refused(request, found, turns, at)
    return _answer(request, page_of(found, turns, language()))


def turns_of(request: HttpRequest) -> Turns:
    """What is asked: of a post the knobs and the ticks, of an address which scenario stands above."""
    sent: Mapping[str, str] = {name: str(request.POST[name]) for name in request.POST}
    if request.method != "POST":
        return Turns(shown=request.GET.get("shown", ""))
    draws = QUICK_DRAWS if "quick" in sent else MOST_DRAWS if "long" in sent else USUAL_DRAWS
    return Turns(shown=sent.get("shown", ""), values=sent, stopped=stopped_of(sent), draws=draws)


def ask(request: HttpRequest, household_id: str, turns: Turns, at: datetime) -> Calculated:
    """Calculate the newest plan; a run that takes too long stops by itself."""
    return calculated(
        me(request),
        household_id,
        at=at,
        on=timezone.localdate(at),
        turns=turns,
        clock=time.monotonic,
    )


def _context(request: HttpRequest, shown: ScenarioPage) -> dict[str, Any]:
    return {
        "page": shown,
        "drawn": drawn(shown),
        "household_id": shown.household_id,
        "here": "",
        "with_sources": "sources" in request.POST,
    }


def _answer(request: HttpRequest, shown: ScenarioPage, **more: Any) -> HttpResponse:
    template = "scenarios/fragment.html" if in_panel(request) else "scenarios/page.html"
    return render(request, template, {**_context(request, shown), **more})


def parts_of(request: HttpRequest, shown: ScenarioPage) -> str:
    """The parts of the page that change when a knob is turned."""
    template = "scenarios/refused.html" if shown.wrong else "scenarios/fragment.html"
    return render_to_string(template, _context(request, shown), request)


def _refused(request: HttpRequest, found: Calculated, turns: Turns, at: datetime) -> HttpResponse:
    """Say what does not fit beside its field; the figures of before stay."""
    refused = page_of(found, turns, language())
    if in_panel(request):
        return render(request, "scenarios/refused.html", {"page": refused})
    before = Turns(shown=turns.shown)
    kept = page_of(ask(request, found.planning.id, before, at), before, language())
    return _answer(request, replace(refused, figures=kept.figures, columns=kept.columns, empty=kept.empty))


def _keep(request: HttpRequest, found: Calculated, at: datetime) -> HttpResponse:
    if found.outcome is None:
        raise ValueError("a run without an outcome cannot be kept")
    household_id = found.planning.id
    kept = actions.keep_run(
        by=me(request),
        at=at,
        household_id=household_id,
        plan=found.plan,
        asked=found.asked,
        outcome=found.outcome,
    )
    messages.success(request, _("Deze doorrekening is bewaard, met alles wat nodig is om haar te herhalen."))
    return redirect("scenarios:run", household_id, kept)


@require_GET
def kept(request: HttpRequest, household_id: str, key: UUID) -> HttpResponse:
    """A run that was kept, as it was."""
    at = timezone.now()
    row = run_of(me(request), household_id, key, at=at)
    held = planning_of(me(request), household_id, at=at, subject=f"doorrekening {row.pk}")
    more = {"run": row, "run_said": _said(row), "since": _since(held, row, at)}
    return _answer(request, _kept_page(request, held, row), **more)


def _since(held: Planning, row: Run, at: datetime) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """What every option was expected to cost since the run beside what it really cost, month by month."""
    day, tongue = timezone.localdate(row.at), Tongue(language())
    found = []
    for way in Outcome.model_validate(row.results).ways:
        months = realised(way, day, held.file, held.basis, timezone.localdate(at))
        lines = [
            (
                str(month.month),
                tongue.span(month.low, month.high),
                tongue.money(month.was),
                _("binnen de baan") if month.inside else _("buiten de baan"),
            )
            for month in months
        ]
        if lines:
            found.append((way.title, lines))
    return found


def _kept_page(request: HttpRequest, held: Planning, row: Run) -> ScenarioPage:
    return scenario_page(
        PageInput(
            household_id=held.id,
            file=held.file,
            plans=held.plans,
            plan=row.plan,
            asked=from_input(row.inputs),
            shown=request.GET.get("shown", ""),
            tongue=Tongue(language()),
            outcome=Outcome.model_validate(row.results),
            writes=may_write_for_others(held.standing),
        )
    )


def _said(row: Run) -> str:
    local = timezone.localtime(row.at)
    words = _("Bewaard op %(day)s om %(time)s uur door %(who)s")
    return words % {"day": on_day(local.date()), "time": clock(row.at), "who": row.by_name}


@require_POST
def again(request: HttpRequest, household_id: str, key: UUID) -> HttpResponse:
    """Make a kept run again, from its own inputs, versions and seed, and say whether it is the same."""
    at = timezone.now()
    try:
        found = actions.repeat_run(me(request), household_id, key, at=at)
    except NotRepeatedError:
        said = _("Dit kan hier niet precies herhaald worden: het rekenmodel is sindsdien veranderd.")
        messages.warning(request, said)
    else:
        same = _("Herhaald. Elk getal is precies gelijk.")
        other = _("Herhaald. De uitkomst is niet gelijk; meld dit aan wie de omgeving beheert.")
        messages.info(request, same if found.same else other)
    return redirect(reverse("scenarios:run", args=[household_id, key]))
