"""Asking in earnest, and changing who may: every act is asked, and leaves its line in the journal."""

from samenspel.access.actions.asking import (
    DeniedError,
    entry,
    note_allowed,
    refuse,
    require,
    require_generally,
)
from samenspel.access.actions.taking_part import admit, appoint, forget_household
from samenspel.access.actions.together import (
    Done,
    admit_to_new,
    note_all_allowed,
    require_each,
    require_generally_each,
)

__all__ = [
    "DeniedError",
    "Done",
    "admit",
    "admit_to_new",
    "appoint",
    "entry",
    "forget_household",
    "note_all_allowed",
    "note_allowed",
    "refuse",
    "require",
    "require_each",
    "require_generally",
    "require_generally_each",
]
