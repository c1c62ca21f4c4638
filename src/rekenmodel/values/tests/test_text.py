"""A sentence stands in both languages or in neither."""

import pytest

from rekenmodel.values import Payer, RefusedError, Text, payer_name


def test_a_text_says_itself_in_both_languages() -> None:
    text = Text(nl="huis", en="house")
    assert text.say("nl") == "huis"
    assert text.say("en") == "house"


def test_half_a_text_is_refused() -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text(nl="huis", en="")


def test_a_refusal_carries_both_languages() -> None:
    error = RefusedError(Text("Kies een dag.", "Choose a day."))
    assert str(error) == "Choose a day."
    assert error.text.nl == "Kies een dag."


@pytest.mark.parametrize("payer", [*Payer, None])
def test_every_payer_has_a_name(payer: Payer | None) -> None:
    assert payer_name(payer).nl
    assert payer_name(payer).en
