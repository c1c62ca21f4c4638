"""The demo files: without faults, without loss, and telling the stories that they should tell."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rekenmodel.costs import Basis, CostEntry, load_price_list
from rekenmodel.signals import ProcessState, find_signals, process_state
from rekenmodel.signals.signal import Code
from rekenmodel.values import load_price_index
from samenspel.access.rules import Role
from samenspel.households.rules.codes import Evidence
from samenspel.households.rules.faults import faults_of_file
from samenspel.households.rules.picture import Picture, Prices, picture, runs_on
from samenspel.households.rules.record import HouseholdFile
from samenspel.households.rules.situation import file_on, situation
from samenspel.network.rules import Organisation, Professional, Team

DEMO = Path(__file__).parents[1] / "data" / "demo"
HOUSEHOLDS = ("bakker-martina", "aydin", "hofstede", "tesfay")
TODAY = date(2026, 11, 22)
EACH = pytest.mark.parametrize("key", HOUSEHOLDS)


def text_of(key: str) -> str:
    return (DEMO / f"huishouden-{key}.json").read_text(encoding="utf-8")


@cache
def household(key: str) -> HouseholdFile:
    return HouseholdFile.model_validate_json(text_of(key))


@cache
def today(key: str) -> Picture:
    return picture(household(key), TODAY, Prices(load_price_list(), load_price_index(), 2026))


@cache
def network() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DEMO / "network.json").read_text(encoding="utf-8"))
    return found


def running(key: str, day: date) -> int:
    return sum(runs_on(row, day) for row in household(key).help)


def signals(key: str) -> Counter[Code]:
    return Counter(signal.code for signal in today(key).signals)


def entries_until_today(key: str) -> Iterator[tuple[CostEntry, Decimal]]:
    for entry in today(key).costs.entries:
        if entry.amount is not None and not entry.forecast:
            yield entry, entry.amount.mid


def test_the_folder_holds_these_files_only() -> None:
    named = {f"huishouden-{key}.json" for key in HOUSEHOLDS} | {"network.json"}
    assert {path.name for path in DEMO.iterdir()} == named


@EACH
def test_a_file_has_no_faults(key: str) -> None:
    assert faults_of_file(household(key)) == []


@EACH
def test_a_file_goes_out_as_it_came_in(key: str) -> None:
    out = household(key).model_dump_json(exclude_defaults=True)
    assert json.loads(out) | {"format": household(key).format} == json.loads(text_of(key))
    assert HouseholdFile.model_validate_json(out) == household(key)


@EACH
def test_a_file_is_written_with_two_spaces(key: str) -> None:
    assert text_of(key) == json.dumps(json.loads(text_of(key)), indent=2, ensure_ascii=False) + "\n"


@EACH
def test_titles_and_names_fit_in_the_picture(key: str) -> None:
    file = household(key)
    assert max(len(row.title) for row in file.help) <= 28
    assert max(len(row.title) for row in file.events) <= 30
    names = [row.name for row in file.persons] + [row.name for row in file.supporters]
    assert max(len(name) for name in names + [row.name for row in file.professionals]) <= 18


@EACH
def test_nothing_is_named_that_nobody_uses(key: str) -> None:
    file = household(key)
    named = [row.professional for row in file.help] + [row.professional for row in file.leads]
    named += [row.deputy for row in file.leads] + [row.professional for row in file.actions]
    assert {row.key for row in file.professionals} == set(named) - {None}
    employers = [row.organisation for row in file.professionals] + [row.organisation for row in file.help]
    assert {row.key for row in file.organisations} == set(employers) - {None}


@EACH
def test_every_logged_state_is_what_the_rule_gave_that_day(key: str) -> None:
    for row in household(key).states:
        result = process_state(situation(file_on(household(key), row.on), row.on))
        assert (row.computed, row.rule_version) == (result.state, result.rule_version)
        assert row.signal_values == {one.code: one.value for one in result.signals if one.value is not None}


@EACH
def test_every_price_of_help_that_ran_is_known(key: str) -> None:
    assert today(key).year.unknown == ()
    assert today(key).year.unconverted == ()


def test_dearest_case_has_its_lines_and_organisations() -> None:
    file = household("bakker-martina")
    assert len(file.help) >= 30
    assert len({row.organisation for row in file.help} - {None}) >= 12
    assert len(file.persons) >= 5
    assert 4 <= len(file.supporters) <= 6
    assert any(not person.in_house for person in file.persons)


def test_dearest_case_runs_four_years() -> None:
    days = [row.since for row in household("bakker-martina").help if row.since]
    assert (min(days).year, min(days).month) == (2022, 11)
    assert all(running("bakker-martina", TODAY - timedelta(days=30 * back)) for back in range(49))


def test_dearest_case_has_two_thirds_fewer_lines_than_at_its_peak() -> None:
    peak = max(running("bakker-martina", TODAY - timedelta(days=back)) for back in range(4 * 365))
    assert peak >= 30
    assert 9 <= running("bakker-martina", TODAY) <= peak / 3
    assert today("bakker-martina").facts.organisations >= 8


def test_dearest_case_costs_about_a_million() -> None:
    costs = list(entries_until_today("bakker-martina"))
    total = sum(amount for _, amount in costs)
    billed = sum(amount for entry, amount in costs if entry.basis is Basis.INVOICE)
    assert 850_000 <= total <= 1_150_000
    assert Decimal("0.15") <= billed / total <= Decimal("0.40")
    assert Decimal("0.15") <= today("bakker-martina").year.shares[Basis.INVOICE] <= Decimal("0.40")


def test_dearest_case_has_a_credit_and_a_disputed_payer() -> None:
    file = household("bakker-martina")
    billed = {row.reference for row in file.declarations}
    assert [row.corrects in billed for row in file.declarations if row.cents < 0] == [True]
    assert any(row.payer_disputed for row in file.help)


def test_dearest_case_goes_from_turbulent_to_ingewikkeld() -> None:
    agreed = [row.agreed for row in sorted(household("bakker-martina").states, key=lambda row: row.on)]
    calmer = [ProcessState.TURBULENT, ProcessState.COMPLEX, ProcessState.COMPLICATED]
    assert list(dict.fromkeys(agreed)) == calmer
    assert agreed == sorted(agreed, key=lambda state: calmer.index(state) if state else -1)
    assert today("bakker-martina").state.state is ProcessState.COMPLICATED


def test_dearest_case_shows_a_range_of_signals() -> None:
    expected = {
        Code.GAP_PROBLEM, Code.GAP_LEAD, Code.OVERLAP, Code.WAITING_TOO_LONG, Code.ACTIONS_LATE,
        Code.FAMILY_LOAD, Code.NO_END, Code.NO_EVALUATION,
        Code.GOAL_REACHED, Code.NO_CRISIS, Code.FEWER_HELPS,
    }  # fmt: skip
    assert set(signals("bakker-martina")) == expected
    assert signals("bakker-martina")[Code.GAP_LEAD] == 1
    assert today("bakker-martina").facts.late_actions == 2


def test_dearest_case_knows_how_sure_each_effect_is() -> None:
    assert {row.evidence for row in household("bakker-martina").effects} == set(Evidence)


def test_the_boy_went_to_judo_before_any_treatment() -> None:
    file = household("aydin")
    judo, treatment = (next(row for row in file.help if row.key == key) for key in ("judo", "praten"))
    assert judo.supporter is not None
    assert judo.since is not None
    assert treatment.since is not None
    assert judo.since < treatment.since
    born = next(row.birth_date for row in file.persons if row.key == "emre")
    assert born is not None
    assert (TODAY - born).days // 365.25 == 14
    assert sum(not signal.positive for signal in today("aydin").signals) == 1


def test_six_helpers_of_six_organisations_at_one_door_and_nobody_leads() -> None:
    facts, found = today("hofstede").facts, signals("hofstede")
    assert (facts.active_help_lines, facts.organisations, facts.domains_with_one_lead) == (6, 6, 0)
    assert {Code.NO_CASE_LEAD, Code.OVERLAP, Code.CONFLICT, Code.NO_OWN_WORDS} <= set(found)
    assert len(household("hofstede").persons) == 1
    assert today("hofstede").state.state is ProcessState.TURBULENT


def test_the_quiet_household_has_only_good_news() -> None:
    found = find_signals(today("tesfay").situation)
    assert found
    assert all(signal.positive for signal in found)
    assert today("tesfay").state.state is ProcessState.SIMPLE
    assert today("tesfay").facts.active_help_lines == 3


@EACH
def test_a_household_names_people_as_its_network_does(key: str) -> None:
    file, known = household(key), network()
    assert set(file.organisations) <= {Organisation.model_validate(row) for row in known["organisations"]}
    assert set(file.teams) <= {Team.model_validate(row) for row in known["teams"]}
    assert set(file.professionals) <= {Professional.model_validate(row) for row in known["professionals"]}


def test_the_network_is_whole() -> None:
    known = network()
    organisations, teams = ({row["key"] for row in known[name]} for name in ("organisations", "teams"))
    assert len(organisations) >= 9
    assert {row["organisation"] for row in (*known["teams"], *known["professionals"])} <= organisations
    assert {row["team"] for row in known["professionals"] if "team" in row} <= teams


def test_users_are_people_of_the_network_or_of_a_household() -> None:
    professionals = {row["key"] for row in network()["professionals"]}
    linked = [user["professional"] for user in network()["users"] if user["professional"]]
    assert set(linked) <= professionals
    assert len(linked) == len(set(linked))
    for user in network()["users"]:
        for row in user["memberships"]:
            assert row["person"] in {"", *(person.key for person in household(row["household"]).persons)}


def test_there_is_a_user_in_every_role_and_one_without_any_household() -> None:
    users = network()["users"]
    roles = {row["role"] for user in users for row in user["memberships"]}
    roles |= {user["general_role"] for user in users if user["general_role"]}
    no_page_of_their_own = {Role.NOBODY, Role.POLICY, Role.FACILITATOR, Role.OVERSIGHT, Role.REPRESENTATIVE}
    assert roles == {role.value for role in Role} - no_page_of_their_own
    assert any(user["general_role"] == "helper" and not user["memberships"] for user in users)
    assert all(user["introduction"] for user in users)
