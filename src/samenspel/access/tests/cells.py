"""Every cell of the decision and of what it is derived from, answered by SQL: what the first must equal."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from samenspel.access.rules import (
    Act,
    AgeBand,
    Assurance,
    Basis,
    CaseState,
    Category,
    GivenBy,
    GroundKind,
    Level,
    Part,
    Relation,
    Role,
    Term,
    Use,
)

DATA = Path(__file__).resolve().parent.parent / "data"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)
STRIDE = 7919  # a prime: the cells come in an order that mixes all axes, so a difference shows early
Row = tuple[Any, ...]
Run = Callable[[str], Iterable[tuple[Any, ...]]]
Differs = Callable[[ModuleType | SimpleNamespace, list[Row]], Row | None]


def sql(name: str) -> str:
    """The text of one of the second ways of writing."""
    return (DATA / f"{name}.sql").read_text(encoding="utf-8")


def answers(name: str, run: Run | None = None) -> list[Row]:
    """All cells with their answers, from SQLite in memory unless told otherwise, mixed."""
    if run is None:
        with sqlite3.connect(":memory:") as connection:
            rows = connection.execute(sql(name)).fetchall()
        connection.close()
    else:
        rows = list(run(sql(name)))
    rows.sort(key=str)
    size = len(rows)
    step = STRIDE if size % STRIDE else 1
    return [rows[place * step % size] for place in range(size)]


def words(found: Iterable[str]) -> str:
    """A set as SQL writes it: in order, with a space after each."""
    return "".join(f"{one} " for one in sorted(found))


# Looked up rather than called: enumerations are slow to call, and there are hundreds of thousands of cells.
ROLES, RELATIONS, ACTS = {x.value: x for x in Role}, {x.value: x for x in Relation}, {x.value: x for x in Act}
BASES, CASES = {x.value: x for x in Basis}, {x.value: x for x in CaseState}
LEVELS, SURE = {x.value: x for x in Level}, {x.value: x for x in Assurance}


def cells(rows: list[Row]) -> list[tuple[Row, Row]]:
    """The rows of SQL as the arguments of the question and the expected reason, masks and obligations."""
    return [
        (
            (
                ROLES[role],
                RELATIONS[relation],
                LEVELS[level],
                ACTS[act],
                BASES[basis],
                SURE[assurance],
                bool(blocked),
                CASES[case],
            ),
            tuple(expected),
        )
        for role, relation, level, act, basis, assurance, blocked, case, *expected in rows
    ]


def decision_differs(module: ModuleType | SimpleNamespace, expected: list[tuple[Row, Row]]) -> Row | None:
    """The first cell that the module answers otherwise than SQL; None when there is none."""
    first = expected[0][0][:4]
    if module.Asked(*first) != module.Asked(*first, Basis.NONE, Assurance.LOW, False, CaseState.OPEN):
        return ("an axis that nobody fills in is not the strictest", *first)
    for asked, (reason, masks, obligations) in expected:
        answer = module.decide(module.Asked(*asked))
        if answer.reason != reason or answer.allowed != (answer.reason in module.YES):
            return asked
        if words(answer.masks) != masks or words(answer.obligations) != obligations:
            return asked
    return None


def relation_differs(derive: ModuleType | SimpleNamespace, rows: list[Row]) -> Row | None:
    """The same for the relation."""
    bare = (Part.NOW, Role.FAMILY)
    if derive.Ties(*bare) != derive.Ties(*bare, False, False, AgeBand.UNKNOWN, False, False):
        return ("a tie that nobody names is there", *bare)
    for part, role, own, stands_for, band, source, emergency, expected in rows:
        ties = derive.Ties(
            Part(part), Role(role), bool(own), bool(stands_for), AgeBand(band), bool(source), bool(emergency)
        )
        if derive.relation_of(ties) != expected:
            return (part, role, own, stands_for, band, source, emergency)
    return None


TERMS: dict[Term, tuple[datetime, datetime]] = {
    Term.BEFORE: (NOW + timedelta(microseconds=1), NOW + DAY),
    Term.WITHIN: (NOW, NOW + timedelta(microseconds=1)),
    Term.AFTER: (NOW - DAY, NOW),
}
WITHDRAWALS = (None, NOW, NOW + timedelta(microseconds=1))


def basis_differs(derive: ModuleType | SimpleNamespace, rows: list[Row]) -> Row | None:
    """The same for one legal basis: its kind, term, withdrawal, the age rule, and what it covers."""
    for row in rows:
        kind, term, withdrawn, band, given_by, covered, expected = row
        since, until = TERMS[Term(term)]
        ground = derive.Ground(
            "ada",
            "haven",
            Category.ORDINARY,
            Level.PERSONAL,
            Use.HELPING,
            GroundKind(kind),
            since,
            until,
            WITHDRAWALS[withdrawn],
            AgeBand(band),
            GivenBy(given_by),
        )
        recipient = "haven" if covered else "kade"
        wanted = derive.Wanted("ada", recipient, Category.ORDINARY, Level.PERSONAL, Use.HELPING)
        if derive.basis_of([ground], wanted, NOW) != expected:
            return row
    return None


def covering_differs(derive: ModuleType | SimpleNamespace, rows: list[Row]) -> Row | None:
    """The same for what a legal basis covers: person, recipient, category, purpose and level."""
    for row in rows:
        whose, person, recipient, asked_by, category, wanted_category, use, wanted_use, most, level, yes = row
        ground = derive.Ground(
            whose,
            recipient,
            Category(category),
            Level(most),
            Use(use),
            GroundKind.TASK,
            NOW,
            NOW + DAY,
        )
        wanted = derive.Wanted(person, asked_by, Category(wanted_category), Level(level), Use(wanted_use))
        if derive.covers(ground, wanted) != bool(yes):
            return row
    return None


def best_differs(derive: ModuleType | SimpleNamespace) -> Row | None:
    """Of several bases the best counts: every subset of valid, withdrawn and expired ones."""
    held = {
        Basis.EXPIRED: (Term.AFTER, None),
        Basis.WITHDRAWN: (Term.WITHIN, NOW),
        Basis.VALID: (Term.WITHIN, None),
    }
    wanted = derive.Wanted("", "", Category.ORDINARY, Level.PERSONAL, Use.HELPING)
    for chosen in range(8):
        states = [state for place, state in enumerate(held) if chosen >> place & 1]
        grounds = [
            derive.Ground(
                "",
                "",
                Category.ORDINARY,
                Level.PERSONAL,
                Use.HELPING,
                GroundKind.TASK,
                *TERMS[held[state][0]],
                held[state][1],
            )
            for state in states
        ]
        expected = states[-1] if states else Basis.NONE
        if derive.basis_of(grounds, wanted, NOW) is not expected:
            return tuple(states)
    return None


def birthdays() -> Iterator[tuple[date | None, date, int]]:
    """Born, a day, and the age on it, counted birthday by birthday."""
    for born in (date(2010, 6, 15), date(2012, 2, 29), date(2000, 12, 31), date(2001, 1, 1)):
        on, years = born, 0
        for _day in range(366 * 18):
            on += DAY
            years += (on.month, on.day) == birthday(born, on.year)
            yield born, on, years


def birthday(born: date, year: int) -> tuple[int, int]:
    """The month and day of the birthday in a year."""
    leaping = (born.month, born.day) == (2, 29)
    return (3, 1) if leaping and year % 4 else (born.month, born.day)


def age_differs(derive: ModuleType | SimpleNamespace) -> Row | None:
    """The age on every day of eighteen years, and the band that it falls in."""
    for born, on, years in birthdays():
        band = "under_12" if years < 12 else "from_12" if years < 16 else "from_16"
        if derive.age(born, on) != years or derive.band_of(born, on) != band:
            return (born, on, years)
    return None if derive.band_of(None, NOW.date()) == "unknown" else (None,)


PARTS: tuple[tuple[datetime | None, datetime | None, datetime | None, bool, Part], ...] = (
    (None, None, None, False, Part.NONE),
    (None, None, None, True, Part.ASKED),
    (NOW, None, None, False, Part.NONE),
    (None, NOW, None, False, Part.NONE),
    (NOW - DAY, NOW + DAY, None, True, Part.NOW),
    (NOW - DAY, NOW + DAY, NOW, False, Part.ENDED),
    (NOW - DAY, NOW + DAY, NOW + DAY, False, Part.NOW),
    (NOW - DAY, NOW, None, False, Part.OVER),
    (NOW, NOW + DAY, None, False, Part.NOW),
    (NOW + DAY, NOW + 2 * DAY, None, False, Part.LATER),
)


def part_differs(derive: ModuleType | SimpleNamespace) -> Row | None:
    """Whether somebody takes part, at the edges of his term."""
    for since, until, ended, asked, expected in PARTS:
        if derive.part_of(since, until, ended, NOW, asked=asked) is not expected:
            return (since, until, ended, asked)
    return None
