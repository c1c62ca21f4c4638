"""What was changed, putting it back, and stepping back through one's own changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samenspel.access.actions import require
from samenspel.access.queries import Standing
from samenspel.access.rules import Act, Kind
from samenspel.desk.queries import changed_by, still_used
from samenspel.desk.rules.changes import Line, RowChange, clash_lines, row_change
from samenspel.desk.rules.titles import LIST_NAMES, title_of
from samenspel.desk.web.edit_parts import CLASH, CLASHES, Toast, in_panel, me, only_toast
from samenspel.households import actions
from samenspel.households.access import may_write
from samenspel.households.actions import Choices, Clash, ClashError, FaultyError
from samenspel.households.models import Change
from samenspel.households.queries import (
    Changed,
    Changes,
    Wanted,
    changes_of,
    my_steps,
    recent_changes,
    steps_in,
)
from samenspel.households.writing import HOUSEHOLD, StillUsedError
from samenspel.kit.templatetags.kit import language, on_day

BROUGHT_IN = frozenset({"import", "demo"})
ASKED = ("lijst", "rij", "wie", "bladzij", "wijziging")
FEW = 3
NOW, THEN = "nu", "toen"


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of a change on the page, and whether the reader may put it back."""

    row: RowChange
    may: bool
    short: bool
    """Whether its name says enough, because many rows came or went at once."""


@require_GET
def changes(request: HttpRequest, household_id: str) -> HttpResponse:
    """Who changed what and when, newest first."""
    wanted = _wanted(request.GET)
    found = changes_of(me(request), household_id, wanted, at=timezone.now())
    held = found.dossier.standing
    lists = [name for name in LIST_NAMES if name == HOUSEHOLD or name in found.dossier.tables]
    row = _asked_row(found, wanted)
    context = {
        "here": "households",
        "household_id": household_id,
        "file": found.dossier.file,
        "days": _by_day(found, held),
        "lists": [(name, LIST_NAMES[name], name == wanted.table) for name in lists],
        "people": [(by, name, by == wanted.by) for by, name in found.people],
        "wanted": wanted,
        "row": row,
        "puts_back": _may(held, row) if row else any(may_write(held, name) for name in found.dossier.tables),
        "older": _address(household_id, request.GET, wanted.page + 1) if found.older else "",
        "newer": _address(household_id, request.GET, wanted.page - 1) if wanted.page > 1 else "",
        "again": urlencode({"naar": "veranderd"} | _kept(request.GET)),
        "all_url": reverse("desk:changes", args=[household_id]),
        "filtered": bool(wanted.table or wanted.by is not None or wanted.change),
    }
    return render(request, "desk/changes.html", context)


def _wanted(asked: QueryDict) -> Wanted:
    """What the address asks for; what is no list, person or page is left out."""
    table = asked.get("lijst", "")
    by, page, change = asked.get("wie", ""), asked.get("bladzij", ""), asked.get("wijziging", "")
    try:
        one = UUID(change)
    except ValueError:
        one = None
    return Wanted(
        table=table if table in LIST_NAMES else "",
        key=asked.get("rij", "")[:40],
        by=int(by) if by.isascii() and by.isdigit() and len(by) < 10 else None,
        change=one,
        page=max(int(page), 1) if page.isascii() and page.isdigit() and len(page) < 6 else 1,
    )


def _kept(asked: QueryDict) -> dict[str, str]:
    return {name: str(asked[name]) for name in ASKED if asked.get(name)}


def _address(household_id: str, asked: QueryDict, page: int) -> str:
    kept = _kept(asked) | {"bladzij": str(page)}
    return f"{reverse('desk:changes', args=[household_id])}?{urlencode(kept)}"


def _asked_row(found: Changes, wanted: Wanted) -> RowChange | None:
    """The row whose versions are asked for, by the name that it had last."""
    if not wanted.key:
        return None
    steps = (step for change in found.changes for step in change.steps)
    return next((row_change(step, found.dossier.file) for step in steps), None)


def _by_day(found: Changes, held: Standing) -> list[tuple[str, list[dict[str, Any]]]]:
    days: dict[str, list[dict[str, Any]]] = {}
    for changed in found.changes:
        day = on_day(timezone.localtime(changed.change.at).date())
        days.setdefault(day, []).append(_shown(changed, found, held))
    return list(days.items())


def _shown(changed: Changed, found: Changes, held: Standing) -> dict[str, Any]:
    change = changed.change
    rows = [row_change(step, found.dossier.file) for step in changed.steps]
    titles_only = len(rows) > FEW
    shown = [Shown(row, _may(held, row), titles_only and row.kind != "changed") for row in rows]
    whole = len(rows) > 1 and not changed.more and change.what not in BROUGHT_IN
    return {
        "change": change,
        "did": _did(change, rows),
        "rows": shown,
        "more": changed.more,
        "whole": whole and all(one.may for one in shown),
        "undone_by": changed.undone_by,
    }


def _may(held: Standing, row: RowChange) -> bool:
    if row.table == HOUSEHOLD:
        return held.may(Kind.STRUCTURE, Act.WRITE).allowed
    return may_write(held, row.table)


def _did(change: Change, rows: Iterable[RowChange]) -> str:
    """What somebody did, as a verb after his name."""
    named = {
        "import": _("las in"),
        "demo": _("las in"),
        "undo": _("zette terug"),
        "put_back": _("zette terug"),
        "states.vote": _("stemde"),
        "states.agree": _("legde vast hoe het gaat"),
    }
    if change.what in named:
        return named[change.what]
    kinds = {row.kind for row in rows}
    if kinds == {"added"}:
        return _("voegde toe")
    return _("haalde weg") if kinds == {"removed"} else _("veranderde")


@require_POST
def undo(request: HttpRequest, household_id: str, change_id: UUID) -> HttpResponse:
    """Put a change, or the rows of it that were named, back as it was before."""
    choices = _choices(request.POST)
    try:
        made = actions.put_back(
            by=me(request),
            at=timezone.now(),
            household_id=household_id,
            change_id=change_id,
            choices=choices,
        )
    except ClashError as error:
        return _clash(request, household_id, change_id, error.clashes, choices)
    except (FaultyError, IntegrityError, StillUsedError) as error:
        return _answer(request, household_id, _why_not(request, household_id, change_id, error), None)
    kept = _("Er staat nog wat er stond.") if choices.leave else _("Dit staat er al zo.")
    return _answer(request, household_id, _("Teruggezet.") if made else kept, made)


def _choices(sent: QueryDict) -> Choices:
    def rows(names: Iterable[str]) -> frozenset[tuple[str, str]]:
        parts = (name.partition("/") for name in names)
        return frozenset((table, key) for table, _slash, key in parts)

    chosen = {name.removeprefix("kies-"): sent[name] for name in sent if name.startswith("kies-")}
    return Choices(
        rows=rows(sent.getlist("rij")),
        over=rows(row for row, choice in chosen.items() if choice == THEN),
        leave=rows(row for row, choice in chosen.items() if choice == NOW),
    )


def _answer(
    request: HttpRequest, household_id: str, said: str, made: UUID | None, link: tuple[str, str] | None = None
) -> HttpResponse:
    """Say what happened: in the bar to the script, else on the page from which was asked."""
    if in_panel(request):
        return only_toast(request, Toast(said, made, household_id, link))
    messages.info(request, said)
    if request.GET.get("naar") == "veranderd":
        kept = urlencode(_kept(request.GET))
        return redirect(f"{reverse('desk:changes', args=[household_id])}?{kept}")
    return redirect("desk:household", household_id)


def _why_not(
    request: HttpRequest,
    household_id: str,
    change_id: UUID,
    error: FaultyError | IntegrityError | StillUsedError,
) -> str:
    """Why something cannot go back, and what to do first."""
    steps = steps_in(household_id, change_id)
    if isinstance(error, FaultyError):
        why = " ".join(fault.text.say(language()) for fault in error.faults)
    elif isinstance(error, StillUsedError):
        table = next((step.table for step in steps if step.key == str(error)), HOUSEHOLD)
        file, users = still_used(me(request), household_id, table, str(error), at=timezone.now())
        names = ", ".join(f"‘{title_of(name, used, file).say(language())}’" for name, used in users)
        why = _("Dit staat ook bij %(names)s. Haal het daar eerst weg.") % {"names": names}
    else:
        table = steps[0].table if steps else ""
        why = CLASHES.get(table, CLASH).say(language())
    return _("Niet teruggezet. %(why)s") % {"why": why}


def _clash(
    request: HttpRequest, household_id: str, change_id: UUID, clashes: list[Clash], choices: Choices
) -> HttpResponse:
    """Show what stands there now beside what stood there then, and let somebody choose."""
    said = _("Iemand veranderde dit daarna. Daarom zetten we het niet zomaar terug.")
    here = reverse("desk:changes", args=[household_id])
    if in_panel(request):
        link = (f"{here}?{urlencode({'wijziging': str(change_id)})}", _("Kijk en kies"))
        return _answer(request, household_id, said, None, link)
    file = changes_of(me(request), household_id, Wanted(change=change_id), at=timezone.now()).dossier.file
    query = urlencode({"naar": "veranderd"} | _kept(request.GET))
    context = {
        "here": "households",
        "household_id": household_id,
        "clashes": [
            {
                "row": row_change(clash.step, file),
                "lines": _both(clash, file),
                "gone": clash.now is None,
                "goes": clash.back.target is None,
                "later": changed_by(household_id, clash.step.table, clash.step.key, clash.back.clashes),
            }
            for clash in clashes
        ],
        "rows": ["/".join(row) for row in sorted(choices.rows)],
        "url": f"{reverse('desk:undo', args=[household_id, change_id])}?{query}",
        "back": f"{here}?{urlencode(_kept(request.GET))}",
    }
    return render(request, "desk/changes_choose.html", context)


def _both(clash: Clash, file: Any) -> tuple[Line, ...]:
    return clash_lines(clash.step.table, clash.now, clash.back.target, file)


@require_POST
def step(request: HttpRequest, household_id: str, *, back: bool) -> HttpResponse:
    """Take one's own last change of this visit back, or do it again."""
    at, user = timezone.now(), me(request)
    require(user, household_id, Kind.EXISTENCE, Act.READ, at=at, subject="stap terug")
    steps = my_steps(user, recent_changes(household_id), since=user.last_login or at)
    change_id = steps.undo if back else steps.redo
    if change_id is None:
        undo, redo = _("Er is niets van u om ongedaan te maken."), _("Er is niets om opnieuw te doen.")
        return _answer(request, household_id, undo if back else redo, None)
    what = _what(household_id, change_id)
    try:
        actions.put_back(by=user, at=at, household_id=household_id, change_id=change_id)
    except ClashError as error:
        return _clash(request, household_id, change_id, error.clashes, Choices())
    except (FaultyError, IntegrityError, StillUsedError) as error:
        return _answer(request, household_id, _why_not(request, household_id, change_id, error), None)
    done = _("Ongedaan gemaakt: %(what)s.") if back else _("Opnieuw gedaan: %(what)s.")
    return _answer(request, household_id, done % {"what": what}, None)


def _what(household_id: str, change_id: UUID) -> str:
    """What a change was about, in a few words."""
    row = next(iter(steps_in(household_id, change_id)), None)
    if row is None:
        return _("uw verandering")
    values = row.after or row.before or {}
    name = str(values.get("title") or values.get("name") or values.get("text") or "")[:60]
    kind = LIST_NAMES[row.table].say(language())
    return f"{kind.lower()} ‘{name}’" if name else kind.lower()


def last_steps(request: HttpRequest, recent: Iterable[Change], at: datetime) -> dict[str, bool]:
    """Whether there is a step back and a step forward, for the buttons on the page."""
    user = me(request)
    steps = my_steps(user, recent, since=user.last_login or at)
    return {"undo": steps.undo is not None, "redo": steps.redo is not None}
