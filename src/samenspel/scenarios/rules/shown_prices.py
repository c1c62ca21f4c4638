"""What the pages of the network's prices and assumptions show: a version, and a file before it comes in."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRow:
    """A price or an assumption of the network, in the version that is shown."""

    key: str
    name: str
    value: str
    span: str
    unit: str
    year: str
    source: str
    confidence: str
    weak: bool
    entered_by: str
    own: bool
    """The network's own, not from the set that comes with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the network's list."""

    number: int
    said: str
    by: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePage:
    """The network's price list or its assumptions (`what`), in one version."""

    what: Literal["prices", "assumptions"]
    network: str
    sentence: str
    rows: tuple[PriceRow, ...]
    versions: tuple[Version, ...]
    writes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceChange:
    """One row of a file beside what there is: what was, what comes; `wrong` names the cell."""

    cell: str
    name: str
    before: str
    after: str
    kind: Literal["new", "changed", "same", "gone", "wrong"]
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PricePreview:
    """A file that was read, before anything is saved. `key`: names it when it is brought in."""

    key: str
    file_name: str
    sentence: str
    changes: tuple[PriceChange, ...]
    wrong: int
