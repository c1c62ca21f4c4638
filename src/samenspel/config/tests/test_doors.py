"""Every address about a household: whoever has no part finds nothing; whoever gets an answer leaves a line.

The addresses are read from the application, so that a new one is tried without anybody remembering it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from samenspel.access.actions import admit, appoint
from samenspel.access.actions.emergency import open_in_emergency
from samenspel.access.actions.keeping_out import block
from samenspel.access.models import Membership
from samenspel.access.rules import Act, Level, Role
from samenspel.access.rules.emergency import EmergencyReason
from samenspel.accounts.models import User
from samenspel.config.doors import DOORS, addresses, check_doors
from samenspel.households.models import Change
from samenspel.households.tests.cast import Cast, cast, user
from samenspel.journal.models import Line

NOBODYS = "0" * 32
ARGUMENTS = {"table": "help", "key": "thuis"}
KEYS = {"desk:done": "t1"}
TABLES = {"scenarios": "options"}
SHAPES = {"int": 1, "uuid": UUID(int=1)}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')  # different in every answer
MEMBERS = ("case_lead", "helper", "mother", "supporter", "manager")
OUTSIDE = {
    "stranger": "no_relation",
    "expired": "relation_over",
    "blocked": "blocked",
    "other_family": "no_relation",
    "administrator": "no_relation",
    "once_in_emergency": "no_relation",
}
# Called without what it needs (a name, a row that is there): nothing is read and nothing is written.
NOTHING_DONE = {
    *(
        "desk:undo",
        "desk:step-back",
        "desk:step-on",
        "scenarios:run",
        "scenarios:again",
        "scenarios:remove",
        "scenarios:undo",
    ),
    *("access:ask", "access:stop", "access:extend", "access:withdraw", "access:block", "access:lift"),
}
LONG = timedelta(days=100)
WHY = "De buren horen nu hulpgeroep in huis"
Takes = tuple[tuple[str, str], ...]


def doors(patterns: list[URLPattern | URLResolver], within: str = "") -> Iterator[tuple[str, Takes]]:
    """Every named address that is about a household, with the arguments that it takes and their shapes."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from doors(pattern.url_patterns, pattern.namespace or within)
        elif "household_id" in pattern.pattern.converters:
            shapes = pattern.pattern.converters.items()
            takes = tuple((name, type(shape).__name__.lower()[:-9]) for name, shape in shapes)
            yield f"{within}:{pattern.name}", takes


HOUSEHOLD_DOORS = sorted(doors(get_resolver().url_patterns))


@dataclass(frozen=True)
class Street:
    """The cast, with everybody who should find nothing."""

    people: Cast
    outside: dict[str, User]
    in_emergency: User


@pytest.fixture
def street(db: None) -> Street:
    """The people around the household, and those who are outside, each in his own way."""
    people, now = cast(), timezone.now()
    outside = {name: people.stranger if name == "stranger" else user(name) for name in OUTSIDE}
    home = people.household_id
    admit(
        user=outside["expired"], household_id=home, role=Role.HELPER, since=now - LONG, until=now - LONG / 2
    )
    admit(
        user=outside["blocked"], household_id=home, role=Role.HELPER, since=now - LONG / 2, until=now + LONG
    )
    admit(
        user=outside["other_family"],
        household_id="f" * 32,
        role=Role.FAMILY,
        since=now - LONG / 2,
        until=now + LONG,
        person_key="ada",
    )
    appoint(user=outside["administrator"], role=Role.ADMINISTRATOR)
    block(by=people.case_lead, at=now, household_id=home, user=outside["blocked"], reason="neighbour")
    looking = user("nood")
    for who, at in ((outside["once_in_emergency"], now - timedelta(minutes=61)), (looking, now)):
        appoint(user=who, role=Role.HELPER)
        reason = EmergencyReason.CHILD
        open_in_emergency(user=who, at=at, household_id=home, reason=reason, explanation=WHY)
    return Street(people, outside, looking)


def address(name: str, takes: Takes, household_id: str) -> str:
    """The address of a door to one household."""
    known = ARGUMENTS | {"household_id": household_id, "key": KEYS.get(name, ARGUMENTS["key"])}
    known["table"] = TABLES.get(name.partition(":")[0], ARGUMENTS["table"])
    change = Change.objects.first()
    known["change_id"] = str(change.pk if change else UUID(int=1))
    arguments = {
        argument: SHAPES[shape] if shape in SHAPES and argument != "change_id" else known[argument]
        for argument, shape in takes
    }
    return reverse(name, kwargs=arguments)


def answer(client: Client, who: User, url: str, method: str = "") -> tuple[int, bytes]:
    """What somebody gets, by reading or, where that is refused, by writing."""
    client.force_login(who)
    response = client.post(url) if method == "post" else client.get(url)
    if response.status_code == 405 and not method:
        response = client.post(url)
    content = b"" if response.streaming else response.content
    return response.status_code, TOKEN.sub(b"", content)


def test_the_doors_are_seen() -> None:
    assert len(HOUSEHOLD_DOORS) >= 30


@pytest.mark.parametrize(("name", "takes"), HOUSEHOLD_DOORS)
def test_whoever_is_outside_finds_nothing_and_that_is_noted(
    client: Client, street: Street, name: str, takes: Takes
) -> None:
    home = street.people.household_id
    for who, reason in OUTSIDE.items():
        somebody = street.outside[who]
        for method in ("", "post"):
            before = Line.objects.filter(user_id=somebody.pk, household_id=home, allowed=False).count()
            hidden = answer(client, somebody, address(name, takes, home), method)
            missing = answer(client, somebody, address(name, takes, NOBODYS), method)
            assert hidden[1].replace(home.encode(), NOBODYS.encode()) == missing[1], who
            if hidden[0] == missing[0] == 405:
                continue
            assert (hidden[0], missing[0]) == (404, 404), who
            lines = Line.objects.filter(user_id=somebody.pk, household_id=home, allowed=False)
            assert method or lines.count() > before, who  # an empty form may be refused before anything else
            assert set(lines.values_list("reason", flat=True)) == {reason}


@pytest.mark.parametrize("who", MEMBERS)
@pytest.mark.parametrize(("name", "takes"), HOUSEHOLD_DOORS)
def test_whoever_asks_leaves_a_line(
    client: Client, street: Street, name: str, takes: Takes, who: str
) -> None:
    somebody: User = getattr(street.people, who)
    home = street.people.household_id
    before = Line.objects.filter(user_id=somebody.pk, household_id=home).count()
    status, _ = answer(client, somebody, address(name, takes, home))
    after = Line.objects.filter(user_id=somebody.pk, household_id=home).count()
    assert status in {200, 302, 403, 404, 422}
    assert after > before or name in NOTHING_DONE


@pytest.mark.parametrize(("name", "takes"), HOUSEHOLD_DOORS)
def test_an_emergency_opens_what_reads_and_nothing_else(
    client: Client, street: Street, name: str, takes: Takes
) -> None:
    changes, members = Change.objects.count(), Membership.objects.count()
    status, _ = answer(client, street.in_emergency, address(name, takes, street.people.household_id))
    if DOORS[name].act in {Act.CREATE, Act.UPDATE, Act.DELETE, Act.GRANT, Act.EXPORT, Act.LOG}:
        assert status in {302, 403, 404}
    else:
        assert status in {200, 302, 404}
    assert (Change.objects.count(), Membership.objects.count()) == (changes, members)


def test_the_page_of_the_household_opens_in_an_emergency_and_the_reason_is_noted(
    client: Client, street: Street
) -> None:
    home = street.people.household_id
    status, page = answer(client, street.in_emergency, reverse("desk:household", args=[home]))
    assert (status, b"Therapie" in page) == (200, True)
    lines = Line.objects.filter(user_id=street.in_emergency.pk, household_id=home)
    assert lines.filter(act="emergency", purpose__contains=WHY, allowed=True).exists()
    assert set(lines.filter(act="read").values_list("reason", flat=True)) == {"emergency"}


def test_nobody_gets_in_without_signing_in(client: Client, street: Street) -> None:
    for name, takes in HOUSEHOLD_DOORS:
        response = client.get(address(name, takes, street.people.household_id))
        assert response.status_code == 302, name
        assert response.headers["Location"].startswith("/aanmelden/")


def test_every_address_declares_what_it_is_for() -> None:
    assert check_doors() == []
    declared = {name for name, _ in addresses(get_resolver().url_patterns)}
    assert declared == set(DOORS)
    assert all(DOORS[name].level > Level.PUBLIC for name, _ in HOUSEHOLD_DOORS)


def test_an_undeclared_address_fails_the_start_and_does_not_open(
    client: Client, street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(DOORS, "desk:start")
    monkeypatch.setitem(DOORS, "desk:nowhere", DOORS["desk:household"])
    assert [one.id for one in check_doors()] == ["samenspel.E001", "samenspel.E002"]
    assert answer(client, street.people.case_lead, "/")[0] == 404
