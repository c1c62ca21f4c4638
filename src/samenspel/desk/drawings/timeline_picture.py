"""What the timeline shows, already said in one language: plain values without a model or a request."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rekenmodel.values import Payer


class BarKind(StrEnum):
    """How a line of help stands."""

    PLANNED_END = "planned_end"
    OPEN_END = "open_end"
    STAYS = "stays"
    PLANNED = "planned"
    STOPPED = "stopped"
    FINISHED = "finished"
    WAITING = "waiting"
    NOBODY = "nobody"


class EventMark(StrEnum):
    """A crisis has a diamond and a line; anything else an open circle."""

    CRISIS = "crisis"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of help, or a wait, or a time with nobody. `end` is the real or the planned last day.

    `note` is a remark in the margin beside the bar; its first words (`note_head`) are strong.
    """

    kind: BarKind
    title: str
    start: date
    end: date | None = None
    who: str = ""
    waiting_since: date | None = None
    waiting_line: str = ""
    note_head: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One life domain with its help."""

    title: str
    bars: tuple[Bar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened; `day` is the day as said."""

    on: date
    day: str
    line: str
    mark: EventMark = EventMark.CRISIS


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerCosts:
    """What one payer (None: not known who) paid each month; `amount` is the sum in the legend, as said."""

    payer: Payer | None
    name: str
    amount: str
    months: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Costs per month from `first` on, the lowest payer of the stack first, and what is said beside them.

    Pairs of words are a strong and a plain line. `forecast_amount` is per month, when nothing changes.
    """

    first: date
    payers: tuple[PayerCosts, ...]
    head: tuple[str, str] = ("Kosten", "per maand")
    peak: tuple[str, str] = ("", "")
    forecast_amount: float | None = None
    forecast: tuple[str, str] = ("", "")
    legend_title: str = ""
    total: tuple[str, str] = ("", "")
    span: tuple[str, str] = ("", "")
    thousands: str = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePicture:
    """Help, events and costs on one time axis. `title` is the conclusion, read out in its place.

    `month_names` are the twelve names for the axis, `stays` the word in the arrow of help that stays.
    """

    title: str
    today: date
    today_label: str
    month_names: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    events: tuple[Happening, ...] = ()
    costs: Costs | None = None
    stays: str = "blijft"
    now: str = "nu"
