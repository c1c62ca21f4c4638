"""Changing a household: open one, change or add a row, take one out, take a change back."""

from samenspel.households.actions.changing import (
    ChangedSinceError,
    FaultyError,
    add_row,
    agree,
    changes_that_stand,
    forget_import,
    mark_persons,
    name_household,
    open_household,
    remove_row,
    set_fields,
    undo,
    vote,
    write_file,
)
from samenspel.households.actions.putting_back import (
    ALL_ROWS,
    Choices,
    Clash,
    ClashError,
    RowId,
    put_back,
)

__all__ = [
    "ALL_ROWS",
    "ChangedSinceError",
    "Choices",
    "Clash",
    "ClashError",
    "FaultyError",
    "RowId",
    "add_row",
    "agree",
    "changes_that_stand",
    "forget_import",
    "mark_persons",
    "name_household",
    "open_household",
    "put_back",
    "remove_row",
    "set_fields",
    "undo",
    "vote",
    "write_file",
]
