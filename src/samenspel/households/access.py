"""Which lists of a household somebody may read or write, and which rows, as questions to the access room."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from rekenmodel.values import Text
from samenspel.access.queries import Standing, organisations_in
from samenspel.access.rules import Act, AgeBand, Decision, Kind, Obligation, Role
from samenspel.access.rules.derive import band_of
from samenspel.access.rules.rows import FAMILY_ROLES, Owner, decide_row
from samenspel.access.rules.sentences import ASK_LEAD
from samenspel.households.models import Household, Person, Relation, Revision
from samenspel.households.rules.codes import Authority
from samenspel.households.rules.record import Effect, Goal, Help, Words
from samenspel.households.tables import TABLES, read_rows, row_id
from samenspel.kit.rows import Row
from samenspel.network.queries import organisation_names, organisations_of

AUTHORED = ("decisions", "events")
"""What somebody put on record: nobody else changes it."""


def readable_tables(held: Standing, act: Act = Act.READ) -> frozenset[str]:
    """The lists that somebody with this standing may read (or take along)."""
    return frozenset(name for name, table in TABLES.items() if held.may(table.kind, act).allowed)


def may_write(held: Standing, table: str) -> bool:
    """Whether somebody with this standing may change rows of this list."""
    return held.may(TABLES[table].kind, Act.WRITE).allowed


def may_see_journal(held: Standing) -> bool:
    """Whether somebody with this standing may see who looked."""
    return held.may(Kind.JOURNAL, Act.READ).allowed


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """Yes or no about one row; with a no whom to ask, with a yes for whom words were written down."""

    decision: Decision
    ask: Text = ASK_LEAD
    written_for: str = ""


def may_change_row(
    held: Standing, network_id: str, table: str, before: Row | None, after: Row | None
) -> RowAnswer:
    """Whether somebody who may write in a list may make this of this row; None is no row.

    Costs no query for whoever keeps the overview. Both what stands there and what would stand there must be
    his own, so that nobody takes over a row or gives one away.
    """
    asked = _Asking(held, network_id, table, before, after)
    answers = [asked.words()] if table == "words" else [asked.owned()]
    if table == "goals" and asked.own_words_change():
        answers.append(asked.words())
    refused = next((one for one in answers if not one.decision.allowed), None)
    return refused or next((one for one in answers if one.written_for), answers[0])


def locked_because(held: Standing, table: str, row: Row | None) -> Text | None:
    """Whom to ask about a row that is not his to change; None when it is, or when there is no row yet."""
    if held.role is Role.CASE_LEAD or row is None or table not in TABLES:
        return None
    own = Household.objects.filter(pk=held.household_id).order_by("pk")
    network_id = own.values_list("network_id", flat=True).get()
    answer = may_change_row(held, network_id, table, row, row)
    return None if answer.decision.allowed else answer.ask


@dataclass(frozen=True, slots=True)
class _Asking:
    held: Standing
    network_id: str
    table: str
    before: Row | None
    after: Row | None

    @property
    def rows(self) -> list[Any]:
        return [row for row in (self.before, self.after) if row is not None]

    def own_words_change(self) -> bool:
        said = [row.own_words if isinstance(row, Goal) else "" for row in (self.before, self.after)]
        return said[0] != said[1]

    def words(self) -> RowAnswer:
        """Own words: of the person himself, of a young child by its parent, or of the whole household."""
        mine = all(self._speaks_for(row) for row in self.rows)
        decision = decide_row(self.held.role, Owner.WORDS, mine=mine)
        if Obligation.MARK_WRITTEN_FOR in decision.obligations:
            return RowAnswer(decision, written_for=self._whose(self.rows[-1]))
        return RowAnswer(decision) if decision.allowed else RowAnswer(decision, self._ask_person())

    def _whose(self, row: Words | Goal) -> str:
        supporter = row.supporter if isinstance(row, Words) else None
        return row.person or supporter or "gezin"

    def _speaks_for(self, row: Words | Goal) -> bool:
        if self.held.role not in FAMILY_ROLES:
            return False
        if isinstance(row, Words) and row.supporter is not None:
            return False
        if row.person is None or row.person == self.held.person_key:
            return True
        return _young_child_of(self.held, row.person, self.held.at.date())

    def _ask_person(self) -> Text:
        row = self.rows[0]
        key = row_id(self.held.household_id, self._whose(row))
        name = Person.objects.filter(pk=key).order_by("pk").values_list("name", flat=True).first()
        if name is None:
            return Text(
                "Eigen woorden schrijft het gezin zelf. Wie het overzicht houdt, kan ze opschrijven.",
                "The household writes its own words. Whoever keeps the overview can write them down.",
            )
        return Text(
            f"Dit zijn de woorden van {name}. Wie het overzicht houdt, schrijft ze op als {name} dat wil.",
            f"These are the words of {name}. Whoever keeps the overview writes them if {name} agrees.",
        )

    def owned(self) -> RowAnswer:
        """Any other row: of the organisation that helps, of who wrote it, or of everybody."""
        if self.held.role is Role.CASE_LEAD:
            return RowAnswer(decide_row(Role.CASE_LEAD, Owner.SHARED, mine=False))
        if self.table in {"help", "effects"}:
            answer = self._of_organisation()
            if not answer.decision.allowed:
                return answer
        if self.before is not None and (self.after is None or self.table in AUTHORED):
            return self._of_author(self.before.key)
        return RowAnswer(decide_row(self.held.role, Owner.SHARED, mine=False))

    def _of_organisation(self) -> RowAnswer:
        helps = [row for row in map(self._help_of, self.rows) if row is not None]
        found = {_organisation(self.network_id, row) for row in helps} - {""}
        others = sorted(found - {self.held.organisation})
        owner = Owner.ORGANISATION if found else Owner.SHARED
        decision = decide_row(self.held.role, owner, mine=bool(found) and not others)
        if decision.allowed:
            return RowAnswer(decision)
        name = organisation_names(others[:1]).get(others[0], others[0])
        return RowAnswer(decision, _ask(name, "Deze hulp is van", "This help belongs to"))

    def _help_of(self, row: Help | Effect) -> Help | None:
        if isinstance(row, Help):
            return row
        found = read_rows(TABLES["help"], self.held.household_id, [row.help]).get(row.help)
        return found if isinstance(found, Help) else None

    def _of_author(self, key: str) -> RowAnswer:
        first = (
            Revision.objects.filter(
                household_id=self.held.household_id, table=self.table, key=key, before__isnull=True
            )
            .select_related("change")
            .order_by("-change__at", "-pk")
            .first()
        )
        author = first.change.by_id if first else None
        mine = author == self.held.user_id or self._colleague(author)
        decision = decide_row(self.held.role, Owner.AUTHOR, mine=mine)
        if decision.allowed or first is None:
            return RowAnswer(decision)
        return RowAnswer(decision, _ask(first.change.by_name, "Dit is opgeschreven door", "Written down by"))

    def _colleague(self, author: int | None) -> bool:
        if author is None or not self.held.organisation:
            return False
        return self.held.organisation in organisations_in(self.held.household_id, author)


def _ask(name: str, nl: str, en: str) -> Text:
    return Text(
        f"{nl} {name}. Vraag het aan {name}, of aan wie het overzicht houdt.",
        f"{en} {name}. Ask {name}, or whoever keeps the overview.",
    )


def _organisation(network_id: str, row: Help) -> str:
    """The organisation that gives the help, by id; empty for help of somebody close."""
    if row.organisation is not None:
        return f"{network_id}.{row.organisation}"
    if row.professional is None:
        return ""
    return organisations_of([f"{network_id}.{row.professional}"]).get(f"{network_id}.{row.professional}", "")


def _young_child_of(held: Standing, key: str, on: date) -> bool:
    """Whether this person is under twelve and a child over whom the user has parental authority."""
    child, parent = (row_id(held.household_id, one) for one in (key, held.person_key))
    born = Person.objects.filter(pk=child).order_by("pk").values_list("birth_date", flat=True).first()
    if band_of(born, on) is not AgeBand.UNDER_12:
        return False
    authority = Relation.objects.filter(person=parent, other=child).exclude(authority=Authority.NONE)
    return authority.exists()
