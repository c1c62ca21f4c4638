"""The report as PDF."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from samenspel.access.rules import Act
from samenspel.accounts.models import User
from samenspel.desk.queries import household_page
from samenspel.desk.rules.report_content import Made
from samenspel.desk.rules.report_pdf import report_pdf
from samenspel.desk.rules.scene import Scene
from samenspel.desk.web.asked import asked_of
from samenspel.kit.templatetags.kit import language


def pdf(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household page as a PDF: it leaves the platform, so it is asked and noted as an export."""
    at, user = timezone.now(), cast("User", request.user)
    asked = asked_of(request, at)
    page = household_page(
        user, household_id, at=at, on=asked.on, act=Act.EXPORT, subject="verslag", known=asked.moment
    )
    scene = Scene(page.picture, page.segments, page.dossier.tables, language())
    made = Made(on=asked.today, by=user.display_name)
    response = HttpResponse(report_pdf(scene, made, asked.paper or "a3"), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="samenspel-{page.picture.file.key}-{asked.on}.pdf"'
    return response
