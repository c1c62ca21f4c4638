"""The plan to show to whoever decides: on a screen, on paper, with or without figures."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from samenspel.access.rules import Kind
from samenspel.desk.web.edit_parts import me
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios.access import may_take
from samenspel.scenarios.queries import Turns, page_of, planning_of
from samenspel.scenarios.rules.plan_shown import shown_plan
from samenspel.scenarios.web.calculate import ask
from samenspel.scenarios.web.drawn import drawn, triangles
from samenspel.scenarios.web.plan import desk_of, newest


@require_GET
def show(request: HttpRequest, household_id: str) -> HttpResponse:
    """The plan on one sheet; without a plan, where to begin one."""
    at = timezone.now()
    held = planning_of(me(request), household_id, at=at, subject="perspectiefplan tonen")
    mine = newest(held)
    if mine is None:
        return redirect("scenarios:plan", household_id)
    amounts = "getallen" in request.GET and held.calculates
    found = shown_plan(desk_of(request, held), mine, today=timezone.localdate(at), amounts=amounts)
    context: dict[str, Any] = {
        "plan": found,
        "drawn": triangles(found.triangle) if found.triangle else {},
        "household_id": household_id,
        "may_calculate": held.calculates,
        "with_figures": amounts,
        "may_take": may_take(held.standing, Kind.JUDGEMENT),
        "may_take_figures": may_take(held.standing, Kind.SCENARIO),
    }
    if amounts:
        turns = Turns()
        page = page_of(ask(request, household_id, turns, at), turns, language())
        context |= {"page": page, "drawn": {**context["drawn"], **drawn(page)}}
    return render(request, "scenarios/show.html", context)
