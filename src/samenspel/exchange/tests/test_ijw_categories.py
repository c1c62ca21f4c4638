"""Every product category of both code lists has a proposal."""

import pytest

from rekenmodel.values import Law, LifeDomain, Purpose
from samenspel.exchange.rules.ijw_categories import UNKNOWN, guess, guesses
from samenspel.exchange.rules.ijw_tables import LISTS, code_lists, label, message_of_code


@pytest.mark.parametrize("law", [Law.JEUGDWET, Law.WMO])
def test_every_category_has_domains_and_a_title(law: Law) -> None:
    for category in code_lists()[law, LISTS[law]["ProductCategorie"]]:
        proposal = guess(law, category)
        assert proposal.domains, category
        assert proposal.title.nl
        assert proposal.title.en


def test_no_proposal_for_a_category_that_does_not_exist() -> None:
    known = {
        (law, category) for law in LISTS for category in code_lists()[law, LISTS[law]["ProductCategorie"]]
    }
    assert set(guesses()) == known


def test_some_proposals() -> None:
    assert guess(Law.JEUGDWET, "46").purpose is Purpose.SAFETY
    assert guess(Law.JEUGDWET, "47").domains == (LifeDomain.JUSTICE,)
    assert guess(Law.JEUGDWET, "50").purpose is None
    assert guess(Law.WMO, None) is UNKNOWN


def test_labels_come_from_the_list_of_the_law() -> None:
    assert label(Law.JEUGDWET, "RedenBeeindiging", "31") == "Levering is volgens plan beëindigd"
    assert label(Law.WMO, "RedenBeeindiging", "31") == "Verhuizing naar een andere gemeente"
    assert label(Law.WMO, "RetourCode", "S300") == "S300"
    assert (message_of_code("490"), message_of_code("999")) == ("JW323", "")
