"""Reads one message: accepted whole with its facts, or refused whole with its findings."""

import re
from dataclasses import dataclass
from hashlib import sha256

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_extract import facts_of, origin_of
from samenspel.exchange.rules.ijw_facts import Fact, Origin
from samenspel.exchange.rules.ijw_findings import Finding, Findings, Place, Report, Severity
from samenspel.exchange.rules.ijw_rules import check_rules
from samenspel.exchange.rules.ijw_shape import SCHEMA, check_shape
from samenspel.exchange.rules.ijw_tables import schemas
from samenspel.exchange.rules.ijw_xml import Node, UnreadableError, parse

NAMESPACE = re.compile(r"http://www\.istandaarden\.nl/(ijw|iwmo)/([0-9]+_[0-9]+)/(jw|wmo)([0-9]{3})/schema")
RETURNS = frozenset({"302", "306", "308", "316", "318", "320"})
"""Return messages: they only say that a message arrived, so they add nothing to the help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An accepted message. `origin` is none for a return message, which carries no facts."""

    file: str
    sha256: str
    message_type: str
    origin: Origin | None
    facts: tuple[Fact, ...]
    questions: tuple[Finding, ...] = ()


def read_message(data: bytes, name: str) -> Message | Findings:
    """Read one message from bytes; `name` is the file name in findings. Never raises on bad input."""
    digest = sha256(data).hexdigest()
    report = Report(name)
    try:
        root = parse(data)
    except UnreadableError as error:
        report.add(Place(error.line) if error.line else None, error.code, error.text)
        return Findings(file=name, sha256=digest, findings=tuple(report.findings))
    return _read(root, digest, report)


def _read(root: Node, digest: str, report: Report) -> Message | Findings:
    schema = schemas().get(root.tag)
    if schema is None or schema.number in RETURNS:
        return _not_used(root, digest, report)
    report.message_type = schema.message_type
    check_shape(root, schema, report)
    if all(finding.code != SCHEMA for finding in report.findings):
        check_rules(root, schema.number, report)
    if report.refused:
        return Findings(file=report.file, sha256=digest, findings=tuple(report.findings))
    origin = origin_of(root, schema, digest)
    return Message(
        file=report.file,
        sha256=digest,
        message_type=schema.message_type,
        origin=origin,
        facts=facts_of(root, schema, origin),
        questions=tuple(report.findings),
    )


def _not_used(root: Node, digest: str, report: Report) -> Message | Findings:
    namespace, _, name = root.tag.rpartition("}")
    match = NAMESPACE.fullmatch(namespace) if name == "Bericht" else None
    if match is None:
        report.add(root, SCHEMA, NOT_A_MESSAGE)
    elif match[2] != "3_2":
        report.add(root, SCHEMA, _other_release(match[2]))
    elif match[4] not in RETURNS:
        report.add(root, SCHEMA, _unknown_message(match[3] + match[4]))
    else:
        report.message_type = (match[3] + match[4]).upper()
        report.add(root, "RETOUR", RETURN_MESSAGE, Severity.QUESTION)
        return Message(
            file=report.file,
            sha256=digest,
            message_type=report.message_type,
            origin=None,
            facts=(),
            questions=tuple(report.findings),
        )
    return Findings(file=report.file, sha256=digest, findings=tuple(report.findings))


NOT_A_MESSAGE = Text(
    nl="Dit is geen iJw- of iWmo-bericht. Kies een bericht van release 3.2: 301, 305, 307, 315, 317, "
    "319, 323 of 325.",
    en="This is not an iJw or iWmo message. Choose a message of release 3.2: 301, 305, 307, 315, 317, "
    "319, 323 or 325.",
)
RETURN_MESSAGE = Text(
    nl="Dit is een retourbericht. Het bevestigt alleen de ontvangst en verandert niets aan de hulp. "
    "U kunt het weglaten.",
    en="This is a return message. It only confirms receipt and changes nothing about the help. "
    "You can leave it out.",
)


def _other_release(release: str) -> Text:
    release = release.replace("_", ".")
    return Text(
        nl=f"Dit bericht is van release {release}. We lezen release 3.2. "
        "Vraag de afzender om een bericht van 3.2.",
        en=f"This message is of release {release}. We read release 3.2. Ask the sender for a message of 3.2.",
    )


def _unknown_message(name: str) -> Text:
    return Text(
        nl=f"Het bericht {name.upper()} bestaat niet in release 3.2. Vraag de afzender welk bericht dit is.",
        en=f"The message {name.upper()} does not exist in release 3.2. Ask the sender which message this is.",
    )
