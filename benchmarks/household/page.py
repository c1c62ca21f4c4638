"""The household page in one process: its queries and its time, beside a page that does nothing."""

from collections.abc import Callable
from statistics import median

from django.test import Client
from django.urls import reverse

from benchmarks.household.figures import Figure, hand_over
from benchmarks.household.rich import LARGEST_ID, READER, RICH_ID
from benchmarks.household.timing import p95, queries, timed
from benchmarks.household.urls import BARE
from samenspel.accounts.queries import user_named

MOST_QUERIES, MOST_MS = 12, 150


def main() -> None:
    """Measure the page of the rich household, and that of the largest file of the demo."""
    client = signed_in(READER)
    rich = fetching(client, page_of(RICH_ID))
    works = (rich, fetching(client, page_of(LARGEST_ID)), fetching(client, BARE))
    took, largest, floor = timed(*works)
    with queries() as asked:
        rich()
    with queries() as asked_bare:
        client.get(BARE)
    name = "household page, 60 help lines, 200 agreements"
    hand_over(
        [
            Figure(
                name=f"{name}: queries",
                measured=len(asked),
                unit="queries",
                most=MOST_QUERIES,
                floor=len(asked_bare),
                floor_name="bare view",
            ),
            Figure(
                name=f"{name}: p95",
                measured=p95(took),
                unit="ms",
                most=MOST_MS,
                floor=p95(floor),
                floor_name="bare view",
            ),
            Figure(
                name=f"{name}: median",
                measured=median(took),
                unit="ms",
                floor=median(floor),
                floor_name="bare view",
            ),
            Figure(
                name="household page of the largest demo file: p95",
                measured=p95(largest),
                unit="ms",
                most=MOST_MS,
                floor=p95(floor),
                floor_name="bare view",
            ),
        ]
    )


def signed_in(username: str) -> Client:
    """A client of Django's own, signed in as this user."""
    user = user_named(username)
    assert user is not None, f"the database of the measurement has no user {username}"
    client = Client()
    client.force_login(user)
    return client


def page_of(household_id: str) -> str:
    """The address of the page of a household."""
    return reverse("desk:household", args=[household_id])


def fetching(client: Client, address: str) -> Callable[[], None]:
    """The work of fetching one page, which must succeed."""

    def fetch() -> None:
        answer = client.get(address)
        assert answer.status_code == 200, f"{address} answers {answer.status_code}"

    return fetch
