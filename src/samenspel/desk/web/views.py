"""The household page, its costs and its journal."""

from django.http import HttpRequest, HttpResponse


def household(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household on one page."""
    raise NotImplementedError


def costs(request: HttpRequest, household_id: str) -> HttpResponse:
    """Every euro, opened."""
    raise NotImplementedError


def journal(request: HttpRequest, household_id: str) -> HttpResponse:
    """Who looked."""
    raise NotImplementedError
