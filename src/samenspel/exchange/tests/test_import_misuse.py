"""Bad input: a clear word in Dutch and English, and nothing is left behind."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pytest_django import Settings

from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.rules.stages import WRITABLE
from samenspel.exchange.tests.ijw_messages import SAMPLES, sample
from samenspel.exchange.tests.importing import as_json, case_lead, counts, keep, packed, read
from samenspel.exchange.tests.workbooks import HELP, workbook

pytestmark = pytest.mark.django_db
MESSAGE = "DeWit_JW301_kaya"


def said(batch: Batch) -> list[dict[str, str]]:
    """All errors of a batch."""
    rows = Proposal.objects.filter(batch=batch).order_by("pk")
    notices = [*batch.notices, *(notice for row in rows for notice in row.notices)]
    return [notice for notice in notices if notice["severity"] == "error"]


def bomb() -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("groot.xml", b"<a>" + b" " * 5_000_000)
    return stream.getvalue()


def invalid(name: str) -> bytes:
    return (SAMPLES / "invalid" / f"{name}.xml").read_bytes()


TWICE = [
    ["Naam", "Gezin of naaste?", "Geboren op"],
    ["Noor", "gezin", "1-2-2014"],
    ["Noor", "gezin", "1-2-2014"],
]
BAD: dict[str, tuple[str, Callable[[], bytes], str, str]] = {
    "a picture": ("foto.jpg", lambda: b"\xff\xd8\xff\xe0 beeld", "lezen we niet", "do not read this kind"),
    "empty": ("leeg.json", lambda: b"", "is leeg", "is empty"),
    "word": ("x.zip", lambda: packed([("lees.txt", b"hallo")]), "lezen we niet", "do not read"),
    "a DTD": (
        "dtd.xml",
        lambda: sample(MESSAGE, ("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')),
        "bevat een DTD",
        "contains a DTD",
    ),
    "zip slip": (
        "slip.zip",
        lambda: packed([("../../kwaad.xml", sample(MESSAGE))]),
        "buiten de zip",
        "outside the zip",
    ),
    "a zip bomb": ("bom.zip", bomb, "zo groot", "grows more than"),
    "a formula": (
        "x.xlsx",
        lambda: workbook(hulp=[[*HELP[0], "Prijs per eenheid"], [*HELP[1], "=1+1"]]),
        "formule",
        "formula",
    ),
    "mixed encodings": (
        "mengsel.xml",
        lambda: sample(MESSAGE).replace(b"Kaya", "K\u00e4ya".encode("latin-1")),
        "een teken",
        "does not belong to it",
    ),
    "mixed encodings in a file": (
        "mengsel.json",
        lambda: as_json().replace(b"Ada Vos", "Ad\u00e4 Vos".encode("latin-1")),
        "UTF-8",
        "UTF-8",
    ),
    "an unknown code": (
        "x.xml",
        lambda: invalid("JW323_eenheid_onbekend"),
        "staat niet in codelijst",
        "code list",
    ),
    "an unknown code in a file": (
        "x.json",
        lambda: as_json().replace(b'"treatment"', b'"toveren"'),
        "Kies een waarde uit de lijst",
        "Choose a value from the list",
    ),
    "an end before the start": (
        "x.json",
        lambda: as_json().replace(b"2027-02-01", b"2020-02-01"),
        "Kies een datum op of na",
        "Choose a date on or after",
    ),
    "an end before the start in a message": (
        "x.xml",
        lambda: invalid("JW301_bsn_elfproef_en_einddatum_voor_ingang"),
        "inddatum",
        "end date",
    ),
    "a BSN that fails the eleven-test": (
        "x.xml",
        lambda: invalid("JW301_bsn_elfproef_en_einddatum_voor_ingang"),
        "elfproef",
        "eleven-test",
    ),
    "the same person twice": ("x.xlsx", lambda: workbook(mensen=TWICE), "twee keer", "twice"),
    "the same key twice": (
        "x.json",
        lambda: as_json().replace(b'"key": "bas"', b'"key": "ada"'),
        "twee keer",
        "twice",
    ),
    "a character that no database holds": (
        "x.json",
        lambda: as_json().replace(b'"Gezin Vos"', b'"Gezin\\u0000Vos"'),
        "een teken dat niet bestaat",
        "a character that does not exist",
    ),
    "half a character": (
        "x.json",
        lambda: as_json().replace(b'"Gezin Vos"', b'"Gezin\\ud800Vos"'),
        "een teken dat niet bestaat",
        "a character that does not exist",
    ),
}


@pytest.mark.parametrize("case", BAD, ids=BAD.keys())
def test_bad_input_gets_a_clear_word_and_leaves_nothing(case: str) -> None:
    name, data, nl, en = BAD[case]
    by = case_lead()
    before = counts()
    batch = read(by, (name, data()))
    assert any(nl in notice["nl"] for notice in said(batch)), said(batch)
    assert any(en in notice["en"] for notice in said(batch)), said(batch)
    assert not Proposal.objects.filter(batch=batch, outcome__in=WRITABLE).exists()
    keep(by, batch)
    assert counts() == before


def test_a_bsn_is_not_repeated_in_a_message_about_it() -> None:
    data = invalid("JW301_bsn_elfproef_en_einddatum_voor_ingang")
    bsn = data.split(b"Bsn>")[1][:9].decode()
    batch = read(case_lead(), ("x.xml", data))
    assert bsn.isdigit()
    assert bsn not in str(batch.notices)


def test_too_large_is_not_read(settings: Settings) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    by = case_lead()
    before = counts()
    batch = read(by, ("groot.json", b" " * (1024 * 1024 + 1)))
    assert said(batch)[0]["nl"].startswith("Dit is te groot. We lezen samen hoogstens 1 MB.")
    keep(by, batch)
    assert counts() == before


def test_one_bad_file_does_not_stop_a_good_one() -> None:
    by = case_lead()
    batch = read(by, ("foto.jpg", b"\xff\xd8"), ("vos.json", as_json()))
    keep(by, batch)
    assert [row.outcome for row in Proposal.objects.filter(batch=batch).order_by("position")] == [
        "blocked",
        "written",
    ]
