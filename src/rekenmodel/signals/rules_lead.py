"""Rules about who leads (regie): nobody, two at a time, or without a yes."""

from collections.abc import Iterator
from datetime import date

from rekenmodel.signals.days import (
    active_helps,
    active_leads,
    domains_in_use,
    domains_with_help,
    has_case_lead,
    has_stopped,
    leaders,
)
from rekenmodel.signals.signal import (
    Code,
    Severity,
    Signal,
    Subject,
    SubjectKind,
    Thresholds,
    name_of,
    names_of,
    subjects,
)
from rekenmodel.signals.situation import Help, LeadScope, Situation
from rekenmodel.signals.wording import DOMAIN_NAMES, both, count, listing, people, quoted, sentence
from rekenmodel.values import LifeDomain, Text

SCOPE_NAMES: dict[LeadScope, Text] = {
    LeadScope.CASE: Text("het overzicht", "the overview"),
    LeadScope.PROCESS: Text("het proces", "the process"),
    LeadScope.DOMAIN: Text("een leefgebied", "a life domain"),
    LeadScope.HELP: Text("de hulp", "the help"),
    LeadScope.GOAL: Text("het doel", "the goal"),
    LeadScope.SAFETY: Text("de veiligheid", "safety"),
    LeadScope.MONEY: Text("de kosten", "the costs"),
}

MOST_APART = 2
"""On more domains than this without a lead there is one signal for all together."""


def gap_lead(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Domains where people help and nobody leads; a domain without help is a gap in help, said there.

    One signal for each of at most two such domains, one together for more: it is then one thing to talk over.
    """
    lead_on = leaders(situation)
    open_domains = [
        domain
        for domain in LifeDomain
        if domain in domains_with_help(situation) and (LeadScope.DOMAIN, domain.value) not in lead_on
    ]
    if len(open_domains) > MOST_APART:
        yield _gaps_together(situation, open_domains)
    else:
        yield from (_gap(situation, domain) for domain in open_domains)


def _gap(situation: Situation, domain: LifeDomain) -> Signal:
    lines = [line for line in active_helps(situation) if domain in line.domains]
    names = _helpers(situation, lines)
    where, works = DOMAIN_NAMES[domain], _who_works(names)
    return Signal(
        code=Code.GAP_LEAD,
        severity=Severity.NOBODY_LEADS,
        title=sentence(
            f"{works.nl} aan {where.nl}. Niemand heeft daar de regie.",
            f"{works.en} on {where.en}. Nobody leads there.",
        ),
        why=_why_lead(names),
        action=sentence(
            f"kies één mens die de regie heeft op {where.nl}.",
            f"choose one person to lead on {where.en}.",
        ),
        subjects=subjects(domain=[domain.value], help=[line.key for line in lines]),
    )


def _gaps_together(situation: Situation, domains: list[LifeDomain]) -> Signal:
    lines = [line for line in active_helps(situation) if not line.domains.isdisjoint(domains)]
    number, where = count(len(domains)), listing([DOMAIN_NAMES[domain] for domain in domains])
    return Signal(
        code=Code.GAP_LEAD,
        severity=Severity.NOBODY_LEADS,
        title=Text(
            f"Op {number.nl} gebieden heeft niemand de regie: {where.nl}.",
            f"On {number.en} domains nobody leads: {where.en}.",
        ),
        why=_why_lead(_helpers(situation, lines)),
        action=Text(
            "Kies bij het volgende gesprek voor elk gebied één mens die de regie heeft.",
            "At the next meeting, choose one person to lead on each domain.",
        ),
        subjects=subjects(domain=[domain.value for domain in domains], help=[line.key for line in lines]),
    )


def _helpers(situation: Situation, lines: list[Help]) -> list[str]:
    return names_of(situation, frozenset(line.helper or line.organisation for line in lines))


def _who_works(names: list[str]) -> Text:
    if len(names) > 1:
        number = people(len(names))
        return Text(f"{number.nl} werken", f"{number.en} work")
    return Text(f"{names[0]} werkt", f"{names[0]} works") if names else Text("iemand werkt", "somebody works")


def _why_lead(names: list[str]) -> Text:
    why = Text("Dan beslist niemand als het anders moet.", "Then nobody decides when things must change.")
    if len(names) < 2:
        return why
    who = listing([both(name) for name in names])
    return Text(f"{why.nl} Hier helpen: {who.nl}.", f"{why.en} Helping here: {who.en}.")


def no_case_lead(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """There is help, a problem or a goal, and nobody leads on the case."""
    if has_case_lead(situation) or not (active_helps(situation) or domains_in_use(situation)):
        return
    yield Signal(
        code=Code.NO_CASE_LEAD,
        severity=Severity.NOBODY_LEADS,
        title=Text("Niemand heeft de regie op het overzicht.", "Nobody leads on the overview."),
        why=Text(
            "Dan houdt niemand alles bij elkaar, en weet het huishouden niet wie het kan bellen.",
            "Then nobody keeps it all together, and the household does not know whom to call.",
        ),
        action=Text(
            "Vraag het huishouden wie de casusregisseur mag zijn.",
            "Ask the household who may be the case lead.",
        ),
        subjects=subjects(scope=[LeadScope.CASE.value]),
    )


def double_lead(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """Two or more people lead on the same thing; on help that stopped or a closed goal nobody leads."""
    for (scope, subject), holders in leaders(situation).items():
        if len(holders) < 2 or _is_over(situation, scope, subject):
            continue
        number, what = people(len(holders)), _on_what(situation, scope, subject)
        who = listing([both(name) for name in names_of(situation, holders)])
        yield Signal(
            code=Code.DOUBLE_LEAD,
            severity=Severity.AT_ODDS,
            title=sentence(f"{number.nl} hebben de regie op {what.nl}.", f"{number.en} lead on {what.en}."),
            why=sentence(
                f"{who.nl} mogen dit nu elk beslissen. Dan weet niemand wie het laatste woord heeft.",
                f"{who.en} may each decide this now. Then nobody knows who has the last word.",
            ),
            action=Text("Kies wie van hen de regie houdt.", "Choose which of them keeps the lead."),
            subjects=subjects(holder=holders, **_place(scope, subject)),
            target=_newest(situation, scope, subject),
        )


def _newest(situation: Situation, scope: LeadScope, subject: str) -> Subject:
    """The lead that came last: before it there was one."""
    leads = (lead for lead in active_leads(situation) if (lead.scope, lead.subject) == (scope, subject))
    return Subject(SubjectKind.LEAD, max(leads, key=lambda lead: (lead.since or date.min, lead.key)).key)


def _is_over(situation: Situation, scope: LeadScope, subject: str) -> bool:
    on = situation.on
    if scope is LeadScope.HELP:
        return any(line.key == subject and has_stopped(line, on) for line in situation.helps)
    if scope is LeadScope.GOAL:
        return any(
            goal.key == subject and goal.closed_on is not None and goal.closed_on <= on
            for goal in situation.goals
        )
    return False


def _on_what(situation: Situation, scope: LeadScope, subject: str) -> Text:
    if scope is LeadScope.DOMAIN:
        return next((DOMAIN_NAMES[d] for d in LifeDomain if d.value == subject), SCOPE_NAMES[scope])
    titled = {
        LeadScope.HELP: {line.key: line.title for line in situation.helps},
        LeadScope.GOAL: {goal.key: goal.title for goal in situation.goals},
    }.get(scope, {})
    return both(quoted(titled[subject])) if subject in titled else SCOPE_NAMES[scope]


def _place(scope: LeadScope, subject: str) -> dict[str, list[str]]:
    if subject and scope in {LeadScope.DOMAIN, LeadScope.HELP, LeadScope.GOAL}:
        return {scope.value: [subject]}
    return {"scope": [scope.value]}


def lead_not_accepted(situation: Situation, _: Thresholds) -> Iterator[Signal]:
    """People whose name stands at a lead and who have not said yes to it."""
    waiting = [
        lead
        for lead in active_leads(situation)
        if not lead.accepted and not _is_over(situation, lead.scope, lead.subject)
    ]
    if not waiting:
        return
    first = min(
        waiting, key=lambda lead: (name_of(situation, lead.holder), lead.scope, lead.subject, lead.key)
    )
    holders = frozenset(lead.holder for lead in waiting)
    number, who = people(len(holders)), listing([both(name) for name in names_of(situation, holders)])
    verb = Text("zei", "has") if len(holders) == 1 else Text("zeiden", "have")
    places = sorted({(lead.scope, lead.subject) for lead in waiting})
    which = listing([_on_what(situation, scope, subject) for scope, subject in places])
    yield Signal(
        code=Code.LEAD_NOT_ACCEPTED,
        severity=Severity.NOT_CLEAR,
        title=sentence(
            f"{number.nl} {verb.nl} nog geen ja op de regie.",
            f"{number.en} {verb.en} not said yes to leading yet.",
        ),
        why=Text(
            f"Dan weten de anderen niet of ze hierop kunnen rekenen. Het gaat om {which.nl}.",
            f"Then the others do not know whether they can count on it. It is about {which.en}.",
        ),
        action=Text(f"Vraag een ja of nee aan {who.nl}.", f"Ask for a yes or no from {who.en}."),
        subjects=subjects(holder=holders, scope={lead.scope.value for lead in waiting}),
        target=Subject(SubjectKind.LEAD, first.key),
    )
