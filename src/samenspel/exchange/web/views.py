"""Bringing in and taking along."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bring_in(request: HttpRequest) -> HttpResponse:
    """Choose files to bring in."""
    return render(request, "exchange/bring_in.html", {"here": "bring-in"})


def template(request: HttpRequest) -> HttpResponse:
    """The empty workbook."""
    raise NotImplementedError


def preview(request: HttpRequest, batch: UUID) -> HttpResponse:
    """What would be written, before it is."""
    raise NotImplementedError


def confirm(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Write it."""
    raise NotImplementedError


def undo(request: HttpRequest, batch: UUID) -> HttpResponse:
    """Take a whole import back."""
    raise NotImplementedError


def take_along(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household as a file."""
    raise NotImplementedError


def take_along_workbook(request: HttpRequest, household_id: str) -> HttpResponse:
    """The household as a workbook."""
    raise NotImplementedError
