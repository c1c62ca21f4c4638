"""From facts of messages to a household file: the whole mapping, without a database.

What the standard says and what the household shows:
- an assignment (301) is a line of help, its start (305) and stop (307) are its dates;
- a request (315, 317) that is not answered yet is help that somebody waits for; a rejected one is not shown;
- an assignment that was withdrawn (reason 13) is not shown;
- a declared line (323) is a bill; a line that the municipality rejected (325) is not shown;
- a client without any help or request is not shown until an assignment comes.
Lines that were shown and no longer are, are named in `gone`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekenmodel.values import Text
from samenspel.exchange.rules.comparison import facts_of
from samenspel.exchange.rules.ijw_asked import AskedHelp
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_households import households
from samenspel.exchange.rules.ijw_ledger import AssignedHelp, Ledger, settle
from samenspel.exchange.rules.message_help import (
    Around,
    asked_key,
    asked_values,
    billed_without_start,
    declarations,
    fresh_row,
    help_key,
    help_values,
    is_shown,
)
from samenspel.exchange.rules.message_links import Digest, by_group, groups_of, without_bsn
from samenspel.exchange.rules.message_people import household_key, household_name, people_of
from samenspel.exchange.rules.notices import Notice, of_message, question
from samenspel.households.rules.codes import LIFE_DOMAIN_TEXTS
from samenspel.households.rules.record import Facts, Help, HouseholdFile
from samenspel.network.rules import Organisation

PER_HOUSEHOLD = frozenset({"TOEGEKEND"})
"""Findings that only hold for all clients of a message together, so not for one household."""
PERSON = "PERSOON"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromMessages:
    """What messages say of one household: rows to write and to take out, the clients, and what to ask."""

    file: HouseholdFile
    persons: Mapping[str, str]
    """The key of each client's person."""
    gone: tuple[tuple[str, str], ...]
    """List and key of rows that no longer hold, in the order in which they can be taken out."""
    notices: tuple[Notice, ...]

    @property
    def has_help(self) -> bool:
        """Whether there is anything to show; without, the messages wait for an assignment."""
        return bool(self.file.help or self.gone)


def household_files(facts: Iterable[Fact], digest: Digest) -> list[FromMessages]:
    """Return every household that the messages describe, as a reader without a database sees them."""
    kept = [without_bsn(fact, digest) for fact in facts]
    return [from_messages(own) for own in by_group(kept, groups_of(kept))]


def from_messages(
    facts: Iterable[Fact],
    *,
    earlier: Iterable[Fact] = (),
    before: HouseholdFile | None = None,
    known: Mapping[str, str] | None = None,
    providers: Mapping[str, Organisation] | None = None,
) -> FromMessages:
    """Settle all facts about one household and say what to write.

    `before` is the household as it is now, `known` the person of each client in it, `providers` the
    organisations by AGB code. `earlier` are the facts that `before` was made with: only what the messages say
    otherwise since then is written, so that what people changed by hand stays.
    """
    ledger = settle(facts)
    people = people_of(households(ledger.clients), before, known or {})
    organisations = _organisations(ledger, providers or {})
    around = Around(people.persons, {agb: row.key for agb, row in organisations.items()})
    shown, then = _Shown(ledger), _Shown(settle(earlier if before is not None else ()))
    drafted = _Lines(shown, then, around, {row.key: row for row in before.help} if before else {})
    file = HouseholdFile.model_construct(
        **_facts(ledger, before).model_dump(),
        organisations=_named(drafted.rows, organisations, before),
        persons=tuple(people.new_persons),
        relations=tuple(people.relations.values()),
        supporters=tuple(people.new_supporters),
        help=tuple(drafted.rows),
        declarations=tuple(bill for key, bill in shown.bills.items() if then.bills.get(key) != bill),
    )
    notices = [_spoken(finding) for finding in ledger.findings if finding.code not in PER_HOUSEHOLD]
    return FromMessages(
        file=file,
        persons=people.persons,
        gone=_gone(shown, then, before),
        notices=(*drafted.notices, *notices),
    )


class _Shown:
    """What a ledger shows: assigned help, help that somebody waits for, and bills, by key."""

    def __init__(self, ledger: Ledger) -> None:
        self.helps = {help_key(one): one for one in ledger.helps if not one.withdrawn}
        self.asked = {asked_key(one): one for one in ledger.asked if is_shown(one)}
        self.changes = [one for one in ledger.asked if one.number is not None and one.waiting_since]
        self.bills = {bill.key: bill for one in self.helps.values() for bill in declarations(one)}
        self.values = {key: help_values(one) for key, one in self.helps.items()}
        self.values |= {key: asked_values(one) for key, one in self.asked.items()}


class _Lines:
    """The lines of help to write, and what to ask about them."""

    def __init__(self, shown: _Shown, then: _Shown, around: Around, there: Mapping[str, Help]) -> None:
        self.rows: list[Help] = []
        self.notices: list[Notice] = []
        self.there = there
        billed = {bill.help for key, bill in shown.bills.items() if then.bills.get(key) != bill}
        ones: dict[str, AssignedHelp | AskedHelp] = {**shown.helps, **shown.asked}
        for key, one in ones.items():
            values, old = shown.values[key], then.values.get(key)
            row = there.get(key) or self._asked_before(one, key)
            if old == values and (row is not None or key not in billed):
                continue
            if row is None:
                self._add(fresh_row(key, one, values, around), one)
                self.notices += _guess_question(self.rows[-1])
            else:
                changed = {name: value for name, value in values.items() if old is None or old[name] != value}
                self._add(row.model_copy(update=changed), one)
        lines = {**there, **{row.key: row for row in self.rows}}
        self.notices += [_change_asked(one, lines) for one in shown.changes]

    def _asked_before(self, one: AssignedHelp | AskedHelp, key: str) -> Help | None:
        """The line on which somebody waited for this help: what people wrote there goes along."""
        if isinstance(one, AskedHelp):
            return None
        row = next((self.there[asked_key(ask)] for ask in one.asked if asked_key(ask) in self.there), None)
        return row.model_copy(update={"key": key}) if row else None

    def _add(self, row: Help, one: AssignedHelp | AskedHelp) -> None:
        self.rows.append(row)
        if isinstance(one, AskedHelp):
            return
        if billed_without_start(one):
            self.notices.append(question(_line(row), BILLED_WITHOUT_START))
        if row.since and one.assignment.end and one.assignment.end < row.since:
            self.notices.append(question(_line(row), STARTED_AFTER_END))
        if one.paused_on is not None:
            self.notices.append(question(_line(row), PAUSED))


def _named(
    rows: Iterable[Help], organisations: Mapping[str, Organisation], before: HouseholdFile | None
) -> tuple[Organisation, ...]:
    """The organisations that the lines name."""
    known = {row.key: row for row in (*organisations.values(), *(before.organisations if before else ()))}
    names = dict.fromkeys(row.organisation for row in rows if row.organisation)
    return tuple(known[name] for name in names if name in known)


def _facts(ledger: Ledger, before: HouseholdFile | None) -> Facts:
    if before is not None:
        return facts_of(before)
    codes = sorted(one.municipality for one in _everything(ledger))
    municipality = max(codes, key=codes.count) if codes else ""
    members = ledger.clients
    return Facts(key=household_key(members), name=household_name(members), municipality=municipality)


def _everything(ledger: Ledger) -> tuple[AssignedHelp | AskedHelp, ...]:
    return (*ledger.helps, *ledger.asked)


def _organisations(ledger: Ledger, providers: Mapping[str, Organisation]) -> dict[str, Organisation]:
    codes = sorted({one.provider for one in _everything(ledger)})
    named = {agb: Organisation(key=f"agb-{agb}", name=f"Aanbieder {agb}", agb=agb) for agb in codes}
    return named | {agb: providers[agb] for agb in codes if agb in providers}


def _guess_question(row: Help) -> list[Notice]:
    """Ask whether the guessed life domains are right, with one sentence for all lines."""
    if not row.domains:
        return [question(_line(row), UNKNOWN_PRODUCT)]
    nl = ", ".join(LIFE_DOMAIN_TEXTS[domain].nl for domain in row.domains)
    en = ", ".join(LIFE_DOMAIN_TEXTS[domain].en for domain in row.domains)
    return [question(Text(f"{row.title}: {nl}", f"{row.title}: {en}"), GUESSED)]


def _change_asked(ask: AskedHelp, there: Mapping[str, Help]) -> Notice:
    place = Text(f"toewijzing {ask.number}", f"assignment {ask.number}")
    row = next((row for key, row in there.items() if key.endswith(f"-{ask.number}")), None)
    return question(_line(row) if row else place, CHANGE_ASKED)


def _line(row: Help) -> Text:
    return Text(f"hulp '{row.title}' ({row.key})", f"help '{row.title}' ({row.key})")


def _gone(shown: _Shown, then: _Shown, before: HouseholdFile | None) -> tuple[tuple[str, str], ...]:
    """What was shown because of messages and no longer holds: bills first, as they refer to help."""
    if before is None:
        return ()
    lists: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
        "declarations": (then.bills, shown.bills),
        "help": (then.values, shown.values),
    }
    return tuple(
        (table, row.key)
        for table, (was, is_now) in lists.items()
        for row in getattr(before, table)
        if row.key in was and row.key not in is_now
    )


def _spoken(finding: Finding) -> Notice:
    """A finding across messages. A client has a digest for a BSN, so the finding may not quote it."""
    notice = of_message(finding)
    return question(notice.where, WHO_IS_THIS) if finding.code == PERSON else notice


WHO_IS_THIS = Text(
    "Berichten over dezelfde persoon noemen een andere naam, geboortedatum of geslacht. Kijk wat klopt.",
    "Messages about the same person give another name, date of birth or gender. See which is right.",
)
BILLED_WITHOUT_START = Text(
    "De aanbieder declareerde, maar meldde geen start (305). We nemen de eerste gedeclareerde dag.",
    "The provider declared help but reported no start (305). We take the first declared day.",
)
STARTED_AFTER_END = Text(
    "De hulp begon na het einde van de toewijzing. Vraag de aanbieder wat klopt.",
    "The help began after the end of the assignment. Ask the provider which is right.",
)
PAUSED = Text(
    "Deze hulp is tijdelijk gestopt. Zij staat als gestopt tot de aanbieder een nieuwe start meldt.",
    "This help paused. It is shown as stopped until the provider reports a new start.",
)
GUESSED = Text(
    "We kozen zelf bij welk leefgebied deze hulp hoort. Klopt dat? U kunt het straks wijzigen.",
    "We chose ourselves to which life domain this help belongs. Is that right? You can change it later.",
)
UNKNOWN_PRODUCT = Text(
    "De toewijzing noemt geen soort hulp. Vul straks in waar deze hulp voor is.",
    "The assignment names no kind of help. Say later what this help is for.",
)
CHANGE_ASKED = Text(
    "De aanbieder vraagt de gemeente om deze hulp te wijzigen. Er is nog geen besluit.",
    "The provider asks the municipality to change this help. There is no decision yet.",
)
