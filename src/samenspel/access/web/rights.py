"""Who may what: the table itself, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samenspel.access.rules.page import rights
from samenspel.kit.templatetags.kit import language


@require_GET
def rights_page(request: HttpRequest) -> HttpResponse:
    """The matrix and the sentences, in the language of the reader."""
    return render(request, "access/rights.html", {"here": "rights", "rights": rights(language())})
