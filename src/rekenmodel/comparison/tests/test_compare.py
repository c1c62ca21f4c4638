"""Two scenarios and more beside each other: who gains, how sure it is, what is worth finding out."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.comparison import Alternative, Compared, Perspective, compare, load_ladders
from rekenmodel.sensitivity import evppi
from rekenmodel.trajectory import BASELINE, Case, Guard, Pay, Scenario, Stop, drawn_inputs
from rekenmodel.trajectory.tests.examples import KNOWN, assumption, case, debt, line, scenario
from rekenmodel.values import LifeDomain, RefusedError, Text
from rekenmodel.values.draws import Fixed, Lognormal

OTHER = scenario(Pay(debt()), Stop("a", 6), Guard("eviction", 0.5))
ENGINES = pytest.mark.parametrize("fast", [True, False])


def run(
    *others: Scenario,
    perspective: Perspective = Perspective.PAYERS,
    household: Case | None = None,
    fast: bool | None = None,
    draws: int = 400,
) -> Compared:
    return compare(
        *(household or case(24), (BASELINE, *(others or (OTHER,))), 1, draws),
        perspective=perspective,
        fast=fast,
    )


def only(compared: Compared) -> Alternative:
    return compared.alternatives[0]


@ENGINES
def test_a_scenario_equal_to_carrying_on_differs_by_exactly_nothing(fast: bool) -> None:
    same = run(replace(BASELINE, key="again"), perspective=Perspective.SOCIETY, fast=fast)
    one = only(same)
    assert not np.any([one.net.draws, one.gained.draws, one.saved.draws])
    assert one.net.chance == 0
    assert one.break_even == 0
    assert (same.evpi, same.best) == (0, BASELINE.key)
    assert not any(same.evppi.values())


def test_both_engines_give_the_same() -> None:
    quick, plain = (only(run(fast=fast)) for fast in (True, False))
    np.testing.assert_allclose(quick.gained.draws, plain.gained.draws, rtol=1e-9, atol=1e-6)
    np.testing.assert_allclose(quick.saved.draws, plain.saved.draws, rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize("perspective", Perspective)
def test_parties_add_up_to_everybody(perspective: Perspective) -> None:
    one = only(run(perspective=perspective))
    together = np.sum([party.net for party in one.parties], axis=0)
    np.testing.assert_allclose(together, one.saved.draws + one.gained.draws, atol=1e-6)
    np.testing.assert_allclose(np.sum([party.transfers for party in one.parties], axis=0), 0, atol=1e-6)
    paid = np.sum([party.costs for party in one.parties], axis=0)
    np.testing.assert_allclose(paid, -one.saved.draws, atol=1e-6)
    assert [party.party for party in one.parties] == sorted(party.party for party in one.parties)


def test_who_is_not_known_yet_is_a_party() -> None:
    one = only(run(scenario(Stop("c", 3))))
    unknown = next(party for party in one.parties if party.party == "unknown")
    assert unknown.costs.mean() < 0


def test_payers_count_money_and_society_counts_lives_too() -> None:
    payers, society = only(run()), only(run(perspective=Perspective.SOCIETY))
    assert (payers.net.draws == payers.saved.draws).all()
    np.testing.assert_array_equal(society.net.draws, society.saved.draws + society.gained.draws)
    assert (payers.gained.draws == society.gained.draws).all()
    assert society.gained.draws.any()


def test_a_debt_taken_over_is_worth_something_to_others_than_its_payer() -> None:
    one = only(run(scenario(Pay(debt()))))
    nets = {party.party: party.net.mean() for party in one.parties}
    assert nets["municipality"] < 0 < nets["employer"]
    assert one.gained.mean > 0
    assert set(one.wrong_pocket.compensation) == {"municipality"}


def test_break_even_is_where_the_middle_comes_back() -> None:
    one = only(run(scenario(Pay(debt(1)), *(Stop(f"d{number}", 2) for number in range(5)))))
    month, extra = one.break_even, one.money.extra.mid
    assert month is not None
    assert extra[month - 1] > 0 >= extra[month:].max()
    assert only(run(scenario(Pay(debt())))).break_even is None


def test_the_best_is_that_with_the_highest_mean() -> None:
    costly = scenario(Pay(replace(debt(), effects={}, amount=assumption("cost", Fixed(1e6)))), key="costly")
    saving = scenario(Stop("b", 1), key="saving")
    compared = run(costly, saving)
    assert compared.best == "saving"
    assert [one.key for one in compared.alternatives] == ["costly", "saving"]
    assert run(costly).best == BASELINE.key
    assert compared.alternative("costly").net.mid < -9e5
    with pytest.raises(RefusedError, match="no scenario “moon”"):
        compared.alternative("moon")


def test_every_input_that_plays_a_part_has_an_evppi_below_evpi() -> None:
    unsure = scenario(Pay(replace(debt(), amount=assumption("debt.amount", Lognormal(2_000.0, 0.9)))))
    compared = run(unsure, perspective=Perspective.SOCIETY, draws=1000)
    inputs = drawn_inputs(case(24), (BASELINE, unsure), 1, 1000)
    assert set(compared.evppi) == set(inputs)
    assert 0 < max(compared.evppi.values()) <= compared.evpi
    nets = np.stack([np.zeros(1000), only(compared).net.draws])
    assert compared.evppi["debt.amount"] == evppi(inputs["debt.amount"], nets)
    assert len(compared.top) == 5
    worths = [round(found.worth) for found in compared.findings]
    assert worths == sorted(worths, reverse=True)


def test_what_lives_are_worth_does_not_matter_to_payers() -> None:
    assert not any(key.startswith("worth.") for key in run().evppi)
    assert not any(entry.key.startswith("worth.") for entry in run().weak)
    assert "worth.money" in {entry.key for entry in run(perspective=Perspective.SOCIETY).weak}


def test_a_number_that_nothing_depends_on_is_no_input() -> None:
    keys = set(run(perspective=Perspective.SOCIETY).evppi)
    assert {"build_up.guidance", "half_dose.hour", "effect.guidance.parenting"} <= keys
    assert not {"half_dose.week", "effect.safety.safety", "build_up.reunify"} & keys


def test_an_input_that_is_more_spread_is_worth_more_to_know() -> None:
    def with_debt_of(sigma: float) -> Scenario:
        amount = assumption("debt.amount", Lognormal(45_000.0, sigma))
        return scenario(Pay(replace(debt(), amount=amount)), *(Stop(f"d{number}", 2) for number in range(5)))

    narrow, wide = (run(with_debt_of(sigma), draws=2000) for sigma in (0.05, 0.8))
    assert narrow.evpi < wide.evpi
    assert narrow.evppi["debt.amount"] < wide.evppi["debt.amount"]
    assert wide.top[0].assumption.key == "debt.amount"


def test_domains_without_a_price_are_named() -> None:
    compared = run()
    assert LifeDomain.SAFETY in compared.unpriced
    assert not {LifeDomain.MONEY, LifeDomain.WORK} & set(compared.unpriced)


def test_own_ladders_count_instead() -> None:
    money = tuple(ladder for ladder in load_ladders() if ladder.domain is LifeDomain.MONEY)
    scenarios = (BASELINE, OTHER)
    compared = compare(case(24), scenarios, 1, 200, ladders=money)
    assert {one.domain for one in only(compared).lines} == {LifeDomain.MONEY}
    assert LifeDomain.WORK in compared.unpriced
    assert compared.ladders == "own"
    assert run().ladders == "2026-1"


def test_without_their_assumptions_ladders_count_nothing() -> None:
    kept = {key: entry for key, entry in KNOWN.entries.items() if not key.startswith("worth.")}
    bare = replace(KNOWN, entries=kept)
    household = Case(bare, (line("a"), line("b")), 12)
    compared = run(scenario(Stop("a", 2)), household=household, perspective=Perspective.SOCIETY)
    assert only(compared).lines == ()
    assert not only(compared).gained.draws.any()
    assert set(compared.unpriced) == set(LifeDomain)


def test_more_than_one_chunk_keeps_draws_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rekenmodel.trajectory.simulation.CHUNK", 150)
    one = only(run(draws=401))
    assert one.net.draws.shape == one.lines[0].booked.shape == (401,)


def test_a_seed_below_zero_is_refused() -> None:
    with pytest.raises(RefusedError, match="Seed: -3 is not possible"):
        compare(case(24), (BASELINE, OTHER), -3, 10)


def test_one_scenario_is_nothing_to_compare() -> None:
    with pytest.raises(RefusedError, match="at least two scenarios"):
        compare(case(), (BASELINE,), 1, 10)


def test_a_spread_says_how_sure_it_is() -> None:
    saved = only(run(draws=1000)).saved
    assert saved.low < saved.mid < saved.high
    assert saved.error == pytest.approx(saved.draws.std() / np.sqrt(1000))
    dots = saved.dots()
    assert dots.shape == (100,)
    assert abs((dots > 0).mean() - saved.chance) <= 0.01
    assert (np.diff(dots) >= 0).all()


def test_a_scenario_keeps_its_name() -> None:
    assert only(run()).name == Text("Anders", "Otherwise")
