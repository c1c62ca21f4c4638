"""The ring: the household in the middle, who is close, and in every part of life who helps and who leads."""

from datetime import date

from rekenmodel.signals import LeadScope, SubjectKind
from rekenmodel.signals.days import domains_in_use
from rekenmodel.values import LifeDomain
from samenspel.desk.drawings.ring_picture import (
    CaseLead,
    Helper,
    Member,
    RingPicture,
    Segment,
    SegmentState,
    Supporter,
    Tie,
)
from samenspel.desk.rules.scene import Part, Scene, first_name, in_sentence, months_between
from samenspel.households.rules.codes import RelationKind
from samenspel.households.rules.record import Help, HouseholdFile, Lead, Person
from samenspel.households.rules.situation import holder

PARENTS = {
    RelationKind.PARENT,
    RelationKind.STEP_PARENT,
    RelationKind.FOSTER_PARENT,
    RelationKind.GRANDPARENT,
}
MOST_MARKS = 2


def ring_of(scene: Scene) -> RingPicture:
    """Everybody around the household, in the reader's language."""
    segments = tuple(segment_of(scene, part) for part in scene.parts)
    loose = _without_domain(scene)
    if loose:
        title = scene.said("Nog geen gebied", "No domain yet")
        segments += (Segment(title=title, state=SegmentState.HELPED, helpers=loose),)
    nothing = {SegmentState.UNUSED, SegmentState.UNKNOWN}
    anybody = any(segment.state not in nothing for segment in segments)
    return RingPicture(
        title=_conclusion(scene, segments),
        segments=segments if anybody else (),
        members=_members(scene),
        supporters=tuple(
            Supporter(
                initials=initials(row.name), name=row.name, line=_close(scene, row.key), tie=Tie(row.tie)
            )
            for row in scene.file.supporters
        ),
        case_lead=_case_lead(scene),
        more=scene.said("… en nog {n}", "… and {n} more"),
        nobody_yet=scene.said(
            "Nog niemand. Begin met wie het gezin zelf noemt.",
            "Nobody yet. Begin with whom the family itself names.",
        ),
    )


def segment_of(scene: Scene, part: Part) -> Segment:
    """One part of the ring: who helps, who leads, and what is missing."""
    leads = leads_on(scene, part)
    helpers = _helpers(scene, part, leads)
    state = _state(scene, part, len(helpers), leads)
    marks = [
        mark
        for mark, signal in scene.numbered
        if any(domain in part.domains for domain in signal.keys(SubjectKind.DOMAIN))
    ]
    return Segment(
        title=scene.say(part.name),
        state=state,
        helpers=helpers,
        line=_line(scene, part, state, len(helpers), leads),
        signals=tuple(marks[:MOST_MARKS]),
    )


def leads_on(scene: Scene, part: Part) -> dict[LifeDomain, list[str]]:
    """Who leads on each life domain of a part, as holders."""
    found: dict[LifeDomain, list[str]] = {}
    for lead in scene.leads:
        if lead.scope is LeadScope.DOMAIN and lead.domain in part.domains:
            holders = found.setdefault(lead.domain, [])
            if holder(lead) not in holders:
                holders.append(holder(lead))
    return found


def helps_in(scene: Scene, part: Part) -> list[Help]:
    """The help that runs in a part of the ring."""
    return [row for row in scene.active if set(row.domains) & set(part.domains)]


def nobody_since(scene: Scene, part: Part) -> date | None:
    """Since when nobody helps in a part: the last help stopped, or the first trouble was written down."""
    stopped = [
        row.until
        for row in scene.file.help
        if row.until is not None and row.until <= scene.on and set(row.domains) & set(part.domains)
    ]
    if stopped:
        return max(stopped)
    begun = [row.since for row in scene.file.problems if row.domain in part.domains and row.since is not None]
    begun += [row.since for row in scene.file.goals if row.domain in part.domains and row.since is not None]
    return min(begun, default=None)


def initials(name: str) -> str:
    """The initials of a name: Iris van Dam becomes IvD."""
    words = name.replace("-", " ").split()
    if len(words) < 2:
        return name[:1]
    between = words[1][:1] if len(words) == 3 and words[1][:1].islower() else ""
    return words[0][:1] + between + words[-1][:1]


def age(person: Person, on: date) -> int | None:
    """How old somebody is on a day, when that is known."""
    born = person.birth_date
    if born is None or born > on:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def only_person(scene: Scene) -> str:
    """The first name of the one person of a household of one, else nothing."""
    persons = scene.file.persons
    return first_name(persons[0].name) if len(persons) == 1 else ""


def role_line(scene: Scene, row: Help) -> str:
    """What somebody does and for which organisation: huisarts, Meerzicht."""
    professional = scene.professionals.get(row.professional or "")
    does = professional.function if professional and professional.function else in_sentence(row.title)
    where = scene.organisation(row)
    return f"{does}, {where}" if where and where != scene.name(scene.helper(row)) else does


def _helpers(scene: Scene, part: Part, leads: dict[LifeDomain, list[str]]) -> tuple[Helper, ...]:
    leading = {who for holders in leads.values() for who in holders}
    lines = {scene.helper(row): role_line(scene, row) for row in reversed(helps_in(scene, part))}
    lines.pop("", None)
    for who in leading - set(lines):
        lines[who] = _function(scene, who)
    return tuple(
        Helper(initials=initials(scene.name(who)), name=scene.name(who), line=line, leads=who in leading)
        for who, line in sorted(lines.items(), key=lambda one: (one[0] not in leading, scene.name(one[0])))
    )


def _function(scene: Scene, who: str) -> str:
    kind, _, key = who.partition(":")
    if kind == "professional" and key in scene.professionals:
        return ", ".join(filter(None, (scene.professionals[key].function, scene.works_at(who))))
    if kind == "supporter":
        return next((row.relation for row in scene.file.supporters if row.key == key), "")
    return next((row.role for row in scene.file.persons if row.key == key), "")


def _state(scene: Scene, part: Part, helpers: int, leads: dict[LifeDomain, list[str]]) -> SegmentState:
    if not scene.sees_help and not leads:
        return SegmentState.UNKNOWN
    in_use = scene.sees_help and set(part.domains) & domains_in_use(scene.picture.situation)
    if in_use and not helps_in(scene, part):
        return SegmentState.NOBODY
    if any(len(holders) > 1 for holders in leads.values()):
        return SegmentState.UNLED
    if leads:
        return SegmentState.LED
    if helpers > 1:
        return SegmentState.UNLED
    return SegmentState.HELPED if helpers else SegmentState.UNUSED


def _line(
    scene: Scene, part: Part, state: SegmentState, helpers: int, leads: dict[LifeDomain, list[str]]
) -> str:
    if state is SegmentState.NOBODY:
        return nobody_line(scene, part)
    if state is SegmentState.UNLED:
        if leads:
            return scene.said("meer dan één mens heeft de regie", "more than one person leads")
        many = scene.people(helpers)
        return scene.said(f"{many}, niemand trekt", f"{many}, nobody leads")
    if state is SegmentState.HELPED:
        return scene.said("nog niemand heeft de regie", "nobody leads yet")
    without = [
        scene.domain(domain)
        for domain in part.domains
        if domain not in leads and any(domain in row.domains for row in scene.active)
    ]
    if state is SegmentState.LED and without:
        return scene.said(
            f"niemand trekt {scene.listed(without)}", f"nobody leads on {scene.listed(without)}"
        )
    return ""


def nobody_line(scene: Scene, part: Part) -> str:
    """Nobody, and since when: niemand, al 11 maanden."""
    waits = any(set(row.domains) & set(part.domains) for row in scene.waiting)
    since = nobody_since(scene, part)
    months = months_between(since, scene.on) if since else 0
    if waits:
        return scene.said(
            "nu helpt niemand, er is een wachtlijst", "nobody helps now, there is a waiting list"
        )
    if months < 1:
        return scene.said("nu helpt niemand", "nobody helps now")
    return scene.said(
        f"niemand helpt, al {months} {'maand' if months == 1 else 'maanden'}",
        f"nobody helps, for {months} {'month' if months == 1 else 'months'}",
    )


def _without_domain(scene: Scene) -> tuple[Helper, ...]:
    """Who helps without a life domain, and stands nowhere else in the picture."""
    placed = {scene.helper(row) for row in scene.active if row.domains} | {
        holder(lead) for lead in scene.leads if lead.scope in {LeadScope.CASE, LeadScope.DOMAIN}
    }
    found = {
        scene.helper(row): role_line(scene, row)
        for row in scene.active
        if scene.helper(row) not in placed | {""}
    }
    return tuple(
        Helper(initials=initials(scene.name(who)), name=scene.name(who), line=line)
        for who, line in found.items()
    )


def _members(scene: Scene) -> tuple[Member, ...]:
    depth = generations(scene.file)
    return tuple(
        Member(
            initial=row.name[:1].upper(),
            label=", ".join(filter(None, (first_name(row.name), str(age(row, scene.on) or "")))),
            generation=depth[row.key],
            elsewhere=""
            if row.in_house
            else in_sentence(row.lives_at) or scene.said("woont ergens anders", "lives elsewhere"),
        )
        for row in scene.file.persons
    )


def generations(file: HouseholdFile) -> dict[str, int]:
    """How many generations of the household stand above each person."""
    above: dict[str, set[str]] = {row.key: set() for row in file.persons}
    for relation in file.relations:
        if relation.kind in PARENTS and {relation.person, relation.other} <= above.keys():
            above[relation.other].add(relation.person)
    depth = dict.fromkeys(above, 0)
    for _ in above:
        depth = {key: max((depth[one] + 1 for one in found), default=0) for key, found in above.items()}
        depth = {key: min(value, 3) for key, value in depth.items()}
    return depth


def _close(scene: Scene, key: str) -> str:
    row = next(one for one in scene.file.supporters if one.key == key)
    tension = row.tie.value == Tie.TENSION.value
    relation = "" if row.relation and row.relation.lower() in row.name.lower() else row.relation
    what = relation or row.gives
    return ", ".join(filter(None, (what, scene.said("spanning", "tension") if tension else "")))


def _case_lead(scene: Scene) -> CaseLead:
    leads: list[Lead] = [lead for lead in scene.leads if lead.scope is LeadScope.CASE]
    marks = tuple(
        mark for mark, signal in scene.numbered if LeadScope.CASE.value in signal.keys(SubjectKind.SCOPE)
    )
    line = scene.said("houdt overzicht", "keeps the overview")
    if not leads:
        return CaseLead(
            initials="", name=scene.said("nog niemand", "nobody yet"), line=line, signals=marks[:1]
        )
    name = scene.name(holder(leads[0]))
    return CaseLead(initials=initials(name), name=name, line=line, signals=marks[:1])


def _conclusion(scene: Scene, segments: tuple[Segment, ...]) -> str:
    """The ring in words, for who does not see it."""
    home = scene.listed(first_name(row.name) for row in scene.file.persons if row.in_house)
    said = [scene.said(f"In huis: {home}.", f"At home: {home}.")] if home else []
    close = scene.listed(row.name for row in scene.file.supporters)
    if close:
        said.append(scene.said(f"Dichtbij: {close}.", f"Close by: {close}."))
    said += [f"{one.title}: {one.line}." for one in segments if one.line]
    led = scene.listed(one.title for one in segments if one.state is SegmentState.LED)
    if led:
        said.append(scene.said(f"Iemand heeft de regie bij {led}.", f"Somebody leads on {led}."))
    return " ".join(said) or scene.said(
        "Er staat nog niemand in de ring.", "There is nobody in the ring yet."
    )
