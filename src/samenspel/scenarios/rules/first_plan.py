"""What a plan begins with, taken over from the household, and when to look back once it is decided."""

from collections.abc import Iterable
from datetime import date

from rekenmodel.values import later
from samenspel.households.rules.codes import WordsKind
from samenspel.households.rules.record import Words
from samenspel.scenarios.rules.codes import OptionKind
from samenspel.scenarios.rules.plan import FollowUp, Option, PerspectivePlan, PlanFile

LOOK_BACK = (3, 6, 12)
ASKED = (WordsKind.YEAR_AHEAD, WordsKind.FIRST_NEEDED, WordsKind.CONTRIBUTION)


def first_plan(key: str, on: date, words: Iterable[Words]) -> PlanFile:
    """A plan that is just begun: the newest words of everybody, carrying on, and room for another way."""
    plan = PerspectivePlan(key=key, started_on=on, words=newest_words(words))
    return PlanFile(
        plans=(plan,),
        options=(
            Option(key=f"{key}-zo", plan=key, title="Zo doorgaan", kind=OptionKind.AS_NOW),
            Option(key=f"{key}-anders", plan=key, title="Doorbreken", kind=OptionKind.BREAKTHROUGH),
        ),
    )


def newest_words(words: Iterable[Words]) -> tuple[str, ...]:
    """The keys of what everybody said last on each question that a plan asks, in the order of those."""
    newest: dict[tuple[int, str], Words] = {}
    for row in sorted(words, key=lambda one: (one.on, one.key)):
        if row.kind in ASKED:
            newest[(ASKED.index(row.kind), row.person or row.supporter or "")] = row
    return tuple(newest[place].key for place in sorted(newest, key=lambda place: place[0]))


def follow_ups(plan: str, decided: date) -> tuple[FollowUp, ...]:
    """The moments to look back after a decision: after three, six and twelve months."""
    return tuple(
        FollowUp(key=f"{plan}-na-{months}"[:40], plan=plan, months=months, due=later(decided, months))
        for months in LOOK_BACK
    )
