"""What edits do to a household: nothing when there are none, the same in any order, and never nonsense."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.households.rules.record import Help, HouseholdFile
from samenspel.households.tests.cast import FULL
from samenspel.scenarios.rules.edits import ContradictionError, contradictions, edited, new_key, origins
from samenspel.scenarios.rules.plan import PlannedEdit
from samenspel.scenarios.tests.plans import ON

KEYS = tuple(f"h{number}" for number in range(5))
FILE = FULL.model_copy(
    update={
        "help": tuple(
            Help.model_validate(
                {
                    "key": key,
                    "title": f"Hulp {key}",
                    "organisation": "de-haven",
                    "since": "2026-02-01",
                    "quantity": 2,
                    "unit": "hour",
                    "per": "week",
                    "price_cents": 9000,
                    "price_year": 2026,
                    "price_concept": "tariff",
                    "price_source": "contract",
                    "payer": "municipality",
                }
            )
            for key in KEYS
        )
    }
)


def edit(key: str, kind: str, **values: Any) -> PlannedEdit:
    return PlannedEdit.model_validate({"key": key, "option": "o", "kind": kind, "on": ON, **values})


def help_of(file: HouseholdFile, key: str) -> Help:
    return next(row for row in file.help if row.key == key)


def test_without_edits_the_file_is_the_same() -> None:
    assert edited(FULL, ()) is FULL


def test_an_event_changes_no_row() -> None:
    assert edited(FULL, [edit("e", "event", event="eviction", odds=0.5)]) is FULL


def test_help_stops_the_day_before() -> None:
    after = edited(FILE, [edit("e", "stop", help="h0", on=date(2026, 12, 7))])
    assert help_of(after, "h0").until == date(2026, 12, 6)
    assert [row for row in after.help if row.key != "h0"] == [row for row in FILE.help if row.key != "h0"]


def test_a_change_ends_the_old_line_and_goes_on_in_a_new_one() -> None:
    change = edit("e", "change", help="h1", on=date(2027, 1, 1), quantity="4", unit="hour", per="week")
    after = edited(FILE, [change])
    assert help_of(after, "h1").until == date(2026, 12, 31)
    goes_on = help_of(after, new_key(change))
    assert (goes_on.since, goes_on.quantity, goes_on.price_cents) == (date(2027, 1, 1), Decimal(4), 9000)
    assert origins([change]) == {new_key(change): "h1"}


def test_only_another_end_keeps_the_line() -> None:
    after = edited(FILE, [edit("e", "change", help="h1", until=date(2027, 3, 1))])
    assert help_of(after, "h1").planned_end == date(2027, 3, 1)
    assert len(after.help) == len(FILE.help)


def test_a_payment_is_help_that_comes_once() -> None:
    paid = edit(
        "e", "pay", title="Schuld", payer="municipality", price_cents=600000, price_year=2026,
        price_concept="invoice", price_source="brief",
    )  # fmt: skip
    row = help_of(edited(FILE, [paid]), new_key(paid))
    assert (row.per, row.price_cents, row.since) == ("once", 600000, ON)


def test_help_that_was_waited_for_starts() -> None:
    waiting = FILE.help[0].model_copy(update={"since": None, "waiting_since": date(2026, 10, 1)})
    file = FILE.model_copy(update={"help": (waiting, *FILE.help[1:])})
    row = help_of(edited(file, [edit("e", "start", help="h0", on=date(2026, 12, 1))]), "h0")
    assert (row.since, row.waiting_since, row.until) == (date(2026, 12, 1), None, None)


def test_stopped_then_changed_is_refused_at_the_day() -> None:
    edits = [
        edit("a", "stop", help="h0", on=date(2026, 12, 1)),
        edit("b", "change", help="h0", on=date(2027, 1, 1), quantity="1", unit="hour", per="week"),
    ]
    with pytest.raises(ContradictionError) as refused:
        edited(FILE, edits)
    assert [(fault.key, fault.field) for fault in refused.value.faults] == [("b", "on")]
    assert "Hulp h0" in refused.value.text.nl


@pytest.mark.parametrize(
    ("edits", "where"),
    [
        ([edit("a", "stop", help="gone")], ("a", "help")),
        ([edit("a", "stop", help="h0"), edit("b", "stop", help="h0")], ("b", "on")),
        ([edit("a", "start", help="h0")], ("a", "kind")),
        (
            [
                edit("a", "event", event="eviction", odds=0.5),
                edit("b", "event", event="eviction", odds=2, on=date(2027, 1, 1)),
            ],
            ("b", "on"),
        ),
    ],
)
def test_contradictions_name_the_edit_and_the_field(edits: list[PlannedEdit], where: tuple[str, str]) -> None:
    assert where in [(fault.key, fault.field) for fault in contradictions(FILE, edits)]


def independent() -> st.SearchStrategy[list[PlannedEdit]]:
    """At most one edit for each line of help, and some new help and payments."""
    days = st.integers(0, 400).map(lambda many: ON + timedelta(days=many))
    stop = st.builds(lambda key, on: edit(f"s-{key}", "stop", help=key, on=on), st.sampled_from(KEYS), days)
    change = st.builds(
        lambda key, on, much: edit(
            f"c-{key}", "change", help=key, on=on, quantity=str(much), unit="hour", per="week"
        ),
        st.sampled_from(KEYS),
        days,
        st.integers(1, 9),
    )
    start = st.builds(
        lambda number, on: edit(
            f"n-{number}",
            "start",
            title="Nieuw",
            on=on,
            quantity="1",
            unit="hour",
            per="week",
            price_cents=0,
            price_year=2026,
            price_concept="estimate",
            price_source="gratis",
        ),
        st.integers(0, 9),
        days,
    )
    one = st.one_of(stop, change, start)
    return st.lists(one, max_size=4, unique_by=lambda row: row.help or row.key)


@given(independent())
def test_the_order_of_independent_edits_changes_nothing(edits: list[PlannedEdit]) -> None:
    results = [edited(FILE, order) for order in permutations(edits)]
    assert all(result == results[0] for result in results)


@given(independent())
def test_help_without_an_edit_stays_as_it_is(edits: list[PlannedEdit]) -> None:
    touched = {row.help for row in edits}
    after = edited(FILE, edits)
    assert [help_of(after, key) for key in KEYS if key not in touched] == [
        row for row in FILE.help if row.key not in touched
    ]
