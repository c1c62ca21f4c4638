"""What every answer carries, and how a refusal is shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from samenspel.access.actions import DeniedError
from samenspel.access.rules.sentences import why_not
from samenspel.config.doors import DOORS
from samenspel.households.queries import NoHouseholdError
from samenspel.households.writing import RowDeniedError
from samenspel.kit.templatetags.kit import language
from samenspel.scenarios.queries import NoPlanError

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

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _named: object
    ) -> HttpResponse | None:
        """What does not declare what it is for does not open."""
        found = request.resolver_match
        if found is None or found.view_name not in DOORS:
            return render(request, "kit/not_found.html", status=404)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the calm page; say why to who may know that the household is here."""
        if isinstance(error, RowDeniedError):
            return render(request, "kit/not_found.html", {"why": error.ask.say(language())}, status=403)
        if isinstance(error, DeniedError) and (why := why_not(error.decision.reason)):
            return render(request, "kit/not_found.html", {"why": why.say(language())}, status=404)
        if isinstance(error, DeniedError | NoHouseholdError | NoPlanError):
            return render(request, "kit/not_found.html", status=404)
        return None


denials = Denials
