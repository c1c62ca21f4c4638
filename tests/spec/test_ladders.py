"""What a step on an effect ladder is worth"""

from itertools import groupby

import pytest

from rekenmodel.social_value import Ladder, StepPart, groups_at, worth_of_steps
from tests.spec.golden import record, rows

STEPS = (1, 2, 3, 4, 5)


def _energy_poverty() -> dict[str, Ladder]:
    found = rows("msi_energiearmoede_09_proxies")
    return {
        effect: Ladder(
            effect,
            STEPS,
            tuple(
                StepPart(
                    step=int(row["level"]),
                    party=row["stakeholder"],
                    name=row["proxy"],
                    amount=float(row["amount_eur"]),
                    overlap_group=row["overlap_group"],
                    transfer=row["kind"] == "transfer",
                )
                for row in group
            ),
            2026,
            "Meetstandaard Energiearmoede 0.9",
        )
        for effect, group in groupby(found, key=lambda row: row["effect_id"])
    }


def _social_impact() -> list[dict[str, str]]:
    return rows("msi_social_impact_10_buildup")


def test_sixty_seven_proxies() -> None:
    """Energy poverty: 67 proxies are each quantity x price

    The tolerance is half a euro where the source itself rounds to euros (work skills) and one cent elsewhere.
    """
    proxies = rows("msi_energiearmoede_09_proxies")
    assert len(proxies) == 67
    for row in proxies:
        if row["quantity"]:
            product = float(row["quantity"]) * float(row["unit_price_eur"])
            tolerance = 0.51 if row["effect_id"] == "EFF-10" else 0.01
            assert product == pytest.approx(abs(float(row["amount_eur"])), abs=tolerance)


def test_worth_of_each_step() -> None:
    """Energy poverty: the worth of each step, with and without money that only changes hands"""
    ladders = _energy_poverty()
    for row in rows("msi_energiearmoede_09_totals"):
        ladder, step = ladders[row["effect_id"]], int(row["level"])
        assert ladder.worth(step) == pytest.approx(float(row["total_eur"]), abs=0.01)
        assert sum(ladder.worth_by_party(step).values()) == pytest.approx(ladder.worth(step), abs=1e-9)
        if row["net_without_transfers_eur"]:
            net = ladder.worth(step, with_transfers=False)
            assert net == pytest.approx(float(row["net_without_transfers_eur"]), abs=0.01)


def test_three_effects_at_once() -> None:
    """Energy poverty: three effects on step 2 against the normal step 4, overlap taken off"""
    case, ladders = record("msi_overlap_example"), _energy_poverty()
    three = [ladders[effect] for effect in ("EFF-01", "EFF-02", "EFF-03")]
    low, normal = ({ladder.effect: step for ladder in three} for step in (2, 4))
    added_up = sum(sum(amounts) for amounts in groups_at(three, low).values())
    assert added_up == pytest.approx(-20_507.14, abs=0.01)
    assert worth_of_steps(three, normal, case["alpha"]) == 0
    assert worth_of_steps(three, low, case["alpha"]) == pytest.approx(-15_180.87, abs=0.01)


def test_build_up_from_parties() -> None:
    """Social impact: a step is exactly the sum of what it is worth to each party"""
    for (effect, step), group in groupby(_social_impact(), key=lambda row: (row["effect"], row["level"])):
        found = list(group)
        parts = tuple(
            StepPart(int(step), row["stakeholder"], row["component"], float(row["amount_eur"]), "none")
            for row in found
        )
        ladder = Ladder(effect, STEPS, parts, None, found[0]["source"])
        assert ladder.worth(int(step)) == float(found[0]["level_total_eur"])


def test_worth_of_a_move() -> None:
    """Social impact: a move is worth the step after less the step before"""
    for row in rows("msi_level_values"):
        parts = tuple(
            StepPart(step, "society", "worth", float(row[f"score_{step}"]), "none") for step in STEPS
        )
        ladder = Ladder(row["effect"], STEPS, parts, None, row["source"])
        for before in STEPS:
            for after in STEPS:
                expected = float(row[f"score_{after}"]) - float(row[f"score_{before}"])
                assert ladder.worth_of_change(before, after) == expected
