"""What the templates of the editor are filled with, and the two forms of every answer: a panel or a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rekenmodel.values import Text
from samenspel.accounts.models import User
from samenspel.desk.queries import HOUSEHOLD, Editing, changed_by
from samenspel.desk.rules.fields import NOTHING, Part
from samenspel.desk.rules.filling import Box, Posted, boxes, boxes_as_typed, field_of, in_words, snapshot
from samenspel.desk.rules.titles import title_of
from samenspel.households.actions import FaultyError
from samenspel.households.rules.faults import Fault
from samenspel.kit.templatetags.kit import clock, language

CHANGED = "household-changed"
"""The event that tells the page that what it shows is no longer what is written down."""

CLASHES = {
    "cases": Text("Er is al een open casus. Sluit die eerst.", "A case is open already. Close it first."),
    "declarations": Text("Deze rekening staat er al.", "This bill is there already."),
}
CLASH = Text("Dit past niet bij wat er al staat.", "This does not fit with what is there already.")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands beside a part: when it was saved, what does not fit yet, what is good to know."""

    saved_at: datetime | None = None
    wrong: tuple[tuple[Text, Text], ...] = ()
    fields: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """A part as its template shows it."""

    part: Part
    boxes: tuple[Box, ...]
    seen: str
    said: Said

    @property
    def grouped(self) -> bool:
        """Whether fields stand here together under one heading."""
        return len(self.boxes) > 1


@dataclass(frozen=True, slots=True)
class Toast:
    """The bar at the bottom: what happened, and the change that can be taken back."""

    text: str
    change: UUID | None = None
    household_id: str = ""
    link: tuple[str, str] | None = None
    """Where to go on, and what that is called."""


def me(request: HttpRequest) -> User:
    """Who is signed in."""
    return cast("User", request.user)


def in_panel(request: HttpRequest) -> bool:
    """Whether the script asks, for a part of the page; else the browser asks, for a whole page."""
    return request.headers.get("HX-Request") == "true"


def posted(request: HttpRequest) -> Posted:
    """What was sent, as plain lists."""
    return {name: request.POST.getlist(name) for name in request.POST}


def view_of(held: Editing, part: Part, values: Mapping[str, Any], said: Said | None = None) -> PartView:
    """A part with the values of a row."""
    found = boxes(part, held.shape, values, held.around, language())
    return PartView(part, found, snapshot(part, values), said or Said())


def view_as_typed(held: Editing, part: Part, sent: Posted, said: Said) -> PartView:
    """A part with what was typed still in it."""
    wrong = {name: text for name, (_label, text) in zip(said.fields, said.wrong, strict=False)}
    found = boxes_as_typed(part, held.shape, sent, held.around, wrong)
    return PartView(part, found, snapshot(part, held.values), said)


def said_of(part: Part, wrong: Mapping[str, Text]) -> Said:
    """What does not fit, by field of this part; in a group with the name of the field in front."""
    labels = {each.name: each.label for each in part.fields}
    alone = len(labels) == 1
    pairs = tuple((NOTHING if alone else labels[name], text) for name, text in wrong.items())
    return Said(wrong=pairs, fields=tuple(wrong))


def said_of_faults(held: Editing, part: Part, faults: Iterable[Fault]) -> Said:
    """What the rules refuse, each fault beside the field that it names, also when that stands elsewhere."""
    pairs, names = [], []
    for fault in faults:
        each = field_of(held.form, fault.field)
        here = each is not None and each in part.fields
        named = each is not None and not here
        pairs.append((each.label if each is not None and named else NOTHING, fault.text))
        names.append(each.name if each is not None and here else "")
    return Said(wrong=tuple(pairs), fields=tuple(names))


def refused(held: Editing, part: Part, error: FaultyError | IntegrityError) -> Said:
    """What to say when a part could not be written."""
    if isinstance(error, FaultyError):
        return said_of_faults(held, part, error.faults)
    return Said(wrong=((NOTHING, CLASHES.get(held.table, CLASH)),))


def told_of(held: Editing, part: Part, seen: str, user: User) -> tuple[str, ...]:
    """Tell who changed this part since it was shown, and into what: the last one wins, but knows it."""
    if not seen or seen == snapshot(part, held.values):
        return ()
    change = changed_by(held.household_id, held.table, held.key, part.columns)
    if change is None or change.by_id == user.pk:
        return ()
    said = in_words(part, held.values, held.around, language()) or _("leeg")
    text = _("%(who)s veranderde dit om %(time)s uur in ‘%(what)s’. Nu staat er wat u invulde.")
    return (text % {"who": change.by_name, "time": clock(change.at), "what": said},)


def heading(held: Editing) -> str:
    """What the row is called."""
    if held.row is None:
        return held.form.new.say(language())
    if held.table == HOUSEHOLD:
        return str(held.values["name"])
    return title_of(held.table, held.row, held.around.file).say(language())


def show(request: HttpRequest, template: str, context: dict[str, Any], *, title: str) -> HttpResponse:
    """Show an editor: its panel to the script, a page around it to the browser."""
    panel = in_panel(request)
    frame = {"panel": panel, "title": title, "template": template, "level": 3 if panel else 2}
    full = {**frame, "toast": None, "here": "", **context}
    return render(request, template if panel else "desk/edit.html", full)


def only_toast(request: HttpRequest, toast: Toast, *, gone: bool = False) -> HttpResponse:
    """Answer the script with nothing but the bar, and tell the page to look again."""
    response = render(request, "desk/edit_toast.html", {"toast": toast})
    response["HX-Reswap"] = "none"
    response["HX-Trigger"] = f'{{"{CHANGED}": {{"gone": {"true" if gone else "false"}}}}}'
    return response
