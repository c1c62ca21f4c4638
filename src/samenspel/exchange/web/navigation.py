"""What every page says of bringing in."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from samenspel.exchange.access import may_bring_in


def bringing_in(request: HttpRequest) -> dict[str, Any]:
    """Whether this reader may bring households in; asked only by a page that shows the way there."""
    user: Any = getattr(request, "user", None)
    signed_in = user is not None and user.is_authenticated
    return {"may_bring_in": SimpleLazyObject(lambda: signed_in and may_bring_in(user))}
