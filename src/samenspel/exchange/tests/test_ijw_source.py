"""Files, folders, zips and bytes from outside: only what is safe is read, and one at a time."""

import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from samenspel.exchange.rules import ijw_source
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_reader import Message, read_message
from samenspel.exchange.rules.ijw_source import Item, RawMessage, read_bytes, read_path
from samenspel.exchange.rules.ijw_xml import MAX_MESSAGE_BYTES
from samenspel.exchange.tests.ijw_messages import SAMPLES, VALID, many


def zipped(entries: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return packed.getvalue()


def codes(items: list[Item]) -> list[str]:
    return [item.code if isinstance(item, Finding) else "" for item in items]


def test_a_folder_a_zip_and_bytes_give_the_same_messages(tmp_path: Path) -> None:
    data = {name: (SAMPLES / name).read_bytes() for name in VALID}
    (tmp_path / "alles.zip").write_bytes(zipped(data))
    from_folder = [
        item.data for item in read_path(SAMPLES) if isinstance(item, RawMessage) and item.name in data
    ]
    from_zip = [item.data for item in read_path(tmp_path) if isinstance(item, RawMessage)]
    assert from_folder == from_zip == list(data.values())
    assert list(read_bytes(data[VALID[0]], "een.xml")) == [RawMessage("een.xml", data[VALID[0]])]


def test_only_xml_and_zip_are_read(tmp_path: Path) -> None:
    (tmp_path / "lijst.docx").write_bytes(b"x")
    (tmp_path / ".verborgen").write_bytes(b"x")
    assert codes(list(read_path(tmp_path))) == ["SOORT"]
    assert codes(list(read_bytes(zipped({"a.txt": b"x", "__MACOSX/a.xml": b"x", "map/": b""}), "a.zip"))) == [
        "SOORT"
    ]


@pytest.mark.parametrize(
    "name", ["../a.xml", "/etc/a.xml", "C:\\a.xml", "map\\..\\..\\a.xml", "map/../../a.xml"]
)
def test_zip_slip_refuses_the_whole_zip(name: str) -> None:
    items = list(read_bytes(zipped({"goed.xml": b"<a/>", name: b"<a/>"}), "a.zip"))
    assert codes(items) == ["PAD"]


def test_a_nested_zip_is_refused() -> None:
    items = list(read_bytes(zipped({"a.xml": b"<a/>", "b.zip": zipped({"c.xml": b"<a/>"})}), "a.zip"))
    assert codes(items) == ["", "ZIP"]


def test_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "koppeling.xml").symlink_to(SAMPLES / VALID[0])
    (tmp_path / "map").symlink_to(SAMPLES)
    assert codes(list(read_path(tmp_path))) == ["KOPPELING", "KOPPELING"]
    entry = zipfile.ZipInfo("koppeling.xml")
    entry.external_attr = 0o120777 << 16
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert codes(list(read_bytes(packed.getvalue(), "a.zip"))) == ["KOPPELING"]


def test_a_zip_bomb_is_refused_before_unpacking() -> None:
    assert codes(list(read_bytes(zipped({"a.xml": b"0" * 5_000_000}), "a.zip"))) == ["BOM"]


def test_large_files_are_refused(tmp_path: Path) -> None:
    large = tmp_path / "groot.xml"
    with large.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    items = list(read_path(large))
    assert codes(items) == ["GROOTTE"]
    assert isinstance(items[0], Finding)
    assert "300 MB" in items[0].text.nl
    assert codes(list(read_path(large.rename(tmp_path / "groot.zip")))) == ["GROOTTE"]


def test_a_large_message_in_a_zip_is_refused() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.xml", b"0" * (MAX_MESSAGE_BYTES + 1))
    assert codes(list(read_bytes(packed.getvalue(), "a.zip"))) == ["GROOTTE"]


@pytest.mark.parametrize(("limit", "code"), [("MAX_FILES", "AANTAL"), ("MAX_TOTAL_BYTES", "GROOTTE")])
def test_totals_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, code: str) -> None:
    monkeypatch.setattr(ijw_source, limit, 1)
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_bytes(b"<")
    assert codes(list(read_path(tmp_path))) == ["", code]
    assert codes(list(read_bytes(zipped({"a.xml": b"<a/>", "b.xml": b"<a/>"}), "a.zip"))) == [code]


def test_a_damaged_or_locked_zip_is_refused() -> None:
    good = zipped({"a.xml": b"<abcdefgh/>" * 20})
    assert codes(list(read_bytes(b"geen zip", "a.zip"))) == ["ZIP"]
    damaged = good[:40] + b"\xff\xff\xff" + good[43:]
    assert codes(list(read_bytes(damaged, "a.zip"))) == ["ZIP"]
    central = good.index(b"PK\x01\x02")
    locked = good[: central + 8] + b"\x01" + good[central + 9 :]
    assert codes(list(read_bytes(locked, "a.zip"))) == ["ZIP"]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert codes(list(read_path(tmp_path / "weg.xml"))) == ["SOORT"]


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_entry(*_: object) -> None:
        raise PermissionError

    (tmp_path / "dicht.xml").write_bytes(b"<a/>")
    monkeypatch.setattr(Path, "open", no_entry)
    assert codes(list(read_path(tmp_path))) == ["LEZEN"]


def test_memory_stays_flat_over_many_messages() -> None:
    packed = zipped(dict(many(120)))
    tracemalloc.start()
    read = [
        type(read_message(item.data, ""))
        for item in read_bytes(packed, "a.zip")
        if isinstance(item, RawMessage)
    ]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert read == [Message] * 120
    assert peak < 1_500_000
