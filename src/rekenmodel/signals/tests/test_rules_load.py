from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from rekenmodel.signals import Help, Situation, SubjectKind, find_signals, load_on_family, six_facts
from rekenmodel.signals.situation import Action
from rekenmodel.signals.tests.scene import ON, ago, check_cured, codes, line, with_lines
from rekenmodel.values import LifeDomain, Purpose


def lines(number: int, **changes: Any) -> list[Help]:
    """Lines that only differ in purpose and key, without any load of their own."""
    light = {"helper": "wim", "contacts_per_week": Decimal(0), "hours_per_week": Decimal(0)} | changes
    return [
        line(f"{n}", **({"purpose": purpose} | light)) for n, purpose in enumerate(list(Purpose)[:number])
    ]


@pytest.mark.parametrize(
    ("field", "heavy", "light", "title"),
    [
        ("contacts_per_week", Decimal("5.5"), Decimal(5), "Het huishouden heeft elke week 5,5 afspraken."),
        ("hours_per_week", Decimal(17), Decimal(16), "De hulp vraagt 17 uur per week."),
    ],
)
def test_a_week_over_its_limit_shows_until_it_fits(
    field: str, heavy: Decimal, light: Decimal, title: str
) -> None:
    provoked, cured = changed(field, heavy), changed(field, light)
    check_cured("family_load", with_lines(provoked), with_lines(cured))
    assert find_signals(with_lines(provoked))[0].title.nl == title
    assert codes(with_lines(provoked), **{field: heavy}) == []


def changed(field: str, value: Any) -> Help:
    """The calm line with one field of its week changed."""
    changes: dict[str, Any] = {field: value}
    return line(**changes)


@pytest.mark.parametrize(
    ("field", "most", "title"),
    [("helper", 5, "Zes mensen helpen tegelijk."), ("organisation", 4, "Vijf organisaties helpen tegelijk.")],
)
def test_one_too_many_at_the_door_shows_until_one_leaves(field: str, most: int, title: str) -> None:
    crowd = [moved_to(x, field) for x in lines(most + 1)]
    check_cured("family_load", with_lines(*crowd), with_lines(*crowd[:-1]))
    assert find_signals(with_lines(*crowd))[0].title.nl == title
    assert codes(with_lines(*crowd), **{f"{field}s": most + 1}) == []


def moved_to(one: Help, field: str) -> Help:
    """The line with a helper or organisation of its own."""
    changes: dict[str, Any] = {field: one.key}
    return replace(one, **changes)


def test_all_limits_together_are_one_signal_that_says_what_is_unknown() -> None:
    crowd = lines(6, helper="", contacts_per_week=None)
    crowd = [replace(x, helper=x.key, organisation=x.key, hours_per_week=None) for x in crowd]
    heavy = line("more", purpose=Purpose.KEEP_HOME, contacts_per_week=Decimal(7), hours_per_week=Decimal(30))
    (signal,) = find_signals(with_lines(*crowd, heavy))
    assert signal.title.nl == "Het huishouden heeft elke week zeven afspraken."
    assert signal.why.nl == (
        "Zeven mensen helpen tegelijk. Zeven organisaties helpen tegelijk. De hulp vraagt 30 uur per week. "
        "Elke afspraak kost tijd en kracht. Van zes vormen van hulp weten we het aantal afspraken niet. "
        "Van zes vormen van hulp weten we de uren niet."
    )


def test_the_load_counts_people_once_and_unknown_apart() -> None:
    one, two = (
        line("a", contacts_per_week=Decimal("1.5")),
        line("b", helper="helper-a", contacts_per_week=None),
    )
    load = load_on_family(with_lines(one, two, line("c", until=ON), line("d", helper="", organisation="")))
    assert (load.helpers, load.organisations) == (1, 1)
    assert (load.contacts_per_week, load.contacts_unknown) == (Decimal("2.5"), 1)
    assert (load.hours_per_week, load.hours_unknown) == (Decimal(3), 0)


def test_the_facts_of_the_front_page() -> None:
    late = Action(key="x", title="Bel", owner="wim", due=ago(1))
    money = line("b", domains=frozenset({LifeDomain.MONEY}), organisation="bank")
    facts = six_facts(with_lines(line(), money, actions=(late, replace(late, key="y", due=ON))))
    assert (facts.active_help_lines, facts.organisations, facts.late_actions) == (2, 2, 1)
    assert (facts.domains_with_one_lead, facts.domains_in_use) == (1, 2)
    assert six_facts(Situation(on=ON)).domains_in_use == 0


def moved(*, left: int = 89, came: int = 89, second: int = 89) -> Situation:
    """Somebody left and two people came, each so many days ago."""
    old = line("old", until=ago(left), goals=frozenset())
    new, newer = (
        line("new", since=ago(came), purpose=Purpose.GUIDANCE),
        line("newer", since=ago(second), purpose=Purpose.LEARNING),
    )
    return with_lines(line(), old, new, newer)


@pytest.mark.parametrize("cure", [{"left": 90}, {"came": 90}])
def test_people_who_come_and_go_show_until_it_is_ninety_days_ago(cure: dict[str, int]) -> None:
    check_cured("churn", moved(), moved(**cure))
    (signal,) = find_signals(moved())
    assert signal.title.nl == "Eén mens stopte en twee mensen begonnen in 90 dagen."
    assert signal.keys(SubjectKind.HOLDER) == ("helper-new", "helper-newer", "helper-old")


def test_churn_limits() -> None:
    assert codes(moved(), churn_people=4) == []
    assert codes(moved(came=90, second=90), churn_people=1) == []
    assert codes(moved(came=90), churn_people=2) == ["churn"]
    assert codes(moved(), churn_days=89) == []


def test_a_helper_who_goes_on_in_other_help_neither_came_nor_left() -> None:
    again = [replace(x, helper="wim") for x in moved().helps]
    assert codes(with_lines(*again)) == []


def test_help_without_a_start_was_always_there() -> None:
    known = line("known", since=None, helper="wim", purpose=Purpose.LEARNING)
    back = line("back", since=ago(1), helper="wim", purpose=Purpose.GUIDANCE)
    assert codes(with_lines(known, back, line("old", until=ago(1), goals=frozenset())), churn_people=2) == []


def test_leavers_are_plural_too() -> None:
    gone = [line(key, until=ago(3), goals=frozenset()) for key in ("a", "b")]
    (signal,) = find_signals(with_lines(line(), *gone, line("new", since=ON, purpose=Purpose.GUIDANCE)))
    assert signal.title.nl == "Twee mensen stopten en één mens begon in 90 dagen."
