"""Changing a household on its page, with the keyboard, while the connection or the session fails."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PASSWORD, SignedIn, open_household, overflow, unlabelled, violations


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


def scrolled(page: Page) -> int:
    """How far the page is scrolled down."""
    top: int = page.evaluate("Math.round(scrollY)")
    return top


def in_the_middle(page: Page, link: Locator) -> int:
    """Scroll until a link stands in the middle; say how far that is, and mark the page as old.

    Once styled, always a style attribute: the page may not send that through the swap, for the browser
    refuses it.
    """
    link.evaluate("link => link.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.locator("#inhoud").evaluate(
        "main => { main.dataset.old = ''; main.style.top = '0'; main.style.top = '' }"
    )
    return scrolled(page)


def is_shown_anew(page: Page) -> None:
    """Wait until the page shows what was changed and lies still."""
    expect(page.locator("#inhoud[data-old]")).to_have_count(0)
    expect(page.locator(".htmx-settling")).to_have_count(0)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_opener_has_the_focus_again_after_an_edit(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    page.locator("#saved").evaluate("saved => saved.textContent = 'oud'")
    link = page.locator("main a[href*='/wijzig/agreements/']").filter(visible=True).first
    address = link.get_attribute("href")
    link.click()
    field = page.locator("dialog[open] [name=title], dialog[open] [name=text]").first
    field.fill("Wij eten elke zondag samen")
    expect(page.locator("dialog[open] .said .saved").first).to_contain_text("Bewaard")
    page.locator("dialog[open] [data-close]").first.click()
    is_shown_anew(page)
    expect(page.locator(f"main a[href='{address}']").first).to_be_focused()
    expect(page.locator("#saved")).to_contain_text(re.compile(r"Bewaard op .* om \d\d\.\d\d uur"))


def test_a_new_row_stands_on_the_page_where_it_was_added(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    link = page.locator("main a[href*='/nieuw/actions/']").filter(visible=True).first
    before = in_the_middle(page, link)
    link.click()
    page.locator("dialog[open] [name=title]").fill("Bel de huisarts")
    page.locator("dialog[open] form[data-adding] button.btn").first.click()
    expect(page.locator("#toast")).to_contain_text("Toegevoegd")
    page.locator("dialog[open] [data-close]").first.click()
    is_shown_anew(page)
    expect(page.locator(".todo").first).to_contain_text("Bel de huisarts")
    assert abs(scrolled(page) - before) < 60


def test_an_action_is_ticked_off_in_place_and_put_back(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    page.evaluate("window.stayed = true")
    ticks = page.locator(".tick button")
    many = ticks.count()
    before = in_the_middle(page, ticks.first)
    ticks.first.click()
    expect(ticks).to_have_count(many - 1)
    is_shown_anew(page)
    expect(page.locator("#h-do")).to_be_focused()
    assert abs(scrolled(page) - before) < 60
    page.locator("#toast").get_by_role("button", name="Ongedaan maken").click()
    expect(ticks).to_have_count(many)
    expect(ticks.first).to_be_focused()
    assert page.evaluate("window.stayed")


def test_every_euro_fits_on_a_phone(sign_in: SignedIn) -> None:
    page = sign_in("maaike", width=390, height=844)
    open_household(page, "Gezin Bakker-Martina")
    page.goto(f"{page.url}kosten/")
    assert overflow(page) == 0


def test_what_can_be_touched_on_a_phone_is_large_enough(sign_in: SignedIn) -> None:
    page = sign_in("maaike", width=390, height=844)
    open_household(page, "Gezin Bakker-Martina")
    small = (
        page.locator("main :is(a, button, summary)")
        .filter(visible=True)
        .evaluate_all(
            "all => all.filter(one => one.getBoundingClientRect().height < 44).map(one => one.innerText)"
        )
    )
    assert small == []
