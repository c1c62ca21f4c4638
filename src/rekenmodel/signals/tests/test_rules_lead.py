from dataclasses import replace
from typing import Any

import pytest

from rekenmodel.signals import Goal, LeadScope, Situation, SubjectKind, find_signals
from rekenmodel.signals.tests.scene import (
    CALM,
    HOME,
    HOUSING_LEAD,
    ON,
    ago,
    check_cured,
    codes,
    lead,
    line,
    with_lines,
)
from rekenmodel.values import LifeDomain, Purpose

GUIDING = line("b", purpose=Purpose.GUIDANCE, helper="wim")


def test_a_domain_with_help_has_a_gap_until_somebody_leads() -> None:
    provoked = replace(CALM, leads=(lead(),))
    check_cured("gap_lead", provoked, CALM)
    (signal,) = find_signals(provoked)
    assert signal.title.nl == "Helper-rent werkt aan wonen. Niemand heeft daar de regie."
    assert signal.action.nl == "Kies één mens die de regie heeft op wonen."


def test_a_gap_in_lead_counts_and_names_the_helpers() -> None:
    (signal,) = find_signals(with_lines(line(helper="anouk"), GUIDING, leads=(lead(),)))
    assert signal.title.nl == "Twee mensen werken aan wonen. Niemand heeft daar de regie."
    assert signal.why.nl.endswith("Hier helpen: Anouk Prins en Wim Faber.")
    assert signal.keys(SubjectKind.HELP) == ("b", "rent")


def test_a_gap_in_lead_without_any_name_says_somebody() -> None:
    (signal,) = find_signals(with_lines(line(helper="", organisation=""), leads=(lead(),)))
    assert signal.title.nl.startswith("Iemand werkt aan wonen.")


@pytest.mark.parametrize(("number", "signals"), [(2, 2), (3, 1)])
def test_more_than_two_domains_without_a_lead_are_one_signal(number: int, signals: int) -> None:
    domains = (LifeDomain.HOUSING, LifeDomain.MONEY, LifeDomain.WORK)[:number]
    found = find_signals(with_lines(line(domains=frozenset(domains)), leads=(lead(),)))
    assert [signal.code for signal in found] == ["gap_lead"] * signals
    assert {key for signal in found for key in signal.keys(SubjectKind.DOMAIN)} == set(domains)


def test_domains_without_a_lead_are_named_together_with_one_action() -> None:
    wide = line(domains=frozenset({LifeDomain.WORK, LifeDomain.MONEY, LifeDomain.HOUSING}))
    (signal,) = find_signals(with_lines(wide, leads=(lead(),)))
    assert signal.title.nl == "Op drie gebieden heeft niemand de regie: geld, wonen en werk en dag."
    assert signal.action.nl == "Kies bij het volgende gesprek voor elk gebied één mens die de regie heeft."
    assert signal.keys(SubjectKind.HELP) == ("rent",)


@pytest.mark.parametrize("dates", [{"since": ago(-1)}, {"until": ON}])
def test_a_lead_counts_from_its_first_day_to_before_its_last(dates: dict[str, Any]) -> None:
    assert codes(replace(CALM, leads=(lead(), replace(HOUSING_LEAD, **dates)))) == ["gap_lead"]


@pytest.mark.parametrize("dates", [{"since": None}, {"since": ON}, {"until": ago(-1)}])
def test_a_lead_holds_on_its_first_day_and_the_day_before_its_last(dates: dict[str, Any]) -> None:
    assert codes(replace(CALM, leads=(lead(), replace(HOUSING_LEAD, **dates)))) == []


def test_no_case_lead_shows_until_somebody_leads_on_the_case() -> None:
    check_cured("no_case_lead", replace(CALM, leads=(HOUSING_LEAD,)), CALM)
    assert codes(Situation(on=ON, own_words=True)) == []
    assert "no_case_lead" in codes(Situation(on=ON, own_words=True, goals=(HOME,)))


@pytest.mark.parametrize(
    ("scope", "subject", "what"),
    [
        (LeadScope.CASE, "", "het overzicht"),
        (LeadScope.PROCESS, "", "het proces"),
        (LeadScope.DOMAIN, "housing", "wonen"),
        (LeadScope.DOMAIN, "garden", "een leefgebied"),
        (LeadScope.HELP, "rent", "“Hulp rent”"),
        (LeadScope.HELP, "elsewhere", "de hulp"),
        (LeadScope.GOAL, "home", "“Wij wonen hier nog”"),
        (LeadScope.SAFETY, "", "de veiligheid"),
        (LeadScope.MONEY, "", "de kosten"),
    ],
)
def test_two_leads_on_one_thing_show_until_one_is_left(scope: LeadScope, subject: str, what: str) -> None:
    first, second = lead("anouk", scope, subject), lead("wim", scope, subject)
    others = tuple(x for x in CALM.leads if (x.scope, x.subject) != (scope, subject))
    provoked = replace(CALM, leads=(*others, first, second))
    check_cured("double_lead", provoked, replace(CALM, leads=(*others, first)))
    (signal,) = find_signals(provoked)
    assert signal.title.nl == f"Twee mensen hebben de regie op {what}."
    assert signal.keys(SubjectKind.HOLDER) == ("anouk", "wim")


def test_a_lead_without_a_name_is_nobodys() -> None:
    assert codes(replace(CALM, leads=(lead(""), HOUSING_LEAD))) == ["no_case_lead"]


def test_one_person_recorded_twice_is_no_double_lead() -> None:
    assert codes(replace(CALM, leads=(*CALM.leads, replace(lead(), key="again")))) == []


def test_nobody_leads_on_help_that_stopped_or_a_closed_goal() -> None:
    stopped, closed = (
        line("old", until=ON, goals=frozenset()),
        Goal(key="done", title="Klaar", domain=None, closed_on=ago(70)),
    )
    pairs = [lead(who, LeadScope.HELP, "old") for who in ("anouk", "wim")]
    pairs += [lead(who, LeadScope.GOAL, "done", accepted=False) for who in ("anouk", "wim")]
    ended = with_lines(line(), stopped, goals=(HOME, closed), leads=(*CALM.leads, *pairs))
    assert codes(ended) == []
    again = with_lines(
        line(),
        line("old", purpose=Purpose.GUIDANCE),
        goals=(HOME, replace(closed, closed_on=None, domain=HOME.domain)),
        leads=ended.leads,
    )
    assert codes(again) == ["double_lead", "double_lead", "lead_not_accepted"]


def test_a_lead_without_a_yes_shows_until_it_is_given() -> None:
    asked = replace(CALM, leads=(lead(accepted=False), HOUSING_LEAD))
    check_cured("lead_not_accepted", asked, CALM)
    (signal,) = find_signals(asked)
    assert signal.title.nl == "Eén mens zei nog geen ja op de regie."
    assert signal.action.nl == "Vraag een ja of nee aan Anouk Prins."


def test_two_leads_without_a_yes_are_one_signal() -> None:
    (signal,) = find_signals(
        replace(CALM, leads=(lead(accepted=False), replace(HOUSING_LEAD, holder="wim", accepted=False)))
    )
    assert signal.title.nl == "Twee mensen zeiden nog geen ja op de regie."
    assert signal.why.nl.endswith("Het gaat om het overzicht en wonen.")
