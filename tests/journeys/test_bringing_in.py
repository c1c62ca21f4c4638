"""Bringing in a workbook, a file and messages: shown first, written whole, taken back whole."""

import io
import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from samenspel.exchange.rules.file_json import read_file
from samenspel.exchange.rules.workbook_template import filled
from tests.journeys.conftest import ROOT, SignedIn, unlabelled, violations

DATA = ROOT / "src" / "samenspel" / "exchange"
MESSAGES = DATA / "tests" / "samples" / "ijw"


def household(name: str, key: str) -> bytes:
    """A demo household under another name, as a file."""
    text = (DATA / "data" / "demo" / "huishouden-tesfay.json").read_text(encoding="utf-8")
    return text.replace("Gezin Tesfay", name).replace('"key": "tesfay"', f'"key": "{key}"', 1).encode()


def workbook(name: str, key: str) -> bytes:
    """The same as a workbook."""
    file = read_file(household(name, key), "x.json").file
    assert file is not None
    return filled(file, "nl")


def choose(page: Page, *files: Path) -> None:
    """Choose files and have them read."""
    page.goto("/inlezen/")
    page.locator("input[type=file]").set_input_files([str(file) for file in files])
    page.get_by_role("button", name="Lees in").click()
    page.wait_for_url(re.compile("/inlezen/[0-9a-f-]{36}/"))


def test_a_workbook_is_shown_first_then_written_and_taken_back(sign_in: SignedIn, tmp_path: Path) -> None:
    path = tmp_path / "gezin.xlsx"
    path.write_bytes(workbook("Gezin Proef", "proef"))
    page = sign_in("maaike")
    choose(page, path)
    expect(page.locator("main")).to_contain_text("Er is nog niets bewaard")
    expect(page.locator("main")).to_contain_text("Gezin Proef")
    assert violations(page) == []
    assert unlabelled(page) == []
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.locator("main")).to_contain_text("regels bij.")
    page.get_by_role("link", name="Gezin Proef").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gezin Proef")
    expect(page.locator("main")).to_contain_text("Iedereen om")
    page.go_back()
    page.get_by_role("button", name=re.compile("ongedaan", re.I)).first.click()
    page.goto("/")
    expect(page.locator("main")).not_to_contain_text("Gezin Proef")


def test_mistakes_are_shown_with_their_place_and_nothing_is_written(
    sign_in: SignedIn, tmp_path: Path
) -> None:
    path = tmp_path / "fout.json"
    path.write_bytes(
        household("Gezin Fout", "fout").replace(b'"since": "2', b'"until": "1999-01-01", "since": "2', 1)
    )
    page = sign_in("maaike")
    choose(page, path)
    expect(page.locator("main")).to_contain_text("Kies een datum op of na")
    expect(page.get_by_role("button", name="Bewaar", exact=True)).to_have_count(0)
    page.goto("/")
    expect(page.locator("main")).not_to_contain_text("Gezin Fout")


def test_messages_become_a_household(sign_in: SignedIn, tmp_path: Path) -> None:
    path = tmp_path / "berichten.zip"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for message in sorted(MESSAGES.glob("*.xml")):
            archive.write(message, message.name)
    path.write_bytes(packed.getvalue())
    page = sign_in("maaike")
    choose(page, path)
    button = page.get_by_role("button", name="Bewaar", exact=True)
    expect(button).to_be_visible(timeout=60_000)
    expect(page.locator("main")).to_contain_text("Lindeman")
    button.click()
    page.get_by_role("link", name=re.compile("Lindeman")).first.click()
    expect(page.locator("main")).to_contain_text("Aanbieder 42420011")


def test_the_empty_workbook_can_be_had(sign_in: SignedIn) -> None:
    page = sign_in("maaike")
    page.goto("/inlezen/")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("lege werkmap")).click()
    assert zipfile.is_zipfile(download.value.path())
