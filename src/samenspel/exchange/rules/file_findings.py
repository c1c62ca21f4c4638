"""What was read from a workbook or a file, and what is wrong or doubtful in it, each with its place."""

from dataclasses import dataclass

from rekenmodel.values import Text
from samenspel.exchange.rules.bsn import masked, masked_text
from samenspel.exchange.rules.ijw_findings import Severity
from samenspel.households.rules.record import HouseholdFile

__all__ = ["Finding", "Outcome", "Severity", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: in which cell of a workbook or at which path of a file, and what to do about it."""

    source: str
    severity: Severity
    text: Text
    sheet: str = ""
    row: int | None = None
    column: str = ""
    heading: str = ""
    path: str = ""
    spoken: Text | None = None
    """The path in words: "hulp, nummer 4, since"."""

    def __post_init__(self) -> None:
        for name in ("source", "sheet", "heading", "path"):
            object.__setattr__(self, name, masked(getattr(self, name)))
        object.__setattr__(self, "text", masked_text(self.text))
        if self.spoken is not None:
            object.__setattr__(self, "spoken", masked_text(self.spoken))

    @property
    def where(self) -> Text:
        """Say the place in words: "blad hulp, rij 4, kolom H (Sinds)"."""
        nl, en = [], []
        if self.sheet:
            nl.append(f"blad {self.sheet}")
            en.append(f"sheet {self.sheet}")
        if self.row is not None:
            nl.append(f"rij {self.row}")
            en.append(f"row {self.row}")
        if self.column:
            named = f" ({self.heading})" if self.heading else ""
            nl.append(f"kolom {self.column}{named}")
            en.append(f"column {self.column}{named}")
        if self.spoken is not None:
            nl.append(self.spoken.nl)
            en.append(self.spoken.en)
        return Text(", ".join(nl or [self.source]), ", ".join(en or [self.source]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a workbook or file gave. There is no household as soon as one finding is an error."""

    name: str
    file: HouseholdFile | None
    findings: tuple[Finding, ...] = ()
    rows_good: int = 0
    rows_questioned: int = 0
    rows_wrong: int = 0


def refused(name: str, text: Text) -> Outcome:
    """Return the outcome of a file that cannot be read at all."""
    return Outcome(name=name, file=None, findings=(Finding(source=name, severity=Severity.ERROR, text=text),))
