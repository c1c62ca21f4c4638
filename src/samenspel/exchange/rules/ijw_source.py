"""Messages from a file, a folder, a zip or bytes, one at a time and without trusting any of it.

A zip is judged by its list of contents before anything is unpacked; nothing is ever written to disk.
"""

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_findings import Finding, Severity
from samenspel.exchange.rules.ijw_xml import MAX_MESSAGE_BYTES, too_large
from samenspel.exchange.rules.workbook_safety import ZIP_PROBLEMS

MAX_ZIP_BYTES = 100 * 1024 * 1024
MAX_TOTAL_BYTES = 500 * 1024 * 1024
MAX_FILES = 20_000
MAX_RATIO = 100
"""Unpacked against packed. Messages pack about ten to thirty times; a hundred is a trap."""

MESSAGE, ARCHIVE = ".xml", ".zip"
SKIPPED = ("__MACOSX/",)
"""Folders that some computers add to a zip by themselves."""


@dataclass(frozen=True, slots=True)
class RawMessage:
    """The bytes of one message and the name to mention in findings ("zip/map/naam.xml")."""

    name: str
    data: bytes


Item = RawMessage | Finding


def read_bytes(data: bytes, name: str) -> Iterator[Item]:
    """Yield the messages in an uploaded file: one for .xml, all inside for .zip."""
    yield from read_stream(BytesIO(data), name)


def read_stream(stream: BinaryIO, name: str) -> Iterator[Item]:
    """Yield the messages in an open, seekable file called `name`."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    kind = PurePosixPath(name).suffix.lower()
    if kind == ARCHIVE:
        yield from _read_zip(stream, name, size)
    elif kind != MESSAGE:
        yield _refuse(name, "SOORT", WRONG_KIND)
    elif size > MAX_MESSAGE_BYTES:
        yield _refuse(name, "GROOTTE", too_large(size, MAX_MESSAGE_BYTES))
    else:
        yield RawMessage(name, stream.read(MAX_MESSAGE_BYTES + 1))


def read_path(path: Path) -> Iterator[Item]:
    """Yield the messages in a file or in a folder with its subfolders, in the order of their names."""
    if not path.is_dir():
        yield from _read_file(path, path.name)
        return
    total = 0
    for number, file in enumerate(_files(path), start=1):
        total += file.lstat().st_size
        name = file.relative_to(path).as_posix()
        if number > MAX_FILES:
            yield _refuse(name, "AANTAL", TOO_MANY)
            return
        if total > MAX_TOTAL_BYTES:
            yield _refuse(name, "GROOTTE", too_large(total, MAX_TOTAL_BYTES))
            return
        yield from _read_file(file, name)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        folders.sort()
        links = [name for name in folders if Path(root, name).is_symlink()]
        for name in sorted(links + names):
            if not name.startswith("."):
                yield Path(root, name)


def _read_file(path: Path, name: str) -> Iterator[Item]:
    if path.is_symlink():
        yield _refuse(name, "KOPPELING", LINK)
        return
    try:
        if not path.is_file():
            yield _refuse(name, "SOORT", WRONG_KIND)
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, name)
    except OSError:
        yield _refuse(name, "LEZEN", UNREADABLE)


def _read_zip(stream: BinaryIO, name: str, size: int) -> Iterator[Item]:
    if size > MAX_ZIP_BYTES:
        yield _refuse(name, "GROOTTE", too_large(size, MAX_ZIP_BYTES))
        return
    try:
        archive = zipfile.ZipFile(stream)
    except (*ZIP_PROBLEMS, ValueError):
        yield _refuse(name, "ZIP", BROKEN_ZIP)
        return
    with archive:
        entries = [entry for entry in archive.infolist() if not _is_skipped(entry)]
        problem = _zip_problem(entries)
        if problem is not None:
            yield _refuse(f"{name}/{problem[0]}" if problem[0] else name, *problem[1:])
            return
        for entry in sorted(entries, key=lambda entry: entry.filename):
            yield _read_entry(archive, entry, f"{name}/{entry.filename}")


def _is_skipped(entry: zipfile.ZipInfo) -> bool:
    return (
        entry.is_dir()
        or entry.filename.startswith(SKIPPED)
        or PurePosixPath(entry.filename).name.startswith(".")
    )


def _zip_problem(entries: list[zipfile.ZipInfo]) -> tuple[str, str, Text] | None:
    if len(entries) > MAX_FILES:
        return "", "AANTAL", TOO_MANY
    total = sum(entry.file_size for entry in entries)
    if total > MAX_TOTAL_BYTES:
        return "", "GROOTTE", too_large(total, MAX_TOTAL_BYTES)
    for entry in entries:
        if _leaves_the_folder(entry.filename):
            return entry.filename, "PAD", OUTSIDE
        if stat.S_ISLNK(entry.external_attr >> 16):
            return entry.filename, "KOPPELING", LINK
        if entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            return entry.filename, "BOM", BOMB
    return None


def _leaves_the_folder(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0]


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Item:
    kind = PurePosixPath(entry.filename).suffix.lower()
    if kind == ARCHIVE:
        return _refuse(name, "ZIP", NESTED)
    if kind != MESSAGE:
        return _refuse(name, "SOORT", WRONG_KIND)
    if entry.flag_bits & 1:
        return _refuse(name, "ZIP", LOCKED)
    try:
        with archive.open(entry) as file:
            data = file.read(MAX_MESSAGE_BYTES + 1)
    except ZIP_PROBLEMS:
        return _refuse(name, "ZIP", BROKEN_ZIP)
    if len(data) > MAX_MESSAGE_BYTES:
        return _refuse(name, "GROOTTE", too_large(entry.file_size, MAX_MESSAGE_BYTES))
    return RawMessage(name, data)


def _refuse(name: str, code: str, text: Text) -> Finding:
    return Finding(code=code, text=text, severity=Severity.ERROR, file=name)


WRONG_KIND = Text(
    nl="We lezen alleen .xml en .zip. Haal dit bestand weg of sla het op als .xml.",
    en="We only read .xml and .zip. Remove this file or save it as .xml.",
)
LINK = Text(
    nl="Dit is een koppeling naar een ander bestand. Zet het bestand zelf erbij.",
    en="This is a link to another file. Add the file itself.",
)
UNREADABLE = Text(
    nl="We kunnen dit bestand niet openen. Kijk of het bestaat en of u het mag lezen.",
    en="We cannot open this file. See whether it exists and whether you may read it.",
)
BROKEN_ZIP = Text(
    nl="Deze zip is beschadigd of geen echte zip. Maak hem opnieuw.",
    en="This zip is damaged or not a real zip. Make it again.",
)
LOCKED = Text(
    nl="Deze zip heeft een wachtwoord. Maak een zip zonder wachtwoord.",
    en="This zip has a password. Make a zip without one.",
)
NESTED = Text(
    nl="In deze zip zit nog een zip. Pak die eerst uit en lever de berichten samen aan.",
    en="There is another zip inside this zip. Unpack it first and deliver the messages together.",
)
OUTSIDE = Text(
    nl="Een naam in deze zip wijst naar een plek buiten de zip. We lezen de hele zip niet. Maak hem opnieuw.",
    en="A name in this zip points outside the zip. We do not read any of it. Make it again.",
)
BOMB = Text(
    nl=f"Een bestand in deze zip wordt bij het uitpakken meer dan {MAX_RATIO} keer zo groot. "
    "We lezen de hele zip niet. Vraag de afzender om de berichten zelf.",
    en=f"A file in this zip grows more than {MAX_RATIO} times when unpacked. "
    "We do not read any of it. Ask the sender for the messages themselves.",
)
TOO_MANY = Text(
    nl=f"Dit zijn meer dan {MAX_FILES} bestanden. Lever ze in kleinere delen aan.",
    en=f"These are more than {MAX_FILES} files. Deliver them in smaller parts.",
)
