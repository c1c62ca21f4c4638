"""One scenario: which help stops, what starts, what is paid, and what may happen less often."""

from dataclasses import replace
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rekenmodel.values import RefusedError, Text
from samenspel.desk.rules.typed import Input, read, written
from samenspel.desk.web.edit_parts import me
from samenspel.households.actions import FaultyError
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios import actions
from samenspel.scenarios.queries import NoPlanError, Planning, planning_of
from samenspel.scenarios.rules.codes import EditKind
from samenspel.scenarios.rules.plan import Option
from samenspel.scenarios.rules.scenario_editor import scenario_editor
from samenspel.scenarios.rules.shown_plan import ScenarioEditor
from samenspel.scenarios.web.plan import desk_of


@require_http_methods(["GET", "POST"])
def scenario(request: HttpRequest, household_id: str, key: str) -> HttpResponse:
    """The scenario to change; posting the ticks says which help stops in it, and from when."""
    at = timezone.now()
    held = planning_of(me(request), household_id, at=at)
    option = next((row for row in held.plans.options if row.key == key), None)
    if option is None or "edits" not in held.lists:
        raise NoPlanError(key)
    today = timezone.localdate(at)
    page = scenario_editor(desk_of(request, held), option, today)
    context = {"household_id": household_id, "on": written(Input.DAY, today, language()), "wrong": ()}
    if request.method == "POST":
        wrong = _stop(request, held, option, at)
        if not wrong:
            messages.success(request, _("Bewaard."))
            return redirect("scenarios:scenario", household_id, key)
        page = _as_ticked(page, set(request.POST.getlist("stop")))
        context |= {"on": request.POST.get("on", ""), "wrong": wrong}
    return render(request, "scenarios/scenario.html", {**context, "page": page})


def _stop(request: HttpRequest, held: Planning, option: Option, at: datetime) -> tuple[str, ...]:
    """Make the edits that stop help equal to the ticks, all or none; return what does not fit."""
    stops = {edit.help for edit in held.plans.edits_of(option.key) if edit.kind is EditKind.STOP}
    known = stops | {row.key for row in held.file.help}
    try:
        actions.stop_help(
            by=me(request),
            at=at,
            on=_day(request.POST.get("on", "")),
            household_id=held.id,
            option=option.key,
            wanted=known.intersection(request.POST.getlist("stop")),
        )
    except RefusedError as error:
        return (error.text.say(language()),)
    except FaultyError as error:
        return tuple(fault.text.say(language()) for fault in error.faults)
    return ()


def _as_ticked(page: ScenarioEditor, ticked: set[str]) -> ScenarioEditor:
    """The page with the ticks as they were sent, so that nothing has to be ticked again."""
    helps = (replace(row, edit=row.edit or row.key if row.key in ticked else "") for row in page.helps)
    return replace(page, helps=tuple(helps))


def _day(typed: str) -> date:
    """The day as people type it. Raises RefusedError when there is none or it cannot be read."""
    found = read(Input.DAY, typed[:40]).value
    if not isinstance(found, date):
        raise RefusedError(NO_DAY)
    return found


NO_DAY = Text("Vul een dag in, zoals 31-12-2026.", "Fill in a day, such as 31-12-2026.")
