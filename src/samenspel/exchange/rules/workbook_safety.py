"""Whether a file may be opened as a workbook, judged by its list of contents before anything is parsed."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.ijw_xml import DECLARED

MAX_UPLOAD_BYTES = 10 * 1024 * 1024
MAX_PART_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 40 * 1024 * 1024
MAX_PARTS = 500

ZIP_START = b"PK\x03\x04"
OLD_OFFICE_START = bytes.fromhex("d0cf11e0a1b11ae1")
WORKBOOK_PART = "xl/workbook.xml"
ZIP_PROBLEMS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
)
FORBIDDEN_XML = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
SAFE_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii"}
CODE_PARTS = ("vbaproject", "xl/macrosheets/", "xl/activex/", "macroenabled")


def safe_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook by name. Raises RefusedError when it may not be opened."""
    check_kind(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            check_entries(entries)
            parts = {entry.filename: _read(archive, entry) for entry in entries if _is_xml(entry.filename)}
    except ZIP_PROBLEMS as wrong:
        raise RefusedError(BROKEN) from wrong
    except ValueError as wrong:
        raise wrong if isinstance(wrong, RefusedError) else RefusedError(BROKEN) from wrong
    if WORKBOOK_PART not in parts:
        raise RefusedError(NOT_A_WORKBOOK)
    for name, part in parts.items():
        check_xml(part, name)
    return parts


def check_kind(data: bytes) -> None:
    """Raise RefusedError when the bytes are too many or do not start like a workbook."""
    if len(data) > MAX_UPLOAD_BYTES:
        raise RefusedError(too_large(len(data), MAX_UPLOAD_BYTES))
    if not data:
        raise RefusedError(EMPTY)
    if data.startswith(OLD_OFFICE_START):
        raise RefusedError(LOCKED if "EncryptedPackage".encode("utf-16-le") in data else OLD_OFFICE)
    if not data.startswith(ZIP_START):
        raise RefusedError(NOT_A_WORKBOOK)


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Raise RefusedError when the list of contents shows a trap, a macro, a link or another kind of file."""
    if len(entries) > MAX_PARTS:
        raise RefusedError(BOMB)
    if any(entry.file_size > MAX_PART_BYTES for entry in entries):
        raise RefusedError(BOMB)
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
        raise RefusedError(BOMB)
    names = [entry.filename.replace("\\", "/") for entry in entries]
    if any(name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts for name in names):
        raise RefusedError(SLIP)
    if len(set(names)) != len(names):
        raise RefusedError(BROKEN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError(LOCKED)
    lower = [name.lower() for name in names]
    if any(mark in name for name in lower for mark in CODE_PARTS):
        raise RefusedError(MACRO)
    if any(name.startswith("xl/externallinks/") for name in lower):
        raise RefusedError(LINKED)
    if "xl/workbook.bin" in lower:
        raise RefusedError(OLD_OFFICE)


def check_xml(part: bytes, name: str) -> None:
    """Raise RefusedError when a part has a DTD or entities or is not written in UTF-8."""
    declared = DECLARED.match(part.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in SAFE_ENCODINGS:
        raise RefusedError(BROKEN)
    if b"\0" in part:
        raise RefusedError(BROKEN)
    if FORBIDDEN_XML.search(part):
        raise RefusedError(
            Text(
                f"In dit bestand zit verborgen code (een DTD of entiteit, in {name}). We openen het niet. "
                "Kopieer de gegevens naar een nieuwe werkmap van Samenspel.",
                f"This file holds hidden code (a DTD or entity, in {name}). We do not open it. "
                "Copy the data into a new workbook of Samenspel.",
            )
        )
    if name == "[Content_Types].xml" and b"macroEnabled" in part:
        raise RefusedError(MACRO)


def too_large(size: int, limit: int) -> Text:
    """Say that a file is too large, and how large it may be."""
    mega = 1024 * 1024
    found, most = -(-size // mega), limit // mega
    return Text(
        f"Dit bestand is {found} MB. Het mag hoogstens {most} MB zijn. "
        "Haal plaatjes en bladen weg die niet bij het huishouden horen.",
        f"This file is {found} MB. It may be {most} MB at most. "
        "Remove pictures and sheets that do not belong to the household.",
    )


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as part:
        return part.read(MAX_PART_BYTES + 1)


EMPTY = Text("Dit bestand is leeg. Kies een ander bestand.", "This file is empty. Choose another file.")
NOT_A_WORKBOOK = Text(
    "Dit is geen werkmap (.xlsx). Download de lege werkmap, vul die in en sla haar op als .xlsx.",
    "This is not a workbook (.xlsx). Download the empty workbook, fill it in and save it as .xlsx.",
)
OLD_OFFICE = Text(
    "Dit is een oud of ander Office-bestand (bijvoorbeeld .xls of .doc). Open het en kies Opslaan als .xlsx.",
    "This is an old or other Office file (for example .xls or .doc). Open it and choose Save as .xlsx.",
)
LOCKED = Text(
    "Op dit bestand zit een wachtwoord. Haal het wachtwoord weg en sla het bestand opnieuw op.",
    "This file has a password. Remove the password and save the file again.",
)
BROKEN = Text(
    "Deze werkmap is beschadigd of geen echte .xlsx. Sla haar opnieuw op.",
    "This workbook is damaged or not a real .xlsx. Save it again.",
)
BOMB = Text(
    "Dit bestand wordt bij het uitpakken veel te groot. We openen het niet. "
    "Kopieer de gegevens naar een nieuwe werkmap van Samenspel.",
    "This file becomes far too large when unpacked. We do not open it. "
    "Copy the data into a new workbook of Samenspel.",
)
SLIP = Text(
    "In dit bestand wijst een onderdeel naar een map erbuiten. We openen het niet. "
    "Vraag de afzender om een gewone werkmap.",
    "A part of this file points to a folder outside it. We do not open it. Ask the sender for an "
    "ordinary workbook.",
)
MACRO = Text(
    "In deze werkmap zit een macro. Die voeren we niet uit. Kies Opslaan als .xlsx (zonder macro's) en "
    "probeer het opnieuw.",
    "This workbook holds a macro. We do not run it. Choose Save as .xlsx (without macros) and try again.",
)
LINKED = Text(
    "Deze werkmap haalt gegevens uit een ander bestand. Verbreek de koppeling (menu Gegevens) en plak de "
    "waarden.",
    "This workbook takes data from another file. Break the link (menu Data) and paste the values.",
)
