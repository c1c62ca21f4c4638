"""Reading batches, their proposals and stored facts. A batch is only seen by its maker."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from samenspel.access.queries import my_memberships, standings
from samenspel.access.rules import Act, Kind, Reason
from samenspel.accounts.models import User
from samenspel.exchange.models import Batch, MessageFact, Proposal
from samenspel.exchange.rules.comparison import DIRECTORY
from samenspel.exchange.rules.directory_fit import Directory
from samenspel.exchange.rules.ijw_facts import Fact
from samenspel.exchange.rules.ijw_json import from_json
from samenspel.exchange.rules.lookalikes import Somebody
from samenspel.exchange.rules.stages import UNWRITTEN, WRITABLE, Outcome, Stage
from samenspel.households.models import Household, Person, Revision
from samenspel.households.rules.faults import REFERENCES
from samenspel.households.tables import key_of
from samenspel.journal.actions import Entry, note
from samenspel.kit.rows import Row
from samenspel.network import rules
from samenspel.network.models import Organisation, Professional, Team
from samenspel.network.queries import known_keys, organisation_row

AnyRow = TypeVar("AnyRow", bound=Row)
SHOWN_AT_ONCE = 100
RECENT = 10


class NoBatchError(LookupError):
    """There is no such batch, or it is somebody else's."""


def batch_of(user: User, batch_id: UUID, *, at: datetime) -> Batch:
    """The user's own batch; raise `NoBatchError` when there is none. Somebody else's leaves a line."""
    found = Batch.objects.filter(pk=batch_id).select_related("network").first()
    if found is None or found.by_id != user.pk:
        if found is not None:
            refused = Entry(
                act=Act.READ,
                kind=Kind.EXISTENCE,
                allowed=False,
                reason=Reason.NO_RELATION,
                subject=f"inleesbeurt {batch_id}",
            )
            note(refused, by_id=user.pk, by_name=user.display_name, at=at)
        raise NoBatchError(str(batch_id))
    return found


def my_batches(user: User) -> list[Batch]:
    """The user's newest batches."""
    return list(Batch.objects.filter(by=user).order_by("-made_at", "-pk")[:RECENT])


def resting_previews(batches: Sequence[Batch]) -> dict[UUID, bool]:
    """Previews in which there is nothing to choose, each with whether something in it is wrong."""
    ids = [batch.pk for batch in batches if batch.stage == Stage.PREVIEWED]
    writable, wrong = Q(outcome__in=WRITABLE), Q(outcome__in=(Outcome.BLOCKED, Outcome.DENIED))
    rows = Proposal.objects.filter(batch__in=ids).order_by("batch")
    choice = set(rows.filter(writable).values_list("batch", flat=True))
    choice |= set(MessageFact.objects.filter(batch__in=ids, kept=False).values_list("batch", flat=True))
    refused = set(rows.filter(wrong).values_list("batch", flat=True))
    return {
        batch.pk: batch.pk in refused or any(one["severity"] == "error" for one in batch.notices)
        for batch in batches
        if batch.pk in ids and batch.pk not in choice
    }


def stale_batches(at: datetime) -> list[Batch]:
    """Batches whose files have lain long enough."""
    return list(Batch.objects.filter(expires_at__lte=at, stage__in=UNWRITTEN).order_by("pk"))


def halfway_batches(at: datetime) -> list[Batch]:
    """Batches of which the writing was begun and left alone."""
    return list(Batch.objects.filter(expires_at__lte=at, stage=Stage.WRITING).order_by("pk"))


def proposals_of(batch: Batch) -> QuerySet[Proposal]:
    """What the batch does to each household, what needs a look first."""
    return Proposal.objects.filter(batch=batch).order_by("position")


def still_waiting(ids: Iterable[int]) -> list[int]:
    """Which of these proposals wait to be written; they are locked until the transaction ends."""
    rows = Proposal.objects.select_for_update().filter(pk__in=list(ids), outcome__in=WRITABLE)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def keys_before(batch: Batch, position: int) -> set[str]:
    """The keys of the households that come earlier in the batch, those left out that do not fit."""
    earlier = proposals_of(batch).filter(position__lt=position).exclude(outcome=Outcome.BLOCKED)
    return set(earlier.values_list("key", flat=True))


def shown_proposals(batch: Batch) -> list[Proposal]:
    """The proposals that fit on a page: what cannot be taken goes first, and later what was written."""
    rows = proposals_of(batch).exclude(outcome=Outcome.SAME)
    if batch.stage == Stage.PREVIEWED:
        return list(rows.annotate(calm=Q(outcome__in=WRITABLE)).order_by("calm", "position")[:SHOWN_AT_ONCE])
    return list(rows.annotate(good=Q(outcome=Outcome.WRITTEN)).order_by("-good", "position")[:SHOWN_AT_ONCE])


def totals(batch: Batch) -> dict[str, int]:
    """How many rows are good, questioned and wrong, and how many households have which outcome."""
    sums = proposals_of(batch).aggregate(
        good=Sum("rows_good", default=0),
        questioned=Sum("rows_questioned", default=0),
        wrong=Sum("rows_wrong", default=0),
    )
    counted = proposals_of(batch).order_by("outcome").values_list("outcome").annotate(n=Count("pk"))
    return sums | {str(outcome): 0 for outcome in Outcome} | dict(counted)


def has_facts(batch: Batch) -> bool:
    """Whether the batch brings messages that are not stored yet."""
    return MessageFact.objects.filter(batch=batch.pk, kept=False).exists()


def directory(network_id: str) -> Directory:
    """The organisations, teams and professionals of a network."""
    rows = known_keys(network_id)
    return Directory(rows.organisations, rows.teams, rows.professionals)


def providers(network_id: str, codes: Iterable[str]) -> dict[str, rules.Organisation]:
    """The organisations of a network that have one of these AGB codes, by code."""
    found = Organisation.objects.filter(network=network_id, agb__in=set(codes) - {""}).order_by("pk")
    return {row.agb: organisation_row(row) for row in found}


def unknown(network_id: str, rows: Directory) -> Directory:
    """Those of these rows of which the network does not know the key."""
    return Directory(
        _unknown(network_id, Organisation, rows.organisations),
        _unknown(network_id, Team, rows.teams),
        _unknown(network_id, Professional, rows.professionals),
    )


def _unknown(network_id: str, model: type[Any], rows: Sequence[AnyRow]) -> list[AnyRow]:
    wanted = {row.key: row for row in rows}
    there = model.objects.filter(network=network_id, key__in=wanted).order_by("pk") if wanted else ()
    for row in there:
        del wanted[row.key]
    return list(wanted.values())


def households_with(network_id: str, keys: Iterable[str]) -> dict[str, str]:
    """The id of each household of the network that has one of these keys, by key."""
    found = Household.objects.filter(network=network_id, key__in=set(keys)).order_by("pk")
    return dict(found.values_list("key", "pk"))


def known_clients(network_id: str, clients: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Household and person of each client who is known in the network."""
    rows = Person.objects.filter(household__network=network_id, bsn_digest__in=list(clients))
    found = rows.order_by("pk").values_list("bsn_digest", "household_id", "pk")
    return {client: (household, key_of(person)) for client, household, person in found}


def named_in_history(batch: Batch) -> set[tuple[str, str]]:
    """List and key of what the versions that a batch wrote name of the directory, where households stay."""
    rows = (
        Revision.objects.filter(change__batch=batch.pk).order_by("pk").values_list("table", "before", "after")
    )
    return {
        (REFERENCES[table][field], version[field])
        for table, *versions in rows.iterator()
        for version in versions
        for field in REFERENCES.get(table, ())
        if version and REFERENCES[table][field] in DIRECTORY and version.get(field)
    }


def people_like(user: User, network_id: str, births: Iterable[date], *, at: datetime) -> list[Somebody]:
    """Persons born on one of these days whom no message knows, in households that this user may update."""
    mine = my_memberships(user, at=at).values("household_id")
    rows = Person.objects.filter(
        household__network=network_id, household__in=mine, bsn_digest="", birth_date__in=set(births)
    ).select_related("household")
    found = [
        Somebody(row.household_id, row.household.name, row.key, row.name, row.birth_date)
        for row in rows.order_by("pk")
    ]
    held = standings(user, {one.household for one in found}, at=at)
    return [one for one in found if held[one.household].may(Kind.STRUCTURE, Act.IMPORT).allowed]


def facts_about(batch: Batch, clients: Sequence[str], kinds: Sequence[str] = ()) -> list[tuple[Fact, bool]]:
    """All facts about clients that are stored or come with this batch, and whether each was stored before.

    Answers come along with the requests and bills that they answer.
    """
    usable = MessageFact.objects.filter(Q(kept=True) | Q(batch=batch.pk), network=batch.network_id)
    own = usable.filter(client__in=clients)
    if kinds:
        own = own.filter(kind__in=kinds)
    rows = list(own.order_by("pk").values_list("content", "kept", "link"))
    links = {link for _, _, link in rows if link}
    if links and not kinds:
        answers = usable.filter(client="", link__in=links)
        rows += answers.order_by("pk").values_list("content", "kept", "link")
    return [(from_json(content), kept) for content, kept, _ in rows]


def new_clients(batch: Batch) -> list[str]:
    """The clients whom the messages of a batch are about, also when a message only answers an earlier one."""
    staged = MessageFact.objects.filter(batch=batch.pk, kept=False)
    answered = MessageFact.objects.filter(
        network=batch.network_id, kept=True, link__in=staged.filter(client="").exclude(link="").values("link")
    )
    found = (
        one.exclude(client="").order_by("client").values_list("client", flat=True)
        for one in (staged, answered)
    )
    return sorted({client for clients in found for client in clients})


def housemates(batch: Batch, clients: Sequence[str]) -> list[str]:
    """Clients with stored messages who live where one of `clients` now turns out to live."""
    homes = MessageFact.objects.filter(batch=batch.pk, kept=False).exclude(home="").values("home")
    found = MessageFact.objects.filter(network=batch.network_id, kept=True, home__in=homes)
    others = found.order_by("client").values_list("client", flat=True).distinct()
    return [client for client in others if client not in set(clients)]


def known_messages(batch: Batch, digests: Iterable[str]) -> set[str]:
    """Which of these messages are stored already, or were read earlier in this batch."""
    wanted = MessageFact.objects.filter(network=batch.network_id, sha256__in=list(digests), position=0)
    kept, here = wanted.filter(kept=True), wanted.filter(batch=batch.pk)
    return {
        digest for found in (kept, here) for digest in found.order_by("pk").values_list("sha256", flat=True)
    }
