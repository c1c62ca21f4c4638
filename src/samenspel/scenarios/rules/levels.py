"""How things stand now in each life domain, as far as the household page says something about it.

An open problem says that a domain is heavy, a solved one that it is less so. These are choices of ours, wide
and weak, and the page says so; whoever knows better fills in a belief.
"""

from collections.abc import Iterator
from datetime import date

from rekenmodel.trajectory import AssumptionSet
from rekenmodel.values import LifeDomain
from rekenmodel.values.draws import Assumption
from samenspel.households.rules.record import HouseholdFile, Problem
from samenspel.scenarios.rules.codes import Spread
from samenspel.scenarios.rules.lists import assumed

ONE_PROBLEM = (0.15, 0.35, 0.55)
MORE_PROBLEMS = (0.10, 0.25, 0.45)
SOLVED = (0.35, 0.55, 0.75)
CONFIDENCE = 3
BY = "redactie Samenspel"


def levels_now(file: HouseholdFile, day: date, known: AssumptionSet) -> Iterator[Assumption]:
    """The level of every domain on which a problem is written down; the others stay as the set has them."""
    for domain in LifeDomain:
        mine = [row for row in file.problems if row.domain is domain and not _later(row, day)]
        current = [row for row in mine if row.solved_on is None or row.solved_on > day]
        if not mine:
            continue
        span = SOLVED if not current else ONE_PROBLEM if len(current) == 1 else MORE_PROBLEMS
        titles = ", ".join(row.title for row in current) or f"opgelost: {mine[0].title}"
        source = f"afgeleid van de gezinspagina ({titles}); eigen schatting, te toetsen"
        yield assumed(known, f"start.{domain}", Spread.BETA, span, source, CONFIDENCE, BY)


def _later(row: Problem, day: date) -> bool:
    return row.since is not None and row.since > day
