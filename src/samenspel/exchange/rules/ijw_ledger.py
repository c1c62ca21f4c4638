"""Settles facts of messages into help: order does not matter, and a message counts once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rekenmodel.values import Law, Text
from samenspel.exchange.rules.ijw_asked import AskedHelp, AskKey, ask_key, asked_help
from samenspel.exchange.rules.ijw_clients import Client, clients_of
from samenspel.exchange.rules.ijw_cost import WITHDRAWN, ExpectedCost, expected_cost
from samenspel.exchange.rules.ijw_declared import (
    DeclaredLine,
    Verdict,
    check_against,
    check_credits,
    judged_lines,
    tariff_of,
)
from samenspel.exchange.rules.ijw_delivery import Period, periods_of
from samenspel.exchange.rules.ijw_facts import (
    AnswerFact,
    AssignmentFact,
    ChangeRequestFact,
    ClientFact,
    DeclarationAnswerFact,
    DeclarationFact,
    Fact,
    RequestFact,
    StartFact,
    StopFact,
)
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_order import ask, in_order, one_copy
from samenspel.exchange.rules.ijw_tables import label

REMOVED = "13"
AnyFact = TypeVar("AnyFact", bound=Fact)
Loose = StartFact | StopFact | DeclarationFact


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignedHelp:
    """One assigned product: who, what, when, how much, and what was declared for it. Money in eurocents."""

    key: str
    assignment: AssignmentFact
    """The newest version of the assignment, by its assignment date and time."""
    versions: tuple[AssignmentFact, ...]
    """Every version, oldest first."""
    title: str
    change_label: str
    unit_label: str
    frequency_label: str
    expected: ExpectedCost
    periods: tuple[Period, ...] = ()
    lines: tuple[DeclaredLine, ...] = ()
    asked: tuple[AskedHelp, ...] = ()
    """The requests that this help grants, and the changes asked for it; oldest first."""
    sources: tuple[str, ...] = ()
    """SHA-256 of every message that says something about this help."""

    @property
    def law(self) -> Law:
        """Jeugdwet or Wmo."""
        return self.assignment.origin.law

    @property
    def municipality(self) -> str:
        """The code of the municipality that assigned the help."""
        return self.assignment.origin.municipality

    @property
    def provider(self) -> str:
        """The AGB code of the provider."""
        return self.assignment.origin.provider

    @property
    def withdrawn(self) -> bool:
        """True when the municipality removed the assignment (reason 13)."""
        return self.assignment.change_reason == REMOVED

    @property
    def started_on(self) -> date | None:
        """The first day of help."""
        return self.periods[0].began if self.periods else None

    @property
    def stopped_on(self) -> date | None:
        """The last day of help when it stopped for good."""
        last = self.periods[-1] if self.periods else None
        return last.ended if last is not None and not last.temporary else None

    @property
    def paused_on(self) -> date | None:
        """The last day of help when it stopped for a time."""
        last = self.periods[-1] if self.periods else None
        return last.ended if last is not None and last.temporary else None

    @property
    def stop_label(self) -> str:
        """Why the help stopped or paused, in Dutch; empty while it runs."""
        return self.periods[-1].reason_label if self.periods else ""

    @property
    def waiting_since(self) -> date | None:
        """The day of the request, or of the assignment, while no help has started."""
        if self.periods or self.withdrawn:
            return None
        days = [one.asked_on for one in self.asked if one.number is None]
        return min([*days, *(version.assigned_on for version in self.versions)])

    def cents(self, verdict: Verdict | None = None) -> int:
        """Return the sum of the declared lines, of one verdict or of all; credits count negative."""
        return sum(line.fact.amount_cents for line in self.lines if verdict in {None, line.verdict})


@dataclass(frozen=True, slots=True)
class Ledger:
    """All help and all requests that the messages describe."""

    helps: tuple[AssignedHelp, ...]
    asked: tuple[AskedHelp, ...]
    clients: tuple[Client, ...]
    loose: tuple[Loose, ...]
    """Starts, stops and declared lines without an assignment: they count once the 301 is there."""
    findings: tuple[Finding, ...]


def settle(facts: Iterable[Fact]) -> Ledger:
    """Settle all facts at once. Settling the same messages in any order and number gives the same ledger."""
    kept, findings = one_copy(facts)
    book = _Book(kept)
    findings += book.findings
    clients, more = clients_of(_only(ClientFact, kept))
    findings += more
    asked, more = asked_help(
        [*_only(RequestFact, kept), *_only(ChangeRequestFact, kept)], _only(AnswerFact, kept), book.grants()
    )
    findings += more
    asked_by_help = _by_help(asked)
    helps = []
    for key in sorted(book.versions):
        one, more = book.help(key, asked_by_help.get(key, ()))
        helps.append(one)
        findings += more
    return Ledger(
        helps=tuple(helps),
        asked=tuple(asked),
        clients=tuple(clients),
        loose=tuple(in_order(book.loose)),
        findings=tuple(sorted(set(findings), key=repr)),
    )


def help_key(law: Law, municipality: str, number: int) -> str:
    """Return the key of an assigned product: unique per law, municipality and assignment number."""
    return f"{law}:{municipality}:{number}"


def _only(kind: type[AnyFact], facts: Iterable[Fact]) -> list[AnyFact]:
    return [fact for fact in facts if isinstance(fact, kind)]


def _by_help(asked: Sequence[AskedHelp]) -> dict[str, tuple[AskedHelp, ...]]:
    found: dict[str, dict[AskedHelp, None]] = defaultdict(dict)
    for one in sorted(asked, key=lambda one: one.asked_on):
        for key in one.granted_by:
            found[key][one] = None
        if one.number is not None:
            found[help_key(one.law, one.municipality, one.number)][one] = None
    return {key: tuple(ones) for key, ones in found.items()}


class _Book:
    """Every start, stop and declared line beside the assignment it belongs to."""

    def __init__(self, facts: list[Fact]) -> None:
        self.findings: list[Finding] = []
        self.loose: list[Loose] = []
        self.versions: dict[str, list[AssignmentFact]] = defaultdict(list)
        self.starts: dict[str, list[StartFact]] = defaultdict(list)
        self.stops: dict[str, list[StopFact]] = defaultdict(list)
        self.lines: dict[str, list[DeclaredLine]] = defaultdict(list)
        self._file_assignments(_only(AssignmentFact, facts))
        self.by_client = self._index()
        for start in _only(StartFact, facts):
            key = self._place_delivery(start)
            if key:
                self.starts[key].append(start)
        for stop in _only(StopFact, facts):
            key = self._place_delivery(stop)
            if key:
                self.stops[key].append(stop)
        lines, findings = judged_lines(_only(DeclarationFact, facts), _only(DeclarationAnswerFact, facts))
        self.findings += findings
        places = {place: self._place_line(line) for place, line in enumerate(lines)}
        self.findings += check_credits(lines, places)

    def _file_assignments(self, facts: list[AssignmentFact]) -> None:
        for fact in in_order(facts):
            self.versions[help_key(fact.origin.law, fact.origin.municipality, fact.number)].append(fact)
        for key, versions in self.versions.items():
            versions.sort(key=lambda version: (version.assigned_on, version.assigned_at))
            if len({(version.bsn, version.origin.provider) for version in versions}) > 1:
                self.findings.append(ask(versions[-1].origin, "TR332", NUMBER_USED_TWICE, key))

    def _index(self) -> dict[tuple[Law, str, str, str], list[str]]:
        index: dict[tuple[Law, str, str, str], list[str]] = defaultdict(list)
        for key, versions in self.versions.items():
            last = versions[-1]
            index[last.origin.law, last.origin.municipality, last.origin.provider, last.bsn].append(key)
        return index

    def grants(self) -> dict[AskKey, tuple[str, ...]]:
        """Which help grants which request: the assignment repeats the provider's reference."""
        grants: dict[AskKey, set[str]] = defaultdict(set)
        for key, versions in self.versions.items():
            for version in versions:
                if version.reference:
                    grants[ask_key(version.origin, version.reference)].add(key)
        return {asked: tuple(sorted(keys)) for asked, keys in grants.items()}

    def _place_delivery(self, fact: StartFact | StopFact) -> str:
        origin = fact.origin
        if fact.number is not None:
            key = help_key(origin.law, origin.municipality, fact.number)
            found = [key] if key in self.versions else []
        else:
            own = self.by_client.get((origin.law, origin.municipality, origin.provider, fact.bsn), [])
            found = [key for key in own if _fits(self.versions[key][-1], fact)]
        if len(found) != 1:
            self.findings.append(ask(origin, "TR019", NO_ASSIGNMENT))
        elif self.versions[found[0]][-1].bsn != fact.bsn:
            self.findings.append(ask(origin, "TR019", OTHER_CLIENT, found[0]))
        else:
            return found[0]
        self.loose.append(fact)
        return ""

    def _place_line(self, line: DeclaredLine) -> str:
        fact = line.fact
        key = help_key(fact.origin.law, fact.origin.municipality, fact.number)
        if key not in self.versions:
            self.findings.append(ask(fact.origin, "TR338", _declared_without(fact)))
        elif self.versions[key][-1].bsn != fact.bsn:
            self.findings.append(ask(fact.origin, "8187", OTHER_CLIENT, key))
        else:
            self.lines[key].append(line)
            return key
        self.loose.append(fact)
        return ""

    def help(self, key: str, asked: tuple[AskedHelp, ...]) -> tuple[AssignedHelp, list[Finding]]:
        """Bring together all that is known of one assigned product."""
        versions, lines = self.versions[key], self.lines.get(key, [])
        starts, stops = self.starts.get(key, []), self.stops.get(key, [])
        last = versions[-1]
        periods, findings = periods_of(starts, stops, key)
        withdrawn = last.change_reason == REMOVED
        if withdrawn and any(line.verdict is not Verdict.REJECTED for line in lines):
            findings.append(ask(lines[-1].fact.origin, "TR384", DECLARED_ON_REMOVED, key))
        elif not withdrawn:
            findings += check_against(last, lines, key)
        tariff = tariff_of(lines, last.extent.unit) if last.extent else None
        facts: list[Fact] = [*versions, *starts, *stops, *(line.fact for line in lines)]
        law = last.origin.law
        one = AssignedHelp(
            key=key,
            assignment=last,
            versions=tuple(versions),
            title=label(law, "ProductCategorie", last.product.category) if last.product else "",
            change_label=label(law, "RedenWijziging", last.change_reason),
            unit_label=label(law, "Eenheid", last.extent.unit) if last.extent else "",
            frequency_label=label(law, "Frequentie", last.extent.frequency) if last.extent else "",
            expected=WITHDRAWN if withdrawn else expected_cost(last, tariff),
            periods=periods,
            lines=tuple(lines),
            asked=asked,
            sources=tuple(sorted({fact.origin.sha256 for fact in facts})),
        )
        return one, findings


def _fits(assignment: AssignmentFact, fact: StartFact | StopFact) -> bool:
    if fact.assignment_start not in {None, assignment.start}:
        return False
    if fact.product is None or assignment.product is None:
        return True
    same_code = assignment.product.code in {None, fact.product.code} or fact.product.code is None
    return fact.product.category == assignment.product.category and same_code


NUMBER_USED_TWICE = Text(
    nl="De gemeente gebruikt dit toewijzingsnummer voor meer dan een client of aanbieder. "
    "We lezen de nieuwste. "
    "Vraag de gemeente wat klopt.",
    en="The municipality uses this assignment number for more than one client or provider. "
    "We read the newest. "
    "Ask the municipality which is right.",
)
NO_ASSIGNMENT = Text(
    nl="De aanbieder meldt een start of stop zonder bekende toewijzing. Mist er een 301?",
    en="The provider reports a start or stop without a known assignment. Is a 301 missing?",
)
OTHER_CLIENT = Text(
    nl="Dit toewijzingsnummer hoort bij een andere client. Vraag de aanbieder welk nummer klopt.",
    en="This assignment number belongs to another client. Ask the provider which number is right.",
)
DECLARED_ON_REMOVED = Text(
    nl="De toewijzing is verwijderd, maar er is wel gedeclareerd. Bespreek dit met de aanbieder.",
    en="The assignment was removed, yet help was declared. Discuss this with the provider.",
)


def _declared_without(fact: DeclarationFact) -> Text:
    return Text(
        nl=f"Regel {fact.reference} hoort bij toewijzing {fact.number}, maar die is hier niet bekend. "
        "Mist er een 301?",
        en=f"Line {fact.reference} belongs to assignment {fact.number}, which is not known here. "
        "Is a 301 missing?",
    )
