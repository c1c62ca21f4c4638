"""The perspective plan: begin one, fill it in field by field, add and take out, take a change back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rekenmodel.values import RefusedError, Text
from samenspel.desk.rules.fields import Around
from samenspel.desk.rules.filling import boxes_as_typed, keep_order, read_part
from samenspel.desk.web.edit_parts import CLASH, in_panel, me, posted
from samenspel.households.access import may_write as may_write_page
from samenspel.households.actions import ChangedSinceError, FaultyError
from samenspel.households.tables import TABLES as PAGE
from samenspel.households.writing import StillUsedError
from samenspel.kit.rows import Row
from samenspel.kit.templatetags.kit import clock, language, on_day
from samenspel.scenarios import actions
from samenspel.scenarios.access import may_write
from samenspel.scenarios.queries import NoPlanError, Planning, planning_of
from samenspel.scenarios.rules.plan import PerspectivePlan
from samenspel.scenarios.rules.plan_desk import Desk
from samenspel.scenarios.rules.plan_forms import FIELDS
from samenspel.scenarios.rules.plan_page import plan_page
from samenspel.scenarios.rules.shown_plan import PartShown, Said
from samenspel.scenarios.tables import TABLES

GIVEN = ("plan", "option", "side", "kind")


def desk_of(request: HttpRequest, held: Planning) -> Desk:
    """What the pages of a plan are made from, for this reader."""
    changed = held.last_change
    saved = ""
    if changed is not None:
        local = timezone.localtime(changed.at)
        words = _("Bewaard op %(day)s om %(time)s uur")
        saved = words % {"day": on_day(local.date()), "time": clock(changed.at)}
    return Desk(
        household_id=held.id,
        file=held.file,
        plans=held.plans,
        prices=held.basis.prices,
        language=language(),
        writes=frozenset(name for name in TABLES if may_write(held.standing, name))
        | frozenset(name for name in ("words",) if may_write_page(held.standing, name)),
        me=me(request).display_name,
        saved=saved,
        hidden=(frozenset(TABLES) | frozenset(PAGE)) - held.lists - held.tables,
    )


def newest(held: Planning) -> PerspectivePlan | None:
    """The plan that is worked on: the one begun last."""
    return max(held.plans.plans, key=lambda row: (row.started_on, row.key), default=None)


@require_GET
def plan(request: HttpRequest, household_id: str) -> HttpResponse:
    """The plan, step by step; without one, how to begin."""
    held = planning_of(me(request), household_id, at=timezone.now())
    return _page(request, held)


def _page(request: HttpRequest, held: Planning, typed: PartShown | None = None) -> HttpResponse:
    """Show the plan; `typed` is a part with what did not fit still in it."""
    desk, mine = desk_of(request, held), newest(held)
    context: dict[str, Any] = {"household_id": held.id, "household": held.file.name, "here": ""}
    if mine is None:
        context["writes"] = "plans" in desk.writes
        return render(request, "scenarios/plan_empty.html", context)
    page = plan_page(desk, mine)
    if typed is not None:
        page = replace(page, steps=tuple(_with_typed(step, typed) for step in page.steps))
    return render(request, "scenarios/plan.html", {**context, "page": page})


def _with_typed(step: Any, typed: PartShown) -> Any:
    groups = tuple(_typed_in(group, typed) for group in step.groups)
    adding = tuple(_typed_in(add, typed) if add.table == typed.table else add for add in step.adding)
    return replace(step, groups=groups, adding=adding)


def _typed_in(holder: Any, typed: PartShown) -> Any:
    parts = tuple(typed if part.uid == typed.uid else part for part in holder.parts)
    return replace(holder, parts=parts)


@require_POST
def start(request: HttpRequest, household_id: str) -> HttpResponse:
    """Begin a plan with what the household page knows."""
    at = timezone.now()
    on = timezone.localdate(at)
    actions.start_plan(by=me(request), at=at, on=on, household_id=household_id)
    messages.success(request, _("Het plan is begonnen. Wat het gezin al zei, staat erin."))
    return redirect("scenarios:plan", household_id)


def row_of(held: Planning, table: str, key: str) -> Row:
    """One row of a plan; raises `NoPlanError` when it is not there."""
    if table not in TABLES:
        raise NoPlanError(table)
    found = next((row for row in getattr(held.plans, table) if row.key == key), None)
    if found is None:
        raise NoPlanError(key)
    return found  # type: ignore[no-any-return]  # the lists of a plan hold rows


@require_POST
def save(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Write one part of a row; what does not fit stays in its field with the reason beside it."""
    at = timezone.now()
    held = planning_of(me(request), household_id, at=at)
    row = row_of(held, table, key)
    mine = newest(held)
    fields = FIELDS[table](held.plans, mine.key if mine else "")
    part = next((one for one in fields if one.name == request.POST.get("part", "")), None)
    if part is None:
        raise NoPlanError(table)
    around = Around(held.file, held.basis.prices, table, key)
    filled = read_part(part, type(row), posted(request), around)
    uid = f"{table}-{key}-{part.name}"
    view = PartShown(uid=uid, table=table, key=key, part=part, boxes=(), said=Said())
    wrong = dict(filled.wrong)
    change: UUID | None = None
    if not wrong:
        values = keep_order(filled.values, row.model_dump())
        change, wrong = _write(request, household_id, table, key, values, at)
    if wrong:
        as_typed = boxes_as_typed(part, type(row), posted(request), around, wrong)
        said = Said(wrong=tuple(text.say(language()) for text in wrong.values()))
        return _refused(request, held, replace(view, boxes=as_typed, said=said))
    return _saved(request, household_id, view, change, at)


def _write(
    request: HttpRequest, household_id: str, table: str, key: str, values: dict[str, Any], at: datetime
) -> tuple[UUID | None, dict[str, Text]]:
    """Write values; return the change, or what does not fit by field."""
    try:
        change = actions.set_fields(
            by=me(request), at=at, household_id=household_id, table=table, key=key, values=values
        )
    except FaultyError as error:
        return None, {fault.field or fault.table: fault.text for fault in error.faults}
    except IntegrityError:
        return None, {"": CLASH}
    return change, {}


def _refused(request: HttpRequest, held: Planning, view: PartShown) -> HttpResponse:
    if in_panel(request):
        return render(request, "scenarios/plan_reply.html", {"view": view, "household_id": held.id})
    return _page(request, held, view)


def _saved(
    request: HttpRequest, household_id: str, view: PartShown, change: UUID | None, at: datetime
) -> HttpResponse:
    """Say that it was saved, how far the plan is now, and offer to take it back."""
    if not in_panel(request):
        messages.success(request, _("Bewaard."))
        return redirect(f"{reverse('scenarios:plan', args=[household_id])}#{view.uid}")
    held = planning_of(me(request), household_id, at=at)
    mine = newest(held)
    saved = _("Bewaard om %(time)s uur") % {"time": clock(at)}
    context = {
        "view": replace(view, said=Said(saved=saved)),
        "page": plan_page(desk_of(request, held), mine) if mine else None,
        "change": change,
        "household_id": household_id,
        "saved": saved,
    }
    return render(request, "scenarios/plan_reply.html", context)


@require_POST
def add(request: HttpRequest, household_id: str, table: str) -> HttpResponse:
    """Add a row: an option, an article, a judgement, a decision. Without figures all of it works."""
    at = timezone.now()
    held = planning_of(me(request), household_id, at=at)
    mine = newest(held)
    if mine is None or table not in ADDING:
        raise NoPlanError(table)
    shape = TABLES[table].row
    around = Around(held.file, held.basis.prices, table, "")
    fields = [one for one in FIELDS[table](held.plans, mine.key) if one.name in request.POST]
    values: dict[str, Any] = {}
    wrong: dict[str, Text] = {}
    for part in fields:
        filled = read_part(part, shape, posted(request), around)
        values |= filled.values
        wrong |= filled.wrong
    given = {name: request.POST[name] for name in GIVEN if name in request.POST}
    if not wrong:
        wrong = _tried(lambda: ADDING[table](request, household_id, {**given, **values}, at))
    if wrong:
        for text in wrong.values():
            messages.error(request, text.say(language()))
    return _back(request, household_id, table)


def _back(request: HttpRequest, household_id: str, table: str) -> HttpResponse:
    """Go back to where the row stands: an edit with its scenario, the rest in its step of the plan."""
    if table == "edits" and request.POST.get("option", ""):
        return redirect("scenarios:scenario", household_id, request.POST["option"])
    step = request.POST.get("back", "")
    place = reverse("scenarios:plan", args=[household_id])
    return redirect(f"{place}#{step}" if step.isalpha() else place)


def _tried(act: Callable[[], object]) -> dict[str, Text]:
    """Do it; return what does not fit."""
    try:
        act()
    except FaultyError as error:
        return {fault.field or fault.table: fault.text for fault in error.faults}
    except RefusedError as error:
        return {"": error.text}
    except IntegrityError:
        return {"": CLASH}
    return {}


def _plain(table: str) -> Callable[[HttpRequest, str, dict[str, Any], datetime], object]:
    def add_it(request: HttpRequest, household_id: str, values: dict[str, Any], at: datetime) -> object:
        return actions.add_row(by=me(request), at=at, household_id=household_id, table=table, values=values)

    return add_it


def _judge(request: HttpRequest, household_id: str, values: dict[str, Any], at: datetime) -> object:
    return actions.judge(
        by=me(request),
        at=at,
        on=timezone.localdate(at),
        household_id=household_id,
        option=values.pop("option", ""),
        side=values.pop("side", ""),
        values=values,
    )


def _decide(request: HttpRequest, household_id: str, values: dict[str, Any], at: datetime) -> object:
    return actions.decide(
        by=me(request), at=at, household_id=household_id, plan=values.pop("plan", ""), values=values
    )


ADDING: dict[str, Callable[[HttpRequest, str, dict[str, Any], datetime], object]] = {
    "options": _plain("options"),
    "grounds": _plain("grounds"),
    "edits": _plain("edits"),
    "judgements": _judge,
    "plan_decisions": _decide,
}


@require_POST
def remove(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Take a row out; it can be put back."""
    if table not in TABLES:
        raise NoPlanError(table)
    try:
        change = actions.remove_row(
            by=me(request), at=timezone.now(), household_id=household_id, table=table, key=key
        )
    except StillUsedError:
        messages.error(request, _("Dit hoort bij een besluit. Daarom blijft het staan."))
    else:
        messages.info(request, _("Weggehaald."), extra_tags=str(change))
    return _back(request, household_id, table)


@require_POST
def undo(request: HttpRequest, household_id: str, change_id: UUID) -> HttpResponse:
    """Take a change of a plan back."""
    try:
        actions.undo(by=me(request), at=timezone.now(), household_id=household_id, change_id=change_id)
        messages.success(request, _("Teruggezet."))
    except (ChangedSinceError, StillUsedError):
        said = _("Iemand veranderde dit daarna. Daarom zetten we het niet terug. Kijk wat er nu staat.")
        messages.error(request, said)
    return redirect("scenarios:plan", household_id)
