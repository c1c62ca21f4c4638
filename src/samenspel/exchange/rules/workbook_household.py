"""From the questions of the first sheet to the facts, the case and the own words."""

from typing import Any

from rekenmodel.values import Text
from samenspel.exchange.rules.workbook_draft import Draft
from samenspel.exchange.rules.workbook_layout import CASE_FIELDS, HOUSEHOLD, WORDS_FIELDS
from samenspel.exchange.rules.workbook_lines import Line, needed
from samenspel.exchange.rules.workbook_names import Keys
from samenspel.households.rules import record


def add_household(draft: Draft, lines: list[Line]) -> dict[str, Any]:
    """Add the case and the own words; return the facts of the household itself."""
    single: dict[str, Line] = {}
    for line in lines:
        name = next(iter(line.places))
        if name in WORDS_FIELDS:
            continue
        if name in single:
            draft.notes.error(TWICE, line, name)
        single.setdefault(name, line)
    _add_words(draft, [line for line in lines if next(iter(line.places)) in WORDS_FIELDS])
    _add_case(draft, {name: line for name, line in single.items() if name in CASE_FIELDS})
    return _facts(draft, single)


def _facts(draft: Draft, single: dict[str, Line]) -> dict[str, Any]:
    home = single.get("name")
    if home is None:
        text = needed(HOUSEHOLD, "name")
        draft.notes.error(Text(f"Blad huishouden: {text.nl}", f"Sheet household: {text.en}"))
        return {}
    facts: dict[str, Any] = {
        "name": home.get("name"),
        "key": home.said("line_key") or Keys().make(home.said("name")),
    }
    line = single.get("plan_holder")
    if line is not None and line.said("plan_holder"):
        facts["plan_holder"] = draft.people.person(line, "plan_holder", line.said("plan_holder"))
    if "municipality" in single:
        facts["municipality"] = single["municipality"].get("municipality")
    draft.add("household", record.Facts, home, facts, {"key": "line_key"})
    return facts


def _add_case(draft: Draft, answers: dict[str, Line]) -> None:
    if not answers:
        return
    begin = answers.get("opened_on")
    if begin is None:
        line = next(iter(answers.values()))
        draft.notes.error(NO_BEGIN, line, next(iter(line.places)))
        return
    values = {name: line.get(name) for name, line in answers.items()}
    if begin.wrong or any(line.wrong for line in answers.values()):
        return
    key = begin.said("line_key") or Keys().make("casus", str(begin.get("opened_on")))
    draft.add("cases", record.Case, begin, values | {"key": key}, {"key": "line_key"})


def _add_words(draft: Draft, lines: list[Line]) -> None:
    for line in lines:
        line.values["key"] = line.said("line_key")
    draft.claim(
        lines, "words", lambda line: (next(iter(line.places)), line.said("said_by"), line.said("said_on"))
    )
    for line in lines:
        kind = next(iter(line.places))
        if line.get("said_on") is None and "said_on" not in line.wrong:
            draft.notes.error(NO_DAY, line, "said_on")
        values = {"key": line.key, "kind": kind, "text": line.get(kind), "on": line.get("said_on")}
        speaker = draft.people.who(line, "said_by")
        if speaker is not None and speaker.table == "professionals":
            draft.notes.error(OTHER_SPEAKER, line, "said_by")
        elif speaker is not None:
            values[speaker.table[:-1]] = speaker.key
        draft.add("words", record.Words, line, values, {"text": kind, "on": "said_on", "person": "said_by"})


TWICE = Text(
    "Op deze vraag staan twee antwoorden. Haal er een weg.", "This question has two answers. Remove one."
)
NO_BEGIN = Text("Vul ook in wanneer de casus begon.", "Also fill in when the case began.")
NO_DAY = Text("Vul in wanneer dit gezegd is.", "Fill in when this was said.")
OTHER_SPEAKER = Text(
    "Hier staan woorden van het gezin of van een naaste. Kies wie dit zei.",
    "These are words of the family or of somebody close by. Choose who said this.",
)
