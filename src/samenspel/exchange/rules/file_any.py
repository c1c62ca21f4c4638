"""Which reader a file needs, judged by its content and never by its name."""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from rekenmodel.values import Text
from samenspel.exchange.rules.file_findings import Outcome, refused
from samenspel.exchange.rules.file_json import read_file
from samenspel.exchange.rules.workbook_reader import read_workbook
from samenspel.exchange.rules.workbook_safety import BROKEN, EMPTY, OLD_OFFICE_START, ZIP_PROBLEMS, ZIP_START

EMPTY_ZIP = b"PK\x05\x06"
BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
OFFICE_FOLDERS = {"xl": None, "word": "Word", "ppt": "PowerPoint"}


@dataclass(frozen=True, slots=True)
class Messages:
    """XML, or a zip with XML: for the reader of iJw and iWmo messages (`ijw_source.read_bytes`)."""

    name: str
    data: bytes


def read_any(name: str, data: bytes) -> Outcome | Messages:
    """Read a workbook or a household file; hand back messages; say what to do with anything else."""
    if data.startswith((ZIP_START, EMPTY_ZIP)):
        return _read_zip(name, data)
    if data.startswith(OLD_OFFICE_START):
        return read_workbook(data, name)
    start = _start(data)
    if start[:1] in {"{", "["}:
        return read_file(data, name)
    if start[:1] == "<" and not start[:15].lower().startswith(("<html", "<!doctype html")):
        return Messages(name, data)
    return refused(name, EMPTY if not data.strip() else _unknown(name))


def _read_zip(name: str, data: bytes) -> Outcome | Messages:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (*ZIP_PROBLEMS, ValueError):
        return refused(name, BROKEN if _named_workbook(name) else BROKEN_ZIP)
    folders = {entry.partition("/")[0].lower() for entry in names if "/" in entry}
    if "[Content_Types].xml" in names or "xl" in folders:
        office = next((app for folder, app in OFFICE_FOLDERS.items() if app and folder in folders), None)
        return refused(name, _other_office(office)) if office else read_workbook(data, name)
    if "mimetype" in names and "content.xml" in names:
        return refused(name, OPEN_DOCUMENT)
    if any(entry.lower().endswith(".xml") for entry in names):
        return Messages(name, data)
    return refused(name, _unknown(name))


def _named_workbook(name: str) -> bool:
    return name.lower().endswith(".xlsx")


def _unknown(name: str) -> Text:
    return BROKEN if _named_workbook(name) else UNKNOWN


def _start(data: bytes) -> str:
    for mark, codec in BOMS.items():
        if data.startswith(mark):
            return data[len(mark) : 400].decode(codec, errors="ignore").lstrip()
    return data[:400].decode("latin-1").lstrip()


def _other_office(app: str) -> Text:
    return Text(
        f"Dit is een bestand van {app}. Kies een werkmap (.xlsx), een JSON-bestand of berichten (.xml of "
        ".zip).",
        f"This is a file of {app}. Choose a workbook (.xlsx), a JSON file or messages (.xml or .zip).",
    )


UNKNOWN = Text(
    "Dit soort bestand lezen we niet. Kies een werkmap (.xlsx), een JSON-bestand uit Samenspel of berichten "
    "(.xml of .zip). Heeft u een .csv? Open het in uw rekenprogramma en neem het over in de werkmap.",
    "We do not read this kind of file. Choose a workbook (.xlsx), a JSON file from Samenspel or messages "
    "(.xml or .zip). Do you have a .csv? Open it in your spreadsheet program and copy it into the workbook.",
)
BROKEN_ZIP = Text(
    "Dit bestand is beschadigd. Maak de zip opnieuw, of vraag de afzender om een nieuw bestand.",
    "This file is damaged. Make the zip again, or ask the sender for a new file.",
)
OPEN_DOCUMENT = Text(
    "Dit is een OpenDocument-bestand. Open het en kies Opslaan als .xlsx.",
    "This is an OpenDocument file. Open it and choose Save as .xlsx.",
)
