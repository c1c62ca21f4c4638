"""The signals as the page lists them: what, why, and one thing to do with the place where that is done."""

from collections.abc import Callable
from dataclasses import dataclass

from rekenmodel.signals import Code, LeadScope, Signal, SubjectKind
from samenspel.desk.rules.scene import Scene

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written down: a row of a list, or a new row with what is known of it already."""

    table: str
    key: str = ""
    preset: tuple[tuple[str, str], ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True)
class SignalView:
    """One signal in the list; `mark` is the number in the picture, or "ok" for what goes well."""

    mark: str
    title: str
    why: str
    action: str
    place: Place

    @property
    def well(self) -> bool:
        """Whether this goes well."""
        return self.mark == "ok"


@dataclass(frozen=True, slots=True)
class SignalList:
    """The first six, of which one goes well when anything does, and the others."""

    first: tuple[SignalView, ...]
    others: tuple[SignalView, ...]
    known: bool


def signals_of(scene: Scene) -> SignalList:
    """The signals in their order; none when the reader may not see what they rest on."""
    if not scene.judged:
        return SignalList((), (), known=False)
    views = [
        SignalView(
            mark, scene.say(one.title), scene.say(one.why), scene.say(one.action), place_of(scene, one)
        )
        for mark, one in scene.numbered
    ]
    wrong = [view for view in views if not view.well]
    well = [view for view in views if view.well]
    room = SHOWN - min(len(well), 1)
    first = wrong[:room] + well[: SHOWN - len(wrong[:room])]
    return SignalList(tuple(first), tuple(view for view in views if view not in first), known=True)


def place_of(scene: Scene, signal: Signal) -> Place:
    """Where a signal is cured, or planned: what goes well becomes an action to tell the household."""
    find = PLACES.get(signal.code)
    if find:
        return find(scene, signal)
    return Place("actions", preset=(("title", scene.say(signal.action).rstrip(".")),))


def _target(table: str, field: str = "") -> Callable[[Scene, Signal], Place]:
    """The row that the sentence of the action is about."""

    def place(_: Scene, signal: Signal) -> Place:
        return Place(table, signal.target.key if signal.target else "", field=field)

    return place


def _new(table: str, **preset: str) -> Callable[[Scene, Signal], Place]:
    """A new row."""

    def place(_: Scene, __: Signal) -> Place:
        return Place(table, preset=tuple(preset.items()))

    return place


def _help_wanted(_: Scene, signal: Signal) -> Place:
    """The help that somebody waits for already, else a new line of help for this domain and goal."""
    if signal.target:
        return Place("help", signal.target.key)
    preset = [("domains", key) for key in signal.keys(SubjectKind.DOMAIN)]
    preset += [("goals", key) for key in signal.keys(SubjectKind.GOAL)]
    return Place("help", preset=tuple(preset))


def _lead_wanted(_: Scene, signal: Signal) -> Place:
    """A new lead, on its domain when there is one; of more the reader chooses."""
    domain = signal.keys(SubjectKind.DOMAIN)
    if len(domain) != 1:
        return Place("leads")
    return Place("leads", preset=(("scope", LeadScope.DOMAIN.value), ("domain", domain[0])))


PLACES: dict[Code, Callable[[Scene, Signal], Place]] = {
    Code.GAP_PROBLEM: _help_wanted,
    Code.STOPPED_GOAL_OPEN: _help_wanted,
    Code.NO_CASE_LEAD: _new("leads", scope=LeadScope.CASE.value),
    Code.GAP_LEAD: _lead_wanted,
    Code.CONFLICT: _target("help", "purpose"),
    Code.DOUBLE_LEAD: _target("leads"),
    Code.PAYER_UNCLEAR: _target("help", "payer"),
    Code.WAITING_TOO_LONG: _target("help", "since"),
    Code.ACTIONS_LATE: _target("actions", "due"),
    Code.FAMILY_LOAD: _new("agreements"),
    Code.OVERLAP: _target("help", "until"),
    Code.CHURN: _new("agreements"),
    Code.NO_OWN_WORDS: _new("words", kind="year_ahead"),
    Code.NO_END: _target("help", "planned_end"),
    Code.ONLY_SHORT_TERM: _new("goals"),
    Code.NO_PURPOSE: _target("help", "purpose"),
    Code.NO_EXPECTED_EFFECT: _target("help", "expected_effect"),
    Code.NO_EVALUATION: _target("help", "evaluation_on"),
    Code.LEAD_NOT_ACCEPTED: _target("leads"),
}
