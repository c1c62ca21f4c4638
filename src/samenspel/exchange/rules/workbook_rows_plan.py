"""From the sheets of agreements, help, lead and events to rows."""

from typing import Any

from rekenmodel.signals import LeadScope
from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.workbook_draft import Draft, as_field
from samenspel.exchange.rules.workbook_layout import PLAN_FIELDS
from samenspel.exchange.rules.workbook_lines import Line
from samenspel.exchange.rules.workbook_words import DOMAINS, Item
from samenspel.households.rules import record
from samenspel.kit.rows import Row

ITEM_TABLES: dict[Item, tuple[str, type[Row]]] = {
    Item.GOAL: ("goals", record.Goal),
    Item.PROBLEM: ("problems", record.Problem),
    Item.AGREEMENT: ("agreements", record.Agreement),
    Item.ACTION: ("actions", record.Action),
    Item.DECISION: ("decisions", record.Decision),
}
HELPERS = {"professional": "helper", "supporter": "helper"}
HOLDERS = {"professional": "holder", "person": "holder", "supporter": "holder"}
SUBJECTS = {"domain": "subject", "help": "subject", "goal": "subject"}


def add_plan(draft: Draft, lines: list[Line]) -> None:
    """Goals, problems, agreements, actions and decisions."""
    for line in lines:
        item = line.get("item")
        if item is None:
            continue
        table, kind = ITEM_TABLES[item]
        fields = PLAN_FIELDS[item]
        values = {own: line.get(name) for name, own in fields.items() if name != "who"} | {"key": line.key}
        cells = {own: name for name, own in fields.items()}
        if item is Item.GOAL and line.said("who"):
            values["person"] = draft.people.person(line, "who", line.said("who"))
        elif item is Item.ACTION:
            values |= as_field(draft.people.who(line, "who"))
            cells |= dict.fromkeys(("professional", "person", "supporter"), "who")
        elif "who" in fields:
            values[fields["who"]] = line.get("who")
        draft.add(table, kind, line, values, cells)
        draft.unused(line, set(line.values) - set(fields) - {"item", "key"}, NOT_FOR_ITEM)


def claim_plan(draft: Draft, lines: list[Line]) -> None:
    """Give the lines of the plan their keys, and the goals their names."""
    known = [line for line in lines if line.get("item") is not None]
    draft.claim(known, lambda line: ITEM_TABLES[line.get("item")][0], lambda line: (line.said("title"),))
    for line in known:
        if line.get("item") is Item.GOAL and line.said("title"):
            draft.goals.add("goals", line.key, line.said("title"))


def claim_help(draft: Draft, lines: list[Line]) -> None:
    """Give the lines of help their keys and names."""
    draft.claim(
        lines, "help", lambda line: (line.said("title"), line.said("organisation") or line.said("helper"))
    )
    for line in lines:
        if line.said("title"):
            home = line.said("organisation")
            draft.helps.add("help", line.key, line.said("title"), f"{line.said('title')} ({home})")


def add_help(draft: Draft, lines: list[Line]) -> None:
    """Lines of help, with who gives it, for whom and for which goals."""
    direct = [
        name
        for name in record.Help.model_fields
        if name not in {"key", "organisation", "professional", "supporter"}
    ]
    for line in lines:
        values = {name: line.get(name) for name in direct} | {"key": line.key} | _helper(draft, line)
        values["for_whom"] = draft.people.family(line, "for_whom")
        for name, known in (("goals", draft.goals), ("conflicts_with", draft.helps)):
            values[name] = tuple(draft.named(line, name, known, known.split(line.said(name))))
        draft.add("help", record.Help, line, values, HELPERS)
        if line.key in values["conflicts_with"]:
            draft.notes.error(WITH_ITSELF, line, "conflicts_with")


def _helper(draft: Draft, line: Line) -> dict[str, str | None]:
    people, home = draft.people, draft.people.organisation(line)
    found: dict[str, str | None] = {"organisation": home}
    for item in people.everyone.split(line.said("helper")):
        as_home = people.organisations.find(item) if home is None and not people.everyone.find(item) else []
        if len(as_home) == 1:
            found["organisation"] = as_home[0].key
            continue
        named = people.one(line, "helper", item, home)
        if named is None:
            continue
        if named.table == "persons":
            draft.notes.error(_family_helps(named.name), line, "helper")
        elif named.table[:-1] in found:
            draft.notes.error(TWO_HELPERS, line, "helper")
        else:
            found[named.table[:-1]] = named.key
    return found


def add_leads(draft: Draft, lines: list[Line]) -> None:
    """Who leads on what."""
    draft.claim(
        lines,
        "leads",
        lambda line: ("regie", str(line.get("scope") or ""), line.said("subject"), line.said("holder")),
    )
    direct = ("scope", "mandate", "mandate_note", "since", "until", "accepted", "review_on")
    for line in lines:
        values = {name: line.get(name) for name in direct} | {"key": line.key} | _subject(draft, line)
        values |= as_field(draft.people.who(line, "holder", draft.people.organisation(line)))
        deputy = draft.people.who(line, "deputy")
        if deputy is not None and deputy.table != "professionals":
            draft.notes.error(NO_DEPUTY, line, "deputy")
        elif deputy is not None:
            values["deputy"] = deputy.key
        draft.add("leads", record.Lead, line, values, HOLDERS | SUBJECTS)


def _subject(draft: Draft, line: Line) -> dict[str, Any]:
    scope, written = line.get("scope"), line.said("subject")
    if not written or scope is None:
        return {}
    if scope is LeadScope.DOMAIN:
        try:
            return {"domain": DOMAINS.find(written)}
        except RefusedError as refused:
            draft.notes.error(refused.text, line, "subject")
    elif scope in {LeadScope.HELP, LeadScope.GOAL}:
        known = draft.helps if scope is LeadScope.HELP else draft.goals
        found = draft.named(line, "subject", known, [written])
        return {scope.value: found[0]} if found else {}
    else:
        draft.notes.question(NO_SUBJECT, line, "subject")
    return {}


def add_events(draft: Draft, lines: list[Line]) -> None:
    """What happened."""
    draft.claim(lines, "events", lambda line: (line.said("title"), str(line.get("on") or "")))
    for line in lines:
        values = {name: line.get(name) for name in ("title", "kind", "on", "life_threatening")} | {
            "key": line.key
        }
        if line.said("person"):
            values["person"] = draft.people.person(line, "person", line.said("person"))
        draft.add("events", record.Event, line, values, {})


def _family_helps(name: str) -> Text:
    return Text(
        f"{name} hoort bij het gezin. Vul hier een professional of een naaste in.",
        f"{name} belongs to the family. Fill in a professional or somebody close by.",
    )


TWO_HELPERS = Text(
    "Hier staat meer dan één professional of naaste. Maak voor ieder een eigen regel.",
    "There is more than one professional or person close by here. Make a line for each.",
)
WITH_ITSELF = Text(
    "Hulp botst niet met zichzelf. Kies andere hulp.", "Help cannot clash with itself. Choose other help."
)
NO_DEPUTY = Text(
    "Alleen een professional kan vervangen. Kies een ander.",
    "Only a professional can deputise. Choose another.",
)
NO_SUBJECT = Text("Bij deze soort regie lezen we dit niet.", "We do not read this for this kind of lead.")
NOT_FOR_ITEM = Text("Bij deze soort regel lezen we dit niet.", "We do not read this for this kind of line.")
