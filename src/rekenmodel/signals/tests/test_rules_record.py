from dataclasses import replace
from typing import Any

import pytest

from rekenmodel.signals import find_signals
from rekenmodel.signals.tests.scene import ON, ago, check_cured, codes, line, with_lines
from rekenmodel.values import Payer, Purpose


@pytest.mark.parametrize(
    ("code", "missing", "cure"),
    [
        ("no_purpose", {"purpose": None}, {"purpose": Purpose.PRACTICAL}),
        ("no_expected_effect", {"expected_effect": " "}, {"expected_effect": "Rust in huis"}),
        ("no_end", {"planned_end": None}, {"planned_end": ago(-1)}),
        ("no_end", {"planned_end": None}, {"planned_end": None, "stays": True}),
        ("no_evaluation", {"evaluation_on": None}, {"evaluation_on": ON}),
        ("payer_unclear", {"payer": None}, {"payer": Payer.STATE}),
        ("payer_unclear", {"payer_disputed": True}, {"payer_disputed": False}),
    ],
)
def test_what_is_missing_shows_until_it_is_written_down(
    code: str, missing: dict[str, Any], cure: dict[str, Any]
) -> None:
    check_cured(code, with_lines(line(**missing)), with_lines(line(**cure)))
    assert codes(with_lines(line(), line("b", purpose=Purpose.GUIDANCE, until=ON, **_rest(missing)))) == []


def _rest(missing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in missing.items() if name != "purpose"}


def test_many_lines_are_one_signal_with_their_number() -> None:
    purposes = list(Purpose)[:6]
    lines = [line(f"{number}", planned_end=None, purpose=p) for number, p in enumerate(purposes)]
    (signal,) = find_signals(with_lines(*(replace(x, helper="anouk", contacts_per_week=None) for x in lines)))
    assert signal.title.nl == "Zes vormen van hulp hebben geen einddatum."
    assert signal.title.en == "Six lines of help have no end date."
    assert signal.why.nl.endswith("“Hulp 0”, “Hulp 1”, “Hulp 2”, “Hulp 3” en twee andere.")


def test_one_line_is_singular() -> None:
    (signal,) = find_signals(with_lines(line(planned_end=None)))
    assert signal.title.nl == "Eén vorm van hulp heeft geen einddatum."


def test_an_evaluation_counts_for_ten_months() -> None:
    oldest = ON.replace(month=1)
    old, fresh = line(evaluation_on=oldest.replace(day=21)), line(evaluation_on=oldest)
    check_cured("no_evaluation", with_lines(old), with_lines(fresh))
    assert codes(with_lines(old), evaluation_age_months=11) == []


def test_an_unknown_payer_of_awaited_help_shows_too() -> None:
    awaited = line("b", since=None, waiting_since=ago(3))
    check_cured(
        "payer_unclear", with_lines(line(), replace(awaited, payer=None)), with_lines(line(), awaited)
    )


def test_unknown_and_disputed_payers_are_two_signals() -> None:
    lines = line("a", payer=None), line("b", payer_disputed=True, purpose=Purpose.GUIDANCE)
    first, second = find_signals(with_lines(*lines))
    assert first.title.nl == "Bij één vorm van hulp schreef nog niemand op wie betaalt."
    assert second.title.nl == "Over één vorm van hulp zijn betalers het niet eens."


@pytest.mark.parametrize(
    ("payer", "asked"), [(Payer.MUNICIPALITY, "gemeenten"), (Payer.STATE, "betalers"), (None, "betalers")]
)
def test_a_dispute_asks_which_municipality_or_which_payer(payer: Payer | None, asked: str) -> None:
    (signal,) = find_signals(with_lines(line(payer=payer, payer_disputed=True)))
    assert asked in signal.action.nl
