"""The plan as a letter and the figures as a workbook: both leave the platform, so both are exports."""

import time

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from samenspel.access.rules import Act
from samenspel.desk.web.edit_parts import me
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios.queries import NoPlanError, Turns, calculated, page_of, planning_of
from samenspel.scenarios.rules.bill_rows import bill_rows
from samenspel.scenarios.rules.case import make
from samenspel.scenarios.rules.plan_shown import shown_plan
from samenspel.scenarios.rules.report_content import ReportInput
from samenspel.scenarios.rules.report_pdf import decision_pdf
from samenspel.scenarios.rules.report_workbook import decision_workbook
from samenspel.scenarios.rules.said import Tongue
from samenspel.scenarios.web.plan import desk_of, newest
from samenspel.scenarios.web.prices import XLSX


@require_GET
def letter(request: HttpRequest, household_id: str) -> HttpResponse:
    """The plan as PDF: a letter without a single amount, or with its appendix of figures."""
    at, turns = timezone.now(), Turns()
    held = planning_of(me(request), household_id, at=at, act=Act.EXPORT, subject="perspectiefplan als brief")
    mine = newest(held)
    if mine is None:
        return redirect("scenarios:plan", household_id)
    amounts = "getallen" in request.GET and held.calculates
    today = timezone.localdate(at)
    page = None
    if amounts:
        found = calculated(
            me(request), household_id, at=at, on=today, turns=turns, act=Act.EXPORT, clock=time.monotonic
        )
        page = page_of(found, turns, language())
    given = ReportInput(
        plan=shown_plan(desk_of(request, held), mine, today=today, amounts=amounts),
        figures=page.figures if page else None,
        columns=page.columns if page else (),
        made_on=today,
        made_by=me(request).display_name,
        tongue=Tongue(language()),
    )
    name = content_disposition_header(as_attachment=False, filename=f"plan-{held.file.key}-{today}.pdf")
    return HttpResponse(
        decision_pdf(given), content_type="application/pdf", headers={"Content-Disposition": name or ""}
    )


@require_GET
def appendix(request: HttpRequest, household_id: str) -> HttpResponse:
    """The figures of the newest plan as a workbook, with live formulas and the same numbers as the page."""
    at = timezone.now()
    today = timezone.localdate(at)
    try:
        found = calculated(me(request), household_id, at=at, on=today, act=Act.EXPORT, clock=time.monotonic)
    except NoPlanError:
        return redirect("scenarios:plan", household_id)
    if found.outcome is None:
        return redirect("scenarios:page", household_id)
    bills = bill_rows(make(found.asked, found.planning.basis))
    data = decision_workbook(found.outcome, bills, Tongue(language()), at)
    file_name = f"doorrekening-{found.planning.file.key}-{today}.xlsx"
    name = content_disposition_header(as_attachment=True, filename=file_name)
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": name or ""})
