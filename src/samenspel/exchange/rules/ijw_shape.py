"""Checks a message against the element tables: order, number, datatypes, codes, dates and the BSN."""

import re
from datetime import date, time

from rekenmodel.values import Text
from samenspel.exchange.rules.ijw_findings import Report
from samenspel.exchange.rules.ijw_tables import Complex, Part, Schema, Simple, message_of_code
from samenspel.exchange.rules.ijw_xml import Node

SCHEMA = "XSD"
WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,18}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?")
BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance}"


def check_shape(root: Node, schema: Schema, report: Report) -> None:
    """Report every place where the message leaves the element table of its kind."""
    for name in root.attributes[::2]:
        if not name.startswith(SCHEMA_INSTANCE):
            report.add(root, SCHEMA, _attribute(name, "Bericht"))
    _check_complex(root, schema.root, report)


def _check_complex(node: Node, kind: Complex, report: Report) -> None:
    if node.text.strip():
        report.add(node, SCHEMA, _loose_text(node.name))
    known = [child for child in node.children if _is_known(child, kind, report)]
    position, missing = 0, []
    for part in kind.parts:
        count = 0
        while position < len(known) and known[position].tag == part.tag:
            _check_part(known[position], part, report)
            position, count = position + 1, count + 1
        if count < part.least:
            missing.append(part.name)
        if part.most is not None and count > part.most:
            report.add(known[position - 1], SCHEMA, _too_many(part, node.name))
    misplaced = known[position:]
    for child in misplaced:
        report.add(child, SCHEMA, _misplaced(child.name, node.name))
    present = {child.name for child in misplaced}
    for name in missing:
        if name not in present:
            report.add(node, SCHEMA, _missing(name, node.name))


def _is_known(child: Node, kind: Complex, report: Report) -> bool:
    if child.tag in kind.tags:
        return True
    text = _wrong_namespace(child) if child.name in kind.names else _unknown(child.name)
    report.add(child, SCHEMA, text)
    return False


def _check_part(node: Node, part: Part, report: Report) -> None:
    if node.attributes:
        report.add(node, SCHEMA, _attribute(node.attributes[0], node.name))
    if isinstance(part.type, Complex):
        _check_complex(node, part.type, report)
    elif node.children:
        report.add(node, SCHEMA, _unknown(node.children[0].name))
    else:
        _check_value(node, part, part.type, report)


def _check_value(node: Node, part: Part, kind: Simple, report: Report) -> None:
    problem = _wrong_value(node.name, node.text, kind)
    if problem is not None:
        report.add(node, SCHEMA, problem)
    elif part.fixed is not None and not part.fixed.fullmatch(node.text.strip()):
        report.add(node, SCHEMA, _not_fixed(node.name, node.text, part.fixed.pattern))
    elif kind.name == "BurgerServicenummer" and not passes_eleven_test(node.text):
        report.add(node, "CS002", _wrong_bsn(node.text))


def _wrong_value(name: str, text: str, kind: Simple) -> Text | None:
    if kind.base == "string":
        return _wrong_string(name, text, kind)
    text = text.strip()
    if kind.base == "integer":
        return _wrong_integer(name, text, kind)
    if kind.pattern is not None and not kind.pattern.fullmatch(text):
        return _not_a_moment(name, text, kind.base)
    return None if _is_moment(text, kind.base) else _not_a_moment(name, text, kind.base)


def _wrong_string(name: str, text: str, kind: Simple) -> Text | None:
    if kind.values:
        return None if text in kind.values else _unknown_code(name, text, kind.code_list)
    if len(text) < kind.shortest or (kind.longest is not None and len(text) > kind.longest):
        return _wrong_length(name, len(text), kind)
    if kind.pattern is not None and not kind.pattern.fullmatch(text):
        return _wrong_form(name, text)
    return None


def _wrong_integer(name: str, text: str, kind: Simple) -> Text | None:
    if not WHOLE_NUMBER.fullmatch(text):
        return _not_a_number(name, text)
    if int(text) < kind.lowest or (kind.highest is not None and int(text) > kind.highest):
        return _out_of_range(name, text, kind)
    return None


def _is_moment(text: str, base: str) -> bool:
    try:
        if base == "date":
            return DAY.fullmatch(text) is not None and date.fromisoformat(text) is not None
        return CLOCK.fullmatch(text) is not None and time.fromisoformat(text) is not None
    except ValueError:
        return False


def passes_eleven_test(bsn: str) -> bool:
    """Return whether nine digits form a valid BSN (rule CS002)."""
    digits = [int(digit) for digit in bsn]
    total = sum(weight * digit for weight, digit in zip(BSN_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and any(digits)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "..."


def _missing(name: str, parent: str) -> Text:
    return Text(
        nl=f"In {parent} ontbreekt {name}. Vraag de afzender om dit aan te vullen.",
        en=f"{parent} lacks {name}. Ask the sender to add it.",
    )


def _unknown(name: str) -> Text:
    return Text(
        nl=f"Het element {name} hoort hier niet. Vraag de afzender om een bericht volgens release 3.2.",
        en=f"The element {name} does not belong here. Ask the sender for a message of release 3.2.",
    )


def _misplaced(name: str, parent: str) -> Text:
    return Text(
        nl=f"{name} staat in {parent} op de verkeerde plaats. De volgorde ligt vast. Vraag de afzender "
        "om de volgorde te herstellen.",
        en=f"{name} is in the wrong place in {parent}. The order is fixed. "
        "Ask the sender to restore the order.",
    )


def _too_many(part: Part, parent: str) -> Text:
    return Text(
        nl=f"{part.name} mag in {parent} hoogstens {part.most} keer staan. Vraag de afzender welke geldt.",
        en=f"{part.name} may stand in {parent} at most {part.most} time(s). Ask the sender which one counts.",
    )


def _wrong_namespace(node: Node) -> Text:
    namespace = node.tag.rpartition("}")[0] or "-"
    return Text(
        nl=f"{node.name} staat in de namespace {_short(namespace)}, die hoort hier niet. Vraag de afzender "
        "om een bericht volgens release 3.2.",
        en=f"{node.name} is in the namespace {_short(namespace)}, which does not belong here. Ask the sender "
        "for a message of release 3.2.",
    )


def _attribute(name: str, parent: str) -> Text:
    name = name.rpartition("}")[2]
    return Text(
        nl=f"{parent} heeft een attribuut {name}. Berichten hebben geen attributen. "
        "Laat de afzender het weghalen.",
        en=f"{parent} has an attribute {name}. Messages have no attributes. Ask the sender to remove it.",
    )


def _loose_text(name: str) -> Text:
    return Text(
        nl=f"In {name} staat losse tekst tussen de elementen. Laat de afzender die weghalen.",
        en=f"{name} has loose text between its elements. Ask the sender to remove it.",
    )


def _unknown_code(name: str, text: str, code_list: str) -> Text:
    code_list = code_list or "ISO 3166-1"
    return Text(
        nl=f'{name} heeft de code "{_short(text)}". Die staat niet in codelijst {code_list}. '
        "Vraag de afzender welke code klopt.",
        en=f'{name} has the code "{_short(text)}", which is not in code list {code_list}. '
        "Ask the sender which code is right.",
    )


def _wrong_length(name: str, length: int, kind: Simple) -> Text:
    most = kind.longest
    if length == 0 or most is None:
        return Text(
            nl=f"{name} is leeg. Vul het of laat het element weg.",
            en=f"{name} is empty. Fill it or leave the element out.",
        )
    return Text(
        nl=f"{name} telt {length} tekens, hoogstens {most} mag. Laat de afzender het korter maken.",
        en=f"{name} has {length} characters, at most {most} are allowed. Ask the sender to shorten it.",
    )


def _wrong_form(name: str, text: str) -> Text:
    return Text(
        nl=f'{name} heeft de waarde "{_short(text)}". Die heeft niet de juiste vorm. '
        "Laat de afzender dit herstellen.",
        en=f'{name} has the value "{_short(text)}", which does not have the right form. '
        "Ask the sender to repair it.",
    )


def _not_fixed(name: str, text: str, pattern: str) -> Text:
    if name != "BerichtCode":
        return _wrong_form(name, text)
    text = text.strip()
    other = message_of_code(text) or "-"
    return Text(
        nl=f"De berichtcode is {_short(text)} ({other}), maar bij dit bericht hoort {pattern} "
        f"({message_of_code(pattern)}). Vraag de afzender welk bericht dit is.",
        en=f"The message code is {_short(text)} ({other}), but this message must have {pattern} "
        f"({message_of_code(pattern)}). Ask the sender which message this is.",
    )


def _not_a_number(name: str, text: str) -> Text:
    return Text(
        nl=f'{name} is "{_short(text)}". Hier hoort een heel getal. Laat de afzender dit herstellen.',
        en=f'{name} is "{_short(text)}". A whole number belongs here. Ask the sender to repair it.',
    )


def _out_of_range(name: str, text: str, kind: Simple) -> Text:
    return Text(
        nl=f"{name} is {text}. Het moet liggen tussen {kind.lowest} en {kind.highest}. "
        "Laat de afzender dit herstellen.",
        en=f"{name} is {text}. It must lie between {kind.lowest} and {kind.highest}. "
        "Ask the sender to repair it.",
    )


def _not_a_moment(name: str, text: str, base: str) -> Text:
    if base == "date":
        return Text(
            nl=f'{name} is "{_short(text)}". Dat is geen bestaande dag (jjjj-mm-dd). '
            "Vraag naar de juiste datum.",
            en=f'{name} is "{_short(text)}". That is not an existing day (yyyy-mm-dd). '
            "Ask for the right date.",
        )
    return Text(
        nl=f'{name} is "{_short(text)}". Dat is geen tijd (uu:mm:ss). Vraag naar de juiste tijd.',
        en=f'{name} is "{_short(text)}". That is not a time (hh:mm:ss). Ask for the right time.',
    )


def _wrong_bsn(bsn: str) -> Text:
    return Text(
        nl=f"Het BSN dat eindigt op {bsn[-3:]} klopt niet: het haalt de elfproef niet. "
        "Vraag de afzender om het juiste nummer.",
        en=f"The BSN ending in {bsn[-3:]} is wrong: it fails the eleven-test. "
        "Ask the sender for the right number.",
    )
