"""The network's own prices and assumptions: every version, and a new one from a workbook after a preview."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rekenmodel.values import RefusedError
from samenspel.desk.web.edit_parts import me
from samenspel.exchange.actions.reading import too_large
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios import actions
from samenspel.scenarios.access import may_write_lists
from samenspel.scenarios.actions.lists import ListChangedError
from samenspel.scenarios.queries import NoPlanError, OwnList, network_of, own_list
from samenspel.scenarios.rules.codes import ListKind
from samenspel.scenarios.rules.list_workbook import read_list
from samenspel.scenarios.rules.list_workbook_out import list_workbook
from samenspel.scenarios.rules.lists import kept, unkept
from samenspel.scenarios.rules.price_page import Made, price_page, price_preview
from samenspel.scenarios.rules.said import Tongue

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {"prijzen": ListKind.PRICES, "aannames": ListKind.ASSUMPTIONS}
SESSION = "scenarios.list"


def held(request: HttpRequest, what: str, number: int | None = None) -> tuple[str, OwnList]:
    """The network of this reader and its list; raises `NoPlanError` when there is none."""
    network = network_of(me(request))
    if network is None or what not in KINDS:
        raise NoPlanError(what)
    return network, own_list(me(request), network, KINDS[what], at=timezone.now(), number=number)


@require_GET
def prices(request: HttpRequest, what: str) -> HttpResponse:
    """A list in one version: the own entries first, with source, year and how sure."""
    typed = request.GET.get("versie", "")
    _network, found = held(request, what, int(typed) if typed.isdecimal() else None)
    return render(request, "scenarios/prices.html", _context(request, what, found))


def _context(request: HttpRequest, what: str, found: OwnList) -> dict[str, Any]:
    limit = settings.UPLOAD_LIMIT
    made = [Made(one.number, one.at, one.by_name, one.note) for one in found.versions]
    page = price_page(
        found.kind,
        found.network,
        found.entries,
        made,
        found.version.number if found.version else None,
        Tongue(language()),
        writes=may_write_lists(me(request)),
    )
    return {"page": page, "what": what, "here": "prices", "limit": limit, "too_large": too_large(limit)}


@require_GET
def workbook(request: HttpRequest, what: str) -> HttpResponse:
    """The list as a workbook, to fill in and bring back."""
    _network, found = held(request, what)
    data = list_workbook(found.kind, found.entries, timezone.now())
    name = content_disposition_header(as_attachment=True, filename=f"{what}.xlsx")
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name or ""})


@require_http_methods(["POST"])
def bring_in(request: HttpRequest, what: str) -> HttpResponse:
    """Read a workbook and show what it would change; nothing is saved before the yes."""
    network, found = held(request, what)
    if "yes" in request.POST:
        return _keep(request, what, network)
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > settings.UPLOAD_LIMIT:
        messages.error(request, _("Kies eerst een werkmap, niet te groot."))
        return redirect("scenarios:prices", what)
    try:
        read = read_list(file.read(), found.kind)
    except RefusedError as error:
        messages.error(request, error.text.say(language()))
        return redirect("scenarios:prices", what)
    if not read.entries and not read.problems:
        messages.error(request, _("In deze werkmap verandert niets aan de lijst van Samenspel."))
        return redirect("scenarios:prices", what)
    if read.whole:
        request.session[SESSION] = {"what": what, "entries": kept(entry for _, entry in read.entries)}
    preview = price_preview(what, file.name or "", read, found.entries, Tongue(language()))
    return render(
        request, "scenarios/prices_preview.html", {"preview": preview, "what": what, "here": "prices"}
    )


def _keep(request: HttpRequest, what: str, network: str) -> HttpResponse:
    """Make the version that was previewed."""
    waiting = request.session.pop(SESSION, None)
    if not waiting or waiting["what"] != what:
        messages.error(request, _("Het voorbeeld is verlopen. Kies de werkmap nog eens."))
        return redirect("scenarios:prices", what)
    kind = KINDS[what]
    try:
        number = actions.put_list(
            by=me(request),
            at=timezone.now(),
            network_id=network,
            kind=kind,
            entries=unkept(kind, waiting["entries"]),
            note=request.POST.get("note", ""),
        )
    except RefusedError as error:
        messages.error(request, error.text.say(language()))
    except ListChangedError:
        messages.error(request, _("Iemand maakte net een andere versie. Kijk daar eerst naar."))
    else:
        messages.success(request, _("Versie %(number)s geldt nu.") % {"number": number})
    return redirect("scenarios:prices", what)
