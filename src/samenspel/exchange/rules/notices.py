"""One shape for what is wrong or doubtful, whichever kind of file it came from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekenmodel.values import Text
from samenspel.exchange.rules import file_findings, ijw_findings
from samenspel.exchange.rules.ijw_findings import Severity
from samenspel.households.rules.faults import Fault

PLACES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """What is wrong or doubtful, where it stands, and what to do about it."""

    severity: Severity
    text: Text
    where: Text

    def to_json(self) -> dict[str, str]:
        """Return plain JSON values."""
        return {
            "severity": self.severity.value,
            "nl": self.text.nl,
            "en": self.text.en,
            "where_nl": self.where.nl,
            "where_en": self.where.en,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, str]) -> "Notice":
        """Return the notice that `to_json` wrote."""
        return cls(
            Severity(value["severity"]),
            Text(value["nl"], value["en"]),
            Text(value["where_nl"], value["where_en"]),
        )


@dataclass(frozen=True, slots=True)
class Group:
    """The same notice in several places: said once, with the first few places and how many more there are."""

    severity: Severity
    text: Text
    places: tuple[Text, ...]
    more: int

    @property
    def is_error(self) -> bool:
        """Whether this blocks what it is about."""
        return self.severity is Severity.ERROR


def grouped(notices: Iterable[Notice]) -> tuple[Group, ...]:
    """Put equal texts together, errors first, otherwise in the order in which they came."""
    found: dict[tuple[Severity, Text], dict[Text, None]] = {}
    for notice in notices:
        found.setdefault((notice.severity, notice.text), {})[notice.where] = None
    groups = [
        Group(severity, text, tuple(places)[:PLACES_SHOWN], max(0, len(places) - PLACES_SHOWN))
        for (severity, text), places in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: not group.is_error))


def of_file(finding: file_findings.Finding) -> Notice:
    """Turn a finding in a workbook or a file into a notice."""
    return Notice(finding.severity, finding.text, finding.where)


def of_message(finding: ijw_findings.Finding) -> Notice:
    """Turn a finding in or across messages into a notice."""
    nl, en = [], []
    if finding.file:
        nl.append(finding.file)
        en.append(finding.file)
    if finding.message_type and not finding.file:
        nl.append(f"bericht {finding.message_type} {finding.identification}".rstrip())
        en.append(f"message {finding.message_type} {finding.identification}".rstrip())
    if finding.line is not None:
        nl.append(f"regel {finding.line}")
        en.append(f"line {finding.line}")
    if finding.path:
        nl.append(finding.path)
        en.append(finding.path)
    return Notice(finding.severity, finding.text, Text(", ".join(nl), ", ".join(en)))


def of_fault(fault: Fault, where: Text) -> Notice:
    """Turn something that does not fit in a household file into a notice."""
    place = f"{fault.table}/{fault.key}" if fault.key else fault.table
    return Notice(Severity.ERROR, fault.text, where if where.nl else Text(place, place))


def refusal(name: str, text: Text) -> Notice:
    """Say of a whole file that it is not read."""
    return Notice(Severity.ERROR, text, Text(name, name))


def question(where: Text, text: Text) -> Notice:
    """Ask somebody to look."""
    return Notice(Severity.QUESTION, text, where)
