"""What the ring shows, already said in one language: plain values without a model or a request."""

from dataclasses import dataclass
from enum import StrEnum


class SegmentState(StrEnum):
    """How the help in one part of the ring stands."""

    LED = "led"
    HELPED = "helped"
    UNLED = "unled"
    NOBODY = "nobody"
    UNUSED = "unused"
    UNKNOWN = "unknown"
    """Not for this reader: neither that somebody helps nor that nobody does."""


class Tie(StrEnum):
    """How somebody close is bound to the household."""

    STRONG = "strong"
    SOME = "some"
    WEAK = "weak"
    TENSION = "tension"


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """A professional in one part of the ring; `line` is the role and the organisation."""

    initials: str
    name: str
    line: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One part of the ring: some life domains. `line` says its state; `signals` are numbers or "ok"."""

    title: str
    state: SegmentState
    helpers: tuple[Helper, ...] = ()
    line: str = ""
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the family; `elsewhere` says where, for who does not live in the house."""

    initial: str
    label: str
    generation: int = 0
    elsewhere: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supporter:
    """Somebody close: family, a friend, a neighbour."""

    initials: str
    name: str
    line: str = ""
    tie: Tie = Tie.SOME


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLead:
    """Who keeps the overview; without initials nobody does, and the name says so."""

    initials: str
    name: str
    line: str = ""
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RingPicture:
    """The household in the middle and everyone around it. `title` is the conclusion, read out in its place.

    `more` is said when not all fit ("{n}" becomes the number), `nobody_yet` when there is no ring at all.
    """

    title: str
    segments: tuple[Segment, ...]
    members: tuple[Member, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    case_lead: CaseLead | None = None
    more: str = "… en nog {n}"
    nobody_yet: str = ""
