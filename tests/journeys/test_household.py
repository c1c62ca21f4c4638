"""Opening households: on a desk, on a phone, on paper, with the keyboard, in English."""

from pathlib import Path

import pytest

from tests.journeys.conftest import SignedIn, open_household, overflow, unlabelled, violations

HOUSEHOLDS = {
    "maaike": ("Gezin Bakker-Martina", "Gezin Tesfay"),
    "youri": ("Gezin Aydın", "Meneer Hofstede"),
}
SMALL = """() => [...document.querySelectorAll('main *')]
    .filter(one => one.checkVisibility() && !one.closest('svg, .vh'))
    .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(one => parseFloat(getComputedStyle(one).fontSize) < 16)
    .map(one => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize(
    ("who", "name"), [(who, name) for who, names in HOUSEHOLDS.items() for name in names]
)
def test_each_household_opens_and_nothing_is_in_anybodys_way(sign_in: SignedIn, who: str, name: str) -> None:
    page = sign_in(who)
    open_household(page, name)
    for heading in ("Iedereen om", "Welke hulp, wanneer", "Wie heeft de regie, en waarop"):
        assert page.get_by_role("heading", name=heading).is_visible()
    assert violations(page) == []
    assert unlabelled(page) == []
    assert overflow(page) == 0


@pytest.mark.parametrize("width", [320, 390])
def test_a_phone_shows_the_same_household(sign_in: SignedIn, width: int) -> None:
    page = sign_in("karima", width=width, height=844)
    open_household(page, "Gezin Bakker-Martina")
    assert overflow(page) == 0
    assert violations(page) == []
    small: list[str] = page.evaluate(SMALL)
    assert small == []


def test_english_is_complete_enough_to_work_in(sign_in: SignedIn) -> None:
    page = sign_in("maaike", locale="en-GB")
    open_household(page, "Gezin Bakker-Martina")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.get_by_role("heading", name="Which help, when").is_visible()


@pytest.mark.parametrize(("query", "most"), [("", 3), ("?papier=a4", 10)])
def test_it_prints_on_paper(sign_in: SignedIn, tmp_path: Path, query: str, most: int) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    page.goto(page.url + query)
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=False)
    pages = paper.read_bytes().count(b"/Type /Page\n") or paper.read_bytes().count(b"/Type /Page ")
    assert 2 <= pages <= most


def test_the_keyboard_alone_reaches_everything(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    seen: set[str] = set()
    for _ in range(400):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.outerHTML.slice(0, 200)"))
    wanted: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('main a[href], main button, main input, main summary')]
        .filter(one => one.checkVisibility() && !one.disabled && one.type !== 'hidden')
        .filter(one => one.type !== 'radio' || one.checked)  // the arrows reach the others of its group
        .map(one => one.outerHTML.slice(0, 200))"""
    )
    assert len(wanted) > 20
    assert set(wanted) - seen == set()


def test_somebody_elsewhere_in_the_network_finds_nothing(sign_in: SignedIn) -> None:
    there = sign_in("maaike")
    open_household(there, "Gezin Tesfay")
    elsewhere = sign_in("daan")
    assert "nog bij geen enkel gezin" in elsewhere.inner_text("main")
