"""A valuation in words."""

import numpy as np
import pytest

from rekenmodel.social_value import appraise, by_key, explain, summary
from rekenmodel.social_value.tests.plans import YEAR, outcome, payment, terms, transfer
from rekenmodel.values import Text
from rekenmodel.values.draws import Duration


def test_net_value_comes_first_and_the_ratio_second() -> None:
    plan = appraise([outcome(duration=Duration.of_years(5))], [payment(2_000)], terms())
    assert [text.nl for text in summary(plan)[:3]] == [
        "Dit levert €\u00a03.000 meer op dan het kost, "
        "over 5 jaar en omgerekend naar nu met 0\u00a0% per jaar.",
        "Per euro die erin gaat komt er €\u00a02,50 uit.",
        "Dit verdient zich terug in 2 jaar.",
    ]


def test_a_loss_is_said_as_a_loss() -> None:
    first = summary(appraise([outcome()], [payment(1_500)], terms()))[0]
    assert first.nl.startswith("Dit levert €\u00a0500 minder op dan het kost")
    assert first.en.startswith("This yields €500 less than it costs")


def test_draws_are_said_with_their_uncertainty() -> None:
    plan = appraise([outcome(quantity=np.linspace(5, 15, 101))], [payment(600)], terms())
    first = summary(plan)[0]
    assert first.nl.endswith("van −€\u00a050 tot €\u00a0850; de kans op winst is 89\u00a0%.")
    assert first.en.endswith("it lies from −€50 to €850; the chance of a gain is 89%.")


def test_without_payment_there_is_no_ratio() -> None:
    assert summary(appraise([outcome()], [], terms()))[1].en == "Nothing is paid, so no ratio."


def test_a_line_opens_to_its_formula_overlap_and_source() -> None:
    one = outcome(
        "visits", overlap_group="care", deadweight=0.1, drop_off=0.2, source=Text("telling", "count")
    )
    other = outcome("calls", quantity=20, overlap_group="care", duration=Duration.of_years(2))
    plan = appraise([one, other], [], terms())
    assert [text.nl for text in explain(by_key(plan)["visits"])] == [
        "10 × €\u00a0100,00 = €\u00a01.000,00 per jaar. Daarvan telt 90\u00a0% "
        "(gebeurt toch al 10\u00a0%, verschuift 0\u00a0%, werk van anderen 0\u00a0%): €\u00a0900,00.",
        "Het duurt 1 jaar, elk jaar 20\u00a0% minder. Nu waard: €\u00a0450,00.",
        "Dit overlapt met andere effecten. Daarom telt 50\u00a0% mee.",
        "Bron: telling.",
    ]
    assert explain(by_key(plan)["calls"])[1].en == (
        "It lasts 2 years, 0% less each year. Worth now: €4,000.00."
    )


def test_a_line_without_overlap_or_source_opens_to_two_sentences() -> None:
    (line,) = appraise([outcome()], [], terms()).lines
    assert len(explain(line)) == 2


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (None, "Paid by municipality: €600.00 once. Worth now: €600.00."),
        (1, "Paid by municipality: €600.00 a year, for 1 year. Worth now: €600.00."),
        (2, "Paid by municipality: €600.00 a year, for 2 years. Worth now: €1,200.00."),
    ],
)
def test_a_payment_says_who_pays_and_how_often(years: int | None, said: str) -> None:
    paid = payment(600, duration=years and Duration.of_years(years))
    (line,) = appraise([], [paid], terms()).lines
    assert [text.en for text in explain(line)] == [said]


def test_a_transfer_says_from_whom_to_whom() -> None:
    (line,) = appraise([], [], terms(), [transfer(100, duration=YEAR)]).lines
    assert explain(line)[0].nl == (
        "Van gemeente naar huishouden: €\u00a0100,00 per jaar, 1 jaar lang. Nu waard: €\u00a0100,00."
    )
