"""What the household says and what was agreed: own words, goals, agreements, actions, decisions."""

from dataclasses import dataclass
from datetime import date

from rekenmodel.signals.days import late_actions, open_goals, open_problems
from samenspel.desk.rules.ring import age
from samenspel.desk.rules.scene import Scene, first_name, sentence_case
from samenspel.households.rules.codes import WORDS_TEXTS, WordsKind
from samenspel.households.rules.record import Action, Decision, Goal, Problem, Words
from samenspel.households.rules.situation import holder

WORDS_SHOWN = 2
CHILD_AGE = 18
RECENT_DAYS = 30
ORDER = (WordsKind.YEAR_AHEAD, WordsKind.FIRST_NEEDED, WordsKind.CONTRIBUTION, WordsKind.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's own words, who said them and on which question."""

    key: str
    text: str
    by: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The largest words, those under them, what the household does itself, and earlier words."""

    first: Quote | None
    others: tuple[Quote, ...]
    contributions: tuple[Quote, ...]
    earlier: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionView:
    """Something somebody will do; `state` is late, soon or done."""

    key: str
    title: str
    owner: str
    state: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """A goal in own words and in those of professionals, with where it stands."""

    key: str
    own_words: str
    title: str
    line: str
    reached: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that people want, agreed and decided."""

    goals: tuple[GoalView, ...]
    goals_past: tuple[GoalView, ...]
    problems: tuple[tuple[Problem, str], ...]
    actions: tuple[ActionView, ...]
    actions_past: tuple[ActionView, ...]
    late: str
    decisions: tuple[Decision, ...]


def own_words(scene: Scene) -> OwnWords:
    """The words of the household: the newest answer about the year ahead stands first and largest.

    What is needed first always stands under it, also when more people said where they want to be in a year.
    """
    rows = sorted(scene.file.words, key=lambda row: row.on, reverse=True)
    first = next((row for row in rows if row.kind is WordsKind.YEAR_AHEAD), rows[0] if rows else None)
    newest: dict[tuple[WordsKind, str], Words] = {}
    for row in rows:
        newest.setdefault((row.kind, row.person or row.supporter or ""), row)
    current = sorted(
        (row for row in newest.values() if row is not first),
        key=lambda row: (ORDER.index(row.kind), -row.on.toordinal()),
    )
    gives = [row for row in current if row.kind is WordsKind.CONTRIBUTION]
    others = [row for row in current if row not in gives]
    asked_first = [row for row in others if row.kind is WordsKind.FIRST_NEEDED][:1]
    wishes = [row for row in others if row not in asked_first][: WORDS_SHOWN - len(asked_first)]
    shown = [row for row in others if row in (*wishes, *asked_first)]
    kept = [*shown, *gives, *([first] if first else [])]
    return OwnWords(
        first=_quote(scene, first) if first else None,
        others=tuple(_quote(scene, row) for row in shown),
        contributions=tuple(_quote(scene, row) for row in gives),
        earlier=tuple(_quote(scene, row) for row in rows if row not in kept),
    )


def _quote(scene: Scene, row: Words) -> Quote:
    person = next((one for one in scene.file.persons if one.key == row.person), None)
    supporter = next((one for one in scene.file.supporters if one.key == row.supporter), None)
    by = first_name(person.name) if person else supporter.name if supporter else ""
    years = age(person, scene.on) if person else None
    if years is not None and years < CHILD_AGE:
        by = scene.said(f"{by}, {years} jaar", f"{by}, aged {years}")
    asked = ""
    if row.kind is not WordsKind.OTHER:
        question = scene.say(WORDS_TEXTS[row.kind])
        asked = scene.said(f"Op de vraag: {question[0].lower()}{question[1:]}", f"Asked: {question}")
    return Quote(
        key=row.key, text=row.text, by=", ".join(filter(None, (by, scene.day(row.on)))), question=asked
    )


def plan_of(scene: Scene) -> Plan:
    """Goals, problems, actions and decisions, each in the order in which they matter."""
    opened = {row.key for row in open_goals(scene.picture.situation)}
    wrong = {row.key for row in open_problems(scene.picture.situation)}
    goals = [_goal(scene, row, row.key in opened) for row in scene.file.goals]
    actions = sorted(scene.file.actions, key=lambda row: (row.due or date.max, row.title))
    past = [row for row in actions if _long_done(scene, row)]
    late = {row.key for row in late_actions(scene.picture.situation)}
    still = (row for row in actions if not _long_done(scene, row))
    current = sorted(still, key=lambda row: row.done_on is not None)
    return Plan(
        goals=tuple(view for view in goals if view.open),
        goals_past=tuple(view for view in goals if not view.open),
        problems=tuple(
            (row, sentence_case(scene.domain(row.domain))) for row in scene.file.problems if row.key in wrong
        ),
        actions=tuple(_action(scene, row, late) for row in current),
        actions_past=tuple(_action(scene, row, late) for row in reversed(past)),
        late=_late(scene, len(late)),
        decisions=tuple(sorted(scene.file.decisions, key=lambda row: row.on, reverse=True)),
    )


def _long_done(scene: Scene, row: Action) -> bool:
    """Whether an action was done so long ago that it is folded away."""
    return row.done_on is not None and (scene.on - row.done_on).days > RECENT_DAYS


def _goal(scene: Scene, row: Goal, is_open: bool) -> GoalView:
    person = scene.persons.get(row.person or "", "")
    closed = ""
    if not is_open and row.closed_on:
        when = scene.day(row.closed_on)
        closed = (
            scene.said(f"gehaald op {when}", f"reached on {when}")
            if row.reached
            else scene.said(f"gestopt op {when}", f"closed on {when}")
        )
    ahead = scene.said(f"tot {scene.day(row.horizon)}", f"by {scene.day(row.horizon)}") if row.horizon else ""
    domain = scene.domain(row.domain) if row.domain else ""
    parts = (person, domain, closed or ahead or scene.said("nog zonder dag", "no day yet"))
    line = sentence_case(", ".join(filter(None, parts)))
    return GoalView(
        key=row.key, own_words=row.own_words, title=row.title, line=line, reached=row.reached, open=is_open
    )


def _action(scene: Scene, row: Action, late: set[str]) -> ActionView:
    owner = scene.name(holder(row)) or scene.said("nog niemand", "nobody yet")
    if row.done_on is not None:
        state, said = (
            "done",
            scene.said(f"gedaan {scene.brief_day(row.done_on)}", f"done {scene.brief_day(row.done_on)}"),
        )
    elif row.key in late and row.due:
        state, said = (
            "late",
            scene.said(f"te laat: {scene.brief_day(row.due)}", f"late: {scene.brief_day(row.due)}"),
        )
    else:
        state = "soon"
        said = scene.brief_day(row.due) if row.due else scene.said("geen dag", "no day")
    return ActionView(key=row.key, title=row.title, owner=owner, state=state, said=said)


def _late(scene: Scene, number: int) -> str:
    """How many actions are late: one of the six facts."""
    if not scene.file.actions:
        return ""
    if number == 0:
        return scene.said("Niets is te laat.", "Nothing is late.")
    said = scene.said(
        scene.count(number, "actie is te laat.", "acties zijn te laat."),
        scene.count(number, "action is late.", "actions are late."),
    )
    return sentence_case(said)
