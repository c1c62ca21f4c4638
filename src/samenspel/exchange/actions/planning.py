"""What one proposal would write into its household: for the preview, and again when it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from rekenmodel.values import Text
from samenspel.access.actions import require
from samenspel.access.rules import Act, Kind
from samenspel.accounts.models import User
from samenspel.exchange.models import Batch, Proposal
from samenspel.exchange.queries import directory, facts_about, households_with, known_clients, providers
from samenspel.exchange.rules.comparison import merged
from samenspel.exchange.rules.directory_fit import Directory, fit
from samenspel.exchange.rules.from_messages import from_messages
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.message_links import by_group
from samenspel.exchange.rules.notices import Notice, of_fault
from samenspel.households.queries import dossier
from samenspel.households.rules.faults import faults_of_file
from samenspel.households.rules.record import HouseholdFile

SUBJECT = "inlezen"
NOWHERE = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rows to write, what stands there now, what goes, who the clients are, and what to say about it."""

    household_id: str
    file: HouseholdFile
    before: HouseholdFile | None
    gone: tuple[tuple[str, str], ...] = ()
    persons: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    faults: tuple[Notice, ...] = ()


class Planner:
    """Works out the plans of some proposals of one batch; what they share is read once."""

    def __init__(self, batch: Batch, proposals: Sequence[Proposal], *, by: User, at: datetime) -> None:
        self.batch, self.by, self.at = batch, by, at
        groups = [tuple(proposal.clients) for proposal in proposals if proposal.clients]
        clients = [client for group in groups for client in group]
        self.known = known_clients(batch.network_id, clients)
        rows = facts_about(batch, clients) if clients else []
        self.providers = providers(batch.network_id, (fact.origin.provider for fact, _ in rows))
        stored = {id(fact) for fact, kept in rows if kept}
        everything = by_group([fact for fact, _ in rows], groups)
        self.facts = dict(zip(groups, everything, strict=True))
        self.stored = {group: [one for one in own if id(one) in stored] for group, own in self.facts.items()}

    @cached_property
    def directory(self) -> Directory:
        """The whole directory; only files are held against it."""
        return directory(self.batch.network_id)

    def plan(self, proposal: Proposal) -> Plan:
        """Return what to write; raise `DeniedError` when this household is not for this user to write."""
        if proposal.clients:
            return self._from_messages(proposal)
        file, notices = fit(HouseholdFile.model_validate(proposal.file), self.directory)
        household_id = households_with(self.batch.network_id, [file.key]).get(file.key, "")
        before = self._before(household_id)
        return Plan(
            household_id=household_id,
            file=file,
            before=before,
            notices=tuple(notices),
            faults=_faults(merged(before, file)),
        )

    def _from_messages(self, proposal: Proposal) -> Plan:
        group = tuple(proposal.clients)
        before = self._before(proposal.household_id)
        facts: Sequence[Fact] = self.facts[group]
        known = {
            client: key
            for client, (household, key) in self.known.items()
            if client in group and household == proposal.household_id
        }
        chosen: dict[str, str] = next(
            (one["persons"] for one in proposal.lookalikes if one["household"] == proposal.household_id), {}
        )
        said = from_messages(
            facts,
            earlier=self.stored[group],
            before=before,
            known=chosen | known,
            providers=self.providers,
        )
        return Plan(
            household_id=proposal.household_id,
            file=said.file,
            before=before,
            gone=said.gone,
            persons={client: key for client, key in said.persons.items() if client not in known},
            notices=said.notices,
            faults=_faults(merged(before, said.file, said.gone)),
        )

    def _before(self, household_id: str) -> HouseholdFile | None:
        if not household_id:
            return None
        require(self.by, household_id, Kind.STRUCTURE, Act.IMPORT, at=self.at, subject=SUBJECT)
        return dossier(self.by, household_id, at=self.at, subject=SUBJECT).file


def _faults(file: HouseholdFile) -> tuple[Notice, ...]:
    return tuple(of_fault(fault, NOWHERE) for fault in faults_of_file(file))
