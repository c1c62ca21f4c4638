"""What is said beside the drawings: words, state, signals, who leads, effects, plan."""

from typing import Any

import pytest

from rekenmodel.signals import Code
from samenspel.desk.rules.chains import chains_of
from samenspel.desk.rules.costs import cost_summary
from samenspel.desk.rules.family import people_sentence, people_title
from samenspel.desk.rules.help_table import all_lines, help_table
from samenspel.desk.rules.leading import leading_of, matrix_of, matrix_sentence
from samenspel.desk.rules.plan import own_words, plan_of
from samenspel.desk.rules.signal_list import PLACES, SHOWN, Place, place_of, signals_of
from samenspel.desk.rules.state import headline, state_of, trend_of
from samenspel.desk.rules.tasks import two_things
from samenspel.desk.tests.scenes import ALL, help_line, household, scene
from samenspel.households.tables import TABLES
from samenspel.households.tests.cast import FULL

GOOD = {Code.GOAL_REACHED, Code.NO_CRISIS, Code.ON_TIME, Code.FEWER_HELPS}


def test_the_newest_answer_about_the_year_ahead_stands_first() -> None:
    words = [
        {"key": "oud", "kind": "year_ahead", "text": "Oud", "person": "ada", "on": "2025-01-01"},
        {"key": "eerst", "kind": "first_needed", "text": "Slapen", "person": "ada", "on": "2026-11-01"},
        {"key": "kind", "kind": "year_ahead", "text": "Nieuw", "person": "bas", "on": "2026-10-01"},
        {"key": "zelf", "kind": "contribution", "text": "Ik bel", "person": "ada", "on": "2026-10-01"},
    ]
    said = own_words(scene(household(words=words)))
    assert said.first is not None
    assert (said.first.text, said.first.by) == ("Nieuw", "Bas, 13 jaar, 1 oktober 2026")
    assert [quote.text for quote in said.contributions] == ["Ik bel"]
    assert [quote.text for quote in said.others] == ["Oud", "Slapen"]


def test_what_is_needed_first_stands_there_also_when_many_said_where_they_want_to_be() -> None:
    words = [
        {"key": who, "kind": "year_ahead", "text": f"Jaar {who}", "person": who, "on": f"2026-0{month}-01"}
        for month, who in enumerate(("ada", "bas", "cor", "dea"), 1)
    ]
    persons = [{"key": who, "name": who.title()} for who in ("ada", "bas", "cor", "dea")]
    first = {"key": "eerst", "kind": "first_needed", "text": "Slapen", "person": "ada", "on": "2026-01-01"}
    said = own_words(scene(household(words=[*words, first], persons=persons)))
    assert [quote.text for quote in said.others] == ["Jaar cor", "Slapen"]
    assert [quote.text for quote in said.earlier] == ["Jaar bas", "Jaar ada"]


def test_without_words_nothing_is_invented() -> None:
    assert own_words(scene()).first is None


def test_agreed_state_goes_before_the_calculation() -> None:
    seen = scene(FULL)
    assert headline(seen).startswith("Complex")
    assert "1 van de 1" in state_of(seen).votes
    assert state_of(seen).agreed.endswith("Het wordt rustiger")


def test_without_any_record_the_calculated_state_is_shown() -> None:
    seen = scene(household(help=[help_line("een")]))
    assert state_of(seen).headline != "Nog niet bekeken."
    assert trend_of(seen).changes[0][0] == seen.on


def test_who_sees_half_is_told_no_calculated_state() -> None:
    view = state_of(scene(FULL, tables=frozenset({"states", "leads"})))
    assert (view.heaviest, view.calmer, view.style, view.computed) == ("", "", "", "")


def test_a_step_down_in_the_last_year_is_calmer() -> None:
    states = [
        {"key": "a", "on": "2025-12-01", "agreed": "turbulent"},
        {"key": "b", "on": "2026-05-01", "agreed": "complex"},
    ]
    seen = scene(household(states=states), tables=frozenset({"states"}))
    assert headline(seen) == "Complex, en het wordt rustiger."
    assert trend_of(seen).turn == -1


def voted(*names: str, state: str = "complex") -> list[dict[str, Any]]:
    return [{"voter": name, "state": state} for name in names]


def test_a_new_round_leaves_the_votes_of_the_agreement_standing() -> None:
    states = [
        {"key": "a", "on": "2026-05-01", "agreed": "complex", "votes": voted("Jo", "Lia", "Kim")},
        {
            "key": "b",
            "on": "2026-11-20",
            "votes": [*voted("Jo", state="eenvoudig"), {"voter": "Kim", "cause_known": 4}],
        },
    ]
    view = state_of(scene(household(states=states)))
    assert view.headline == "Complex."
    assert view.votes == "Dat vinden 3 van de 3 mensen. Nieuwe ronde: 1 stem."


@pytest.mark.parametrize(
    ("earlier", "said"),
    [("eenvoudig", "onrustiger"), ("turbulent", "rustiger"), ("complex", "Complex.")],
)
def test_where_it_goes_is_the_newest_agreement_beside_the_one_before(earlier: str, said: str) -> None:
    states = [
        {"key": "a", "on": "2026-03-01", "agreed": "turbulent"},
        {"key": "b", "on": "2026-05-01", "agreed": earlier},
        {"key": "c", "on": "2026-08-01", "agreed": "complex"},
        {"key": "d", "on": "2026-11-20", "computed": "turbulent", "votes": voted("Jo")},
    ]
    assert headline(scene(household(states=states))).removeprefix("Complex, en het wordt ").rstrip(
        "."
    ) == said.rstrip(".")


def test_one_person_is_not_called_a_family() -> None:
    alone = scene(household(persons=[{"key": "wim", "name": "Wim Faber"}]))
    assert state_of(alone).question == "Hoe loopt de hulp rond Wim?"
    assert people_title(alone) == "Iedereen om Wim heen"
    assert people_title(scene(household())) == "Iedereen om het gezin heen"


def test_organisations_without_anybody_known_say_so() -> None:
    rows = [help_line("a", organisation="haven"), help_line("b", organisation="wijk")]
    said = people_sentence(scene(household(help=rows)))
    assert said == "Twee organisaties. Wie er komt, weten we nog niet."


def test_before_anything_is_written_down_nothing_is_concluded() -> None:
    seen = scene()
    said = state_of(seen)
    assert said.headline == "Nog niet bekend."
    assert (said.heaviest, said.style, said.calmer, said.computed) == ("", "", "", "")
    assert trend_of(seen).changes == ()
    assert people_sentence(seen) == "Nog niet bekend."
    assert all_lines(seen, help_table(seen)) == ""
    summary = cost_summary(seen)
    assert summary is not None
    assert summary.sentence == "Er is nog geen hulp bekend."


def test_people_without_help_are_not_counted_as_no_people() -> None:
    assert people_sentence(scene(household())) == "Nu helpt niemand."
    unnamed = people_sentence(scene(household(help=[help_line("een")])))
    assert unnamed == "Wie er komt, weten we nog niet."


def test_a_close_one_who_helps_counts_in_the_sentence_as_in_the_signal() -> None:
    close = [{"key": "oma", "name": "Oma Riet", "relation": "oma", "tie": "strong"}]
    paid = help_line("een", professional="jo", organisation="haven")
    seen = scene(household(supporters=close, help=[paid, help_line("twee", supporter="oma")]))
    assert seen.picture.load.helpers == 2
    assert people_sentence(seen) == (
        "Twee mensen helpen: één professional van één organisatie en één naaste. Eén mens staat dichtbij."
    )
    alone = scene(household(supporters=close, help=[help_line("twee", supporter="oma")]))
    assert people_sentence(alone) == "Eén naaste helpt. Eén mens staat dichtbij."


@pytest.mark.parametrize(
    ("leaders", "said"),
    [((), "Op dit ene gebied trekt nog niemand."), (("jo", "kim"), "Op dit ene gebied trekt meer dan één")],
)
def test_one_domain_is_spoken_of_as_one(leaders: tuple[str, ...], said: str) -> None:
    leads = [
        {"key": who, "scope": "domain", "domain": "money", "professional": who, "since": "2026-02-01"}
        for who in leaders
    ]
    file = household(help=[help_line("een", professional="jo")], leads=leads)
    assert matrix_sentence(scene(file)).startswith(said)


@pytest.mark.parametrize(
    ("keys", "said"), [("a", "De hulp"), ("ab", "Beide vormen"), ("abc", "Alle 3 vormen")]
)
def test_the_table_of_help_says_how_many_lines_it_has(keys: str, said: str) -> None:
    seen = scene(household(help=[help_line(key) for key in keys]))
    assert all_lines(seen, help_table(seen)).startswith(said)


def test_numbers_in_the_list_are_those_in_the_picture() -> None:
    seen = scene(FULL)
    listed = signals_of(seen)
    assert [one.mark for one in listed.first if not one.well] == [
        mark for mark, signal in seen.numbered if not signal.positive
    ][: len(listed.first)]
    assert len(listed.first) <= SHOWN
    assert len(listed.first) + len(listed.others) == len(seen.picture.signals)


def test_what_goes_well_is_among_the_first_six() -> None:
    goals = [
        {"key": "g", "title": "Zwemmen", "domain": "child", "since": "2026-01-01", "closed_on": "2026-11-01",
         "reached": True}
    ]  # fmt: skip
    rows = [
        help_line(f"h{number}", domains=[domain])
        for number, domain in enumerate(("money", "work", "housing"))
    ]
    first = signals_of(scene(household(goals=goals, help=rows))).first
    assert [one.well for one in first] == [False] * 5 + [True]


def test_every_signal_that_asks_for_something_has_a_place() -> None:
    assert set(PLACES) == set(Code) - GOOD


def test_what_goes_well_becomes_an_action_to_tell_it() -> None:
    goal = {"key": "g", "title": "Rust", "domain": "money", "closed_on": "2026-11-01", "reached": True}
    seen = scene(household(goals=[goal]))
    view = next(one for one in signals_of(seen).first if one.well)
    assert view.place == Place("actions", preset=(("title", view.action.rstrip(".")),))


def test_a_signal_points_at_a_row_that_exists() -> None:
    seen = scene(FULL)
    assert seen.numbered
    for _, signal in seen.numbered:
        place = place_of(seen, signal)
        assert place.table in TABLES
        assert not place.key or place.key in {row.key for row in getattr(FULL, place.table)}


def test_a_signal_opens_what_its_sentence_names() -> None:
    lines = [help_line("a", title="Zorg", purpose=None), help_line("z", title="Budget", purpose=None)]
    actions = [
        {"key": "a", "title": "Later", "professional": "jo", "due": "2026-11-10"},
        {"key": "z", "title": "Post uitzoeken", "professional": "jo", "due": "2026-11-01"},
    ]
    seen = scene(household(help=lines, actions=actions))
    places = {signal.code: place_of(seen, signal) for signal in seen.picture.signals}
    assert places[Code.ACTIONS_LATE] == Place("actions", "z", field="due")
    assert places[Code.NO_PURPOSE] == Place("help", "z", field="purpose")
    assert places[Code.PAYER_UNCLEAR] == Place("help", "z", field="payer")


def test_a_yes_is_asked_of_the_lead_that_is_named_first() -> None:
    leads = [
        {"key": "een", "scope": "case", "professional": "lia", "accepted": False},
        {"key": "twee", "scope": "process", "professional": "jo", "accepted": False, "since": "2026-01-01"},
        {"key": "drie", "scope": "money", "professional": "kim", "accepted": False, "until": "2026-01-01"},
    ]
    seen = scene(household(leads=leads))
    (asked,) = [one for one in seen.picture.signals if one.code is Code.LEAD_NOT_ACCEPTED]
    assert asked.action.nl == "Vraag een ja of nee aan Jo Berg en Lia van Tol."
    assert place_of(seen, asked) == Place("leads", "twee")


def test_of_two_leads_the_one_that_came_last_opens() -> None:
    leads = [
        {"key": "nieuw", "scope": "case", "professional": "kim", "since": "2026-06-01"},
        {"key": "oud", "scope": "case", "professional": "lia", "since": "2025-06-01"},
    ]
    seen = scene(household(leads=leads))
    (double,) = [one for one in seen.picture.signals if one.code is Code.DOUBLE_LEAD]
    assert place_of(seen, double) == Place("leads", "nieuw")


def test_a_missing_lead_is_added_for_its_domain() -> None:
    seen = scene(household(help=[help_line("een", professional="jo")]))
    (signal,) = [one for one in seen.picture.signals if one.code is Code.GAP_LEAD]
    assert place_of(seen, signal) == Place("leads", preset=(("scope", "domain"), ("domain", "money")))


def test_a_helper_gets_two_things_of_his_own_late_actions_first() -> None:
    file = household(
        help=[help_line("mijn", professional="jo"), help_line("ander", professional="kim")],
        actions=[{"key": "brief", "title": "Brief", "professional": "jo", "due": "2026-11-01"}],
    )
    first, second = two_things(scene(file), "jo")
    assert (first.what, first.why) == ("Brief", "Dit moest op 1 november 2026.")
    assert second.place == Place("help", "mijn", field="planned_end")


def test_who_has_everything_in_order_gets_nothing() -> None:
    assert two_things(scene(FULL), "jo-berg") == ()


def test_the_three_who_lead_and_the_meeting() -> None:
    leading = leading_of(scene(FULL))
    assert leading.plan == "Ada Vos"
    assert [(who.name, who.works_at) for who in leading.case] == [("Lia Tol", "Wijkteam")]
    assert leading.process == ()
    assert leading.meeting is not None
    assert leading.meeting.next_meeting_where == "Bij Ada thuis"


def test_the_matrix_shows_leads_gaps_and_doubles() -> None:
    file = household(
        help=[help_line("een", professional="jo"), help_line("twee", professional="kim")],
        problems=[{"key": "p", "title": "Kou", "domain": "housing"}],
        leads=[
            {"key": "c", "scope": "case", "professional": "lia", "mandate": ["buy_time"], "deputy": "kim"}
        ],
    )
    rows = {row.title: row for row in matrix_of(scene(file))}
    assert {title: row.state for title, row in rows.items()} == {
        "Het overzicht": "led", "Geld en schulden": "double", "Wonen": "gap",
    }  # fmt: skip
    assert (rows["Het overzicht"].details, rows["Het overzicht"].deputy) == ("uitstel regelen", "Kim Bos")
    assert rows["Geld en schulden"].remark == "twee mensen helpen mee"
    assert matrix_sentence(scene(file)) == "Op geen van de 2 gebieden trekt één persoon."


def test_a_chain_runs_from_help_to_what_is_not_described_yet() -> None:
    chain = next(one for one in chains_of(scene(FULL)).first if one.help.what == "Therapie")
    assert [step.what for steps in chain.layers for step in steps] == ["Slaapt door", "Nog niet beschreven"]
    assert [step.evidence for steps in chain.layers for step in steps] == ["measured", "dead"]


def test_help_without_effects_says_for_how_long() -> None:
    (chain,) = chains_of(scene(household(help=[help_line("een")]))).first
    assert chain.layers[0][0].line == "10 maanden hulp, nog geen afgesproken resultaat"


def test_what_nobody_helps_with_is_an_empty_chain() -> None:
    file = household(goals=[{"key": "g", "title": "Rust", "own_words": "Stilte", "domain": "money"}])
    (chain,) = chains_of(scene(file)).first
    assert chain.help.empty
    assert (chain.layers[0][0].what, chain.layers[0][0].line) == ("Rust", "“Stilte”")


def test_actions_are_late_coming_or_done() -> None:
    actions = [
        {"key": "a", "title": "Laat", "due": "2026-11-01", "professional": "jo"},
        {"key": "b", "title": "Straks", "due": "2027-01-03"},
        {"key": "c", "title": "Klaar", "due": "2026-11-10", "done_on": "2026-11-09"},
        {"key": "d", "title": "Lang klaar", "due": "2026-01-10", "done_on": "2026-01-09"},
    ]
    plan = plan_of(scene(household(actions=actions)))
    assert [(one.state, one.said) for one in plan.actions] == [
        ("late", "te laat: 1 nov"), ("soon", "3 jan 2027"), ("done", "gedaan 9 nov"),
    ]  # fmt: skip
    assert [one.title for one in plan.actions_past] == ["Lang klaar"]
    assert plan.late == "Eén actie is te laat."
    assert plan.actions[1].owner == "nog niemand"


def test_goals_in_own_words_with_where_they_stand() -> None:
    (goal,) = plan_of(scene(FULL, tables=ALL)).goals
    assert (goal.own_words, goal.line) == (
        "Gewoon weer naar school", "Bas, ontwikkeling en school, tot 1 juli 2027",
    )  # fmt: skip
