"""What to find out first, in words."""

import numpy as np

from rekenmodel.sensitivity import Finding, top_findings
from rekenmodel.values import Text
from rekenmodel.values.draws import Assumption, Normal, draw_assumptions


def assumption(key: str, spread: float, confidence: int = 6) -> Assumption:
    """An assumption around zero."""
    return Assumption(
        key, Text(key, key), Normal(0, spread), Text("euro", "euros"), "telling", confidence, "Noor"
    )


ASSUMPTIONS = [assumption("rent", 10), assumption("relapse", 4_000, 2), assumption("debt", 1_000)]


def test_the_assumption_most_worth_knowing_comes_first() -> None:
    draws = draw_assumptions(ASSUMPTIONS, seed=2, count=5_000)
    gain = 500 + draws["debt"] - draws["relapse"] + draws["rent"]
    findings = top_findings(ASSUMPTIONS, draws, np.vstack([np.zeros(5_000), gain]), count=2)
    assert [found.assumption.key for found in findings] == ["relapse", "debt"]
    assert findings[0].worth > findings[1].worth > 0
    assert (findings[0].correlation < -0.9, findings[1].correlation > 0.1) == (True, True)


def test_where_nothing_turns_the_choice_the_strongest_comes_first() -> None:
    draws = draw_assumptions(ASSUMPTIONS, seed=2, count=2_000)
    gain = 90_000 + draws["debt"] - draws["relapse"] + draws["rent"]
    findings = top_findings(ASSUMPTIONS, draws, np.vstack([np.zeros(2_000), gain]))
    assert [found.assumption.key for found in findings] == ["relapse", "debt", "rent"]
    assert findings[2].text.nl == "rent: dit weten verandert de keuze niet."


def test_a_finding_in_words() -> None:
    assert Finding(ASSUMPTIONS[1], 1_580.4, -0.8).text.nl == (
        "relapse: dit eerst uitzoeken is hoogstens €\u00a01.580 waard. "
        "Hoe hoger het is, hoe minder de beste keuze oplevert. "
        "Dit getal is zwak onderbouwd: zekerheid 2 van 10."
    )
    assert Finding(ASSUMPTIONS[2], 20, 0.3).text.en == (
        "debt: finding this out first is worth at most €20. "
        "The higher it is, the better the best choice turns out."
    )
