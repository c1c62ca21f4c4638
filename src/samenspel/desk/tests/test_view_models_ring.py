"""The ring says what is there and what is missing."""

import pytest

from samenspel.desk.drawings.ring_picture import RingPicture, Segment, SegmentState
from samenspel.desk.rules.family import people_of
from samenspel.desk.rules.ring import initials, ring_of
from samenspel.desk.tests.scenes import ALL, help_line, household, scene
from samenspel.households.tests.cast import FULL


def part(ring: RingPicture, title: str) -> Segment:
    return next(one for one in ring.segments if one.title == title)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Iris van Dam", "IvD"),
        ("Femke Bos", "FB"),
        ("Anne-Fleur van den Heuvel", "AH"),
        ("Ria", "R"),
        ("", ""),
    ],
)
def test_initials(name: str, said: str) -> None:
    assert initials(name) == said


def test_without_people_there_is_no_ring_but_a_first_step() -> None:
    ring = ring_of(scene())
    assert ring.segments == ()
    assert ring.nobody_yet.startswith("Nog niemand.")


def test_two_helpers_without_a_lead_are_hatched() -> None:
    file = household(help=[help_line("een", professional="jo"), help_line("twee", professional="kim")])
    money = part(ring_of(scene(file)), "Geld en schulden")
    assert (money.state, money.line) == (SegmentState.UNLED, "twee mensen, niemand trekt")
    assert {one.name for one in money.helpers} == {"Jo Berg", "Kim Bos"}
    assert money.signals == ("2",)  # the first is that nobody keeps the overview


def test_a_lead_comes_first_and_carries_the_pennant() -> None:
    file = household(
        help=[help_line("een", professional="jo"), help_line("twee", professional="kim")],
        leads=[{"key": "l", "scope": "domain", "domain": "money", "professional": "kim"}],
    )
    money = part(ring_of(scene(file)), "Geld en schulden")
    assert money.state is SegmentState.LED
    assert [(one.name, one.leads) for one in money.helpers] == [("Kim Bos", True), ("Jo Berg", False)]


def test_two_leads_on_one_domain_are_no_lead() -> None:
    leads = [
        {"key": who, "scope": "domain", "domain": "money", "professional": who, "accepted": True}
        for who in ("jo", "kim")
    ]
    money = part(
        ring_of(scene(household(help=[help_line("een", professional="jo")], leads=leads))), "Geld en schulden"
    )
    assert (money.state, money.line) == (SegmentState.UNLED, "meer dan één mens heeft de regie")


def test_a_problem_without_help_is_an_empty_place_since_the_help_stopped() -> None:
    file = household(
        problems=[{"key": "schuld", "title": "Schuld", "domain": "money", "since": "2024-01-01"}],
        help=[help_line("budget", since="2025-01-01", until="2025-12-20")],
    )
    money = part(ring_of(scene(file)), "Geld en schulden")
    assert (money.state, money.line) == (SegmentState.NOBODY, "niemand helpt, al 11 maanden")


def test_who_helps_without_a_domain_still_stands_in_the_ring() -> None:
    ring = ring_of(scene(household(help=[help_line("iets", professional="kim", domains=[])])))
    assert [one.name for one in ring.segments[-1].helpers] == ["Kim Bos"]
    assert ring.segments[-1].title == "Nog geen gebied"


def test_members_have_their_age_on_the_day_and_their_generation() -> None:
    file = household(relations=[{"key": "r", "person": "ada", "other": "bas", "kind": "parent"}])
    members = ring_of(scene(file)).members
    assert [(one.label, one.generation) for one in members] == [("Ada, 38", 0), ("Bas, 13", 1)]


def test_a_circle_of_parents_ends() -> None:
    relations = [
        {"key": "a", "person": "ada", "other": "bas", "kind": "parent"},
        {"key": "b", "person": "bas", "other": "ada", "kind": "parent"},
    ]
    assert max(one.generation for one in ring_of(scene(household(relations=relations))).members) <= 3


def test_nobody_keeps_the_overview_and_the_signal_says_so_there() -> None:
    lead = ring_of(scene(household(help=[help_line("een")]))).case_lead
    assert lead is not None
    assert (lead.initials, lead.name) == ("", "nog niemand")
    assert lead.signals


def test_the_sentence_counts_people_organisations_and_who_is_close() -> None:
    seen = scene(FULL)
    people = people_of(seen, ring_of(seen))
    assert people.sentence == "Twee mensen van twee organisaties, en één mens die dichtbij staat."


def test_authority_stands_in_the_table() -> None:
    seen = scene(FULL)
    ties = [tie for row in people_of(seen, ring_of(seen)).persons for _, tie in row.ties]
    assert ties == ["ouder van Bas, alleen gezag"]


def test_who_may_not_see_the_help_is_not_told_that_none_is_needed() -> None:
    seen = scene(FULL, tables=ALL - {"help"})
    rows = people_of(seen, ring_of(seen)).parts
    assert "hier is nu geen hulp nodig" not in {row.said.lower() for row in rows}


def test_the_ring_in_english() -> None:
    file = household(help=[help_line("een", professional="jo"), help_line("twee", professional="kim")])
    assert part(ring_of(scene(file, language="en")), "Money and debts").line == "two people, nobody leads"


STRUCTURE = frozenset({"persons", "supporters", "leads"})


def test_who_may_not_see_the_help_sees_who_leads_and_nothing_about_the_rest() -> None:
    file = household(
        help=[help_line("een", professional="jo")],
        leads=[{"key": "l", "scope": "domain", "domain": "housing", "professional": "kim"}],
    )
    hidden = file.model_copy(update={"help": ()})
    seen = scene(hidden, tables=STRUCTURE)
    ring = ring_of(seen)
    states = {segment.title: segment.state for segment in ring.segments}
    assert states.pop("Wonen") is SegmentState.LED
    assert set(states.values()) == {SegmentState.UNKNOWN}
    people = people_of(seen, ring)
    assert people.limit.startswith("U ziet hier alleen wie de regie heeft.")
    assert {row.said for row in people.parts if row.title != "Wonen"} == {""}
    assert people_of(scene(file), ring_of(scene(file))).limit == ""


def test_who_sees_half_gets_no_numbers_in_the_ring() -> None:
    leads = [{"key": "l", "scope": "process", "professional": "kim"}]
    ring = ring_of(scene(household(leads=leads), tables=STRUCTURE))
    assert ring.case_lead is not None
    assert ring.case_lead.signals == ()
    assert all(not segment.signals for segment in ring.segments)
