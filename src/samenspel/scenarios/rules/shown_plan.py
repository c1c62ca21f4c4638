"""What the pages of the perspective plan show: to fill in, and to show to whoever decides.

Every word in the reader's language. An empty string or tuple means: leave it out.
"""

from dataclasses import dataclass

from samenspel.desk.rules.fields import Part
from samenspel.desk.rules.filling import Box
from samenspel.scenarios.drawings.pictures import Triangle
from samenspel.scenarios.rules.shown import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What stands beside a part: when it was saved, or what does not fit yet."""

    saved: str = ""
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """Fields that save themselves together. `uid` is unique on the page; `table` and `key` name the row."""

    uid: str
    table: str
    key: str
    part: Part
    boxes: tuple[Box, ...]
    said: Said

    @property
    def grouped(self) -> bool:
        """Whether fields stand here together under one heading."""
        return len(self.boxes) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Something that was taken over from the household page: `table` and `key` lead to where it stands."""

    text: str
    who: str
    table: str = ""
    key: str = ""
    voice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalRoom:
    """Which article allows an option and how to argue it. `mark` says whether its text was read."""

    law: str
    allows: str
    mark: str
    url: str = ""
    form: str = ""
    argument: str = ""
    against: str = ""
    confirmed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Fields of one row within a step: one option, one article, one side of the triangle.

    `table` and `key` name the row; with `removable` it can be taken out. `notes`: what others said of it.
    """

    title: str
    parts: tuple[PartShown, ...]
    table: str = ""
    key: str = ""
    removable: bool = False
    notes: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    legal: LegalRoom | None = None
    fold: str = ""
    """When there is something in the fields already they are folded under these words."""
    link: str = ""
    """Key of the option whose scenario can be opened from here."""
    edits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """A row that can be added: its fields are filled in at once, or it is simply made when there are none."""

    table: str
    words: str
    parts: tuple[PartShown, ...] = ()
    given: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the plan: a number, a question, why it is asked, its fields.

    `taken`: what came from the household page. `ready`: nothing more is needed here to show the plan.
    """

    key: str
    number: int
    title: str
    why: str
    state: str
    ready: bool
    taken: tuple[Taken, ...] = ()
    groups: tuple[Group, ...] = ()
    adding: tuple[Adding, ...] = ()
    asks: str = ""
    """The list of the household page where more can be written down for this step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The perspective plan, to fill in. `lacks`: what is still needed before it can be shown."""

    household_id: str
    household: str
    key: str
    status: str
    steps: tuple[Step, ...]
    lacks: tuple[str, ...]
    last_saved: str = ""
    writes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOption:
    """One option as it is shown; `chosen`: this is the one that is decided on."""

    key: str
    title: str
    text: str
    chosen: bool
    edits: tuple[str, ...]
    carried_by: str
    fund: str
    legal: tuple[LegalRoom, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """The plan to show: the argument stands without a single figure."""

    household_id: str
    household: str
    status: str
    goal: tuple[Taken, ...]
    first_need: str
    first_words: tuple[Taken, ...]
    support: str
    knot: str
    knot_kind: str
    own: tuple[Taken, ...]
    helpers: str
    options: tuple[ShownOption, ...]
    triangle: Triangle | None
    sides: tuple[Side, ...]
    decisions: tuple[tuple[str, ...], ...]
    follow_up: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...]
    no_words: str = ""
    """Why this reader sees no own words, when he may not."""
    no_edits: str = ""
    """Why this reader does not see what changes, when he may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditShown:
    """One change against "zo doorgaan" in a scenario, in a sentence, with its fields."""

    key: str
    said: str
    parts: tuple[PartShown, ...]
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """A line of help that may stop in this scenario; `edit`: the key of the edit that stops it, or empty."""

    key: str
    title: str
    detail: str
    edit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioEditor:
    """One scenario to change: its name, which help stops, and its other edits."""

    household_id: str
    household: str
    key: str
    title: str
    parts: tuple[PartShown, ...]
    helps: tuple[HelpLine, ...]
    edits: tuple[EditShown, ...]
    adding: tuple[Adding, ...]
    last_saved: str = ""
    writes: bool = False
