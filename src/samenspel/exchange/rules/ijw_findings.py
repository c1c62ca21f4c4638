"""What is wrong or doubtful in an iJw or iWmo message, said so that a reader knows what to do."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from rekenmodel.values import Language, Text, euros

MAX_FINDINGS = 50
"""A message with more findings than this is hopeless: the rest only hides the first ones."""


def money(cents: int | str, language: Language) -> str:
    """Return an amount of a message as it stands in a sentence: € 1.821,50."""
    return euros(Decimal(cents) / 100, language, cents=True)


class Severity(StrEnum):
    """What a finding means for the message."""

    ERROR = "error"
    """The message is refused as a whole."""
    QUESTION = "question"
    """The message counts, and a person should look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: where it is, which rule it breaks, and what to do about it."""

    code: str
    text: Text
    severity: Severity
    file: str = ""
    message_type: str = ""
    identification: str = ""
    path: str = ""
    line: int | None = None
    help_key: str = ""
    """The help line (`AssignedHelp.key`) that a finding across messages belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """A refused message: nothing of it counts."""

    file: str
    sha256: str
    findings: tuple[Finding, ...]


class Place:
    """A place in a message that a finding can point at: the path of an element, and its line."""

    __slots__ = ("line",)

    def __init__(self, line: int) -> None:
        self.line = line

    @property
    def path(self) -> str:
        """Where it is in the message; empty for the message as a whole."""
        return ""


@dataclass(slots=True)
class Report:
    """Collects the findings of one message; stops after `MAX_FINDINGS`."""

    file: str
    message_type: str = ""
    findings: list[Finding] = field(default_factory=list)

    def add(self, place: Place | None, code: str, text: Text, severity: Severity = Severity.ERROR) -> None:
        """Add one finding at `place` (none: the file as a whole)."""
        if len(self.findings) < MAX_FINDINGS:
            found = Finding(
                code=code,
                text=text,
                severity=severity,
                file=self.file,
                message_type=self.message_type,
                path=place.path if place else "",
                line=place.line if place else None,
            )
            self.findings.append(found)

    @property
    def refused(self) -> bool:
        """True as soon as one finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)
