"""What the pages about scenarios show: every word in the reader's language, every number ready to draw.

The rules fill this from the plan and from a run; templates and drawings only lay it out. Nothing here
computes. An empty string or tuple means: leave it out. None means: there are no figures (yet), and the
page stands without them.
"""

from dataclasses import dataclass, field
from typing import Literal

from samenspel.scenarios.drawings.pictures import (
    CostCourse,
    DomainPicture,
    Dots,
    PayerBars,
    Reach,
    Triangle,
    Way,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """A piece of a sentence; `strong` pieces are underlined with a marker."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One number that a result rests on, opened: what it is, how sure, from where, who entered it.

    `anchor`: unique on the page, a result points to it. `steps`: price x quantity x assumption in words.
    `confidence`: "4 van 10". `weak`: the page says "zwak onderbouwd".
    """

    anchor: str
    name: str
    value: str
    span: str
    source: str
    year: str
    confidence: str
    weak: bool
    entered_by: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioColumn:
    """One scenario beside the others; the first is "zo doorgaan" and has no difference.

    `edits`: what is different, one line each. `total`, `total_span`: what it costs over the whole horizon.
    `difference`: "€ 30.000 goedkoper"; `difference_span`; `chance`: "in 67 van de 100 goedkoper".
    `shown`: this one is in the answer above. `payable`: what has to be paid up front, or empty.
    """

    key: str
    name: str
    first: bool
    shown: bool
    edits: tuple[str, ...]
    total: str = ""
    total_span: str = ""
    difference: str = ""
    difference_span: str = ""
    chance: str = ""
    payable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knob:
    """A number that can be turned: a slider and a field with the same value, low <= start <= high.

    `value` is as typed ("14.300"); `at` the same as a number. `ends`: both ends as said. `wrong`: what does
    not fit, beside the field. `weak`: weakly founded. `anchor`: the source it rests on, or empty.
    """

    name: str
    label: str
    value: str
    at: float
    low: float
    high: float
    step: float
    start: float
    unit: str
    ends: tuple[str, str]
    source: str
    weak: bool = False
    anchor: str = ""
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpToggle:
    """One line of help: does it go on, or does it stop in the shown scenario?

    `name`: of the checkbox, checked means it stops. `detail`: for whom, since when, what it costs a month.
    """

    name: str
    title: str
    detail: str
    stopped: bool
    wrong: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What the panel with the knobs says after every change; it is also read out."""

    strong: str
    plain: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerRow:
    """One payer as a row of the table; `anchor`: where its amounts are opened."""

    name: str
    said: str
    span: str
    meaning: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DomainRow:
    """One life domain: what is said of it, and its drawing. `rows`: per scenario now, a year, the end."""

    name: str
    sentence: str
    picture: DomainPicture
    table: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something hard that may happen: how often of a hundred, per scenario as "11 van de 100"."""

    name: str
    chances: tuple[str, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """One thing that we do not know: `worth` is at most what finding out may cost."""

    question: str
    now: str
    span: str
    reach: Reach | None
    matters: str
    worth: str
    how: str
    weak: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that needs a run. `table` fields stand beside each drawing: heads, then rows of cells."""

    answer: tuple[Bit, ...]
    live: Live
    dots: Dots
    dots_table: tuple[tuple[str, ...], ...]
    costs: CostCourse
    costs_sentence: str
    costs_table: tuple[tuple[str, ...], ...]
    payers: PayerBars
    payer_rows: tuple[PayerRow, ...]
    wrong_pocket: tuple[str, ...]
    """The wrong pocket said in words; the first sentence is the conclusion."""
    outside: str
    """What is not in this picture: what cannot be said in euros."""
    basis: str
    """Price year, discount rate, and the main prices, in a caption."""
    domains: tuple[DomainRow, ...]
    domains_sentence: str
    events: tuple[Event, ...]
    unknowns: tuple[Unknown, ...]
    unknowns_sentence: str
    sources: tuple[SourceLine, ...]
    weak_sentence: str
    """How many numbers are weakly founded, or empty."""
    warnings: tuple[str, ...] = ()
    """Feedback loops and instability, in words."""
    unchanged: str = ""
    """One sentence instead of dots, payers and uncertainties when nothing differs, or empty."""
    recipe: str = ""
    """Draws, seed and versions: "10.000 doorrekeningen, startgetal 20261123"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one person gave a side of the triangle, 0 to 4; None: not yet."""

    who: str
    score: int | None

    @property
    def pips(self) -> tuple[bool, ...]:
        """Four boxes, as many filled as the score."""
        return tuple(place < (self.score or 0) for place in range(4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the value triangle. `way`: it holds, it is open, it does not hold.

    `evidence`: what it rests on. `against`: the counter-argument and who looked. `dissent`: they differ.
    """

    key: Literal["legitimacy", "involvement", "yields"]
    name: str
    question: str
    way: Way
    way_said: str
    answer: str
    evidence: str = ""
    against: str = ""
    scores: tuple[Score, ...] = ()
    dissent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRun:
    """A run that was kept; it can be repeated to the bit. `key`: in its address."""

    key: str
    said: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioPage:
    """The page "Doorrekenen". Without figures (`figures` None) `empty` says why and what to do.

    `means`: what the shown scenario is, in one or two sentences. `sides` and `triangle` need no figures.
    `wrong`: what does not fit in what was asked, by name of the field ("" for the whole); the old figures
    stay. `writes`: this reader may change it.
    """

    household_id: str
    household: str
    kick: str
    means: str
    columns: tuple[ScenarioColumn, ...]
    knobs: tuple[Knob, ...]
    helps: tuple[HelpToggle, ...]
    triangle: Triangle
    sides: tuple[Side, ...]
    figures: Figures | None
    empty: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    writes: bool = False
    plan_key: str = ""
    saved: tuple[SavedRun, ...] = ()
    no_edits: bool = False
    """This reader may not see what changes in a way."""
