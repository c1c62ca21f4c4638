"""The page "wie mag wat": made from the table, so that it cannot say otherwise than what is decided."""

from dataclasses import dataclass

from rekenmodel.values import Language, Text
from samenspel.access.rules.lists import NEEDS
from samenspel.access.rules.matrix import LETTERS, MATRIX
from samenspel.access.rules.sentences import ACT_TEXTS, KIND_TEXTS, LEVEL_TEXTS, ROLE_TEXTS
from samenspel.access.rules.words import Act, Kind, Level, Role

SHOWN = tuple(role for role in Role if role is not Role.NOBODY)
UNCHANGING = (Act.SEARCH, Act.IMPORT)
AND, NOTHING = Text("en", "and"), Text("niets", "nothing")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role may do on one level: the letters, and the same in words."""

    letters: str
    words: str


@dataclass(frozen=True, slots=True)
class RightsRow:
    """One role: a cell per level, and a sentence per thing that it may do around a household."""

    role: str
    cells: tuple[Cell, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rights:
    """The whole page in one language: the levels, the meaning of the letters, a row per role."""

    levels: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    rows: tuple[RightsRow, ...]


def rights(language: Language) -> Rights:
    """Make the page."""
    return Rights(
        tuple(LEVEL_TEXTS[level].say(language) for level in Level),
        tuple((letter, ACT_TEXTS[act].say(language)) for letter, act in LETTERS.items()),
        tuple(
            RightsRow(
                ROLE_TEXTS[role].say(language),
                tuple(_cell(role, level, language) for level in Level),
                tuple(_sentences(role, language)),
            )
            for role in SHOWN
        ),
    )


def _cell(role: Role, level: Level, language: Language) -> Cell:
    found = [(letter, act) for letter, act in LETTERS.items() if act in MATRIX[role, level]]
    words = ", ".join(ACT_TEXTS[act].say(language) for _, act in found)
    return Cell("".join(letter for letter, _ in found), words or NOTHING.say(language))


def _sentences(role: Role, language: Language) -> list[str]:
    """What a role may with each list, those with the same rights together: "Lezen: het plan en de hulp"."""
    same: dict[tuple[str, ...], list[str]] = {}
    for kind in Kind:
        acts = NEEDS.get(role, {}).get(kind, frozenset())
        said = tuple(ACT_TEXTS[act].say(language) for act in Act if act in acts - set(UNCHANGING))
        if said and kind is not Kind.EXISTENCE:
            same.setdefault(said, []).append(KIND_TEXTS[kind].say(language))
    return [
        f"{_joined(acts, language).capitalize()}: {_joined(kinds, language)}." for acts, kinds in same.items()
    ]


def _joined(parts: "tuple[str, ...] | list[str]", language: Language) -> str:
    *first, last = parts
    return f"{', '.join(first)} {AND.say(language)} {last}" if first else last
