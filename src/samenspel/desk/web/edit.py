"""Changing the household on its page: a field at a time, a new row, a row out, and back again."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rekenmodel.values import RefusedError
from samenspel.desk.queries import HOUSEHOLD, Editing, editing, still_used
from samenspel.desk.rules.fields import Fold, Form, Part
from samenspel.desk.rules.filling import keep_order, preset, read_part
from samenspel.desk.rules.forms import FORMS
from samenspel.desk.rules.titles import LIST_NAMES, title_of
from samenspel.desk.rules.typed import Input, read
from samenspel.desk.web.edit_parts import (
    Said,
    Toast,
    heading,
    in_panel,
    me,
    only_toast,
    posted,
    refused,
    said_of,
    show,
    told_of,
    view_as_typed,
    view_of,
)
from samenspel.households import actions
from samenspel.households.actions import FaultyError
from samenspel.households.queries import NoHouseholdError, last_change
from samenspel.households.rules.faults import questions_of_row
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tables import TABLES
from samenspel.households.writing import StillUsedError
from samenspel.kit.rows import Row
from samenspel.kit.templatetags.kit import language

TODAY = ("on", "opened_on", "agreed_on")
"""Days of a new row that are most often today."""


@require_http_methods(["GET", "POST"])
def row(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Change one row, field by field."""
    at = timezone.now()
    if request.method == "POST":
        return _save(request, household_id, table, key, at)
    held = editing(me(request), household_id, table, key, at=at)
    return _editor(request, held, _undoable(request, household_id))


def _editor(
    request: HttpRequest,
    held: Editing,
    toast: Toast | None = None,
    as_typed: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show all fields of a row; `as_typed` holds the parts that were just refused."""
    views = {part.name: view_of(held, part, held.values) for part in held.form.parts} | (as_typed or {})
    wanted = request.GET.get("field", "")
    more = [_folded(each, views, wanted, as_typed or {}) for each in held.form.more]
    focus = next((part.name for part in held.form.parts if wanted in part.columns), "")
    context = {
        "held": held,
        "first": [views[part.name] for part in held.form.first],
        "more": more,
        "focus": focus,
        "url": reverse("desk:edit", args=[held.household_id, held.table, held.key]),
        "removable": held.table != HOUSEHOLD,
        "toast": toast,
        "last": last_change(held.household_id) if toast else None,
    }
    return show(request, "desk/edit_row.html", context, title=heading(held))


def _folded(each: Fold, views: dict[str, Any], wanted: str, as_typed: dict[str, Any]) -> dict[str, Any]:
    """A fold, open when a link points into it or when something in it was just refused."""
    opened = any(wanted in part.columns or part.name in as_typed for part in each.parts)
    return {"title": each.title, "open": opened, "views": [views[part.name] for part in each.parts]}


def _undoable(request: HttpRequest, household_id: str) -> Toast | None:
    """The change that a page without script was sent back with."""
    try:
        change = UUID(request.GET.get("saved", ""))
    except ValueError:
        return None
    return Toast(_("Bewaard."), change, household_id)


def _save(request: HttpRequest, household_id: str, table: str, key: str, at: datetime) -> HttpResponse:
    """Write one part; what does not fit stays in its field with the reason beside it."""
    part = FORMS[table].part(request.POST.get("part", "")) if table in FORMS else None
    if part is None:
        raise NoHouseholdError(table)
    user, sent = me(request), posted(request)
    held = editing(user, household_id, table, key, at=at, lists=part.lists)
    filled = read_part(part, held.shape, sent, held.around)
    if filled.wrong:
        return _refuse(request, held, part, said_of(part, filled.wrong))
    values = keep_order(filled.values, held.values)
    said = Said(saved_at=at, told=tuple(text.say(language()) for text in filled.asked))
    if all(held.values[column] == value for column, value in values.items()):
        return _saved(request, held, part, said, None)
    told = told_of(held, part, request.POST.get("seen", ""), user)
    try:
        change = _write(request, held, values, at)
    except (FaultyError, IntegrityError) as error:
        return _refuse(request, held, part, refused(held, part, error))
    after = held.shape.model_validate(held.values | values)
    asked = questions_of_row(table, after, timezone.localdate(at))
    questions = tuple(one.text.say(language()) for one in asked if one.field in part.columns)
    said = replace(said, told=said.told + told + questions)
    return _saved(request, replace(held, row=after), part, said, change)


def _write(request: HttpRequest, held: Editing, values: dict[str, Any], at: datetime) -> UUID:
    by, household_id = me(request), held.household_id
    if held.table == HOUSEHOLD:
        return actions.name_household(by=by, at=at, household_id=household_id, values=values)
    return actions.set_fields(
        by=by, at=at, household_id=household_id, table=held.table, key=held.key, values=values
    )


def _refuse(request: HttpRequest, held: Editing, part: Part, said: Said) -> HttpResponse:
    view = view_as_typed(held, part, posted(request), said)
    if in_panel(request):
        return render(request, "desk/edit_reply.html", {"view": view, "title": heading(held), "toast": None})
    whole = editing(me(request), held.household_id, held.table, held.key, at=timezone.now())
    view = view_as_typed(whole, part, posted(request), said)
    return _editor(request, whole, as_typed={part.name: view})


def _saved(request: HttpRequest, held: Editing, part: Part, said: Said, change: UUID | None) -> HttpResponse:
    toast = Toast(_("Bewaard."), change, held.household_id) if change else None
    if in_panel(request):
        view = view_of(held, part, held.values, said)
        context = {"view": view, "title": heading(held), "toast": toast}
        return render(request, "desk/edit_reply.html", context)
    for text in said.told:
        messages.info(request, text)
    url = reverse("desk:edit", args=[held.household_id, held.table, held.key])
    return redirect(f"{url}?saved={change}#part-{part.name}" if change else url)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, household_id: str, table: str) -> HttpResponse:
    """Add a row: the few things it cannot do without, and what the link knew already."""
    at = timezone.now()
    if table not in TABLES:
        raise NoHouseholdError(table)
    held = editing(me(request), household_id, table, "", at=at)
    if request.method == "POST":
        return _add(request, held, at)
    given = {name: request.GET.getlist(name) for name in request.GET}
    known = preset(held.form, given, held.around)
    values = _usual(held, timezone.localdate(at)) | known
    extra = [part.name for part in held.form.parts if any(known.get(column) for column in part.columns)]
    parts = _asked(held.form, [*held.form.asked, *extra])
    return _adder(request, held, [view_of(held, part, values) for part in parts])


def _asked(form: Form, names: list[str]) -> list[Part]:
    """The parts of a new row: first those that the editor asks for, in its order, then the others."""
    found = (form.part(name) for name in dict.fromkeys(names))
    return [part for part in found if part is not None]


def _usual(held: Editing, today: date) -> dict[str, Any]:
    """What a new row has when nobody says otherwise."""
    fields = held.shape.model_fields
    values = {name: field.default for name, field in fields.items() if not field.is_required()}
    values |= dict.fromkeys((name for name in TODAY if name in fields), today)
    if held.table == "leads":
        values["accepted"] = False
    if held.table == "words" and held.held.person_key:
        values["person"] = held.held.person_key
    return values


def _adder(request: HttpRequest, held: Editing, views: list[Any]) -> HttpResponse:
    url = reverse("desk:add", args=[held.household_id, held.table])
    return show(
        request, "desk/edit_add.html", {"held": held, "views": views, "url": url}, title=heading(held)
    )


def _add(request: HttpRequest, held: Editing, at: datetime) -> HttpResponse:
    parts = _asked(held.form, request.POST.getlist("part")) or _asked(held.form, list(held.form.asked))
    sent = posted(request)
    values: dict[str, Any] = {}
    said: dict[str, Said] = {}
    for part in parts:
        filled = read_part(part, held.shape, sent, held.around)
        values |= filled.values
        if filled.wrong:
            said[part.name] = said_of(part, filled.wrong)
    if not said:
        try:
            change, key = actions.add_row(
                by=me(request), at=at, household_id=held.household_id, table=held.table, values=values
            )
        except (FaultyError, IntegrityError) as error:
            said = _placed(held, parts, error)
        else:
            return _added(request, held, change, key, at)
    views = [view_as_typed(held, part, sent, said.get(part.name, Said())) for part in parts]
    return _adder(request, held, views)


def _placed(held: Editing, parts: list[Part], error: FaultyError | IntegrityError) -> dict[str, Said]:
    """Put each fault beside its part; what belongs to none stands beside the first."""
    if isinstance(error, IntegrityError):
        return {parts[0].name: refused(held, parts[0], error)} if parts else {}
    found: dict[str, Said] = {}
    for fault in error.faults:
        part = next((part for part in parts if fault.field in part.columns), parts[0])
        before = found.get(part.name, Said())
        new = refused(held, part, FaultyError([fault]))
        found[part.name] = Said(wrong=before.wrong + new.wrong, fields=before.fields + new.fields)
    return found


def _added(request: HttpRequest, held: Editing, change: UUID, key: str, at: datetime) -> HttpResponse:
    if not in_panel(request):
        url = reverse("desk:edit", args=[held.household_id, held.table, key])
        return redirect(f"{url}?saved={change}")
    fresh = editing(me(request), held.household_id, held.table, key, at=at, lists=held.form.lists)
    return _editor(request, fresh, Toast(_("Toegevoegd."), change, held.household_id))


@require_POST
def remove(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Take a row out; when others still name it, say which."""
    at, user = timezone.now(), me(request)
    if table not in TABLES:
        raise NoHouseholdError(table)
    file, users = still_used(user, household_id, table, key, at=at)
    if users:
        return _still_used(request, household_id, file, users)
    try:
        change = actions.remove_row(by=user, at=at, household_id=household_id, table=table, key=key)
    except StillUsedError:
        return _still_used(request, household_id, file, [])
    toast = Toast(_("Weggehaald."), change, household_id)
    if in_panel(request):
        return only_toast(request, toast, gone=True)
    gone = next((found for found in getattr(file, table) if found.key == key), None)
    title = title_of(table, gone, file).say(language()) if gone else key
    return show(request, "desk/edit_gone.html", {"toast": toast, "household_id": household_id}, title=title)


def _still_used(
    request: HttpRequest, household_id: str, file: HouseholdFile, users: list[tuple[str, Row]]
) -> HttpResponse:
    places = [
        {
            "list": LIST_NAMES[name],
            "title": title_of(name, found, file),
            "url": reverse("desk:edit", args=[household_id, name, found.key]),
        }
        for name, found in users
    ]
    context = {"places": places, "household_id": household_id}
    return show(request, "desk/edit_still_used.html", context, title=_("Dit kan nog niet weg"))


@require_POST
def done(request: HttpRequest, household_id: str, key: str) -> HttpResponse:
    """Tick an action off, today or on the day that was typed; or put it back when it was ticked off."""
    at, user = timezone.now(), me(request)
    held = editing(user, household_id, "actions", key, at=at, lists=frozenset())
    change: UUID | None = None
    try:
        typed = read(Input.DAY, request.POST.get("on", "")).value or timezone.localdate(at)
        values = {"done_on": None if held.values["done_on"] else typed}
        change = _write(request, held, values, at)
        said = _("Gedaan.") if values["done_on"] else _("Weer open gezet.")
    except RefusedError as error:
        said = error.text.say(language())
    except FaultyError as error:
        said = " ".join(fault.text.say(language()) for fault in error.faults)
    if in_panel(request):
        return only_toast(request, Toast(said, change, household_id))
    messages.info(request, said)
    return redirect("desk:household", household_id)
