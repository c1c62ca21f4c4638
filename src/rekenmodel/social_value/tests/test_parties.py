"""Who gains, who pays, and what the winners would owe."""

import numpy as np
import pytest

from rekenmodel.social_value import PartyWorth, wrong_pocket
from rekenmodel.values import Payer, Text


def test_the_losers_are_named_largest_first() -> None:
    pocket = wrong_pocket({Payer.STATE: 4_000, Payer.MUNICIPALITY: -3_000, Payer.EMPLOYER: -200})
    assert list(pocket.compensation.items()) == [(Payer.MUNICIPALITY, 3_000), (Payer.EMPLOYER, 200)]
    assert pocket.index == pytest.approx(0.8)
    assert [text.nl for text in pocket.texts] == [
        "Voor gemeente is €\u00a03.000 nodig om er niet op achteruit te gaan.",
        "Voor werkgever is €\u00a0200 nodig om er niet op achteruit te gaan.",
        "De anderen kunnen dat betalen met 80\u00a0% van hun winst.",
    ]


def test_too_little_gain_to_make_up_for_the_loss() -> None:
    pocket = wrong_pocket({Payer.STATE: 1_000, Payer.MUNICIPALITY: -3_000})
    assert not pocket.can_be_settled
    assert pocket.texts[-1].en == "The gain of the others is too small to make up for it."


def test_nobody_gains() -> None:
    pocket = wrong_pocket({Payer.MUNICIPALITY: -3_000})
    assert pocket.index is None
    assert not pocket.can_be_settled
    assert pocket.texts[-1].en == "Nobody gains by this."


def test_nobody_loses() -> None:
    pocket = wrong_pocket({Payer.STATE: 1_000, Payer.MUNICIPALITY: 0})
    assert (pocket.index, pocket.can_be_settled) == (0, True)
    assert pocket.texts == (Text("Geen enkele partij verliest hierop.", "No party loses by this."),)


@pytest.mark.parametrize(
    ("gains", "said"), [(900.4, "gemeente: €\u00a0400 voordeel."), (100, "gemeente: €\u00a0400 nadeel.")]
)
def test_a_party_in_words(gains: float, said: str) -> None:
    worth = PartyWorth(Payer.MUNICIPALITY, np.array([gains]), np.array([500.0]), np.zeros(1))
    assert worth.text.nl == said
