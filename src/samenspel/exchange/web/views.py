"""Bringing in and taking along."""

import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as time_of_day
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST
from django_htmx.http import HttpResponseClientRedirect

from rekenmodel.values import RefusedError, Text
from samenspel.accounts.models import User
from samenspel.exchange import actions
from samenspel.exchange.access import may_bring_in
from samenspel.exchange.actions.reading import too_large
from samenspel.exchange.models import Batch
from samenspel.exchange.queries import (
    NoBatchError,
    batch_of,
    has_facts,
    my_batches,
    resting_previews,
    shown_proposals,
    totals,
)
from samenspel.exchange.rules.file_json import write_file
from samenspel.exchange.rules.stages import WORKING, WRITABLE, Outcome, Stage
from samenspel.exchange.rules.workbook_template import filled
from samenspel.exchange.rules.workbook_template import template as empty_workbook
from samenspel.exchange.rules.workbook_values import as_date
from samenspel.exchange.web.shown import (
    batch_notices,
    count,
    progress_sentence,
    rows_sentence,
    shown,
    stage_name,
)
from samenspel.households.rules.record import HouseholdFile
from samenspel.kit.templatetags.kit import language
from samenspel.network.queries import networks

ONE_SECOND = 1.0
KNOWN_THEN = "toen"
FORM_ROOM = 64 * 1024
"""What a form may weigh beside its files."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGES = {Stage.PREVIEWED: "exchange/preview.html", Stage.WRITTEN: "exchange/written.html"}
View = Callable[[HttpRequest, UUID], HttpResponseBase]


def of_own_batch(view: View) -> View:
    """Somebody else's batch looks like none; what can no longer be done shows the batch as it is."""

    @wraps(view)
    def guarded(request: HttpRequest, batch: UUID) -> HttpResponseBase:
        try:
            return view(request, batch)
        except NoBatchError:
            return render(request, "kit/not_found.html", status=404)
        except actions.WrongStageError:
            return redirect("exchange:preview", batch)

    return guarded


@csrf_exempt  # looks at the size first: checking the form token would read the whole body
def bring_in(request: HttpRequest) -> HttpResponseBase:
    """Choose files to bring in; what is too large is not even read."""
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if size > settings.UPLOAD_LIMIT + FORM_ROOM:
        return _choose(request, too_large(settings.UPLOAD_LIMIT), status=413)
    return _bring_in(request)


@csrf_protect
def _bring_in(request: HttpRequest) -> HttpResponseBase:
    at, by = timezone.now(), cast("User", request.user)
    actions.expire(at=at)
    if request.method != "POST":
        return _choose(request)
    files = [(file.name or "?", cast("Any", file)) for file in request.FILES.getlist("files")]
    if not files:
        return _choose(request, CHOOSE_FIRST, status=400)
    known = {network.pk for network in networks()}
    network_id = request.POST.get("network", "")
    if network_id not in known:
        return _choose(request, CHOOSE_NETWORK, status=400)
    batch_id = actions.receive(by=by, at=at, network_id=network_id, files=files)
    _work(by, at, batch_id)
    return redirect("exchange:preview", batch_id)


def _choose(request: HttpRequest, wrong: Text | None = None, *, status: int = 200) -> HttpResponse:
    user = cast("User", request.user)
    earlier = my_batches(user)
    resting = resting_previews(earlier)
    context = {
        "here": "bring-in",
        "may": may_bring_in(user),
        "networks": networks(),
        "limit": settings.UPLOAD_LIMIT,
        "megabytes": settings.UPLOAD_LIMIT // (1024 * 1024),
        "too_large": too_large(settings.UPLOAD_LIMIT),
        "wrong": wrong,
        "batches": [(batch, stage_name(batch, resting)) for batch in earlier],
    }
    return render(request, "exchange/bring_in.html", context, status=status)


def _work(by: User, at: datetime, batch_id: UUID) -> Batch:
    """Do chunks for about a second; the page asks for the rest."""
    began = time.monotonic()
    batch = actions.step(by=by, at=at, batch_id=batch_id)
    while batch.stage in WORKING and time.monotonic() - began < ONE_SECOND:
        batch = actions.step(by=by, at=at, batch_id=batch_id)
    return batch


@require_GET
@of_own_batch
def preview(request: HttpRequest, batch: UUID) -> HttpResponse:
    """What would be written, before it is; how far the work is; or what was written."""
    at, user = timezone.now(), cast("User", request.user)
    actions.expire(at=at)
    found = batch_of(user, batch, at=at)
    context: dict[str, Any] = {"here": "bring-in", "batch": found, "notices": batch_notices(found)}
    if found.stage in WORKING:
        context |= _progress(found)
        return render(request, "exchange/working.html", context)
    counted = totals(found)
    rows = shown_proposals(found)
    writable = sum(counted[outcome] for outcome in WRITABLE)
    everything = sum(counted[outcome] for outcome in Outcome)
    context |= {
        "rows": [shown(row) for row in rows],
        "sentence": rows_sentence(counted["good"], counted["questioned"], counted["wrong"]),
        "writable": writable,
        "same": counted[Outcome.SAME],
        "everything": everything,
        "more": count(max(0, everything - counted[Outcome.SAME] - len(rows))),
        "has_more": everything - counted[Outcome.SAME] > len(rows),
        "written": counted[Outcome.WRITTEN],
        "kept": counted[Outcome.KEPT],
        "new_messages": found.stage == Stage.PREVIEWED and has_facts(found),
    }
    return render(request, PAGES.get(Stage(found.stage), "exchange/over.html"), context)


def _progress(batch: Batch) -> dict[str, Any]:
    return {"batch": batch, "said": progress_sentence(batch), "can_stop": batch.stage != Stage.UNDOING}


@require_POST
@of_own_batch
def go_on(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """Do the next second of work."""
    found = _work(cast("User", request.user), timezone.now(), batch)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect("exchange:preview", batch)
    if found.stage in WORKING:
        return render(request, "exchange/progress.html", _progress(found))
    return HttpResponseClientRedirect(reverse("exchange:preview", args=[batch]))


@require_POST
@of_own_batch
def confirm(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """Write the households that were chosen."""
    at, by = timezone.now(), cast("User", request.user)
    on_page, taken = _numbers(request, "shown"), _numbers(request, "take")
    actions.confirm(by=by, at=at, batch_id=batch, left_out=on_page - taken, taken=on_page & taken)
    _work(by, at, batch)
    return redirect("exchange:preview", batch)


@require_POST
@of_own_batch
def same_as(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """Say which household the people of some messages are; what was ticked stays as it is."""
    at, by = timezone.now(), cast("User", request.user)
    proposal, _separator, household_id = request.POST.get("same", "").partition(":")
    on_page, taken = _numbers(request, "shown"), _numbers(request, "take")
    actions.same_as(
        by=by,
        at=at,
        batch_id=batch,
        proposal_id=int(proposal) if proposal.isdecimal() else 0,
        household_id=household_id,
        left_out=on_page - taken,
        taken=on_page & taken,
    )
    _work(by, at, batch)
    return redirect("exchange:preview", batch)


def _numbers(request: HttpRequest, name: str) -> set[int]:
    return {int(value) for value in request.POST.getlist(name) if value.isdecimal()}


@require_POST
@of_own_batch
def stop(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """Stop: throw a preview away, or leave it at what is written."""
    left = actions.cancel(by=cast("User", request.user), at=timezone.now(), batch_id=batch)
    return redirect("exchange:preview", batch) if left else redirect("exchange:bring-in")


@require_POST
@of_own_batch
def undo(request: HttpRequest, batch: UUID) -> HttpResponseBase:
    """Take a whole import back."""
    at, by = timezone.now(), cast("User", request.user)
    actions.start_undo(by=by, at=at, batch_id=batch)
    _work(by, at, batch)
    return redirect("exchange:preview", batch)


@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """The empty workbook, in the reader's language."""
    return _download(empty_workbook(language()), _("samenspel-sjabloon.xlsx"), XLSX)


@require_GET
def take_along(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household as a file, without loss."""
    return _along(request, household_id, "meenemen: bestand", "json", "application/json", write_file)


@require_GET
def take_along_workbook(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household as a workbook."""

    def made(file: HouseholdFile) -> bytes:
        return filled(file, language())

    return _along(request, household_id, "meenemen: werkmap", "xlsx", XLSX, made)


def _along(
    request: HttpRequest,
    household_id: str,
    subject: str,
    ending: str,
    kind: str,
    made: Callable[[HouseholdFile], bytes],
) -> HttpResponse:
    """The household of today, or as it was written down at the end of a past day (`?op=...&weten=toen`).

    A file holds all days, so what was true on one day cannot be taken along: that is refused with a reason.
    """
    at, by = timezone.now(), cast("User", request.user)
    today, known_at = timezone.localdate(at), None
    day = _day(request.GET.get("op", "")[:40], today)
    if day != today:
        if day is None or day > today or request.GET.get("weten") != KNOWN_THEN:
            return render(request, "exchange/not_of_one_day.html", {"household_id": household_id}, status=400)
        known_at = timezone.make_aware(datetime.combine(day, time_of_day.max))
    file = actions.take_along(by=by, at=at, household_id=household_id, subject=subject, known_at=known_at)
    return _download(made(file), f"samenspel-{file.key}-{day:%Y-%m-%d}.{ending}", kind)


def _day(typed: str, today: date) -> date | None:
    """The day that was typed; today when nothing was, none when it is no day."""
    try:
        return as_date(typed, lambda _: None) if typed else today
    except RefusedError:
        return None


def _download(data: bytes, name: str, kind: str) -> HttpResponse:
    header = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": header})


CHOOSE_FIRST = Text("Kies eerst een bestand.", "Choose a file first.")
CHOOSE_NETWORK = Text("Kies eerst een netwerk.", "Choose a network first.")
