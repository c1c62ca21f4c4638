"""What outcomes are worth"""

import numpy as np
import pytest

from rekenmodel.social_value import (
    Contribution,
    Outcome,
    Terms,
    Valuation,
    appraise,
    by_key,
    corrected_total,
    explain,
    group_worth,
    summary,
)
from rekenmodel.values import Text
from rekenmodel.values.draws import Duration, Timing
from tests.spec.golden import record, rows


def _wheels_to_meals() -> Valuation:
    guide = record("sroi_wheels_to_meals")
    outcomes = [
        Outcome(
            key=f"{place}",
            name=Text(row["outcome"], row["outcome"]),
            party=row["stakeholder"],
            quantity=float(row["quantity"]),
            proxy=float(row["proxy_gbp"]),
            price_year=2009,
            duration=Duration.of_years(float(row["duration_years"])),
            deadweight=float(row["deadweight"]),
            displacement=float(row["displacement"]),
            attribution_lost=float(row["attribution"]),
            drop_off=float(row["drop_off"]),
        )
        for place, row in enumerate(rows("sroi_wheels_to_meals"))
    ]
    contributions = [
        Contribution(paid["item"], Text(paid["item"], paid["item"]), paid["stakeholder"], paid["value"], 2009)
        for paid in guide["inputs"]
    ]
    terms = Terms(price_year=2009, rate=guide["discount_rate"], years=5, timing=Timing.END)
    return appraise(outcomes, contributions, terms)


def test_impact_of_the_first_year() -> None:
    """Wheels-to-Meals: the impact of each outcome in its first year

    The worked example of the SROI Guide. Impact = quantity x proxy x (1 - deadweight)(1 - displacement)(1 -
    attribution). Help that would have come anyway counts for nothing; help that disappears counts against.
    """
    lines = by_key(_wheels_to_meals())
    for place, row in enumerate(rows("sroi_wheels_to_meals")):
        outcome = lines[f"{place}"].source
        assert isinstance(outcome, Outcome)
        assert outcome.first_year[0] == pytest.approx(float(row["impact_year1_gbp"]), abs=0.01)


def test_present_value_of_wheels_to_meals() -> None:
    """Wheels-to-Meals: present value 81,741.93, net 39,366.93, ratio 1.93"""
    meals, expected = _wheels_to_meals(), record("sroi_wheels_to_meals")["expected"]
    gains = sum((line.flow.amounts for line in meals.of_kind(meals.lines[0].kind)), np.zeros((6, 1)))
    assert gains[1:, 0] == pytest.approx(expected["year_totals"], abs=0.01)
    assert meals.benefits[0] == pytest.approx(81_741.93, abs=0.02)
    assert meals.costs[0] == 42_375
    assert meals.net[0] == pytest.approx(39_366.93, abs=0.02)
    assert meals.ratio == pytest.approx(1.93, abs=0.005)


def test_present_value_by_year() -> None:
    """Wheels-to-Meals: what each year is worth now, at 3.5 % at the end of the year"""
    meals = _wheels_to_meals()
    costs = np.array([meals.costs[0], 0, 0, 0, 0, 0])
    by_year = meals.net_flow.present[:, 0] + costs
    assert by_year == pytest.approx([0, 79_718.43, 134.58, 61.06, 977.70, 850.17], abs=0.01)


def test_wheels_to_meals_in_words() -> None:
    """Wheels-to-Meals in words: net value first, ratio second, then when and for whom"""
    meals = _wheels_to_meals()
    assert [text.en for text in summary(meals)] == [
        "This yields €39,367 more than it costs, over 5 years and brought back to now at 3.5% a year.",
        "For each euro that goes in €1.93 comes out.",
        "This pays back in 0.5 years.",
        "For local authority €24,375 is needed so as not to lose by it.",
        "For volunteers €17,830 is needed so as not to lose by it.",
        "For neighbours €3,484 is needed so as not to lose by it.",
        "The others can pay that with 54% of their gain.",
    ]
    assert [text.en for text in explain(by_key(meals)["0"])] == [
        "7 × €94.00 = €658.00 a year. Of that 95% counts "
        "(happens anyway 0%, moves elsewhere 0%, work of others 5%): €625.10.",
        "It lasts 1 year, 50% less each year. Worth now: €603.96.",
    ]


def test_overlap() -> None:
    """Overlap: the same worth is not counted twice

    Meetstandaard Energiearmoede 0.9, thirteen contributions in four groups. In each group the largest counts
    whole and the rest for a share alpha. Adding up would have overstated this case by 35 %.
    """
    case = record("msi_overlap_example")
    for group, expected in case["expected"].items():
        worth = group_worth(case["contributions"][group], case["alpha"][group])
        assert worth.naive[0] == pytest.approx(expected["naive"], abs=0.01)
        assert worth.dominant[0] == pytest.approx(expected["dominant"], abs=0.01)
        assert worth.corrected[0] == pytest.approx(expected["corrected"], abs=0.01)
    assert corrected_total(case["contributions"], case["alpha"]) == pytest.approx(-15_180.87, abs=0.01)


def test_overlap_with_other_alphas() -> None:
    """Overlap: from counting only the largest (alpha 0) to counting everything (alpha 1)"""
    case = record("msi_overlap_example")
    for alpha, expected in case["alpha_sensitivity_total"].items():
        alphas = dict.fromkeys(case["contributions"], float(alpha))
        assert corrected_total(case["contributions"], alphas) == pytest.approx(expected, abs=0.01)
