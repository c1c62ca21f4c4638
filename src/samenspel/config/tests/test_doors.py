"""Every address about a household: a stranger finds nothing, and whoever gets an answer leaves a line.

The addresses are read from the application, so that a new one is tried without anybody remembering it.
"""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samenspel.accounts.models import User
from samenspel.households.models import Change
from samenspel.households.tests.cast import Cast, cast
from samenspel.journal.models import Line

NOBODYS = "0" * 32
ARGUMENTS = {"table": "help", "key": "thuis"}
KEYS = {"desk:done": "t1"}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')  # different in every answer
MEMBERS = ("case_lead", "helper", "mother", "supporter", "manager")


def doors(patterns: list[URLPattern | URLResolver], within: str = "") -> Iterator[tuple[str, frozenset[str]]]:
    """Every named address that is about a household, with the arguments that it takes."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from doors(pattern.url_patterns, pattern.namespace or within)
        elif "household_id" in pattern.pattern.converters:
            yield f"{within}:{pattern.name}", frozenset(pattern.pattern.converters)


DOORS = sorted(doors(get_resolver().url_patterns))


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def address(name: str, takes: frozenset[str], household_id: str) -> str:
    """The address of a door to one household."""
    known = ARGUMENTS | {"household_id": household_id, "key": KEYS.get(name, ARGUMENTS["key"])}
    if "change_id" in takes:
        change = Change.objects.first()
        known["change_id"] = str(change.pk if change else UUID(int=1))
    return reverse(name, kwargs={argument: known[argument] for argument in takes})


def answer(client: Client, who: User, url: str) -> tuple[int, bytes]:
    """What somebody gets, by reading or, where that is refused, by writing."""
    client.force_login(who)
    response = client.get(url)
    if response.status_code == 405:
        response = client.post(url)
    content = b"" if response.streaming else response.content
    return response.status_code, TOKEN.sub(b"", content)


def test_the_doors_are_seen() -> None:
    assert len(DOORS) >= 12


@pytest.mark.parametrize(("name", "takes"), DOORS)
def test_a_stranger_finds_nothing_and_that_is_noted(
    client: Client, people: Cast, name: str, takes: frozenset[str]
) -> None:
    hidden = answer(client, people.stranger, address(name, takes, people.household_id))
    line = Line.objects.filter(user_id=people.stranger.pk, household_id=people.household_id).first()
    missing = answer(client, people.stranger, address(name, takes, NOBODYS))
    assert (hidden[0], missing[0]) == (404, 404)
    assert hidden[1].replace(people.household_id.encode(), NOBODYS.encode()) == missing[1]
    assert line is not None
    assert (line.allowed, line.reason) == (False, "no_relation")


@pytest.mark.parametrize("who", MEMBERS)
@pytest.mark.parametrize(("name", "takes"), DOORS)
def test_whoever_asks_leaves_a_line(
    client: Client, people: Cast, name: str, takes: frozenset[str], who: str
) -> None:
    user: User = getattr(people, who)
    before = Line.objects.filter(user_id=user.pk, household_id=people.household_id).count()
    status, _ = answer(client, user, address(name, takes, people.household_id))
    after = Line.objects.filter(user_id=user.pk, household_id=people.household_id).count()
    assert status in {200, 302, 404, 422}
    assert (
        after > before or name == "desk:undo"
    )  # refused by the rows themselves: nothing was read or written


def test_nobody_gets_in_without_signing_in(client: Client, people: Cast) -> None:
    for name, takes in DOORS:
        response = client.get(address(name, takes, people.household_id))
        assert response.status_code == 302, name
        assert response.headers["Location"].startswith("/aanmelden/")
