"""What the drawings of the calculation are filled with. All words are in the reader's language already.

Money is in euros. `title` is the conclusion of a drawing in one sentence: it is read out instead of it.
"""

from dataclasses import dataclass
from typing import Literal

from rekenmodel.values import Language

Way = Literal["yes", "open", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place on an axis with its words: the strong line, and the plain one under it."""

    at: float
    strong: str
    plain: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """A hundred possible futures: by how many euros the scenario is cheaper (below zero: dearer).

    `savings`: exactly a hundred values, the middle of each hundredth of the draws, lowest first.
    `dearer` and `cheaper`: "33 van de 100" and "doorbreken is duurder". `low`, `middle` and `high`: the
    whisker under the dots, with at both ends how many are worse or better still.
    `asides`: what stands beside the dots, a plain line and a strong one.
    """

    title: str
    savings: tuple[float, ...]
    dearer: tuple[str, str]
    cheaper: tuple[str, str]
    even: str
    low: Mark
    middle: Mark
    high: Mark
    asides: tuple[tuple[str, str], ...] = ()
    language: Language = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One line over months 0..M with its band: low <= mid <= high in every month, all of one length."""

    name: str
    low: tuple[float, ...]
    mid: tuple[float, ...]
    high: tuple[float, ...]
    said: str = ""
    """The middle at the end: "€ 260.000"."""
    span: str = ""
    """The band at the end: "€ 190.000 tot € 348.000"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostCourse:
    """What it costs together so far, month by month: two to five scenarios.

    "Zo doorgaan" comes first and the scenario that is shown second: these two have their bands drawn.
    `years`: a word for each month that gets a tick: (0, "nu"), (12, "1 jaar").
    `even_at`: the month in which both have cost the same, with its words. `first`: what is paid up front.
    """

    title: str
    courses: tuple[Course, ...]
    years: tuple[tuple[int, str], ...]
    even_at: Mark | None = None
    first: Mark | None = None
    language: Language = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerBar:
    """What one payer keeps (above zero) or pays more (below zero) than when all goes on; low <= mid <= high.

    `said` and `span`: "+€ 45.200" and "€ 1.700 tot € 100.000". `household`: this is the household itself.
    """

    name: str
    low: float
    mid: float
    high: float
    said: str
    span: str
    household: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerBars:
    """Who pays and who gains, sorted from most loss to most gain."""

    title: str
    loses: str
    gains: str
    bars: tuple[PayerBar, ...]
    language: Language = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainPicture:
    """One life domain over the months in each scenario; levels run from 0 (heavy) to 1 (good)."""

    title: str
    courses: tuple[Course, ...]
    years: tuple[tuple[int, str], ...]
    heavy: str
    good: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle:
    """The value triangle: per side whether it holds, and the step itself in the middle.

    `names`: of the corners, legitimacy (top), involvement (left) and yield (right).
    """

    title: str
    names: tuple[str, str, str]
    legitimacy: Way
    involvement: Way
    yields: Way
    lead_in: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What one uncertainty does to the outcome, in euros cheaper; drawn on an axis that all rows share."""

    title: str
    low: float
    high: float
    axis_low: float
    axis_high: float
