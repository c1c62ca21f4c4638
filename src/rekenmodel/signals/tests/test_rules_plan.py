from dataclasses import replace
from datetime import date

from rekenmodel.signals import Action, Situation, SubjectKind, find_signals
from rekenmodel.signals.tests.scene import CALM, HOME, ON, ago, check_cured, codes

CALL = Action(key="call", title="Bel de bank", owner="wim", due=ago(1))


def test_an_action_is_late_the_day_after_until_it_is_done() -> None:
    provoked = replace(CALM, actions=(CALL,))
    check_cured("actions_late", provoked, replace(CALM, actions=(replace(CALL, done_on=ON),)))
    check_cured("actions_late", provoked, replace(CALM, actions=(replace(CALL, due=ON),)))
    assert codes(provoked, late_grace_days=1) == []


def test_an_action_done_tomorrow_or_agreed_tomorrow_is_read_as_of_today() -> None:
    assert codes(replace(CALM, actions=(replace(CALL, done_on=ago(-1)),))) == ["actions_late"]
    assert codes(replace(CALM, actions=(replace(CALL, agreed_on=ago(-1)),))) == []


def test_late_actions_are_one_signal_that_asks_the_owner_of_the_oldest() -> None:
    older = replace(CALL, key="letter", title="Brief", owner="anouk", due=ago(13))
    (signal,) = find_signals(replace(CALM, actions=(CALL, older)))
    assert signal.title.nl == "Twee acties zijn te laat."
    assert signal.why.nl.endswith("“Brief” (9 november 2026) en “Bel de bank” (21 november 2026).")
    assert signal.action.nl == "Vraag Anouk Prins wat er nodig is voor “Brief”."
    assert signal.keys(SubjectKind.ACTION) == ("call", "letter")
    assert signal.target == (SubjectKind.ACTION, "letter")


def test_a_late_action_of_nobody_is_asked_of_each_other() -> None:
    (signal,) = find_signals(replace(CALM, actions=(replace(CALL, owner=""),)))
    assert signal.title.nl == "Eén actie is te laat."
    assert signal.action.nl.startswith("Vraag elkaar ")


def test_own_words_are_asked_until_they_are_there() -> None:
    check_cured("no_own_words", replace(CALM, own_words=False), CALM)


def test_a_plan_is_short_term_until_something_lies_beyond_six_months() -> None:
    edge = date(2027, 5, 22)
    provoked = replace(CALM, goals=(replace(HOME, horizon=edge),))
    check_cured("only_short_term", provoked, replace(CALM, goals=(replace(HOME, horizon=date(2027, 5, 23)),)))
    assert codes(provoked, short_term_months=5) == []
    (signal,) = find_signals(provoked)
    assert signal.title.nl == "Na 22 mei 2027 staat er nog niets in het plan."


def test_an_action_far_ahead_is_a_plan_too() -> None:
    undated = replace(CALM, goals=(replace(HOME, horizon=None),))
    check_cured("only_short_term", undated, replace(undated, actions=(replace(CALL, due=ago(-300)),)))


def test_without_help_there_is_no_short_term_help() -> None:
    assert codes(Situation(on=ON, own_words=True)) == []
