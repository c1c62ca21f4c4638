"""The household page as a browser gets it: over HTTP from the real server, with all files that it loads."""

import gzip
import http.client
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from urllib.parse import urljoin

from django.conf import settings

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.page import MOST_MS, page_of, signed_in
from benchmarks.household.rich import READER, RICH_ID
from benchmarks.household.timing import p95, timed
from benchmarks.household.urls import BARE
from tests.runner.postgres import HOST, free_port

MOST_SCRIPT_KB = 100
READY_SECONDS = 30
LOADED = re.compile(r"""(?:src|href)=["']?(/static/[^"'\s>]+)""")
IN_STYLES = re.compile(r"""url\(["']?(?!data:)([^"')]+)""")


def main() -> None:
    """Measure the page over HTTP and weigh it."""
    cookie = signed_in(READER).cookies[settings.SESSION_COOKIE_NAME].value
    with server() as port:
        link = http.client.HTTPConnection(HOST, port, timeout=READY_SECONDS)
        headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}", "Accept-Encoding": "gzip"}
        took, floor = timed(
            lambda: fetch(link, page_of(RICH_ID), headers), lambda: fetch(link, BARE, headers)
        )
        weights = weigh(lambda address: fetch(link, address, headers))
    name = "household page over HTTP"
    hand_over(
        [
            Figure(
                name=f"{name}: p95",
                measured=p95(took),
                unit="ms",
                most=MOST_MS,
                floor=p95(floor),
                floor_name="bare view",
            ),
            Figure(
                name=f"{name}: median",
                measured=median(took),
                unit="ms",
                floor=median(floor),
                floor_name="bare view",
            ),
            Figure(name="script, compressed", measured=weights["js"], unit="kB", most=MOST_SCRIPT_KB),
            Figure(name="styles, compressed", measured=weights["css"], unit="kB"),
            Figure(name="fonts", measured=weights["woff2"], unit="kB"),
            Figure(name="the page itself, compressed", measured=weights["html"], unit="kB"),
        ]
    )


@contextmanager
def server() -> Iterator[int]:
    """Serve on a free port, with the flags of `samen.py start`."""
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", "samenspel.config.asgi:application", "--host", HOST),
            *("--port", str(port), "--lifespan", "off", "--log-level", "warning"),
        ]
    )
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    """Return when the server takes a connection."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        try:
            http.client.HTTPConnection(HOST, port, timeout=1).connect()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("The server of the measurement did not start; the lines above say why.")


def fetch(link: http.client.HTTPConnection, address: str, headers: dict[str, str]) -> tuple[int, bytes]:
    """Fetch one address, which must succeed; return how many bytes came and what they say."""
    link.request("GET", address, headers=headers)
    answer = link.getresponse()
    came = answer.read()
    assert answer.status == 200, f"{address} answers {answer.status}"
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return len(came), gzip.decompress(came) if packed else came


def weigh(get: Callable[[str], tuple[int, bytes]]) -> dict[str, float]:
    """How many kilobytes of each kind the page loads, as they go over the line."""
    weight, page = get(page_of(RICH_ID))
    bytes_of = {"html": weight, "js": 0, "css": 0, "woff2": 0}
    wanted = sorted(set(LOADED.findall(page.decode())))
    seen: set[str] = set()
    while wanted:
        address = wanted.pop().partition("#")[0]
        kind = address.rpartition(".")[2]
        if address in seen:
            continue
        seen.add(address)
        weight, content = get(address)
        bytes_of[kind] = bytes_of.get(kind, 0) + weight
        if kind == "css":
            wanted += [urljoin(address, one) for one in IN_STYLES.findall(content.decode())]
    return {kind: count / 1000 for kind, count in bytes_of.items()}
