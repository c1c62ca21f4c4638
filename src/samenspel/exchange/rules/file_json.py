"""The household file as JSON: read with every problem at once, written without loss; and its schema."""

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from rekenmodel.values import RefusedError, Text
from samenspel.exchange.rules.bsn import bsn_found, holds_bsn
from samenspel.exchange.rules.file_findings import Finding, Outcome, Severity, refused
from samenspel.exchange.rules.file_words import list_name
from samenspel.exchange.rules.workbook_safety import EMPTY, too_large
from samenspel.households.rules.faults import LISTS, Fault, faults_of_file, faults_of_shape
from samenspel.households.rules.record import HouseholdFile

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_FINDINGS = 500
LONGEST_NUMBER = 30
NOT_IN_TEXT = re.compile("[\x00\ud800-\udfff]")
"""What JSON can write and no database can hold as text."""
OTHER_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_file(data: bytes, name: str) -> Outcome:
    """Read a household file; `name` is its name in findings. Never raises on bad input."""
    try:
        plain = _parse(data)
    except RefusedError as wrong:
        return refused(name, wrong.text)
    if not isinstance(plain, dict):
        return refused(name, NOT_A_HOUSEHOLD)
    bsns = tuple(
        _finding(name, Fault("", "", "", bsn_found(text)), place)
        for place, text in _texts(plain)
        if holds_bsn(text)
    )
    if bsns:
        return _outcome(name, None, bsns[:MAX_FINDINGS], plain)
    unfit = tuple(
        _finding(name, Fault("", "", "", NO_CHARACTER), place)
        for place, text in _texts(plain)
        if NOT_IN_TEXT.search(text)
    )
    if unfit:
        return _outcome(name, None, unfit[:MAX_FINDINGS], plain)
    try:
        file = HouseholdFile.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"), strict=True)
    except ValidationError as error:
        if any(part["type"] == "json_invalid" for part in error.errors(include_input=False)):
            return refused(name, TOO_DEEP)
        findings = tuple(_shape_findings(error, name))
        return _outcome(name, None, findings, plain)
    findings = tuple(_finding(name, fault, _place(file, fault)) for fault in faults_of_file(file))
    return _outcome(name, None if findings else file, findings[:MAX_FINDINGS], plain)


def write_file(file: HouseholdFile) -> bytes:
    """Return a household file as JSON: the same order always, two spaces, and nothing that is the default."""
    said = {"format": file.format} | file.model_dump(mode="json", exclude_defaults=True)
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def schema() -> dict[str, Any]:
    """Return the JSON Schema of the household file, as it is published in docs/reference."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | HouseholdFile.model_json_schema()


def schema_text() -> str:
    """Return the published schema as text."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _parse(data: bytes) -> Any:
    """Return the plain JSON values. Raises RefusedError on anything that two programs could read "
    "differently."""
    if len(data) > MAX_FILE_BYTES:
        raise RefusedError(too_large(len(data), MAX_FILE_BYTES))
    if not data.strip():
        raise RefusedError(EMPTY)
    if data.startswith(OTHER_ENCODINGS):
        raise RefusedError(_encoding(1))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise RefusedError(_encoding(data.count(b"\n", 0, wrong.start) + 1)) from wrong
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_number)
    except json.JSONDecodeError as wrong:
        raise RefusedError(_broken(wrong.lineno, wrong.colno)) from wrong
    except RecursionError as wrong:
        raise RefusedError(TOO_DEEP) from wrong
    except ValueError as wrong:
        raise wrong if isinstance(wrong, RefusedError) else RefusedError(LONG_NUMBER) from wrong


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise RefusedError(
            Text(
                f"De naam '{double}' staat twee keer in hetzelfde blok. Haal er een weg.",
                f"The name '{double}' is twice in the same block. Remove one.",
            )
        )
    return found


def _no_constant(word: str) -> Any:
    raise RefusedError(
        Text(f"'{word}' is geen getal. Haal het weg.", f"'{word}' is not a number. Remove it.")
    )


def _number(text: str) -> Decimal:
    if len(text) > LONGEST_NUMBER or "e" in text.lower():
        raise RefusedError(LONG_NUMBER)
    return Decimal(text)


def _texts(plain: Any) -> Iterator[tuple[tuple[int | str, ...], str]]:
    """Every text in plain JSON values with its place, the names of blocks too; without recursion."""
    waiting: list[tuple[tuple[int | str, ...], Any]] = [((), plain)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, dict):
            yield from ((place, name) for name in value)
            waiting += [((*place, name), inner) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*place, number), inner) for number, inner in enumerate(value)]


def _shape_findings(error: ValidationError, name: str) -> Iterator[Finding]:
    steps = [
        part["loc"] for part in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    for fault, loc in list(zip(faults_of_shape(error), steps, strict=True))[:MAX_FINDINGS]:
        yield _finding(name, fault, tuple(loc))


def _place(file: HouseholdFile, fault: Fault) -> tuple[int | str, ...]:
    """Where in the file a fault lies. Of a key that comes twice it is the second."""
    if fault.table not in LISTS:
        return (fault.field,)
    places = [number for number, row in enumerate(getattr(file, fault.table)) if row.key == fault.key]
    return (fault.table, places[-1] if fault.field == "key" else places[0], fault.field)


def _finding(name: str, fault: Fault, loc: tuple[int | str, ...]) -> Finding:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).lstrip(".")
    nl, en = [], []
    for step in loc:
        if isinstance(step, int):
            nl.append(f"nummer {step + 1}")
            en.append(f"number {step + 1}")
        else:
            said = list_name(str(step))
            nl.append(said.nl)
            en.append(said.en)
    spoken = Text(", ".join(nl), ", ".join(en)) if nl else None
    return Finding(source=name, severity=Severity.ERROR, text=fault.text, path=path, spoken=spoken)


def _outcome(
    name: str, file: HouseholdFile | None, findings: tuple[Finding, ...], plain: dict[str, Any]
) -> Outcome:
    total = sum(len(plain[table]) for table in LISTS if isinstance(plain.get(table), list))
    wrong = len({finding.path.partition("]")[0] for finding in findings if "[" in finding.path})
    return Outcome(name=name, file=file, findings=findings, rows_good=total - wrong, rows_wrong=wrong)


def _encoding(line: int) -> Text:
    return Text(
        f"Dit bestand is niet opgeslagen als UTF-8 (vanaf regel {line}). Kies bij Opslaan als: codering "
        "UTF-8.",
        f"This file is not saved as UTF-8 (from line {line}). Choose encoding UTF-8 under Save as.",
    )


def _broken(line: int, column: int) -> Text:
    return Text(
        f"Dit is geen geldig JSON: er gaat iets mis op regel {line}, teken {column}. "
        "Kijk of daar een komma, haakje of aanhalingsteken mist.",
        f"This is not valid JSON: something is wrong on line {line}, character {column}. "
        "Is a comma, bracket or quotation mark missing there?",
    )


NO_CHARACTER = Text(
    "Deze tekst heeft een teken dat niet bestaat. Typ de tekst opnieuw.",
    "This text has a character that does not exist. Type the text again.",
)
NOT_A_HOUSEHOLD = Text(
    "Dit bestand bevat geen huishouden. Kies een bestand dat u in Samenspel heeft gedownload.",
    "This file holds no household. Choose a file that you downloaded from Samenspel.",
)
TOO_DEEP = Text(
    "Dit bestand is te diep in elkaar genest of bevat verboden tekens. Download het opnieuw uit Samenspel.",
    "This file is nested too deeply or holds forbidden characters. Download it again from Samenspel.",
)
LONG_NUMBER = Text(
    "In dit bestand staat een getal dat veel te lang is of met een e is geschreven. Schrijf het voluit, "
    "zoals 12.5.",
    "A number in this file is far too long or is written with an e. Write it in full, such as 12.5.",
)
