"""Many households: sums draw by draw, in any order, wherever they are calculated."""

from dataclasses import replace

import numpy as np
import pytest

from rekenmodel.portfolio import Portfolio, carried_out, together
from rekenmodel.portfolio.many import Household
from rekenmodel.trajectory import BASELINE, Stop, paid, simulate
from rekenmodel.trajectory.tests.examples import case, line, scenario
from rekenmodel.values import RefusedError

SCENARIOS = (BASELINE, scenario(Stop("a", 3)))
SETTING = (1, 60, 0.02)


def households(many: int) -> list[Household]:
    return [(case(6, (replace(line("a"), dose=4.0 + place), line("b"))), SCENARIOS) for place in range(many)]


@pytest.mark.parametrize("fast", [True, False])
def test_what_is_paid_is_that_of_a_whole_run(fast: bool) -> None:
    household, scenarios = households(1)[0]
    outlooks = simulate(household, scenarios, 1, 60, 0.02, fast).outlooks
    for outlook in outlooks:
        for payer, worth in paid(household, scenarios, 1, 60, 0.02, fast)[outlook.key].items():
            np.testing.assert_allclose(worth, outlook.worth[payer], rtol=1e-12)


def test_the_total_is_the_sum_of_the_households() -> None:
    whole = carried_out(households(3), *SETTING)
    apart = [carried_out([one], *SETTING, first=place) for place, one in enumerate(households(3))]
    for key, worth in whole.worth.items():
        for payer, draws in worth.items():
            np.testing.assert_allclose(draws, sum(one.worth[key][payer] for one in apart), rtol=1e-12)
    assert whole.households == 3
    assert 0 <= whole.cheaper["other"] <= 3


def test_parts_put_together_are_the_whole() -> None:
    everybody = households(4)
    whole = carried_out(everybody, *SETTING)
    parts = (carried_out(everybody[2:], *SETTING, first=2), carried_out(everybody[:2], *SETTING))
    found = Portfolio(together(parts)).saved["other"]
    np.testing.assert_allclose(found, Portfolio(whole).saved["other"], rtol=1e-12)
    assert found.mean() > 0


def test_households_share_prices_but_not_luck() -> None:
    same = households(1) * 2
    one, two = (carried_out([household], *SETTING, first=place) for place, household in enumerate(same))
    lines = replace(same[0][0], assumptions=same[0][0].assumptions)
    assert lines.lines == same[1][0].lines
    totals = [np.sum(list(share.worth[BASELINE.key].values()), axis=0) for share in (one, two)]
    assert (totals[0] != totals[1]).any()
    assert np.corrcoef(np.sort(totals[0])[:30], np.sort(totals[1])[:30])[0, 1] > 0.9


def test_progress_is_told_and_can_stop() -> None:
    class Enough(Exception):
        pass

    told: list[int] = []

    def tell(done: int) -> None:
        told.append(done)
        if done == 2:
            raise Enough

    with pytest.raises(Enough):
        carried_out(households(5), *SETTING, progress=tell)
    assert told == [1, 2]


def test_nobody_is_refused() -> None:
    with pytest.raises(RefusedError, match="at least one household"):
        carried_out([], *SETTING)


def test_other_scenarios_do_not_mix() -> None:
    (household, _), *_ = households(1)
    other = (household, (BASELINE, scenario(Stop("a", 3), key="else")))
    with pytest.raises(RefusedError, match="same scenarios"):
        carried_out([households(1)[0], other], *SETTING)
