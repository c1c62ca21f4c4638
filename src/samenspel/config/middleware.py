"""What every answer carries, and how a refusal is shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from samenspel.access.actions import DeniedError
from samenspel.households.queries import NoHouseholdError

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)


def content_security(answer: Answer) -> Answer:
    """Nothing from outside, nothing inline."""

    def secured(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return secured


class Denials:
    """A refused act and a household that does not exist look the same, so that existence stays hidden."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the calm page."""
        if isinstance(error, DeniedError | NoHouseholdError):
            return render(request, "kit/not_found.html", status=404)
        return None


denials = Denials
