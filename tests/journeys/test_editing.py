"""Changing a household on its page, with the keyboard, while the connection or the session fails."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PASSWORD, SignedIn, open_household, unlabelled, violations


def open_editor(page: Page, path: str = "/wijzig/help/") -> Locator:
    """Open the editor of the first row of a kind with the keyboard; return the panel."""
    link = page.locator(f"main a[href*='{path}']").filter(visible=True).first
    link.focus()
    page.keyboard.press("Enter")
    panel = page.locator("dialog[open]")
    expect(panel).to_be_visible()
    return panel


def unfold(panel: Locator) -> None:
    """Open every part of the editor."""
    folded = panel.locator("details:not([open]) > summary").filter(visible=True)
    while folded.count():
        folded.first.click()


def test_a_field_saves_itself_and_is_taken_back(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    panel = open_editor(page)
    unfold(panel)
    assert violations(page) == []
    assert unlabelled(page) == []
    field = panel.locator("[name=expected_effect]")
    before = field.input_value()
    field.fill("Elke avond samen eten")
    expect(panel.locator("#said-expected_effect")).to_contain_text(re.compile(r"Bewaard om \d\d\.\d\d"))
    toast = page.locator("#toast")
    expect(toast).to_contain_text("Ongedaan maken")
    toast.locator("button").first.click()
    expect(toast).to_contain_text("Teruggezet")
    expect(panel.locator("[name=expected_effect]")).to_have_value(before)


def test_the_panel_takes_the_focus_and_gives_it_back(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    panel = open_editor(page, "/wijzig/leads/")
    here = "document.querySelector('dialog').contains(document.activeElement)"
    assert page.evaluate(here)
    for _ in range(12):
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    assert "/wijzig/leads/" in (page.evaluate("document.activeElement.getAttribute('href')") or "")


def test_a_date_that_does_not_exist_is_said_and_stays(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    panel = open_editor(page)
    unfold(panel)
    day = panel.locator("[name=evaluation_on]")
    day.fill("31-2-2027")
    page.keyboard.press("Tab")
    expect(panel.locator("#said-evaluation_on")).to_contain_text("bestaat niet")
    assert (day.get_attribute("aria-invalid"), day.input_value()) == ("true", "31-2-2027")
    day.fill("3 mei 2027")
    page.keyboard.press("Tab")
    expect(panel.locator("#said-evaluation_on")).to_contain_text("Bewaard")


def test_an_expired_session_loses_nothing(sign_in: SignedIn) -> None:
    page = sign_in("youri")
    open_household(page, "Gezin Aydın")
    panel = open_editor(page)
    unfold(panel)
    page.context.clear_cookies(name="sessionid")
    panel.locator("[name=expected_effect]").fill("Dit mag niet weg")
    said = panel.locator("#said-expected_effect")
    expect(said).to_contain_text("afgemeld")
    said.locator("a").click()
    page.fill("#id_username", "youri")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/wijzig/**")
    page.locator(".draft button").first.click()
    expect(page.locator("#said-expected_effect")).to_contain_text("Bewaard")
    expect(page.locator("[name=expected_effect]")).to_have_value("Dit mag niet weg")


def test_a_helper_sees_first_what_she_must_update(sign_in: SignedIn) -> None:
    page = sign_in("karima")
    open_household(page, "Gezin Bakker-Martina")
    first = page.locator("main h2").first
    expect(first).to_have_text(re.compile("voor u"))


def test_a_signal_is_cured_on_the_page(sign_in: SignedIn) -> None:
    page = sign_in("youri")
    open_household(page, "Gezin Aydın")
    assert "kijkdatum" in page.inner_text("main")
    page.get_by_role("link", name=re.compile("dag bij waarop u samen kijkt")).first.click()
    panel = page.locator("dialog[open]")
    expect(panel).to_be_visible()
    unfold(panel)
    panel.locator("[name=evaluation_on]").fill("14-12-2026")
    page.keyboard.press("Tab")
    expect(panel.locator("#said-evaluation_on")).to_contain_text("Bewaard")
    page.keyboard.press("Escape")
    expect(page.locator("main")).not_to_contain_text("geen kijkdatum")
