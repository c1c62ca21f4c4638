"""Makes the tests stricter than production: no outside network, and no order that nobody asked for.

Warnings are errors and unknown template variables fail through the settings in pyproject.toml.
"""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.db.models import QuerySet

LOOPBACK = ("127.", "::1", "localhost")


class OutsideNetwork(RuntimeError):
    """A test tried to reach another machine."""


@pytest.fixture(autouse=True, scope="session")
def _no_outside_network() -> Iterator[None]:
    """Refuse every connection but those to this machine; a test may never depend on the world."""
    connect, lookup = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
            raise OutsideNetwork(f"a test tried to reach {address}")
        connect(self, address)

    def guarded_lookup(host: Any, *arguments: Any, **options: Any) -> Any:
        if host and not str(host).startswith(LOOPBACK):
            raise OutsideNetwork(f"a test tried to look up {host}")
        return lookup(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket, "getaddrinfo", guarded_lookup)
        yield


@pytest.fixture(autouse=True, scope="session")
def _unordered_comes_back_to_front() -> Iterator[None]:
    """Turn round what an unordered query returns, so that code which leans on luck fails every time."""
    fetch_all = QuerySet._fetch_all

    def turned(self: QuerySet[Any]) -> None:
        fresh = self._result_cache is None
        fetch_all(self)
        if fresh and not self.ordered and isinstance(self._result_cache, list):
            self._result_cache.reverse()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QuerySet, "_fetch_all", turned)
        yield
