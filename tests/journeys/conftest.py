"""A server with the demo, a browser, and what must hold on every page that a journey visits."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.runner.chromium import ENVIRONMENT

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PASSWORD = "samen aan tafel"
READY_SECONDS = 60
MANAGE = [sys.executable, "-m", "samenspel.config.manage"]

SignedIn = Callable[..., Page]


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that serves the demo from the database in DATABASE_URL."""
    folder = tmp_path_factory.mktemp("var")
    environment = {**os.environ, "SAMENSPEL_VAR": str(folder)}
    for command in (["migrate", "--verbosity=0"], ["load_demo"]):
        subprocess.run([*MANAGE, *command], env=environment, check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", "samenspel.config.asgi:application", "--port", str(port)),
            *("--lifespan", "off", "--log-level", "warning"),
        ],
        env=environment,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/aanmelden/")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(url: str) -> None:
    """Return when the server answers."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=READY_SECONDS)
        except urllib.error.URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"the server did not answer at {url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that the runner found."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get(ENVIRONMENT, "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


class Watch:
    """What went wrong in a browser window, collected while a journey runs."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.wrong: list[str] = []
        self.address = address
        context.on("request", self.request)
        context.on("weberror", lambda error: self.wrong.append(f"script: {error.error}"))
        context.on(
            "console",
            lambda message: (
                self.wrong.append(f"console: {message.text}")
                if message.type in {"error", "warning"}
                else None
            ),
        )

    def request(self, request: Request) -> None:
        """Nothing may be asked of another machine."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.wrong.append(f"outside: {request.url}")


@pytest.fixture
def sign_in(address: str, browser: Browser) -> Iterator[SignedIn]:
    """Open a window as somebody; afterwards nothing may have gone wrong in any window."""
    contexts: list[tuple[BrowserContext, Watch]] = []

    def open_window(who: str, *, width: int = 1440, height: int = 1000, locale: str = "nl-NL") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            base_url=address,
            has_touch=width < 500,
        )
        context.set_default_timeout(15_000)
        contexts.append((context, Watch(context, address)))
        page = context.new_page()
        page.goto("/aanmelden/")
        page.fill("#id_username", who)
        page.fill("#id_password", PASSWORD)
        page.click("main button.btn")
        page.wait_for_url(f"{address}/")
        return page

    yield open_window
    wrong = [line for _, watch in contexts for line in watch.wrong]
    for context, _ in contexts:
        context.close()
    assert wrong == []


def open_household(page: Page, name: str) -> None:
    """Go to a household from the list."""
    page.goto("/")
    page.get_by_role("link", name=name).click()
    page.get_by_role("heading", level=1, name=name).wait_for()


def violations(page: Page) -> list[str]:
    """What axe finds on a page, by the rules of WCAG 2.2 AA."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def unlabelled(page: Page) -> list[str]:
    """Controls without a label that can be seen: axe is content with a placeholder, people are not."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('input, select, textarea')]
        .filter(one => one.type !== 'hidden' && !one.ariaHidden && one.checkVisibility())
        .filter(one => ![...(one.labels || [])].some(label => label.checkVisibility() && label.innerText))
        .map(one => one.outerHTML.slice(0, 120))"""
    )
    return found


def overflow(page: Page) -> int:
    """How many pixels the page is wider than its window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return max(0, width)
