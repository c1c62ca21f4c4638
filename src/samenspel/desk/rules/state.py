"""How the help goes: the state of the process now and before, what weighs most, and what would calm it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rekenmodel.signals import ProcessState, StateResult
from rekenmodel.values import Month, month_name
from samenspel.desk.drawings.state_trend import StateTrend
from samenspel.desk.rules.ring import only_person
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.households.rules.codes import STATE_TEXTS
from samenspel.households.rules.record import State

WORST_FIRST = (ProcessState.TURBULENT, ProcessState.COMPLEX, ProcessState.COMPLICATED, ProcessState.SIMPLE)
RECENT_DAYS = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCount:
    """How many people put the help in one state, who, and who of these belong to the household."""

    state: str
    voters: tuple[str, ...]
    family: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateView:
    """What the page says about the state; every line is a sentence."""

    question: str
    headline: str
    agreed: str
    votes: str
    spread: tuple[VoteCount, ...]
    heaviest: str
    why: tuple[str, ...]
    calmer: str
    style: str
    caution: str
    computed: str


def trend_of(scene: Scene) -> StateTrend:
    """The states as they were agreed, up to now."""
    logged = [(row.on, _place(state)) for row in _holding(scene) if (state := row.agreed or row.computed)]
    now = current(scene)
    changes = logged or ([(scene.on, _place(now))] if now else [])
    return StateTrend(
        title=_trend_title(scene, now),
        states=tuple(scene.say(STATE_TEXTS[state]) for state in WORST_FIRST),
        changes=tuple(changes),
        today=scene.on,
        turn=turn(scene),
        now=scene.now,
    )


def state_of(scene: Scene) -> StateView:
    """The sentences about the state."""
    computed = _rule(scene)
    row = latest(scene)
    spread = vote_counts(scene)
    return StateView(
        question=_question(scene),
        headline=headline(scene),
        agreed=_agreed(scene, row),
        votes=" ".join(filter(None, (_votes(scene, spread), _new_round(scene, row)))),
        spread=spread,
        heaviest=_heaviest(scene),
        why=tuple(scene.say(signal.explanation) for signal in computed.heaviest) if computed else (),
        calmer=scene.say(computed.one_down.text) if computed and computed.one_down else "",
        style=_style(scene),
        caution=scene.say(computed.caution) if computed and computed.caution else "",
        computed=_computed(scene),
    )


def _question(scene: Scene) -> str:
    alone = only_person(scene)
    return scene.said(
        f"Hoe loopt de hulp rond {alone or 'dit gezin'}?",
        f"How does the help around {alone or 'this family'} go?",
    )


def latest(scene: Scene) -> State | None:
    """The newest agreement; as long as there is none, the newest row of the log."""
    return max(_holding(scene), key=lambda row: row.on, default=None)


def current(scene: Scene) -> ProcessState | None:
    """The state that holds: the newest one that was agreed, else the calculated one."""
    row = latest(scene)
    if row is not None and (state := row.agreed or row.computed):
        return state
    computed = _rule(scene)
    return computed.state if computed else None


def turn(scene: Scene) -> Literal[-1, 0, 1]:
    """Calmer (-1), stormier (1) or neither: the newest agreement beside the one before it."""
    agreed = [row for row in _logged(scene) if row.agreed]
    if len(agreed) < 2 or (scene.on - agreed[-1].on).days > RECENT_DAYS:
        return 0
    before, now = (_place(row.agreed) for row in agreed[-2:] if row.agreed)
    return 0 if before == now else -1 if before < now else 1


def _rule(scene: Scene) -> StateResult | None:
    """What the rule makes of it; nothing when the reader sees only a part, or nothing is known yet."""
    return scene.picture.state if scene.judged and not scene.nothing_known else None


def _this_state(scene: Scene, now: ProcessState) -> tuple[date, ProcessState | None]:
    """Since when the state holds, and which one came before."""
    since = scene.on
    for row in reversed(_holding(scene)):
        state = row.agreed or row.computed
        if state is not now:
            return since, state
        since = row.on
    return since, None


def headline(scene: Scene) -> str:
    """Complex, en het wordt rustiger."""
    now = current(scene)
    if scene.nothing_known:
        return scene.said("Nog niet bekend.", "Not known yet.")
    if now is None:
        return scene.said("Nog niet bekeken.", "Not looked at yet.")
    ways = {
        -1: scene.said(", en het wordt rustiger", ", and it is getting calmer"),
        1: scene.said(", en het wordt onrustiger", ", and it is getting stormier"),
        0: "",
    }
    return f"{sentence_case(scene.say(STATE_TEXTS[now]))}{ways[turn(scene)]}."


def vote_counts(scene: Scene) -> tuple[VoteCount, ...]:
    """The votes that belong to the newest agreement, counted per state, worst first."""
    row = latest(scene)
    votes = row.votes if row else ()
    return tuple(
        VoteCount(
            state=scene.say(STATE_TEXTS[state]),
            voters=tuple(vote.voter for vote in votes if vote.state is state),
            family=tuple(
                vote.voter for vote in votes if vote.state is state and vote.voter_key.startswith("person:")
            ),
        )
        for state in WORST_FIRST
        if any(vote.state is state for vote in votes)
    )


def _logged(scene: Scene) -> list[State]:
    return sorted((row for row in scene.file.states if row.on <= scene.on), key=lambda row: row.on)


def _holding(scene: Scene) -> list[State]:
    """The agreements; as long as there are none, every row of the log."""
    logged = _logged(scene)
    return [row for row in logged if row.agreed] or logged


def _new_round(scene: Scene, row: State | None) -> str:
    """How many people voted since the newest agreement."""
    newest = max(_logged(scene), key=lambda one: one.on, default=None)
    if newest is None or newest is row:
        return ""
    votes = sum(vote.state is not None for vote in newest.votes)
    many = scene.said("stem" if votes == 1 else "stemmen", "vote" if votes == 1 else "votes")
    return scene.said(f"Nieuwe ronde: {votes} {many}.", f"New round: {votes} {many}.") if votes else ""


def _place(state: ProcessState) -> int:
    return WORST_FIRST.index(state)


def _agreed(scene: Scene, row: State | None) -> str:
    if row is None or row.agreed is None:
        return ""
    when = scene.day(row.on)
    said = scene.said(f"Zo spraken we het af op {when}.", f"So we agreed on {when}.")
    return f"{said} {row.reason}".strip()


def _votes(scene: Scene, spread: tuple[VoteCount, ...]) -> str:
    now = current(scene)
    total = sum(len(count.voters) for count in spread)
    if now is None or total == 0:
        return ""
    name = scene.say(STATE_TEXTS[now])
    same = next((count.voters for count in spread if count.state == name), ())
    of_family = next((count.family for count in spread if count.state == name), ())
    also = ""
    if of_family and len(same) > len(of_family):
        also = scene.said(f", ook {scene.listed(of_family)}", f", {scene.listed(of_family)} too")
    return scene.said(
        f"Dat vinden {len(same)} van de {total} mensen{also}.",
        f"So say {len(same)} of {total} people{also}.",
    )


def _heaviest(scene: Scene) -> str:
    computed = _rule(scene)
    if computed is None or not computed.heaviest:
        return ""
    names = scene.listed(scene.say(signal.name) for signal in computed.heaviest)
    return scene.said(f"Wat nog onrust geeft: {names}.", f"What still stirs: {names}.")


def _style(scene: Scene) -> str:
    computed = _rule(scene)
    return scene.say(computed.style) if computed else ""


def _computed(scene: Scene) -> str:
    """What the rule makes of it, said when people agreed on something else."""
    now, computed = current(scene), _rule(scene)
    if computed is None or now is None or computed.state is now:
        return ""
    name = scene.say(STATE_TEXTS[computed.state])
    return scene.said(
        f"De rekenregel komt vandaag uit op {name}. Wat mensen samen afspreken, gaat voor.",
        f"The rule gives {name} today. What people agree together comes first.",
    )


def _trend_title(scene: Scene, now: ProcessState | None) -> str:
    if now is None:
        return scene.said("Niemand heeft de stand nog vastgelegd.", "Nobody has recorded the state yet.")
    name = scene.say(STATE_TEXTS[now])
    month = month_name(Month.of(_this_state(scene, now)[0]), scene.language)
    before = ""
    storms = any((row.agreed or row.computed) is ProcessState.TURBULENT for row in _holding(scene))
    if storms and now is not ProcessState.TURBULENT:
        before = scene.said("De hulp was eerder turbulent. ", "The help was turbulent before. ")
    return scene.said(
        f"{before}Sinds {month} is de hulp {name}.", f"{before}Since {month} the help is {name}."
    )
