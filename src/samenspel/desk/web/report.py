"""The report as PDF."""

from django.http import HttpRequest, HttpResponse


def pdf(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household page as a PDF."""
    raise NotImplementedError
