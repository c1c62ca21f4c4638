"""The votes on the process: every mark is a dot on a line from 0 to 10, never an average alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from rekenmodel.signals import ProcessState
from rekenmodel.values import Language, Text, number
from samenspel.households.rules.record import StateVote

STEP, MARGIN, HIGH = 50, 20, 14
"""The scale in the drawing: units between two marks, left of the nought, and between two dots on top."""

GOAL_QUESTION = Text(
    "Willen de mensen rond dit gezin hetzelfde?", "Do the people around this household want the same?"
)
CAUSE_QUESTION = Text("Weten we waardoor het komt?", "Do we know what causes it?")
ENDS = {
    "goal_agreement": (Text("helemaal niet", "not at all"), Text("helemaal", "completely")),
    "cause_known": (Text("geen idee", "no idea"), Text("heel zeker", "quite sure")),
}
REVIEW_DAYS = {
    ProcessState.TURBULENT: 7,
    ProcessState.COMPLEX: 21,
    ProcessState.COMPLICATED: 49,
    ProcessState.SIMPLE: 91,
}
"""After so many days people look again, when nothing else is agreed."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark in the drawing."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The marks that people gave on one question."""

    question: Text
    name: str
    dots: tuple[Dot, ...]
    height: int
    said: Text
    ends: tuple[Text, Text]
    ticks: tuple[tuple[int, int], ...]


def spread_of(votes: Iterable[StateVote], name: str, question: Text) -> Spread:
    """Draw the marks on one question: equal marks lie on top of each other."""
    given = [(vote.voter, mark) for vote in votes if (mark := _mark(vote, name)) is not None]
    given.sort(key=lambda pair: pair[1])
    piles: dict[Decimal, int] = {}
    places = []
    for _voter, mark in given:
        piles[mark] = piles.get(mark, 0) + 1
        places.append((MARGIN + int(mark * STEP), piles[mark]))
    top = max(piles.values(), default=1)
    dots = tuple(Dot(x, (top - pile) * HIGH + HIGH) for x, pile in places)
    ticks = tuple((mark, MARGIN + mark * STEP) for mark in range(11))
    said = Text(_said(given, "nl"), _said(given, "en"))
    return Spread(question, name, dots, top * HIGH + HIGH, said, ENDS[name], ticks)


def _mark(vote: StateVote, name: str) -> Decimal | None:
    return vote.goal_agreement if name == "goal_agreement" else vote.cause_known


def _said(given: list[tuple[str, Decimal]], language: Language) -> str:
    if not given:
        return "Nog niemand gaf een cijfer." if language == "nl" else "Nobody gave a mark yet."
    marks = [(voter, number(mark, language, int(mark != mark.to_integral()))) for voter, mark in given]
    return ", ".join(f"{voter} {mark}" for voter, mark in marks)


def next_review(state: ProcessState, on: date) -> date:
    """When to look again, as a proposal."""
    return on + timedelta(days=REVIEW_DAYS[state])
