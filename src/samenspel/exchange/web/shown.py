"""What the pages of bringing in say of a batch and its households, ready for the templates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rekenmodel.values import Text, number
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.rules.file_words import list_name
from samenspel.exchange.rules.notices import Group, Notice, grouped
from samenspel.exchange.rules.stages import WRITABLE, Outcome, Stage
from samenspel.kit.templatetags.kit import language

HOUSEHOLD = Text("huishouden", "household")
NAMES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row, and of each field that changes the heading, the old and the new value."""

    name: str
    fields: tuple[tuple[Text, Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """What happens in one list of a household: the rows, and how many more there are."""

    title: Text
    kind: str
    rows: tuple[ChangedRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A household here that may be the same, and who in it is like somebody in the messages."""

    household: str
    name: str
    who: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """One household in a preview or a result."""

    row: Proposal
    groups: tuple[Group, ...]
    changes: tuple[Changed, ...]

    @property
    def title(self) -> str:
        """What it is called; nobody is named whom the reader may not see."""
        if self.row.name not in {"", "?"}:
            return self.row.name
        return self.row.source or _("Iemand uit de berichten")

    @property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        """The households that it may be, the chosen one with it."""
        return tuple(
            Lookalike(
                one["household"],
                one["name"],
                ", ".join(one["who"]),
                one["household"] == self.row.household_id,
            )
            for one in self.row.lookalikes
            if self.row.household_id in {"", one["household"]}
        )

    @property
    def can_be_taken(self) -> bool:
        """Whether the reader may choose to take it."""
        return self.row.outcome in WRITABLE

    @property
    def sentence(self) -> str:
        """What bringing in does to it, in one sentence."""
        return SENTENCES[Outcome(self.row.outcome)](self.row)

    @property
    def tag(self) -> str:
        """What it is, in two words."""
        return TAGS[Outcome(self.row.outcome)]()


def shown(proposal: Proposal) -> ShownProposal:
    """One household, with equal notices and differences put together."""
    return ShownProposal(
        proposal,
        grouped(Notice.from_json(one) for one in proposal.notices),
        tuple(_changes(proposal.differences)),
    )


def batch_notices(batch: Batch) -> tuple[Group, ...]:
    """What is said about the batch as a whole."""
    return grouped(Notice.from_json(one) for one in batch.notices)


def _changes(differences: Iterable[list[Any]]) -> Iterable[Changed]:
    found: dict[tuple[str, str], list[ChangedRow]] = {}
    for table, kind, name, *said in differences:
        fields = (tuple(Text(*text) for text in field) for field in (said[0] if said else ()))
        row = ChangedRow(name, tuple((label, old, new) for label, old, new in fields))
        found.setdefault((table, kind), []).append(row)
    for (table, kind), rows in found.items():
        title = HOUSEHOLD if table == "household" else list_name(table)
        yield Changed(title, kind, tuple(rows[:NAMES_SHOWN]), max(0, len(rows) - NAMES_SHOWN))


def count(value: int) -> str:
    """A number as people write it: 3.200."""
    return number(value, language())


def rows_sentence(good: int, questioned: int, wrong: int) -> str:
    """How many lines are good, and how many need a look."""
    parts = [ngettext("%(n)s regel goed", "%(n)s regels goed", good) % {"n": count(good)}]
    if questioned:
        parts.append(
            ngettext("%(n)s met een vraag", "%(n)s met een vraag", questioned) % {"n": count(questioned)}
        )
    if wrong:
        parts.append(ngettext("%(n)s met een fout", "%(n)s met een fout", wrong) % {"n": count(wrong)})
    return ", ".join(parts)


def progress_sentence(batch: Batch) -> str:
    """How far the work has come."""
    values = {"done": count(batch.done), "total": count(batch.total)}
    if batch.stage == Stage.READING:
        return _("%(done)s van %(total)s bestanden en berichten gelezen") % values
    if batch.stage == Stage.COMPARING:
        return _("%(done)s van %(total)s gezinnen vergeleken") % values
    if batch.stage == Stage.WRITING:
        return _("%(done)s van %(total)s gezinnen bewaard") % values
    return _("%(done)s van %(total)s gezinnen teruggedraaid") % values


def stage_name(batch: Batch, resting: Mapping[UUID, bool]) -> str:
    """What is said of a batch in a list; `resting` previews ask nothing of anybody."""
    if batch.stage == Stage.PREVIEWED and batch.pk in resting:
        return _("niet ingelezen") if resting[batch.pk] else _("niets nieuws")
    return {
        Stage.READING: _("wordt gelezen"),
        Stage.COMPARING: _("wordt gelezen"),
        Stage.PREVIEWED: _("wacht op u"),
        Stage.WRITING: _("wordt bewaard"),
        Stage.WRITTEN: _("bewaard"),
        Stage.UNDOING: _("wordt teruggedraaid"),
        Stage.UNDONE: _("ongedaan gemaakt"),
        Stage.EXPIRED: _("vervallen"),
    }[Stage(batch.stage)]


def _new(row: Proposal) -> str:
    return ngettext("Er komt %(n)s regel in.", "Er komen %(n)s regels in.", row.added) % {
        "n": count(row.added)
    }


def _came(row: Proposal) -> str:
    return ngettext("Er kwam %(n)s regel bij.", "Er kwamen %(n)s regels bij.", row.added) % {
        "n": count(row.added)
    }


def _changing(row: Proposal) -> str:
    same = ngettext("%(n)s blijft gelijk", "%(n)s blijven gelijk", row.same)
    return _rows(row, same % {"n": count(row.same)})


def _changed(row: Proposal) -> str:
    same = ngettext("%(n)s bleef gelijk", "%(n)s bleven gelijk", row.same)
    return _rows(row, same % {"n": count(row.same)})


def _rows(row: Proposal, same: str) -> str:
    parts = []
    if row.added:
        parts.append(_("%(n)s erbij") % {"n": count(row.added)})
    if row.changed:
        parts.append(_("%(n)s anders") % {"n": count(row.changed)})
    if row.gone:
        parts.append(_("%(n)s weg") % {"n": count(row.gone)})
    if row.same:
        parts.append(same)
    return _("Regels: %(parts)s.") % {"parts": ", ".join(parts)}


SENTENCES: dict[Outcome, Callable[[Proposal], str]] = {
    Outcome.TO_COMPARE: lambda row: "",
    Outcome.NEW: _new,
    Outcome.CHANGES: _changing,
    Outcome.SAME: lambda row: _("Alles staat er al. Er verandert niets."),
    Outcome.BLOCKED: lambda row: _("Dit gezin lezen we nog niet in. Herstel eerst wat hieronder staat."),
    Outcome.DENIED: lambda row: _(
        "Dit gezin kunt u niet bijwerken. Vraag het aan wie het overzicht houdt rond het gezin."
    ),
    Outcome.WRITTEN: lambda row: _came(row) if row.opened else _changed(row),
    Outcome.FAILED: lambda row: _("Dit gezin is niet bewaard."),
    Outcome.UNDONE: lambda row: _("Dit is ongedaan gemaakt."),
    Outcome.KEPT: lambda row: _("Dit gezin bleef staan."),
}
TAGS: dict[Outcome, Callable[[], str]] = {
    Outcome.TO_COMPARE: lambda: "",
    Outcome.NEW: lambda: _("nieuw gezin"),
    Outcome.CHANGES: lambda: _("staat er al"),
    Outcome.SAME: lambda: _("niets nieuws"),
    Outcome.BLOCKED: lambda: _("nog niet"),
    Outcome.DENIED: lambda: _("niet voor u"),
    Outcome.WRITTEN: lambda: _("bewaard"),
    Outcome.FAILED: lambda: _("niet bewaard"),
    Outcome.UNDONE: lambda: _("ongedaan gemaakt"),
    Outcome.KEPT: lambda: _("blijft staan"),
}
