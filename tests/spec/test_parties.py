"""Who gains and who pays"""

import pytest

from rekenmodel.social_value import (
    Contribution,
    Outcome,
    Terms,
    Transfer,
    Valuation,
    appraise,
    wrong_pocket,
)
from rekenmodel.values import Payer, Text
from rekenmodel.values.draws import Duration
from tests.spec.golden import rows

PERSPECTIVES = ("taxpayers", "participants", "others", "indirect")
YEAR = Duration.of_years(1)


def _programme(row: dict[str, str]) -> Valuation:
    year = int(row["base_year"]) if row["base_year"] else None
    outcomes = [
        Outcome(party, Text(party, party), party, 1, float(row[party]), year, YEAR) for party in PERSPECTIVES
    ]
    cost = -float(row["net_program_cost"])
    paid = Contribution("programme", Text("programma", "programme"), "taxpayers", cost, year)
    return appraise(outcomes, [paid], Terms(price_year=year, rate=0.0, years=1))


def test_wsipp_perspectives() -> None:
    """WSIPP: eight programmes from four perspectives

    Benefits and costs as published by the Washington State Institute for Public Policy, already discounted.
    Each published line is rounded to a dollar.
    """
    for row in rows("wsipp_perspectives"):
        programme = _programme(row)
        assert programme.benefits[0] == pytest.approx(float(row["total_benefits"]), abs=1)
        assert programme.net[0] == pytest.approx(float(row["benefits_minus_costs"]), abs=1)
        assert programme.ratio == pytest.approx(float(row["benefit_cost_ratio"]), abs=0.006)


def test_wrong_pocket() -> None:
    """The wrong pocket: a programme that pays for society, but not for who pays it

    Multisystemic therapy for youths with a serious emotional disturbance: taxpayers put in 6,823 and get
    3,502 back. Participants and others could pay the missing 3,321 and keep something, so it can be settled.
    """
    therapy = next(row for row in rows("wsipp_perspectives") if "(Dec 2016)" in row["program"])
    net = {worth.party: worth.net[0] for worth in _programme(therapy).parties}
    pocket = wrong_pocket(net)
    assert pocket.compensation == {"taxpayers": 3_321, "indirect": 1_751}
    assert pocket.index == pytest.approx((3_321 + 1_751) / (4_192 + 3_066))
    assert pocket.can_be_settled


def test_transfers() -> None:
    """A transfer is booked at both parties: society gains nothing by it"""
    benefit = Transfer(
        key="benefit",
        name=Text("bijstand", "income support"),
        giver=Payer.MUNICIPALITY,
        receiver=Payer.HOUSEHOLD,
        amount=12 * 1_564,
        price_year=2026,
        duration=YEAR,
    )
    result = appraise([], [], Terms(price_year=2026, rate=0.0, years=1), [benefit])
    assert {worth.party: worth.net[0] for worth in result.parties} == {
        Payer.HOUSEHOLD: 18_768,
        Payer.MUNICIPALITY: -18_768,
    }
    assert result.net[0] == 0
