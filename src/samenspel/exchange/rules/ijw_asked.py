"""What providers asked for and what the municipality answered: 315, 317 and 319."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rekenmodel.values import Law, Text
from samenspel.exchange.rules.ijw_facts import (
    AnswerFact,
    ChangeRequestFact,
    Extent,
    Origin,
    Product,
    RequestFact,
    Wish,
)
from samenspel.exchange.rules.ijw_findings import Finding
from samenspel.exchange.rules.ijw_order import ask, in_order
from samenspel.exchange.rules.ijw_tables import label

REJECTED, INVESTIGATED = "1", "2"
AskKey = tuple[Law, str, str, str]


class AskStatus(StrEnum):
    """Where a request stands."""

    REQUESTED = "requested"
    UNDER_INVESTIGATION = "under_investigation"
    REJECTED = "rejected"
    GRANTED = "granted"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedHelp:
    """Help or a change that a provider asked for. `number` is the assignment it wants to change."""

    law: Law
    municipality: str
    provider: str
    reference: str
    bsn: str
    asked_on: date
    status: AskStatus
    number: int | None
    product: Product | None
    title: str
    start: date
    end: date | None
    extent: Extent | None
    budget_cents: int | None
    reason: str = ""
    answered_on: date | None = None
    rejection: str = ""
    other_municipality: str | None = None
    granted_by: tuple[str, ...] = ()
    """Keys of the assigned help that grants this request."""

    @property
    def key(self) -> AskKey:
        """A request is unique per law, municipality, provider and the provider's reference."""
        return (self.law, self.municipality, self.provider, self.reference)

    @property
    def waiting_since(self) -> date | None:
        """The day of the request while nobody has decided, otherwise none."""
        waiting = self.status in {AskStatus.REQUESTED, AskStatus.UNDER_INVESTIGATION}
        return self.asked_on if waiting else None


def ask_key(origin: Origin, reference: str) -> AskKey:
    """Return the key of the request that `reference` in a message points at."""
    return (origin.law, origin.municipality, origin.provider, reference)


def asked_help(
    requests: Sequence[RequestFact | ChangeRequestFact],
    answers: Sequence[AnswerFact],
    grants: Mapping[AskKey, tuple[str, ...]],
) -> tuple[list[AskedHelp], list[Finding]]:
    """Return every request and where it stands. A 301 with its reference grants it, whatever was answered."""
    by_key: dict[AskKey, list[AnswerFact]] = defaultdict(list)
    # Of one day a rejection is the last word: an investigation comes before a decision.
    for answer in sorted(in_order(answers), key=lambda one: (one.origin.dated, one.answer == REJECTED)):
        by_key[ask_key(answer.origin, answer.reference)].append(answer)
    seen: set[AskKey] = set()
    asked: list[AskedHelp] = []
    findings: list[Finding] = []
    for request in in_order(requests):
        key = ask_key(request.origin, request.reference)
        if key in seen:
            findings.append(ask(request.origin, "TR347", _twice(request.reference)))
            continue
        seen.add(key)
        asked.extend(_with_answers(request, by_key.get(key, []), grants.get(key, ())))
    for key in sorted(by_key):
        findings.extend(_check_answers(by_key[key], known=key in seen))
    return sorted(asked, key=lambda one: (*one.key, one.number or 0, str(one.product), one.start)), findings


def _with_answers(
    request: RequestFact | ChangeRequestFact, answers: list[AnswerFact], granted_by: tuple[str, ...]
) -> Iterator[AskedHelp]:
    law = request.origin.law
    last = answers[-1] if answers else None
    wishes = request.wishes if isinstance(request, ChangeRequestFact) else (_as_wish(request),)
    for wish in wishes:
        yield AskedHelp(
            law=law,
            municipality=request.origin.municipality,
            provider=request.origin.provider,
            reference=request.reference,
            bsn=request.bsn,
            asked_on=request.origin.dated,
            status=_status(last, granted_by),
            number=wish.number,
            product=wish.product,
            title=label(law, "ProductCategorie", wish.product.category) if wish.product else "",
            start=wish.start,
            end=wish.end,
            extent=wish.extent,
            budget_cents=wish.budget_cents,
            reason=label(law, "RedenVerzoek", request.reason)
            if isinstance(request, ChangeRequestFact)
            else "",
            answered_on=last.origin.dated if last else None,
            rejection=label(law, "RedenAfwijzingVerzoek", last.rejection) if last else "",
            other_municipality=last.other_municipality if last else None,
            granted_by=granted_by,
        )


def _as_wish(request: RequestFact) -> Wish:
    return Wish(
        number=None,
        product=request.product,
        start=request.start,
        end=request.end,
        extent=request.extent,
        budget_cents=request.budget_cents,
    )


def _status(last: AnswerFact | None, granted_by: tuple[str, ...]) -> AskStatus:
    if granted_by:
        return AskStatus.GRANTED
    if last is None:
        return AskStatus.REQUESTED
    return AskStatus.REJECTED if last.answer == REJECTED else AskStatus.UNDER_INVESTIGATION


def _check_answers(answers: list[AnswerFact], *, known: bool) -> Iterator[Finding]:
    if not known:
        yield ask(answers[0].origin, "TR379", _no_request(answers[0].reference))
    investigations = [answer for answer in answers if answer.answer == INVESTIGATED]
    if len(investigations) > 1:
        yield ask(investigations[-1].origin, "TR360", _investigated_twice(answers[0].reference))


def _twice(reference: str) -> Text:
    return Text(
        nl=f"De aanbieder gebruikt de referentie {reference} voor meer dan een verzoek. "
        "We tellen het eerste.",
        en=f"The provider uses the reference {reference} for more than one request. We count the first.",
    )


def _no_request(reference: str) -> Text:
    return Text(
        nl=f"De gemeente antwoordt op verzoek {reference}, maar dat verzoek is hier niet bekend. "
        "Mist er een bericht?",
        en=f"The municipality answers request {reference}, which is not known here. Is a message missing?",
    )


def _investigated_twice(reference: str) -> Text:
    return Text(
        nl=f"De gemeente meldt meer dan een keer dat verzoek {reference} in onderzoek is. "
        "Vraag hoe het ervoor staat.",
        en=f"The municipality says more than once that request {reference} is under investigation. "
        "Ask how it stands.",
    )
