"""From bytes to a plain tree with line numbers: no DTD, no entities, one honest encoding, bounded size."""

import re

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_findings import Place

MAX_MESSAGE_BYTES = 8 * 1024 * 1024
MAX_ELEMENTS = 250_000
MAX_DEPTH = 32

BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
CODECS = {
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "ascii": "ascii",
    "utf-16": "utf-16",
    "iso-8859-1": "latin-1",
    "latin-1": "latin-1",
    "iso-8859-15": "iso8859-15",
    "windows-1252": "cp1252",
}
"""The encodings that are read, by the name in the XML declaration (lower case)."""

DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
TWO_BYTE_LETTER = re.compile(rb"[\xc3][\x80-\xbf]")
ONE_BYTE_LETTER = re.compile(rb"(?<![\xc2-\xf4\x80-\xbf])[\xc0-\xff](?![\x80-\xbf])")


class UnreadableError(ValueError):
    """The bytes are not a readable XML file; says why and on which line."""

    def __init__(self, code: str, text: Text, line: int | None = None) -> None:
        super().__init__(text.en)
        self.code = code
        self.text = text
        self.line = line


class Node(Place):
    """One element: its tag (namespace, "}", name), place below the root, text and children.

    A message has hundreds of these, so its path is only made when somebody asks for it.
    """

    __slots__ = ("attributes", "children", "name", "parent", "tag", "text")

    def __init__(self, tag: str, name: str, parent: "Node | None", line: int, attributes: list[str]) -> None:
        self.tag = tag
        self.name = name
        self.parent = parent
        self.line = line
        self.attributes = attributes
        self.text = ""
        self.children: list[Node] = []

    @property
    def path(self) -> str:
        """The names of the elements from the root down, the root itself left out."""
        names: list[str] = []
        node = self
        while node.parent is not None:
            names.append(node.name)
            node = node.parent
        return "/".join(reversed(names))

    def first(self, path: str) -> "Node | None":
        """Return the first element at `path` ("Naam/Geslachtsnaam"), none when it is not there."""
        node = self
        for name in path.split("/"):
            for child in node.children:
                if child.name == name:
                    node = child
                    break
            else:
                return None
        return node

    def all(self, path: str) -> list["Node"]:
        """Return every element at `path`, in the order of the message."""
        nodes = [self]
        for name in path.split("/"):
            nodes = [child for node in nodes for child in node.children if child.name == name]
        return nodes

    def value(self, path: str) -> str | None:
        """Return the text at `path` without blanks around it, none when the element is not there."""
        node = self.first(path)
        return None if node is None else node.text.strip()


class _Tree:
    """Builds the nodes while expat reads, and stops when a message is too deep or too large."""

    def __init__(self) -> None:
        self.parser = DefusedXMLParser(target=self, forbid_dtd=True)
        self.expat = self.parser.parser
        self.expat.DefaultHandlerExpand = None
        self.expat.StartElementHandler = self.opens
        self.expat.EndElementHandler = self.closes
        self.expat.CharacterDataHandler = self.says
        self.expat.buffer_text = True
        self.roots: list[Node] = []
        self.open: list[Node] = []
        self.names: dict[str, str] = {}
        self.count = 0

    def opens(self, tag: str, attributes: list[str]) -> None:
        self.count += 1
        line = self.expat.CurrentLineNumber
        if self.count > MAX_ELEMENTS or len(self.open) >= MAX_DEPTH:
            raise UnreadableError("XML", TOO_MUCH, line)
        name = self.names.get(tag) or self.names.setdefault(tag, tag.rpartition("}")[2])
        parent = self.open[-1] if self.open else None
        node = Node(tag, name, parent, line, attributes)
        (self.roots if parent is None else parent.children).append(node)
        self.open.append(node)

    def closes(self, _tag: str) -> None:
        self.open.pop()

    def says(self, text: str) -> None:
        self.open[-1].text += text

    def close(self) -> None:
        """The parser asks its target for a result; the root is read from here instead."""


TOO_MUCH = Text(
    nl=f"Dit bericht heeft meer dan {MAX_ELEMENTS} elementen of meer dan {MAX_DEPTH} lagen. Zo groot is een "
    "gewoon bericht niet. Vraag de afzender om het bericht te splitsen.",
    en=f"This message has more than {MAX_ELEMENTS} elements or more than {MAX_DEPTH} levels. An ordinary "
    "message is never that large. Ask the sender to split it.",
)
EMPTY = Text(
    nl="Dit bestand is leeg. Vraag de afzender om het bericht opnieuw te sturen.",
    en="This file is empty. Ask the sender to send the message again.",
)
FORBIDDEN = Text(
    nl="Dit bestand bevat een DTD of een entiteit. Die horen niet in een bericht en kunnen schade doen. "
    "Vraag de afzender om een bericht zonder DTD.",
    en="This file contains a DTD or an entity. They do not belong in a message and can do harm. "
    "Ask the sender for a message without a DTD.",
)


def parse(data: bytes) -> Node:
    """Return the root of the XML in `data`; raises `UnreadableError` with the reason and the line."""
    if not data.strip():
        raise UnreadableError("XML", EMPTY)
    if len(data) > MAX_MESSAGE_BYTES:
        raise UnreadableError("GROOTTE", too_large(len(data), MAX_MESSAGE_BYTES))
    text = decode(data)
    tree = _Tree()
    try:
        tree.parser.feed(text)
        tree.parser.close()
    except DefusedXmlException as refused:
        raise UnreadableError("DTD", FORBIDDEN, tree.expat.CurrentLineNumber) from refused
    except ParseError as error:
        raise UnreadableError("XML", _broken(error), error.position[0]) from error
    return tree.roots[0]


def decode(data: bytes) -> str:
    """Return the text of `data`; raises `UnreadableError` when the bytes contradict what the file says."""
    bom = next((name for mark, name in BOMS.items() if data.startswith(mark)), "")
    if not bom and b"\x00" in data[:200]:
        raise UnreadableError("CODERING", _contradiction("UTF-8", "UTF-16"))
    declared = _declared(data, bom)
    codec = CODECS.get(declared)
    if codec is None:
        raise UnreadableError("CODERING", _unknown_encoding(declared))
    if bom and codec != bom:
        raise UnreadableError("CODERING", _contradiction(declared, bom))
    if codec not in {"utf-8", "utf-16"}:
        _refuse_hidden_utf8(data, declared)
    try:
        return data.decode("utf-8-sig" if codec == "utf-8" else codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mixed = codec == "utf-8" and TWO_BYTE_LETTER.search(data) is not None
        text = _mixed(declared, line) if mixed else _not_in(declared, line)
        raise UnreadableError("CODERING", text, line) from error


def _declared(data: bytes, bom: str) -> str:
    head = data[:400]
    if bom == "utf-16":
        head = head[: len(head) // 2 * 2].decode("utf-16", errors="replace").encode("ascii", errors="replace")
    else:
        head = head.removeprefix(b"\xef\xbb\xbf")
    match = DECLARED.match(head)
    return match.group(1).decode("ascii").lower() if match else bom or "utf-8"


def _refuse_hidden_utf8(data: bytes, declared: str) -> None:
    hidden = TWO_BYTE_LETTER.search(data)
    if hidden is not None:
        line = data.count(b"\n", 0, hidden.start()) + 1
        text = _mixed(declared, line) if ONE_BYTE_LETTER.search(data) else _contradiction(declared, "UTF-8")
        raise UnreadableError("CODERING", text, line)


def too_large(size: int, limit: int) -> Text:
    """Say that a file of `size` bytes is larger than `limit` bytes."""
    size_mb, limit_mb = f"{size / 1_048_576:.0f}", f"{limit / 1_048_576:.0f}"
    return Text(
        nl=f"Dit bestand is {size_mb} MB. We lezen hoogstens {limit_mb} MB. Lever het in kleinere delen aan.",
        en=f"This file is {size_mb} MB. We read at most {limit_mb} MB. Deliver it in smaller parts.",
    )


def _contradiction(said: str, found: str) -> Text:
    said, found = said.upper(), found.upper()
    return Text(
        nl=f"De eerste regel zegt dat de tekst in {said} staat, maar de tekst staat in {found}. "
        "Laat de afzender het bericht opnieuw opslaan als UTF-8.",
        en=f"The first line says that the text is in {said}, but the text is in {found}. "
        "Ask the sender to save the message again as UTF-8.",
    )


def _mixed(said: str, line: int) -> Text:
    return Text(
        nl="Dit bestand mengt twee tekencoderingen. "
        f"De eerste regel zegt {said.upper()}, maar vanaf regel {line} "
        "klopt dat niet. Laat de afzender het bericht opnieuw opslaan als UTF-8.",
        en=f"This file mixes two encodings. The first line says {said.upper()}, but from line {line} that is "
        "not true. Ask the sender to save the message again as UTF-8.",
    )


def _not_in(said: str, line: int) -> Text:
    return Text(
        nl=f"De eerste regel zegt dat de tekst in {said.upper()} staat, maar op regel {line} staat een "
        "teken dat "
        "daar niet bij hoort. Laat de afzender het bericht opnieuw opslaan als UTF-8.",
        en=f"The first line says that the text is in {said.upper()}, but line {line} has a character "
        "that does "
        "not belong to it. Ask the sender to save the message again as UTF-8.",
    )


def _unknown_encoding(said: str) -> Text:
    return Text(
        nl=f"We kennen de tekencodering {said} niet. Laat de afzender het bericht opslaan als UTF-8.",
        en=f"We do not know the encoding {said}. Ask the sender to save the message as UTF-8.",
    )


def _broken(error: ParseError) -> Text:
    line = error.position[0]
    return Text(
        nl=f"Dit is geen geldig XML-bestand: op regel {line} gaat het mis. "
        "Vraag de afzender om een heel bericht.",
        en=f"This is not a valid XML file: it breaks on line {line}. Ask the sender for a whole message.",
    )
