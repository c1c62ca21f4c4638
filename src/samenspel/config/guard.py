"""Refusing bodies by the length that they announce, in front of everything else."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Coroutine[Any, Any, None]]

FORM_AROUND = 1024 * 1024  # what a form adds around its files
SENTENCE = (
    "Dit is te groot om in te lezen. Neem hoogstens 50 MB tegelijk. / "
    "This is too large to bring in. Take at most 50 MB at a time."
)


def refuse_large_bodies(application: Application, limit: int) -> Application:
    """Answer 413 to a request that announces more than `limit` bytes, without reading them."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and announced(scope) > limit + FORM_AROUND:
            headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
            await send({"type": "http.response.start", "status": 413, "headers": headers})
            await send({"type": "http.response.body", "body": SENTENCE.encode()})
            return
        await application(scope, receive, send)

    return guarded


def announced(scope: Scope) -> int:
    """How many bytes a request says that it has; 0 when it does not say."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() else 0
