"""What to talk about at the next meeting: the household first, then what is late, then what stands out."""

from dataclasses import dataclass

from samenspel.desk.rules.leading import leading_of
from samenspel.desk.rules.plan import ActionView, GoalView, OwnWords, own_words, plan_of
from samenspel.desk.rules.scene import Scene
from samenspel.desk.rules.signal_list import SignalView, signals_of
from samenspel.desk.rules.state import headline
from samenspel.households.rules.record import Case

MOST_SIGNALS, MOST_GOALS, MOST_ACTIONS = 4, 4, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The sheet: only what the reader may see, and no more than fits on one side."""

    case: Case | None
    words: OwnWords
    headline: str
    late: tuple[ActionView, ...]
    soon: tuple[ActionView, ...]
    signals: tuple[SignalView, ...]
    goals: tuple[GoalView, ...]


def agenda_of(scene: Scene) -> Agenda:
    """Gather the sheet from what the household page knows."""
    plan, found = plan_of(scene), signals_of(scene)
    late = [row for row in plan.actions if row.state == "late"][:MOST_ACTIONS]
    soon = [row for row in plan.actions if row.state == "soon"][: MOST_ACTIONS - len(late)]
    return Agenda(
        case=leading_of(scene).meeting,
        words=own_words(scene),
        headline=headline(scene) if "states" in scene.tables else "",
        late=tuple(late),
        soon=tuple(soon),
        signals=tuple(one for one in (*found.first, *found.others) if not one.well)[:MOST_SIGNALS],
        goals=plan.goals[:MOST_GOALS],
    )
