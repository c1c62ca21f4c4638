"""Voting on how the help goes, seeing how others voted, and agreeing."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rekenmodel.signals import ProcessState
from samenspel.desk.rules.votes import GOAL_QUESTION, spread_of
from samenspel.desk.tests.test_edit_views import SCRIPT, browser, held, said
from samenspel.households.models import Change
from samenspel.households.rules.record import State, StateVote
from samenspel.households.rules.rounds import current_round, held_marks
from samenspel.households.tests.cast import Cast, cast

pytestmark = pytest.mark.django_db
VOTE = {"what": "vote", "state": "complex", "goal_agreement": "8", "cause_known": "3"}
AGREE = {"what": "agree", "agreed": "complex", "reason": "Minder crises", "next_review": ""}


@pytest.fixture(name="people")
def _people() -> Cast:
    return cast()


def post(client: Client, people: Cast, **typed: str) -> Any:
    return client.post(f"/gezin/{people.household_id}/stand/", typed, headers=SCRIPT)


def newest(people: Cast) -> State:
    return max(held(people).states, key=lambda row: row.on)


def test_the_first_vote_begins_a_round(people: Cast) -> None:
    post(browser(people.helper), people, **VOTE)
    assert len(held(people).states) == 2
    assert newest(people).on == timezone.localdate()
    assert newest(people).votes == (
        StateVote(voter="Ada", voter_key="person:ada", goal_agreement=Decimal("7.5"), cause_known=Decimal(6)),
        StateVote(
            voter="Jo",
            voter_key=f"user:{people.helper.pk}",
            state=ProcessState.COMPLEX,
            goal_agreement=Decimal(8),
            cause_known=Decimal(3),
        ),
    )


def test_votes_of_two_people_stand_side_by_side(people: Cast) -> None:
    post(browser(people.helper), people, **VOTE)
    answer = post(browser(people.mother), people, **VOTE | {"goal_agreement": "2"})
    assert [vote.voter for vote in newest(people).votes] == ["Jo", "Ada"]
    assert "Ada 2, Jo 8" in said(answer)


def test_a_second_vote_replaces_the_first_and_keeps_what_it_leaves_open(people: Cast) -> None:
    client = browser(people.helper)
    post(client, people, **VOTE)
    post(client, people, what="vote", state="turbulent")
    vote = newest(people).votes[-1]
    assert vote.state == ProcessState.TURBULENT
    assert vote.goal_agreement == 8


def test_others_are_shown_only_after_an_own_vote(people: Cast) -> None:
    post(browser(people.helper), people, **VOTE)
    page = said(browser(people.mother).get(f"/gezin/{people.household_id}/stand/"))
    assert "U ziet de andere stemmen als u zelf gestemd hebt" in page
    assert "Jo 8" not in page


def test_an_agreed_state_holds_what_was_computed(people: Cast) -> None:
    client = browser(people.case_lead)
    post(client, people, **VOTE)
    post(client, people, **AGREE | {"next_review": "1-3-2027"})
    row = newest(people)
    assert (row.agreed, row.reason, row.next_review) == ("complex", "Minder crises", date(2027, 3, 1))
    assert row.computed is not None
    assert row.rule_version == "1"
    assert row.signal_values["crisis"] == 1
    assert row.signal_values["goal_agreement"] == 0
    assert [vote.voter for vote in row.votes if vote.state] == ["Lia"]


def test_agreeing_can_be_taken_back(people: Cast) -> None:
    client = browser(people.case_lead)
    answer = post(client, people, **AGREE)
    assert "Ongedaan maken" in said(answer)
    client.post(f"/gezin/{people.household_id}/terug/{Change.objects.latest('at').pk}/")
    assert len(held(people).states) == 1


def test_without_script_agreeing_can_be_taken_back(people: Cast) -> None:
    answer = browser(people.case_lead).post(f"/gezin/{people.household_id}/stand/", AGREE, follow=True)
    assert "Ongedaan maken" in said(answer)


@pytest.mark.parametrize("who", ["helper", "mother"])
def test_only_the_case_lead_records_what_was_agreed(people: Cast, who: str) -> None:
    answer = post(browser(getattr(people, who)), people, **AGREE)
    assert "Alleen wie de regie heeft" in said(answer)
    assert len(held(people).states) == 1


def test_a_new_round_keeps_the_marks_of_the_last_half_year(people: Cast) -> None:
    post(browser(people.helper), people, what="vote", state="complex")
    assert {vote.voter: vote.goal_agreement for vote in newest(people).votes} == {
        "Ada": Decimal("7.5"),
        "Jo": None,
    }
    page = said(browser(people.mother).get(f"/gezin/{people.household_id}/stand/"))
    assert "U ziet de andere stemmen als u zelf gestemd hebt" in page


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({"what": "vote"}, "Kies eerst wat u vindt"),
        ({"what": "vote", "goal_agreement": "11"}, "te groot"),
        ({"what": "vote", "state": "boos"}, "Kies een waarde uit de lijst"),
        (AGREE | {"reason": ""}, "Vul in waarom"),
        (AGREE | {"agreed": "boos"}, "Kies hoe het nu gaat"),
        (AGREE | {"next_review": "ooit"}, "Dit is geen datum"),
        (AGREE | {"next_review": "1-1-2020"}, "ligt voor"),
    ],
)
def test_what_does_not_fit_is_said_and_kept_out(people: Cast, typed: dict[str, str], reason: str) -> None:
    answer = post(browser(people.case_lead), people, **typed)
    assert reason in said(answer)
    assert len(held(people).states) == 1


def test_a_reason_that_was_typed_stays(people: Cast) -> None:
    typed = AGREE | {"next_review": "ooit"}
    assert "Minder crises" in said(post(browser(people.case_lead), people, **typed))


def test_without_script_a_vote_comes_back_to_the_page(people: Cast) -> None:
    answer = browser(people.helper).post(f"/gezin/{people.household_id}/stand/", VOTE, follow=True)
    assert len(answer.redirect_chain) == 1
    assert "Verander mijn stem" in said(answer)


@pytest.mark.parametrize("who", ["supporter", "manager", "stranger"])
def test_who_may_not_write_the_process_neither_sees_nor_votes(people: Cast, who: str) -> None:
    client = browser(getattr(people, who))
    assert client.get(f"/gezin/{people.household_id}/stand/").status_code == 404
    assert post(client, people, **VOTE).status_code == 404
    assert len(held(people).states) == 1


def test_the_page_says_what_would_make_it_calmer(people: Cast) -> None:
    page = said(browser(people.helper).get(f"/gezin/{people.household_id}/stand/"))
    assert "Acht dingen samen geven" in page
    assert "Zo wordt het rustiger" in page


ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ago", "agreed", "runs"),
    [(0, None, True), (0, ProcessState.COMPLEX, True), (30, None, True), (31, None, False)],
)
def test_a_round_runs_until_it_is_agreed_or_old(ago: int, agreed: ProcessState | None, runs: bool) -> None:
    row = State(key="x", on=ON - timedelta(days=ago), agreed=agreed, reason="y")
    assert (current_round([row], ON) is row) is runs


def round_of(key: str, ago: int, *votes: StateVote) -> State:
    return State(key=key, on=ON - timedelta(days=ago), votes=votes)


@pytest.mark.parametrize(("ago", "found"), [(180, 1), (181, 0)])
def test_marks_hold_half_a_year_also_when_they_were_taken_over(ago: int, found: int) -> None:
    marks = StateVote(voter="Ada", goal_agreement=Decimal(7))
    rounds = [
        round_of("a", ago, marks.model_copy(update={"state": ProcessState.COMPLEX})),
        round_of("b", 20, marks),
    ]
    assert held_marks(rounds, ON) == (marks,) * found


def test_the_newest_marks_of_a_person_count() -> None:
    old = StateVote(voter="Ada", goal_agreement=Decimal(2), cause_known=Decimal(3))
    new = StateVote(voter="Ada", state=ProcessState.SIMPLE, goal_agreement=Decimal(9))
    silent = StateVote(voter="Bas", state=ProcessState.SIMPLE)
    (marks,) = held_marks([round_of("b", 1, new, silent), round_of("a", 90, old)], ON)
    assert (marks.state, marks.goal_agreement, marks.cause_known) == (None, Decimal(9), Decimal(3))


def test_an_agreed_round_is_closed_the_next_day() -> None:
    assert (
        current_round(
            [State(key="x", on=ON - timedelta(days=1), agreed=ProcessState.COMPLEX, reason="y")], ON
        )
        is None
    )
    assert current_round([], ON) is None


def test_equal_marks_lie_on_top_of_each_other() -> None:
    votes = [
        StateVote(voter=name, goal_agreement=Decimal(mark))
        for name, mark in (("A", "4"), ("B", "7.5"), ("C", "4"))
    ]
    spread = spread_of(votes, "goal_agreement", GOAL_QUESTION)
    assert [(dot.x, dot.y) for dot in spread.dots] == [(220, 28), (220, 14), (395, 28)]
    assert spread.said.nl == "A 4, C 4, B 7,5"
