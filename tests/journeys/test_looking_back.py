"""What changed, putting it back, stepping back with the keyboard, and what was known on a day."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import SignedIn, open_household, overflow, unlabelled, violations
from tests.journeys.test_editing import is_shown_anew, open_editor, unfold


def change_title(page: Page, title: str) -> str:
    """Give the first agreement another title by its editor; return what it was."""
    panel = open_editor(page, "/wijzig/agreements/")
    field = panel.locator("[name=title]")
    before = field.input_value()
    page.locator("#inhoud").evaluate("main => { main.dataset.old = '' }")
    field.fill(title)
    page.keyboard.press("Tab")
    expect(panel.locator(".said .saved").first).to_contain_text("Bewaard")
    page.keyboard.press("Escape")
    is_shown_anew(page)
    return before


def press(page: Page, keys: str, said: str) -> None:
    """Press keys on the page and wait until it says what happened."""
    page.keyboard.press(keys)
    expect(page.locator("#toast")).to_contain_text(said)


def test_keys_step_back_through_a_visit_and_on(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    main = page.locator("#inhoud")
    before = change_title(page, "Wij bellen elke maandag")
    change_title(page, "Wij bellen elke dinsdag")
    press(page, "Control+z", "Ongedaan gemaakt: afspraak ‘Wij bellen elke dinsdag’")
    expect(main).to_contain_text("Wij bellen elke maandag")
    press(page, "Control+z", "Ongedaan gemaakt: afspraak ‘Wij bellen elke maandag’")
    expect(main).to_contain_text(before)
    press(page, "Control+Shift+Z", "Opnieuw gedaan")
    expect(main).to_contain_text("Wij bellen elke maandag")
    page.locator("#saved").get_by_role("button", name="Ongedaan maken").click()
    expect(main).not_to_contain_text("Wij bellen elke maandag")
    expect(page.locator("#saved").get_by_role("button", name="Opnieuw doen")).to_be_visible()
    assert page.locator("#toast").get_attribute("aria-live") == "polite"


def test_keys_in_a_field_stay_with_the_field(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    panel = open_editor(page, "/wijzig/agreements/")
    field = panel.locator("[name=parties]")
    before = field.input_value()
    field.press("End")
    field.press_sequentially(" en oma")
    field.press("Control+z")
    expect(page.locator("#toast")).not_to_contain_text("Ongedaan gemaakt")
    field.fill(before)
    page.keyboard.press("Tab")


def to_changes(page: Page) -> None:
    """Go from the household to what changed, as somebody with a keyboard does."""
    link = page.get_by_role("link", name="Wat is er veranderd?")
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Wat is er veranderd?").wait_for()


def first_change(page: Page) -> Locator:
    return page.locator(".act-done").first


@pytest.mark.parametrize("width", [1440, 390])
def test_a_change_is_found_and_put_back(sign_in: SignedIn, width: int) -> None:
    page = sign_in("youri", width=width)
    open_household(page, "Gezin Aydın")
    title = f"Op maandag een bericht {width}"
    before = change_title(page, title)
    to_changes(page)
    expect(first_change(page)).to_contain_text(title)
    expect(first_change(page)).to_contain_text("Youri de Lang veranderde")
    assert violations(page) == []
    assert unlabelled(page) == []
    assert overflow(page) == 0
    button = first_change(page).get_by_role("button", name="Zet terug")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".message")).to_contain_text("Teruggezet")
    expect(first_change(page)).to_contain_text("zette terug")
    expect(first_change(page)).to_contain_text(before)


def test_two_people_changed_it_and_one_chooses(sign_in: SignedIn) -> None:
    one, other = sign_in("maaike"), sign_in("karima")
    for page, title in ((one, "Eerst dit"), (other, "Later dat")):
        open_household(page, "Gezin Bakker-Martina")
        change_title(page, title)
    to_changes(one)
    one.locator(".act-done").nth(1).get_by_role("button", name=re.compile("^Zet terug")).click()
    one.get_by_role("heading", level=1, name="Kies wat er blijft staan").wait_for()
    assert violations(one) == []
    assert unlabelled(one) == []
    table = one.locator(".beside")
    expect(table).to_contain_text("Later dat")
    one.get_by_label("Zet terug wat er toen stond").check()
    one.get_by_role("button", name="Doe wat ik koos").click()
    expect(one.locator(".message")).to_contain_text("Teruggezet")
    expect(first_change(one)).to_contain_text("Later dat")


def test_earlier_versions_are_one_link_away(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Tesfay")
    change_title(page, "Eén deur tegelijk open")
    panel = open_editor(page, "/wijzig/agreements/")
    panel.get_by_role("link", name="Eerdere versies").click()
    page.get_by_role("heading", level=1, name="Eerdere versies").wait_for()
    expect(first_change(page)).to_contain_text("Eén deur tegelijk open")


def test_what_was_known_on_a_day_is_for_reading(sign_in: SignedIn) -> None:
    page = sign_in("maaike", width=390)
    open_household(page, "Gezin Bakker-Martina")
    page.get_by_label("Bekijk een andere dag").fill("2026-11-01")
    page.get_by_label("wat wij toen wisten").check()
    page.get_by_role("button", name="Bekijk", exact=True).click()
    expect(page.locator(".other-day")).to_contain_text("U kijkt terug")
    expect(page.locator("main a[href*='/wijzig/'], main a[href*='/nieuw/']")).to_have_count(0)
    assert overflow(page) == 0
    assert violations(page) == []


def test_a_price_is_searched_and_chosen_with_the_keyboard(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    panel = open_editor(page)
    unfold(panel)
    field = panel.get_by_role("combobox", name="Prijs uit de prijslijst")
    field.focus()
    page.keyboard.type("consult huisarts")
    expect(panel.locator("[role=option]").first).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Enter")
    expect(panel.locator("#said-price_key")).to_contain_text("Bewaard")
    expect(field).to_have_value(re.compile("huisarts"))
    page.keyboard.type("zzz")
    expect(panel.locator(".combobox")).to_contain_text("Niets gevonden")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_be_visible()
    expect(field).to_have_value(re.compile("huisarts"))


def test_the_sheet_for_a_meeting_fits_on_one_side(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    open_household(page, "Gezin Bakker-Martina")
    page.get_by_role("link", name="Bereid het gesprek voor").click()
    page.get_by_role("heading", level=2, name="Wat spreken we af?").wait_for()
    assert violations(page) == []
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/MediaBox", printed)) == 1
