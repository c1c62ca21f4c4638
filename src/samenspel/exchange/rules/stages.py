"""How far bringing in has come, and what became of each household in it."""

from enum import StrEnum


class Stage(StrEnum):
    """How far a batch has come. A batch in a working stage goes on chunk by chunk."""

    READING = "reading"
    COMPARING = "comparing"
    PREVIEWED = "previewed"
    WRITING = "writing"
    WRITTEN = "written"
    UNDOING = "undoing"
    UNDONE = "undone"
    EXPIRED = "expired"


WORKING = frozenset({Stage.READING, Stage.COMPARING, Stage.WRITING, Stage.UNDOING})
UNWRITTEN = frozenset({Stage.READING, Stage.COMPARING, Stage.PREVIEWED})
"""Nothing of the batch stands in a household yet, so it can simply be thrown away."""


class Outcome(StrEnum):
    """What would become, or became, of one household."""

    TO_COMPARE = "to_compare"
    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    BLOCKED = "blocked"
    DENIED = "denied"
    WRITTEN = "written"
    FAILED = "failed"
    UNDONE = "undone"
    KEPT = "kept"
    """Written, and not undone because somebody changed the household since."""


WRITABLE = frozenset({Outcome.NEW, Outcome.CHANGES})
