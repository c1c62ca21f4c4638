"""The people in words: the household with its authority, who is close, and the ring as a table."""

from dataclasses import dataclass

from samenspel.desk.drawings.ring_picture import RingPicture, SegmentState
from samenspel.desk.rules.ring import age, only_person
from samenspel.desk.rules.scene import Scene, first_name, sentence_case
from samenspel.households.rules.codes import AUTHORITY_TEXTS, RELATION_TEXTS, TIE_TEXTS, Authority
from samenspel.households.rules.record import Relation

STATE_MARKS = {
    SegmentState.LED: "lead",
    SegmentState.UNLED: "double",
    SegmentState.NOBODY: "gap",
    SegmentState.HELPED: "plain",
    SegmentState.UNUSED: "none",
    SegmentState.UNKNOWN: "none",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody of the household; `ties` say how and with what authority he stands to the others."""

    key: str
    name: str
    role: str
    age: str
    home: str
    ties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseRow:
    """Somebody close."""

    key: str
    name: str
    relation: str
    gives: str
    tie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One part of the ring in words; `letter` is that of the ring on a phone."""

    letter: str
    title: str
    mark: str
    said: str
    leads: tuple[tuple[str, str], ...]
    helpers: tuple[tuple[str, str], ...]
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Everybody, in words."""

    title: str
    sentence: str
    limit: str
    parts: tuple[PartRow, ...]
    persons: tuple[PersonRow, ...]
    close: tuple[CloseRow, ...]


def people_of(scene: Scene, ring: RingPicture) -> People:
    """The ring in words, with the household and who is close."""
    return People(
        title=people_title(scene),
        sentence=people_sentence(scene),
        limit=only_leads(scene),
        parts=tuple(_part(scene, ring, index) for index in range(len(ring.segments))),
        persons=tuple(
            PersonRow(
                key=row.key,
                name=row.name,
                role=row.role,
                age=str(age(row, scene.on) if row.birth_date else ""),
                home=scene.said("in huis", "at home")
                if row.in_house
                else row.lives_at or scene.said("ergens anders", "elsewhere"),
                ties=tuple(
                    (one.key, _tie(scene, one)) for one in scene.file.relations if one.person == row.key
                ),
            )
            for row in scene.file.persons
        ),
        close=tuple(
            CloseRow(
                key=row.key,
                name=row.name,
                relation=row.relation,
                gives=row.gives,
                tie=scene.say(TIE_TEXTS[row.tie]),
            )
            for row in scene.file.supporters
        ),
    )


def people_title(scene: Scene) -> str:
    """Everybody around the household, or around the one person it is."""
    alone = only_person(scene)
    return scene.said(f"Iedereen om {alone or 'het gezin'} heen", f"Everybody around {alone or 'the family'}")


def only_leads(scene: Scene) -> str:
    """What stands with the ring for who may not see the help: it shows who leads, nothing else."""
    if scene.sees_help:
        return ""
    return scene.said(
        "U ziet hier alleen wie de regie heeft. Wie er helpt, zien het gezin en de mensen die helpen.",
        "You see here only who leads. Who helps is seen by the family and the people who help.",
    )


def people_sentence(scene: Scene) -> str:
    """How many people of how many organisations help, and how many stand close: one of the six facts."""
    close = len(scene.file.supporters)
    near = scene.people(close) if close else ""
    if "help" not in scene.tables:
        return _stand_close(scene, close, near)
    helpers = {scene.helper(row) for row in scene.active} - {""}
    people = sum(who.startswith("professional:") for who in helpers)
    organisations = scene.picture.facts.organisations
    if not organisations and not people:
        return f"{_without_professionals(scene)} {_stand_close(scene, close, near)}".strip()
    from_where = scene.count(
        organisations,
        scene.said("organisatie", "organisation"),
        scene.said("organisaties", "organisations"),
    )
    help_said = scene.said(
        f"{scene.people(people)} van {from_where}", f"{scene.people(people)} of {from_where}"
    )
    if organisations and not people:
        said = scene.said(
            f"{from_where}. Wie er komt, weten we nog niet.",
            f"{from_where}. Who comes, we do not know yet.",
        )
        return f"{sentence_case(said)} {_stand_close(scene, close, near)}".strip()
    helping = _near_helpers(scene)
    if helping:
        every = scene.people(scene.picture.load.helpers)
        paid = scene.count(people, "professional", "professionals")
        said = scene.said(
            f"{every} helpen: {paid} van {from_where} en {helping}.",
            f"{every} help: {paid} of {from_where} and {helping}.",
        )
        return f"{sentence_case(said)} {_stand_close(scene, close, near)}".strip()
    stand = scene.said(
        f", en {near} die dichtbij {'staat' if close == 1 else 'staan'}",
        f", and {near} who {'is' if close == 1 else 'are'} close",
    )
    return f"{sentence_case(help_said)}{stand if close else ''}."


def _without_professionals(scene: Scene) -> str:
    """What is said where no professional and no organisation helps."""
    near = _near_helpers(scene)
    if near:
        one = scene.picture.load.helpers == 1
        return sentence_case(
            scene.said(f"{near} {'helpt' if one else 'helpen'}.", f"{near} {'helps' if one else 'help'}.")
        )
    if scene.nothing_known:
        return scene.said("Nog niet bekend.", "Not known yet.")
    if scene.active:
        return scene.said("Wie er komt, weten we nog niet.", "Who comes, we do not know yet.")
    return scene.said("Nu helpt niemand.", "Nobody helps now.")


def _near_helpers(scene: Scene) -> str:
    """How many of who gives help stand close; nothing when nobody does."""
    number = sum(who.startswith("supporter:") for who in {scene.helper(row) for row in scene.active})
    one, many = scene.said("naaste", "relative or friend"), scene.said("naasten", "relatives or friends")
    return scene.count(number, one, many) if number else ""


def _stand_close(scene: Scene, close: int, near: str) -> str:
    if not close:
        return ""
    return sentence_case(
        scene.said(
            f"{near} {'staat' if close == 1 else 'staan'} dichtbij.",
            f"{near} {'is' if close == 1 else 'are'} close.",
        )
    )


def _tie(scene: Scene, row: Relation) -> str:
    """Ouder van Noor, samen gezag."""
    other = next((one.name for one in scene.file.persons if one.key == row.other), "")
    kind = scene.say(RELATION_TEXTS[row.kind])
    said = scene.said(f"{kind} van {first_name(other)}", f"{kind} of {first_name(other)}")
    return said if row.authority is Authority.NONE else f"{said}, {scene.say(AUTHORITY_TEXTS[row.authority])}"


def _part(scene: Scene, ring: RingPicture, index: int) -> PartRow:
    segment = ring.segments[index]
    leaders = [one for one in segment.helpers if one.leads]
    said = segment.line
    if segment.state is SegmentState.LED and leaders:
        names = scene.listed(one.name for one in leaders)
        said = scene.said(
            f"{names} {'heeft' if len(leaders) == 1 else 'hebben'} de regie",
            f"{names} {'leads' if len(leaders) == 1 else 'lead'}",
        )
        said = f"{said}; {segment.line}" if segment.line else said
    if segment.state is SegmentState.UNUSED:
        said = scene.said("hier is nu geen hulp nodig", "no help needed here now")
    return PartRow(
        letter=chr(ord("A") + index),
        title=segment.title,
        mark=STATE_MARKS[segment.state],
        said=sentence_case(said),
        leads=tuple((one.name, one.line) for one in leaders),
        helpers=tuple((one.name, one.line) for one in segment.helpers if not one.leads),
        signals=tuple(mark for mark in segment.signals if mark != "ok"),
    )
