"""One scenario: which help stops, what starts, what is paid, and what may happen less often."""

from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rekenmodel.values import RefusedError
from samenspel.desk.rules.typed import Input, read
from samenspel.desk.web.edit_parts import me
from samenspel.households.actions import FaultyError
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios import actions
from samenspel.scenarios.queries import NoPlanError, Planning, planning_of
from samenspel.scenarios.rules.codes import EditKind
from samenspel.scenarios.rules.plan import Option
from samenspel.scenarios.rules.scenario_editor import scenario_editor
from samenspel.scenarios.web.plan import desk_of


@require_http_methods(["GET", "POST"])
def scenario(request: HttpRequest, household_id: str, key: str) -> HttpResponse:
    """The scenario to change; posting the ticks says which help stops in it, and from when."""
    at = timezone.now()
    held = planning_of(me(request), household_id, at=at)
    option = next((row for row in held.plans.options if row.key == key), None)
    if option is None or "edits" not in held.lists:
        raise NoPlanError(key)
    if request.method == "POST":
        _stop(request, held, option, at)
        return redirect("scenarios:scenario", household_id, key)
    today = timezone.localdate(at)
    page = scenario_editor(desk_of(request, held), option, today)
    context = {"page": page, "household_id": household_id, "today": today}
    return render(request, "scenarios/scenario.html", context)


def _stop(request: HttpRequest, held: Planning, option: Option, at: datetime) -> None:
    """Make the edits that stop help equal to the ticks; each stop begins on the day that was chosen."""
    wanted = set(request.POST.getlist("stop"))
    on = _day(request.POST.get("on", ""), timezone.localdate(at))
    stops = {edit.help: edit for edit in held.plans.edits_of(option.key) if edit.kind is EditKind.STOP}
    running = {row.key for row in held.file.help}
    try:
        for help_key in sorted(wanted & running - set(stops)):
            values = {"option": option.key, "kind": EditKind.STOP, "on": on, "help": help_key}
            actions.add_row(by=me(request), at=at, household_id=held.id, table="edits", values=values)
    except FaultyError as error:
        for fault in error.faults:
            messages.error(request, fault.text.say(language()))
        return
    for help_key in set(stops) - wanted:
        actions.remove_row(
            by=me(request), at=at, household_id=held.id, table="edits", key=stops[help_key].key
        )
    messages.success(request, _("Bewaard."))


def _day(typed: str, today: date) -> date:
    """The day as people type it; today when it is none."""
    try:
        return read(Input.DAY, typed[:40]).value or today
    except RefusedError:
        return today
