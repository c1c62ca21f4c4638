"""Changing the household on its page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse


def row(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Change one row, field by field."""
    raise NotImplementedError


def add(request: HttpRequest, household_id: str, table: str) -> HttpResponse:
    """Add a row."""
    raise NotImplementedError


def remove(request: HttpRequest, household_id: str, table: str, key: str) -> HttpResponse:
    """Take a row out."""
    raise NotImplementedError


def undo(request: HttpRequest, household_id: str, change_id: UUID) -> HttpResponse:
    """Take a change back."""
    raise NotImplementedError


def done(request: HttpRequest, household_id: str, key: str) -> HttpResponse:
    """Tick an action off, or back on."""
    raise NotImplementedError


def state(request: HttpRequest, household_id: str) -> HttpResponse:
    """Vote on the process state and agree on it."""
    raise NotImplementedError
