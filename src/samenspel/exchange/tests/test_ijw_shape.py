"""Messages that leave the element table: one change each, and the finding it must give."""

import pytest

from samenspel.exchange.rules.ijw_shape import passes_eleven_test
from samenspel.exchange.tests.ijw_messages import accepted, refused

START = "JW305_start"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<jw305:Geslacht>1</jw305:Geslacht>", "", "ontbreekt Geslacht"),
        ("<jw305:Geslacht>1</jw305:Geslacht>", "<jw305:Geslacht>1</jw305:Geslacht>" * 2, "hoogstens 1 keer"),
        ("<jw305:Geslacht>", "<jw305:Extra/><jw305:Geslacht>", "Extra hoort hier niet"),
        ("<jw305:Bsn>", "<ijw:Bsn>999900043</ijw:Bsn><jw305:Bsn>", "namespace"),
        ("<jw305:Geslacht>", '<jw305:Geslacht soort="x">', "attribuut soort"),
        ("<jw305:Client>", "<jw305:Client>los", "losse tekst"),
        (">1</jw305:Geslacht>", "><jw305:X/></jw305:Geslacht>", "X hoort hier niet"),
        (">1</jw305:Geslacht>", ">9</jw305:Geslacht>", "codelijst COD046"),
        (">45</ijw:Categorie>", ">01</ijw:Categorie>", "codelijst JZ020"),
        (">500101<", ">vijf<", "heel getal"),
        (">500101<", ">1000000000<", "tussen 0 en 999999999"),
        (">2013-05-17<", ">2013-02-30<", "geen bestaande dag"),
        (">2013-05-17<", ">20130517<", "geen bestaande dag"),
        (">2013-05-17<", ">2013-05-17Z<", "geen bestaande dag"),
        (">S<", ">SABCDEF<", "hoogstens 6"),
        (">S<", "><", "is leeg"),
        (">S<", ">4<", "juiste vorm"),
        (">STA260203A<", ">   <", "juiste vorm"),
        (">42420011<", ">4242001<", "juiste vorm"),
        (">438<", ">418<", "WMO305"),
        (">3</jw305:BerichtVersie>", ">2</jw305:BerichtVersie>", "BerichtVersie"),
    ],
)
def test_one_change_gives_one_clear_finding(old: str, new: str, words: str) -> None:
    findings = refused(START, (old, new)).findings
    assert [finding.code for finding in findings] == ["XSD"]
    assert words in findings[0].text.nl
    assert findings[0].line is not None


def test_a_wrong_order_is_said_once() -> None:
    moved = "<jw305:Geslacht>1</jw305:Geslacht>"
    findings = refused(START, (moved, ""), ("<jw305:Bsn>", f"{moved}<jw305:Bsn>")).findings
    assert {finding.code for finding in findings} == {"XSD"}
    assert all("verkeerde plaats" in finding.text.nl for finding in findings)


def test_a_wrong_time_is_named() -> None:
    findings = refused("JW301_zus_verblijf", (">09:15:00<", ">25:15:00<")).findings
    assert "geen tijd" in findings[0].text.nl


def test_the_schema_location_is_permitted_on_the_root_only() -> None:
    place = 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a b" xmlns:ijw='
    assert accepted(START, ("xmlns:ijw=", place)).facts
    assert "attribuut los" in refused(START, ("xmlns:ijw=", 'los="1" xmlns:ijw=')).findings[0].text.nl


@pytest.mark.parametrize(
    ("bsn", "right"), [("999900043", True), ("123456782", True), ("123456789", False), ("000000000", False)]
)
def test_the_eleven_test(bsn: str, right: bool) -> None:
    assert passes_eleven_test(bsn) is right


def test_a_finding_never_shows_a_whole_bsn() -> None:
    text = refused(START, ("999900043", "123456789")).findings[0].text
    assert "123456789" not in text.nl + text.en
    assert "789" in text.nl
