"""Every address with the act and the level of data that it is for. What is not in this list does not open.

A new address fails the system check at start until it stands here, and is refused when it is asked for.
The page behind it asks `access` for itself; this list says what it asks, so that it can be tried and read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.checks import CheckMessage, Error
from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, get_resolver

from samenspel.access.rules import Act, Level


@dataclass(frozen=True, slots=True)
class Door:
    """What an address does, with data of which level. A form that also writes names the writing."""

    act: Act
    level: Level


OPEN = Door(Act.READ, Level.PUBLIC)
OWN_WORK = Door(Act.IMPORT, Level.PERSONAL)
STRUCTURE, PERSONAL = Level.STRUCTURE, Level.PERSONAL

DOORS: dict[str, Door] = {
    "set_language": OPEN,
    "accounts:sign-in": OPEN,
    "accounts:sign-out": OPEN,
    "access:rights": OPEN,
    "access:questions": Door(Act.SEE, STRUCTURE),
    "access:answer": Door(Act.GRANT, STRUCTURE),
    "access:members": Door(Act.SEE, STRUCTURE),
    "access:ask": Door(Act.GRANT, STRUCTURE),
    "access:extend": Door(Act.GRANT, STRUCTURE),
    "access:stop": Door(Act.GRANT, STRUCTURE),
    "access:withdraw": Door(Act.GRANT, STRUCTURE),
    "access:block": Door(Act.GRANT, STRUCTURE),
    "access:lift": Door(Act.GRANT, STRUCTURE),
    "access:emergency": Door(Act.EMERGENCY, Level.SPECIAL),
    "access:judge": Door(Act.LOG, STRUCTURE),
    "desk:start": Door(Act.SEE, STRUCTURE),
    "desk:household": Door(Act.READ, PERSONAL),
    "desk:costs": Door(Act.READ, PERSONAL),
    "desk:journal": Door(Act.LOG, STRUCTURE),
    "desk:changes": Door(Act.READ, PERSONAL),
    "desk:meeting": Door(Act.READ, PERSONAL),
    "desk:step-back": Door(Act.UPDATE, PERSONAL),
    "desk:step-on": Door(Act.UPDATE, PERSONAL),
    "desk:report": Door(Act.EXPORT, PERSONAL),
    "desk:edit": Door(Act.UPDATE, PERSONAL),
    "desk:add": Door(Act.CREATE, PERSONAL),
    "desk:remove": Door(Act.DELETE, PERSONAL),
    "desk:undo": Door(Act.UPDATE, PERSONAL),
    "desk:done": Door(Act.UPDATE, PERSONAL),
    "desk:state": Door(Act.UPDATE, STRUCTURE),
    "exchange:bring-in": OWN_WORK,
    "exchange:template": OPEN,
    "exchange:preview": OWN_WORK,
    "exchange:go-on": OWN_WORK,
    "exchange:confirm": OWN_WORK,
    "exchange:same-as": OWN_WORK,
    "exchange:stop": OWN_WORK,
    "exchange:undo": OWN_WORK,
    "exchange:take-along": Door(Act.EXPORT, PERSONAL),
    "exchange:take-along-workbook": Door(Act.EXPORT, PERSONAL),
    "scenarios:plan": Door(Act.READ, PERSONAL),
    "scenarios:start": Door(Act.CREATE, PERSONAL),
    "scenarios:add": Door(Act.CREATE, PERSONAL),
    "scenarios:remove": Door(Act.DELETE, PERSONAL),
    "scenarios:undo": Door(Act.UPDATE, PERSONAL),
    "scenarios:save": Door(Act.UPDATE, PERSONAL),
    "scenarios:show": Door(Act.READ, PERSONAL),
    "scenarios:page": Door(Act.READ, PERSONAL),
    "scenarios:long": Door(Act.READ, PERSONAL),
    "scenarios:run": Door(Act.READ, PERSONAL),
    "scenarios:again": Door(Act.UPDATE, PERSONAL),
    "scenarios:scenario": Door(Act.UPDATE, PERSONAL),
    "scenarios:letter": Door(Act.EXPORT, PERSONAL),
    "scenarios:appendix": Door(Act.EXPORT, PERSONAL),
    "scenarios:prices": Door(Act.READ, STRUCTURE),
    "scenarios:prices-workbook": Door(Act.READ, STRUCTURE),
    "scenarios:prices-in": Door(Act.UPDATE, STRUCTURE),
}


def addresses(patterns: Iterable[URLPattern | URLResolver], within: str = "") -> Iterator[tuple[str, str]]:
    """Every address as its name with namespace ("" when it has none) and its pattern."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{within}{pattern.namespace}:" if pattern.namespace else within
            yield from addresses(pattern.url_patterns, space)
        else:
            yield f"{within}{pattern.name}" if pattern.name else "", str(pattern.pattern)


def check_doors(**_options: object) -> list[CheckMessage]:
    """Fail the start on an address that does not say what it is for, and on an entry without an address."""
    found = list(addresses(get_resolver().url_patterns))
    hint = "Add it to DOORS in samenspel/config/doors.py with its act and level."
    said = "The address {!r} does not declare an act and a level."
    undeclared = [
        Error(said.format(name or pattern), hint=hint, id="samenspel.E001")
        for name, pattern in found
        if name not in DOORS
    ]
    names = {name for name, _ in found}
    left_over = [
        Error(f"{name} is declared, but there is no such address.", id="samenspel.E002")
        for name in sorted(set(DOORS) - names)
    ]
    return [*undeclared, *left_over]


def refuse_undeclared() -> None:
    """Stop the start of the server when an address is not declared."""
    found = check_doors()
    if found:
        raise ImproperlyConfigured(" ".join(one.msg for one in found))
