"""From facts of messages to a household file: the whole mapping, without a database.

What the standard says and what the household shows:
- an assignment (301) is a line of help, its start (305) and stop (307) are its dates;
- a request (315, 317) that is not answered yet is help that somebody waits for; a rejected one is not shown;
- an assignment that was withdrawn (reason 13) is not shown;
- a declared line (323) is a bill; a line that the municipality rejected (325) is not shown;
- a client without any help or request is not shown until an assignment comes.
Lines that were shown and no longer are, are named in `gone`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_asked import AskedHelp
from samenspel.exchange.rules.ijw_clients import Client
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_households import households
from samenspel.exchange.rules.ijw_ledger import AssignedHelp, Ledger, settle
from samenspel.exchange.rules.message_help import (
    Around,
    asked_key,
    asked_row,
    billed_without_start,
    declarations,
    guessed,
    help_key,
    help_row,
    is_shown,
)
from samenspel.exchange.rules.message_links import Digest, by_group, groups_of, without_bsn
from samenspel.exchange.rules.message_people import People, household_key, household_name, people_of
from samenspel.exchange.rules.notices import Notice, of_message, question
from samenspel.households.rules.codes import LIFE_DOMAIN_TEXTS
from samenspel.households.rules.record import Facts, Help, HouseholdFile
from samenspel.network.rules import Organisation

PER_HOUSEHOLD = frozenset({"TOEGEKEND"})
"""Findings that only hold for all clients of a message together, so not for one household."""
PERSON = "PERSOON"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromMessages:
    """What messages say of one household: rows to write, rows to take out, who the clients are, what to ask."""

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
    before: HouseholdFile | None = None,
    known: Mapping[str, str] | None = None,
    providers: Mapping[str, Organisation] | None = None,
    new: frozenset[str] | None = None,
) -> FromMessages:
    """Settle all facts about one household and say what to write.

    `before` is the household as it is now, `known` the person of each client in it, `providers` the organisations
    by AGB code, `new` the digests of messages that came now: help that none of them is about stays as it is.
    """
    ledger = settle(facts)
    people = people_of(households(ledger.clients), before, known or {})
    organisations = _organisations(ledger, providers or {})
    around = Around(people.persons, {agb: row.key for agb, row in organisations.items()})
    rows, notices = _help_rows(ledger, around, before, new)
    bills = tuple(bill for one in _shown(ledger) for bill in declarations(one))
    named = {row.organisation for row in rows}
    file = HouseholdFile.model_construct(
        **_facts(ledger, before).model_dump(),
        organisations=tuple(row for row in organisations.values() if row.key in named),
        persons=tuple(people.new_persons),
        relations=tuple(people.relations.values()),
        supporters=tuple(people.new_supporters),
        help=tuple(rows),
        declarations=bills,
    )
    gone = _gone(ledger, before, {bill.key for bill in bills})
    notices += [_spoken(finding, ledger, people) for finding in ledger.findings if finding.code not in PER_HOUSEHOLD]
    return FromMessages(file=file, persons=people.persons, gone=gone, notices=tuple(notices))


def _shown(ledger: Ledger) -> Iterator[AssignedHelp]:
    return (one for one in ledger.helps if not one.withdrawn)


def _facts(ledger: Ledger, before: HouseholdFile | None) -> Facts:
    if before is not None:
        return Facts(
            key=before.key, name=before.name, municipality=before.municipality, plan_holder=before.plan_holder
        )
    members: Sequence[Client] = ledger.clients
    codes = sorted(one.municipality for one in (*ledger.helps, *ledger.asked))
    municipality = max(codes, key=codes.count) if codes else ""
    return Facts(key=household_key(members), name=household_name(members), municipality=municipality)


def _organisations(ledger: Ledger, providers: Mapping[str, Organisation]) -> dict[str, Organisation]:
    codes = sorted({one.provider for one in (*ledger.helps, *ledger.asked)})
    return {
        agb: providers.get(agb) or Organisation(key=f"agb-{agb}", name=f"Aanbieder {agb}", agb=agb) for agb in codes
    }


def _help_rows(
    ledger: Ledger, around: Around, before: HouseholdFile | None, new: frozenset[str] | None
) -> tuple[list[Help], list[Notice]]:
    there = {row.key: row for row in before.help} if before else {}
    rows: list[Help] = []
    notices: list[Notice] = []
    for one in _shown(ledger):
        row = there.get(help_key(one))
        if row is not None and new is not None and not new.intersection(one.sources):
            continue
        asked = next((there[asked_key(ask)] for ask in one.asked if asked_key(ask) in there), None)
        rows.append(help_row(one, around, row or asked))
        notices += _questions(one, rows[-1], fresh=row is None and asked is None)
    for ask in filter(is_shown, ledger.asked):
        row = there.get(asked_key(ask))
        rows.append(asked_row(ask, around, row))
        if row is None:
            notices += _guess_question(rows[-1], known=guessed(ask.product, ask.law))
    notices += [_change_asked(ask, there) for ask in ledger.asked if ask.number is not None and ask.waiting_since]
    return rows, notices


def _questions(one: AssignedHelp, row: Help, *, fresh: bool) -> list[Notice]:
    found = _guess_question(row, known=guessed(one.assignment.product, one.law)) if fresh else []
    if billed_without_start(one):
        found.append(question(_line(row), BILLED_WITHOUT_START))
    if row.since and one.assignment.end and one.assignment.end < row.since:
        found.append(question(_line(row), STARTED_AFTER_END))
    if one.paused_on is not None:
        found.append(question(_line(row), PAUSED))
    return found


def _guess_question(row: Help, *, known: bool) -> list[Notice]:
    if not known:
        return [question(_line(row), UNKNOWN_PRODUCT)]
    nl = " en ".join(LIFE_DOMAIN_TEXTS[domain].nl for domain in row.domains)
    en = " and ".join(LIFE_DOMAIN_TEXTS[domain].en for domain in row.domains)
    text = Text(
        f"We zetten deze hulp bij {nl}. Klopt dat leefgebied? U kunt het straks wijzigen.",
        f"We put this help under {en}. Is that the right life domain? You can change it later.",
    )
    return [question(_line(row), text)]


def _change_asked(ask: AskedHelp, there: Mapping[str, Help]) -> Notice:
    place = Text(f"toewijzing {ask.number}", f"assignment {ask.number}")
    row = next((row for key, row in there.items() if key.endswith(f"-{ask.number}")), None)
    return question(_line(row) if row else place, CHANGE_ASKED)


def _line(row: Help) -> Text:
    return Text(f"hulp '{row.title}' ({row.key})", f"help '{row.title}' ({row.key})")


def _gone(ledger: Ledger, before: HouseholdFile | None, bills: set[str]) -> tuple[tuple[str, str], ...]:
    """What was shown because of messages and no longer holds: bills first, as they refer to help."""
    if before is None:
        return ()
    there = {row.key for row in before.help}
    lines = {help_key(one) for one in ledger.helps}
    dropped = {help_key(one) for one in ledger.helps if one.withdrawn}
    dropped |= {asked_key(ask) for ask in ledger.asked if not is_shown(ask)}
    own = [row.key for row in before.declarations if row.help in lines and row.key.startswith(("jw-", "wmo-"))]
    return (
        *(("declarations", key) for key in own if key not in bills),
        *(("help", key) for key in sorted(dropped & there)),
    )


def _spoken(finding: Finding, ledger: Ledger, people: People) -> Notice:
    """A finding across messages; one about a client names the person, as there is no BSN to name."""
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
UNKNOWN_PRODUCT = Text(
    "De toewijzing noemt geen soort hulp. Vul straks in waar deze hulp voor is.",
    "The assignment names no kind of help. Say later what this help is for.",
)
CHANGE_ASKED = Text(
    "De aanbieder vraagt de gemeente om deze hulp te wijzigen. Er is nog geen besluit.",
    "The provider asks the municipality to change this help. There is no decision yet.",
)
