"""Reading bytes: encodings that contradict themselves, DTDs, entities, and sizes."""

import pytest

from samenspel.exchange.rules.ijw_xml import MAX_DEPTH, MAX_MESSAGE_BYTES, UnreadableError, decode, parse

UTF8 = b"<?xml version='1.0' encoding='UTF-8'?>\n<a>%s</a>"
LATIN = b"<?xml version='1.0' encoding='ISO-8859-1'?>\n<a>%s</a>"


def refusal(data: bytes) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        parse(data)
    return caught.value


def test_the_tree_knows_paths_lines_and_values() -> None:
    root = parse(b"<a>\n<b><c> x </c></b>\n<b/></a>")
    assert root.value("b/c") == "x"
    assert [(node.path, node.line) for node in root.all("b")] == [("b", 2), ("b", 3)]
    assert root.first("b/d") is None
    assert root.value("d") is None


@pytest.mark.parametrize(
    "data",
    [
        UTF8 % "Renée".encode(),
        b"\xef\xbb\xbf" + UTF8 % "Renée".encode(),
        LATIN % "Renée".encode("latin-1"),
        "<?xml version='1.0' encoding='windows-1252'?><a>Renée</a>".encode("cp1252"),
        "<?xml version='1.0' encoding='UTF-16'?><a>Renée</a>".encode("utf-16"),
        "<a>Renée</a>".encode(),
    ],
)
def test_honest_encodings_are_read(data: bytes) -> None:
    assert parse(data).text == "Renée"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (UTF8 % "Renée".encode("latin-1"), 2, "hoort"),
        (UTF8 % ("Renée".encode() + b"\n" + "Zoë".encode("latin-1")), 3, "mengt"),
        (LATIN % "Renée".encode(), 2, "UTF-8"),
        (LATIN % ("Zoë".encode("latin-1") + b"\n" + "Renée".encode()), 3, "mengt"),
        ("<?xml version='1.0' encoding='UTF-8'?><a/>".encode("utf-16"), None, "UTF-16"),
        ("<a/>".encode("utf-16-le"), None, "UTF-16"),
        (b"<?xml version='1.0' encoding='EBCDIC'?><a/>", None, "ebcdic"),
    ],
)
def test_a_contradicting_encoding_is_named(data: bytes, line: int | None, words: str) -> None:
    error = refusal(data)
    assert (error.code, error.line) == ("CODERING", line)
    assert words in error.text.nl


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://voorbeeld.invalid/x">%x;]><a/>',
    ],
)
def test_dtd_and_entities_are_refused(data: bytes) -> None:
    assert refusal(data).code == "DTD"


@pytest.mark.parametrize(
    "data", [b"<a>", b"<a/><b/>", b"<a>&nbsp;</a>", b"geen xml", b"", b"  \n", b"<?xml version='1.0'?>"]
)
def test_broken_xml_is_refused(data: bytes) -> None:
    assert refusal(data).code == "XML"


def test_size_and_depth_are_bounded() -> None:
    assert refusal(b" " * MAX_MESSAGE_BYTES + b"<a/>").code == "GROOTTE"
    assert "lagen" in refusal(b"<a>" * (MAX_DEPTH + 1)).text.nl


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.exchange.rules.ijw_xml.MAX_ELEMENTS", 10)
    assert refusal(b"<a>" + b"<b/>" * 10 + b"</a>").code == "XML"


def test_the_byte_order_mark_is_not_text() -> None:
    assert decode(b"\xef\xbb\xbf<a/>") == "<a/>"
