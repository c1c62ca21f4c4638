"""From the dearest household of the demo to a plan that is shown, with three ways beside each other."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import SignedIn, open_household, overflow, unlabelled, violations

DEAREST = "Gezin Bakker-Martina"
CALM_SECONDS = 15.0
"""How long an answer may take while all tests run; what it takes on a quiet machine is for the bench."""


def go(page: Page, words: str) -> None:
    """Follow a link of the plan's own menu."""
    page.get_by_role("navigation", name="Plan en doorrekening").get_by_role(
        "link", name=words, exact=True
    ).click()
    page.wait_for_load_state()


def open_plan(page: Page) -> None:
    """Go from the household page to its plan."""
    open_household(page, DEAREST)
    page.get_by_role("link", name="Plan en doorrekening").click()
    page.get_by_role("heading", level=1, name="Het perspectiefplan").wait_for()


def answered(page: Page) -> None:
    """Wait until the answer to the last turn can be seen."""
    page.locator("[data-calc][data-took]").wait_for(timeout=CALM_SECONDS * 1000)


def forget(page: Page) -> None:
    """Forget that something was answered."""
    page.evaluate("delete document.querySelector('[data-calc]').dataset.took")


def test_from_the_dearest_household_to_a_shown_plan_with_three_ways(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    taken = page.get_by_role("link", name="overgenomen van de gezinspagina")
    assert taken.count() >= 4, "most of the plan comes from the household page"
    assert violations(page) == []
    assert unlabelled(page) == []

    knot = page.get_by_label("Wat is de knoop?")
    words = f"Er zijn twee meningen en niemand beslist. {time.time():.0f}"
    knot.fill(words)
    form = page.locator("form", has=knot)
    expect(form.locator(".saved")).to_contain_text("Bewaard om")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_label("Wat is de knoop?")).not_to_have_value(words)

    go(page, "Doorrekenen")
    assert page.locator(".col").count() == 3
    expect(page.locator(".ans h1")).to_contain_text("van de 100 doorrekeningen")
    for heading in (
        "Honderd keer doorgerekend",
        "Wat het samen kost",
        "Wie betaalt, en wie houdt over?",
        "Wat het doet met het leven thuis",
        "Klopt het aan alle drie de kanten?",
        "Wat we niet weten",
        "Waar elk getal vandaan komt",
    ):
        assert page.get_by_role("heading", name=heading).is_visible()
    assert violations(page) == []
    assert unlabelled(page) == []
    assert overflow(page) == 0

    go(page, "Het plan laten zien")
    assert "€" not in page.inner_text("main"), "the argument stands without a single figure"
    assert page.get_by_role("heading", name="De stap").is_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Met de bijlage met bedragen").click()
    page.get_by_role("heading", name="Wat het samen kost").wait_for()
    assert violations(page) == []


def test_a_turned_knob_is_answered_without_a_jump_and_nothing_typed_is_lost(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    go(page, "Doorrekenen")
    room = page.locator("[data-knob]").filter(has_text="Eigen kamer")
    before = page.locator(".live b").inner_text()
    top = page.locator("#h-dots").evaluate("one => one.getBoundingClientRect().top + scrollY")
    room.locator("input.figure").fill("26.000")
    answered(page)
    expect(page.locator(".live b")).not_to_have_text(before)
    assert room.locator("input[type=range]").input_value() == "26000"
    assert room.locator("input.figure").input_value() == "26.000"
    after = page.locator("#h-dots").evaluate("one => one.getBoundingClientRect().top + scrollY")
    assert abs(after - top) < 60, "what is read does not jump away"

    room.locator("input.figure").fill("veel")
    expect(room.locator(".wrong")).to_contain_text("vul een getal in")
    assert page.get_by_role("heading", name="Honderd keer doorgerekend").is_visible()

    page.get_by_text("Zet alles terug").click()
    expect(page.locator(".live b")).to_have_text(before, timeout=CALM_SECONDS * 1000)
    expect(room.locator(".wrong")).to_have_text("")


def test_the_last_turn_wins(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    go(page, "Doorrekenen")
    figure = page.locator("[data-knob]").filter(has_text="Eigen kamer").locator("input.figure")
    for amount in ("1.000", "9.000", "17.000", "25.000"):
        figure.fill(amount)
        page.wait_for_timeout(30)
    forget(page)
    figure.fill("26.000")
    last = page.locator(".col.is-shown")
    expect(last).to_contain_text("26.000", timeout=CALM_SECONDS * 1000)
    page.wait_for_timeout(3000)
    expect(last).to_contain_text("26.000")


def test_every_result_opens_to_its_source(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    go(page, "Doorrekenen")
    link = page.locator(".unknown tbody a").first
    target = link.get_attribute("href") or ""
    link.click()
    source = page.locator(f'details[id="{target.removeprefix("#")}"]')
    expect(source).to_have_attribute("open", "")
    expect(source).to_contain_text("Bron")
    page.get_by_text("Toon als tabel").first.click()
    assert page.locator(".as-table table").first.is_visible()


def test_a_long_run_shows_how_far_it_is_and_can_be_stopped(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    go(page, "Doorrekenen")
    before = page.locator(".ans h1").inner_text()
    page.get_by_role("button", name="Reken preciezer").click()
    expect(page.locator("[data-progress]")).to_be_visible()
    expect(page.locator("[data-progress]")).not_to_have_js_property("value", 0, timeout=60_000)
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator("[data-waiting]")).to_be_hidden()
    assert page.locator(".ans h1").inner_text() == before


def press_to(page: Page, wanted: str) -> None:
    """Go on with the Tab key until what has the focus matches a selector."""
    for _ in range(200):
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reached {wanted}")


def test_with_the_keyboard_alone_a_scenario_is_changed_and_shown(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    press_to(page, 'nav a[href$="/doorrekenen/"]')
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Honderd keer doorgerekend").wait_for()
    press_to(page, "input[type=range]")
    start = page.evaluate("document.activeElement.value")
    page.keyboard.press("ArrowRight")
    answered(page)
    assert page.evaluate("document.activeElement.value") != start, "the focus stays on the knob"
    press_to(page, ".helps input")
    forget(page)
    page.keyboard.press("Space")
    answered(page)
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.keyboard.press("Control+Home")
    page.locator(".skip").focus()
    press_to(page, 'nav a[href$="/laat-zien/"]')
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="De stap").wait_for()


@pytest.mark.parametrize("width", [360, 390])
def test_on_a_phone_the_same_plan_and_figures(sign_in: SignedIn, width: int) -> None:
    page = sign_in("maaike", width=width, height=800)
    open_plan(page)
    assert overflow(page) == 0
    for name in ("Doorrekenen", "Het plan laten zien"):
        go(page, name)
        assert overflow(page) == 0
        assert violations(page) == []
        small: list[str] = page.evaluate(
            """() => [...document.querySelectorAll('main svg[role=img]')].filter(one => one.checkVisibility())
            .flatMap(one => [...one.querySelectorAll('text')].map(text => [one, text]))
            .filter(([one, text]) => parseFloat(text.getAttribute('font-size'))
                * one.getBoundingClientRect().width / one.viewBox.baseVal.width < 14.5)
            .map(([, text]) => text.textContent)"""
        )
        assert small == []


def test_it_prints_and_is_there_in_english(sign_in: SignedIn, tmp_path: Path) -> None:
    page = sign_in("maaike", locale="en-GB")
    page.goto("/")
    page.get_by_role("link", name=DEAREST).click()
    page.get_by_role("link", name="Plan and calculation").click()
    page.wait_for_load_state()
    assert page.get_by_role("heading", name="Where does the family want to be in a year?").is_visible()
    page.get_by_role("link", name="Calculate", exact=True).click()
    expect(page.locator(".ans h1")).to_contain_text("out of 100")
    assert page.get_by_role("heading", name="Who pays, and who gains?").is_visible()
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True, print_background=False)
    pages = len(re.findall(rb"/Type /Page\b", paper.read_bytes()))
    assert 3 <= pages <= 9


def test_it_works_without_a_script(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_plan(page)
    go(page, "Doorrekenen")
    address = page.url
    page.route("**/app*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(address)
    amount = page.locator("[data-knob]").filter(has_text="Eigen kamer").locator("input.figure")
    amount.fill("26.000")
    page.get_by_role("button", name="Reken door").click()
    page.wait_for_load_state()
    kept = page.locator("[data-knob]").filter(has_text="Eigen kamer").locator("input.figure")
    assert kept.input_value() == "26.000"
    expect(page.locator(".col.is-shown")).to_contain_text("26.000")
