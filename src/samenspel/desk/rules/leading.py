"""Who leads on what, what they may decide, and where nobody or more than one does."""

from dataclasses import dataclass

from rekenmodel.signals import LeadScope
from rekenmodel.signals.days import domains_in_use
from rekenmodel.values import LifeDomain, Month, month_name
from samenspel.desk.rules.ring import nobody_since
from samenspel.desk.rules.scene import Scene, sentence_case
from samenspel.desk.rules.signal_list import Place
from samenspel.households.rules.codes import MANDATE_TEXTS, SCOPE_TEXTS
from samenspel.households.rules.record import Case, Lead
from samenspel.households.rules.situation import holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody who leads, with the place where that is written down."""

    name: str
    works_at: str
    key: str
    accepted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRow:
    """One row of the matrix; `state` is led, single, double (two, or helpers without a lead) or gap."""

    title: str
    state: str
    who: tuple[Who, ...] = ()
    remark: str = ""
    mandate: str = ""
    details: str = ""
    deputy: str = ""
    review: str = ""
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Leading:
    """Who leads over the plan, over the overview and when it gets stuck, and the next meeting."""

    plan: str
    case: tuple[Who, ...]
    process: tuple[Who, ...]
    meeting: Case | None


def leading_of(scene: Scene) -> Leading:
    """The three who lead over the whole, and when everybody meets."""
    holder_of_plan = next((row.name for row in scene.file.persons if row.key == scene.file.plan_holder), "")
    opened = [row for row in scene.file.cases if row.closed_on is None or row.closed_on > scene.on]
    return Leading(
        plan=holder_of_plan,
        case=_who(scene, LeadScope.CASE),
        process=_who(scene, LeadScope.PROCESS),
        meeting=opened[-1] if opened else None,
    )


def leads_costs(scene: Scene, professional: str) -> bool:
    """Whether this professional leads on the costs of this household."""
    return bool(professional) and any(
        lead.scope is LeadScope.MONEY and lead.professional == professional for lead in scene.leads
    )


def matrix_of(scene: Scene) -> tuple[LeadRow, ...]:
    """The overview, every life domain in use, and whatever else somebody leads on."""
    rows = [_scope_row(scene, LeadScope.CASE)]
    rows += [
        _scope_row(scene, scope)
        for scope in (LeadScope.PROCESS, LeadScope.SAFETY, LeadScope.MONEY)
        if _on(scene, scope)
    ]
    used = domains_in_use(scene.picture.situation) | {
        lead.domain for lead in scene.leads if lead.scope is LeadScope.DOMAIN and lead.domain
    }
    for part in scene.parts:
        rows += [_domain_row(scene, domain) for domain in part.domains if domain in used]
    rows += [
        _subject_row(scene, lead) for lead in scene.leads if lead.scope in {LeadScope.HELP, LeadScope.GOAL}
    ]
    return tuple(rows)


def matrix_sentence(scene: Scene) -> str:
    """On how many domains exactly one person leads: one of the six facts."""
    facts = scene.picture.facts
    if "help" not in scene.tables or not facts.domains_in_use:
        return ""
    one, of = facts.domains_with_one_lead, facts.domains_in_use
    if one == of:
        return scene.said("Op elk gebied trekt één persoon.", "On each domain one person leads.")
    if of == 1:
        return _only_domain(scene)
    if one == 0:
        return scene.said(
            f"Op geen van de {of} gebieden trekt één persoon.", f"On none of {of} domains one person leads."
        )
    return scene.said(
        f"Op {one} van de {of} gebieden trekt één persoon.", f"On {one} of {of} domains one person leads."
    )


def _only_domain(scene: Scene) -> str:
    """The sentence for the one domain in use, on which not exactly one person leads."""
    if any(_on(scene, LeadScope.DOMAIN, domain) for domain in domains_in_use(scene.picture.situation)):
        return scene.said(
            "Op dit ene gebied trekt meer dan één persoon.", "On this one domain more than one person leads."
        )
    return scene.said("Op dit ene gebied trekt nog niemand.", "On this one domain nobody leads yet.")


def _on(scene: Scene, scope: LeadScope, domain: LifeDomain | None = None) -> list[Lead]:
    return [lead for lead in scene.leads if lead.scope is scope and lead.domain is domain]


def _who(scene: Scene, scope: LeadScope, domain: LifeDomain | None = None) -> tuple[Who, ...]:
    return tuple(_person(scene, lead) for lead in _on(scene, scope, domain))


def _person(scene: Scene, lead: Lead) -> Who:
    who = holder(lead)
    return Who(name=scene.name(who), works_at=_where(scene, who), key=lead.key, accepted=lead.accepted)


def _where(scene: Scene, who: str) -> str:
    """The team or organisation of a professional, the role of somebody of the household or close by."""
    kind, _, key = who.partition(":")
    if kind == "professional" and key in scene.professionals:
        team = next((row.name for row in scene.file.teams if row.key == scene.professionals[key].team), "")
        return team or scene.works_at(who)
    if kind == "supporter":
        return next((row.relation for row in scene.file.supporters if row.key == key), "")
    return next((row.role for row in scene.file.persons if row.key == key), "")


def _scope_row(scene: Scene, scope: LeadScope) -> LeadRow:
    title = sentence_case(scene.say(SCOPE_TEXTS[scope]))
    return _row(scene, title, _on(scene, scope), Place("leads", preset=(("scope", scope.value),)))


def _domain_row(scene: Scene, domain: LifeDomain) -> LeadRow:
    part = scene.part_of(domain)
    title = scene.say(part.name) if part and len(part.domains) == 1 else sentence_case(scene.domain(domain))
    place = Place("leads", preset=(("scope", LeadScope.DOMAIN.value), ("domain", domain.value)))
    return _row(scene, title, _on(scene, LeadScope.DOMAIN, domain), place, domain)


def _subject_row(scene: Scene, lead: Lead) -> LeadRow:
    """A lead on one line of help or one goal, under its title."""
    rows = scene.file.help if lead.scope is LeadScope.HELP else scene.file.goals
    key = lead.help if lead.scope is LeadScope.HELP else lead.goal
    title = next(
        (row.title for row in rows if row.key == key), sentence_case(scene.say(SCOPE_TEXTS[lead.scope]))
    )
    return _row(scene, title, [lead], Place("leads", lead.key))


def _row(
    scene: Scene, title: str, leads: list[Lead], place: Place, domain: LifeDomain | None = None
) -> LeadRow:
    if not leads:
        state, remark = _without(scene, domain)
        return LeadRow(title=title, state=state, remark=remark, place=place)
    reviews = [lead.review_on for lead in leads if lead.review_on]
    people = {holder(lead) for lead in leads}
    deputies = [name for lead in leads if (name := scene.name(deputy(lead)))]
    more = (
        scene.said("meer dan één heeft hier de regie", "more than one leads here") if len(people) > 1 else ""
    )
    return LeadRow(
        title=title,
        state="double" if len(people) > 1 else "led",
        who=tuple(_person(scene, lead) for lead in leads),
        remark=more,
        mandate=sentence_case("; ".join(lead.mandate_note for lead in leads if lead.mandate_note)),
        details=scene.listed(
            scene.say(MANDATE_TEXTS[item])
            for item in dict.fromkeys(item for lead in leads for item in lead.mandate)
        ),
        deputy=scene.listed(dict.fromkeys(deputies)),
        review=scene.brief_day(min(reviews)) if reviews else "",
        place=Place("leads", leads[0].key),
    )


def deputy(lead: Lead) -> str:
    """Who takes over when the one who leads is away, as one key over all lists; empty when nobody does."""
    found = {"professional": lead.deputy, "person": lead.deputy_person, "supporter": lead.deputy_supporter}
    return next((f"{kind}:{key}" for kind, key in found.items() if key), "")


def _without(scene: Scene, domain: LifeDomain | None) -> tuple[str, str]:
    """How a row without a lead stands: people help and nobody leads, or nobody is there at all."""
    helpers = {scene.helper(row) for row in scene.active if domain in row.domains} - {""}
    if helpers:
        many = scene.people(len(helpers))
        return "double" if len(helpers) > 1 else "single", scene.said(
            f"{many} {'helpt' if len(helpers) == 1 else 'helpen'} mee",
            f"{many} {'helps' if len(helpers) == 1 else 'help'}",
        )
    part = scene.part_of(domain) if domain else None
    since = nobody_since(scene, part) if part and len(part.domains) == 1 else None
    if since is None:
        return "gap", ""
    month = month_name(Month.of(since), scene.language)
    return "gap", scene.said(f"sinds {month}", f"since {month}")
