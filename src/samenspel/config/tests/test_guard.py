"""A body that is too large is refused before it is read; all else goes through."""

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest

from samenspel.config.guard import FORM_AROUND, refuse_large_bodies

LIMIT = 1000


def answers(headers: list[tuple[bytes, bytes]], kind: str = "http") -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []

    async def application(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "went through"})

    async def receive() -> dict[str, Any]:
        raise AssertionError("nothing may be read")

    async def send(message: Mapping[str, Any]) -> None:
        sent.append(dict(message))

    asyncio.run(refuse_large_bodies(application, LIMIT)({"type": kind, "headers": headers}, receive, send))
    return sent


def test_a_large_body_is_refused() -> None:
    start, body = answers([(b"content-length", str(LIMIT + FORM_AROUND + 1).encode())])
    assert start["status"] == 413
    assert "te groot" in body["body"].decode()


@pytest.mark.parametrize("length", [b"0", b"1000", b"many", str(LIMIT + FORM_AROUND).encode()])
def test_the_rest_goes_through(length: bytes) -> None:
    assert answers([(b"content-length", length)]) == [{"type": "went through"}]
    assert answers([]) == [{"type": "went through"}]


def test_sockets_go_through() -> None:
    assert answers([(b"content-length", b"99999999")], "websocket") == [{"type": "went through"}]
