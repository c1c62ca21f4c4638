"""Every address about a household tried by everybody who is outside, against one that does not exist."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from samenspel.access.actions import admit, appoint
from samenspel.access.actions.keeping_out import block
from samenspel.access.rules import Role
from samenspel.accounts.models import User
from samenspel.config.tests.test_doors import HOUSEHOLD_DOORS, NOBODYS, TOKEN, address
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.tests.cast import FULL, Cast, bring_in, cast, user
from samenspel.journal.models import Line

TERM = timedelta(days=90)


@dataclass
class Found:
    """How many probes there were, what leaked, and how many refusals left no line."""

    tried: int = 0
    unlogged: int = 0
    leaks: list[str] = field(default_factory=list)


def probe(rounds: int) -> Found:
    """Try every address on every household as everybody, by reading and by writing."""
    people, found = cast(), Found()
    homes = [people.household_id, *(_another(people, number) for number in range(1, rounds))]
    for somebody in _outside(people, homes):
        client, refused = Client(), 0
        client.force_login(somebody)
        for method in ("get", "post"):
            for name, takes in HOUSEHOLD_DOORS:
                missing = _answer(client, method, address(name, takes, NOBODYS))
                for home in homes:
                    url = address(name, takes, home)
                    hidden = _answer(client, method, url)
                    found.tried += 1
                    if (hidden[0], hidden[1].replace(home.encode(), NOBODYS.encode())) != missing:
                        found.leaks.append(f"{method} {name} as {somebody.username}: {hidden[0]}")
                    refused += method == "get" and hidden[0] == 404
        lines = Line.objects.filter(user_id=somebody.pk, household_id__in=homes, allowed=False)
        found.unlogged += max(0, refused - lines.count())
    return found


def _another(people: Cast, number: int) -> str:
    file = HouseholdFile.model_validate(
        FULL.model_dump() | {"key": f"vos-{number}", "name": f"Gezin {number}"}
    )
    return bring_in(people.case_lead, file)


def _outside(people: Cast, homes: list[str]) -> Iterator[User]:
    """A stranger, members whose term is over or who are blocked, family elsewhere, and each general role."""
    now = timezone.now()
    yield people.stranger
    for number, role in enumerate((Role.CASE_LEAD, Role.HELPER, Role.FAMILY, Role.SUPPORTER, Role.MANAGER)):
        for kind in ("over", "geblokkeerd", "elders"):
            who = user(f"{kind}-{number}")
            since, until = (now - TERM, now - TERM / 2) if kind == "over" else (now - TERM, now + TERM)
            around = ["e" * 32] if kind == "elders" else homes
            for home in around:
                admit(user=who, household_id=home, role=role, since=since, until=until, person_key="ada")
                if kind == "geblokkeerd":
                    block(by=people.case_lead, at=now, household_id=home, user=who, reason="conflict")
            yield who
    for role in (Role.CASE_LEAD, Role.HELPER, Role.MANAGER, Role.POLICY, Role.ADMINISTRATOR, Role.OVERSIGHT):
        who = user(f"functie-{role}")
        appoint(user=who, role=role)
        yield who


def _answer(client: Client, method: str, url: str) -> tuple[int, bytes]:
    response = client.get(url) if method == "get" else client.post(url)
    content = b"" if response.streaming else response.content
    return response.status_code, TOKEN.sub(b"", content)
