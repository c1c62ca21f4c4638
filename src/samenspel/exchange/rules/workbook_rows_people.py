"""From the sheets of people and network to rows: persons, people close by, relations, professionals."""

import re

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.workbook_draft import Draft
from samenspel.exchange.rules.workbook_lines import Line, Notes
from samenspel.exchange.rules.workbook_names import Keys
from samenspel.exchange.rules.workbook_words import AUTHORITIES, RELATIONS, Circle, plain_words
from samenspel.households.rules import record
from samenspel.kit.rows import Row
from samenspel.network.rules import Organisation, Professional

WORDS = "|".join(word.replace(" ", "[ -]") for word in sorted(RELATIONS.known, key=len, reverse=True))
RELATION = re.compile(
    rf"({WORDS})\s+(?:van|of|to)\s+(.+?)\s*(?:\(([^()]*)\))?\s*(?:\{{([a-z0-9-]+)\}})?",
    re.IGNORECASE | re.DOTALL,
)
NEXT_RELATION = re.compile(rf"\s*[;\n]\s*|\s*,\s*(?=(?:{WORDS})\s+(?:van|of|to)\s)", re.IGNORECASE)


def add_people(draft: Draft, lines: list[Line]) -> None:
    """Persons and people close by, then how they relate."""
    _check_twice(draft.notes, lines)
    for line in lines:
        if line.get("circle") is None and "circle" not in line.wrong:
            draft.notes.question(NO_CIRCLE, line, "circle")
    draft.claim(lines, _table, lambda line: (line.said("name"),))
    for line in lines:
        if line.said("name"):
            draft.people.add_person(_table(line), line.key, line.said("name"))
    for line in lines:
        shared = {name: line.get(name) for name in ("name", "since", "until")} | {"key": line.key}
        if line.get("circle") is Circle.CLOSE:
            own = {"relation": line.get("role"), "tie": line.get("tie"), "gives": line.get("gives")}
            draft.add("supporters", record.Supporter, line, shared | own, {"relation": "role"})
            draft.unused(line, ("birth_date", "in_house", "lives_at", "relations"), NOT_FOR_CLOSE)
        else:
            own = {name: line.get(name) for name in ("role", "birth_date", "in_house", "lives_at")}
            draft.add("persons", record.Person, line, shared | own, {})
            _add_relations(draft, line)
            draft.unused(line, ("tie", "gives"), NOT_FOR_FAMILY)


def _table(line: Line) -> str:
    return "supporters" if line.get("circle") is Circle.CLOSE else "persons"


def _check_twice(notes: Notes, lines: list[Line]) -> None:
    seen: dict[str, Line] = {}
    for line in lines:
        words = plain_words(line.said("name"))
        other = seen.setdefault(words, line)
        if other is line or not words or (line.said("key") and other.said("key")):
            continue
        born, other_born = line.get("birth_date"), other.get("birth_date")
        if born is not None and born == other_born:
            notes.error(_twice(line, other), line, "name")
        else:
            notes.question(_same(line, other), line, "name")


def _add_relations(draft: Draft, line: Line) -> None:
    for piece in filter(None, NEXT_RELATION.split(line.said("relations"))):
        match = RELATION.fullmatch(piece.strip())
        if match is None:
            draft.notes.error(NO_RELATION, line, "relations")
            continue
        try:
            kind = RELATIONS.find(match[1])
            authority = AUTHORITIES.find(match[3]) if match[3] else None
        except RefusedError as refused:
            draft.notes.error(refused.text, line, "relations")
            continue
        for written in draft.people.persons.split(match[2]):
            other = draft.people.person(line, "relations", written)
            if other is not None:
                keys = draft.keys.setdefault("relations", Keys())
                made = keys.make(line.key, other)
                values = {
                    "key": match[4] or made,
                    "person": line.key,
                    "other": other,
                    "kind": kind,
                    "authority": authority,
                }
                cells = dict.fromkeys(("key", "other", "authority", "kind"), "relations")
                draft.add("relations", record.Relation, line, values, cells)


def add_network(draft: Draft, lines: list[Line]) -> None:
    """Organisations and professionals of the sheet of the network."""
    people, homes = draft.people, [line for line in lines if not line.said("organisation")]
    workers = [line for line in lines if line.said("organisation")]
    draft.keys |= people.keys
    draft.claim(homes, "organisations", lambda line: (line.said("name"),))
    draft.claim(workers, "professionals", lambda line: (line.said("name"),))
    for line in homes:
        if line.said("name"):
            people.make_organisation(
                line, line.said("name"), line.key, kind=line.get("kind"), agb=line.get("agb")
            )
    for line in workers:
        home = people.organisation(line)
        known = [part.strip() for part in re.split(r"[;\n]", line.said("expertise")) if part.strip()]
        if home is not None and line.said("name"):
            values = {"function": line.get("function"), "expertise": tuple(known)}
            people.make_professional(line, line.said("name"), home, line.key, **values)


def finish_network(draft: Draft) -> None:
    """Turn the organisations and professionals that were named anywhere into rows."""
    kinds: dict[str, type[Row]] = {"organisations": Organisation, "professionals": Professional}
    for table, kind in kinds.items():
        for key, values in draft.people.made[table].items():
            line = draft.people.lines[table, key]
            cells = {
                "name": next(
                    name for name in ("helper", "holder", "organisation", "name") if name in line.places
                )
            }
            draft.add(table, kind, line, values, {} if line.sheet.key == "network" else cells)


def _twice(line: Line, other: Line) -> Text:
    return Text(
        f"{line.said('name')} staat twee keer in de lijst, met dezelfde geboortedatum (rij {other.row} en "
        "rij "
        f"{line.row}). Haal er een weg.",
        f"{line.said('name')} is in the list twice, with the same date of birth (row {other.row} and row "
        f"{line.row}). "
        "Remove one.",
    )


def _same(line: Line, other: Line) -> Text:
    return Text(
        f"{line.said('name')} staat ook op rij {other.row}. Is dit dezelfde persoon? Haal er dan een weg. "
        "Zijn het er twee? Maak de namen verschillend.",
        f"{line.said('name')} is on row {other.row} as well. The same person? Then remove one. "
        "Two people? Make the names different.",
    )


NO_CIRCLE = Text(
    "Hier staat niet of dit iemand van het gezin is of een naaste. We lezen: gezin. Klopt dat?",
    "It does not say whether this is family or somebody close by. We read: family. Is that right?",
)
NOT_FOR_CLOSE = Text("Bij een naaste lezen we dit niet.", "We do not read this for somebody close by.")
NOT_FOR_FAMILY = Text("Bij iemand van het gezin lezen we dit niet.", "We do not read this for family.")
NO_RELATION = Text(
    "Schrijf bijvoorbeeld: ouder van Noor en Sam (samen gezag); partner van Piet.",
    "Write for example: parent of Noor and Sam (joint authority); partner of Piet.",
)
